"""The family chart: who stands where, the same in words, and the way to somebody by keys."""

from __future__ import annotations

import pytest
from opened_case import begin, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from short_case import suggested_case

from redactor.findings.people.family import Family, Member, Tie
from redactor.marks.case import Case
from redactor.ui.family_plan import WIDTH, planned
from redactor.ui.family_screen import FamilyScreen
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much


@pytest.fixture
def case() -> Case:
    """Keziah and her mother's partner Dean."""
    case = suggested_case()
    case.set_role("kez", "Child", by="A. Reviewer")
    case.set_role("dean", "Partner", by="A. Reviewer")
    return case


def shown(window: Window, case: Case) -> FamilyScreen:
    begin(window.session, case)
    press(window, "Ctrl+Shift+F")
    screen = window.stack.currentWidget()
    assert isinstance(screen, FamilyScreen)
    return screen


def test_generations_stand_below_one_another_and_nobody_on_anybody(case: Case) -> None:
    people = (
        Member("kez", "Child", 0),
        Member("dean", "Mother", -1, "maternal"),
    )
    chart = planned(case, Family(people, (Tie("parent", "dean", "kez"),)))
    at = {box.entity: box for box in chart.boxes}

    assert at["dean"].y < at["kez"].y
    assert abs(at["dean"].x - at["kez"].x) < WIDTH
    assert [title for title, _ in chart.rows] == ["Parents, aunts and uncles", "The child’s generation"]


def test_everybody_is_told_in_words_with_their_ties(case: Case) -> None:
    chart = planned(
        case,
        Family((Member("dean", "Mother", -1), Member("kez", "Child", 0)), (Tie("parent", "dean", "kez"),)),
    )

    assert chart.boxes[0].spoken == "Dean, mother; publishes as Partner 1. parent of Kez"
    assert chart.boxes[1].spoken == "Kez, child; publishes as Child D. child of Dean"


def test_the_chart_and_the_list_show_the_same_person(window: Window, case: Case) -> None:
    screen = shown(window, case)
    assert screen.people.hasFocus()
    screen.people.setCurrentRow(1)
    assert screen.chart.current == 1
    screen.chart.setFocus()
    QTest.keyClick(screen.chart, Qt.Key.Key_Up)

    assert screen.people.currentRow() == 0
    assert screen.chart.accessibleDescription() == screen.people.item(0).text()


def test_enter_goes_to_the_person_in_the_report(window: Window, case: Case) -> None:
    screen = shown(window, case)
    row = next(row for row in range(screen.people.count()) if "Dean" in screen.people.item(row).text())
    screen.people.setCurrentRow(row)
    QTest.keyClick(screen.people, Qt.Key.Key_Return)

    assert window.stack.currentWidget() is window.review
    assert window.session.mark is not None
    assert window.session.mark.entity == "dean"


def test_a_click_goes_there_too(window: Window, case: Case) -> None:
    screen = shown(window, case)
    item = screen.chart._items[0]
    at = screen.chart.mapFromScene(item.sceneBoundingRect().center())
    QTest.mouseClick(screen.chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))

    assert window.stack.currentWidget() is window.review
    assert window.session.mark is not None


def test_escape_leads_back(window: Window, case: Case) -> None:
    shown(window, case)
    press(window, "Esc")

    assert window.stack.currentWidget() is window.review


def test_without_any_family_it_says_how_one_comes_to_be_known(window: Window) -> None:
    screen = shown(window, suggested_case())

    assert screen.nobody.isVisible()
    assert screen.back_button.hasFocus()
