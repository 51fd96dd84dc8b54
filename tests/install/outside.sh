#!/usr/bin/env bash
# A project that knows nothing of this one but where it is installed is configured, built and run.
#   outside.sh PREFIX
set -euo pipefail
prefix=$(realpath "$1")
examples=$(cd "$(dirname "$0")/../../examples" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Copied away, so that nothing is found beside it; moved, so that no path of the build is in use.
cp -a "$examples" "$scratch/project"
cp -a "$prefix" "$scratch/installed"
cmake -S "$scratch/project/outside" -B "$scratch/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$scratch/installed"
cmake --build "$scratch/build"
ctest --test-dir "$scratch/build" --output-on-failure --no-tests=error

# Another version is refused.
sed -i 's/find_package(whofunds [0-9.]*/find_package(whofunds 99.0/' "$scratch/project/outside/CMakeLists.txt"
if cmake -S "$scratch/project/outside" -B "$scratch/other" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/installed" >"$scratch/said" 2>&1; then
  echo "FAILED: version 99.0 was found"
  exit 1
fi
grep -q 'version: 0\.' "$scratch/said" || { cat "$scratch/said"; exit 1; }
