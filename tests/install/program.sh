#!/usr/bin/env bash
# What is installed runs by itself, from wherever it is moved to, and is all there.
#   program.sh PREFIX BUILD VERSION
set -euo pipefail
prefix=$(realpath "$1") build=$(realpath "$2") version=$3
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { echo "FAILED: $*"; exit 1; }
# The program with nothing of this shell's environment, in a folder where nothing is.
alone() { (cd "$scratch" && env -i LC_ALL=C.UTF-8 "$@"); }
sentence="Northgate Capital invested \$5 million in Quickmart."
facts() { alone "$1" extract --format jsonl - <<<"$sentence"; }

# One version, told alike everywhere.
[ "$(alone "$prefix/bin/whofunds" --version)" = "whofunds $version" ] || fail "--version does not say $version"
grep -m1 '^## ' "$here/../../CHANGELOG.md" | grep -q "^## $version\b" || fail "CHANGELOG.md does not begin with $version"

# It reads as the program in the build does, from where it is installed, from elsewhere, and by a link.
facts "$build/whofunds" >"$scratch/wanted"
facts "$prefix/bin/whofunds" | diff "$scratch/wanted" - || fail "the installed program reads otherwise"
mkdir "$scratch/elsewhere"
cp -a "$prefix/bin" "$prefix/libexec" "$scratch/elsewhere/"
mkdir "$scratch/elsewhere/share"
cp -a "$prefix/share/whofunds" "$scratch/elsewhere/share/"
ln -s "elsewhere/bin/whofunds" "$scratch/linked"
facts "$scratch/linked" | diff "$scratch/wanted" - || fail "the program that was moved reads otherwise"

# It draws: style and page come along.
printf '%s\n' "$sentence" >"$scratch/a.txt"
alone "$scratch/linked" build -o a.graph a.txt 2>/dev/null
for ending in dot svg html; do
  alone "$scratch/linked" render a.graph -o "a.$ending" && grep -q Quickmart "$scratch/a.$ending" || fail "no a.$ending"
done

# It reads PDF, by a program of its own; without that it says what to do.
alone "$scratch/linked" render a.graph -o a.pdf
alone "$scratch/linked" text a.pdf | grep -q Quickmart || fail "PDF is not read"
rm "$scratch/elsewhere/libexec/whofunds/whofunds-pdf"
code=0
alone "$scratch/linked" text a.pdf >/dev/null 2>"$scratch/said" || code=$?
[ $code = 4 ] && grep -q WHOFUNDS_LIBEXEC "$scratch/said" || fail "without whofunds-pdf: exit code $code, $(cat "$scratch/said")"
for program in bin/whofunds libexec/whofunds/whofunds-whole; do
  ldd "$prefix/$program" | grep poppler && fail "$program links Poppler"
done

# What is asked often starts without the libraries that documents are read with. Where many files are compiled as one, each
# brings what any of them needs.
if ! grep -q 'CMAKE_UNITY_BUILD:[A-Z]*=ON' "$build/CMakeCache.txt"; then
  ldd "$prefix/bin/whofunds" | grep -E 'archive|gmime|crypto' && fail "whofunds links what reads documents or serves"
fi

# Without the program that the other commands need it says what to do.
rm "$scratch/elsewhere/libexec/whofunds/whofunds-whole"
code=0
alone "$scratch/linked" text a.txt >/dev/null 2>"$scratch/said" || code=$?
[ $code = 4 ] && grep -q WHOFUNDS_LIBEXEC "$scratch/said" || fail "without whofunds-whole: exit code $code, $(cat "$scratch/said")"
cp "$prefix/libexec/whofunds/whofunds-whole" "$scratch/elsewhere/libexec/whofunds/"

# Without its data it says what to do.
rm -r "$scratch/elsewhere/share"
code=0
facts "$scratch/linked" >/dev/null 2>"$scratch/said" || code=$?
[ $code = 4 ] && grep -q WHOFUNDS_SHARE "$scratch/said" || fail "without data: exit code $code, $(cat "$scratch/said")"

# Licences come along.
for file in LICENSE copyright; do
  [ -s "$prefix/share/doc/whofunds/$file" ] || fail "no share/doc/whofunds/$file"
done
for source in OpenCorpora "WordNet 3.0 Copyright" ExplosionAI natasha Poppler; do
  grep -q "$source" "$prefix/share/doc/whofunds/copyright" || fail "copyright does not name $source"
done
