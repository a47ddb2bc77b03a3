"""How dates, ages and boxes are published is chosen with the keys, counts at once and shows on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from short_case import short_case

from redactor.findings.finding import Finding
from redactor.marks.case import Case
from redactor.marks.settings import Settings
from redactor.ui import settings_words, words
from redactor.ui.drawn_marks import drawn
from redactor.ui.mark_panel import MarkPanel
from redactor.ui.publish_dialog import PublishDialog
from redactor.ui.session import Session
from redactor.ui.settings import SettingsDialog
from redactor.ui.window import Window
from redactor.ui.wording_choice import WordingChoice

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much

TEXT = "She, 7, was seen on 14 March 2012 and in April 2012."


@pytest.fixture
def case(session: Session) -> Case:
    """With a date, an age and a month, all confirmed."""
    case = short_case(TEXT)
    found = [("7", "AGE", "[age]"), ("14 March 2012", "DATE", "[date]"), ("April 2012", "DATE", "[date]")]
    findings = [
        Finding(TEXT.index(text), TEXT.index(text) + len(text), type, 0.9, "test", "It looks like one.", text)
        for text, type, _ in found
    ]
    case.suggest(findings, {text: label for text, _, label in found})
    case.confirm(list(case.marks), by="Ann")
    session.name = "short.txt"
    session._begin(case)
    return case


@pytest.fixture
def choice(case: Case, session: Session, qtbot: QtBot) -> WordingChoice:
    choice = WordingChoice(session)
    qtbot.addWidget(choice)
    choice.show()
    return choice


def down(choice: WordingChoice, times: int) -> None:
    """Go down the list of what dates become, with the keys."""
    choice.dates.setFocus()
    for _ in range(times):
        QTest.keyClick(choice.dates, Qt.Key.Key_Down)


def labels(case: Case) -> list[str]:
    return [mark.label for mark in drawn(case, case.marks.values(), "pseudonym")]


def test_a_choice_counts_at_once_and_shows_on_the_page(choice: WordingChoice, case: Case) -> None:
    down(choice, 1)

    assert case.settings.dates == "month"
    assert labels(case) == ["[age]", "a day in March 2012", "April 2012"]
    assert case.log[-1].verb == "settings"


def test_ages_and_codes_are_chosen_too(choice: WordingChoice, case: Case) -> None:
    QTest.keyClick(choice.ages, Qt.Key.Key_Down)
    QTest.keyClick(choice.codes, Qt.Key.Key_Space)

    assert case.settings == Settings(ages="band", codes=True)
    assert labels(case)[0] == "5–10"


def test_an_interval_waits_for_its_day(choice: WordingChoice, case: Case) -> None:
    down(choice, 3)
    assert choice.anchor.isVisible()
    assert not choice.take()
    assert choice.outcome.isVisible()
    assert case.settings.dates == "year"  # on the way down

    choice.anchor.setFocus()
    QTest.keyClicks(choice.anchor, "16/3/2012")
    QTest.keyClick(choice.anchor, Qt.Key.Key_Return)

    assert not choice.outcome.isVisible()
    assert case.settings == Settings(dates="interval", anchor="2012-03-16")
    assert labels(case)[1] == "a day 2 days before the incident"


@pytest.mark.parametrize("day", ["31/2/2012", "soon", "3/4/12"])
def test_a_day_that_is_none_is_told(choice: WordingChoice, case: Case, day: str) -> None:
    down(choice, 3)
    choice.anchor.setText(day)

    assert not choice.take()
    assert "day/month/year" in choice.outcome.text()


def test_what_was_chosen_is_shown_again_and_can_be_undone(
    choice: WordingChoice, session: Session, case: Case, qtbot: QtBot
) -> None:
    session.choose_settings(Settings(dates="interval", anchor="2012-03-16", event="the death"))
    again = WordingChoice(session)
    qtbot.addWidget(again)

    assert (again.dates.chosen(), again.anchor.text(), again.event_name.text()) == (
        "interval", "16/03/2012", "the death",
    )  # fmt: skip

    session.undo()

    assert case.settings == Settings()


def test_the_mark_panel_tells_what_the_settings_make_of_a_mark(
    session: Session, case: Case, qtbot: QtBot
) -> None:
    panel = MarkPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    session.choose_settings(Settings(dates="month"))
    _, date, month = case.marks

    session.go_to(date)
    assert panel.details.worded.text() == settings_words.PUBLISHED_AS.format(label="a day in March 2012")
    session.go_to(month)
    assert panel.details.worded.text() == settings_words.STAYS
    session.choose_settings(Settings())
    assert not panel.details.worded.isVisible()


def test_settings_and_publishing_offer_it_where_a_case_is_open(
    window: Window, session: Session, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = SettingsDialog(session, lambda _scheme: None, window)
    publishing = PublishDialog(session, tmp_path / "out.pdf", window)
    qtbot.addWidget(settings)

    assert settings.wording is not None
    publishing.wording.dates.choose("interval")
    publishing.publish_button.click()

    assert publishing.wording.outcome.text()
    assert publishing._pages.currentIndex() == 0
    publishing.close()


def test_undoing_a_setting_does_not_say_how_many_marks() -> None:
    assert words.done("settings", 1200) == "Settings of the case changed"
