#!/usr/bin/env python3
"""Runs the names of names.json, and documents that hold them, through every output that `export` does not make (those are read
back in tests/exchange/readers), and reads each back by a parser that is not ours.

Usage: hostile.py FOLDER-OF-WHOFUNDS pictures|page|exports|queries|text|messages|refused
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
TABLE = json.loads((HERE / "names.json").read_text())
NAMES = list(TABLE["names"].values())
FUND = "Nasty Fund"
# What would steer a terminal, or turn the direction of what stands beside it.
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def same(found, wanted, what):
    assert found == wanted, f"{what}:\n  found  {found!r}\n  wanted {wanted!r}"


def calm(shown, what):
    """Bytes that may go to a terminal; as text."""
    text = shown.decode()  # UTF-8, or it fails here
    bad = STEERS.search(text)
    assert not bad, f"{what} hands {bad.group()!r} to the terminal: {text[max(0, bad.start() - 80):bad.end() + 40]!r}"
    return text


def printable(name):
    """A name as a person is shown it in a line."""
    return STEERS.sub("\ufffd", re.sub("[\u2028\u2029]", "\ufffd", re.sub("[\n\t]", " ", name.replace("\r", ""))))


def drawn(text):
    """What a picture can show of a text, without regard to spaces."""
    kept = (c for c in text if c != "\u2060" and not STEERS.match(c) and unicodedata.category(c) not in ("Cc", "Cn", "Zl", "Zp"))
    return unicodedata.normalize("NFC", re.sub(r"\s+", "", "".join(kept)))


class Program:
    """The program, run in a folder of its own."""

    def __init__(self, folder, scratch):
        self.file = os.path.join(os.path.abspath(folder), "whofunds")
        self.scratch = scratch

    def run(self, *arguments, given=b"", codes=(0,)):
        done = subprocess.run([self.file, *arguments], cwd=self.scratch, input=given, capture_output=True, check=False)
        assert done.returncode in codes, f"{arguments} ended with {done.returncode}: {done.stderr.decode(errors='replace')}"
        return done

    def graph(self):
        self.run("build", "-o", "g", "--input", "jsonl", "-", given=fact_lines())
        return "g"


def entity(number, name, kind="company"):
    return {"id": f"e{number}", "name": name, "kind": kind, "aliases": [name]}


def fact_lines():
    """Each name as the object of a fact, as an owner, as evidence, as the id of a document, and as its title."""
    lines = []
    for number, name in enumerate(NAMES):
        said = {"status": "completed", "confidence": 0.9, "evidence": [{"begin": 0, "end": len(name), "text": name}]}
        fund, it, back = entity(0, FUND, "fund"), entity(number + 1, name), entity(1000, "Back Holding")
        lines.append({"doc": name, "subject": fund, "relation": "invests_in", "object": it, "deal": name,
                      "amount": {"value": 1000 + number, "currency": "USD"}, **said})
        lines.append({"doc": name, "subject": it, "relation": "owns", "object": back, "stake": {"percent": 1}, **said})
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


# --- pictures

def graphviz(*arguments, given):
    return subprocess.run(arguments, input=given, capture_output=True, check=True).stdout


def check_drawn(tooltips, what):
    """Every name is told, in full, by the words that a pointer shows."""
    wanted = {drawn(f"company, {name}") for name in NAMES if len(name) < 200}
    same(wanted - {drawn(tip) for tip in tooltips}, set(), f"names that {what} lacks")


def try_pictures(program):
    graph = program.graph()
    options = ("--title", NAMES[5], "--source", NAMES[0])
    dot = program.run("dot", graph, *options).stdout
    calm(dot, "dot")
    read = json.loads(graphviz("dot", "-Tdot_json", given=dot))
    nodes = [node for node in read["objects"] if "nodes" not in node]
    same(len(nodes), len(NAMES) + 2, "nodes that Graphviz reads")
    same(len(read["edges"]), 2 * len(NAMES), "edges that Graphviz reads")
    check_drawn((node["tooltip"].replace("\\\\", "\\") for node in nodes), "DOT")
    same(graphviz("gc", "-n", "-e", given=dot).split()[:2], [b"%d" % (len(NAMES) + 2), b"%d" % (2 * len(NAMES))], "gc counts")

    program.run("render", graph, "-o", "g.svg", *options)
    text = pathlib.Path(program.scratch, "g.svg").read_bytes()
    calm(text, "svg")
    svg = "{http://www.w3.org/2000/svg}"
    root = xml.etree.ElementTree.fromstring(text)
    same({one.tag.removeprefix(svg) for one in root.iter()} - {"svg", "g", "a", "title", "text", "path", "polygon", "polyline",
                                                              "ellipse", "defs", "linearGradient", "stop"}, set(), "elements of SVG")
    for one in root.iter():
        for name, value in one.attrib.items():
            assert not name.startswith("on") and "script" not in value, f"{one.tag} has {name}={value!r}"
    check_drawn((one.text or "" for one in root.iter(svg + "title")), "SVG")
    for ending in ("png", "pdf"):
        program.run("render", graph, "-o", f"g.{ending}", *options)
        same(pathlib.Path(program.scratch, f"g.{ending}").read_bytes()[:4], {"png": b"\x89PNG", "pdf": b"%PDF"}[ending], ending)


class Page(html.parser.HTMLParser):
    """What a parser of HTML makes of a page: elements, attributes, and the data."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.elements, self.handlers, self.scripts, self.comments = [], [], [], []
        self.inside, self.title = None, ""

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.handlers += [name for name, value in attrs if name.startswith("on") or (value or "").startswith("javascript:")]
        if tag == "script":
            self.inside = (dict(attrs).get("type"), [])
            self.scripts.append(self.inside)

    def handle_endtag(self, tag):
        if tag == "script":
            self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.inside[1].append(data)
        if self.elements[-1:] == ["title"] and not self.title:
            self.title = data

    def handle_comment(self, data):
        self.comments.append(data)


