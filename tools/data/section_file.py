"""Writes the files of named sections that lib/whofunds/tagging/section_file.cpp reads.

The file, little-endian: a header (8 bytes of magic, u32 version, u32 number of sections, u64 length of the file), then a table
(for each section 24 bytes of name, zero-padded, u64 offset, u64 size), then the sections, each beginning at a multiple of 64.
"""

import pathlib
import struct

ALIGNMENT = 64


def aligned(size):
    return -(-size // ALIGNMENT) * ALIGNMENT


def write(path, magic, version, sections):
    """Writes `sections`, a list of names and contents: bytes, or arrays of numpy."""
    table = b""
    body = []
    offset = begin = aligned(24 + 40 * len(sections))
    for name, content in sections:
        data = content if isinstance(content, bytes) else content.tobytes()
        table += struct.pack("<24sQQ", name.encode("ascii"), offset, len(data))
        body.append(data.ljust(aligned(len(data)), b"\0"))
        offset += len(body[-1])
    head = struct.pack("<8sIIQ", magic, version, len(sections), offset) + table

    # A build that is broken off leaves no half file.
    out = pathlib.Path(path)
    unfinished = out.with_name(out.name + ".part")
    with open(unfinished, "wb") as file:
        file.write(head.ljust(begin, b"\0"))
        file.writelines(body)
    unfinished.replace(out)
