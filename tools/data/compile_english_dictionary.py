"""Compiles WordNet, as Debian's package wordnet-base lays it out, into one file to map into memory.

    compile_english_dictionary.py OUT [FOLDER]

What comes in (formats of wndb(5WN) and cntlist(5WN)): index.* lists lemmas, data.* their synsets, *.exc irregular
forms, cntlist.rev how often each sense was met in tagged texts. What goes out is described in word_automaton.py: an
automaton of lemmas and irregular forms, and the lemmas of the irregular forms as a list of strings. The key of an
entry holds, from the low bits: part of speech (2 bits), form (3), kind of name (3), marks (2), lemma (20, number in
the list).
"""

import pathlib
import re
import sys
from collections import defaultdict

from word_automaton import automaton_of, text_sections, write_dictionary

NOUN, VERB, ADJECTIVE, ADVERB = range(4)
FILES = {NOUN: "noun", VERB: "verb", ADJECTIVE: "adj", ADVERB: "adv"}
SENSE_TYPES = {1: NOUN, 2: VERB, 3: ADJECTIVE, 4: ADVERB, 5: ADJECTIVE}
# Forms. HAS_PLURAL stands at a lemma: the text of the entry is its irregular plural.
LEMMA, PLURAL, PRESENT, PAST, PAST_PARTICIPLE, PRESENT_PARTICIPLE, COMPARED, HAS_PLURAL = range(8)
# Kinds of names, by the synset that an instance is some kind of. The numbers are those of NameKind.
NAMES = {"person": 3, "location": 4, "organization": 5}
PROPER, ABBREVIATION = 1, 2

SINGLE_WORD = re.compile(r"[a-z][a-z0-9'.-]*")

# Verbs whose past is their lemma, and those whose past participle is: no list of exceptions tells.
PAST_IS_LEMMA = """bet bid broadcast burst cast cost cut forecast hit hurt let offset put quit read reset set shed shut
    slit split spread thrust undercut upset wed""".split()
PARTICIPLE_IS_LEMMA = "become come outrun overcome overrun rerun run".split()
PAST_AND_PARTICIPLE = ["got"]  # though there is another participle


def pack(part, form=LEMMA, name=0, marks=0, text=0):
    assert text < 1 << 20
    return part | form << 2 | name << 5 | marks << 8 | text << 10


def lines(path):
    """The lines of a file of WordNet, without the licence at its head."""
    with open(path, encoding="utf-8") as file:
        return [line for line in file if not line.startswith("  ")]


def read_counts(folder):
    """How often each (part of speech, lemma, sense) was met."""
    counts = {}
    for line in lines(folder / "cntlist.rev"):
        key, sense, count = line.split()
        lemma, code = key.split("%")
        counts[SENSE_TYPES[int(code[0])], lemma, int(sense)] = int(count)
    return counts


class Nouns:
    """How nouns are written, and what the instances among them are instances of."""

    def __init__(self, folder):
        self._spellings, self._above, self._is_instance = {}, {}, set()
        self._roots = {}
        for line in lines(folder / "data.noun"):
            fields = line.split("|")[0].split()
            synset, word_count = fields[0], int(fields[3], 16)
            words = fields[4 : 4 + 2 * word_count : 2]
            self._spellings[synset] = {word.lower(): word for word in reversed(words)}
            pointers = fields[5 + 2 * word_count :]
            links = list(zip(pointers[0::4], pointers[1::4]))
            self._above[synset] = [target for kind, target in links if kind in ("@", "@i")]
            if any(kind == "@i" for kind, _ in links):
                self._is_instance.add(synset)

    def set_roots(self, roots):
        """`roots`: synset → kind of name."""
        self._roots = roots

    def spelling(self, synset, lemma):
        return self._spellings[synset].get(lemma, lemma)

    def name(self, synset):
        if synset not in self._is_instance:
            return 0
        seen, pending = set(), [synset]
        while pending:
            current = pending.pop()
            if current in self._roots:
                return self._roots[current]
            if current not in seen:
                seen.add(current)
                pending += self._above[current]
        return 0


def read_lemmas(folder, part):
    """Every single-word lemma with its synsets, the commonest sense first."""
    for line in lines(folder / f"index.{FILES[part]}"):
        fields = line.split()
        synset_count = int(fields[2])
        if SINGLE_WORD.fullmatch(fields[0]):
            yield fields[0], fields[-synset_count:]


def read_exceptions(folder, part):
    for line in lines(folder / f"{FILES[part]}.exc"):
        form, *lemmas = line.split()
        if SINGLE_WORD.fullmatch(form):
            yield from ((form, lemma) for lemma in lemmas if form != lemma)


