"""What keys do on the pages: scroll and zoom them, select text, place and size an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider

from redactor.ui.area_drawing import DrawnArea
from redactor.ui.selection import Selection, Step

if TYPE_CHECKING:
    from redactor.ui.page_view import PageView

Key = Qt.Key
Move = QAbstractSlider.SliderAction
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

_CARET_STEPS: dict[tuple[int, bool], Step] = {
    (Key.Key_Left, False): Step.LEFT,
    (Key.Key_Right, False): Step.RIGHT,
    (Key.Key_Up, False): Step.UP,
    (Key.Key_Down, False): Step.DOWN,
    (Key.Key_Left, True): Step.WORD_LEFT,
    (Key.Key_Right, True): Step.WORD_RIGHT,
    (Key.Key_Home, False): Step.LINE_START,
    (Key.Key_End, False): Step.LINE_END,
}
"""By key and whether Ctrl is held. With Shift they select; without, they move a caret that is there already."""
_NEED_SHIFT = (Step.LINE_START, Step.LINE_END)
"""Without Shift their keys go to the start and the end of the report."""

_SCROLLS: dict[int, tuple[Qt.Orientation, QAbstractSlider.SliderAction]] = {
    Key.Key_Up: (Qt.Orientation.Vertical, Move.SliderSingleStepSub),
    Key.Key_Down: (Qt.Orientation.Vertical, Move.SliderSingleStepAdd),
    Key.Key_PageUp: (Qt.Orientation.Vertical, Move.SliderPageStepSub),
    Key.Key_PageDown: (Qt.Orientation.Vertical, Move.SliderPageStepAdd),
    Key.Key_Space: (Qt.Orientation.Vertical, Move.SliderPageStepAdd),
    Key.Key_Home: (Qt.Orientation.Vertical, Move.SliderToMinimum),
    Key.Key_End: (Qt.Orientation.Vertical, Move.SliderToMaximum),
    Key.Key_Left: (Qt.Orientation.Horizontal, Move.SliderSingleStepSub),
    Key.Key_Right: (Qt.Orientation.Horizontal, Move.SliderSingleStepAdd),
}
_NUDGES: dict[int, tuple[int, int]] = {
    Key.Key_Left: (-6, 0),
    Key.Key_Right: (6, 0),
    Key.Key_Up: (0, -6),
    Key.Key_Down: (0, 6),
}
"""Points across and down by which an area moves, or with Shift grows."""
_ACCEPT = (Key.Key_Return, Key.Key_Enter)
_ZOOM_IN = (Key.Key_Plus, Key.Key_Equal)
"""Plus is often on the equals key; nobody need hold Shift for it."""


def handles(view: PageView, event: QKeyEvent) -> bool:
    """Whether the key is needed here even where the window has a shortcut on it."""
    if view.draws_areas():
        return event.key() in _NUDGES or event.key() in _ACCEPT or event.key() == Key.Key_Escape
    if event.key() == Key.Key_Escape:
        return view.selection is not None and view.selection.caret is not None
    return _step(view, event) is not None


def press_key(view: PageView, event: QKeyEvent) -> bool:
    """Do what the key does; False if it does nothing here."""
    if view.draws_areas() and handles(view, event):
        _draw_by_key(view, event)
    elif event.key() == Key.Key_Escape and handles(view, event):
        view.clear_selection()
    elif view.selection and (step := _step(view, event)):
        _move_caret(view, view.selection, step, stretch=bool(event.modifiers() & _SHIFT))
    else:
        return _zoom(view, event) or _scroll(view, event)
    return True


def _step(view: PageView, event: QKeyEvent) -> Step | None:
    """The caret's step, if this key moves it now."""
    shift, ctrl = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CTRL)
    step = _CARET_STEPS.get((event.key(), ctrl))
    if view.selection is None or step is None:
        return None
    if not shift and (view.selection.caret is None or step in _NEED_SHIFT):
        return None
    return step


def _move_caret(view: PageView, selection: Selection, step: Step, *, stretch: bool) -> None:
    if selection.caret is None:
        start = _starting_point(view, selection)
        if start is None:
            return
        selection.place(start)
    selection.move(step, stretch=stretch)
    caret = selection.places.caret(selection.caret) if selection.caret is not None else None
    if caret:
        line, x = caret
        view.bring_into_view(line.page, QRectF(x, line.top, 1, line.bottom - line.top))
    view.finish_selecting()


def _starting_point(view: PageView, selection: Selection) -> int | None:
    """Where a caret appears: before the current mark if it is in view, else at the first text in view."""
    mark = view.current_mark()
    if mark and mark.places and mark.places[0].page in view.visible_pages():
        quad = mark.places[0].quads[0]
        position = (
            view.origin(mark.places[0].page)
            + QPointF(quad[0], (quad[1] + quad[5]) / 2) * view.pixels_per_point()
        )
        if view.viewport().rect().contains(position.toPoint()):
            return view.offset_at(position)
    return _first_text_in_view(view, selection)


def _first_text_in_view(view: PageView, selection: Selection) -> int | None:
    for page in view.visible_pages():
        top = view.point_on(page, QPointF(0, 0))[1]
        lines = [line for line in selection.places.lines(page) if line.top >= top]
        if lines:
            return min(lines, key=lambda line: (line.top, line.left)).start
    return None


def _draw_by_key(view: PageView, event: QKeyEvent) -> None:
    if event.key() == Key.Key_Escape:
        view.leave_area()
        return
    if event.key() in _ACCEPT:
        view.finish_area()
        return
    if view.drawing is None:
        page, x, y = view.point_at(QPointF(view.viewport().rect().center()))
        view.drawing = DrawnArea.around(page, view.size_of(page), x, y) if page else None
    else:
        across, down = _NUDGES[event.key()]
        change = view.drawing.sized if event.modifiers() & _SHIFT else view.drawing.moved
        view.drawing = change(across, down)
    if view.drawing:
        left, top, right, bottom = view.drawing.box
        view.bring_into_view(view.drawing.page, QRectF(left, top, right - left, bottom - top))
    view.viewport().update()


def _zoom(view: PageView, event: QKeyEvent) -> bool:
    if not event.modifiers() & _CTRL:
        return False
    if event.key() in _ZOOM_IN:
        view.zoom_in()
    elif event.key() == Key.Key_Minus:
        view.zoom_out()
    elif event.key() == Key.Key_0:
        view.set_zoom(1.0)
    else:
        return False
    return True


def _scroll(view: PageView, event: QKeyEvent) -> bool:
    if event.key() not in _SCROLLS:
        return False
    orientation, move = _SCROLLS[event.key()]
    bar = view.verticalScrollBar() if orientation == Qt.Orientation.Vertical else view.horizontalScrollBar()
    bar.triggerAction(move)
    return True
