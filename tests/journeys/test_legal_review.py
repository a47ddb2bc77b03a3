"""Two people and one case, by keyboard alone: decided, read and signed, challenged, answered, agreed with, published."""

from __future__ import annotations

from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtWidgets import QFileDialog
from two_people import back_at_the_report, carry_on, read_every_page, say_who, sign

from redactor.marks import choose
from redactor.marks.case import Case
from redactor.marks.record import record_of
from redactor.marks.signing import Signatures
from redactor.ui import reading_pass
from redactor.ui.passphrase import KeepDialog
from redactor.ui.publish_dialog import PublishDialog
from redactor.ui.window import Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore(
        "This plugin does not support"
    ),  # the plugin without a screen lacks much of a screen
]
PASSPHRASE = "four quiet unrelated words"
PARAGRAPH = (
    "4.{n} Mrs Ann Thornbury, the health visitor, saw Kezia Bramwell with her mother, Dora Bramwell, on 3 May 2019. "
    "Kezia was well. Mrs Thornbury rang Oakfield Surgery, and Dora Bramwell came back a week later."
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("\n\n".join(PARAGRAPH.format(n=n) for n in range(1, 40)) + "\n", encoding="utf-8")
    return path


def test_two_people_answer_for_a_report(
    window: Window, keyboard: Keyboard, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_pass, "MOMENT", 0.0)
    kept_at = draft.with_suffix(".redactor")

    prepare(window, keyboard, draft)
    read_every_page(window, keyboard)
    sign(window, keyboard)
    publishing_waits_for_the_legal_reviewer(window, keyboard)
    keyboard.press("Ctrl+W")

    carry_on(window, keyboard, kept_at, PASSPHRASE)
    say_who(window, keyboard, "Lee Park", "legal")
    challenge(window, keyboard)
    keyboard.press("Ctrl+W")

    carry_on(window, keyboard, kept_at, PASSPHRASE)
    say_who(window, keyboard, "A. Reviewer", "preparer")
    answer(window, keyboard)
    sign(window, keyboard)
    keyboard.press("Ctrl+W")

    carry_on(window, keyboard, kept_at, PASSPHRASE)
    say_who(window, keyboard, "Lee Park", "legal")
    agree(window, keyboard)
    read_every_page(window, keyboard)
    sign(window, keyboard)
    publish(window, keyboard)
    disagreement_stays_in_the_history(case_of(window))
    a_change_voids_both(window, keyboard)


def prepare(window: Window, keyboard: Keyboard, draft: Path) -> None:
    """Open, keep, decide on everything; who opens a draft prepares it."""
    keyboard.press("Ctrl+O")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(draft))
    keyboard.press("Return")
    keyboard.dialog(KeepDialog)
    for _ in range(2):
        keyboard.type(PASSPHRASE)
        keyboard.press("Return")
    keyboard.wait(lambda: window.session.mark and not window.session.opening.busy)
    assert window.session.role == "preparer"
    keyboard.press("5")
    case = case_of(window)
    for _ in range(60):
        if not choose.undecided(case):
            break
        keyboard.press("Return")
    assert choose.undecided(case) == []


def publishing_waits_for_the_legal_reviewer(window: Window, keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+P")
    assert "The legal reviewer has not signed" in window.two_pairs.unsigned.sentence.text()
    assert window.top.signed.text().endswith("legal review open")
    keyboard.press("Escape")


def challenge(window: Window, keyboard: Keyboard) -> None:
    """X asks why, and takes no for an answer only with a reason; the signature is void at once."""
    pairs = window.two_pairs
    assert pairs.check is not None
    assert pairs.panel is not None
    assert pairs.check.isVisible()
    keyboard.press("1", "X", "Return")
    assert pairs.panel.comment.trouble.isVisible()
    keyboard.type("This is somebody else of that name.")
    keyboard.press("Return")
    case = case_of(window)
    assert window.session.mark is not None
    assert window.session.mark.check == "challenged"
    assert case.signatures == Signatures()
    assert "does not count any more" in pairs.voided.advice.text()


def answer(window: Window, keyboard: Keyboard) -> None:
    """The challenged decision is shown first; B stands by it, with a reason."""
    pairs = window.two_pairs
    assert pairs.challenges.isVisible()
    assert pairs.answer is not None
    assert pairs.answer.isVisible()
    assert "somebody else of that name" in pairs.answer.said.text()
    keyboard.press("B")
    keyboard.type("It is the same health visitor.")
    keyboard.press("Return")
    assert window.session.mark is not None
    assert window.session.mark.check == "answered"
    assert not pairs.answer.isVisible()


def agree(window: Window, keyboard: Keyboard) -> None:
    """The answered decision is the first to be looked at."""
    assert window.session.mark is not None
    assert window.session.mark.check == "answered"
    keyboard.press("1", "Y")
    assert not any(mark.check == "answered" for mark in case_of(window).marks.values())


def publish(window: Window, keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+P")
    dialog = keyboard.dialog(PublishDialog)
    assert isinstance(dialog, PublishDialog)
    keyboard.press("Return")
    keyboard.wait(lambda: dialog.close_button.hasFocus())
    assert dialog.outcome.text().startswith("Published")
    assert Path(dialog.where.place.text()).exists()
    keyboard.press("Return")
    back_at_the_report(window, keyboard)


def disagreement_stays_in_the_history(case: Case) -> None:
    told = [f"{entry.who} {entry.what} {entry.reason}" for entry in record_of(case).entries]
    assert any("Lee Park challenged" in line and "somebody else of that name" in line for line in told)
    assert any("A. Reviewer stood by" in line and "the same health visitor" in line for line in told)


def a_change_voids_both(window: Window, keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+J")
    say_who(window, keyboard, "A. Reviewer", "preparer")
    assert not window.two_pairs.voided.isVisible()
    keyboard.press("K")
    assert case_of(window).signatures == Signatures()
    assert window.two_pairs.voided.isVisible()
    keyboard.press("Ctrl+P")
    assert window.two_pairs.unsigned.isVisible()


def case_of(window: Window) -> Case:
    assert window.session.case is not None
    return window.session.case
