# The page that `render` writes is made once a build: its program (lib/whofunds/render/page), the parts of d3 that it uses and
# its style sheet become one file in share/whofunds, which C++ puts a graph into.

set(WHOFUNDS_NODE_MODULES ${CMAKE_SOURCE_DIR}/build/node/node_modules)
set(page_source ${CMAKE_SOURCE_DIR}/lib/whofunds/render/page)

find_program(WHOFUNDS_NODE NAMES node nodejs)
if(NOT WHOFUNDS_NODE)
  message(FATAL_ERROR "Node.js, which bundles the page, was not found: install the packages nodejs and npm, or ${WHOFUNDS_INSTALL_HINT}")
endif()
foreach(name package.json package-lock.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page_source}/${name})
  execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${page_source}/${name} ${CMAKE_SOURCE_DIR}/build/node/${name}
                  RESULT_VARIABLE differs OUTPUT_QUIET ERROR_QUIET)
  if(differs OR NOT EXISTS ${WHOFUNDS_NODE_MODULES})
    message(FATAL_ERROR "What the page is made of is not in build/node, or not of the versions in ${page_source}/${name}: ${WHOFUNDS_INSTALL_HINT}")
  endif()
endforeach()

file(GLOB page_files CONFIGURE_DEPENDS ${page_source}/*.ts ${page_source}/*.css ${page_source}/*.html ${page_source}/*.mjs)
add_custom_command(
  OUTPUT ${WHOFUNDS_SHARE}/page.html
  COMMAND ${WHOFUNDS_NODE} ${page_source}/build.mjs ${WHOFUNDS_NODE_MODULES} ${WHOFUNDS_SHARE}/page.html
  DEPENDS ${page_files} ${page_source}/package-lock.json
  COMMENT "Bundling page.html"
  VERBATIM)
add_custom_target(whofunds_page DEPENDS ${WHOFUNDS_SHARE}/page.html)
add_dependencies(whofunds_data whofunds_page)
set_property(GLOBAL APPEND PROPERTY WHOFUNDS_COMPILED_DATA ${WHOFUNDS_SHARE}/page.html)
