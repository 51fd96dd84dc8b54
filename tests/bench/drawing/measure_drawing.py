#!/usr/bin/env python3
"""How long drawing takes, as a ratio to what Graphviz alone needs for the same picture:

    tests/bench/drawing/measure_drawing.py build/release/whofunds [ENTITIES …]

`whofunds render GRAPH -o x.svg` opens the graph, chooses, writes DOT, lays out and writes SVG; `dot -Tsvg` reads that DOT, lays
out and writes SVG. Every figure is the median of some rounds, in which the two take turns, so that a machine that is busy for
a while slows down both; "cpu" is the ratio of the time that the processor was at it, which hardly depends on what else it does.
Graphs of more than 600 facts are laid out with sfdp, by both. By the clock it is less than by the processor: while the graph is read,
another thread finds the fonts.
"""

import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

MAKER = pathlib.Path(__file__).resolve().parent.parent / "make_facts.py"
ROUNDS = 7


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(command, **options):
    """How long a command takes, and how long the processor is at it."""
    begin, before = time.perf_counter(), cpu()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - begin, cpu() - before


def compared(ours, theirs, rounds):
    """The medians of both, in seconds and in seconds of the processor."""
    times = [(seconds(ours, stdout=subprocess.DEVNULL), seconds(theirs, stdout=subprocess.DEVNULL)) for _ in range(rounds)]
    return [[statistics.median(each[who][what] for each in times) for what in (0, 1)] for who in (0, 1)]


def row(name, ours, theirs):
    print(f"{name:>8}  {ours[0]:6.3f} s  {theirs[0]:7.3f} s  {ours[0] / theirs[0]:5.2f}  {ours[1] / theirs[1]:5.2f}", flush=True)


def measure(whofunds, entities, folder):
    facts, graph, dot, svg = (str(folder / f"{entities}{ending}") for ending in (".jsonl", ".graph", ".dot", ".svg"))
    with open(facts, "wb") as out:
        subprocess.run([sys.executable, MAKER, str(entities)], check=True, stdout=out)
    subprocess.run([whofunds, "build", "-o", graph, facts], check=True, stderr=subprocess.DEVNULL)
    with open(dot, "wb") as out:
        seconds([whofunds, "dot", graph], stdout=out)
    render, draw = [whofunds, "render", graph, "-o", svg], ["dot", "-Tsvg", dot, "-o", svg]
    return compared(render, draw, ROUNDS if entities <= 1000 else 3)


def main():
    whofunds = str(pathlib.Path(sys.argv[1]).resolve())
    print("entities    render  dot -Tsvg  ratio    cpu")
    with tempfile.TemporaryDirectory() as folder:
        for entities in [int(number) for number in sys.argv[2:]] or [10, 50, 150, 300, 2000, 5000]:
            row(entities, *measure(whofunds, entities, pathlib.Path(folder)))


if __name__ == "__main__":
    main()
