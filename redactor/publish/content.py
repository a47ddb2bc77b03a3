"""Content streams (ISO 32000-1 7.8.2): leave out marked content and whatever a hidden layer draws.

Marked content carries replacement texts (/ActualText, /Alt, /E) and layers (/OC). The published file has neither, so
none of the draft's own operators is needed. What belongs to which structure element is told by notes, put there
beforehand (see `tags.notes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Operation = tuple[int, int, bytes]
"""Where an operation (operands and operator) starts and ends in the stream, and its operator."""

_TOKEN = re.compile(
    rb"""[\x00\t\n\x0c\r ]+ | %[^\r\n]*
    | \([^()\\]*+\) | \[(?:[^()<>\[\]{}%]++|<[0-9A-Fa-f\s]*+>)*+\]
    | (?P<string>\() | (?P<open><<|\[) | (?P<close>>>|\]) | <[^<>]*>
    | /[^\x00\t\n\x0c\r ()<>\[\]{}/%]* | (?P<word>[^\x00\t\n\x0c\r ()<>\[\]{}/%]+) | .""",
    re.VERBOSE | re.DOTALL,
)
"""Whole strings, and arrays of hexadecimal strings and numbers, are taken at once if they are plain."""
_OPERAND = re.compile(rb"[-+.\d]|true$|false$|null$")
_STRING_STEP = re.compile(rb"[^()\\]+|\\.|[()]", re.DOTALL)
_IMAGE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)")
MARKED = frozenset((b"BDC", b"BMC", b"EMC", b"DP", b"MP"))
_PAINTS_PATH = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
"""The operators that show strings."""
_DRAWS = SHOWS | {b"Do", b"sh", b"EI"}
_SOMETHING = re.compile(rb"\((?!\))|<[0-9A-Fa-f]")
_FONT = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]+)")
_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
NOTE = re.compile(rb"\s*/(Rd(\d+)(?:-(\d+)(b?)-([0-9a-f]*))?)\s+BMC$")
"""Content of the structure: the number of its leaf (0: an artefact), and in the place of a mark the number of what is
said there, b for a black box, and the mark's id in hexadecimal."""
NOTE_BEGINS = b"/Rd"
ARTEFACT = b"Rd0"
PICTURES = 1_000_000_000
"""Leaves from this number on are pages that became pictures, by their number (0-based)."""
_LAYER = re.compile(rb"/OC\s*/([^\x00\t\n\x0c\r ()<>\[\]{}/%]+)\s*BDC$")


def operations(data: bytes) -> Iterator[Operation]:
    """The operations of a content stream in order. Never raises: what cannot be read ends the stream."""
    at, start, depth = 0, -1, 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            return
        begin, at = at, match.end()
        if match["string"]:
            at = _string_end(data, at)
        elif match["open"]:
            depth += 1
        elif match["close"]:
            depth = max(0, depth - 1)
        elif data[begin] in b"\x00\t\n\x0c\r %":
            continue
        if start < 0:
            start = begin
        word = match["word"]
        if word and depth == 0 and not _OPERAND.match(word):
            if word == b"ID":
                end = _IMAGE_END.search(data, at)
                at, word = (end.end() if end else len(data)), b"EI"
            if word != b"BI":
                yield start, at, word
                start = -1


def without_marked_content(data: bytes, hidden: frozenset[bytes] = frozenset()) -> bytes:
    """The stream without marked content but notes; what stands in a layer named in `hidden` is not drawn.

    State operators inside a hidden layer stay: what follows may rest on them.
    """
    out: list[bytes] = []
    unseen: list[bool] = []
    noted: list[bool] = []
    for start, end, operator in operations(data):
        keep = operator not in MARKED
        if operator in (b"BDC", b"BMC"):
            layer = _LAYER.search(data[start:end])
            unseen.append(layer is not None and layer[1] in hidden)
            keep = NOTE.match(data[start:end]) is not None
            noted.append(keep)
        elif operator == b"EMC" and noted:
            unseen.pop()
            keep = noted.pop()
        if any(unseen) and operator in _PAINTS_PATH:
            out.append(b"n")
        elif keep and not (any(unseen) and operator in _DRAWS):
            out.append(data[start:end])
    return b"\n".join(out)


def leaves_ink(operator: bytes, piece: bytes) -> bool:
    """Whether an operation draws: a path, a picture, a shading, or a string that is not empty."""
    if operator in SHOWS:
        return _SOMETHING.search(piece) is not None
    return operator in _DRAWS or operator in _PAINTS_PATH


def one_code_a_string(data: bytes, widths: Mapping[bytes, int]) -> bytes:
    """The stream with every string of a TJ array cut into single codes: it draws the same.

    MuPDF 1.28 loses the advance of the first glyph it removes within a string of a TJ array, so that what follows
    on the line would move to the left.

    Args:
        data: the content stream.
        widths: bytes in a code, by font resource name; strings of other fonts are left alone.
    """
    out: list[bytes] = []
    width = 0
    for start, end, operator in operations(data):
        piece = data[start:end]
        if operator == b"Tf":
            name = _FONT.match(piece)
            width = widths.get(name[1], 0) if name else 0
        elif operator == b"TJ" and width:
            piece = _STRING.sub(lambda match: _cut(string_bytes(match[0]), width), piece)  # noqa: B023 - used at once
        out.append(piece)
    return b"\n".join(out)


def string_bytes(token: bytes) -> bytes:
    """The bytes of a string token (ISO 32000-1 7.3.4), in parentheses or hexadecimal."""
    if token[:1] == b"<":
        digits = b"".join(token[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, token[1:-1]) if b"\\" in token else token[1:-1]


def _cut(string: bytes, width: int) -> bytes:
    return b"".join(b"<%s>" % string[at : at + width].hex().encode() for at in range(0, len(string), width))


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return _ESCAPED.get(match[2], match[2])


def _string_end(data: bytes, at: int) -> int:
    depth = 1
    while depth:
        match = _STRING_STEP.match(data, at)
        if match is None:
            return len(data)
        at = match.end()
        depth += (match[0] == b"(") - (match[0] == b")")
    return at
