#!/usr/bin/env python3
"""What becomes of graphs and files when the machine lets whofunds down: nothing that was there is lost, the message says what to do,
the exit code is 4, and when the fault is over the same command goes on to the same result.

Usage: faults.py FOLDER-OF-WHOFUNDS disk_full|read_only|no_permission|killed|clock|two_at_once
"""

import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent
MACHINE_FAULT = 4


class Program:
    """The program, run in a folder of its own."""

    def __init__(self, folder, scratch):
        self.file = os.path.join(os.path.abspath(folder), "whofunds")
        self.folder = pathlib.Path(scratch)

    def start(self, *arguments, before=(), **options):
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen([*before, self.file, *map(str, arguments)], cwd=self.folder, **options)

    def run(self, *arguments, code=0, says=(), **options):
        """Runs it to its end; what it prints. It must end with that code, and say all of that."""
        process = self.start(*arguments, **options)
        out, said = (part.decode() if part is not None else "" for part in process.communicate())
        assert process.returncode == code, f"{arguments} ended with {process.returncode}, not {code}: {said}"
        for words in says:
            assert words in said, f"{arguments} does not say '{words}': {said}"
        return out

    def exported(self, graph):
        """All that a graph holds."""
        return self.run("export", graph, "--to", "jsonl")

    def facts(self, name, count, seed=1):
        """A file of facts, many documents."""
        maker = SOURCE / "bench" / "make_facts.py"
        lines = subprocess.run([sys.executable, maker, str(count), str(seed)], capture_output=True, check=True).stdout
        (self.folder / name).write_bytes(lines.replace(b'"doc": "', b'"doc": "%d-' % seed).replace(b'"doc":"', b'"doc":"%d-' % seed))
        return name

    def files(self):
        return {path.name for path in self.folder.iterdir()}


def same(found, wanted, what):
    assert found == wanted, f"{what}: {str(found)[:400]} is not {str(wanted)[:400]}"


def small_disk(program, size):
    """A file system of its own, of that size, in the folder `disk`; again: of another size, or read only."""
    disk = program.folder / "disk"
    disk.mkdir(exist_ok=True)
    how = "remount," if os.path.ismount(disk) else ""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"{how}{size}", "tmpfs", disk], check=True)
    return disk


FULL = {"code": MACHINE_FAULT, "says": ["whofunds: "]}


