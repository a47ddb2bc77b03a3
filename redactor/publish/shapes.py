"""Whether the glyphs of a file look like what its text says: proved once for each font, not for each page.

A font may call its "K" an "X", and the page then shows what no reader of text finds. So lines are chosen that hold
every character of every font; they are drawn, recognised, and laid beside the text. A letter or digit is proved where
both agree; any other character where nothing is read beside the letters around it. A page that shows a character left
unproved is for its pixels to be read as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

import pypdfium2.raw as pdfium

from redactor.publish.blurred import blur
from redactor.publish.published import Published
from redactor.publish.recognition import SCALE, read_lines
from redactor.publish.sight import Box, Pixels, address, cut, pixels

Glyph = tuple[int, str]
"""A font, by its address, and a character of it."""

_TRIES = 4
"""Lines that are tried for a character before it counts as unproved."""
_BREAKS = "\r\n\x02\ufffe"
"""Ends of lines; the last two stand for a hyphen at one."""
_MARGIN = 2.0
_MOST = 160
"""Characters of a line; a longer one is cut, as recognition takes no more."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of live text: page (0-based), first character in the text page, and its glyphs."""

    page: int
    start: int
    glyphs: tuple[Glyph, ...]


def pages_unproved(published: Published) -> set[int]:
    """The pages (0-based) with live text whose shapes are not proved; raises RecognitionFailed."""
    lines = [line for number in range(len(published.drawn)) for line in _lines(published, number)]
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


def _lines(published: Published, number: int) -> Iterator[Line]:
    text_page = published.text_page(number)
    fonts: dict[int, int] = {}
    glyphs: list[Glyph] = []
    start = 0
    for index in range(text_page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        if char in _BREAKS or len(glyphs) >= _MOST:
            if glyphs:
                yield Line(number, start, tuple(glyphs))
            glyphs, start = [], index + 1
        if char in _BREAKS:
            continue
        if not glyphs:
            start = index
        obj = pdfium.FPDFText_GetTextObject(text_page, index)
        if obj and not char.isspace():
            place = address(obj)
            if place not in fonts:
                fonts[place] = address(pdfium.FPDFTextObj_GetFont(obj))
            glyphs.append((fonts[place], char))
        else:
            glyphs.append((0, " "))
    if glyphs:
        yield Line(number, start, tuple(glyphs))


def _covering(lines: Sequence[Line], wanted: set[Glyph]) -> list[Line]:
    """Lines that hold every wanted glyph, if any do: those first that hold many."""
    left = set(wanted)
    out = []
    for line in sorted(lines, key=lambda line: -len(left.intersection(line.glyphs))):
        if held := left.intersection(line.glyphs):
            out.append(line)
            left -= held
        if not left:
            break
    return out


def _pictures(published: Published, lines: Sequence[Line]) -> Iterator[tuple[Line, Pixels]]:
    """The lines as drawn, but for those that cover nothing."""
    for number, group in groupby(sorted(lines, key=lambda line: line.page), key=lambda line: line.page):
        image = pixels(published.page(number), SCALE)
        for line in group:
            part = _part(published, line, image)
            if part is not None:
                yield line, part


def _part(published: Published, line: Line, image: Pixels) -> Pixels | None:
    page, text_page = published.page(line.page), published.text_page(line.page)
    boxes = [
        text_page.get_charbox(line.start + n, loose=True) for n, glyph in enumerate(line.glyphs) if glyph[0]
    ]
    if not boxes:
        return None
    box: Box = (
        min(box[0] for box in boxes) - _MARGIN,
        min(box[1] for box in boxes) - _MARGIN / 2,
        max(box[2] for box in boxes) + _MARGIN,
        max(box[3] for box in boxes) + _MARGIN / 2,
    )
    part = image[cut(page, image, box)]
    return part if min(part.shape[:2]) >= 4 else None


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
