"""The dialogs about the case file: another passphrase, a copy with its own, a smaller file; and the lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from opened_case import begin, dialog, press
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from short_case import suggested_case

from redactor.errors import UnusableInput
from redactor.marks import board
from redactor.marks.board import load_board
from redactor.marks.casefile import keep_case, open_case
from redactor.marks.mark import Verdict
from redactor.tasks.orders import Suggest
from redactor.ui import lists_words, words
from redactor.ui.case_dialogs import CompactDialog, CopyDialog, PassphraseDialog
from redactor.ui.lists_dialog import ListsDialog
from redactor.ui.passphrase import KeepDialog
from redactor.ui.settings import SettingsDialog
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much
PASSPHRASE, OTHER = "four quiet words", "another set of words"


@pytest.fixture(autouse=True)
def _own_board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "where", lambda: tmp_path / "board.json")


@pytest.fixture
def path(window: Window, tmp_path: Path) -> Path:
    """The short case, open and kept there."""
    path = tmp_path / "short.redactor"
    case = suggested_case()
    keep_case(case, path, PASSPHRASE)
    begin(window.session, case)
    return path


def opens(path: Path, passphrase: str) -> bool:
    try:
        open_case(path, passphrase).close()
    except UnusableInput:
        return False
    return True


def test_the_passphrase_is_changed_and_the_open_case_goes_on(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    window.menus["passphrase"].trigger()
    shown = dialog(qtbot, PassphraseDialog)
    shown.present.setText(PASSPHRASE)
    for line in (shown.first, shown.again):
        line.setText(OTHER)
    shown.accept_button.click()
    shown.reject()
    assert shown.isVisible(), "it cannot be left while the file is written"
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    press(window, "1", "K")
    window.session.close()
    assert not opens(path, PASSPHRASE)
    case = open_case(path, OTHER)
    assert case.log[-1].verb == "keep"
    case.close()


def test_a_wrong_present_passphrase_changes_nothing_and_is_said(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    window.menus["passphrase"].trigger()
    shown = dialog(qtbot, PassphraseDialog)
    shown.present.setText("not the passphrase")
    for line in (shown.first, shown.again):
        line.setText(OTHER)
    shown.accept_button.click()
    qtbot.waitUntil(shown.trouble.isVisible)

    assert "present passphrase is not that" in shown.trouble.text()
    shown.reject()
    window.session.close()
    assert opens(path, PASSPHRASE)


def test_a_new_passphrase_must_be_long_enough_and_twice_the_same(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    window.menus["passphrase"].trigger()
    shown = dialog(qtbot, PassphraseDialog)
    shown.first.setText("short")
    shown.accept_button.click()
    assert shown.trouble.text() == words.TOO_SHORT.format(count=10)
    shown.first.setText(OTHER)
    shown.accept_button.click()
    assert shown.trouble.text() == words.NOT_THE_SAME
    shown.reject()


def test_a_copy_has_a_passphrase_of_its_own_and_the_whole_history(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    press(window, "1", "K")
    window.menus["copy"].trigger()
    shown = dialog(qtbot, CopyDialog)
    for line in (shown.first, shown.again):
        line.setText(OTHER)
    shown.accept_button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    assert window.session.case is not None
    copy = open_case(path.with_name("short for the legal reviewer.redactor"), OTHER)
    assert copy.log == window.session.case.log
    copy.close()


def test_a_case_file_is_made_smaller_and_stays_open(window: Window, qtbot: QtBot, path: Path) -> None:
    window.menus["compact"].trigger()
    shown = dialog(qtbot, CompactDialog)
    said: list[str] = []
    window.session.said.connect(said.append)
    shown.accept_button.click()
    qtbot.waitUntil(lambda: bool(said))
    press(window, "1", "K")
    window.session.close()

    assert "written anew" in said[0]
    assert opens(path, PASSPHRASE)


def test_work_that_is_not_kept_is_asked_to_be_kept_first(window: Window, qtbot: QtBot) -> None:
    begin(window.session, suggested_case())
    window.menus["copy"].trigger()

    dialog(qtbot, KeepDialog).reject()


# Lists


def looks(window: Window) -> list[Any]:
    return [order for order, _ in cast(Any, window.session.desk).orders if isinstance(order, Suggest)]


def test_the_lists_of_the_case_are_kept_and_it_is_looked_through_again(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    press(window, "Ctrl+Shift+M")
    shown = dialog(qtbot, ListsDialog)
    assert shown.case is not None
    shown.case.always.setPlainText("Kezzie\n  Kezzie \n\nThe Mill")
    shown.case.never.setPlainText("Ofsted")
    shown.look_button.click()

    assert window.session.case is not None
    assert window.session.case.lists.always == ("Kezzie", "The Mill")
    assert window.session.case.lists.never == ("Ofsted",)
    assert looks(window)[-1].always == ("Kezzie", "The Mill")
    assert load_board().always == ()


def test_the_lists_of_the_board_are_those_that_a_new_case_begins_with(window: Window, qtbot: QtBot) -> None:
    press(window, "Ctrl+Shift+M")
    shown = dialog(qtbot, ListsDialog)
    assert shown.case is None, "no case is open"
    shown.board.never.setPlainText("Ofsted")
    shown.keep_button.click()

    assert load_board().never == ("Ofsted",)


def test_a_line_in_both_lists_is_said(window: Window, qtbot: QtBot, path: Path) -> None:
    press(window, "Ctrl+Shift+M")
    shown = dialog(qtbot, ListsDialog)
    assert shown.case is not None
    shown.case.always.setPlainText("Ofsted")
    shown.case.never.setPlainText("ofsted")
    shown.keep_button.click()

    assert shown.trouble.text() == lists_words.BOTH_LISTS.format(line="Ofsted")
    shown.reject()


def test_never_mark_keeps_what_stands_there_but_not_what_was_confirmed(window: Window, path: Path) -> None:
    case = window.session.case
    assert case is not None
    case.confirm(["m2"], by="A. Reviewer")
    window.session.go_to("m1")
    wording = case.marks["m1"].text
    same = [mark.id for mark in case.marks.values() if mark.text == wording and mark.id != "m2"]
    press(window, "Ctrl+Shift+N")

    assert case.lists.never == (wording,)
    assert {case.marks[id].verdict for id in same} == {Verdict.KEEP}
    assert case.marks["m2"].verdict is Verdict.REDACT


def test_always_mark_confirms_what_stands_there_and_takes_it_off_the_other_list(
    window: Window, path: Path
) -> None:
    case = window.session.case
    assert case is not None
    wording = case.marks["m1"].text
    case.choose_list("never", [wording.upper()], by="A. Reviewer")
    window.session.go_to("m1")
    press(window, "Ctrl+Shift+A")

    assert case.lists.never == ()
    assert case.lists.always == (wording,)
    assert {m.verdict for m in case.marks.values() if m.text == wording} == {Verdict.REDACT}


# How many sign


def test_how_many_sign_is_chosen_in_plain_words_of_what_follows(
    window: Window, qtbot: QtBot, path: Path
) -> None:
    press(window, "Ctrl+,")
    shown = dialog(qtbot, SettingsDialog)
    choice = shown.signing
    assert choice.board.chosen() == "both"
    choice.board.choose("one")
    choice.board.chosen_by_user.emit("one")

    assert load_board().signatures == "one"
    assert lists_words.FOLLOWS["one"] in choice.follows.text()
    assert window.session.case is not None
    assert window.session.case.settings.signatures == "both"
    assert choice.case is not None
    choice.case.choose("one")
    choice.case.chosen_by_user.emit("one")
    assert window.session.case.settings.signatures == "one"
    shown.accept()
