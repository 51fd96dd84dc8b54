# Warnings, sanitizers and the compiler cache: the same for every target of the project.

option(WHOFUNDS_WARNINGS_AS_ERRORS "Treat compiler warnings as errors (continuous integration does)" OFF)
set(WHOFUNDS_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")

# A designated initialiser names what it sets; the rest has its default, which -Wextra would call missing.
add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Where many files are compiled as one, GCC 12 sees it in the vectors of its own library.
  add_compile_options(-Wno-free-nonheap-object)
endif()
if(WHOFUNDS_WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()

if(WHOFUNDS_SANITIZE)
  add_compile_options(-fsanitize=${WHOFUNDS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1 -g1
                      -D_GLIBCXX_ASSERTIONS)
  add_link_options(-fsanitize=${WHOFUNDS_SANITIZE})
endif()

find_program(WHOFUNDS_CCACHE ccache)
if(WHOFUNDS_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${WHOFUNDS_CCACHE})
endif()
