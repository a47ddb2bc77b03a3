"""Two drafts of one report, by keyboard: decide on the first, go on with the second, and go through what changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtWidgets import QFileDialog

from redactor.marks.casefile import open_case
from redactor.marks.decisions import CARRY, chain_holds
from redactor.marks.mark import Mark, Verdict
from redactor.ui.became import Became
from redactor.ui.passphrase import KeepDialog
from redactor.ui.window import Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore(
        "This plugin does not support"
    ),  # the plugin without a screen lacks much of a screen
]
PASSPHRASE = "four quiet unrelated words"
FIRST = """Serious Case Review: Child B (Ottilie Brandreth-Cole)

Ottilie was seen at home by the health visitor, Nell Ashdown-Pryor, on two days in that week. The nurse wrote down
that she was quiet.

Her mother, Saffron Cole, told the school that there had been no accident. The school believed her.

Mrs Augusta Brandreth wrote to the chair of the panel in the spring and was not answered.

Nobody asked Ottilie what she wanted to say, and nobody wrote down why not.
"""
SECOND = """Serious Case Review: Child B (Ottilie Brandreth-Cole)

Ottilie was seen at home by the health visitor, Nell Ashdown-Pryor, on two days in that week. The nurse wrote down
that she was quiet.

Her mother, Saffron Cole, told the school and the police that there had been no accident. The school believed her.

A neighbour, Mr Desmond Okonjo, rang the police in the summer about noise in the night.

Nobody asked Ottilie what she wanted to say, and nobody wrote down why not.
"""


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    """The first draft, and the second beside it."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    return first, second


def test_a_second_draft_takes_over_what_was_decided_on_the_first(
    window: Window, keyboard: Keyboard, drafts: tuple[Path, Path]
) -> None:
    first, second = drafts
    open_and_decide(window, keyboard, first)
    go_on_with(window, keyboard, second)
    became = window.case_doors.became

    stands_as_it_stood(window)
    go_through_the_lost(window, keyboard, became)
    go_through_the_changed(window, keyboard, became)
    go_through_the_new(window, keyboard, became)
    both_cases_hold(first, second)


def open_and_decide(window: Window, keyboard: Keyboard, draft: Path) -> None:
    """The first draft, kept; every suggestion confirmed."""
    keyboard.press("Ctrl+O")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(draft))
    keyboard.press("Return")
    keep(window, keyboard)
    keyboard.wait(lambda: window.session.mark)
    case = window.session.case
    assert case is not None
    case.confirm(list(case.marks), by="A. Reviewer")


def go_on_with(window: Window, keyboard: Keyboard, draft: Path) -> None:
    """Ctrl+Shift+D, the second draft; it is carried over; where to keep it."""
    keyboard.press("Ctrl+Shift+D")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(draft))
    keyboard.press("Return")
    keep(window, keyboard)

    assert window.session.name == draft.name
    assert draft.with_suffix(".redactor").exists()
    assert window.case_doors.became.isVisible()


def keep(window: Window, keyboard: Keyboard) -> None:
    keyboard.dialog(KeepDialog)
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    keyboard.wait(lambda: window.session.case and not window.session.unkept)
    keyboard.wait(lambda: window.review and window.review.pages.hasFocus())


def marks_on(window: Window, wording: str) -> list[Mark]:
    case = window.session.case
    assert case is not None
    return [mark for mark in case.marks.values() if wording in mark.text]


def stands_as_it_stood(window: Window) -> None:
    ottilie = marks_on(window, "Ottilie")
    assert len(ottilie) >= 3
    assert {mark.verdict for mark in ottilie} == {Verdict.REDACT}
    assert not marks_on(window, "Augusta")


def go_through_the_lost(window: Window, keyboard: Keyboard, became: Became) -> None:
    """They are shown first, with their sentence; Enter looks for the words in the new draft."""
    assert became.buttons["lost"].isChecked()
    rows = [became.rows.item(row).text() for row in range(became.rows.count())]
    augusta = next(row for row, text in enumerate(rows) if "Augusta Brandreth wrote to the chair" in text)
    assert rows[augusta].startswith("was confirmed")
    keyboard.tab_to(became.rows)
    keyboard.press("Home", *["Down"] * augusta, "Return")

    assert window.review is not None
    assert window.review.panes.find_bar.isVisible()
    keyboard.press("Escape")


def go_through_the_changed(window: Window, keyboard: Keyboard, became: Became) -> None:
    """Enter goes to the mark, which is to be decided again."""
    keyboard.tab_to(became.buttons["changed"])
    keyboard.press("Space")
    assert "Saffron" in became.rows.item(0).text()
    keyboard.tab_to(became.rows)
    keyboard.press("Return")

    session = window.session
    assert session.mark is not None
    assert "Saffron" in session.mark.text
    assert session.mark.verdict is Verdict.UNDECIDED
    keyboard.press("1", "Return")
    assert marks_on(window, "Saffron")[0].verdict is Verdict.REDACT
    assert became.rows.item(0).text().startswith("confirmed")


def go_through_the_new(window: Window, keyboard: Keyboard, became: Became) -> None:
    keyboard.tab_to(became.buttons["new"])
    keyboard.press("Space")
    rows = [became.rows.item(row).text() for row in range(became.rows.count())]
    assert any("Okonjo" in text for text in rows)
    assert all(mark.verdict is Verdict.UNDECIDED for mark in marks_on(window, "Okonjo"))
    keyboard.tab_to(became.done_button)
    keyboard.press("Space")
    assert not became.isVisible()


def both_cases_hold(first: Path, second: Path) -> None:
    """The former case is as it was; the new one's history begins with all of it."""
    former = open_case(first.with_suffix(".redactor"), PASSPHRASE)
    new = open_case(second.with_suffix(".redactor"), PASSPHRASE)
    try:
        assert new.log[: len(former.log)] == former.log
        assert [decision.verb for decision in new.log].count(CARRY) == 1
        assert chain_holds(new.log)
        assert any("Augusta" in mark.text for mark in former.marks.values())
    finally:
        former.close()
        new.close()
