# Every library from outside, found once. Where one is missing, say which package brings it.

set(WHOFUNDS_INSTALL_HINT "run 'bash tools/install-deps' to install everything whofunds builds with")

# whofunds_find(NAME DEBIAN_PACKAGE [find_package arguments ...])
macro(whofunds_find name debian_package)
  find_package(${name} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "${name} was not found: install the package ${debian_package}, or ${WHOFUNDS_INSTALL_HINT}")
  endif()
endmacro()

# whofunds_find_pkg(TARGET DEBIAN_PACKAGE pkg-config modules ...)
macro(whofunds_find_pkg target debian_package)
  pkg_check_modules(${target} QUIET IMPORTED_TARGET ${ARGN})
  if(NOT ${target}_FOUND)
    message(FATAL_ERROR "${ARGN} was not found: install the package ${debian_package}, or ${WHOFUNDS_INSTALL_HINT}")
  endif()
endmacro()

whofunds_find(PkgConfig pkg-config)
whofunds_find(Boost libboost-graph-dev 1.74)
whofunds_find(fmt libfmt-dev)
whofunds_find(doctest doctest-dev)
whofunds_find(ICU libicu-dev 70 COMPONENTS uc i18n data)
whofunds_find(SQLite3 libsqlite3-dev)
whofunds_find(CLI11 libcli11-dev)
whofunds_find(nlohmann_json nlohmann-json3-dev)
whofunds_find(Eigen3 libeigen3-dev)
whofunds_find(Threads libc6-dev)
whofunds_find(LibArchive libarchive-dev)
whofunds_find_pkg(tomlplusplus libtomlplusplus-dev tomlplusplus)
whofunds_find_pkg(graphviz libgraphviz-dev libcgraph libgvc)
whofunds_find_pkg(httplib libcpp-httplib-dev cpp-httplib)

# What documents are read with.
whofunds_find_pkg(gumbo libgumbo-dev gumbo)
whofunds_find_pkg(gmime libgmime-3.0-dev gmime-3.0)
whofunds_find_pkg(md4c libmd4c-dev md4c)
whofunds_find_pkg(poppler libpoppler-cpp-dev poppler-cpp)
whofunds_find_pkg(pugixml libpugixml-dev pugixml)

# CLD2 tells languages; it comes with neither a CMake package nor one of pkg-config.
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h)
find_library(CLD2_LIBRARY cld2)
if(NOT CLD2_INCLUDE OR NOT CLD2_LIBRARY)
  message(FATAL_ERROR "CLD2 was not found: install the package libcld2-dev, or ${WHOFUNDS_INSTALL_HINT}")
endif()
add_library(CLD2::CLD2 UNKNOWN IMPORTED)
set_target_properties(CLD2::CLD2 PROPERTIES
  IMPORTED_LOCATION ${CLD2_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE})
