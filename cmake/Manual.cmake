# docs/man/*.md become pages for man(1), by go-md2man. What differs from Markdown for people: the title names section and
# version, the name is one word (man -k looks for it), and options are a list of terms.

find_program(WHOFUNDS_MD2MAN go-md2man)
if(NOT WHOFUNDS_MD2MAN)
  message(FATAL_ERROR "go-md2man, which makes the manual, was not found: install the package go-md2man, or ${WHOFUNDS_INSTALL_HINT}")
endif()

set(manual ${CMAKE_BINARY_DIR}/man)
set(manual_pages "")
file(GLOB pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/man/*.md)
foreach(page IN LISTS pages)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} text)
  string(REGEX REPLACE "^# [^\n]*" "# ${name} 1 \"\" \"whofunds ${PROJECT_VERSION}\" \"Manual of whofunds\"" text "${text}")
  string(REGEX REPLACE "\n## NAME\n\n[a-z ]+ — " "\n## NAME\n\n${name} - " text "${text}")
  string(REGEX REPLACE "\n- (`-[^\n]*`) — " "\n\n\\1\n: " text "${text}")
  file(CONFIGURE OUTPUT ${manual}/${name}.md CONTENT "${text}" @ONLY)
  add_custom_command(
    OUTPUT ${manual}/${name}.1
    COMMAND ${WHOFUNDS_MD2MAN} -in ${manual}/${name}.md -out ${manual}/${name}.1
    DEPENDS ${manual}/${name}.md
    COMMENT "Making the page ${name}(1)"
    VERBATIM)
  list(APPEND manual_pages ${manual}/${name}.1)
endforeach()
add_custom_target(whofunds_manual ALL DEPENDS ${manual_pages})
install(FILES ${manual_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT runtime)