def try_disk_full(program):
    small, large = program.facts("small.jsonl", 60), program.facts("large.jsonl", 6000, 2)
    program.run("build", "-o", "small", small)
    program.run("build", "-o", "both", small)
    program.run("build", "-o", "both", large)
    disk = small_disk(program, "size=1m")
    program.run("build", "-o", "disk/g", small)
    before = program.exported("disk/g")
    same(before, program.exported("small"), "the graph on a small disk")

    # A graph: what was there is whole, and the same command goes on when there is room.
    for command in (["build", "-o", "disk/g", large], ["import", "-o", "disk/g", large], ["merge", "-o", "disk/g", "both"]):
        program.run(*command, code=MACHINE_FAULT, says=["disk/g: the disk is full; make room"])
        kept = set(program.exported("disk/g").splitlines())
        assert set(before.splitlines()) <= kept, f"{command} lost facts"
        assert kept <= set(program.exported("both").splitlines()), f"{command} left what nobody said"
    (disk / "filling").write_bytes(b"")
    with (disk / "filling").open("wb", buffering=0) as filling:
        try:
            while filling.write(b"x" * 512):
                pass
        except OSError:
            pass
    # Questions are answered without room for the frozen form; an answer that finds no room is a fault.
    same(program.run("stats", "disk/g", "--format", "json"), program.run("stats", "disk/g", "--format", "json"), "stats")
    assert json.loads(program.run("stats", "disk/g", "--format", "json"))["facts"] > 0
    (disk / "filling").unlink()
    small_disk(program, "size=200m")
    program.run("build", "-o", "disk/g", small, large)
    same(program.exported("disk/g"), program.exported("both"), "the graph when there is room again")

    # A file: the old one stays, and no part of the new one is left.
    outputs = [(["export", "both", "--to", "graphml", "-o"], "out.graphml"), (["export", "both", "--to", "jsonl", "-o"], "out.jsonl"),
               (["render", "both", "--max-nodes", "40", "-o"], "out.html"), (["render", "both", "--max-nodes", "40", "-o"], "out.svg")]
    for command, name in outputs:
        (disk / name).write_text("what was there")
    for command, name in outputs:
        room = shutil.disk_usage(disk).used
        small_disk(program, f"size={(room + 8191) // 4096 * 4096}")
        there = sorted(path.name for path in disk.iterdir())
        program.run(*command, f"disk/{name}", code=MACHINE_FAULT, says=[f"disk/{name}: ", "No space left on device"])
        same((disk / name).read_text(), "what was there", name)
        same(sorted(path.name for path in disk.iterdir()), there, "files on the disk")
    small_disk(program, "size=200m")
    for command, name in outputs:
        program.run(*command, f"disk/{name}")
        assert (disk / name).stat().st_size > 1000

    # Standard output, and the report of a batch.
    document = program.folder / "a.txt"
    document.write_text("Northgate Capital invested $5 million in Quickmart.\n" * 500)
    for command in (["extract", "a.txt"], ["mentions", "a.txt"], ["text", "a.txt"], ["export", "both", "--to", "cypher"],
                    ["dot", "small"], ["stats", "small"], ["rank", "small", "--format", "csv"], ["help"], ["--version"]):
        with open("/dev/full", "wb") as full:
            program.run(*command, stdout=full, code=MACHINE_FAULT, says=["standard output: it could not be written", "disk"])
    program.run("extract", "a.txt", "--report", "/dev/full", code=MACHINE_FAULT, says=["/dev/full"])

    # A limit on the size of files, as batch systems set it.
    def at_most_64_kilobytes():
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    for command in (["build", "-o", "limited", large], ["export", "both", "--to", "graphml", "-o", "limited.graphml"]):
        program.run(*command, code=MACHINE_FAULT, says=["limited"], preexec_fn=at_most_64_kilobytes)
    assert "limited.graphml" not in program.files()
    program.run("build", "-o", "limited", small, large)
    same(program.exported("limited"), program.exported("both"), "the graph when the limit is gone")


def try_read_only(program):
    small = program.facts("small.jsonl", 60)
    disk = small_disk(program, "size=8m")
    program.run("build", "-o", "disk/g", small)
    answer = program.run("rank", "disk/g")
    (disk / "g.frozen").unlink()
    (disk / "out.svg").write_text("what was there")
    small_disk(program, "ro")
    there = sorted(path.name for path in disk.iterdir())
    same(program.run("rank", "disk/g"), answer, "the answer where nothing can be written")
    assert program.exported("disk/g")
    for command in (["build", "-o", "disk/g", small], ["build", "-o", "disk/new", small], ["import", "-o", "disk/g", small],
                    ["merge", "-o", "disk/new", "disk/g"], ["render", "disk/g", "-o", "disk/out.svg"],
                    ["export", "disk/g", "--to", "csv", "-o", "disk/out.csv"], ["extract", small, "--report", "disk/report"]):
        program.run(*command, code=MACHINE_FAULT, says=["whofunds: disk/"])
    same(sorted(path.name for path in disk.iterdir()), there, "files on the disk")
    same((disk / "out.svg").read_text(), "what was there", "out.svg")


