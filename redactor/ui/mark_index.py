"""The drawn marks by page, so that painting and pointing never go through all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from redactor.document.page import Place, Quad
from redactor.ui.mark_painter import DrawnMark

_NEAR = 2.0
"""Points around a mark that still count as on it."""


@dataclass(slots=True)
class _Band:
    """A mark's quads on one page, and the height from `top` to `bottom` that they take up there, points."""

    quads: tuple[Quad, ...]
    top: float
    bottom: float


class Source(Protocol):
    """Marks that are drawn when they are asked for: a long draft has twenty thousand, of which a screen shows thirty."""

    def on_page(self, page: int) -> Iterable[DrawnMark]:
        """Those that stand on a page (1-based)."""

    def get(self, id: str) -> DrawnMark | None:
        """One of them."""


class MarkIndex:
    """All marks by id, and for each page (1-based) those that stand on it.

    Args:
        marks: some that are drawn already.
        source: where the others come from, if there are others.
    """

    def __init__(self, marks: Sequence[DrawnMark] = (), source: Source | None = None) -> None:
        self._source = source
        self._sourced: dict[int, dict[str, tuple[DrawnMark, _Band]]] = {}
        self._marks: dict[str, DrawnMark] = {}
        self._on_page: dict[int, dict[str, tuple[DrawnMark, _Band]]] = {}
        self.update(marks)

    def update(self, marks: Sequence[DrawnMark]) -> None:
        """Add marks, or replace those of the same id."""
        for mark in marks:
            self._remove(mark.id)
            self._marks[mark.id] = mark
            for place in mark.places:
                _put(self._on_page.setdefault(place.page, {}), mark, place)

    def forget(self, pages: Iterable[int] | None = None) -> None:
        """Ask the source again for what stands on these pages; on all where none are named."""
        for page in list(self._sourced) if pages is None else pages:
            self._sourced.pop(page, None)

    def get(self, id: str | None) -> DrawnMark | None:
        """The mark of this id, if there is one."""
        if not id:
            return None
        return self._marks.get(id) or (self._source.get(id) if self._source else None)

    def on_page(
        self, page: int, top: float = -math.inf, bottom: float = math.inf
    ) -> Iterator[tuple[DrawnMark, tuple[Quad, ...]]]:
        """The marks that stand on a page between two heights (points), each with its quads there."""
        for on_page in (self._from_source(page), self._on_page.get(page, {})):
            for mark, band in on_page.values():
                if band.bottom >= top and band.top <= bottom:
                    yield mark, band.quads

    def at(self, page: int, x: float, y: float) -> DrawnMark | None:
        """The mark at a point (points from the page's top left); the smallest where several lie over one another."""
        hits = [
            (_extent(quad), mark)
            for mark, quads in self.on_page(page, y - _NEAR, y + _NEAR)
            for quad in quads
            if _holds(quad, x, y)
        ]
        return min(hits, key=lambda hit: hit[0])[1] if hits else None

    def _from_source(self, page: int) -> dict[str, tuple[DrawnMark, _Band]]:
        if self._source and page not in self._sourced:
            on_page = self._sourced[page] = {}
            for mark in self._source.on_page(page):
                for place in mark.places:
                    if place.page == page:
                        _put(on_page, mark, place)
        return self._sourced.get(page, {})

    def _remove(self, id: str) -> None:
        mark = self._marks.get(id)
        for page in {place.page for place in mark.places} if mark else ():
            self._on_page[page].pop(id, None)


def _put(on_page: dict[str, tuple[DrawnMark, _Band]], mark: DrawnMark, place: Place) -> None:
    quads = (on_page[mark.id][1].quads if mark.id in on_page else ()) + place.quads
    heights = [y for quad in quads for y in quad[1::2]]
    if heights:
        on_page[mark.id] = mark, _Band(quads, min(heights), max(heights))


def _axes(quad: Quad) -> tuple[float, float, float, float, float, float]:
    along_x, along_y = quad[2] - quad[0], quad[3] - quad[1]
    down_x, down_y = quad[4] - quad[0], quad[5] - quad[1]
    return along_x, along_y, down_x, down_y, along_x**2 + along_y**2, down_x**2 + down_y**2


def _holds(quad: Quad, x: float, y: float) -> bool:
    """Whether a point lies in a quad, which may stand at any angle, or right beside it."""
    along_x, along_y, down_x, down_y, along, down = _axes(quad)
    if not along or not down:
        return False
    x, y = x - quad[0], y - quad[1]
    across = (x * along_x + y * along_y) / along
    below = (x * down_x + y * down_y) / down
    near_across, near_below = _NEAR / math.sqrt(along), _NEAR / math.sqrt(down)
    return -near_across <= across <= 1 + near_across and -near_below <= below <= 1 + near_below


def _extent(quad: Quad) -> float:
    *_, along, down = _axes(quad)
    return along * down
