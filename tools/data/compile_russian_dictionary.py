"""Compiles OpenCorpora's dictionary, as pymorphy3-dicts-ru packages it, into one file to map into memory.

    compile_russian_dictionary.py OUT

What comes in (formats of pymorphy2, https://pymorphy2.readthedocs.io/en/stable/internals/dict.html): automata of the
library dawgdic, whose words carry (paradigm, form) or a count; paradigms as lists of (ending, tag, prefix); the
probability of a tag given a word, counted in OpenCorpora's corpus. What goes out is described in word_automaton.py;
letters are single bytes (windows-1251, lower case).
"""

import base64
import functools
import json
import pathlib
import struct
import sys
from collections import defaultdict

import numpy

from word_automaton import Automaton, text_sections, write_dictionary

SEPARATOR = 1  # between a word and what it carries, in an automaton with records
MILLION = 1_000_000
WEIGHT_OF_ONE = 10_000  # weights of tags are kept as whole numbers of this

# The numbers are those of the enumerations in lib/whofunds/language/morphology.hpp.
PARTS_OF_SPEECH = {
    "NOUN": 1, "ADJF": 3, "VERB": 4, "INFN": 5, "PRTF": 6, "ADJS": 7, "PRTS": 7, "GRND": 8, "ADVB": 9, "COMP": 9,
    "PRED": 9, "NPRO": 10, "NUMR": 12, "PREP": 13, "CONJ": 14, "PRCL": 15, "INTJ": 16,
}  # fmt: skip
PROPER_NOUN, DETERMINER = 2, 11
CASES = {"nomn": 1, "gent": 2, "datv": 3, "accs": 4, "ablt": 5, "loct": 6, "voct": 1, "gen2": 2, "acc2": 4, "loc2": 6}
GENDERS = {"masc": 1, "femn": 2, "neut": 3}
NUMBERS = {"sing": 1, "plur": 2}
TENSES = {"past": 1, "pres": 2, "futr": 3}
ACTIVE, PASSIVE = 1, 2
NAMES = {"Name": 1, "Patr": 2, "Surn": 3, "Geox": 4, "Orgn": 5, "Trad": 6}
ANIMATE, ABBREVIATION, INDECLINABLE, VARIANT, CLOSED_CLASS = 1, 2, 4, 8, 16
# Forms that exist beside a commoner one: the second genitive and locative, "-ою" beside "-ой", the misspelt, the old.
VARIANTS = {
    "gen2", "acc2", "loc2", "voct", "V-oy", "V-ey", "V-be", "V-ie", "V-bi", "V-en", "V-ej", "V-sh", "Infr", "Slng",
    "Arch", "Erro", "Dist", "Litr", "Cmp2", "Inmx", "Prnt", "Coun",
}  # fmt: skip
# Parts of speech that get no new words, so that an unknown word is none of them.
CLOSED = {"NUMR", "NPRO", "PRED", "PREP", "CONJ", "PRCL", "INTJ", "Apro"}


def pack_tag(tag):
    """Eight bytes for a tag of OpenCorpora such as "NOUN,anim,masc,Surn sing,nomn"."""
    marks = tag.replace(" ", ",").split(",")

    def pick(table):
        return next((table[mark] for mark in table if mark in marks), 0)

    name = pick(NAMES)
    part = PARTS_OF_SPEECH[marks[0]]
    if marks[0] == "NOUN" and name:
        part = PROPER_NOUN
    if marks[0] == "ADJF" and "Apro" in marks:
        part = DETERMINER
    voice = 0
    if marks[0] in ("VERB", "INFN", "PRTF", "PRTS", "GRND"):
        voice = PASSIVE if "pssv" in marks else ACTIVE
    flags = (
        ANIMATE * ("anim" in marks)
        | ABBREVIATION * ("Abbr" in marks)
        | INDECLINABLE * ("Fixd" in marks)
        | VARIANT * bool(VARIANTS & set(marks))
        | CLOSED_CLASS * bool(CLOSED & set(marks))
    )
    return bytes([part, pick(CASES), pick(GENDERS), pick(NUMBERS), pick(TENSES), voice, name, flags])


class Dawg:
    """An automaton of dawgdic over bytes. A node is the base that its children's places are reckoned from."""

    def __init__(self, path):
        content = path.read_bytes()
        (size,) = struct.unpack_from("<I", content)
        units = numpy.frombuffer(content, "<u4", size, 4).astype(numpy.int64)
        places = numpy.arange(size)
        labels = units & 0xFF
        offsets = (units >> 10) << ((units & (1 << 9)) >> 6)
        self._units = units.tolist()
        self._bases = (places ^ offsets).tolist()
        self.root = self._bases[0]
        self._children = defaultdict(list)
        inner = numpy.flatnonzero(((units & (1 << 31)) == 0) & (labels != 0))
        for place, label in zip(inner.tolist(), labels[inner].tolist()):
            self._children[place ^ label].append((label, self._bases[place]))
        self._ends = set(numpy.flatnonzero((units & (1 << 31)) != 0).tolist())

    def children(self, node):
        return self._children.get(node, ())

    def value(self, node):
        """The number of the key that ends in `node`, None where none does."""
        return self._units[node] & 0x7FFFFFFF if node in self._ends else None

    def keys(self, node):
        """Every (key, number) below `node`."""
        value = self.value(node)
        if value is not None:
            yield b"", value
        for label, child in self.children(node):
            for key, number in self.keys(child):
                yield bytes([label]) + key, number

    def letters(self, node, begun=b""):
        """The children of `node` by letter, where its bytes are UTF-8; `begun` are the first bytes of a letter."""
        for label, child in self.children(node):
            letter = begun + bytes([label])
            if len(letter) == utf8_length(letter[0]):
                yield letter.decode(), child
            else:
                yield from self.letters(child, letter)


