"""Compiles natasha's three Russian models into one file that the program maps into memory.

    compile_russian_model.py OUT

natasha (MIT) ships slovnet networks for morphology, syntax and names. All three are the same convolutional encoder over the same word
vectors (navec, product-quantised) and differ in their weights and in what follows the encoder. This script only rearranges: it
orders words by how frequent they are, hashes them, quantises matrices to one byte a weight (matrices.py), and works out in advance
what the first layer makes of the most frequent words. The reader is lib/whofunds/tagging/russian_model.cpp; change both together.
"""

import gzip
import importlib.util
import json
import pathlib
import struct
import sys
import tarfile

import numpy as np

import matrices
import section_file

MAGIC = b"WFRUSSIA"
VERSION = 2
SLOTS = 1 << 19  # of the hash table of words: twice their number
PROJECTED_WORDS = 1024  # half of running text, and the file grows by 9 KB a word


class Pack:
    """A tar file of slovnet or navec."""

    def __init__(self, path):
        with tarfile.open(path) as tar:
            self.files = {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}
        if "model.json" in self.files:
            self.scheme = json.loads(self.files["model.json"])

    def array(self, *path):
        """The weights at a path in the description of the model."""
        weight = self.scheme
        for step in path:
            weight = weight[step]
        data = self.files[f"arrays/{weight['array']}.bin"]
        return np.frombuffer(data, weight["dtype"]).reshape(weight["shape"]).astype(np.float32)

    def lines(self, name):
        return gzip.decompress(self.files[f"vocabs/{name}.gz"]).decode("utf-8").splitlines()


class Vectors:
    """Word vectors of navec: a vector is 100 pieces of 3 numbers, each piece one of 256 for its place."""

    def __init__(self, pack):
        vocabulary = gzip.decompress(pack.files["vocab.bin"])
        size = struct.unpack_from("<I", vocabulary)[0]
        counts = np.frombuffer(vocabulary, "<u4", size, 4)
        words = vocabulary[4 + 4 * size :].decode("utf-8").splitlines()
        quantised = pack.files["pq.bin"]
        vectors, dimension, pieces, centroids = struct.unpack_from("<4I", quantised)
        if (size, vectors, dimension, pieces, centroids) != (len(words), size, 300, 100, 256):
            raise SystemExit("the word vectors are not of the shape that this script knows")
        codes = np.frombuffer(quantised, "u1", vectors * pieces, 16).reshape(vectors, pieces)
        self.codebook = np.frombuffer(quantised, "<f4", offset=16 + vectors * pieces).reshape(pieces, centroids, 3)

        # The unknown word first, then the most frequent, so that an index below PROJECTED_WORDS is a frequent word.
        unknown = words.index("<unk>")
        rank = -counts.astype(np.int64)
        rank[unknown] = rank.min() - 1
        order = np.argsort(rank, kind="stable")
        order = np.array([index for index in order if words[index] != "<pad>"])
        self.source_words = words
        self.words = [words[index] for index in order]
        self.codes = codes[order]

    def vectors(self, count):
        pieces = np.arange(self.codes.shape[1])
        return self.codebook[pieces, self.codes[:count]].reshape(count, -1)


