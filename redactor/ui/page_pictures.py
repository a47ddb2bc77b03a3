"""Drawn pages: asks for pictures by urgency, a few at once, and holds the latest within a bound of memory."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from PySide6.QtGui import QImage, QPixmap

Clip = tuple[float, float, float, float]
"""Left, top, right, bottom of a part of a page, points from its top left."""

MOST_BYTES = 150 * 1024 * 1024
WHOLE_BELOW = 2000
"""A page at most this many device pixels wide and high is one picture; a larger one is drawn in tiles."""
TILE = 1024
ROUGH = 900
"""Device pixels on the longer side of the picture that stands in for a tiled page until its tiles arrive."""
AT_ONCE = 2
"""So few are asked for at a time that what the reader has left behind is never drawn."""


class Ticket(Protocol):
    """What an asked-for picture is taken back by."""

    def cancel(self) -> None: ...


Draw = Callable[[int, float, Clip | None, Callable[[QImage], None]], Ticket | None]
"""`draw(page, scale, clip, done)`: page is 1-based, scale is device pixels per point, no clip is the whole page.

`done` is called with the picture, or with a null picture where drawing failed.
"""


@dataclass(frozen=True, slots=True)
class Tile:
    """The part of a page (1-based) within `area` (points), or all of it, at `scale` device pixels per point."""

    page: int
    scale: float
    area: Clip
    whole: bool

    @property
    def clip(self) -> Clip | None:
        """What to ask for: nothing is cut from a whole page."""
        return None if self.whole else self.area

    @property
    def bytes(self) -> int:
        """The memory that its picture takes."""
        left, top, right, bottom = self.area
        return 4 * math.ceil((right - left) * self.scale) * math.ceil((bottom - top) * self.scale)


def whole_page(page: int, size: tuple[float, float], scale: float) -> Tile:
    """A page of `size` (points) as one picture."""
    return Tile(page, scale, (0.0, 0.0, *size), whole=True)


def rough(page: int, size: tuple[float, float]) -> Tile:
    """The small picture of a whole page."""
    return whole_page(page, size, ROUGH / max(size))


def is_tiled(size: tuple[float, float], scale: float) -> bool:
    """Whether a page of this size (points) is too large for one picture."""
    return max(size) * scale > WHOLE_BELOW


def tiles_of(page: int, size: tuple[float, float], scale: float, region: Clip) -> list[Tile]:
    """The tiles that cover `region` (points) of a page of `size` (points), row by row."""
    width, height = size
    left, top, right, bottom = (
        max(region[0], 0),
        max(region[1], 0),
        min(region[2], width),
        min(region[3], height),
    )
    if left >= right or top >= bottom:
        return []
    if not is_tiled(size, scale):
        return [whole_page(page, size, scale)]
    step = TILE / scale
    corners = [
        (step * x, step * y)
        for y in range(int(top / step), math.ceil(bottom / step))
        for x in range(int(left / step), math.ceil(right / step))
    ]
    return [
        Tile(page, scale, (x, y, min(x + step, width), min(y + step, height)), whole=False)
        for x, y in corners
    ]


class PagePictures:
    """The pictures at hand, and those under way."""

    def __init__(self, arrived: Callable[[Tile], None]) -> None:
        """`arrived` is called when there is a new picture."""
        self._arrived = arrived
        self._draw: Draw | None = None
        self._pixmaps: OrderedDict[Tile, QPixmap] = OrderedDict()
        self._wanted: dict[Tile, None] = {}
        self._under_way: dict[Tile, tuple[object, Ticket | None]] = {}
        self._failed: set[Tile] = set()

    @property
    def bytes_held(self) -> int:
        """Memory of all pictures at hand."""
        return sum(tile.bytes for tile in self._pixmaps)

    @property
    def under_way(self) -> tuple[Tile, ...]:
        """What has been asked for and not come yet."""
        return tuple(self._under_way)

    def set_drawer(self, draw: Draw | None) -> None:
        """From now on pictures come from `draw`; those at hand show something else and go."""
        self.want(())
        self._draw = draw
        self._pixmaps.clear()

    def want(self, tiles: Sequence[Tile]) -> None:
        """Ask for these, the most urgent first and as many as may be held, and for nothing else any more."""
        held = accumulate(tile.bytes for tile in tiles)
        self._wanted = {tile: None for tile, so_far in zip(tiles, held, strict=True) if so_far <= MOST_BYTES}
        for tile in [tile for tile in self._under_way if tile not in self._wanted]:
            _, ticket = self._under_way.pop(tile)
            if ticket is not None:
                ticket.cancel()
        self._failed.intersection_update(self._wanted)
        self._ask()

    def picture(self, tile: Tile) -> QPixmap | None:
        """The picture, if it is at hand."""
        pixmap = self._pixmaps.get(tile)
        if pixmap is not None:
            self._pixmaps.move_to_end(tile)
        return pixmap

    def stand_ins(self, page: int, scale: float) -> list[tuple[Tile, QPixmap]]:
        """Pictures of `page` at another scale, to be shown stretched: the whole page, then finer parts on top.

        Of the finer ones only those of one scale are given: the one last looked at.
        """
        others = [tile for tile in self._pixmaps if tile.page == page and tile.scale != scale]
        whole = max((tile for tile in others if tile.whole), key=lambda tile: tile.scale, default=None)
        parts = [tile for tile in others if not tile.whole]
        chosen = [whole] if whole else []
        chosen += [tile for tile in parts if tile.scale == parts[-1].scale]
        return [(tile, self._pixmaps[tile]) for tile in chosen]

    def _ask(self) -> None:
        for tile in tuple(self._wanted):
            if self._draw is None or len(self._under_way) >= AT_ONCE:
                return
            if tile not in self._under_way and tile not in self._pixmaps and tile not in self._failed:
                self._ask_for(tile, self._draw)

    def _ask_for(self, tile: Tile, draw: Draw) -> None:
        request = object()
        self._under_way[tile] = (request, None)

        def done(image: QImage) -> None:
            if self._is_under_way(tile, request):
                self._take(tile, image)

        ticket = draw(tile.page, tile.scale, tile.clip, done)
        if self._is_under_way(tile, request):
            self._under_way[tile] = (request, ticket)

    def _is_under_way(self, tile: Tile, request: object) -> bool:
        """Whether this very request still stands: one taken back may be answered late, by an earlier drawer."""
        return self._under_way.get(tile, (None, None))[0] is request

    def _take(self, tile: Tile, image: QImage) -> None:
        del self._under_way[tile]
        if image.isNull():
            self._failed.add(tile)
        else:
            # The screen's own format, made once: drawing any other converts it for every frame.
            self._pixmaps[tile] = QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32))
            self._drop_oldest()
            self._arrived(tile)
        self._ask()

    def _drop_oldest(self) -> None:
        """Let the pictures that were not looked at for longest go, but none that is wanted now."""
        excess = self.bytes_held - MOST_BYTES
        for tile in [tile for tile in self._pixmaps if tile not in self._wanted]:
            if excess <= 0:
                return
            del self._pixmaps[tile]
            excess -= tile.bytes
