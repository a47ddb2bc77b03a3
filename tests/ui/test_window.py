"""The window with a short case in it: keys, fields, buttons, messages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from short_case import suggested_case

from redactor.errors import NotSafeToPublish, UnusableInput
from redactor.marks.mark import Verdict
from redactor.ui.page_menu import PageMenu
from redactor.ui.preferences import Preferences
from redactor.ui.session import Session
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much


@pytest.fixture
def reviewing(window: Window) -> Window:
    """With the short case open, in memory."""
    session = window.session
    session.name = "short.txt"
    session.draft_opened.emit("short.txt")
    session._begin(suggested_case())
    return window


def press(*keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), QKeySequence(key))


def verdicts(session: Session) -> list[str]:
    assert session.case is not None
    return [str(mark.verdict) for mark in session.case.marks.values()]


def test_the_first_page_says_what_to_do_and_has_the_focus_on_opening_a_draft(window: Window) -> None:
    assert window.stack.currentWidget() is window.start
    assert window.start is not None
    assert window.start.open_button.hasFocus()
    assert not window.menus["publish"].isEnabled()
    assert not window.top.isVisible()


def test_the_first_undecided_mark_is_current_and_the_keys_are_the_reports(reviewing: Window) -> None:
    assert reviewing.session.current == "m1"
    assert reviewing.review is not None
    assert reviewing.review.pages.hasFocus()
    assert reviewing.banner.isVisible()


def test_enter_does_what_the_big_button_says(reviewing: Window) -> None:
    assert reviewing.review is not None
    assert (
        reviewing.review.panes.panel.confirm.accessibleName() == "Confirm these 2 and 1 more worded the same"
    )

    press("Return")

    assert verdicts(reviewing.session).count("redact") == 3
    assert reviewing.review.panes.panel.confirm.accessibleName() == "Confirm these 2"


def test_letters_typed_in_a_field_decide_nothing(reviewing: Window) -> None:
    assert reviewing.review is not None
    before = verdicts(reviewing.session)
    for field in (reviewing.review.panes.things.filter, reviewing.review.panes.panel.label):
        field.setFocus()
        QTest.keyClicks(field, "knal15fdu?")

    assert verdicts(reviewing.session) == before
    assert reviewing.review.panes.things.filter.text() == "knal15fdu?"
    assert reviewing.session.scope == "thing"


def test_letters_typed_on_the_list_filter_it(reviewing: Window) -> None:
    assert reviewing.review is not None
    things = reviewing.review.panes.things
    things.view.setFocus()
    QTest.keyClicks(things.view, "k")

    assert things.filter.text() == "k"
    assert things.filter.hasFocus()
    assert set(verdicts(reviewing.session)) == {"undecided"}


def test_enter_on_a_row_goes_to_its_next_undecided_mention(reviewing: Window) -> None:
    assert reviewing.review is not None
    view = reviewing.review.panes.things.view
    view.setFocus()
    view.setCurrentIndex(
        reviewing.review.panes.things.model.index(reviewing.review.panes.things.model.row_of("dean"))
    )

    press("Return")

    assert reviewing.session.mark is not None
    assert reviewing.session.mark.entity == "dean"
    assert set(verdicts(reviewing.session)) == {"undecided"}


def test_a_label_is_typed_and_entered(reviewing: Window) -> None:
    assert reviewing.review is not None
    assert reviewing.session.case is not None
    press("L")
    assert reviewing.review.panes.panel.label.hasFocus()
    QTest.keyClicks(reviewing.review.panes.panel.label, "Child E")
    press("Return")

    assert reviewing.session.case.labels["kez"] == "Child E"
    assert reviewing.review.pages.hasFocus()


def test_escape_leaves_a_label_as_it_was(reviewing: Window) -> None:
    assert reviewing.review is not None
    assert reviewing.session.case is not None
    press("L")
    QTest.keyClicks(reviewing.review.panes.panel.label, "nonsense")
    press("Escape")

    assert reviewing.session.case.labels["kez"] == "Child D"
    assert reviewing.review.panes.panel.label.text() == "Child D"
    assert reviewing.review.pages.hasFocus()


def test_keys_of_the_scope_choose_it(reviewing: Window) -> None:
    assert reviewing.review is not None
    for key, count in (
        ("1", "Confirm this one"),
        ("3", "Confirm this one and 1 more worded the same"),
        ("5", "Confirm these 4 and 1 more worded the same"),
    ):
        press(key)
        assert reviewing.review.panes.panel.confirm.accessibleName() == count


def test_keep_undo_and_redo(reviewing: Window) -> None:
    press("1", "K")
    assert verdicts(reviewing.session)[0] == "keep"
    press("Ctrl+Z")
    assert verdicts(reviewing.session)[0] == "undecided"
    assert reviewing.session.current == "m1"
    press("Ctrl+Y")
    assert verdicts(reviewing.session)[0] == "keep"


def test_selected_words_are_marked_as_whose_they_are(reviewing: Window) -> None:
    assert reviewing.review is not None
    assert reviewing.session.case is not None
    selection = reviewing.review.pages.selection
    assert selection is not None
    start = reviewing.session.case.document.text.index("Mother")
    selection.take_word(start)

    press("A")

    made = reviewing.session.mark
    assert made is not None
    assert (made.text, made.verdict, made.by_hand) == ("Mother", Verdict.REDACT, True)


def test_nothing_selected_is_said_and_not_ignored(reviewing: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reviewing.session.said) as said:
        press("A")

    assert "select the words" in said.args[0]


def test_publishing_waits_for_what_is_undecided_and_goes_there(reviewing: Window) -> None:
    press("Ctrl+P")

    assert reviewing.error.sentence.text().startswith("5 suggestions are still to decide.")
    assert QApplication.activeModalWidget() is None


def test_an_error_is_shown_in_place_and_goes_with_escape(reviewing: Window) -> None:
    reviewing.session.failed.emit(UnusableInput("The disk is full.", "Make room."))
    assert reviewing.error.isVisible()
    assert (reviewing.error.sentence.text(), reviewing.error.advice.text()) == (
        "The disk is full.",
        "Make room.",
    )

    press("Escape")

    assert not reviewing.error.isVisible()


def test_a_fault_of_the_program_is_told_in_words_and_keeps_the_case(reviewing: Window) -> None:
    reviewing.show_unexpected()

    assert "kept as they were" in reviewing.error.advice.text()
    assert reviewing.session.case is not None


def test_what_is_not_safe_says_that_nothing_was_written(window: Window) -> None:
    window.show_error(NotSafeToPublish("A problem was found.", ("one",)))

    assert "Nothing was written" in window.error.advice.text()


def test_closing_asks_about_work_that_is_not_kept(reviewing: Window, qtbot: QtBot) -> None:
    press("1", "Return")

    reviewing.close()

    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    assert reviewing.isVisible()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.close()
    assert reviewing.session.case is not None


def test_closing_asks_nothing_where_nothing_was_decided(reviewing: Window) -> None:
    reviewing.close()

    assert not reviewing.isVisible()


def test_only_paths_and_the_name_are_remembered(preferences: Preferences, tmp_path: Path) -> None:
    case = tmp_path / "a.redactor"
    case.touch()
    preferences.remember(case)
    preferences.remember(tmp_path / "gone.redactor")
    preferences.name = "Ann"

    assert preferences.recent() == [case]
    assert preferences.name == "Ann"
    assert sorted(preferences._kept.allKeys()) == ["name", "recent"]
    preferences.forget_recent()
    assert preferences.recent() == []


def test_one_dropped_file_is_opened(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(window.doors, "open_path", opened.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "draft.pdf"))])
    nothing, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, Qt.MouseButton.LeftButton, nothing)
    window.dragEnterEvent(enter)
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, nothing))

    assert enter.isAccepted()
    assert opened == [tmp_path / "draft.pdf"]


def test_every_control_has_a_name_for_screen_readers(reviewing: Window) -> None:
    nameless = [
        control
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for control in reviewing.findChildren(kind)
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (control.accessibleName() or _text(control))
    ]

    assert nameless == []


def test_the_four_places_are_gone_through_in_order(reviewing: Window) -> None:
    assert reviewing.review is not None
    passed: list[QWidget | None] = []
    for _ in range(4):
        press("F6")
        passed.append(QApplication.focusWidget())

    panel, strip, things, pages = passed
    assert panel is reviewing.review.panes.panel.confirm
    assert strip is reviewing.review.panes.strip.bars
    assert things is reviewing.review.panes.things.view
    assert pages is reviewing.review.pages


def test_a_narrow_window_gives_the_report_room(reviewing: Window) -> None:
    assert reviewing.review is not None
    reviewing.resize(640, 400)
    QApplication.processEvents()

    assert not reviewing.review.panes.things.isVisible()
    assert reviewing.width() == 640
    assert reviewing.review.pages.width() > 200


def test_a_low_window_never_scrolls_the_button_that_decides_away(reviewing: Window) -> None:
    assert reviewing.review is not None
    confirm = reviewing.review.panes.panel.confirm
    reviewing.two_pairs.unsigned.say("It cannot be published yet.", "The preparer signs first.")
    reviewing.resize(640, 360)
    QApplication.processEvents()

    assert confirm.isVisible()
    assert confirm.visibleRegion().boundingRect().size() == confirm.size()
    press("Return")
    assert reviewing.session.case is not None
    assert reviewing.session.case.log[-1].verb == "confirm"

    reviewing.resize(1280, 800)
    QApplication.processEvents()
    assert confirm.parentWidget() is reviewing.review.panes.panel.looks.parentWidget()
    assert confirm.visibleRegion().boundingRect().size() == confirm.size()


def test_the_right_mouse_button_says_what_can_be_done_with_a_mark(reviewing: Window) -> None:
    assert reviewing.review is not None
    menu = reviewing.findChild(PageMenu)
    assert isinstance(menu, PageMenu)
    shown = [action.text() for action in menu.menu_at(QPoint(-50, -50)).actions() if action.text()]
    assert shown == ["Mark the &selected words", "&Find and mark all", "&Draw an area to black out"]


def _text(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""
