#!/usr/bin/env bash
# What hostile input and many threads may do to whofunds, looked for by sanitizers:
#
#   bash tests/sanitize.sh [SECONDS]
#
# 1. all tests under AddressSanitizer and UndefinedBehaviorSanitizer;
# 2. each reader, and the whole way from bytes to DOT, under libFuzzer for so many seconds (30);
# 3. the tests that use threads under ThreadSanitizer.
#
# Two builds of nearly everything: some twenty minutes on two cores, which is why CI does without. What the fuzzer finds
# lies in build/sanitize/found; what is mended goes into tests/fuzz/corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-30}

command -v clang++ >/dev/null || {
  echo "sanitize.sh: clang++ was not found: install the packages clang and libclang-rt-14-dev" >&2
  exit 4
}
step() { printf '\n== %s (%d s so far)\n' "$*" "$SECONDS"; }

step "tests under AddressSanitizer and UndefinedBehaviorSanitizer"
cmake --preset sanitize
cmake --build --preset sanitize
ctest --preset sanitize --parallel "$(nproc)"

for corpus in tests/fuzz/corpus/*; do
  reader=$(basename "$corpus")
  step "fuzzing $reader for $seconds s"
  mkdir -p "build/sanitize/found/$reader"
  READER=$reader build/sanitize/fuzz -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=0 \
    -verbosity=0 -artifact_prefix="build/sanitize/found/$reader/" "build/sanitize/found/$reader" "$corpus"
done

step "threads under ThreadSanitizer"
cmake --preset tsan
cmake --build --preset tsan --target test_extraction test_tagging test_language test_text whofunds
ctest --preset tsan --parallel "$(nproc)" -R '^(extraction|tagging|language|text|tools/.*(threads|signal|order).*)$'

step "done"
