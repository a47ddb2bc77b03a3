"""The who's who: offered with a new draft, typed or pasted, looked for, and what came of it told."""

from __future__ import annotations

from typing import Any, cast

import pytest
from opened_case import begin, dialog, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from short_case import finding, short_case, suggested_case

from redactor.marks.mark import Verdict
from redactor.tasks.orders import Found, Suggest
from redactor.ui.session import Session
from redactor.ui.whos_who_dialog import WhosWhoDialog
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much

ROWS = "Name\tRelationship\tAlso known as\nKeziah Stott\tsubject child\tKez\nDean Price\tmother's partner\t\n"


def looks(session: Session) -> list[tuple[Suggest, dict[str, Any]]]:
    return [each for each in cast(Any, session.desk).orders if isinstance(each[0], Suggest)]


def test_it_is_offered_with_a_new_draft_and_can_be_passed_over(window: Window) -> None:
    begin(window.session, short_case())
    offer = window.case_doors.notices.offer

    assert offer.isVisible()
    offer._buttons.itemAt(1).widget().click()
    assert not offer.isVisible()


def test_it_is_not_offered_where_a_case_is_carried_on_with(window: Window) -> None:
    begin(window.session, suggested_case())

    assert not window.case_doors.notices.offer.isVisible()


def test_rows_that_are_pasted_become_the_list_and_the_draft_is_looked_through_with_it(
    window: Window, qtbot: QtBot
) -> None:
    session = window.session
    begin(session, short_case())
    QApplication.clipboard().setText(ROWS)
    press(window, "Ctrl+Shift+W")
    shown = dialog(qtbot, WhosWhoDialog)
    QTest.keyClick(shown.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert shown.table.rows()[:2] == [("Keziah Stott", "Child", "Kez"), ("Dean Price", "Partner", "")]
    assert shown.outcome.text() == "2 people"
    shown.accept_button.click()

    assert session.case is not None
    assert session.case.lists.whos_who == ("Keziah Stott, Child, also Kez", "Dean Price, Partner")
    assert looks(session)[-1][0].whos_who == session.case.lists.whos_who
    assert not window.case_doors.notices.offer.isVisible()


def test_a_row_that_is_unclear_is_said_and_nothing_is_taken_over(window: Window, qtbot: QtBot) -> None:
    begin(window.session, short_case())
    press(window, "Ctrl+Shift+W")
    shown = dialog(qtbot, WhosWhoDialog)
    shown.table.item(0, 1).setText("mother")
    shown.accept_button.click()

    assert shown.isVisible()
    assert shown.outcome.text().startswith("Row 1, “mother”: there is no name in it")
    assert shown.table.currentRow() == 0
    shown.reject()


def test_it_is_typed_cell_by_cell_with_tab(window: Window, qtbot: QtBot) -> None:
    begin(window.session, short_case())
    press(window, "Ctrl+Shift+W")
    shown = dialog(qtbot, WhosWhoDialog)
    qtbot.waitUntil(shown.table.hasFocus)
    QTest.keyClicks(shown.table, "K")
    for text, key in (
        ("eziah Stott", Qt.Key.Key_Tab),
        ("mother", Qt.Key.Key_Tab),
        ("Kez", Qt.Key.Key_Return),
    ):
        editor = QApplication.focusWidget()
        assert editor is not None
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, key)

    qtbot.waitUntil(lambda: shown.table.rows()[0] == ("Keziah Stott", "mother", "Kez"))
    shown.reject()


def test_the_table_catches_nobody(window: Window, qtbot: QtBot) -> None:
    begin(window.session, short_case())
    press(window, "Ctrl+Shift+W")
    shown = dialog(qtbot, WhosWhoDialog)
    qtbot.waitUntil(shown.table.hasFocus)
    QTest.keyClick(shown.table, Qt.Key.Key_Tab)

    assert shown.paste_button.hasFocus()
    shown.reject()


def test_what_the_look_brings_is_one_person_and_who_is_nowhere_is_said(window: Window) -> None:
    session = window.session
    case = suggested_case()
    begin(session, case)
    window.case_doors.keeper.use(
        ("Keziah Stott, Child, also Kez", "Dean Price, Partner", "Norma Stott, mother")
    )
    first = next(iter(case.marks))
    case.confirm([first], by="A. Reviewer")
    found = [finding("Kez", 0, "who1"), finding("Kez", 1, "who1"), finding("Keziah", 0, "who1")]
    found += [finding("Dean", 0, "who2"), finding("Dean", 1, "who2")]
    order, calls = looks(session)[-1]
    calls["answer"](Found(tuple(sorted(found, key=lambda f: f.start)), True, {"who1": "Child D"}))

    assert order.whos_who
    assert case.roles == {"kez": "Child", "dean": "Partner"}
    assert case.marks[first].verdict is Verdict.REDACT
    assert window.case_doors.notices.nowhere.isVisible()
    assert "Norma Stott" in window.case_doors.notices.nowhere.sentence.text()
