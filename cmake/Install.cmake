# What `cmake --install` puts where, in two components: what runs (runtime), and what programs are built with (development).
# Rooms and programs name their own files; here is the rest.

set(WHOFUNDS_SHARE_DESTINATION ${CMAKE_INSTALL_DATADIR}/whofunds)
set(WHOFUNDS_LIBEXEC_DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/whofunds)
set(WHOFUNDS_PACKAGE_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/whofunds)

get_property(compiled GLOBAL PROPERTY WHOFUNDS_COMPILED_DATA)
install(FILES ${compiled} DESTINATION ${WHOFUNDS_SHARE_DESTINATION} COMPONENT runtime)
install(DIRECTORY lib/whofunds/language/data/ DESTINATION ${WHOFUNDS_SHARE_DESTINATION}/language COMPONENT runtime)

# What the licences of code and data ask for.
file(READ LICENSE LICENSE_OF_WHOFUNDS)
file(READ /usr/share/doc/wordnet-base/copyright LICENSE_OF_WORDNET)
string(REGEX REPLACE "\n\nFiles: debian.*" "\n" LICENSE_OF_WORDNET "${LICENSE_OF_WORDNET}")
file(GLOB natasha ${CMAKE_SOURCE_DIR}/build/python/lib/python3*/site-packages/natasha-*.dist-info/LICENSE)
file(READ "${natasha}" LICENSE_OF_NATASHA)
file(GLOB spacy ${CMAKE_SOURCE_DIR}/build/python/lib/python3*/site-packages/en_core_web_sm*.dist-info/LICENSE)
file(READ "${spacy}" LICENSE_OF_SPACY)
configure_file(cmake/copyright.in ${CMAKE_BINARY_DIR}/copyright @ONLY)
install(FILES LICENSE CHANGELOG.md ${CMAKE_BINARY_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)

# find_package(whofunds)
include(CMakePackageConfigHelpers)
configure_package_config_file(cmake/whofundsConfig.cmake.in ${CMAKE_BINARY_DIR}/whofundsConfig.cmake
  INSTALL_DESTINATION ${WHOFUNDS_PACKAGE_DESTINATION} PATH_VARS WHOFUNDS_SHARE_DESTINATION WHOFUNDS_LIBEXEC_DESTINATION)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/whofundsConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/whofundsConfig.cmake ${CMAKE_BINARY_DIR}/whofundsConfigVersion.cmake cmake/Libraries.cmake
        DESTINATION ${WHOFUNDS_PACKAGE_DESTINATION} COMPONENT development)
install(EXPORT whofunds FILE whofundsTargets.cmake NAMESPACE whofunds::
        DESTINATION ${WHOFUNDS_PACKAGE_DESTINATION} COMPONENT development)
