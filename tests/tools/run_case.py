#!/usr/bin/env python3
"""Runs one case of tests/tools/cases: a folder that says what the program as a whole does.

    run              the commands, for bash; `whofunds` is on the path, the other files of the folder lie in the working
                     folder, $INPUT is the folder of files that many cases use
    expect.stdout    exactly what they print                                          (no file: not looked at)
    expect.stderr    lines that occur, in this order, among what they say on standard error  (no file: it says nothing)
    expect.exit      their exit code                                                  (no file: 0)
    expect.megabytes the most memory that one of their processes may take             (no file: not looked at)

Usage: run_case.py FOLDER-OF-WHOFUNDS CASE [--accept]. With --accept the expected output becomes what was printed: look at the
difference before you commit it.
"""

import difflib
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile


def expected(case, name):
    file = case / f"expect.{name}"
    return file.read_bytes().decode() if file.exists() else None


def run(program_folder, case):
    """Runs the commands in a copy of the folder: (exit code, standard output, standard error, megabytes)."""
    with tempfile.TemporaryDirectory() as scratch:
        for file in case.iterdir():
            if not file.name.startswith("expect."):
                shutil.copy(file, scratch)
        environment = dict(os.environ, PATH=f"{program_folder}:{os.environ['PATH']}", LC_ALL="C.UTF-8",
                           INPUT=str(case.resolve().parent.parent / "input"))
        done = subprocess.run(["bash", "-o", "pipefail", "run"], cwd=scratch, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), megabytes


def faults(case, code, out, err, megabytes):
    """Yields what is not as expected, each as text for people."""
    wanted = int(expected(case, "exit") or 0)
    if code != wanted:
        yield f"exit code {code}, expected {wanted}\n"
    wanted = expected(case, "stdout")
    if wanted is not None and out != wanted:
        yield "".join(difflib.unified_diff(wanted.splitlines(True), out.splitlines(True), "expected", "printed"))
    said = iter(err.splitlines())
    wanted = expected(case, "stderr")
    if wanted is None and err:
        yield "standard error should be empty\n"
    for line in (wanted or "").splitlines():
        if not any(line in one for one in said):
            yield f"standard error lacks, here or at all: {line}\n"
    wanted = expected(case, "megabytes")
    if wanted is not None and megabytes > float(wanted):
        yield f"took {megabytes:.0f} megabytes of memory, expected at most {wanted}\n"


def main():
    program_folder, case = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    code, out, err, megabytes = run(program_folder, case)
    if sys.argv[3:] == ["--accept"]:
        (case / "expect.stdout").write_bytes(out.encode())
    found = list(faults(case, code, out, err, megabytes))
    for fault in found:
        print(fault, end="")
    if found:
        print(f"-- standard error was:\n{err}", end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