def try_no_permission(program):
    """As a user without rights; who runs the test as root becomes one."""
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    small = program.facts("small.jsonl", 60)
    program.run("build", "-o", "g", small)
    answer = program.run("rank", "g")
    (program.folder / "secret.txt").write_text("Northgate Capital invested $5 million in Quickmart.")
    (program.folder / "open.txt").write_text("Northgate Capital invested $5 million in Quickmart.")
    (program.folder / "closed").mkdir(mode=0o500)
    shutil.copy(program.folder / "g", program.folder / "hidden")
    for name, rights in (("secret.txt", 0), ("hidden", 0), ("g", 0o444), ("g.frozen", 0o444), (".", 0o755)):
        (program.folder / name).chmod(rights)
    whole = (program.folder / "g").read_bytes()

    def run(*arguments, **more):
        return program.run(*arguments, before=nobody, env={**os.environ, "HOME": "/"}, **more)

    # A document is one bad document of a batch; a graph, or a place to write to, is a fault.
    facts = run("extract", "secret.txt", "open.txt", code=3, says=["secret.txt: ", "Permission denied", "1 unreadable"])
    same(json.loads(facts)["doc"], "open.txt", "the document that can be read")
    same(run("rank", "g"), answer, "the answer to who may only read")
    run("stats", "hidden", code=MACHINE_FAULT, says=["hidden: ", "rights"])
    (program.folder / ".").chmod(0o555)
    for command, says in ((["build", "-o", "g", "open.txt"], "g: "), (["build", "-o", "new", "open.txt"], "new: "),
                          (["merge", "-o", "closed/new", "g"], "closed/new: "), (["render", "g", "-o", "new.svg"], "new.svg: "),
                          (["export", "g", "--to", "gexf", "-o", "g.frozen"], "g.frozen: "),
                          (["extract", "open.txt", "--report", "report"], "report: ")):
        run(*command, code=MACHINE_FAULT, says=["whofunds: " + says])
    (program.folder / ".").chmod(0o755)
    same((program.folder / "g").read_bytes(), whole, "the graph that may only be read")
    same(program.files(), {"small.jsonl", "g", "g.frozen", "secret.txt", "open.txt", "closed", "hidden"}, "files")


def try_killed(program):
    """Killed at any moment, as by a power cut: the graph is whole, the next run goes on; a file is the old or the new one."""
    large = program.facts("large.jsonl", 20000)
    program.run("build", "-o", "whole", large)
    wanted = program.exported("whole")
    every = set(wanted.splitlines())
    chance = random.Random(7)

    def kill_some_time(*arguments, longest):
        process = program.start(*arguments)
        time.sleep(chance.uniform(0.01, longest))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return process.returncode

    begin = time.monotonic()
    program.run("build", "-o", "other", large)
    takes = time.monotonic() - begin
    kept = set()
    for _ in range(6):
        kill_some_time("build", "-o", "g", large, longest=takes)
        if (program.folder / "g").exists() and (program.folder / "g").stat().st_size:
            now = set(program.exported("g").splitlines())
            assert kept <= now <= every, "a graph that was committed has lost facts, or got some"
            kept = now
    program.run("build", "-o", "g", large)
    same(program.exported("g"), wanted, "the graph after all")
    program.run("export", "whole", "--to", "graphml", "-o", "new.graphml")
    new = (program.folder / "new.graphml").read_bytes()
    (program.folder / "out.graphml").write_bytes(b"what was there")
    for _ in range(6):
        kill_some_time("export", "whole", "--to", "graphml", "-o", "out.graphml", longest=0.5)
        assert (program.folder / "out.graphml").read_bytes() in (b"what was there", new), "a part of a file"
    program.run("export", "whole", "--to", "graphml", "-o", "out.graphml")
    same((program.folder / "out.graphml").read_bytes(), new, "the file after all")
    answer = program.run("rank", "whole", "--format", "json")
    for _ in range(6):
        (program.folder / "g.frozen").unlink(missing_ok=True)
        kill_some_time("rank", "g", longest=0.5)
        same(program.run("rank", "g", "--format", "json"), answer, "the answer after the frozen form was cut off")


def try_clock(program):
    """The clock says what it likes: nothing depends on it."""
    first, second = program.facts("first.jsonl", 200), program.facts("second.jsonl", 200, 2)
    program.run("build", "-o", "now", first, second)
    wanted, answer = program.exported("now"), program.run("rank", "now")

    def run(when, *arguments):
        return program.run(*arguments, before=["faketime", when])

    run("2031-05-05 12:00:00", "build", "-o", "g", first)
    run("2031-05-05 12:00:01", "rank", "g")
    run("1999-12-31 23:59:59", "build", "-o", "g", second)
    old = time.mktime((1980, 1, 1, 0, 0, 0, 0, 0, 0))
    os.utime(program.folder / "g", (old, old))
    same(run("1990-01-01 00:00:00", "rank", "g"), answer, "the answer after the clock went back")
    same(run("1985-01-01 00:00:00", "export", "g", "--to", "jsonl"), wanted, "the graph after the clock went back")
    for ending in ("html", "svg", "png", "pdf", "dot"):
        for name, when in (("a", "1999-01-01 00:00:00"), ("b", "2033-03-03 03:03:03")):
            run(when, "render", "g", "--max-nodes", "30", "-o", f"{name}.{ending}")
        same((program.folder / f"a.{ending}").read_bytes() == (program.folder / f"b.{ending}").read_bytes(), True,
             f"the same .{ending} in another century")
    document = {"id": "a", "text": "Northgate Capital invested $5 million in Quickmart yesterday, and will invest $7 million next year."}
    (program.folder / "a.jsonl").write_text(json.dumps(document))
    same(run("1999-01-01 00:00:00", "extract", "a.jsonl"), run("2033-03-03 03:03:03", "extract", "a.jsonl"), "facts")


