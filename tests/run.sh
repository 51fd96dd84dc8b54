#!/usr/bin/env bash
# Installs what is missing, builds, and runs all tests; the summary of ctest stands last.
#   bash tests/run.sh
# CMAKE_FLAGS in the environment goes to the configuration: CMAKE_FLAGS=-DWHOFUNDS_WARNINGS_AS_ERRORS=ON bash tests/run.sh
set -euo pipefail
cd "$(dirname "$0")/.."

bash tools/install-deps
read -r -a flags <<<"${CMAKE_FLAGS:-}"
cmake --preset release "${flags[@]}"
cmake --build --preset release
ctest --preset release --parallel "$(nproc)"
