#!/usr/bin/env bash
# Draws the pictures of the gallery in README.md: each document of gallery/ (their parties are invented) becomes one.
#   bash examples/gallery.sh [OUT]        OUT is docs/images where it is not named
# The program is build/release/whofunds, or WHOFUNDS where it is set.
set -euo pipefail
cd "$(dirname "$0")/.."

whofunds=${WHOFUNDS:-build/release/whofunds}
out=${1:-docs/images}
graphs=$(mktemp -d)
trap 'rm -rf "$graphs"' EXIT
mkdir -p "$out"

# draw DOCUMENT TITLE [OPTIONS ...]
draw() {
  local name=$1 title=$2
  shift 2
  "$whofunds" build -o "$graphs/$name" "examples/gallery/$name.txt" 2>/dev/null
  "$whofunds" render "$graphs/$name" -o "$out/$name.svg" --title "$title" "$@"
}

draw tidewater "A wind farm and its money"
draw ryabina "Кто вложился в «Рябину»" --lang ru
draw meridian "Who stands behind Meridian Ports" --theme dark
