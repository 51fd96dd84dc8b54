# `cpack --config build/release/CPackConfig.cmake` makes packages for Debian: whofunds, which runs, and libwhofunds-dev, which
# programs are built with. What they depend on, dpkg-shlibdeps tells from the program itself.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "the authors of whofunds")
set(CPACK_PACKAGE_CONTACT "the authors of whofunds <maintainers@whofunds.invalid>")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME whofunds)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION text)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "fonts-dejavu-core")  # pictures are drawn with some font
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "${PROJECT_DESCRIPTION}
 Reads Russian and English text, finds who puts money into whom, keeps it as a
 graph, draws it and answers how money or control gets from one to another.")

# The library is static, so who links it needs what it links.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libwhofunds-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
list(JOIN WHOFUNDS_DEVELOPMENT_PACKAGES ", " development_packages)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "whofunds (= ${PROJECT_VERSION}), ${development_packages}")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "${PROJECT_DESCRIPTION}: the library
 Headers, static libraries and a CMake package.")

include(CPack)
