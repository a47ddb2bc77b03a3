"""Whether the glyphs of a file look like what its text says: proved once for each font, not for each page.

A font may call its "K" an "X", and the page then shows what no reader of text finds. So pieces of lines are chosen that
hold every character of every font; each is drawn by itself, recognised, and laid beside the text. A letter or digit is
proved where both agree; any other character where nothing is read beside the letters around it. A letter in whose
place nothing is read, time and again, is a bullet, and no more would be read on its page. Where codes share a
character and do not all look like it (`specimens`), each place is proved by itself. A page that shows a character left
unproved is for its pixels to be read as a whole.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heapify, heappop, heappush
from itertools import groupby
from unicodedata import category

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
from redactor.publish.specimens import doubts

Glyph = tuple[int, str, tuple[int, int] | None]
"""A font, by its address (0 for white space); a character; and the page and start of its piece where it is in doubt."""

_TRIES = 6
"""Pieces that are tried for a character before it counts as unproved."""
_SILENT = 2
"""Pieces in which nothing is read in the place of a letter: a bullet, whatever its font calls it."""
_BREAKS, _HYPHENS = "\r\n", frozenset("\x02\ufffe")
"""Ends of lines, and what stands for a hyphen at one."""
_TURN = 0.1
"""Radians by which characters of one line may differ."""
_ENOUGH, _MOST = 24, 48
"""Characters of a piece: from so many on it ends with the word, and at so many in any case."""
_READ_AS = {"©": "c", "®": "r", "™": "tm", "-": "一", "–": "一", "—": "一"}
"""Letters that are read for some characters that are none, once blurred."""
_EDGE = 0.5
_HEIGHT, _FINEST = 48, 12.0
"""Pixels of a piece across its line, as recognition wants it; and pixels a point at most."""
_MARGIN, _NARROWEST = 6, 3
"""Pixels of paper on every side of a piece; and its heights across at least: a lone hyphen would fill it as a 1 does."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line of live text: page (0-based), first character in the text page, and its glyphs."""

    page: int
    start: int
    glyphs: tuple[Glyph, ...]


def pages_unproved(published: Published) -> set[int]:
    """The pages (0-based) with live text whose shapes are not proved; raises RecognitionFailed."""
    published.tick(0, len(published.drawn), "Reading the shapes of the letters")
    doubted = doubts(published.data)
    same: dict[Glyph, Glyph] = {}
    lines: list[Line] = []
    unproved = set(doubted.pages)
    for number in set(range(len(published.drawn))) - unproved:
        pieces = list(_pieces(published.text_page(number)))
        shown, open_ = doubted.shown[number] | _HYPHENS, doubted.characters[number]
        if any(font and char not in shown for _, glyphs in pieces for font, char in glyphs):
            unproved.add(number)
        else:
            lines += [_line(number, start, glyphs, open_, same) for start, glyphs in pieces]
    return unproved | _pages_of(lines, _open(published, lines))


def _open(published: Published, lines: Sequence[Line]) -> set[Glyph]:
    """The glyphs that no piece proves."""
    open_ = {glyph for line in lines for glyph in line.glyphs if glyph[0]}
    untried = lines
    silent: Counter[Glyph] = Counter()
    for _ in range(_TRIES):
        chosen = _covering(untried, open_)
        if not chosen:
            break
        taken = set(map(id, chosen))
        untried = [line for line in untried if id(line) not in taken]
        seen = list(_pictures(published, chosen))
        texts = read_lines([picture for _, picture in seen])
        for (line, _), text in zip(seen, texts, strict=True):
            agreed, unread = _compared(line, text)
            open_ -= agreed
            silent.update(unread)
    return {glyph for glyph in open_ if silent[glyph] < _SILENT}


def _pages_of(lines: Sequence[Line], glyphs: set[Glyph]) -> set[int]:
    return {line.page for line in lines if not glyphs.isdisjoint(line.glyphs)}


def _line(
    page: int,
    start: int,
    glyphs: Sequence[tuple[int, str]],
    doubted: frozenset[str],
    same: dict[Glyph, Glyph],
) -> Line:
    """`same`: each glyph met so far, that it is kept once and not for every character."""
    own: list[Glyph] = [(font, char, (page, start) if char in doubted else None) for font, char in glyphs]
    return Line(page, start, tuple(same.setdefault(glyph, glyph) for glyph in own))


