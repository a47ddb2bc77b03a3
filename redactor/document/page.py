"""One page of a draft: its text in reading order, and the place of every character."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

Quad = tuple[float, float, float, float, float, float, float, float]
"""Corners of a piece of a line as x, y pairs: upper left, upper right, lower left, lower right (ISO 32000-1
12.5.6.10 as practised). Points, from the top left of the page as displayed, y downwards."""

LINE = "\n"
"""In `Page.text`: a line ends, its paragraph goes on."""
PARAGRAPH = "\v"
"""In `Page.text`: a paragraph ends."""
CELL = "\t"
"""In `Page.text`: the next cell of the same table row follows."""
ASIDE = "\f"
"""In `Page.text`: what follows stands beside the running text: headers, footers, footnotes, turned text."""
SEPARATORS = LINE + PARAGRAPH + CELL + ASIDE

_BEND = 0.05
"""Sine of the angle by which characters of one piece of a line may differ in direction, at most."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is displayed (after /Rotate, within the crop box).

    Args:
        number: 1-based.
        width, height: points.
        text: the glyphs in reading order, parted by `SEPARATORS`.
        quads: eight numbers for each character of `text`; zeros for characters without a place.
        ocr: whether the text was recognised from a picture.
        confidence: how sure the recognition was, 0 to 1; 1 for text that stands in the file.
    """

    number: int
    width: float
    height: float
    text: str
    quads: array[float]
    ocr: bool = False
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if len(self.quads) != 8 * len(self.text):
            raise ValueError("a page needs eight numbers for each character")

    def quad(self, index: int) -> Quad:
        """The place of one character of `text`."""
        return tuple(self.quads[8 * index : 8 * index + 8])  # type: ignore[return-value]  # eight by construction


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a page (1-based) and a quad for each piece of a line."""

    page: int
    quads: tuple[Quad, ...]


def line_pieces(page: Page, indices: Iterable[int]) -> tuple[Quad, ...]:
    """Join the quads of the characters at `indices` (ascending), one quad for each line.

    A new piece starts where a separator stands between two characters, and where a line bends.
    """
    pieces: list[Quad] = []
    previous = -1
    for index in indices:
        if page.text[index] in SEPARATORS:
            continue
        quad = page.quad(index)
        if not any(quad):
            continue
        between = page.text[previous + 1 : index] if previous >= 0 else LINE
        goes_on = pieces and not any(character in SEPARATORS for character in between)
        if goes_on and _runs_alike(pieces[-1], quad):
            pieces[-1] = _joined(pieces[-1], quad)
        else:
            pieces.append(quad)
        previous = index
    return tuple(pieces)


def _runs_alike(piece: Quad, quad: Quad) -> bool:
    """Whether the upper edges of two quads run the same way, within `_BEND`."""
    (x, y), (across, down) = (
        (piece[2] - piece[0], piece[3] - piece[1]),
        (quad[2] - quad[0], quad[3] - quad[1]),
    )
    length = math.hypot(x, y) * math.hypot(across, down)
    return abs(x * down - y * across) <= _BEND * length and x * across + y * down >= 0


def _joined(first: Quad, last: Quad) -> Quad:
    """The quad from `first` to `last` on one line; upright ones cover the taller of both."""
    if _upright(first) and _upright(last):
        left, right = min(first[0], last[0]), max(first[2], last[2])
        top, bottom = min(first[1], last[1]), max(first[5], last[5])
        return (left, top, right, top, left, bottom, right, bottom)
    return (*first[0:2], *last[2:4], *first[4:6], *last[6:8])


def _upright(quad: Quad) -> bool:
    return quad[1] == quad[3] and quad[0] == quad[4] and quad[0] < quad[2]
