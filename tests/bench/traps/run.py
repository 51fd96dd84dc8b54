#!/usr/bin/env python3
"""Whether time grows with the size of what is read and no faster: texts made to trap a reader, each at two sizes.

    python3 tests/bench/traps/run.py [--kilobytes 250] [--build build/release] [--tagger rules] [NAME…]

Each trap is read at that size and at four times that size, and the seconds of processor are printed with their ratio: 4 is
linear, 16 is quadratic. A trap that a limit stops says so. What takes longer than five minutes is ended.
"""

import argparse
import pathlib
import resource
import subprocess
import tempfile

TIMES = 4
PATIENCE = 300


def repeated(text, size):
    return text * (size // len(text.encode()) + 1)


def numbered(form, size):
    parts = []
    while size > 0:
        parts.append(form.format(len(parts), syllables(len(parts))))
        size -= len(parts[-1].encode())
    return "".join(parts)


def syllables(number):
    """A name for a number: "Bakodu"."""
    name = ""
    for _ in range(4):
        number, digit = divmod(number, 50)
        name += "bdfgklmnrt"[digit % 10] + "aeiou"[digit // 10]
    return name.capitalize()


def html(body):
    return "<!doctype html><html><body>" + body + "</body></html>"


def mail(body, headers=""):
    return f"From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\n{headers}\n{body}"


TRAPS = {
    # One sentence, or one document, with more of something than anybody writes.
    "names in a sentence": lambda n: numbered("{1} Capital, ", n) + "and Foo Partners invested in Bar.",
    "russian names in a sentence": lambda n: "Деньги вложили " + numbered("фонд «{1}», ", n) + "и «Лада» в завод «Кварц».",
    "verbs in a sentence": lambda n: numbered("{1} bought {1}co and ", n) + "left.",
    "clauses in a sentence": lambda n: numbered("фонд «{1}», который купил завод «{1}», который ", n) + "растёт.",
    "possessors in a row": lambda n: "Acme bought " + repeated("the owner of ", n) + "Bolt.",
    "sums in a sentence": lambda n: "Acme raised " + numbered("${0} million, ", n) + "in all.",
    "facts": lambda n: numbered("{1} Capital acquired {1} Foods for ${0} million. ", n),
    "facts with two names each": lambda n: "Acme Corp and Bolt Ltd agreed. " + repeated("Acme Corp bought Bolt Ltd. ", n),
    "facts to be quoted": lambda n: numbered("{1} Capital  acquired {1} Foods.\r\n\r\n", n),
    "russian facts": lambda n: numbered("Фонд «{1}» вложил {0} млн рублей в компанию «{1} Софт». ", n),
    "pronouns": lambda n: "Acme Corp was founded in 2001. " + repeated("It bought Bolt Ltd. ", n),
    "persons of one surname": lambda n: numbered("{1} Smith founded {1} Labs. Smith left. ", n),
    "acronyms": lambda n: numbered("Bank of {1} Trade (B{1}T) lent BT $5 million. ", n),
    "names alike": lambda n: numbered("Global Trade Holding {0} bought Global Trade {0}. ", n),
    "paragraphs in turn of languages": lambda n: repeated(
        "The fund has bought a third of the company, and both sides said that it would be closed soon.\n\n"
        "Фонд купил треть компании, и обе стороны сообщили, что сделка скоро будет закрыта.\n\n", n),
    # Characters that go on and on.
    "a word": lambda n: "a" * n,
    "a russian word": lambda n: repeated("ж", n),
    "capitals": lambda n: repeated("AБ", n),
    "digits": lambda n: "7" * n,
    "numbers": lambda n: repeated("1 000 ", n),
    "dots": lambda n: "." * n,
    "a dotted chain": lambda n: repeated("т.е.", n),
    "a hyphenated chain": lambda n: repeated("co-", n),
    "opening quotes": lambda n: repeated("«", n),
    "opening brackets": lambda n: repeated("(a ", n),
    "apostrophes": lambda n: repeated("x'", n),
    "spaces": lambda n: "a" + " " * n + "b",
    "line ends": lambda n: "a" + "\n" * n + "b",
    "short lines": lambda n: repeated("Acme\n", n),
    "wrapped lines": lambda n: repeated("Ravenmoor Capital has invested in Brightwater and\n", n),
    "marks on a letter": lambda n: "a" + repeated("\u0301\u0308", n),
    "unseen characters": lambda n: repeated("a\u00ad\u200b", n),
    "an address of the web": lambda n: "http://a.example/" + repeated("a/b?c=d&", n),
    # Formats.
    "html: levels": lambda n: html(repeated("<div>", min(n, 400_000)) + "<p>Acme bought Bolt.</p>"),
    "html: open marks": lambda n: html(repeated("<b><i><p>x", min(n, 300_000))),
    "html: open cells": lambda n: html(repeated("<table><tr><td>x", min(n, 300_000))),
    "html: attributes": lambda n: html("<p " + numbered("a{0}=b ", n) + ">x</p>"),
    "html: comments": lambda n: html(repeated("<!--", n)),
    "html: entities": lambda n: html("<p>" + repeated("&nbsp;&shy;&amp", n)),
    "html: paragraphs": lambda n: html(repeated("<p>Acme bought Bolt for one.</p>", min(n, 1_400_000))),
    "html: rows": lambda n: html("<table>" + repeated("<tr><td>Acme<td>Bolt", min(n, 600_000))),
    "json: levels": lambda n: '{"id":"a","text":"b","x":' + "[" * n + "]" * n + "}",
    "json: keys": lambda n: '{"id":"a","text":"Acme bought Bolt."' + numbered(',"k{0}":1', n) + "}",
    "mail: headers": lambda n: mail("Acme bought Bolt.", numbered("X-{0}: y\n", n)),
    "mail: parts": lambda n: mail(numbered("--b\n\nAcme bought B{0}.\n", n) + "--b--\n", "Content-Type: multipart/mixed; boundary=b\n"),
    "markdown: brackets": lambda n: "# a\n\n" + repeated("[", n),
    "markdown: stars": lambda n: "# a\n\n" + repeated("*a **b ", n),
    "markdown: quotes": lambda n: "# a\n\n" + repeated("> ", min(n, 100_000)) + "x",
    "markdown: links": lambda n: "# a\n\n" + numbered("[a{0}]: b\n", n) + repeated("[a] ", n),
    "markdown: ticks": lambda n: "# a\n\n" + "".join("`" * (i % 600 + 1) + "a " for i in range(n // 300)),
}


def seconds_of(program, tagger, name, text):
    """Seconds of processor that the program takes to read the text, and what it says to it."""
    ending = ".md" if name.startswith("markdown") else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / ("trap" + ending)
        file.write_text(text, encoding="utf-8", newline="")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            done = subprocess.run([program, "extract", "--jobs", "1", "--tagger", tagger, "--format", "jsonl", file],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=PATIENCE, check=False)
            said = done.stderr.decode(errors="replace").strip().splitlines()
        except subprocess.TimeoutExpired:
            return float(PATIENCE), "ended: it took too long"
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, said[0].replace(str(file), "") if said else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=250)
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--tagger", default="rules")
    parser.add_argument("names", nargs="*", default=list(TRAPS))
    options = parser.parse_args()
    program = str(pathlib.Path(options.build) / "whofunds")
    start, _ = seconds_of(program, options.tagger, "", "x")  # opening the dictionaries
    print(f"{'trap':34} {'s':>7} {'s at ' + str(TIMES) + ' times':>12} {'ratio':>6}  what was said")
    for name in options.names:
        size = options.kilobytes * 1000
        small, _ = seconds_of(program, options.tagger, name, TRAPS[name](size))
        large, said = seconds_of(program, options.tagger, name, TRAPS[name](TIMES * size))
        small, large = max(0.0, small - start), max(0.0, large - start)
        ratio = f"{large / small:6.1f}" if small >= 0.05 else "     –"
        print(f"{name:34} {small:7.2f} {large:12.2f} {ratio}  {said}", flush=True)


if __name__ == "__main__":
    main()
