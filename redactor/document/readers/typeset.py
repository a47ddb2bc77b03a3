"""A draft without pages is set on A4: its working PDF, and its pages.

Every glyph's place is known as it is set, so the pages' text is exactly what was set, in the order in which it was set,
with the separators that belong there.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

import pymupdf

from redactor.document.page import ASIDE, Page
from redactor.document.readers.glyphs import Face, Glyph, TextLine
from redactor.document.readers.strips import (
    Block,
    Frame,
    Measure,
    Paragraph,
    Picture,
    Placed,
    Table,
    height_of,
    placed,
    stacked,
    strips_of,
)
from redactor.errors import Tick

WIDTH, HEIGHT = 595.0, 842.0
"""A4, points."""
PAGE_NUMBER, PAGE_COUNT = "\ufdd0", "\ufdd1"
"""In a running header or footer: the number of the page, and how many there are (noncharacters of Unicode)."""
_LEFT, _TOP, _RUNNING, _GAP = 56.0, 62.0, 34.0, 10.0  # margins; edge to header; header to text
_ABOVE, _BELOW = 0.93, 0.24  # a glyph's quad above and below its baseline, of the font size


@dataclass(frozen=True, slots=True)
class Running:
    """What is repeated at the top and the bottom of pages."""

    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks, and what runs along on their pages: on the first page, on even pages, on all others."""

    blocks: tuple[Block, ...]
    running: Running = field(default_factory=Running)
    first: Running | None = None
    even: Running | None = None

    def running_on(self, nth: int, number: int) -> Running:
        """For the `nth` page of the section (from 0), which is page `number` of the draft (from 1)."""
        if nth == 0 and self.first is not None:
            return self.first
        if number % 2 == 0 and self.even is not None:
            return self.even
        return self.running


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page to be drawn: parts with their places on it."""

    body: list[Placed]
    running: Running


def typeset(sections: Sequence[Section], tick: Tick, *, inside: str = "") -> tuple[bytes, tuple[Page, ...]]:
    """Set sections, each from a new page.

    Args:
        inside: what the pages' text holds where a word had to be broken over two lines.

    Returns:
        The PDF, and its pages.

    Raises:
        Cancelled: by `tick`.
    """
    sheets: list[_Sheet] = []
    for section in sections:
        sheets.extend(_sheets(_with_room(section), len(sheets), inside))
    pdf = pymupdf.open()
    pictures: dict[bytes, int] = {}
    pages = []
    for number, sheet in enumerate(sheets, 1):
        tick(number - 1, len(sheets), "Setting pages")
        aside = list(_running(sheet.running, number, len(sheets)))
        _draw(pdf.new_page(width=WIDTH, height=HEIGHT), [*sheet.body, *aside], pictures)
        pages.append(_page(number, sheet.body, aside))
    pdf.subset_fonts()
    return pdf.tobytes(garbage=3, deflate=True), tuple(pages)


def _strips_height(blocks: Sequence[Block]) -> float:
    return height_of(strips_of(blocks, _RUNNING_MEASURE))


_RUNNING_MEASURE = Measure(WIDTH - 2 * _LEFT, HEIGHT / 3)


def _with_room(section: Section) -> Section:
    """Move what runs along into the text where it would fill the pages."""
    changed: dict[str, Running] = {}
    blocks = section.blocks
    for name in ("running", "first", "even"):
        running = getattr(section, name)
        if running and _strips_height((*running.header, *running.footer)) > HEIGHT / 3:
            blocks = (*running.header, *running.footer, *blocks)
            changed[name] = Running()
    return replace(section, blocks=blocks, **changed)


def _sheets(section: Section, before: int, inside: str) -> Iterator[_Sheet]:
    """The pages of a section; `before`: how many pages there are already."""

    def room(nth: int) -> tuple[float, float]:
        return _room(section.running_on(nth, before + nth + 1))

    smallest = min(bottom - top for top, bottom in map(room, range(3)))
    strips = strips_of(section.blocks, Measure(WIDTH - 2 * _LEFT, smallest, inside))
    heights = (bottom - top for top, bottom in map(room, count()))
    for nth, stack in enumerate(stacked(strips, heights)):
        yield _Sheet(list(placed(stack, _LEFT, room(nth)[0])), section.running_on(nth, before + nth + 1))


def _room(running: Running) -> tuple[float, float]:
    """Top and bottom of the text on a page with this header and footer, points."""
    top = bottom = _TOP
    if running.header:
        top = max(top, _RUNNING + _strips_height(running.header) + _GAP)
    if running.footer:
        bottom = max(bottom, _RUNNING + _strips_height(running.footer) + _GAP)
    return top, HEIGHT - bottom


def _running(running: Running, number: int, total: int) -> Iterator[Placed]:
    """Header and footer of a page, with its number filled in."""
    header = strips_of(_numbered(running.header, number, total), _RUNNING_MEASURE)
    yield from placed(header, _LEFT, _RUNNING)
    footer = strips_of(_numbered(running.footer, number, total), _RUNNING_MEASURE)
    yield from placed(footer, _LEFT, HEIGHT - _RUNNING - height_of(footer))


def _numbered(blocks: Sequence[Block], number: int, total: int) -> list[Block]:
    """Blocks with the page's number and the number of pages filled in."""
    filled: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph():
                runs = (
                    replace(
                        run, text=run.text.replace(PAGE_NUMBER, str(number)).replace(PAGE_COUNT, str(total))
                    )
                    for run in block.runs
                )
                filled.append(replace(block, runs=tuple(runs)))
            case Table():
                rows = (
                    tuple(replace(cell, blocks=tuple(_numbered(cell.blocks, number, total))) for cell in row)
                    for row in block.rows
                )
                filled.append(replace(block, rows=tuple(rows)))
            case Picture():
                filled.append(block)
    return filled


