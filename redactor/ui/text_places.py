"""The reading text on the pages: which character lies at a point, and where a stretch of text stands."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from redactor.document.page import Quad
from redactor.document.source import Document


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the reading text that stands in one line of a page.

    Args:
        page: 1-based.
        start, end: offsets into the reading text.
        first: where it begins in the page's text.
        left, top, right, bottom: the box around it, points from the page's top left.
    """

    page: int
    start: int
    end: int
    first: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def distance(self, x: float, y: float) -> float:
        """How far a point is off; upwards and downwards count more, so that a margin belongs to the line beside it."""
        sideways = max(self.left - x, x - self.right, 0.0)
        upwards = max(self.top - y, y - self.bottom, 0.0)
        return sideways + 10 * upwards + 0.01 * abs(y - self.middle)


class TextPlaces:
    """Finds characters by place and places by character; works out a page's lines when first asked about it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines: dict[int, tuple[Line, ...]] = {}

    def lines(self, page: int) -> tuple[Line, ...]:
        """The lines of a page (1-based) in the order of the reading text."""
        if page not in self._lines:
            pieces = (piece for run in self._runs.get(page - 1, ()) for piece in self._unbroken(*run))
            self._lines[page] = tuple(line for piece in pieces if (line := self._line(page, *piece)))
        return self._lines[page]

    def offset_at(self, page: int, x: float, y: float) -> int | None:
        """The place between two characters that is nearest to a point (points); None on a page without text."""
        nearest = min(self.lines(page), key=lambda line: line.distance(x, y), default=None)
        return None if nearest is None else self._offset_in(nearest, x, y)

    def quads(self, page: int, start: int, end: int) -> tuple[Quad, ...]:
        """Where the characters `start` to `end` stand on one page, a quad for each line."""
        pieces = ((line, max(start, line.start), min(end, line.end)) for line in self.lines(page))
        return tuple(quad for line, s, e in pieces if s < e and (quad := self._joined(line, s, e)))

    def line_of(self, offset: int) -> Line | None:
        """The line in which the character at `offset` stands, or else the one that ends there."""
        for at in (offset, offset - 1):
            page_index = self.document.page_of[at] if 0 <= at < len(self.document.text) else -1
            for line in self.lines(page_index + 1) if page_index >= 0 else ():
                if line.start <= at < line.end:
                    return line
        return None

    def caret(self, offset: int) -> tuple[Line, float] | None:
        """The line and the height of x at which a caret before the character at `offset` stands."""
        line = self.line_of(offset)
        if line is None:
            return None
        at_end = offset >= line.end
        quad = self._quad(line, line.end - 1 if at_end else offset)
        return line, (quad[2] if at_end else quad[0]) if any(quad) else line.right

    def beside(self, line: Line, x: float, *, down: bool) -> int | None:
        """The offset below (or above) `line` at `x`, on this page or the next that has text."""
        sign = 1 if down else -1
        others = [
            other for other in self.lines(line.page) if sign * (other.middle - line.middle) > line_step(line)
        ]
        page = line.page
        while not others and 1 <= (page := page + sign) <= len(self.document.pages):
            others = list(self.lines(page))
        if not others:
            return None
        edge = min(sign * other.middle for other in others)
        row = [other for other in others if sign * other.middle - edge < line_step(other)]
        nearest = min(row, key=lambda other: other.distance(x, other.middle))
        return self._offset_in(nearest, x, nearest.middle)

    @cached_property
    def _runs(self) -> dict[int, list[tuple[int, int]]]:
        """For each page (0-based) the stretches of the reading text that stand on it."""
        runs: dict[int, list[tuple[int, int]]] = {}
        start = 0
        for page_index, group in groupby(self.document.page_of):
            end = start + sum(1 for _ in group)
            if page_index >= 0:
                runs.setdefault(page_index, []).append((start, end))
            start = end
        return runs

    def _unbroken(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a stretch where the page's text leaps: there a word goes on in the next line."""
        char_of = self.document.char_of
        for here in range(start + 1, end):
            if char_of[here] != char_of[here - 1] + 1:
                yield start, here
                start = here
        yield start, end

    def _line(self, page: int, start: int, end: int) -> Line | None:
        first = self.document.char_of[start]
        quads = self.document.pages[page - 1].quads[8 * first : 8 * (first + end - start)]
        xs, ys = quads[0::2], quads[1::2]
        placed = [(x, y) for x, y in zip(xs, ys, strict=True) if x or y]
        if not placed:
            return None
        left, right = min(x for x, _ in placed), max(x for x, _ in placed)
        return Line(
            page, start, end, first, left, min(y for _, y in placed), right, max(y for _, y in placed)
        )

    def _quad(self, line: Line, offset: int) -> Quad:
        return self.document.pages[line.page - 1].quad(line.first + offset - line.start)

    def _joined(self, line: Line, start: int, end: int) -> Quad | None:
        placed = [offset for offset in range(start, end) if any(self._quad(line, offset))]
        if not placed:
            return None
        first, last = self._quad(line, placed[0]), self._quad(line, placed[-1])
        return (*first[0:2], *last[2:4], *first[4:6], *last[6:8])

    def _offset_in(self, line: Line, x: float, y: float) -> int:
        """The offset in `line` nearest to a point, measured along the direction in which the line runs."""
        quads = [(offset, self._quad(line, offset)) for offset in range(line.start, line.end)]
        placed = [(offset, quad) for offset, quad in quads if any(quad)]
        first, last = placed[0][1], placed[-1][1]
        along_x, along_y = last[2] - first[0], last[3] - first[1]
        point = x * along_x + y * along_y
        for offset, quad in placed:
            if (quad[0] + quad[2]) / 2 * along_x + (quad[1] + quad[3]) / 2 * along_y > point:
                return offset
        return line.end


def line_step(line: Line) -> float:
    """How far apart the middles of two lines must be for one to be below the other, points."""
    return 0.4 * math.fabs(line.bottom - line.top)
