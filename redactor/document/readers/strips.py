"""Paragraphs, tables and pictures become strips: what stays together on a page, such as a line or a table row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat, zip_longest
from typing import NamedTuple

from redactor.document.page import CELL, PARAGRAPH
from redactor.document.readers.glyphs import Run, TextLine, broken, glyphs_of

SIZE = 10.5
"""Font size of running text, points."""
CELL_SIZE = 9.5
"""Font size in tables, points."""
_LEADING = 1.3  # line height, of the font size
_BASELINE = 0.95  # of the font size below a line's top
_PADDING = 3.0  # points between a cell's text and its frame
_NARROWEST = 30.0  # points; a table with narrower columns is set as lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs of text; lengths in points.

    Args:
        level: 0 for running text, 1 to 4 for headings (1 the largest).
        indent: from the left.
        after: space below.
        new_page: whether it starts on a new page.
    """

    runs: tuple[Run, ...]
    level: int = 0
    indent: float = 0.0
    after: float = 6.0
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that PyMuPDF can draw, at the size it has in the draft (points)."""

    data: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and how many columns it spans."""

    blocks: tuple[Block, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `columns` are relative widths."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...]


Block = Paragraph | Picture | Table


class Placed(NamedTuple):
    """A line, picture or frame; `x`, `y` is its upper left corner within its strip (points)."""

    x: float
    y: float
    what: TextLine | Picture | Frame


class Frame(NamedTuple):
    """The frame of a cell (points)."""

    width: float
    height: float


@dataclass(slots=True)
class Strip:
    """What stays together on a page.

    Args:
        height: points, without the space below.
        parts: in reading order.
        below: space that may be left out at the end of a page (points).
        with_next: whether it must not be the last on its page (headings).
        new_page: whether it starts a page.
    """

    height: float
    parts: list[Placed] = field(default_factory=list)
    below: float = 0.0
    with_next: bool = False
    new_page: bool = False


_HEADING_SIZES = (SIZE, 17.0, 13.5, 11.5, SIZE)


@dataclass(frozen=True, slots=True)
class Measure:
    """The room for blocks.

    Args:
        width, height: of the column that they are set in (points).
        inside: what the page's text holds where a word had to be broken (see `broken`).
        size: font size of running text (points).
    """

    width: float
    height: float
    inside: str = ""
    size: float = SIZE


def strips_of(blocks: Sequence[Block], measure: Measure) -> list[Strip]:
    """Set blocks below each other."""
    strips: list[Strip] = []
    for block in blocks:
        match block:
            case Paragraph():
                strips.extend(_paragraph(block, measure))
            case Picture():
                strips.append(_picture(block, measure))
            case Table():
                strips.extend(_table(block, measure))
    return strips


def _paragraph(paragraph: Paragraph, measure: Measure) -> list[Strip]:
    size = _HEADING_SIZES[paragraph.level] if paragraph.level else measure.size
    runs = [replace(run, bold=True) for run in paragraph.runs] if paragraph.level else paragraph.runs
    indent = min(paragraph.indent, measure.width / 2)
    lines = broken(glyphs_of(runs, size), measure.width - indent, last=PARAGRAPH, inside=measure.inside)
    strips = [
        Strip(
            size * _LEADING,
            [Placed(indent + piece.left, size * _BASELINE, piece) for piece in line],
            with_next=paragraph.level > 0,
        )
        for line in lines or [[TextLine([], 0.0, PARAGRAPH)]]
    ]
    strips[0].new_page = paragraph.new_page
    strips[-1].below = paragraph.after
    return strips


def _picture(picture: Picture, measure: Measure) -> Strip:
    share = min(1.0, measure.width / picture.width, measure.height / picture.height)
    shown = replace(picture, width=picture.width * share, height=picture.height * share)
    return Strip(shown.height, [Placed(0.0, 0.0, shown)], below=6.0)


def _table(table: Table, measure: Measure) -> list[Strip]:
    if measure.width < _NARROWEST * len(table.columns):
        return strips_of([block for row in table.rows for block in _listed(row)], measure)
    widths = _widths(table.columns, measure.width)
    strips = [strip for row in table.rows for strip in _row(row, widths, measure)]
    if strips:
        strips[-1].below = 6.0
    return strips


def _listed(row: Sequence[Cell]) -> Iterator[Block]:
    """A row of a table that is too wide for the page: its texts in one paragraph, the rest below."""
    blocks = [block for cell in row for block in cell.blocks]
    texts = [block.runs for block in blocks if isinstance(block, Paragraph) and block.runs]
    tab = Run("\t")
    yield Paragraph(tuple(run for runs in texts for run in (*runs, tab))[:-1])
    yield from (block for block in blocks if not isinstance(block, Paragraph))


def _widths(columns: Sequence[float], width: float) -> list[float]:
    """Share `width` out between columns, none of them too narrow."""
    spare = width - _NARROWEST * len(columns)
    total = sum(columns) or 1.0
    return [_NARROWEST + spare * column / total for column in columns]


def _row(row: Sequence[Cell], widths: Sequence[float], measure: Measure) -> Iterator[Strip]:
    """A table row as one strip, or as several where it is taller than a page."""
    tallest = measure.height - 2 * _PADDING
    boxes: list[tuple[float, float]] = []
    contents: list[list[list[Strip]]] = []
    column = 0
    for cell in row:
        left, width = sum(widths[:column]), sum(widths[column : column + cell.span])
        column += cell.span
        inner = Measure(max(width - 2 * _PADDING, 1.0), tallest, measure.inside, CELL_SIZE)
        strips = strips_of(cell.blocks, inner)
        for strip in strips:
            strip.new_page = False
        boxes.append((left, width))
        contents.append(list(stacked(strips, repeat(tallest))))
    for pieces in zip_longest(*contents, fillvalue=()):
        yield _row_strip(boxes, pieces)


def _row_strip(boxes: Sequence[tuple[float, float]], pieces: Sequence[Sequence[Strip]]) -> Strip:
    """Cells beside each other, each with its frame."""
    height = 2 * _PADDING + max(height_of(strips) for strips in pieces)
    row = Strip(height)
    inked = [number for number, strips in enumerate(pieces) if any(_has_ink(strip) for strip in strips)]
    for number, ((left, width), strips) in enumerate(zip(boxes, pieces, strict=True)):
        row.parts.append(Placed(left, 0.0, Frame(width, height)))
        parts = list(placed(strips, left + _PADDING, _PADDING))
        if number in inked:
            _end_with(parts, PARAGRAPH if number == inked[-1] else CELL)
        row.parts.extend(parts)
    return row


def _has_ink(strip: Strip) -> bool:
    return any(isinstance(part.what, TextLine) and part.what.has_ink for part in strip.parts)


def _end_with(parts: list[Placed], separator: str) -> None:
    """Let `separator` follow the last line with ink."""
    for index in reversed(range(len(parts))):
        what = parts[index].what
        if isinstance(what, TextLine) and what.has_ink:
            parts[index] = parts[index]._replace(what=what._replace(after=separator))
            return


def height_of(strips: Sequence[Strip]) -> float:
    """Height of strips on each other, points; the space below the last is left out."""
    return sum(strip.height + strip.below for strip in strips) - (strips[-1].below if strips else 0.0)


def placed(strips: Sequence[Strip], left: float, top: float) -> Iterator[Placed]:
    """The parts of strips on each other, from the upper left corner `left`, `top`."""
    for strip in strips:
        for part in strip.parts:
            yield Placed(part.x + left, part.y + top, part.what)
        top += strip.height + strip.below


def stacked(strips: Sequence[Strip], heights: Iterator[float]) -> Iterator[list[Strip]]:
    """Part strips into stacks; `heights` says how tall each may be (points). At least one strip goes on each."""
    stack: list[Strip] = []
    used, height = 0.0, next(heights)
    for strip in strips:
        if stack and (strip.new_page or used + strip.height > height):
            kept = len(stack)
            while kept and stack[kept - 1].with_next and not strip.new_page:
                kept -= 1
            kept = kept or len(stack)  # nothing but headings: they stay
            yield stack[:kept]
            stack, height = stack[kept:], next(heights)
            used = sum(each.height + each.below for each in stack)
        stack.append(strip)
        used += strip.height + strip.below
    yield stack