def parsed(text):
    page = Page()
    page.feed(text)
    page.close()
    return page


def try_page(program):
    program.run("build", "-o", "plain", "--input", "jsonl", "-", given=json.dumps(
        {"doc": "a", "subject": entity(1, "Elm"), "relation": "owns", "object": entity(2, "Oak"), "status": "completed",
         "confidence": 0.9, "evidence": [{"begin": 0, "end": 3, "text": "Elm"}]}).encode())
    program.run("render", "plain", "-o", "plain.html")
    plain = parsed(pathlib.Path(program.scratch, "plain.html").read_text())
    graph = program.graph()
    title = " ".join(name for name in NAMES if len(name) < 200)
    program.run("render", graph, "-o", "g.html", "--title", title, "--source", title)
    page = parsed(pathlib.Path(program.scratch, "g.html").read_bytes().decode())
    same(set(page.elements) - set(plain.elements), set(), "elements that names have made")
    same(len(page.scripts), len(plain.scripts), "scripts")
    same([one for one in page.comments if not re.fullmatch(" e[0-9]+(&#45;&gt;e[0-9]+)? ", one)], [], "comments")
    same(page.handlers, [], "handlers")
    same(drawn(page.title), drawn(title), "title")
    data, = (json.loads("".join(text)) for kind, text in page.scripts if kind == "application/json")
    wanted = {drawn(name) for name in NAMES}
    same({drawn(one["name"]) for one in data["entities"]}, {*wanted, drawn(FUND), drawn("Back Holding")}, "names in the page")
    same({drawn(one["text"]) for fact in data["facts"] for one in fact["evidence"]}, wanted, "evidence in the page")
    same({drawn(document) for document in data["documents"]}, wanted, "documents in the page")


def try_exports(program):
    """What is printed of an export steers no terminal; that it can be read back is tested beside each reader."""
    graph = program.graph()
    for form in ("graphml", "gexf", "cypher", "ftm", "jsonl"):
        calm(program.run("export", graph, "--to", form).stdout, form)


# --- answers

def check_json(done, what):
    text = done.stdout.decode()
    calm(done.stdout, what)
    return [json.loads(line) for line in text.splitlines()] if what.endswith("jsonl") else json.loads(text)


def check_csv(done, what):
    """Rows as a spreadsheet reads them: none is a formula, each is one line, all are of one width."""
    calm(done.stdout.replace(b"\r\n", b"\n"), what)
    text = done.stdout.decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    same(len(rows), text.count("\r\n"), f"lines of {what}")
    same({len(row) for row in rows}, {len(rows[0])}, f"columns of {what}")
    for cell in (cell for row in rows for cell in row):
        assert not re.match(" *[=+\\-@\t\r\n＝＋－＠]", cell), f"{what}: {cell!r} would run as a formula"
    return rows


def names_in(value):
    """Every name of an entity in an answer."""
    if isinstance(value, list):
        return [name for one in value for name in names_in(one)]
    if isinstance(value, dict):
        own = [value["name"]] if "name" in value else []
        return own + [name for one in value.values() for name in names_in(one)]
    return []


