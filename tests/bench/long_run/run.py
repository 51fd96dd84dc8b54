#!/usr/bin/env python3
"""How steady a long run is: gives the program so much news and looks, at every tenth of it, at its rate and its memory.

The rate of which the ratio at the end is taken is that by time of the processor, so that it can be told on a machine that
has other things to do.

    python3 tests/bench/long_run/run.py [--megabytes 100] [--build build/release] [-- COMMAND…]

The news comes through a pipe, so nothing of it lies on a disk, and it is made while the program reads, in about a
twentieth of the time. COMMAND is what whofunds is told; by default `extract --format jsonl -`. What it prints is dropped.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import time

import articles

TENTHS = 10


def processor_seconds(process):
    """What the process has used so far, all its threads together."""
    with open(f"/proc/{process.pid}/stat", encoding="utf-8", errors="replace") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_of(process):
    """Megabytes that the process holds now."""
    with open(f"/proc/{process.pid}/status", encoding="ascii", errors="replace") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0


def run(program, command, size, seed):
    """Yields (megabytes given, seconds, seconds of processor, megabytes of memory) of every tenth."""
    with subprocess.Popen([program, *command], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        given = given_before = 0
        last, used = time.monotonic(), 0.0
        tenth = 1
        for line in articles.articles(size, seed):
            process.stdin.write(line)
            given += len(line)
            if given >= tenth * size / TENTHS:
                process.stdin.flush()
                now, used_now = time.monotonic(), processor_seconds(process)
                yield (given - given_before) / 1e6, now - last, used_now - used, memory_of(process)
                tenth, last, used, given_before = tenth + 1, now, used_now, given
        process.stdin.close()
        if process.wait() != 0:
            sys.exit(f"whofunds ended with {process.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("command", nargs="*", default=["extract", "--format", "jsonl", "-"])
    options = parser.parse_args()
    program = str(pathlib.Path(options.build) / "whofunds")
    rates, memories = [], []
    print("tenth   MB/s   MB/s of processor   memory, MB   load of the machine")
    for megabytes, seconds, used, memory in run(program, options.command, int(options.megabytes * 1e6), options.seed):
        rates.append(megabytes / used)
        memories.append(memory)
        print(f"{len(rates):5} {megabytes / seconds:6.2f} {rates[-1]:19.2f} {memory:12.0f} {os.getloadavg()[0]:21.1f}", flush=True)
    # The first tenth also opens dictionaries and fills caches.
    print(f"from the second tenth on: slowest to fastest {min(rates[1:]) / max(rates[1:]):.2f}, "
          f"memory of the last to that of the second {memories[-1] / memories[1]:.2f}")


if __name__ == "__main__":
    main()
