# Everything from outside that the build needs, found once. Where a thing is missing, say which package brings it.

set(WHOFUNDS_INSTALL_HINT "run 'bash tools/install-deps' to install everything whofunds builds with")
macro(whofunds_lacks what debian_package)
  message(FATAL_ERROR "${what} was not found: install the package ${debian_package}, or ${WHOFUNDS_INSTALL_HINT}")
endmacro()

include(Libraries)
get_property(WHOFUNDS_DEVELOPMENT_PACKAGES GLOBAL PROPERTY WHOFUNDS_DEVELOPMENT_PACKAGES)  # so far: what the library needs

# What only the programs and the tests are made with.
whofunds_find_pkg(poppler libpoppler-cpp-dev poppler-cpp)
whofunds_find(CLI11 libcli11-dev)
whofunds_find(doctest doctest-dev)
whofunds_find_pkg(httplib libcpp-httplib-dev cpp-httplib)