def try_queries(program):
    graph = program.graph()
    every = {*NAMES, FUND, "Back Holding"}
    shown = {printable(name) for name in NAMES}

    checks = {"text": lambda done, what: calm(done.stdout, what), "json": check_json, "csv": check_csv}

    def ask(*arguments, forms=tuple(checks), codes=(0,)):
        answers = {}
        for form in forms:
            done = program.run(arguments[0], "--format", form, *arguments[1:], codes=codes)
            calm(done.stderr, f"{arguments}, on standard error,")
            answers[form] = checks[form](done, f"{arguments} --format {form}")
        return answers

    for command in (["funded", graph, FUND, "--evidence"], ["show", graph, FUND], ["funders", graph, "Back Holding", "--depth", "3"],
                    ["path", graph, FUND, "Back Holding", "--all", "--evidence"], ["path", graph, FUND, "Back Holding", "--k", "50"],
                    ["owners", graph, "Back Holding", "--evidence"]):
        answer = ask(*command)
        same(set(names_in(answer["json"])) - every, set(), f"strange names in {command}")
        if command[0] in ("funded", "show"):
            same(set(names_in(answer["json"])) >= set(NAMES), True, f"names in {command}")
            cells = {cell[1:] if re.match("'+ *[=+\\-@\t\r\n＝＋－＠]", cell) else cell for row in answer["csv"] for cell in row}
            same({re.sub(" +", " ", name).strip() for name in shown} - {re.sub(" +", " ", cell).strip() for cell in cells}, set(),
                 f"names in {command} as CSV")
            lacking = [name for name in shown if name.strip() not in answer["text"]]
            same(lacking, [], f"names in {command} as text")
    for command in (["cycles", graph], ["rank", graph, "--top", "100"], ["stats", graph]):
        ask(*command, codes=(0, 1))
    for number, name in enumerate(NAMES):  # every command with every name, in the forms by turns
        shown_json = ask("show", graph, "--", name, forms=["json"])["json"]
        same((shown_json.get("entity") or shown_json)["name"], name, "who is shown")
        for place, command in enumerate((["funders", graph, "--evidence"], ["owners", graph], ["common", graph, FUND],
                                         ["path", graph, FUND])):
            ask(*command, "--", name, forms=[list(checks)[(number + place) % 3]], codes=(0, 1))


# --- what is read

def documents():
    """Documents that say something, with each name in the midst of a sentence, and as title and id."""
    for number, name in enumerate(NAMES):
        yield {"id": f"{number} {name}", "title": name, "url": name,
               "text": f"Northgate Capital invested $5 million in Quickmart, says {name}.\n\nФонд «Охта» вложил 3 млн рублей "
                       f"в компанию «{name}».\n\n{name} acquired Harbourline Robotics for $20 million."}


def on_terminal(program, *arguments):
    """What the program writes where its output is a terminal."""
    import pty
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(program.scratch)
        os.execv(program.file, [program.file, *arguments])
    shown = b""
    while True:
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
    os.waitpid(process, 0)
    os.close(terminal)
    return shown


def try_text(program):
    given = "".join(json.dumps(one) + "\n" for one in documents()).encode()
    texts = {one["id"]: one["text"] for one in documents()}
    facts = check_json(program.run("extract", "--input", "jsonl", "--format", "jsonl", given=given), "extract as jsonl")
    same({fact["doc"] for fact in facts}, set(texts), "documents of which there are facts")
    for fact in facts:
        for one in fact["evidence"]:
            same(one["text"], texts[fact["doc"]][one["begin"]:one["end"]], f"evidence in {fact['doc']!r}")
    mentions = check_json(program.run("mentions", "--input", "jsonl", "--format", "jsonl", given=given), "mentions as jsonl")
    for one in mentions:
        same(one["text"], texts[one["doc"]][one["begin"]:one["end"]], f"a mention in {one['doc']!r}")
    lines = check_json(program.run("text", "--input", "jsonl", "--format", "jsonl", given=given), "text as jsonl")
    same([(one["id"], one["text"], one["title"], one["url"]) for one in lines],
         [(one["id"], one["text"], one["title"], one["url"]) for one in documents()], "documents")
    for command in (["extract", "--format", "text"], ["extract", "--explain"], ["mentions", "--format", "text"]):
        for tagger in ("model", "rules"):
            done = program.run(*command, "--tagger", tagger, "--input", "jsonl", given=given)
            calm(done.stdout, " ".join(command))
            calm(done.stderr, " ".join(command) + ", on standard error,")
    # What `text` prints is the text as it is, but for a terminal.
    pathlib.Path(program.scratch, "documents").write_bytes(given)
    calm(on_terminal(program, "text", "--input", "jsonl", "documents").replace(b"\r\n", b"\n"), "text on a terminal")