def _draw(sheet: pymupdf.Page, parts: Iterable[Placed], pictures: dict[bytes, int]) -> None:
    """Draw parts on a page; `pictures` remembers what the PDF holds already, by digest."""
    writer, frames = pymupdf.TextWriter(sheet.rect), sheet.new_shape()
    framed = False
    for x, y, what in parts:
        match what:
            case TextLine():
                for left, text, face in _stretches(what.glyphs):
                    writer.append((x + left, y - face.shift), text, font=face.font, fontsize=face.size)
            case Frame():
                frames.draw_rect((x, y, x + what.width, y + what.height))
                framed = True
            case Picture():
                digest = hashlib.sha256(what.data).digest()
                area = (x, y, x + what.width, y + what.height)
                known = {"xref": pictures[digest]} if digest in pictures else {"stream": what.data}
                pictures[digest] = sheet.insert_image(area, keep_proportion=False, **known)
    if framed:
        frames.finish(width=0.5)
        frames.commit()
    if writer.text_rect.is_valid and not writer.text_rect.is_empty:
        writer.write_text(sheet)


def _stretches(glyphs: Sequence[Glyph]) -> Iterator[tuple[float, str, Face]]:
    """Glyphs that can be drawn together: their left edge, their text, their face."""
    x = start = 0.0
    drawn: list[str] = []
    for index, glyph in enumerate(glyphs):
        if not drawn:
            start = x
        if glyph.drawn:
            drawn.append(glyph.drawn)
        x += glyph.width
        following = glyphs[index + 1] if index + 1 < len(glyphs) else None
        gap = bool(glyph.width) and not glyph.drawn
        if drawn and (gap or following is None or following.face is not glyph.face):
            yield start, "".join(drawn), glyph.face
            drawn = []


def _page(number: int, body: Iterable[Placed], aside: Iterable[Placed]) -> Page:
    """The text of a page, and the place of each character."""
    text: list[str] = []
    quads = array("f")
    for start, parts in (("", body), (ASIDE, aside)):
        for x, y, what in parts:
            if not isinstance(what, TextLine) or not what.has_ink:
                continue
            _add_line(text, quads, what, (x, y), start)
            start = ""
    return Page(number, WIDTH, HEIGHT, "".join(text), quads)


def _add_line(
    text: list[str], quads: array[float], line: TextLine, at: tuple[float, float], start: str
) -> None:
    """Add a line, with the separator `start` before it and its own after it."""
    x, baseline = at
    text.append(start)
    quads.extend(_NOWHERE * len(start))
    for glyph in line.glyphs:
        text.append(glyph.text)
        quads.extend(_quad(x, baseline, glyph) * len(glyph.text))
        x += glyph.width
    text.append(line.after)
    quads.extend(_NOWHERE)


def _quad(x: float, baseline: float, glyph: Glyph) -> tuple[float, ...]:
    if not glyph.width:
        return _NOWHERE
    baseline -= glyph.face.shift
    top, bottom, right = (
        baseline - _ABOVE * glyph.face.size,
        baseline + _BELOW * glyph.face.size,
        x + glyph.width,
    )
    return (x, top, right, top, x, bottom, right, bottom)


_NOWHERE = (0.0,) * 8
