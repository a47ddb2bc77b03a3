"""The settings: a name, the colours, and a name model of one's own that a spare process tries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from short_case import TEXT, finding, suggested_case

from redactor.errors import RedactorError, UnusableInput
from redactor.marks.case import Case
from redactor.marks.mark import Verdict
from redactor.tasks.orders import Found, LookAtModel, ModelSeen, Suggest
from redactor.ui import settings_words, theme
from redactor.ui.preferences import Preferences
from redactor.ui.session import Session
from redactor.ui.settings import SettingsDialog
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much

FOLDER = Path("/models/ours")
SEEN = ModelSeen("spaCy", ("PERSON", "PLACE", "NORP"))
GONE = UnusableInput("The folder “ours” is not there.", "Check the drive.")
Open = Callable[[], SettingsDialog]


@pytest.fixture
def settings(window: Window, qtbot: QtBot) -> Iterator[Open]:
    """Opens the settings by their key; they are closed after the test."""

    def open_() -> SettingsDialog:
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence("Ctrl+,"))
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SettingsDialog))
        dialog = cast(SettingsDialog, QApplication.activeModalWidget())
        qtbot.waitUntil(dialog.name.hasFocus)
        return dialog

    yield open_
    for dialog in window.findChildren(SettingsDialog):
        dialog.reject()


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def begin(session: Session, case: Case) -> None:
    session.name = "short.txt"
    session.draft_opened.emit("short.txt")
    session._begin(case)


def orders(session: Session, kind: type) -> list[tuple[object, dict[str, Callable[..., None]]]]:
    return [asked for asked in cast(Any, session.desk).orders if isinstance(asked[0], kind)]


def last(session: Session, kind: type) -> dict[str, Callable[..., None]]:
    """Who hears what comes of the last order of a kind."""
    return orders(session, kind)[-1][1]


def test_the_name_and_the_colours_count_as_soon_as_they_are_chosen(
    window: Window, settings: Open, preferences: Preferences
) -> None:
    dialog = settings()
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "J. Averill")
    dialog.colours.setFocus()
    dialog.colours.choose(theme.DARK_NAME)
    dialog.colours.activated.emit(dialog.colours.currentIndex())

    assert (preferences.name, preferences.theme) == ("J. Averill", theme.DARK_NAME)
    assert window.menus["theme_dark"].isChecked()
    assert theme.colours() is theme.DARK
    theme.dress(theme.LIGHT_NAME)


def test_a_folder_is_chosen_and_its_model_tried_before_it_is_named(
    settings: Open, session: Session, qtbot: QtBot
) -> None:
    dialog = settings()
    dialog.own.choose.setFocus()
    QTest.keyClick(dialog.own.choose, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    chooser = cast(QFileDialog, QApplication.activeModalWidget())
    assert chooser.fileMode() is QFileDialog.FileMode.Directory
    chooser.fileSelected.emit(str(FOLDER))
    chooser.reject()
    qtbot.waitUntil(lambda: bool(orders(session, LookAtModel)))

    assert session.preferences.own_model is None
    last(session, LookAtModel)["answer"](SEEN)

    assert orders(session, LookAtModel)[-1][0] == LookAtModel(FOLDER)
    assert Preferences().own_model == FOLDER
    assert dialog.own.folder.text() == str(FOLDER)
    assert "can be used (spaCy). It looks for people, places, nationalities and faiths." in (
        dialog.own.outcome.text()
    )
    assert dialog.own.outcome.text().endswith(settings_words.FROM_NEXT)
    assert dialog.own.folder.accessibleDescription() == dialog.own.outcome.text()


def test_a_folder_that_cannot_be_used_changes_nothing_and_says_why(settings: Open, session: Session) -> None:
    session.preferences.own_model = FOLDER
    dialog = settings()
    dialog.own.try_model(Path("/models/empty"))
    last(session, LookAtModel)["failed"](UnusableInput("No model is there.", "Choose another."))

    assert session.preferences.own_model == FOLDER
    assert dialog.own.folder.text() == str(FOLDER)
    assert dialog.own.outcome.text() == "No model is there. Choose another. Nothing was changed."
    assert dialog.own.outcome.property("danger")


def test_a_model_that_stops_the_process_is_told_without_advice_about_drafts(
    settings: Open, session: Session
) -> None:
    dialog = settings()
    dialog.own.try_model(FOLDER)
    last(session, LookAtModel)["failed"](RedactorError(LookAtModel.stopped, "Ask for the draft again."))

    assert dialog.own.outcome.text() == f"{LookAtModel.stopped} Nothing was changed."
    assert session.preferences.own_model is None


def test_a_named_folder_is_tried_when_the_settings_open_and_stays_named_while_it_is_gone(
    settings: Open, session: Session
) -> None:
    session.preferences.own_model = FOLDER
    dialog = settings()
    last(session, LookAtModel)["failed"](GONE)

    assert session.preferences.own_model == FOLDER
    assert dialog.own.outcome.text().endswith(settings_words.STILL_NAMED)


def test_use_none_forgets_the_folder_even_while_it_is_tried(settings: Open, session: Session) -> None:
    session.preferences.own_model = FOLDER
    dialog = settings()
    dialog.own.use_none.click()
    last(session, LookAtModel)["answer"](SEEN)

    assert session.preferences.own_model is None
    assert dialog.own.folder.text() == ""
    assert not dialog.own.use_none.isEnabled()
    assert dialog.own.choose.hasFocus()
    assert dialog.own.outcome.text() == settings_words.NONE_USED


def test_a_model_is_named_though_the_settings_were_closed_before_it_was_tried(
    settings: Open, session: Session, qtbot: QtBot
) -> None:
    settings().own.try_model(FOLDER)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    with qtbot.waitSignal(session.said) as said:
        last(session, LookAtModel)["answer"](SEEN)

    assert "can be used" in said.args[0]
    assert session.preferences.own_model == FOLDER


def test_a_model_that_is_refused_after_the_settings_were_closed_is_told_in_the_window(
    window: Window, settings: Open, session: Session, qtbot: QtBot
) -> None:
    settings().own.try_model(FOLDER)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    last(session, LookAtModel)["failed"](GONE)

    assert window.error.isVisible()
    assert window.error.sentence.text().startswith(GONE.sentence)


def test_the_open_draft_can_be_looked_through_again_and_every_decision_stays(
    settings: Open, session: Session, qtbot: QtBot
) -> None:
    case = suggested_case()
    begin(session, case)
    session.decide("keep", lambda case: case.keep(["m1"], by="A"))
    before = {mark.id: (mark.text, mark.verdict) for mark in case.marks.values()}
    assert Verdict.KEEP in {verdict for _, verdict in before.values()}
    dialog = settings()
    dialog.own.try_model(FOLDER)
    last(session, LookAtModel)["answer"](SEEN)

    dialog.own.look_again.setFocus()
    QTest.keyClick(dialog.own.look_again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert orders(session, Suggest)[-1][0] == Suggest(TEXT, own=FOLDER)
    findings = (finding("Kez", 0, "p1"), finding("Mother", 0, "kez"))
    last(session, Suggest)["answer"](Found(findings, final=True, labels={"p1": "Child A", "kez": "Mother"}))

    added = {mark.id: mark for mark in case.marks.values() if mark.id not in before}
    assert {mark.id: (mark.text, mark.verdict) for mark in case.marks.values() if mark.id in before} == before
    assert [(mark.text, case.labels[mark.entity]) for mark in added.values()] == [("Mother", "Mother")]
    assert case.labels["kez"] == "Child D"
    assert case.log[-1].reason == settings_words.used("ours")


def test_without_a_draft_there_is_nothing_to_look_through_again(settings: Open, session: Session) -> None:
    dialog = settings()
    dialog.own.try_model(FOLDER)
    last(session, LookAtModel)["answer"](SEEN)

    assert not dialog.own.look_again.isVisible()


def test_a_look_goes_on_without_a_model_that_cannot_be_used_and_says_so_once_it_is_over(
    window: Window, session: Session
) -> None:
    session.preferences.own_model = FOLDER
    case = suggested_case()
    begin(session, case)
    session.suggest()
    last(session, Suggest)["failed"](GONE)

    assert orders(session, Suggest)[-1][0] == Suggest(TEXT, own=None)
    assert session.opening.busy
    found = Found((finding("Mother", 0, "p9"),), final=True, labels={})
    last(session, Suggest)["answer"](found)
    last(session, Suggest)["done"]()

    assert window.error.isVisible()
    assert window.error.sentence.text() == settings_words._LEFT_OUT
    assert window.error.advice.text().startswith(GONE.sentence)
    assert case.log[-1].reason == ""
    assert session.preferences.own_model == FOLDER


def test_every_control_is_reached_by_tab_and_has_a_name(settings: Open, session: Session) -> None:
    begin(session, suggested_case())
    session.preferences.own_model = FOLDER
    dialog = settings()
    last(session, LookAtModel)["answer"](SEEN)
    own, wording = dialog.own, dialog.wording
    assert wording is not None
    wanted: list[QWidget] = [
        dialog.colours, dialog.lock_after, wording.dates, wording.ages, wording.codes, dialog.signing.board,
        own.folder, own.choose, own.use_none, own.look_again, dialog.close_button,
    ]  # fmt: skip
    passed: list[QWidget | None] = []
    for _ in wanted:
        press(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())

    assert passed == wanted
    controls = [c for kind in (QAbstractButton, QLineEdit, QComboBox) for c in dialog.findChildren(kind)]
    assert all(control.accessibleName() for control in controls if control.isVisible())


def test_one_alone_signs_a_case_only_where_the_board_allows_it(settings: Open, session: Session) -> None:
    begin(session, suggested_case())
    choice = settings().signing
    assert choice.case is not None
    barred = choice.case.isEnabled()

    choice.board.choose("one")
    choice.board.chosen_by_user.emit("one")

    assert not barred
    assert choice.case.isEnabled()
    choice.board.chosen_by_user.emit("both")
