"""The pages in the middle of the window, driven as a user drives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lined_drafts import HIGH, LEFT, SIZE, TOP, WIDE, draft
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from redactor.document.source import Document
from redactor.marks.mark import Area
from redactor.ui.page_pictures import Clip
from redactor.ui.page_view import DrawnMark, Look, Mode, PageView

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINES = ["Kez was seen by", "Anne Lacey at home"]


@pytest.fixture
def document() -> Document:
    return draft(LINES, LINES, LINES)


@pytest.fixture
def view(qtbot: QtBot, document: Document) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_pages([SIZE] * 3)
    view.set_document(document)
    view.show()
    view.set_zoom(1.0)
    view.verticalScrollBar().setValue(0)
    return view


def marks(document: Document, *wordings: str) -> list[DrawnMark]:
    """A mark on the first mention of each wording."""
    starts = [document.text.index(wording) for wording in wordings]
    places = [document.places(start, start + len(w)) for start, w in zip(starts, wordings, strict=True)]
    return [
        DrawnMark(f"m{n}", place, Look.LABEL, "Child D", f"{wordings[n]} publishes as Child D")
        for n, place in enumerate(places)
    ]


def on_screen(view: PageView, x: float, y: float, page: int = 1) -> QPoint:
    """Where a point of a page lies in the view."""
    return (view.origin(page) + QPointF(x, y) * view.pixels_per_point()).toPoint()


def before(view: PageView, words: str, line: int = 0, page: int = 1) -> QPoint:
    """Where the first character of `words` begins."""
    return on_screen(view, LEFT + WIDE * LINES[line].index(words) + 0.5, TOP + 20 * line + HIGH / 2, page)


def drag(qtbot: QtBot, view: PageView, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for point in (start + (end - start) / 2, end):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            view.viewport().mapToGlobal(QPointF(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QGuiApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def hover(view: PageView, point: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    position = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        position,
        view.viewport().mapToGlobal(position),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(view.viewport(), event)


# Scrolling and zooming


def test_the_page_in_the_middle_is_told_as_it_changes(view: PageView) -> None:
    pages: list[int] = []
    view.page_changed.connect(pages.append)

    view.go_to_page(3)
    view.go_to_page(1)

    assert pages == [3, 1]
    assert view.accessibleName() == "Report, page 1 of 3"


def test_home_end_and_page_keys_scroll(view: PageView, qtbot: QtBot) -> None:
    bar = view.verticalScrollBar()

    qtbot.keyClick(view, Key.Key_PageDown)
    assert 0 < bar.value() < view.viewport().height()

    qtbot.keyClick(view, Key.Key_End)
    assert bar.value() == bar.maximum()

    qtbot.keyClick(view, Key.Key_Home)
    qtbot.keyClick(view, Key.Key_Down)
    assert bar.value() == bar.singleStep()


def test_the_wheel_with_ctrl_zooms_around_the_pointer(view: PageView) -> None:
    at = QPointF(before(view, "seen"))
    page, x, y = view.point_at(at)
    wheel = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Ctrl,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QGuiApplication.sendEvent(view.viewport(), wheel)

    assert view.zoom() == pytest.approx(1.1**3)
    assert view.point_at(at) == (page, pytest.approx(x, abs=1), pytest.approx(y, abs=1))


def test_keys_zoom_and_zoom_stays_within_its_bounds(view: PageView, qtbot: QtBot) -> None:
    zooms: list[float] = []
    view.zoom_changed.connect(zooms.append)

    qtbot.keyClick(view, Key.Key_Plus, Ctrl)
    qtbot.keyClick(view, Key.Key_0, Ctrl)
    qtbot.keyClick(view, Key.Key_Minus, Ctrl)
    view.set_zoom(100)
    view.set_zoom(0)

    assert zooms == [pytest.approx(1.1), 1.0, pytest.approx(1 / 1.1), 4.0, 0.25]


def test_the_width_stays_fitted_until_the_user_zooms(view: PageView) -> None:
    view.fit_width()
    view.resize(700, 700)
    assert view.origin(1).x() == pytest.approx(16, abs=1)
    assert view.horizontalScrollBar().maximum() == 0

    view.set_zoom(1.0)
    view.resize(600, 700)
    assert view.zoom() == 1.0


def test_a_wide_page_is_scrolled_sideways_only_while_it_is_in_view(view: PageView) -> None:
    view.show_pages([SIZE, SIZE, (1500.0, 842.0), SIZE, SIZE])
    level = view.horizontalScrollBar()
    place = view.origin(1).x()
    assert level.maximum() == 0

    view.go_to_page(3)
    assert level.maximum() > 0
    assert level.value() == pytest.approx(level.maximum() / 2, abs=1)

    view.go_to_page(1)
    assert level.maximum() == 0
    assert view.origin(1).x() == pytest.approx(place, abs=1)


def test_zooming_keeps_the_middle_of_the_view(view: PageView) -> None:
    view.go_to_page(2)
    middle = QPointF(view.viewport().rect().center())
    page, _, y = view.point_at(middle)

    view.set_zoom(2.5)

    assert view.point_at(middle)[0] == page
    assert view.point_at(middle)[2] == pytest.approx(y, abs=1)


def test_pages_that_are_still_being_read_join_without_moving_the_view(view: PageView) -> None:
    view.go_to_page(2)
    value = view.verticalScrollBar().value()

    view.show_pages([SIZE] * 1000)

    assert view.verticalScrollBar().value() == value
    assert view.page_count() == 1000


def test_another_draft_is_shown_from_its_start(view: PageView) -> None:
    view.go_to_page(3)

    view.show_pages([(842.0, 595.0)] * 3)

    assert view.verticalScrollBar().value() == 0


# Pictures


def test_only_pages_in_view_and_their_neighbours_are_drawn(view: PageView, qtbot: QtBot) -> None:
    asked: list[int] = []

    def draw(page: int, scale: float, clip: Clip | None, done: Callable[[QImage], None]) -> None:
        asked.append(page)
        assert (scale, clip) == (view.pixels_per_point() * view.devicePixelRatioF(), None)
        done(QImage(10, 10, QImage.Format.Format_RGB888))

    view.show_pages([SIZE] * 1000)
    view.set_drawer(draw)
    view.go_to_page(500)
    qtbot.waitUntil(lambda: len(asked) >= 3)

    assert asked[0] == 500
    assert set(asked) <= {1, 2, 499, 500, 501}


def test_the_picture_is_shown_dot_for_dot(view: PageView, qtbot: QtBot) -> None:
    drawn: list[QImage] = []

    def draw(page: int, scale: float, clip: Clip | None, done: Callable[[QImage], None]) -> None:
        image = QImage(round(SIZE[0] * scale), round(SIZE[1] * scale), QImage.Format.Format_RGB32)
        for x in range(image.width()):
            for y in range(40):
                image.setPixelColor(x, y, Qt.GlobalColor.black if (x + y) % 2 else Qt.GlobalColor.white)
        drawn.append(image)
        done(image)

    view.set_drawer(draw)
    qtbot.waitUntil(lambda: bool(drawn))
    shown = view.viewport().grab().toImage()
    corner = view.origin(1).toPoint()

    for x in range(100, 120):
        for y in range(5, 20):
            assert shown.pixelColor(corner.x() + x, corner.y() + y) == drawn[0].pixelColor(x, y)


# Marks


def test_a_click_on_a_mark_tells_its_id(view: PageView, document: Document, qtbot: QtBot) -> None:
    view.set_marks(marks(document, "Kez", "Anne Lacey"))

    with qtbot.waitSignal(view.mark_pressed) as pressed:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=before(view, "Lacey", line=1))

    assert pressed.args == ["m1"]
    assert view.selected() is None


def test_the_pointer_uncovers_the_words_under_a_mark(view: PageView, document: Document) -> None:
    view.set_marks(marks(document, "Kez"))
    covered = view.viewport().grab().toImage()

    hover(view, before(view, "ez"))
    uncovered = view.viewport().grab().toImage()
    hover(view, QPoint(5, 5))

    assert uncovered != covered
    assert view.viewport().grab().toImage() == covered


def test_the_current_mark_is_described_for_screen_readers(view: PageView, document: Document) -> None:
    first, second = marks(document, "Kez", "Anne Lacey")
    view.set_marks([first, second])

    view.set_current("m1")
    assert view.accessibleDescription() == "Anne Lacey publishes as Child D"

    view.update_marks([DrawnMark("m1", second.places, Look.KEEP, "", "kept, Anne Lacey")])
    assert view.accessibleDescription() == "kept, Anne Lacey"

    view.set_current(None)
    assert view.accessibleDescription() == ""


def test_revealing_a_mark_scrolls_to_it_and_not_when_it_is_in_view(
    view: PageView, document: Document
) -> None:
    (first,) = marks(document, "Kez")
    start = document.text.rindex("Kez")
    last = DrawnMark("last", document.places(start, start + 3), Look.UNDECIDED)
    view.set_marks([first, last])

    view.reveal_mark("last")
    assert view.viewport().rect().contains(before(view, "Kez", page=3))

    value = view.verticalScrollBar().value()
    view.reveal_mark("last")
    assert view.verticalScrollBar().value() == value


def test_what_a_search_found_is_shown_lightly(view: PageView, document: Document) -> None:
    before_search = view.viewport().grab().toImage()

    view.set_found(lambda page: document.places(0, 3)[0].quads if page == 1 else ())

    assert view.viewport().grab().toImage() != before_search


# Selecting text


def test_dragging_selects_text(view: PageView, document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selection_made) as made:
        drag(qtbot, view, before(view, "was"), before(view, " by"))

    assert document.text[slice(*made.args)] == "was seen"
    assert view.selected() == tuple(made.args)


def test_a_double_click_selects_a_word(view: PageView, document: Document, qtbot: QtBot) -> None:
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=before(view, "acey", line=1))
    with qtbot.waitSignal(view.selection_made) as made:
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)

    assert document.text[slice(*made.args)] == "Lacey"


def test_text_can_be_selected_by_keys_alone(view: PageView, document: Document, qtbot: QtBot) -> None:
    view.set_marks(marks(document, "Anne"))
    view.set_current("m0")

    qtbot.keyClick(view, Key.Key_Right, Ctrl | Shift)
    qtbot.keyClick(view, Key.Key_Right, Ctrl | Shift)
    selected = view.selected()

    assert selected is not None
    assert document.text[slice(*selected)] == "Anne Lacey"


def test_without_a_current_mark_keys_begin_at_the_first_text_in_view(
    view: PageView, document: Document, qtbot: QtBot
) -> None:
    view.go_to_page(2)

    qtbot.keyClick(view, Key.Key_End, Shift)
    selected = view.selected()

    assert selected is not None
    assert document.text[slice(*selected)] == LINES[0]
    assert document.page_of[selected[0]] == 1


def test_escape_takes_the_caret_away_and_then_is_left_to_the_window(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_Right, Shift)
    assert view.selected() is not None

    qtbot.keyClick(view, Key.Key_Escape)
    assert view.selected() is None

    second = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    second.ignore()
    view.event(second)
    assert not second.isAccepted()


def test_arrows_scroll_until_there_is_a_caret(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_Down)
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0

    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=before(view, "was"))
    qtbot.keyClick(view, Key.Key_Right)
    assert view.selection is not None
    assert view.selection.caret == 5


def test_keys_of_other_alphabets_do_nothing(view: PageView) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, 0x0416, Qt.KeyboardModifier.NoModifier, "Ж")
        event.ignore()
        view.event(event)
        assert not event.isAccepted()


def test_draft_text_never_reaches_the_clipboard(view: PageView, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("untouched")

    qtbot.keyClick(view, Key.Key_Right, Ctrl | Shift)
    qtbot.keyClick(view, Key.Key_C, Ctrl)

    assert clipboard.text() == "untouched"


def test_without_a_document_nothing_is_selected(view: PageView, qtbot: QtBot) -> None:
    view.set_document(None)

    drag(qtbot, view, before(view, "was"), before(view, " by"))
    qtbot.keyClick(view, Key.Key_Right, Shift)

    assert view.selected() is None


# Drawing areas


def test_dragging_draws_an_area(view: PageView, qtbot: QtBot) -> None:
    view.set_mode(Mode.AREA)

    with qtbot.waitSignal(view.area_drawn) as drawn:
        drag(qtbot, view, on_screen(view, 100, 100), on_screen(view, 200, 160))

    (area,) = drawn.args
    assert isinstance(area, Area)
    assert (area.page, area.x0, area.y0, area.x1, area.y1) == pytest.approx((1, 100, 100, 200, 160), abs=1)


def test_an_area_can_be_drawn_by_keys_alone(view: PageView, qtbot: QtBot) -> None:
    view.set_mode(Mode.AREA)

    qtbot.keyClick(view, Key.Key_Right)
    first = view.drawing
    qtbot.keyClick(view, Key.Key_Right)
    qtbot.keyClick(view, Key.Key_Down, Shift)
    with qtbot.waitSignal(view.area_drawn) as drawn:
        qtbot.keyClick(view, Key.Key_Return)

    assert first is not None
    left, top, right, bottom = first.box
    (area,) = drawn.args
    assert (area.x0, area.y0, area.x1, area.y1) == pytest.approx((left + 6, top, right + 6, bottom + 6))


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the plugin without a screen says so of every window
def test_enter_accepts_an_area_even_where_the_window_has_a_shortcut_on_it(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = PageView()
    view.show_pages([SIZE])
    window.setCentralWidget(view)
    pressed: list[str] = []
    QShortcut(QKeySequence("Return"), window, lambda: pressed.append("confirm"))
    window.show()
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)

    view.set_mode(Mode.AREA)
    qtbot.keyClick(view, Key.Key_Right)
    with qtbot.waitSignal(view.area_drawn):
        qtbot.keyClick(view, Key.Key_Return)
    assert pressed == []

    view.set_mode(Mode.SELECT)
    qtbot.keyClick(view, Key.Key_Return)
    assert pressed == ["confirm"]


def test_escape_leaves_drawing(view: PageView, qtbot: QtBot) -> None:
    view.set_mode(Mode.AREA)
    qtbot.keyClick(view, Key.Key_Right)

    with qtbot.waitSignal(view.mode_changed) as changed:
        qtbot.keyClick(view, Key.Key_Escape)

    assert changed.args == [Mode.SELECT]
    assert view.drawing is None