def try_two_at_once(program):
    parts = [program.facts(f"{seed}.jsonl", 4000, seed) for seed in range(4)]
    program.run("build", "-o", "whole", *parts)
    wanted = program.exported("whole")

    # Into one graph that is not there yet: who does not get its turn says so, and what it did stays.
    builds = [program.start("build", "-o", "g", part) for part in parts]
    for build, part in zip(builds, parts):
        _, said = build.communicate()
        assert build.returncode == 0 or (build.returncode == MACHINE_FAULT and b"another program is writing" in said), said
    assert set(program.exported("g").splitlines()) <= set(wanted.splitlines())
    for part in parts:
        program.run("build", "-o", "g", part)
    same(program.exported("g"), wanted, "the graph of four at once")

    # While one writes for long, the other gives up in time, and whoever asks is answered.
    os.mkfifo(program.folder / "pipe")
    lines = (program.folder / parts[0]).read_bytes().splitlines(keepends=True)
    slow = program.start("build", "-o", "slow", "pipe")
    with (program.folder / "pipe").open("wb", buffering=0) as pipe:
        pipe.write(b"".join(lines[:2000]))
        until = time.monotonic() + 60
        while not ((program.folder / "slow-wal").exists() and (program.folder / "slow-wal").stat().st_size > 0):
            assert time.monotonic() < until and slow.poll() is None, "the slow build wrote nothing"
            time.sleep(0.05)
        second = program.start("build", "-o", "slow", parts[1])
        program.run("stats", "slow")
        _, said = second.communicate()
        assert second.returncode in (0, MACHINE_FAULT), said
        assert second.returncode == 0 or b"another program is writing to the graph; wait until it is done" in said, said
        pipe.write(b"".join(lines[2000:]))
    _, said = slow.communicate()
    assert slow.returncode == 0, said
    for part in parts:
        program.run("build", "-o", "slow", part)
    same(program.exported("slow"), wanted, "the graph of a slow build and another")

    # Many who ask first: one frozen form, one answer.
    (program.folder / "g.frozen").unlink(missing_ok=True)
    asking = [program.start("rank", "g", "--format", "json") for _ in range(4)]
    same(len({each.communicate()[0] for each in asking}), 1, "answers")
    same([each.returncode for each in asking], [0] * 4, "exit codes")
    same({name for name in program.files() if name.startswith("g")}, {"g", "g.frozen"}, "files beside the graph")


def main():
    tries = {name.removeprefix("try_"): attempt for name, attempt in globals().items() if name.startswith("try_")}
    # Disks of our own are mounted where nobody else sees them, and are gone when the test ends.
    if sys.argv[2] in ("disk_full", "read_only") and os.environ.get("WHOFUNDS_OWN_MOUNTS") is None:
        os.environ["WHOFUNDS_OWN_MOUNTS"] = "1"
        root = [] if os.geteuid() == 0 else ["--map-root-user"]
        os.execvp("unshare", ["unshare", *root, "--mount", sys.executable, *sys.argv])
    with tempfile.TemporaryDirectory() as scratch:
        try:
            tries[sys.argv[2]](Program(sys.argv[1], scratch))
        finally:
            disk = os.path.join(scratch, "disk")
            if os.path.ismount(disk):
                subprocess.run(["umount", disk], check=False)


if __name__ == "__main__":
    main()
