"""Where each page stands when pages follow one another down the screen, at any zoom."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

GAP = 16
"""Logical pixels between two pages, and around all of them."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The pages under one another, in logical pixels from the top of all; `scale` is logical pixels per point.

    A place is worked out when asked for, so that zooming costs nothing however long the draft is.

    Args:
        sizes: width and height of each page, points.
        above: for each page the summed height of those before it, points, and at the end that of all.
        usual_width: the width that most pages have, points.
    """

    sizes: tuple[tuple[float, float], ...] = ()
    above: tuple[float, ...] = (0.0,)
    usual_width: float = 0.0

    @classmethod
    def of(cls, sizes: Sequence[tuple[float, float]]) -> PageLayout:
        """Lay out pages of these widths and heights (points)."""
        above = tuple(accumulate((height for _, height in sizes), initial=0.0))
        widths = [width for width, _ in sizes] or [0.0]
        ((usual_width, _),) = Counter(widths).most_common(1)
        return cls(tuple(sizes), above, usual_width)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def top(self, page: int, scale: float) -> float:
        """Where `page` (1-based) begins."""
        return GAP * page + self.above[page - 1] * scale

    def height(self, scale: float) -> float:
        """The height of all pages with the gaps around them."""
        return self.top(self.count + 1, scale)

    def width(self, pages: range, scale: float) -> float:
        """The width of the widest of these pages with the gaps beside it."""
        return max((self.sizes[page - 1][0] for page in pages), default=0.0) * scale + 2 * GAP

    def page_at(self, y: float, scale: float) -> int:
        """The page (1-based) that `y` falls on, or the one above where it falls into a gap; 0 if there is none."""
        pages = range(1, self.count + 1)
        found = bisect_right(pages, y, key=lambda page: self.top(page, scale))
        return max(found, min(1, self.count))

    def pages_between(self, top: float, bottom: float, scale: float) -> range:
        """The pages that touch the band from `top` to `bottom`."""
        if not self.count:
            return range(0)
        return range(self.page_at(top, scale), self.page_at(bottom, scale) + 1)
