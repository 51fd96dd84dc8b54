# Every library from outside that our own is made with. The build reads this list, and so does whoever links the
# installed library (WhofundsConfig.cmake.in). Both say first what becomes of a library that is missing:
# whofunds_lacks(WHAT DEBIAN_PACKAGE).

# whofunds_find(NAME DEBIAN_PACKAGE [find_package arguments ...])
macro(whofunds_find name debian_package)
  set_property(GLOBAL APPEND PROPERTY WHOFUNDS_DEVELOPMENT_PACKAGES ${debian_package})
  find_package(${name} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    whofunds_lacks(${name} ${debian_package})
  endif()
endmacro()

# whofunds_find_pkg(TARGET DEBIAN_PACKAGE pkg-config modules ...)
macro(whofunds_find_pkg target debian_package)
  set_property(GLOBAL APPEND PROPERTY WHOFUNDS_DEVELOPMENT_PACKAGES ${debian_package})
  pkg_check_modules(${target} QUIET IMPORTED_TARGET ${ARGN})
  if(NOT ${target}_FOUND)
    whofunds_lacks("${ARGN}" ${debian_package})
  endif()
endmacro()

whofunds_find(PkgConfig pkg-config)
whofunds_find(Boost libboost-graph-dev 1.74)
whofunds_find(fmt libfmt-dev)
whofunds_find(ICU libicu-dev 70 COMPONENTS uc i18n data)
whofunds_find(SQLite3 libsqlite3-dev)
whofunds_find(nlohmann_json nlohmann-json3-dev)
whofunds_find(Eigen3 libeigen3-dev)
whofunds_find(Threads libc6-dev)
whofunds_find(LibArchive libarchive-dev)
whofunds_find_pkg(tomlplusplus libtomlplusplus-dev tomlplusplus)
whofunds_find_pkg(graphviz libgraphviz-dev libcgraph libgvc)

# What documents are read with.
whofunds_find_pkg(gumbo libgumbo-dev gumbo)
whofunds_find_pkg(gmime libgmime-3.0-dev gmime-3.0)
whofunds_find_pkg(md4c libmd4c-dev md4c)
whofunds_find_pkg(pugixml libpugixml-dev pugixml)

# CLD2 tells languages; it comes with neither a CMake package nor one of pkg-config.
find_path(CLD2_INCLUDE cld2/public/compact_lang_det.h)
find_library(CLD2_LIBRARY cld2)
set_property(GLOBAL APPEND PROPERTY WHOFUNDS_DEVELOPMENT_PACKAGES libcld2-dev)
if(NOT CLD2_INCLUDE OR NOT CLD2_LIBRARY)
  whofunds_lacks(CLD2 libcld2-dev)
elseif(NOT TARGET CLD2::CLD2)
  add_library(CLD2::CLD2 UNKNOWN IMPORTED)
  set_target_properties(CLD2::CLD2 PROPERTIES
    IMPORTED_LOCATION ${CLD2_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE})
endif()
