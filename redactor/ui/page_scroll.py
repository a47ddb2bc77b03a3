"""A draft's pages under one another: scrolling, zooming, and sharp pictures of what is in view."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from redactor.ui.mark_painter import MarkColours
from redactor.ui.page_layout import GAP, PageLayout
from redactor.ui.page_pictures import Draw, PagePictures, Tile
from redactor.ui.page_tiles import paint_pictures, place_of, wanted

AT_FULL_SIZE = 96 / 72
"""Logical pixels per point at 100 %."""
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
ZOOM_STEP = 1.1
_FRAME = 2
"""Logical pixels; it tells whether the keys go here."""
_SETTLE = 80
"""Milliseconds of rest after which pictures are asked for while the zoom changes."""


class PageScroll(QAbstractScrollArea):
    """Shows pages; what lies on them is painted by who extends it."""

    page_changed = Signal(int)
    """The page (1-based) in the middle of the view."""
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None, *, colours: MarkColours | None = None) -> None:
        super().__init__(parent)
        self.colours = colours or MarkColours()
        self._layout = PageLayout()
        self._scale = AT_FULL_SIZE
        self._fits_width = True
        self._page = 0
        self._pictures = PagePictures(self._picture_arrived)
        self._asking = QTimer(self, singleShot=True)
        self._asking.timeout.connect(lambda: self._pictures.want(wanted(self)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(_FRAME)
        self.viewport().setMouseTracking(True)
        # Every pixel is painted below, so nothing need be cleared first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Always there, lest fitting the width make it come and go for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)

    # What is shown

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these widths and heights (points); more may follow while a draft is being read."""
        grown = tuple(sizes[: self._layout.count]) == self._layout.sizes
        self._layout = PageLayout.of(sizes)
        self._lay_out()
        if not grown:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()
        self._look_again()

    def set_drawer(self, draw: Draw | None) -> None:
        """Get pictures from `draw` from now on; those shown until now are forgotten."""
        self._pictures.set_drawer(draw)
        self.viewport().update()
        self._look_again()

    def page(self) -> int:
        """The page (1-based) in the middle of the view; 0 without pages."""
        return self._page

    def page_count(self) -> int:
        """How many pages there are."""
        return self._layout.count

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of `page` (1-based)."""
        page = min(max(page, 1), max(self._layout.count, 1))
        self.verticalScrollBar().setValue(round(self._layout.top(page, self._scale) - GAP))

    # Zoom

    def zoom(self) -> float:
        """How large the pages are; 1.0 shows them at the size of the paper."""
        return self._scale / AT_FULL_SIZE

    def set_zoom(self, factor: float) -> None:
        """Zoom, keeping what is in the middle of the view there; 0.25 to 4."""
        self._fits_width = False
        self._zoom_to(factor, QPointF(self.viewport().rect().center()))

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.set_zoom(self.zoom() * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.set_zoom(self.zoom() / ZOOM_STEP)

    def fit_width(self) -> None:
        """Make most pages as wide as the view, and keep them so when the view is resized."""
        self._fits_width = True
        if self._layout.usual_width:
            room = self.viewport().width() - 2 * GAP
            self._zoom_to(room / self._layout.usual_width / AT_FULL_SIZE, QPointF(0, 0))
            level = self.horizontalScrollBar()
            level.setValue(level.maximum() // 2)  # pages stand in the middle of the widest one

    def _zoom_to(self, factor: float, fixed: QPointF) -> None:
        """Zoom so that what is at `fixed` in the view stays there."""
        scale = min(max(factor, SMALLEST_ZOOM), LARGEST_ZOOM) * AT_FULL_SIZE
        if math.isclose(scale, self._scale):
            return
        page, x, y = self.point_at(fixed)
        self._scale = scale
        self._lay_out()
        if page:
            moved = self.origin(page) + QPointF(x, y) * scale - fixed
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(moved.y()))
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(moved.x()))
        self.viewport().update()
        # Without a picture to show stretched in the meantime there is no reason to wait.
        self._asking.start(_SETTLE if self._pictures.bytes_held else 0)
        self._look_again()
        self.zoom_changed.emit(self.zoom())

    # Where things are

    def origin(self, page: int) -> QPointF:
        """Where the top left of `page` (1-based) lies in the view: on a whole device pixel, so that it is sharp."""
        width = self._layout.sizes[page - 1][0] * self._scale
        level = self.horizontalScrollBar()
        x = (self.viewport().width() + level.maximum() - width) / 2 - level.value()
        y = self._layout.top(page, self._scale) - self.verticalScrollBar().value()
        ratio = self.devicePixelRatioF()
        return QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)

    def point_at(self, position: QPointF) -> tuple[int, float, float]:
        """The page (1-based, 0 if none) at a position in the view, and the point on it, from its top left."""
        page = self._layout.page_at(position.y() + self.verticalScrollBar().value(), self._scale)
        if not page:
            return 0, 0.0, 0.0
        return page, *self.point_on(page, position)

    def point_on(self, page: int, position: QPointF) -> tuple[float, float]:
        """The point of `page` (1-based) at a position in the view, beyond its edges too."""
        point = (position - self.origin(page)) / self._scale
        return point.x(), point.y()

    def pixels_per_point(self) -> float:
        """Logical pixels per point."""
        return self._scale

    def size_of(self, page: int) -> tuple[float, float]:
        """Width and height of a page (1-based), points."""
        return self._layout.sizes[page - 1]

    def visible_pages(self) -> range:
        """The pages in view, 1-based."""
        top = self.verticalScrollBar().value()
        return self._layout.pages_between(top, top + self.viewport().height() - 1, self._scale)

    def bring_into_view(self, page: int, box: QRectF) -> None:
        """Scroll so that `box` (points on `page`) is comfortably in view; stay where it is already."""
        view = self.viewport().rect()
        upright, level = self.verticalScrollBar(), self.horizontalScrollBar()
        top, bottom = (self.origin(page).y() + y * self._scale for y in (box.top(), box.bottom()))
        if top < view.height() * 0.1 or bottom > view.height() * 0.9:
            upright.setValue(round(upright.value() + (top + bottom) / 2 - view.height() * 0.4))
        left, right = (self.origin(page).x() + x * self._scale for x in (box.left(), box.right()))
        if left < 0 or right > view.width():
            level.setValue(round(level.value() + (left + right) / 2 - view.width() / 2))

    def _lay_out(self) -> None:
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(max(height - bar.singleStep(), 1))
        bar.setRange(0, max(math.ceil(self._layout.height(self._scale)) - height, 0))
        self._span_sideways()

    def _span_sideways(self) -> None:
        """Scroll sideways only while a page in view is too wide, and keep the pages where they are.

        "In view" leaves out of account that the bar itself takes room, lest it come and go for ever.
        """
        top, bar = self.verticalScrollBar().value(), self.horizontalScrollBar()
        pages = self._layout.pages_between(top, top + self.maximumViewportSize().height(), self._scale)
        most = max(math.ceil(self._layout.width(pages, self._scale) - 0.01) - self.viewport().width(), 0)
        if most != bar.maximum():
            aside = bar.value() - bar.maximum() / 2
            bar.setPageStep(self.viewport().width())
            bar.setRange(0, most)
            bar.setValue(round(most / 2 + aside))
            self.viewport().update()

    def _look_again(self) -> None:
        """Something moved: ask for pictures, tell which page is in the middle."""
        self._span_sideways()
        if not self._asking.isActive():
            self._asking.start(0)
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._layout.page_at(middle, self._scale)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.visible_pages():
            origin = self.origin(page)
            sheet = QRectF(origin, QSizeF(*self.size_of(page)) * self._scale)
            painter.fillRect(sheet, QColor(self.colours.page))
            painter.setClipRect(sheet)
            paint_pictures(painter, self, page, self._pictures)
            painter.setClipping(False)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
            self.paint_over(painter, page, QRectF(event.rect()))
        painter.end()

    def paint_over(self, painter: QPainter, page: int, exposed: QRectF) -> None:
        """Paint what lies on a page within `exposed`; it and the painter are in logical pixels of the view."""

    def _picture_arrived(self, tile: Tile) -> None:
        if tile.page in self.visible_pages():
            self.viewport().update(place_of(self, tile).toAlignedRect())

    # Events

    def event(self, event: QEvent) -> bool:
        """Draw anew on a screen of another pixel density; paint the frame in our own colours."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look_again()
        if event.type() == QEvent.Type.Paint:
            self._paint_frame()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the frame that the keys go here."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        self.update()

    def _paint_frame(self) -> None:
        painter = QPainter(self)
        role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Window
        painter.setPen(QPen(self.palette().color(role), _FRAME))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The scroll bars moved: what stays in view is shifted, only the rest is painted."""
        if self.devicePixelRatioF().is_integer() and abs(dy) < self.viewport().height():
            self.viewport().scroll(dx, dy)
        else:
            self.viewport().update()
        self._look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width fitted and the place."""
        super().resizeEvent(event)
        self._lay_out()
        if self._fits_width:
            self.fit_width()
        self.viewport().update()
        self._look_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._fits_width = False
            self._zoom_to(self.zoom() * ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)
