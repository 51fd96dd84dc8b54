#!/usr/bin/env python3
"""Types at real shells, which have loaded the installed completions, and looks at the command that comes of it.

Usage: completions.py PREFIX bash|zsh|fish
"""

import os
import pathlib
import pty
import select
import sys
import tempfile
import time

TAB = "\t"

# What is typed, and the words after `whofunds` that the shell then runs. The folder holds money.graph and notes.txt.
CASES = [
    ("whofunds bui" + TAB, ["build"]),
    ("whofunds help own" + TAB, ["help", "owners"]),
    ("whofunds path --und" + TAB, ["path", "--undirected"]),
    ("whofunds export money.graph --to gra" + TAB, ["export", "money.graph", "--to", "graphml"]),
    ("whofunds stats mon" + TAB, ["stats", "money.graph"]),
    ("whofunds stats --format js" + TAB, ["stats", "--format", "json"]),
    ("whofunds build -o mon" + TAB + " not" + TAB, ["build", "-o", "money.graph", "notes.txt"]),
    ("whofunds rank --by betw" + TAB, ["rank", "--by", "betweenness"]),
    ("whofunds path money.graph --relation lend" + TAB, ["path", "money.graph", "--relation", "lends_to"]),
]

START = {
    "bash": ("bash --norc --noprofile -i", "source {prefix}/share/bash-completion/completions/whofunds"),
    "zsh": ("zsh -f -i", "fpath=({prefix}/share/zsh/site-functions $fpath); autoload -U compinit; compinit -u -D"),
    "fish": ("fish --no-config -i", "source {prefix}/share/fish/vendor_completions.d/whofunds.fish"),
}
# Stands in for the program and writes what it was given.
STAND_IN = {
    "bash": "whofunds() {{ printf '%s\\n' \"$@\" end > {ran}; }}",
    "zsh": "whofunds() {{ printf '%s\\n' \"$@\" end > {ran}; }}",
    "fish": "function whofunds; printf '%s\\n' $argv end > {ran}; end",
}


class Shell:
    """A shell at a terminal, in a folder of its own."""

    def __init__(self, kind, prefix, folder):
        self.ran = folder / "ran"
        command, load = START[kind]
        process, self.terminal = pty.fork()
        if process == 0:
            os.chdir(folder)
            os.environ.update(TERM="dumb", HOME=str(folder), LC_ALL="C.UTF-8", XDG_DATA_HOME=str(folder))
            os.execvp("env", ["env", *command.split()])
        self.seen = b""
        for line in (load.format(prefix=prefix), STAND_IN[kind].format(ran=self.ran)):
            self.type(line + "\n")
        self.run("whofunds ready")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def run(self, typed):
        """Types a line and Enter; the words that the stand-in then was given."""
        self.ran.unlink(missing_ok=True)
        self.type(typed + "\n")
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if select.select([self.terminal], [], [], 0.02)[0]:
                self.seen += os.read(self.terminal, 65536)
            words = self.ran.read_text().splitlines() if self.ran.exists() else []
            if words[-1:] == ["end"]:
                return words[:-1]
        raise TimeoutError(f"the shell did not run '{typed}'; it shows:\n{self.seen.decode(errors='replace')}")


def main():
    prefix, kind = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        (folder / "money.graph").touch()
        (folder / "notes.txt").touch()
        shell = Shell(kind, prefix, folder)
        for typed, wanted in CASES:
            ran = shell.run(typed)
            if ran != wanted:
                print(f"{kind}: {typed!r} became {ran}, expected {wanted}")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