def participles_among(lemma, forms):
    """Which of the irregular past forms of a verb are participles: a list of exceptions does not tell. Where there are
    several it is the one with "u" for "a" ("begun" beside "began"), or in -n or -ne ("given" beside "gave")."""
    if lemma in PARTICIPLE_IS_LEMMA:
        return []
    by_vowel = [form for form in forms if form.replace("u", "a") in set(forms) - {form}]
    by_ending = [form for form in forms if re.search(r"ne?$", form) and form.replace("a", "u") not in by_vowel]
    return by_vowel + by_ending + [form for form in forms if form in PAST_AND_PARTICIPLE] or forms


def verb_forms(exceptions):
    """(form, lemma, which form it is) of irregular verbs."""
    by_lemma = defaultdict(list)
    for form, lemma in exceptions:
        if form.endswith("ing"):
            yield form, lemma, PRESENT_PARTICIPLE
        elif form.endswith("s"):
            yield form, lemma, PRESENT
        else:
            by_lemma[lemma].append(form)
    for lemma, forms in by_lemma.items():
        participles = participles_among(lemma, forms)
        for form in forms:
            if form not in participles or len(forms) == 1 or form in PAST_AND_PARTICIPLE:
                yield form, lemma, PAST
            if form in participles:
                yield form, lemma, PAST_PARTICIPLE
    for lemma in PAST_IS_LEMMA:
        yield lemma, lemma, PAST
        yield lemma, lemma, PAST_PARTICIPLE
    for lemma in PARTICIPLE_IS_LEMMA:
        yield lemma, lemma, PAST_PARTICIPLE


def is_plural_of_lemma(lemma, known):
    """Whether "assets" is there beside "asset"."""
    return lemma.endswith("s") and not lemma.endswith("ss") and (lemma[:-1] in known or lemma[:-3] + "y" in known)


def noun_entries(nouns, lemma, synsets, count_of):
    """The entries of a noun: one as a common noun and one as a name, where it is both."""
    weights, names, marks = defaultdict(int), defaultdict(int), defaultdict(int)
    for sense, synset in enumerate(synsets, start=1):
        spelling = nouns.spelling(synset, lemma)
        proper = spelling != lemma
        weights[proper] += count_of(sense)
        if proper:
            names[proper] = names[proper] or nouns.name(synset)
            marks[proper] |= PROPER | ABBREVIATION * (spelling.isupper() and len(spelling) > 1)
    return [(pack(NOUN, LEMMA, names[proper], marks[proper]), 2 * weight + 1) for proper, weight in weights.items()]


def main(out, folder="/usr/share/wordnet"):
    folder = pathlib.Path(folder)
    counts = read_counts(folder)
    nouns = Nouns(folder)
    lemmas = {part: dict(read_lemmas(folder, part)) for part in FILES}
    nouns.set_roots({lemmas[NOUN][word][0]: name for word, name in NAMES.items()})

    entries, weights, texts = defaultdict(list), {}, {}

    def text_number(text):
        return texts.setdefault(text, len(texts))

    for part in FILES:
        for lemma, synsets in lemmas[part].items():

            def count_of(sense):
                return counts.get((part, lemma, sense), 0)

            # Twice the count and one: the smallest weight for what was never met.
            weights[part, lemma] = 2 * sum(map(count_of, range(1, len(synsets) + 1))) + 1
            if part == NOUN:
                found = noun_entries(nouns, lemma, synsets, count_of)
                if is_plural_of_lemma(lemma, lemmas[NOUN]):
                    found = [(key, max(1, weight // 8)) for key, weight in found]
                entries[lemma] += found
            else:
                entries[lemma].append((pack(part), weights[part, lemma]))

    def add_form(form, lemma, part, which):
        if (part, lemma) in weights:
            entry = (pack(part, which, text=text_number(lemma)), weights[part, lemma])
            if entry not in entries[form]:
                entries[form].append(entry)

    for form, lemma in read_exceptions(folder, NOUN):
        add_form(form, lemma, NOUN, PLURAL)
        if lemma in entries and not any(key >> 2 & 7 == HAS_PLURAL for key, _ in entries[lemma]):
            entries[lemma].append((pack(NOUN, HAS_PLURAL, text=text_number(form)), 0))
    for form, lemma, which in verb_forms(read_exceptions(folder, VERB)):
        add_form(form, lemma, VERB, which)
    for part in (ADJECTIVE, ADVERB):
        for form, lemma in read_exceptions(folder, part):
            add_form(form, lemma, part, COMPARED)

    words = {word.encode("ascii"): found for word, found in sorted(entries.items()) if found}
    write_dictionary(out, b"engl", [*automaton_of(words), *text_sections(texts)])


if __name__ == "__main__":
    main(*sys.argv[1:])