def fnv1a(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def hash_table(words):
    """Open addressing with linear probing: a slot is 1 + the index of a word, or 0."""
    slots = np.zeros(SLOTS, "<u4")
    for index, word in enumerate(words):
        slot = fnv1a(word) % SLOTS
        while slots[slot]:
            slot = (slot + 1) % SLOTS
        slots[slot] = index + 1
    return slots


def convolution(pack, layer):
    """The weights of a convolution as taps x inputs x outputs: tap 0 is of the token before."""
    return pack.array("encoder", "layers", layer, "conv", "weight").transpose(2, 1, 0)


def norm(pack, layer):
    """Batch normalisation as one product and one sum: scale, shift."""
    weight, bias, mean, deviation = (
        pack.array("encoder", "layers", layer, "norm", name) for name in ("weight", "bias", "mean", "std")
    )
    scale = weight / deviation
    return np.concatenate([scale, bias - mean * scale])


def encoder_sections(name, pack, frequent):
    """The encoder: a first layer taken apart into what a word and what its shape adds, then two plain ones."""
    taps, inputs, outputs = convolution(pack, 0).shape
    of_word = frequent.shape[1]
    first = convolution(pack, 0)
    by_input = first.transpose(1, 0, 2).reshape(inputs, taps * outputs)
    of_shapes = pack.array("emb", "shape", "weight") @ by_input[of_word:]
    of_shapes[:, outputs : 2 * outputs] += pack.array("encoder", "layers", 0, "conv", "bias")  # the middle tap is always there
    yield f"{name}.1.words", matrices.quantised(by_input[:of_word])
    yield f"{name}.1.frequent", frequent @ by_input[:of_word]
    yield f"{name}.1.shapes", of_shapes
    yield f"{name}.1.norm", norm(pack, 0)
    for layer in (1, 2):
        weight = convolution(pack, layer)
        yield f"{name}.{layer + 1}.weight", matrices.quantised(weight.reshape(-1, weight.shape[2]))
        yield f"{name}.{layer + 1}.bias", pack.array("encoder", "layers", layer, "conv", "bias")
        yield f"{name}.{layer + 1}.norm", norm(pack, layer)


def feed_forward(pack, *path):
    return pack.array(*path, "proj", "weight"), pack.array(*path, "proj", "bias")


def morphology_sections(pack):
    yield "morphology.weight", matrices.quantised(pack.array("head", "proj", "weight"))
    yield "morphology.bias", matrices.padded(pack.array("head", "proj", "bias"))
    yield "morphology.tags", pack.lines("tag")


def names_sections(pack):
    yield "names.weight", matrices.quantised(pack.array("head", "proj", "weight"))
    yield "names.bias", matrices.padded(pack.array("head", "proj", "bias"))
    yield "names.transitions", pack.array("head", "crf", "transitions")
    yield "names.tags", pack.lines("tag")


def syntax_sections(pack):
    """The four small networks of the two scorers side by side. slovnet names them the other way round: of a pair, its "head"
    of the scorer of heads is our dependent."""
    parts = [("head", "head"), ("head", "tail"), ("rel", "head"), ("rel", "tail")]
    networks = [feed_forward(pack, *part) for part in parts]
    yield "syntax.parts.weight", matrices.quantised(np.concatenate([weight for weight, _ in networks], axis=1))
    yield "syntax.parts.bias", np.concatenate([bias for _, bias in networks])

    def of_root(part, scorer):
        weight, bias = feed_forward(pack, *part)
        return np.maximum(pack.array(scorer, "root") @ weight + bias, 0)

    yield "syntax.root", np.concatenate([of_root(("head", "tail"), "head"), of_root(("rel", "head"), "rel")])
    yield "syntax.heads.kernel", matrices.quantised(pack.array("head", "kernel"))
    yield "syntax.relations.kernel", matrices.quantised(pack.array("rel", "kernel"))
    yield "syntax.relations", pack.lines("rel")


def sections(folder):
    vectors = Vectors(Pack(folder / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    models = {
        name: Pack(folder / "model" / f"slovnet_{file}_news_v1.tar")
        for name, file in (("morphology", "morph"), ("syntax", "syntax"), ("names", "ner"))
    }
    shapes = models["morphology"].lines("shape")
    for pack in models.values():
        if pack.lines("word") != vectors.source_words or pack.lines("shape") != shapes:
            raise SystemExit("the models do not share one vocabulary")

    words = [word.encode("utf-8") for word in vectors.words]
    yield "words.slots", hash_table(words)
    yield "words.ends", np.cumsum([0] + [len(word) for word in words]).astype("<u4")
    yield "words.text", np.frombuffer(b"".join(words), "u1")
    yield "vectors.codes", vectors.codes
    yield "vectors.codebook", vectors.codebook
    yield "shapes", shapes
    frequent = vectors.vectors(PROJECTED_WORDS)
    for name, pack in models.items():
        yield from encoder_sections(name, pack, frequent)
    yield from morphology_sections(models["morphology"])
    yield from names_sections(models["names"])
    yield from syntax_sections(models["syntax"])


def section_bytes(content):
    if isinstance(content, bytes):
        return content
    if isinstance(content, list):
        return "\n".join(content).encode("utf-8")
    kind = {"f": "<f4", "u": content.dtype}[content.dtype.kind]
    return np.ascontiguousarray(content).astype(kind).tobytes()


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    # Found, not imported: natasha imports packages that only its own programs need.
    package = importlib.util.find_spec("natasha")
    if package is None:
        raise SystemExit("the package natasha is not installed: run 'bash tools/install-deps'")
    folder = pathlib.Path(package.submodule_search_locations[0]) / "data"
    named = [(name, section_bytes(content)) for name, content in sections(folder)]
    section_file.write(sys.argv[1], MAGIC, VERSION, named)


if __name__ == "__main__":
    main()