def utf8_length(first_byte):
    return 1 if first_byte < 0x80 else 2 if first_byte < 0xE0 else 3


def records(dawg, node, layout):
    """The records below `node`, in their order."""
    return sorted(struct.unpack(layout, base64.b64decode(key)) for key, _ in dawg.keys(node))


def rebuild(dawg, separator, entries_of):
    """The sections of `dawg` with its words in single bytes, and `entries_of(node after the separator)` for each."""
    automaton = Automaton()

    @functools.cache
    def value_of(node):
        entries = entries_of(node)
        return automaton.value(entries) if entries else None

    @functools.cache
    def add(node):
        value, arcs = None, []
        for letter, child in dawg.letters(node):
            if letter == separator:
                value = value_of(child)
                continue
            label = letter.encode("cp1251", "ignore")
            target = add(child) if label else None
            if target is not None:
                arcs.append((label[0], target))
        return automaton.node(arcs, value) if arcs or value is not None else None

    return automaton.sections(add(dawg.root))


def read_paradigms(path, tag_count):
    """Where each paradigm's forms begin, and the forms: (ending, tag, prefix)."""
    numbers = numpy.frombuffer(path.read_bytes(), "<u2")
    starts, forms, place = [0], [], 1
    for _ in range(numbers[0]):
        length = int(numbers[place])
        endings, tags, prefixes = numbers[place + 1 : place + 1 + length].reshape(3, -1)
        forms += zip(endings.tolist(), tags.tolist(), prefixes.tolist(), strict=True)
        starts.append(len(forms))
        place += 1 + length
    assert place == len(numbers) and len(starts) < 1 << 15 and max(tag for _, tag, _ in forms) < tag_count
    return numpy.array(starts, "<u4"), numpy.array(forms, "<u2")


def tag_weights(estimates, tag_number, rounds=5):
    """How likely each tag is beside others that a word may have, for words that were never counted.

    The model is Luce's: of the tags that a word may have, each is chosen in proportion to its weight. Weights are fitted
    to the words that were counted by Hunter's algorithm ("MM algorithms for generalized Bradley-Terry models", Annals of
    Statistics 2004); one imagined choice, against a tag of weight 1, keeps rare tags from extremes.
    """
    words = defaultdict(list)
    for key, number in estimates.keys(estimates.root):
        word, tag = key.decode().split(":")
        if tag in tag_number:
            words[word].append((tag, number / MILLION))
    choices = [choice for choice in words.values() if len(choice) > 1]
    chosen = defaultdict(float)
    for choice in choices:
        for tag, probability in choice:
            chosen[tag] += probability
    weight = defaultdict(lambda: 1.0)
    for _ in range(rounds):
        offered = defaultdict(float)
        for choice in choices:
            total = sum(weight[tag] for tag, _ in choice)
            for tag, _ in choice:
                offered[tag] += 1 / total
        for tag in chosen:
            weight[tag] = (chosen[tag] + 0.5) / (offered[tag] + 1 / (1 + weight[tag]))
    return [max(1, round(WEIGHT_OF_ONE * weight[tag])) for tag in tag_number]


def main(out):
    package = next(pathlib.Path(sys.prefix).glob("lib/python3*/site-packages/pymorphy3_dicts_ru/data"))
    tags = json.loads((package / "gramtab-opencorpora-int.json").read_text())
    tag_number = {tag: number for number, tag in enumerate(tags)}
    endings = json.loads((package / "suffixes.json").read_text())
    prefixes = dict(json.loads((package / "meta.json").read_text()))["compile_options"]["paradigm_prefixes"]
    starts, forms = read_paradigms(package / "paradigms.array", len(tags))
    estimates = Dawg(package / "p_t_given_w.intdawg")
    weights = tag_weights(estimates, tag_number)

    def word_entries(node):
        found = records(words, node, ">HH")
        return [(paradigm << 16 | form, weights[forms[starts[paradigm] + form][1]]) for paradigm, form in found]

    def estimate_entries(node):
        found = [(tag_number.get(key.decode()), number) for key, number in estimates.keys(node)]
        return sorted((tag, number) for tag, number in found if tag is not None and number)

    def guess_entries(node):
        found = records(guesses, node, ">IHH")
        return [(paradigm << 16 | form, count) for count, paradigm, form in found]

    words = Dawg(package / "words.dawg")
    guesses = Dawg(package / "prediction-suffixes-0.dawg")
    write_dictionary(
        out,
        b"russ",
        [
            b"".join(pack_tag(tag) for tag in tags),
            starts,
            forms,
            *text_sections(endings),
            *text_sections(prefixes),
            *rebuild(words, chr(SEPARATOR), word_entries),
            *rebuild(estimates, ":", estimate_entries),
            *rebuild(guesses, chr(SEPARATOR), guess_entries),
        ],
    )


if __name__ == "__main__":
    main(sys.argv[1])
