"""Lines of a page become its text in reading order: bands and columns (recursive X-Y cut), then paragraphs.

A page is cut at white bands across its whole width, each band at white columns, and so on (Nagy and Seth 1984). Side
by side, columns of one row are the cells of a table row; long columns are read one after the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from redactor.document.line_ends import goes_on_in_word, had_no_room, wall
from redactor.document.page import ASIDE, CELL, LINE, PARAGRAPH, Page

_TALL_CELL = 12
"""A row of cells with more lines than this is text in columns, not a table row."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line as it was drawn or recognised.

    Args:
        text: its characters, left to right.
        quads: eight numbers for each character; points, from the page's top left.
        size: font size, points.
        upright: whether it runs from left to right, level.
        aside: whether it stands beside the running text (a running header or footer).
    """

    text: str
    quads: array[float]
    size: float
    upright: bool = True
    aside: bool = False

    @property
    def left(self) -> float:
        return min(self.quads[0::8])

    @property
    def right(self) -> float:
        return max(self.quads[2::8])

    @property
    def middle(self) -> float:
        """Height of the line's middle on the page."""
        return (self.quads[1] + self.quads[5]) / 2


@dataclass(slots=True)
class _Row:
    """Pieces on one line of a column that follow each other without a wide gap."""

    pieces: list[Line]
    left: float = field(init=False)
    right: float = field(init=False)
    middle: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = self.pieces[0].left, self.pieces[-1].right
        self.middle = self.pieces[0].middle
        self.size = max(piece.size for piece in self.pieces)

    @property
    def top(self) -> float:
        return self.middle - self.size * 0.36

    @property
    def bottom(self) -> float:
        return self.middle + self.size * 0.36

    def words(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def first_word(self) -> float:
        """Width of the first word, points."""
        piece = self.pieces[0]
        word = piece.text.split(maxsplit=1)[0] if piece.text.strip() else ""
        last = max(len(word) - 1, 0)
        return piece.quads[8 * last + 2] - piece.quads[0]


class _Text:
    """Text and quads of a page while it is put together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.quads = array("f")

    def add(self, row: _Row, after: str) -> None:
        for number, piece in enumerate(row.pieces):
            if number and not row.pieces[number - 1].text.endswith(" "):
                self._gap(" ")
            self.parts.append(piece.text)
            self.quads.extend(piece.quads)
        self._gap(after)

    def end_with(self, separator: str) -> None:
        """Replace the last separator."""
        if self.parts and self.parts[-1] != ASIDE:
            self.parts[-1] = separator
        else:
            self._gap(separator)

    def _gap(self, separator: str) -> None:
        self.parts.append(separator)
        self.quads.extend([0.0] * 8 * len(separator))


def page_of(
    lines: Sequence[Line],
    *,
    number: int,
    width: float,
    height: float,
    ocr: bool = False,
    confidence: float = 1.0,
) -> Page:
    """Put the lines of a page in reading order.

    Args:
        lines: in the order in which they were found.
        number: 1-based page number.
        width, height: of the page as displayed, points.
        ocr, confidence: as in `Page`.
    """
    lines = [line for line in lines if line.text.strip()]
    body = [line for line in lines if line.upright and not line.aside]
    rows, notes = _split_footnotes(_rows(body), height)
    text = _Text()
    _read(rows, text)
    beside = notes + _rows([line for line in lines if line.upright and line.aside])
    turned = [_Row([line]) for line in lines if not line.upright]
    if beside or turned:
        text.end_with(ASIDE)
        _read(beside, text)
        for row in turned:
            text.add(row, PARAGRAPH)
    return Page(number, width, height, "".join(text.parts), text.quads, ocr, confidence)


def _rows(lines: Sequence[Line]) -> list[_Row]:
    """Join pieces that follow each other on one line; a wide gap without a space starts another row."""
    rows: list[_Row] = []
    for level in _levels(lines):
        pieces: list[Line] = []
        for line in level:
            if pieces and not _follows(pieces[-1], line):
                rows.append(_Row(pieces))
                pieces = []
            pieces.append(line)
        rows.append(_Row(pieces))
    return rows


def _levels(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines by height on the page, each group from left to right."""
    levels: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if levels and abs(line.middle - levels[-1][0].middle) < 0.3 * max(line.size, levels[-1][0].size):
            levels[-1].append(line)
        else:
            levels.append([line])
    return [sorted(level, key=lambda line: line.left) for level in levels]


def _follows(before: Line, line: Line) -> bool:
    """Whether a piece continues the one before it: a space stands between, or hardly any gap.

    The reader joins what is set on in one go, so pieces without a space that stand apart are cells.
    """
    gap = line.left - before.right
    size = max(before.size, line.size)
    if before.text.endswith(" ") or line.text.startswith(" "):
        return gap < 4 * size
    return gap < 0.3 * size


def _split_footnotes(rows: list[_Row], height: float) -> tuple[list[_Row], list[_Row]]:
    """Part the small print at the foot of a page from its running text."""
    if not rows:
        return rows, []
    usual = median(row.size for row in rows)
    last = max((row.middle for row in rows if row.size > 0.93 * usual), default=height)
    notes = [row for row in rows if row.middle > last and row.middle > height / 2]
    return [row for row in rows if row not in notes], notes


def _read(rows: list[_Row], text: _Text) -> None:
    """Add rows in reading order."""
    bands = [_columns(band) for band in _bands(rows)]
    running = [row for columns in bands if len(columns) == 1 for row in columns[0]]
    edge = max((row.right for row in running), default=0.0)
    most = wall(row.words() for row in running)
    for columns in bands:
        if len(columns) == 1:
            _paragraphs(columns[0], text, edge, most)
        elif max(len(column) for column in columns) <= _TALL_CELL:
            _table_row(columns, text)
        else:
            for column in columns:
                _read(column, text)


def _bands(rows: list[_Row]) -> list[list[_Row]]:
    """Cut at white bands across the whole width that are wider than the space between two lines of a paragraph."""
    bands: list[list[_Row]] = []
    bottom = 0.0
    running_on = _running_on(rows)
    for row in sorted(rows, key=lambda row: (row.middle, row.left)):
        pitch = _usual_gap(bands[-1]) if bands else 0.0
        if bands and (row.top - bottom <= pitch + 0.18 * row.size or id(row) in running_on):
            bands[-1].append(row)
        else:
            bands.append([row])
            bottom = row.bottom
        bottom = max(bottom, row.bottom)
    return bands


def _running_on(rows: list[_Row]) -> set[int]:
    """The rows (by identity) that go on from the line above, however wide the leading.

    The line above is full up to the right edge and the row stands alone below it; or it stands below a cell of a
    table row, and not all cells go on. Neither is farther down than lines under full ones usually are.
    """
    levels: list[list[_Row]] = []
    for row in sorted(rows, key=lambda row: (row.middle, row.left)):
        if levels and row.middle - levels[-1][0].middle < 0.3 * row.size:
            levels[-1].append(row)
        else:
            levels.append([row])
    levels = [sorted(level, key=lambda row: row.left) for level in levels]
    edge = max((row.right for row in rows), default=0.0)
    full = [(above, level) for above, level in pairwise(levels) if _wraps(above, level, edge)]
    if len(full) < 3:
        return set()
    usual = median(_white(above, level) for above, level in full)
    cells = [(above, level) for above, level in pairwise(levels) if _under_cells(above, level)]
    return {
        id(row)
        for above, level in [*full, *cells]
        for row in level
        if _white(above, level) <= min(1.12 * usual, 2.5 * row.size)
    }


def _white(above: list[_Row], level: list[_Row]) -> float:
    """White between two lines, points."""
    return min(row.top for row in level) - max(row.bottom for row in above)


def _wraps(above: list[_Row], level: list[_Row], edge: float) -> bool:
    """Whether a line stands alone under a piece that leaves its first word no room before `edge`."""
    row, last = level[0], above[-1]
    aligned = len(level) == 1 and abs(last.left - row.left) < 1.5 * row.size
    return aligned and last.right + row.first_word() + 0.2 * last.size >= edge


def _under_cells(above: list[_Row], level: list[_Row]) -> bool:
    """Whether each piece of a line stands under one of several cells, but not under each a piece."""
    return len(level) < len(above) and all(
        any(abs(cell.left - row.left) < 0.5 * row.size for cell in above) for row in level
    )


def _usual_gap(band: list[_Row]) -> float:
    """White between two lines of a band: what it shows so far, else that of ordinary leading."""
    for before, row in pairwise(band):
        if row.top > before.bottom:
            return min(row.top - before.bottom, 0.9 * row.size)
    return 0.62 * band[0].size


def _columns(band: list[_Row]) -> list[list[_Row]]:
    """Cut a band at white columns through all its rows."""
    if len({round(row.left) for row in band}) == 1:
        return [band]
    columns: list[list[_Row]] = []
    right = 0.0
    for row in sorted(band, key=lambda row: row.left):
        if columns and row.left < right + 0.3 * row.size:
            columns[-1].append(row)
        else:
            columns.append([row])
            right = row.right
        right = max(right, row.right)
    return [sorted(column, key=lambda row: (row.middle, row.left)) for column in columns]


def _table_row(columns: list[list[_Row]], text: _Text) -> None:
    """Add the cells of a table row."""
    for column in columns:
        _paragraphs(column, text, max(row.right for row in column))
        text.end_with(CELL)
    text.end_with(PARAGRAPH)


def _paragraphs(rows: list[_Row], text: _Text, edge: float, most: int = 0) -> None:
    """Add the rows of one column: a line is wrapped where the next one's first word had no room before `edge`.

    `most`: if not 0, lines were broken at so many characters, whatever the width of letters.
    """
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if following is None:
            text.add(row, PARAGRAPH)
        elif (
            row.middle >= following.middle - 0.3 * row.size
        ):  # two pieces on one line, too close for a column
            text.add(row, CELL)
        else:
            text.add(row, LINE if _is_wrapped(row, following, edge, most) else PARAGRAPH)


def _is_wrapped(row: _Row, following: _Row, edge: float, most: int) -> bool:
    """Whether a line's paragraph goes on on the next line of its column."""
    if row.right + following.first_word() + 0.2 * row.size >= edge:
        return True
    line, below = row.words(), following.words()
    return goes_on_in_word(line, below) or (most > 0 and had_no_room(line, below, most))
