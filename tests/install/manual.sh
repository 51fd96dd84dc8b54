#!/usr/bin/env bash
# Every command has a page of man(1) that can be read without a fault and says what `whofunds help` says.
#   manual.sh PREFIX
set -euo pipefail
prefix=$1
fail() { echo "FAILED: $*"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Words alone, as both wrap and indent lines in their own ways.
words() { tr -d '`' | tr -s '[:space:]' '\n' | sort; }

commands=$("$prefix/bin/whofunds" help | sed -n 's/^- \([a-z]*\) — .*/\1/p')
[ "$(wc -w <<<"$commands")" -ge 19 ] || fail "help lists only: $commands"
for name in whofunds $(sed 's/^/whofunds-/' <<<"$commands"); do
  page=$prefix/share/man/man1/$name.1
  mandoc -T lint -W error "$page" || fail "$name.1 has faults"
  mandoc -T utf8 -O width=100 "$page" | sed 's/.\x08//g' >"$scratch/page"
  grep -q "^ *$name - " "$scratch/page" || fail "$name.1 has no line that man -k finds"
  # All that help says is there, but for the title, the name and the marks of lists.
  command=${name#whofunds}
  "$prefix/bin/whofunds" help ${command#-} | sed '1,/^SYNOPSIS/d; s/^- //; s/ — / /' | words >"$scratch/help"
  lacking=$(sed 's/ — / /' "$scratch/page" | words | comm -13 - "$scratch/help" | head -5)
  [ -z "$lacking" ] || fail "$name.1 lacks:" $lacking
done
