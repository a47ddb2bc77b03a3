"""Font programs without their words: who made them, for what, and what they are called.

TrueType and OpenType programs are put together anew from the tables that glyphs are drawn by; in CFF and Type 1
programs the words are overwritten where they stand, so that no offset changes.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

_NEEDED = frozenset(
    tag.encode().ljust(4)
    for tag in [
        "cmap",
        "cvt",
        "fpgm",
        "glyf",
        "head",
        "hhea",
        "hmtx",
        "loca",
        "maxp",
        "post",
        "prep",
        "vhea",
        "vmtx",
        "CFF",
        "OS/2",
        "VORG",
        "gasp",
    ]
)
"""The tables of an OpenType program that drawing and finding glyphs rest on."""
_SFNT = (b"\0\1\0\0", b"true", b"OTTO")
_WHOLE = 0xB1B0AFBA
_STANDARD_STRINGS = 391
"""CFF strings below this number are those of the format (Technical Note 5176, appendix A)."""
_REGISTRIES = (b"Adobe", b"Identity", b"Japan1", b"GB1", b"CNS1", b"Korea1")
_TYPE1_WORDS = re.compile(rb"\((?:[^()\\]|\\.)*\)|%(?!!)[^\r\n]*|(?<=/FontName )\s*/[^\s/{}()\[\]<>%]+")


def bare_program(data: bytes) -> bytes:
    """The program without words; unchanged where it is of no known kind."""
    if data[:4] in _SFNT:
        return _sfnt(data)
    if data[:1] == b"\1" and len(data) > 4 and 1 <= data[3] <= 4:
        return _cff(data)
    if data[:2] == b"%!":
        return _type1(data)
    return data


def _sfnt(data: bytes) -> bytes:
    """OpenType: table directory, then tables at multiples of four; with the checksum made anew."""
    count = int.from_bytes(data[4:6], "big")
    tables: dict[bytes, bytes] = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, place, size = data[at : at + 4], *struct.unpack(">II", data[at + 8 : at + 16])
        if tag in _NEEDED:
            tables[tag] = data[place : place + size]
    if b"head" not in tables or len(tables[b"head"]) < 12:
        return data
    tables[b"head"] = tables[b"head"][:8] + bytes(4) + tables[b"head"][12:]
    if b"CFF " in tables:
        tables[b"CFF "] = _cff(tables[b"CFF "])
    if b"OS/2" in tables:
        tables[b"OS/2"] = tables[b"OS/2"][:58] + b"    " + tables[b"OS/2"][62:]  # the maker's mark
    return _put_together(data[:4], dict(sorted(tables.items())))


def _put_together(kind: bytes, tables: dict[bytes, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    head = kind + struct.pack(">4H", len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    place, entries, bodies = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        entries += tag + struct.pack(">3I", _sum(table), place + len(bodies), len(table))
        bodies += table + bytes(-len(table) % 4)
    whole = head + entries + bodies
    at = place + sum(len(t) + -len(t) % 4 for tag, t in tables.items() if tag < b"head") + 8
    return whole[:at] + struct.pack(">I", (_WHOLE - _sum(whole)) & 0xFFFFFFFF) + whole[at + 4 :]


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    return int(np.frombuffer(padded, ">u4").sum(dtype=np.uint64)) & 0xFFFFFFFF


def _cff(data: bytes) -> bytes:
    """Technical Note 5176: name, top dictionary and string indexes follow the header."""
    try:
        names, at = _index(data, data[2])
        tops, at = _index(data, at)
        strings, _ = _index(data, at)
        glyphs = _glyph_names(data, data[slice(*tops[0])])
    except (IndexError, ValueError, struct.error):
        return data
    out = bytearray(data)
    for low, high in names:
        out[low:high] = b"F" * (high - low)
    for number, (low, high) in enumerate(strings, _STANDARD_STRINGS):
        if number not in glyphs and data[low:high] not in _REGISTRIES:
            out[low:high] = b"-" * (high - low)
    return bytes(out)


def _index(data: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Where each item of an index starts and ends, and where the index itself ends."""
    count = int.from_bytes(data[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = data[at + 2]
    offsets = [
        int.from_bytes(data[at + 3 + number * size : at + 3 + (number + 1) * size], "big")
        for number in range(count + 1)
    ]
    start = at + 2 + (count + 1) * size
    if not 1 <= size <= 4 or start + offsets[-1] > len(data):
        raise ValueError("index")
    return [(start + low, start + high) for low, high in pairwise(offsets)], start + offsets[-1]


def _glyph_names(data: bytes, top: bytes) -> set[int]:
    """The numbers of the strings that name glyphs; none where glyphs go by number (a CID font)."""
    entries = dict(_entries(top))
    charset, drawn = int(entries.get(15, (0,))[-1]), int(entries[17][-1])
    if 1230 in entries or charset <= 2:
        return set()
    left = int.from_bytes(data[drawn : drawn + 2], "big") - 1
    kind, at, out = data[charset], charset + 1, set[int]()
    while left > 0:
        first = int.from_bytes(data[at : at + 2], "big")
        run = 0 if kind == 0 else int.from_bytes(data[at + 2 : at + 2 + kind], "big")
        out.update(range(first, first + run + 1))
        left, at = left - run - 1, at + 2 + kind
    return out


def _entries(top: bytes) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Operators of a CFF dictionary with their operands; one of two bytes is 1200 and the second."""
    at, operands = 0, list[float]()
    while at < len(top):
        byte = top[at]
        if byte <= 21:
            if byte == 12:
                at += 1
                byte = 1200 + top[at]
            yield byte, tuple(operands)
            operands = []
        elif byte == 28:
            operands.append(int.from_bytes(top[at + 1 : at + 3], "big", signed=True))
            at += 2
        elif byte == 29:
            operands.append(int.from_bytes(top[at + 1 : at + 5], "big", signed=True))
            at += 4
        elif byte == 30:
            while top[at + 1] & 15 != 15 and top[at + 1] >> 4 != 15:
                at += 1
            at += 1
            operands.append(0.0)
        elif byte <= 246:
            operands.append(byte - 139)
        else:
            low = top[at + 1]
            operands.append(
                (byte - 247) * 256 + low + 108 if byte <= 250 else -(byte - 251) * 256 - low - 108
            )
            at += 1
        at += 1


def _type1(data: bytes) -> bytes:
    """The part in clear text; what is encrypted draws the glyphs."""
    clear = data.find(b"eexec")
    clear = len(data) if clear < 0 else clear
    return _TYPE1_WORDS.sub(_blank, data[:clear]) + data[clear:]


def _blank(match: re.Match[bytes]) -> bytes:
    words = match[0]
    if words[:1] == b"(":
        return b"(" + b" " * (len(words) - 2) + b")"
    if words[:1] == b"%":
        return b"%" + b" " * (len(words) - 1)
    return b"/" + b"F" * (len(words) - 1)
