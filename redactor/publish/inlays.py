"""What stands in a line in place of a mark: a black box of one width for all, or the pseudonym in bold type.

Its width rests on the pseudonym and the size of the line alone. A black box may carry a reason code, in white; its
width is that of any other.
"""

from __future__ import annotations

from functools import lru_cache

import pymupdf

from redactor.publish.drawn import Drawn, Look, Shown, Thing, Type
from redactor.publish.matrices import Matrix, number
from redactor.publish.neutral_names import LABELS

BLACK = "0.114 0.153 0.2"
"""#1d2733, nearly black."""
WHITE = "1 1 1"
VIOLET = "0.29 0.16 0.54"
"""#4a298a, on white: contrast 10 : 1."""

FONT = LABELS
_BLANK = 4.0
"""Width of a black box, in parts of the font size."""
_TYPE = 0.9
"""Size of a label, in parts of the size of its line."""
_PAD = 0.04
_CODE = 0.6
"""Size of a code, in parts of the size of its line."""
_BOXED = "\u25a0"
"""Begins a label that is the code of a black box."""
_FOOT, _HEAD = -0.21, 0.79
"""Where a box starts below and ends above the baseline, in parts of the font size."""


@lru_cache(maxsize=1)
def typeface() -> pymupdf.Font:
    """The font of labels."""
    return pymupdf.Font("hebo")


def coded(code: str) -> str:
    """The label of a black box that carries a reason code; "" for none."""
    return _BOXED + code if code else ""


def is_box(label: str) -> bool:
    """Whether a label means a black box, with or without a code."""
    return not label or label.startswith(_BOXED)


def codes(label: str) -> bytes:
    """A label in the two-byte codes of the label font; a question mark for a letter it lacks."""
    font = typeface()
    glyphs = (font.has_glyph(ord(char)) or font.has_glyph(ord("?")) for char in label.removeprefix(_BOXED))
    return b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)


def shown_as(label: str) -> str:
    """A label as it can be read."""
    letters = label.removeprefix(_BOXED)
    return "".join(char if typeface().has_glyph(ord(char)) else "?" for char in letters)


def width(label: str) -> float:
    """How wide a place is for its label ("" for a black box), in parts of the font size."""
    return _BLANK if is_box(label) else _TYPE * _length(label) + 2 * _PAD


def things(label: str, to_stream: Matrix, narrowed: float, note: bytes) -> list[Thing]:
    """The box and its label.

    Args:
        label: "" for a black box.
        to_stream: from a space with the font size as its unit, the mark's start on the baseline as its origin.
        narrowed: by what part the line is narrowed.
        note: what it is in the structure (`Look.note`).
    """
    right = width(label) * narrowed
    corners = ((0, _FOOT, "m"), (right, _FOOT, "l"), (right, _HEAD, "l"), (0, _HEAD, "l"))
    path = b" ".join(_point(x, y, to_stream) + f" {step}".encode() for x, y, step in corners)
    black = is_box(label)
    box = Drawn(_ink(BLACK if black else WHITE, note), path + b" h f")
    if not label:
        return [box]
    length = _length(label)
    size = min(_CODE, (_BLANK - 2 * _PAD) / length) if black else _TYPE
    a, b, c, d, _, _ = (size * value for value in to_stream)
    x, y = _moved((_BLANK - size * length) / 2 * narrowed if black else _PAD * narrowed, 0, to_stream)
    at = (a * narrowed, b * narrowed, c, d, round(x, 3), round(y, 3))
    ink = _ink(WHITE if black else VIOLET, note)
    return [box, Shown(ink, Type(FONT.encode(), 1.0), at, (codes(label),), length)]


@lru_cache(maxsize=1024)
def _length(label: str) -> float:
    return float(typeface().text_length(shown_as(label), 1))


def _ink(colour: str, note: bytes) -> Look:
    return Look(inks=(("fill", colour.encode() + b" rg"),), note=note)


def _point(x: float, y: float, matrix: Matrix) -> bytes:
    return b" ".join(number(round(value, 3)) for value in _moved(x, y, matrix))


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
