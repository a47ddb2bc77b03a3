"""The lock: everything hidden behind a page that asks for the passphrase, and back where it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_case import begin, dialog, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from short_case import suggested_case

from redactor.marks.casefile import keep_case
from redactor.ui import lock_words, words
from redactor.ui.idle import MINUTE, Idle
from redactor.ui.lists_dialog import ListsDialog
from redactor.ui.lock import Lock
from redactor.ui.passphrase import KeepDialog
from redactor.ui.settings import SettingsDialog
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much
PASSPHRASE = "four quiet words"


@pytest.fixture
def kept(window: Window, tmp_path: Path) -> Iterator[Window]:
    """With the short case open, kept in a file."""
    case = suggested_case()
    keep_case(case, tmp_path / "short.redactor", PASSPHRASE)
    begin(window.session, case)
    return window


def lock_of(window: Window) -> Lock:
    return window.case_doors.lock


def unlock(window: Window, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    page = lock_of(window)._page
    assert page is not None
    page.secret.setText(passphrase)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(page.unlock_button.isEnabled)


def test_nothing_of_the_case_can_be_seen_or_done_while_it_is_locked(kept: Window, qtbot: QtBot) -> None:
    press(kept, "Ctrl+Shift+L")

    page = lock_of(kept)._page
    assert page is not None
    assert page.isVisible()
    assert page.secret.hasFocus()
    assert kept.windowTitle() == words.APP
    assert not kept.stack.isVisible()
    assert not kept.top.isVisible()
    assert not kept.menuBar().isVisible()
    assert not any(action.isEnabled() for action in kept.menus._actions.values())
    assert not kept.acceptDrops()
    kept.session.kept_changed.emit()  # as when something arrives from the look through the draft
    assert kept.windowTitle() == words.APP
    assert not any(action.isEnabled() for action in kept.menus._actions.values())


def test_the_passphrase_leads_back_to_the_very_place(kept: Window, qtbot: QtBot) -> None:
    press(kept, "N", "N", "Ctrl+Shift+L")
    current = kept.session.current
    unlock(kept, qtbot)

    assert kept.review is not None
    assert kept.stack.isVisible()
    assert kept.session.current == current
    qtbot.waitUntil(kept.review.pages.hasFocus)
    assert kept.windowTitle().startswith("short")
    press(kept, "K")
    assert kept.session.case is not None
    assert str(kept.session.case.marks[current].verdict) == "keep"


def test_another_passphrase_leads_nowhere_and_is_forgotten(kept: Window, qtbot: QtBot) -> None:
    press(kept, "Ctrl+Shift+L")
    unlock(kept, qtbot, "something else")

    page = lock_of(kept)._page
    assert page is not None
    assert page.isVisible()
    assert page.trouble.text() == lock_words.WRONG
    assert page.secret.text() == ""


def test_dialogs_are_hidden_too_and_come_back(kept: Window, qtbot: QtBot) -> None:
    press(kept, "Ctrl+Shift+M")
    shown = dialog(qtbot, ListsDialog)
    shown.case.always.setPlainText("Kezzie")  # type: ignore[union-attr]  # a case is open
    lock_of(kept).ask()

    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    unlock(kept, qtbot)
    qtbot.waitUntil(shown.isVisible)
    assert QApplication.activeModalWidget() is shown
    assert shown.case is not None
    assert shown.case.always.toPlainText() == "Kezzie"
    shown.reject()


def test_what_was_copied_here_is_forgotten(kept: Window) -> None:
    QApplication.clipboard().setText("Keziah")
    press(kept, "Ctrl+Shift+L")

    assert QApplication.clipboard().text() == ""


def test_work_that_is_not_kept_is_kept_first_and_then_locked(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(window.session, suggested_case())
    press(window, "Ctrl+Shift+L")
    shown = dialog(qtbot, KeepDialog)
    assert not lock_of(window).locked

    shown._path = tmp_path / "kept.redactor"
    shown.first.setText(PASSPHRASE)
    shown.again.setText(PASSPHRASE)
    shown.accept_button.click()
    qtbot.waitUntil(lambda: lock_of(window).locked)


def test_with_nothing_open_there_is_nothing_to_lock(window: Window) -> None:
    lock_of(window).ask()

    assert not lock_of(window).locked


def test_it_locks_after_the_time_without_key_or_mouse_that_is_set(kept: Window) -> None:
    lock_of(kept).idle.reached.emit()

    assert lock_of(kept).locked


def test_a_key_or_the_mouse_puts_it_off(kept: Window) -> None:
    idle = lock_of(kept).idle
    told: list[bool] = []
    idle.reached.connect(lambda: told.append(True))
    idle._after = 1  # millisecond
    handle = kept.windowHandle()
    idle._follow(handle)
    before = idle._since.msecsSinceReference()
    QTest.qWait(5)
    QTest.keyClick(handle, Qt.Key.Key_F7)

    assert idle._since.msecsSinceReference() > before


def test_it_is_told_once_the_time_is_over(qapp: QApplication) -> None:
    idle = Idle(qapp)
    told: list[bool] = []
    idle.reached.connect(lambda: told.append(True))
    idle.wait(10)
    idle.look()
    assert not told
    assert idle._timer.isActive()
    idle._after = -1  # any time is longer
    idle.look()
    assert told
    idle.wait(0)
    assert not idle._timer.isActive()


def test_the_time_is_chosen_in_the_settings(kept: Window, qtbot: QtBot) -> None:
    assert kept.session.preferences.lock_after == 10
    press(kept, "Ctrl+,")
    shown = dialog(qtbot, SettingsDialog)
    shown.lock_after.setCurrentIndex(2)
    shown.lock_after.activated.emit(2)
    shown.accept()

    assert kept.session.preferences.lock_after == 30
    assert lock_of(kept).idle._after == 30 * MINUTE