def _pieces(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """The pieces of a page: the first character of each, and the font and character of all."""
    fonts: dict[int, int] = {}
    glyphs: list[tuple[int, str]] = []
    start = last = owner = 0
    for index in range(text_page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text_page, index))
        obj = pdfium.FPDFText_GetTextObject(text_page, index) if not char.isspace() else None
        place = address(obj)
        full = len(glyphs) >= (_ENOUGH if char.isspace() else _MOST)
        ends = char in _BREAKS or (char in _HYPHENS and not place)
        if full or ends or (place not in (0, owner) and owner and _parted(text_page, last, index)):
            if glyphs:
                yield start, glyphs
            glyphs, owner = [], 0
        if ends:
            continue
        if not glyphs:
            start = index
        if place:
            last, owner = index, place
            if place not in fonts:
                fonts[place] = address(pdfium.FPDFTextObj_GetFont(obj))
        glyphs.append((fonts[place], char) if place else (0, " "))
    if glyphs:
        yield start, glyphs


def _parted(text_page: pypdfium2.PdfTextPage, one: int, other: int) -> bool:
    """Whether two characters stand on different lines: turned otherwise, or one above the other."""
    angle, turned = (pdfium.FPDFText_GetCharAngle(text_page, index) for index in (one, other))
    if abs(angle - turned) > _TURN:
        return True
    side = (round(max(0.0, angle) / (math.pi / 2)) + 1) % 2
    first, second = (text_page.get_charbox(index, loose=True) for index in (one, other))
    shared = min(first[side + 2], second[side + 2]) - max(first[side], second[side])
    return bool(shared < max(first[side + 2] - first[side], second[side + 2] - second[side]) / 2)


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
    part = np.rot90(part, _quarters(page, text_page, places[0]))
    wide = max(0, _NARROWEST * part.shape[0] - part.shape[1]) // 2
    across = (_MARGIN + wide, _MARGIN + wide)
    return np.pad(part, ((_MARGIN, _MARGIN), across, (0, 0)), constant_values=ground)


def _short(box: Box) -> float:
    return max(0.1, min(box[2] - box[0], box[3] - box[1]))


def _quarters(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, index: int) -> int:
    """By how many quarters of a turn, clockwise, a character is turned as displayed."""
    angle: float = max(0.0, pdfium.FPDFText_GetCharAngle(text_page, index))
    return round(angle / (math.pi / 2)) + int(page.get_rotation()) // 90


def _ground(shown: Sequence[Thing]) -> int:
    """The grey of the paper on which text can be read: white, or black for light text."""
    return 0 if shown and min(sum(thing.colour[:3]) for thing in shown) > 3 * 128 else 255


def _compared(line: Line, read: str) -> tuple[set[Glyph], set[Glyph]]:
    """The glyphs of a line that look like what they are called, and those in whose place nothing was read."""
    said, owners = "", []
    for place, (font, char, _) in enumerate(line.glyphs):
        blurred = (
            blur(char) if font and category(char) != "Lm" else ""
        )  # an accent by itself is read with its letter
        said += blurred
        owners += [place] * len(blurred)
    seen = _letters(read)
    gaps: dict[int, str] = {}  # by place in `said`: what was read before it that is not there
    proved: set[int] = set()
    unread: set[int] = set()
    for what, a, b, c, d in SequenceMatcher(None, said, seen, autojunk=False).get_opcodes():
        if what == "equal":
            proved.update(owners[a:b])
        elif d > c:
            gaps.update(dict.fromkeys(range(a, b + 1), seen[c:d]))
        else:
            unread.update(owners[a:b])
    letters = 0
    agreed: set[Glyph] = set()
    failed: set[Glyph] = set()
    for place, glyph in enumerate(line.glyphs):
        count = owners.count(place) if glyph[0] else 0
        letters += count
        if glyph[0]:
            like = place in proved if count else gaps.get(letters, "") in _READ_AS.get(glyph[1], "")
            (agreed if like else failed).add(glyph)
    agreed -= {glyph for glyph in failed if glyph[2]}  # one that is in doubt must look like it in every place
    # a line of which less is read was not drawn well
    return agreed, {line.glyphs[place] for place in unread - proved} if len(proved) > len(unread) else set()


def _letters(text: str) -> str:
    """Each character blurred by itself, as those of the line are."""
    return "".join(map(blur, text))
