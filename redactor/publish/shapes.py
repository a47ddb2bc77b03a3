"""Whether the glyphs of a file look like what its text says: proved once for each font, not for each page.

A font may call its "K" an "X", and the page then shows what no reader of text finds. So pieces of lines are chosen that
hold every character of every font; each is drawn by itself, recognised, and laid beside the text. A letter or digit is
proved where both agree; any other character where nothing is read beside the letters around it. A page that shows a character left
unproved is for its pixels to be read as a whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heapify, heappop, heappush
from itertools import groupby

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.publish.blurred import blur
from redactor.publish.published import Published
from redactor.publish.recognition import read_lines
from redactor.publish.sight import (
    Box,
    Pixels,
    Thing,
    address,
    pixels_within,
    switched_off,
    switched_on,
    things,
)

Glyph = tuple[int, str]
"""A font, by its address, and a character of it."""

_TRIES = 6
"""Pieces that are tried for a character before it counts as unproved."""
_BREAKS = "\r\n\x02\ufffe"
"""Ends of lines; the last two stand for a hyphen at one."""
_ENOUGH, _MOST = 24, 48
"""Characters of a piece: from so many on it ends with the word, and at so many in any case."""
_EDGE = 0.5
_HEIGHT, _FINEST = 48, 12.0
"""Pixels of a piece across its line, as recognition wants it; and pixels a point at most."""
_MARGIN = 6
"""Pixels of paper on every side of a piece."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line of live text: page (0-based), first character in the text page, and its glyphs."""

    page: int
    start: int
    glyphs: tuple[Glyph, ...]


def pages_unproved(published: Published) -> set[int]:
    """The pages (0-based) with live text whose shapes are not proved; raises RecognitionFailed."""
    same: dict[Glyph, Glyph] = {}
    lines = [line for number in range(len(published.drawn)) for line in _lines(published, number, same)]
    published.tick(0, len(published.drawn), "Reading the shapes of the letters")
    open_: set[Glyph] = {glyph for line in lines for glyph in line.glyphs if glyph[0]}
    untried = lines
    for _ in range(_TRIES):
        chosen = _covering(untried, open_)
        if not chosen:
            break
        taken = set(map(id, chosen))
        untried = [line for line in untried if id(line) not in taken]
        seen = list(_pictures(published, chosen))
        texts = read_lines([picture for _, picture in seen])
        for (line, _), text in zip(seen, texts, strict=True):
            open_ -= _agreed(line, text)
    return {line.page for line in lines if not open_.isdisjoint(line.glyphs)}


def _lines(published: Published, number: int, same: dict[Glyph, Glyph]) -> Iterator[Line]:
    """The pieces of a page; `same`: each glyph met so far, that it is kept once and not for every character."""
    text_page = published.text_page(number)
    fonts: dict[int, int] = {}
    glyphs: list[Glyph] = []
    start = 0
    for index in range(text_page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if char in _BREAKS or len(glyphs) >= (_ENOUGH if char.isspace() else _MOST):
            if glyphs:
                yield Line(number, start, tuple(glyphs))
            glyphs = []
        if char in _BREAKS:
            continue
        if not glyphs:
            start = index
        glyph = (0, " ")
        obj = pdfium.FPDFText_GetTextObject(text_page, index)
        if obj and not char.isspace():
            place = address(obj)
            if place not in fonts:
                fonts[place] = address(pdfium.FPDFTextObj_GetFont(obj))
            glyph = (fonts[place], char)
        glyphs.append(same.setdefault(glyph, glyph))
    if glyphs:
        yield Line(number, start, tuple(glyphs))


def _covering(lines: Sequence[Line], wanted: set[Glyph]) -> list[Line]:
    """Lines that hold every wanted glyph, if any do: always the one that holds most of what is left."""
    left = set(wanted)
    out = []
    most = [(-len(left.intersection(line.glyphs)), number) for number, line in enumerate(lines)]
    heapify(most)
    while left and most:
        count, number = heappop(most)
        held = left.intersection(lines[number].glyphs)
        if held and len(held) == -count:
            out.append(lines[number])
            left -= held
        elif held:
            heappush(most, (-len(held), number))
    return out


def _pictures(published: Published, lines: Sequence[Line]) -> Iterator[tuple[Line, Pixels]]:
    """The lines as drawn, each without anything else of its page; but for those that cover nothing."""
    for number, group in groupby(sorted(lines, key=lambda line: line.page), key=lambda line: line.page):
        drawn = {
            address(thing.raw): thing
            for thing in things(published.page(number))
            if thing.type != pdfium.FPDF_PAGEOBJ_FORM
        }
        text_page = published.text_page(number)  # before: its text is that of what is drawn
        with switched_off(list(drawn.values())):
            for line in group:
                part = _picture(published.page(number), text_page, line, drawn)
                if part is not None:
                    yield line, part


def _picture(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, line: Line, drawn: dict[int, Thing]
) -> Pixels | None:
    places = [line.start + n for n, glyph in enumerate(line.glyphs) if glyph[0]]
    boxes = [text_page.get_charbox(place, loose=True) for place in places]
    if not boxes:
        return None
    box: Box = (
        min(box[0] for box in boxes) - _EDGE,
        min(box[1] for box in boxes) - _EDGE,
        max(box[2] for box in boxes) + _EDGE,
        max(box[3] for box in boxes) + _EDGE,
    )
    own = {address(pdfium.FPDFText_GetTextObject(text_page, place)) for place in places} & drawn.keys()
    shown = [drawn[each] for each in own]
    ground = _ground(shown)
    with switched_on(shown):
        part = pixels_within(page, min(_FINEST, _HEIGHT / _short(box)), box, ground)
    if min(part.shape[:2]) < 4:
        return None
    padded = np.pad(part, ((_MARGIN, _MARGIN), (_MARGIN, _MARGIN), (0, 0)), constant_values=ground)
    return np.rot90(padded, _quarters(page, text_page, places[0]))


def _short(box: Box) -> float:
    return max(0.1, min(box[2] - box[0], box[3] - box[1]))


def _quarters(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, index: int) -> int:
    """By how many quarters of a turn, clockwise, a character is turned as displayed."""
    angle: float = max(0.0, pdfium.FPDFText_GetCharAngle(text_page, index))
    return round(angle / (math.pi / 2)) + int(page.get_rotation()) // 90


def _ground(shown: Sequence[Thing]) -> int:
    """The grey of the paper on which text can be read: white, or black for light text."""
    return 0 if shown and min(sum(thing.colour[:3]) for thing in shown) > 3 * 128 else 255


def _agreed(line: Line, read: str) -> set[Glyph]:
    """The glyphs of a line that look like what they are called, going by what was read."""
    said, owners = "", []
    for place, (font, char) in enumerate(line.glyphs):
        blurred = blur(char) if font else ""
        said += blurred
        owners += [place] * len(blurred)
    gaps: set[int] = set()  # places in `said` before which something was read that is not there
    proved: set[int] = set()
    for what, a, b, c, d in SequenceMatcher(None, said, _letters(read), autojunk=False).get_opcodes():
        if what == "equal":
            proved.update(owners[a:b])
        elif d > c:
            gaps.update(range(a, b + 1))
    letters = 0
    out = set()
    for place, (font, char) in enumerate(line.glyphs):
        count = owners.count(place) if font else 0
        letters += count
        if font and (place in proved if count else letters not in gaps):
            out.add((font, char))
    return out


def _letters(text: str) -> str:
    """Each character blurred by itself, as those of the line are."""
    return "".join(map(blur, text))
