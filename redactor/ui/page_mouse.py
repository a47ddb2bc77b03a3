"""What the mouse does on the pages: click a mark, select text, draw an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer

from redactor.ui.area_drawing import DrawnArea

if TYPE_CHECKING:
    from redactor.ui.page_view import PageView

_DRAG = 4
"""Logical pixels that the mouse moves before pressing becomes dragging."""


class PageMouse(QObject):
    """Where the button went down, and what has become of it. Positions are in logical pixels of the view."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._dragging = False
        self._edge_scroll = QTimer(self, interval=30)
        self._edge_scroll.timeout.connect(self._scroll_on)

    def press(self, position: QPointF) -> None:
        """Begin to select, or to draw."""
        view = self._view
        self._pressed, self._dragging = position, False
        page, x, y = view.point_at(position)
        if view.draws_areas() and page:
            view.drawing = DrawnArea.begun(page, view.size_of(page), x, y)

    def move(self, position: QPointF) -> None:
        """Select or draw on; or, with no button down, uncover the mark under the pointer."""
        self._at = position
        if self._pressed is None:
            self._hover(position)
        elif self._dragging or (position - self._pressed).manhattanLength() >= _DRAG:
            self._drag(position, self._pressed)

    def release(self, *, stretch: bool) -> None:
        """Finish; a press that did not move was a click. `stretch`: select up to here (Shift is held)."""
        pressed, self._pressed = self._pressed, None
        self._edge_scroll.stop()
        if pressed is None:
            return
        if self._view.draws_areas():
            self._view.finish_area()
        elif self._dragging:
            self._view.finish_selecting()
        elif mark := self._view.mark_at(pressed):
            self._view.clear_selection()
            self._view.mark_pressed.emit(mark.id)
        else:
            self._click_text(pressed, stretch=stretch)

    def double_click(self, position: QPointF) -> None:
        """Select the word, and further words as the mouse is dragged on."""
        selection, offset = self._view.selection, self._view.offset_at(position)
        if selection and offset is not None and not self._view.draws_areas():
            selection.take_word(offset)
            self._pressed, self._dragging = position, True
            self._view.viewport().update()

    def _drag(self, position: QPointF, pressed: QPointF) -> None:
        view = self._view
        if view.drawing:
            view.drawing = view.drawing.drawn_to(*view.point_on(view.drawing.page, position))
        elif view.selection and not view.draws_areas():
            if not self._dragging:
                self._click_text(pressed, stretch=False)
            offset = view.offset_at(position)
            if offset is not None and view.selection.caret is not None:
                view.selection.stretch(offset)
        self._dragging = True
        inside = 0 <= position.y() < view.viewport().height()
        if inside:
            self._edge_scroll.stop()
        elif not self._edge_scroll.isActive():
            self._edge_scroll.start()
        view.viewport().update()

    def _scroll_on(self) -> None:
        """Scroll while the mouse is held past the upper or lower edge, the faster the further it is."""
        if self._pressed is None:
            return
        y, height = self._at.y(), self._view.viewport().height()
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round((min(y, 0.0) + max(y - height, 0.0)) / 2))
        self._drag(self._at, self._pressed)

    def _click_text(self, position: QPointF, *, stretch: bool) -> None:
        selection, offset = self._view.selection, self._view.offset_at(position)
        if selection is None or offset is None:
            return
        if stretch and selection.caret is not None:
            selection.stretch(offset)
            self._view.finish_selecting()
        else:
            selection.place(offset)
            self._view.viewport().update()

    def _hover(self, position: QPointF) -> None:
        mark = self._view.mark_at(position)
        self._view.uncover(mark)
        if not self._view.draws_areas():
            shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.IBeamCursor
            self._view.viewport().setCursor(shape)