def try_messages(program):
    """What goes wrong is told in one line for each thing that does, whatever files and arguments are called."""
    graph = program.graph()

    def told(*arguments, codes, lines=1, given=b""):
        done = program.run(*arguments, codes=codes, given=given)
        text = calm(done.stderr, f"{arguments}, on standard error,")
        if lines is not None:
            same(len(text.splitlines()), lines, f"lines that {arguments} says: {text!r}")
        return text

    for number, name in enumerate(NAMES):
        file = re.sub("/", "∕", name).lstrip(".")[:80]
        attempts = [
            ([f"./{file}"], 2), (["help", "x" + name], 2), (["stats", f"./{file}"], 3), (["stats", graph, "--format", name], 2),
            (["stats", graph, f"--x{name}"], 2), (["export", graph, "--to", name], 2),
            (["path", graph, FUND, f"Nobody Of {name}"], 1), (["render", graph, "-o", f"./no{file}/x.svg"], 4),
            (["render", graph, "-o", f"./x.{file}"], 2), (["build", "-o", f"./no{file}/g", "-"], 4),
            (["rank", graph, "--top", name], 2), (["path", graph, FUND, "Back Holding", "--since", name], 2),
            (["serve", f"./{file}"], 3), (["merge", "-o", "m", f"./{file}"], 3), (["import", "-o", "i", f"./{file}"], 3),
            (["build", "-o", "b", "--decisions", f"./{file}"], 3),
        ]
        for arguments, code in attempts[number % 4::4]:  # by turns: each with every fourth name
            told(*arguments, codes=(code,), lines=None if code == 1 else 2 if arguments[0] == "import" else 1)
        # A file of that name that cannot be read, met by name and in a folder: named, and the summary.
        folder = pathlib.Path(program.scratch, "folder")
        folder.mkdir(exist_ok=True)
        bad = folder / file
        bad.write_bytes(b'{"id": "a"}\n')
        told("extract", "--input", "jsonl", f"folder/{file}", "--report", "report.json", codes=(3,), lines=2)
        report = json.loads(pathlib.Path(program.scratch, "report.json").read_bytes())
        same(json.dumps(report, ensure_ascii=False).count(json.dumps(file, ensure_ascii=False)[1:-1]) > 0, True,
             f"the report names {file!r}: {report}")
        told("extract", "-r", "--input", "jsonl", "folder", codes=(3,), lines=2)
        bad.unlink()
        # Lines of JSON with hostile values where others should be.
        lines = [
            {"id": name, "text": 5}, {"id": name, "text": ""}, {"id": "a", "text": "b", "date": name}, {"doc": name, "relation": name},
            {"doc": name, "subject": entity(1, name), "relation": "owns", "object": entity(2, name, name), "evidence": []},
        ]
        given = "".join(json.dumps(line) + "\n" for line in lines).encode()
        told("build", "-o", "b", "--input", "jsonl", "-", given=given, codes=(3,), lines=len(lines) + 1)


def try_refused(program):
    """Bytes of which no name can be made: the line is refused with its number, and the others are taken."""
    for why, raw in TABLE["refused"].items():
        name = raw.encode("latin-1")
        good = json.dumps(json.loads(fact_lines().splitlines()[0])).encode()
        bad = good.replace(json.dumps(NAMES[0]).encode(), b'"' + name + b'"')
        assert bad != good
        for command in (["build", "-o", "r"], ["import", "-o", "r"]):
            done = program.run(*command, "-", given=bad + b"\n" + good + b"\n", codes=(3,))
            calm(done.stderr, why)
        same(json.loads(program.run("stats", "r", "--format", "json").stdout)["facts"], 1, f"facts beside one with {why}")
        document = b'{"id": "a", "text": "Northgate Capital invested $5 million in Quickmart. ' + name + b'"}\n'
        plain = b'{"id": "b", "text": "Northgate Capital invested $5 million in Quickmart."}\n'
        for command in ("extract", "mentions", "text"):
            done = program.run(command, "--input", "jsonl", "--format", "jsonl", given=document + plain, codes=(0, 3))
            calm(done.stdout, f"{command}: {why}")
            calm(done.stderr, f"{command}: {why}")
            lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
            assert any(one.get("doc", one.get("id")) == "b" for one in lines), f"{command}: after {why} nothing more was read"
        pathlib.Path(program.scratch, "plain.txt").write_bytes(b"Northgate Capital invested $5 million in Quickmart. " + name)
        for command in ("extract", "mentions"):
            done = program.run(command, "--format", "text", "plain.txt", codes=(0, 3))
            calm(done.stdout, f"{command} as text: {why}")
        pathlib.Path(program.scratch, "r").unlink()


def main():
    tries = {name.removeprefix("try_"): attempt for name, attempt in globals().items() if name.startswith("try_")}
    with tempfile.TemporaryDirectory() as scratch:
        tries[sys.argv[2]](Program(sys.argv[1], scratch))


if __name__ == "__main__":
    main()
