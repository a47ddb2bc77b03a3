"""Which pictures a view of pages needs, and painting them: the sharp ones, or others stretched until they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from redactor.ui.page_pictures import PagePictures, Tile, is_tiled, rough, tiles_of

if TYPE_CHECKING:
    from redactor.ui.page_scroll import PageScroll


def wanted(view: PageScroll) -> list[Tile]:
    """What is in view, then what lies a view above and below it, on the neighbouring pages at most.

    Pages that are drawn in tiles are wanted as rough pictures before all else, so that something is there soon.
    """
    visible = view.visible_pages()
    if not visible:
        return []
    roughs = [
        rough(page, view.size_of(page))
        for page in visible
        if is_tiled(view.size_of(page), device_pixels(view))
    ]
    near = range(max(visible[0] - 1, 1), min(visible[-1] + 1, view.page_count()) + 1)
    seen = [tile for page in visible for tile in tiles_in_view(view, page)]
    around = [tile for page in near for tile in tiles_in_view(view, page, view.viewport().height())]
    return list(dict.fromkeys([*roughs, *seen, *around]))


def tiles_in_view(view: PageScroll, page: int, margin: float = 0.0) -> list[Tile]:
    """The tiles of a page that are in view, or at most `margin` logical pixels above or below it."""
    left, top = view.point_on(page, QPointF(0, -margin))
    right, bottom = view.point_on(page, QPointF(view.viewport().width(), view.viewport().height() + margin))
    return tiles_of(page, view.size_of(page), device_pixels(view), (left, top, right, bottom))


def place_of(view: PageScroll, tile: Tile) -> QRectF:
    """Where a tile lies in the view, logical pixels."""
    left, top, right, bottom = (side * view.pixels_per_point() for side in tile.area)
    return QRectF(QPointF(left, top), QSizeF(right - left, bottom - top)).translated(view.origin(tile.page))


def paint_pictures(painter: QPainter, view: PageScroll, page: int, pictures: PagePictures) -> None:
    """Paint a page; what has no sharp picture yet is painted from other ones."""
    tiles = tiles_in_view(view, page)
    sharp = [(tile, pixmap) for tile in tiles if (pixmap := pictures.picture(tile))]
    if len(sharp) < len(tiles):
        for tile, pixmap in pictures.stand_ins(page, device_pixels(view)):
            painter.drawPixmap(place_of(view, tile), pixmap, QRectF(pixmap.rect()))
    for tile, pixmap in sharp:
        pixmap.setDevicePixelRatio(view.devicePixelRatioF())
        painter.drawPixmap(place_of(view, tile).topLeft(), pixmap)


def device_pixels(view: PageScroll) -> float:
    """Device pixels per point."""
    return view.pixels_per_point() * view.devicePixelRatioF()
