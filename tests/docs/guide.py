#!/usr/bin/env python3
"""Does what docs/frames.md tells to type, on a copy of the data files, and compares what is printed with what it says.

In its code, "# en/frames.toml" begins an edit of that file and "$ " a command, whose output follows. In an edit, `key = […, "word"]`
adds a word to the list of that name in the table above it, a key alone is added to that table, and a table that is not there yet
is added to the file. In output, "…" stands for any digits.

Usage: guide.py FOLDER-OF-WHOFUNDS [--write]   (--write puts what is printed now in the place of what the guide says)
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

GUIDE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "frames.md"
INDENT = "    "


def steps_of(text):
    """The edits and commands of the guide: (kind, first line, lines that follow, number of the first line)."""
    steps = []
    for number, line in enumerate(text.split("\n")):
        if line.startswith(INDENT + "$ "):
            steps.append(("command", line[len(INDENT) + 2 :], [], number))
        elif re.match(INDENT + r"# \w\w/\w+\.toml$", line):
            steps.append(("edit", line[len(INDENT) + 2 :], [], number))
        elif line.startswith(INDENT) and steps and steps[-1][3] + len(steps[-1][2]) + 1 == number:
            steps[-1][2].append(line[len(INDENT) :])
    return steps


def table_in(content, lines):
    """Where the table that the lines speak of begins, past what names it; None where it is not there yet."""
    if lines[0] != "[[frame]]":
        found = re.search(rf"^{re.escape(lines[0])}\n", content, re.M)
    else:
        name = re.match(r"name\s*= (.*)", lines[1]).group(1)
        found = re.search(rf"^name\s*= {re.escape(name)}\n", content, re.M)
    return found and found.end()


def edit(path, lines):
    content = path.read_text()
    begin = table_in(content, lines)
    if begin is None:
        path.write_text(content + "\n" + "\n".join(lines) + "\n")
        return
    for line in lines[2 if lines[0] == "[[frame]]" else 1 :]:
        added = re.fullmatch(r'(\w+)\s*= \[…, (".*")\]', line)
        if added:
            at = re.compile(rf"^{added.group(1)}\s*= \[", re.M).search(content, begin).end()
            content = content[:at] + added.group(2) + ", " + content[at:]
        else:
            content = content[:begin] + line + "\n" + content[begin:]
    path.write_text(content)


def share_to_edit(build, folder):
    """A share folder whose words can be edited: all else is that of the build."""
    for entry in (build / "share" / "whofunds").iterdir():
        if entry.name == "language":
            shutil.copytree(entry, folder / entry.name)
        else:
            (folder / entry.name).symlink_to(entry)
    return folder


def printed_by(command, build, share):
    path = f"{build}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "WHOFUNDS_SHARE": str(share), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return [re.sub(r"(\.toml:)\d+", r"\1…", line) for line in done.stdout.rstrip("\n").split("\n") if line]


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    lines = GUIDE.read_text().split("\n")
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        share = share_to_edit(build, pathlib.Path(folder))
        steps = steps_of("\n".join(lines))
        assert len(steps) > 10, "there is next to nothing to type in the guide"
        replaced = []
        for kind, first, rest, number in steps:
            if kind == "edit":
                edit(share / "language" / first, rest)
                continue
            printed = printed_by(first, build, share)
            if printed != rest:
                faults.append(f"{GUIDE.name}:{number + 1}: {first}\n  printed " + "\n          ".join(printed))
                replaced.append((number + 1, number + 1 + len(rest), printed))
    if "--write" in sys.argv:
        for begin, end, printed in reversed(replaced):
            lines[begin:end] = [INDENT + line for line in printed]
        GUIDE.write_text("\n".join(lines))
    sys.exit("\n".join(faults) if faults else 0)


if __name__ == "__main__":
    main()
