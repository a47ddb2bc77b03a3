"""Tables with a column or a row for other names: whose other name each name in it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from redactor.findings.people.mentions import Mention

_LINE = re.compile(r"[^\n]+")
_EDGE = re.compile(r"\s*\|\s*|\s{3,}|\t+")
_RULE = re.compile(r"[\s|:+=-]+")
_OTHER_NAMES = re.compile(
    r"(?i)\W*(?:also |other |previous |former )*(?:known (?:as|by)|recorded as|names?(?: (?:used|known by|recorded))?|a\.?k\.?a\.?|alias(?:es)?|nicknames?)\W*"
)
_JUST_NAME = re.compile(r"(?i)\W*(?:full )?names?\W*")

_Cell = tuple[int, int]
_Row = list[_Cell]


def owners_in_tables(mentions: Sequence[Mention], text: str) -> dict[int, int]:
    """Return for each mention in a cell for other names which mention, before it, names the person; both by number."""
    starts = [mention.start for mention in mentions]
    owners: dict[int, int] = {}
    for table in _tables(text):
        for cell, where in _cells_of_other_names(table, text):
            named = next(filter(None, (_within(place, starts) for place in where)), None)
            for number in _within(cell, starts) if named else ():
                if named and named[0] < number:
                    owners[number] = named[0]
    return owners


def _within(cell: _Cell, starts: Sequence[int]) -> range:
    """Return the numbers of the mentions in a cell."""
    return range(bisect_left(starts, cell[0]), bisect_left(starts, cell[1]))


def _cells_of_other_names(table: Sequence[_Row], text: str) -> Iterator[tuple[_Cell, list[_Cell]]]:
    """Yield each cell for other names, and the cells in which the person may be named, the likeliest first."""
    columns = [column for column, cell in enumerate(table[0]) if column and _is_heading(cell, text)]
    for number, row in enumerate(table[1:], 1):
        for column in columns:
            if column < len(row):
                yield row[column], row[:1]
        if _is_heading(row[0], text):
            for column, cell in enumerate(row[1:], 1):
                yield cell, [above[column] for above in table[:number] if column < len(above)]


def _is_heading(cell: _Cell, text: str) -> bool:
    words = text[cell[0] : cell[1]]
    return _OTHER_NAMES.fullmatch(words) is not None and not _JUST_NAME.fullmatch(words)


def _tables(text: str) -> Iterator[list[_Row]]:
    """Yield the tables, two rows of cells or more on lines that follow each other."""
    table: list[_Row] = []
    end = -2
    for line in _LINE.finditer(text):
        row = _row(line)
        if line.start() != end + 1 or (len(row) < 2 and not _RULE.fullmatch(line.group())):
            if len(table) > 1:
                yield table
            table = []
        if len(row) > 1:
            table.append(row)
        end = line.end()
    if len(table) > 1:
        yield table


def _row(line: re.Match[str]) -> _Row:
    """Return the cells of a line, at offsets in the text; edges at its ends divide nothing."""
    if _RULE.fullmatch(line.group()):
        return []
    start, cells = line.start(), []
    for edge in _EDGE.finditer(line.string, line.start(), line.end()):
        if edge.start() > line.start():
            cells.append((start, edge.start()))
        start = edge.end()
    return [*cells, (start, line.end())] if start < line.end() else cells
