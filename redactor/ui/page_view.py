"""The report in the middle of the window: its pages, the marks on them, text to select, areas to draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QToolTip, QWidget

from redactor.document.page import Quad
from redactor.document.source import Document
from redactor.ui.area_drawing import DrawnArea
from redactor.ui.mark_index import MarkIndex, Source
from redactor.ui.mark_painter import (
    Brush,
    DrawnMark,
    Look,
    MarkColours,
    paint_area,
    paint_caret,
    paint_current,
    paint_found,
    paint_mark,
    paint_selected,
    paint_underlined,
)
from redactor.ui.page_keys import handles, press_key
from redactor.ui.page_mouse import PageMouse
from redactor.ui.page_scroll import PageScroll
from redactor.ui.selection import Selection

__all__ = ["DrawnMark", "Look", "MarkColours", "Mode", "PageView"]


_BEYOND = 40
"""Logical pixels that a mark's ring or badge may reach beyond its words."""


class Mode(StrEnum):
    """What the mouse and the arrow keys do."""

    SELECT = "select"
    AREA = "area"


class PageView(PageScroll):
    """Shows the marks it is given and tells what the user points at; it decides and changes nothing itself."""

    mark_pressed = Signal(str)
    """The id of the mark that was clicked."""
    selection_made = Signal(int, int)
    """Start and end of the selected text, offsets into the reading text."""
    area_drawn = Signal(object)
    """The `redactor.marks.mark.Area` that was drawn."""
    mode_changed = Signal(str)
    """The new `Mode`."""

    def __init__(self, parent: QWidget | None = None, *, colours: MarkColours | None = None) -> None:
        super().__init__(parent, colours=colours)
        self._marks = MarkIndex()
        self._found: Callable[[int], tuple[Quad, ...]] | None = None
        self._underlined: Callable[[int], tuple[Quad, ...]] | None = None
        self._current: str | None = None
        self._hovered: str | None = None
        self._mode = Mode.SELECT
        self._mouse = PageMouse(self)
        self.selection: Selection | None = None
        self.drawing: DrawnArea | None = None
        self.page_changed.connect(self._name_page)
        self._name_page(0)

    # Marks

    def set_document(self, document: Document | None) -> None:
        """Select from this document's text from now on; without one nothing can be selected."""
        self.selection = Selection(document) if document else None
        self.viewport().update()

    def set_marks(self, drawn: Sequence[DrawnMark]) -> None:
        """Show these marks and no others."""
        self._marks = MarkIndex(drawn)
        self.viewport().update()

    def show_marks_of(self, source: Source) -> None:
        """Show the marks that this gives for the pages in view, and no others."""
        self._marks = MarkIndex(source=source)
        self.viewport().update()

    def marks_changed(self, pages: Iterable[int] | None = None) -> None:
        """The marks on these pages (1-based) changed, or (None) any marks: ask for them again."""
        self._marks.forget(pages)
        mark = self.current_mark()
        if mark and mark.spoken != self.accessibleDescription():
            self._tell_current()
        self.viewport().update()

    def update_marks(self, drawn: Sequence[DrawnMark]) -> None:
        """Show these marks in place of those with the same ids, and new ones besides."""
        self._marks.update(drawn)
        if any(mark.id == self._current for mark in drawn):
            self._tell_current()
        self.viewport().update()

    def set_current(self, id: str | None) -> None:
        """Ring the mark of this id, and say it to screen readers."""
        self._current = id
        self._tell_current()
        self.viewport().update()

    def reveal_mark(self, id: str) -> None:
        """Scroll until the mark is comfortably in view; stay where it is already."""
        mark = self._marks.get(id)
        if mark and mark.places and mark.places[0].page <= self.page_count():
            place = mark.places[0]
            xs = [x for quad in place.quads for x in quad[0::2]]
            ys = [y for quad in place.quads for y in quad[1::2]]
            self.bring_into_view(place.page, QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys))))

    def set_found(self, found: Callable[[int], tuple[Quad, ...]] | None) -> None:
        """Show lightly what a search found: what `found` gives for a page (1-based) in view; nothing with None."""
        self._found = found
        self.viewport().update()

    def set_underlined(self, words: Callable[[int], tuple[Quad, ...]] | None) -> None:
        """Underline lightly what `words` gives for a page (1-based) in view; nothing with None."""
        self._underlined = words
        self.viewport().update()

    def _tell_current(self) -> None:
        mark = self.current_mark()
        self.setAccessibleDescription(mark.spoken if mark else "")
        if mark:
            self._announce(mark.spoken)

    def _name_page(self, page: int) -> None:
        self.setAccessibleName(f"Report, page {page} of {self.page_count()}" if page else "Report")

    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    # Selecting and drawing

    def selected(self) -> tuple[int, int] | None:
        """Start and end of the selected text, offsets into the reading text; None if nothing is selected."""
        return self.selection.range() if self.selection else None

    def clear_selection(self) -> None:
        """Select nothing and take the caret away."""
        if self.selection:
            self.selection.clear()
            self.viewport().update()

    def mode(self) -> Mode:
        """What the mouse and the arrow keys do now."""
        return self._mode

    def draws_areas(self) -> bool:
        """Whether areas are drawn rather than text selected."""
        return self._mode == Mode.AREA

    def leave_area(self) -> None:
        """Go back to selecting text; what was being drawn is forgotten."""
        self.set_mode(Mode.SELECT)

    def set_mode(self, mode: Mode) -> None:
        """Select text, or draw areas."""
        self.drawing = None
        self.viewport().setCursor(
            Qt.CursorShape.CrossCursor if mode == Mode.AREA else Qt.CursorShape.IBeamCursor
        )
        self.viewport().update()
        if mode != self._mode:
            self._mode = mode
            self.mode_changed.emit(mode)
            if mode == Mode.AREA:
                self._announce(
                    "Draw an area: arrow keys place it, Shift and arrows size it, Enter accepts, Escape leaves."
                )

    def mark_at(self, position: QPointF) -> DrawnMark | None:
        """The mark at a position in the view."""
        return self._marks.at(*self.point_at(position))

    def current_mark(self) -> DrawnMark | None:
        """The mark that is ringed."""
        return self._marks.get(self._current)

    def offset_at(self, position: QPointF) -> int | None:
        """The place in the reading text nearest to a position in the view."""
        page, x, y = self.point_at(position)
        return self.selection.places.offset_at(page, x, y) if self.selection and page else None

    def uncover(self, mark: DrawnMark | None) -> None:
        """Let the words under this mark be read, and those under no other."""
        hovered = mark.id if mark else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def finish_area(self) -> None:
        """Hand over the area that was drawn, unless it is too small to be meant."""
        area = self.drawing.area if self.drawing else None
        self.drawing = None
        self.viewport().update()
        if area:
            self.area_drawn.emit(area)

    def finish_selecting(self) -> None:
        """Tell what is selected now."""
        self.viewport().update()
        selected = self.selected()
        if selected and self.selection:
            self.selection_made.emit(*selected)
            self._announce(f"{self.selection.places.document.text[slice(*selected)]}, selected")

    # Painting

    def paint_over(self, painter: QPainter, page: int, exposed: QRectF) -> None:
        """Paint what search found, the marks, the selection, the caret and the area being drawn."""
        brush = Brush(painter, self.origin(page), self.pixels_per_point(), self.colours)
        if self._underlined:
            paint_underlined(brush, self._underlined(page))
        if self._found:
            paint_found(brush, self._found(page))
        current: tuple[Quad, ...] = ()
        top, bottom = exposed.top() - _BEYOND, exposed.bottom() + _BEYOND
        for mark, quads in self._marks.on_page(
            page, self.point_on(page, QPointF(0, top))[1], self.point_on(page, QPointF(0, bottom))[1]
        ):
            paint_mark(brush, mark, quads, uncovered=mark.id == self._hovered)
            if mark.id == self._current:
                current = quads
        paint_current(brush, current)
        if self.selection:
            self._paint_selection(brush, self.selection, page)
        if self.drawing and self.drawing.page == page:
            paint_area(brush, self.drawing.box)

    def _paint_selection(self, brush: Brush, selection: Selection, page: int) -> None:
        if selected := selection.range():
            paint_selected(brush, selection.places.quads(page, *selected))
        caret = selection.places.caret(selection.caret) if selection.caret is not None else None
        if caret and caret[0].page == page:
            paint_caret(brush, caret[1], caret[0].top, caret[0].bottom)

    # Events

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are needed here from the window's shortcuts, Enter while an area is drawn for one."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and handles(self, event)
        ):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the mark under the pointer in words; cover it again when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.uncover(None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), f"<p>{escape(mark.spoken)}</p>" if mark else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, the area or the pages."""
        if not press_key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to draw."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select or draw on, or uncover the mark under the pointer."""
        self._mouse.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish selecting or drawing; a press that did not move was a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release(stretch=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double_click(event.position())
