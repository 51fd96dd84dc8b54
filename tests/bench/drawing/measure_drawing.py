#!/usr/bin/env python3
"""How long drawing takes, as a ratio to what Graphviz alone needs for the same picture:

    tests/bench/drawing/measure_drawing.py build/release/whofunds [ENTITIES …]

`whofunds render GRAPH -o x.svg` opens the graph, chooses, writes DOT, lays out and writes SVG; `dot -Tsvg` reads that DOT, lays
out and writes SVG. Every figure is the median of some rounds, in which the two take turns, so that a machine that is busy for
a while slows down both. Graphs of more than 600 facts are laid out with sfdp, by both.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

MAKER = pathlib.Path(__file__).resolve().parent.parent / "make_facts.py"
ROUNDS = 7


def seconds(command, **options):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - begin


def measure(whofunds, entities, folder):
    facts, graph, dot, svg = (str(folder / f"{entities}{ending}") for ending in (".jsonl", ".graph", ".dot", ".svg"))
    with open(facts, "wb") as out:
        subprocess.run([sys.executable, MAKER, str(entities)], check=True, stdout=out)
    subprocess.run([whofunds, "build", "-o", graph, facts], check=True, stderr=subprocess.DEVNULL)
    with open(dot, "wb") as out:
        seconds([whofunds, "dot", graph], stdout=out)
    ours, theirs = [], []
    for _ in range(ROUNDS if entities <= 1000 else 3):
        ours.append(seconds([whofunds, "render", graph, "-o", svg]))
        theirs.append(seconds(["dot", "-Tsvg", dot, "-o", svg]))
    return statistics.median(ours), statistics.median(theirs)


def main():
    whofunds = str(pathlib.Path(sys.argv[1]).resolve())
    print("entities   render  dot -Tsvg  ratio")
    with tempfile.TemporaryDirectory() as folder:
        for entities in [int(number) for number in sys.argv[2:]] or [50, 150, 300, 2000, 5000]:
            ours, theirs = measure(whofunds, entities, pathlib.Path(folder))
            print(f"{entities:8}  {ours:6.2f} s  {theirs:7.2f} s  {ours / theirs:5.2f}", flush=True)


if __name__ == "__main__":
    main()
