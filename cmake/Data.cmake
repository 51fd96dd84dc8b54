# Dictionaries and models are compiled once a build into single files that the program maps into memory.

set(WHOFUNDS_PYTHON ${CMAKE_SOURCE_DIR}/build/python/bin/python)
if(NOT EXISTS ${WHOFUNDS_PYTHON})
  message(FATAL_ERROR "The sources of dictionaries and models are not in build/python: ${WHOFUNDS_INSTALL_HINT}")
endif()

# whofunds_compile_data(NAME SCRIPT [MODULES ...]): runs tools/data/SCRIPT, which writes share/whofunds/NAME, when it or one
# of the MODULES beside it that it imports changes.
# Adds to the target whofunds_data, which the program and the tests depend on.
add_custom_target(whofunds_data ALL)
function(whofunds_compile_data name script)
  list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/tools/data/ OUTPUT_VARIABLE modules)
  add_custom_command(
    OUTPUT ${WHOFUNDS_SHARE}/${name}
    COMMAND ${WHOFUNDS_PYTHON} ${CMAKE_SOURCE_DIR}/tools/data/${script} ${WHOFUNDS_SHARE}/${name}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/data/${script} ${modules} ${CMAKE_SOURCE_DIR}/tools/data/requirements.txt
    COMMENT "Compiling ${name}"
    VERBATIM)
  set_property(GLOBAL APPEND PROPERTY WHOFUNDS_COMPILED_DATA ${WHOFUNDS_SHARE}/${name})
  add_custom_target(whofunds_data_${name} DEPENDS ${WHOFUNDS_SHARE}/${name})
  add_dependencies(whofunds_data whofunds_data_${name})
endfunction()
