#!/usr/bin/env bash
# What hostile input and many threads may do to whofunds, looked for by sanitizers; installs what is missing:
#
#   bash tests/sanitize.sh                          1, 2 and 3
#   bash tests/sanitize.sh SECONDS READER ...       2, for these readers alone: bash tests/sanitize.sh 600 html whole_way
#   bash tests/sanitize.sh threads                  3 alone
#
# 1. the tests under AddressSanitizer and UndefinedBehaviorSanitizer;
# 2. each reader, and the whole way from bytes to DOT, under libFuzzer for so many seconds (30), as many at a time as there are
#    processors;
# 3. the tests that use threads under ThreadSanitizer.
#
# What the fuzzer finds lies in build/sanitize/found/READER; what is mended goes into tests/fuzz/corpus/READER.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-30}
readers=("${@:2}")
# What every change must pass tries the same each time, so that no change is refused by chance; a longer run tries something new (0).
seed=$((${#readers[@]} == 0))

# What tests other programs with what whofunds wrote: pages in a browser, exports in Python, Spark, what is installed (which
# is not built with a sanitizer where it is used), a machine that fails. The release build has done so.
others='^(page/|exchange/reads-|spark/|install/|examples/gallery$|faults/|hostile/)'

export LSAN_OPTIONS=suppressions=$PWD/tests/graphviz.supp:print_suppressions=0
step() { printf '\n== %s (%d s so far)\n' "$*" "$SECONDS"; }

# build PRESET [TARGETS ...]
build() {
  cmake --preset "$1" >/dev/null
  cmake --build --preset "$1" ${2:+--target "${@:2}"}
}

# fuzz READER
fuzz() {
  local found=build/sanitize/found/$1
  mkdir -p "$found/corpus"
  READER=$1 build/sanitize/fuzz -seed="$seed" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -verbosity=0 \
    -artifact_prefix="$found/" "$found/corpus" "tests/fuzz/corpus/$1" >"$found/log" 2>&1 || {
    cat "$found/log"
    echo "sanitize.sh: the reader $1 does not stand what lies in $found" >&2
    return 1
  }
  echo "$1: nothing found in $seconds s"
}
export -f fuzz
export seconds seed

# What readers do with bytes that the fuzzer makes up.
fuzz_all() {
  step "fuzzing $*"
  printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}'
}

find_races() {
  step "threads under ThreadSanitizer"
  build tsan test_extraction test_tagging test_language test_text whofunds whole_program
  export TSAN_OPTIONS=suppressions=$PWD/tests/threads.supp
  ctest --preset tsan --parallel "$(nproc)" -R '^(extraction|tagging|language|tools/.*(threads|signal|order).*)$'
  WHOFUNDS_SHARE=$PWD/build/tsan/share/whofunds build/tsan/test_text --test-case='*threads*'
}

bash tools/install-deps

if [ "$seconds" = threads ]; then
  find_races
elif [ ${#readers[@]} -gt 0 ]; then
  step "build for libFuzzer"
  build sanitize fuzz whofunds_pdf
  fuzz_all "${readers[@]}"
else
  step "build for AddressSanitizer, UndefinedBehaviorSanitizer and libFuzzer"
  build sanitize
  step "tests under AddressSanitizer and UndefinedBehaviorSanitizer"
  ctest --preset sanitize --parallel "$(nproc)" -E "$others"
  cd tests/fuzz/corpus && readers=(*) && cd - >/dev/null
  fuzz_all "${readers[@]}"
  find_races
fi
step "done"
