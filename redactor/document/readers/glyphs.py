"""Characters become glyphs of a known width, and glyphs become lines that fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import pymupdf

from redactor.document.page import CELL, LINE

SOFT_HYPHEN = "\u00ad"
TAB_STOP = 36.0
"""Distance of tab stops, points."""
_LONGEST = 16  # characters of a cluster
_MISSING = "\u25a1"  # drawn where no font has the character
_LABEL = re.compile(r"[(\[]?(\d+(\.\d+)*|[A-Za-z]|[ivxlc]+)[.)\]]*|\W")  # stands before a paragraph
_FACES = {(False, False): "helv", (True, False): "hebo", (False, True): "heit", (True, True): "hebi"}
_RAISED = {0: (1.0, 0.0), 1: (0.7, 0.35), -1: (0.7, -0.15)}  # share of the size; shift up, of the size


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `rise` is 1 for superscript, -1 for subscript."""

    text: str
    bold: bool = False
    italic: bool = False
    rise: int = 0


class Face(NamedTuple):
    """A font at a size (points), with its shift above the baseline (points)."""

    font: pymupdf.Font
    size: float
    shift: float


class Glyph(NamedTuple):
    """Characters that stand together, such as a letter and its accents.

    Args:
        text: the characters of the draft.
        drawn: what is drawn for them; "" for nothing.
        width: points.
        face: the font.
    """

    text: str
    drawn: str
    width: float
    face: Face


class TextLine(NamedTuple):
    """Glyphs on one line: their left edge (points), and the separator that follows in the page's text."""

    glyphs: Sequence[Glyph]
    left: float
    after: str

    @property
    def has_ink(self) -> bool:
        """Whether anything but white space stands on it."""
        return any(not glyph.text.isspace() for glyph in self.glyphs)


@cache
def _font(bold: bool, italic: bool) -> pymupdf.Font:
    return pymupdf.Font(_FACES[bold, italic])


@cache
def face_of(size: float, bold: bool = False, italic: bool = False, rise: int = 0) -> Face:
    """The face for a style; `size` in points."""
    share, shift = _RAISED[rise]
    return Face(_font(bold, italic), size * share, size * shift)


def glyphs_of(runs: Iterable[Run], size: float) -> list[Glyph]:
    """The glyphs of `runs` set at `size` points. White space but the tab becomes a plain space where it has a width."""
    glyphs: list[Glyph] = []
    for run in runs:
        face = face_of(size, run.bold, run.italic, run.rise)
        for text in _clusters(run.text):
            drawn, width = _drawn(text, run.bold, run.italic)
            glyphs.append(Glyph(text, drawn, width * face.size, face))
    return glyphs


def _clusters(text: str) -> Iterator[str]:
    """Part a text into characters with the marks that belong to them."""
    if text.isascii():
        yield from text
        return
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not _joins(text[index]) or index - start == _LONGEST:
            yield text[start:index]
            start = index


@cache
def _joins(character: str) -> bool:
    """Whether a character belongs to the one before: combining marks, variation selectors, joiners, skin tones."""
    return (
        unicodedata.category(character) in ("Mn", "Me")
        or character in "\u200c\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


@lru_cache(maxsize=20_000)
def _drawn(cluster: str, bold: bool, italic: bool) -> tuple[str, float]:
    """What is drawn for a cluster, and its width at a size of 1."""
    font = _font(bold, italic)
    if cluster[0].isspace():
        return (" ", font.glyph_advance(32)) if cluster != "\t" else ("", 0.0)
    shown = "".join(c for c in unicodedata.normalize("NFC", cluster) if unicodedata.category(c) != "Cf")
    if not shown:
        return "", 0.0
    shown = "".join(
        c if c.isprintable() and font.has_glyph(ord(c), fallback=True) else _MISSING for c in shown
    )
    return shown, sum(font.glyph_advance(ord(c)) for c in shown)


def broken(glyphs: Sequence[Glyph], width: float, *, last: str, inside: str = "") -> list[list[TextLine]]:
    """Break glyphs into lines at most `width` points wide: at spaces, else inside a word.

    Each line comes as the pieces that its tabs part it into.

    Args:
        glyphs: of one paragraph; a tab moves on to the next tab stop and ends a piece of the line.
        width: points.
        last: the separator that follows the paragraph.
        inside: what the page's text holds where a word had to be broken.
    """
    lines: list[list[TextLine]] = []
    start = 0
    while start < len(glyphs):
        end = _line_end(glyphs, start, width)
        final = end == len(glyphs)
        pieces = _pieces(glyphs[start:end], last if final else LINE)
        if not final and inside and _within_word(glyphs, end):
            marked = pieces[-1]
            pieces[-1] = marked._replace(
                glyphs=[*marked.glyphs, Glyph(inside, "", 0.0, marked.glyphs[-1].face)]
            )
        lines.append(pieces)
        start = end
    return lines


def _line_end(glyphs: Sequence[Glyph], start: int, width: float) -> int:
    """Where the line that begins at `start` ends; at least one glyph further."""
    x, fits = 0.0, 0
    for index in range(start, len(glyphs)):
        text = glyphs[index].text
        x = _next_stop(x) if text == "\t" else x + glyphs[index].width
        if x > width and index > start and not text.isspace():
            return fits or _break_inside(glyphs, start, index)
        if text.isspace() or (text == "-" and _double_barrel(glyphs, index)):
            fits = index + 1
    return len(glyphs)


def _break_inside(glyphs: Sequence[Glyph], start: int, end: int) -> int:
    """Where to break a word that is longer than a line: between two letters where that is possible."""
    return next((index for index in range(end, start, -1) if _within_word(glyphs, index)), end)


def _within_word(glyphs: Sequence[Glyph], index: int) -> bool:
    """Whether a letter stands on each side of `index`, so that a broken word can be made whole."""
    return (
        0 < index < len(glyphs) and glyphs[index - 1].text[-1].isalpha() and glyphs[index].text[0].isalpha()
    )


def _double_barrel(glyphs: Sequence[Glyph], index: int) -> bool:
    """Whether the hyphen at `index` stands between a letter and a capital."""
    if not 0 < index < len(glyphs) - 1:
        return False
    return glyphs[index - 1].text.isalpha() and glyphs[index + 1].text[0].isupper()


def _next_stop(x: float) -> float:
    return (x // TAB_STOP + 1) * TAB_STOP


def _pieces(glyphs: Sequence[Glyph], after: str) -> list[TextLine]:
    """A line as pieces parted by its tabs. A tab at its start, after a colon or after a number parts nothing."""
    pieces: list[TextLine] = []
    piece: list[Glyph] = []
    left = x = 0.0
    for glyph in glyphs:
        if glyph.text != "\t":
            piece.append(glyph)
            x += glyph.width
            continue
        stop = _next_stop(x)
        ink = "".join(g.text for g in piece).rstrip()
        if ink.endswith(":") or (not pieces and _LABEL.fullmatch(ink.strip())):
            piece.append(Glyph(" ", "", stop - x, glyph.face))
        else:
            if ink:
                pieces.append(TextLine(piece, left, CELL))
            piece, left = [], stop
        x = stop
    rest = TextLine(piece, left, after)
    if pieces and not rest.has_ink:
        return [*pieces[:-1], pieces[-1]._replace(after=after)]
    return [*pieces, rest]
