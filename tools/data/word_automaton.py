"""Minimal automata of words, and the file that dictionaries are kept in.

A dictionary file is made to be mapped into memory and used as it is. All numbers are little-endian:

    8 bytes   "whofunds"
    u32       kind (four letters), u32 version
    u64       length of the whole file
    u32       number of sections, u32 zero
    sections  u64 offset, u64 length, of each
    ...       the sections, each on a multiple of 8

An automaton is two sections, arcs and entries. Arcs are u32: label in the low 8 bits, bit 8 set on the last arc of
its node, target in the high 23 bits. A node is the index of its first arc; the root is node 0. An arc with label 0,
which comes first, says that a word ends here: its target is the index of the word's first entry. Entries are pairs of
u32 (key, weight); bit 31 of the key is set on the last entry of a word.
"""

import pathlib
import struct

import numpy

VERSION = 1
LAST_ENTRY = 1 << 31


class Automaton:
    """Builds a minimal automaton from its leaves up: equal nodes are made once."""

    def __init__(self):
        self._nodes = []
        self._node_of = {}
        self._entries = []
        self._entry_of = {}

    def value(self, entries):
        """The index of the list of (key, weight) that a word ends with."""
        entries = tuple(entries)
        index = self._entry_of.get(entries)
        if index is None:
            index = self._entry_of[entries] = len(self._entries)
            self._entries += entries[:-1]
            key, weight = entries[-1]
            self._entries.append((key | LAST_ENTRY, weight))
        return index

    def node(self, arcs, value=None):
        """A node with these (label, node), and the value of the word that ends in it."""
        key = (value, tuple(sorted(arcs)))
        number = self._node_of.get(key)
        if number is None:
            number = self._node_of[key] = len(self._nodes)
            self._nodes.append(key)
        return number

    def sections(self, root):
        """Arcs and entries, the nodes in the order that a walk from the root meets them."""
        start, order, size, pending = {}, [], 0, [root]
        while pending:
            node = pending.pop()
            if node in start:
                continue
            value, arcs = self._nodes[node]
            start[node] = size
            order.append(node)
            size += len(arcs) + (value is not None)
            pending += [target for _, target in reversed(arcs)]
        packed = []
        for node in order:
            value, arcs = self._nodes[node]
            targets = ([(0, value)] if value is not None else []) + [(label, start[target]) for label, target in arcs]
            packed += [label | target << 9 for label, target in targets]
            packed[-1] |= 1 << 8
        assert size == len(packed) and max(size, len(self._entries)) < 1 << 23
        return numpy.array(packed, "<u4"), numpy.array(self._entries, "<u4")


def automaton_of(words):
    """Sections of the automaton of {bytes: [(key, weight), ...]}."""
    automaton = Automaton()
    trie = {}
    for word, entries in words.items():
        node = trie
        for label in word:
            node = node.setdefault(label, {})
        node[0] = automaton.value(entries)

    def add(node):
        value = node.pop(0, None)
        return automaton.node([(label, add(child)) for label, child in node.items()], value)

    return automaton.sections(add(trie))


def text_sections(texts):
    """Two sections that hold a list of strings: where each begins (and the last ends), and their UTF-8."""
    encoded = [text.encode() for text in texts]
    return numpy.cumsum([0] + [len(text) for text in encoded], dtype="<u4"), b"".join(encoded)


def write_dictionary(path, kind, sections):
    contents = [section if isinstance(section, bytes) else section.tobytes() for section in sections]
    offset = 32 + 16 * len(contents)
    table, body = b"", b""
    for content in contents:
        padding = -(offset + len(body)) % 8
        body += b"\0" * padding
        table += struct.pack("<QQ", offset + len(body), len(content))
        body += content
    header = struct.pack("<8s4sIQII", b"whofunds", kind, VERSION, offset + len(body), len(contents), 0)
    # A build that is broken off leaves no half file.
    part = pathlib.Path(f"{path}.part")
    part.write_bytes(header + table + body)
    part.replace(path)
