#!/usr/bin/env bash
# Shows what whofunds does, on the two articles in articles/ (their parties are invented): installs what is missing, builds,
# reads the articles, prints who funds whom with the sentences that say so, answers one question, draws the graph.
#   bash examples/demo.sh
set -euo pipefail
cd "$(dirname "$0")/.."

{
  bash tools/install-deps --without-spark
  cmake --preset release
  cmake --build --preset release --target whofunds
} >&2

PATH="$PWD/build/release:$PATH"
out=build/demo
graph=$out/examples.graph
mkdir -p "$out"
rm -f "$graph" "$graph"-*

say() { printf '\n== %s\n' "$*"; }

say "Who funds whom, by examples/articles/*.txt"
whofunds extract --format text examples/articles/*.txt

say "Both articles as one graph"
whofunds build -o "$graph" examples/articles/*.txt
whofunds stats "$graph"

say "Who funds Harbourline Robotics?"
whofunds funders "$graph" "Harbourline Robotics" --format text

say "How does control or money get from «Охта» to Polar Optics?"
whofunds path "$graph" "Охта" "Polar Optics" --evidence --format text

whofunds dot "$graph" >"$out/examples.dot"
whofunds render "$graph" -o "$out/examples.svg" --title "Who funds whom"
whofunds render "$graph" -o "$out/examples.html" --title "Who funds whom"
say "Drawn"
printf '%s\n' "$out/examples.dot" "$out/examples.svg" "$out/examples.html"
