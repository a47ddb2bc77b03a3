"""The whole job, by keyboard alone: from the first page to a published report that holds none of the names."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtWidgets import QFileDialog, QLabel
from two_people import read_every_page, say_who, sign

from redactor.marks import choose
from redactor.marks.casefile import open_case
from redactor.marks.mark import Verdict
from redactor.marks.signing import Role
from redactor.publish.decided import secrets_of
from redactor.publish.verify import verify
from redactor.ui import reading_pass, words
from redactor.ui.passphrase import AskDialog, KeepDialog
from redactor.ui.publish_dialog import PublishDialog
from redactor.ui.window import Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore(
        "This plugin does not support"
    ),  # the plugin without a screen lacks much of a screen
]
PASSPHRASE = "four quiet unrelated words"
SIGNERS: tuple[tuple[str, Role], ...] = (("A. Reviewer", "preparer"), ("Lee Park", "legal"))


@pytest.fixture
def draft(sample_docs: Path, tmp_path: Path) -> Path:
    """A copy of the long sample, so that the case lies beside it."""
    copy = tmp_path / "child-d-overview-report.pdf"
    copy.write_bytes((sample_docs / copy.name).read_bytes())
    return copy


def test_a_draft_is_opened_decided_on_and_published_without_a_mouse(
    window: Window, keyboard: Keyboard, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_pass, "MOMENT", 0.0)
    open_and_keep(window, keyboard, draft)
    decide_on_some(window, keyboard)
    find_and_mark_all(window, keyboard)
    decide_on_the_rest(window, keyboard)
    look_at_the_preview(window, keyboard)
    sign_as_both(window, keyboard)
    published = publish(window, keyboard)

    case = window.session.case
    assert case is not None
    assert published.parent == tmp_path
    assert verify(published.read_bytes(), secrets_of(case)) == []
    text = subprocess.run(["pdftotext", published, "-"], capture_output=True, text=True, check=True).stdout
    assert "Winter" not in text


def test_a_kept_case_is_carried_on_with_where_it_was_left(
    window: Window, keyboard: Keyboard, draft: Path
) -> None:
    open_and_keep(window, keyboard, draft)
    keyboard.press("1", "Return", "Return")
    case = window.session.case
    assert case is not None
    before = dict(case.marks)

    keyboard.press("Ctrl+W")
    assert window.stack.currentWidget() is window.start
    keyboard.press("Ctrl+Shift+O")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(draft.with_suffix(".redactor")))
    keyboard.press("Return")
    dialog = keyboard.dialog(AskDialog)
    keyboard.type("not the passphrase")
    keyboard.press("Return")

    assert isinstance(dialog, AskDialog)
    assert dialog.trouble.isVisible()
    assert "passphrase is wrong" in dialog.trouble.text()
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    keyboard.wait(lambda: window.session.case)
    assert window.session.case is not None
    assert window.session.case.marks == before


def open_and_keep(window: Window, keyboard: Keyboard, draft: Path) -> None:
    """Ctrl+O, the draft; a passphrase; suggestions stream in; the first is the current one."""
    keyboard.press("Ctrl+O")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(draft))
    keyboard.press("Return")
    keyboard.dialog(KeepDialog)
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    keyboard.type(PASSPHRASE)
    keyboard.press("Return")
    keyboard.wait(lambda: window.session.mark)
    keyboard.wait(lambda: not window.session.unkept)

    assert window.review is not None
    assert window.review.pages.page_count() >= 25
    assert window.review.pages.hasFocus()
    assert draft.with_suffix(".redactor").exists()


def decide_on_some(window: Window, keyboard: Keyboard) -> None:
    """Enter confirms one, K keeps one, undo and redo take that back and do it again."""
    session = window.session
    assert session.case is not None
    marks = session.case.marks
    keyboard.press("1")
    confirmed = session.current
    keyboard.press("Return")
    kept = session.current
    keyboard.press("K")

    assert marks_of(window)[confirmed] == Verdict.REDACT
    assert marks_of(window)[kept] == Verdict.KEEP
    keyboard.press("Ctrl+Z")
    assert marks_of(window)[kept] == Verdict.UNDECIDED
    assert session.current == kept
    keyboard.press("Ctrl+Y")
    assert marks_of(window)[kept] == Verdict.KEEP
    keyboard.press("Ctrl+Z")
    assert len(marks) == len(session.case.marks)


def find_and_mark_all(window: Window, keyboard: Keyboard) -> None:
    """F, the words, Ctrl+Enter: every place is marked, and the case file has it already."""
    case, review = window.session.case, window.review
    assert case is not None
    assert review is not None
    keyboard.press("F")
    keyboard.type("overview report")
    places = choose.occurrences(case.document.text, "overview report")
    assert places
    keyboard.press("Ctrl+Return")

    marked = [mark for mark in case.marks.values() if (mark.start, mark.end) in places]
    assert len(marked) == len(places)
    assert all(mark.verdict is Verdict.REDACT for mark in marked)
    keyboard.press("Ctrl+Z", "Escape")
    assert not any((mark.start, mark.end) in places for mark in case.marks.values())
    assert review.panes.find_bar.isHidden()
    assert review.pages.hasFocus()


def decide_on_the_rest(window: Window, keyboard: Keyboard) -> None:
    """2: everywhere this person is named; 5: all of this kind, until nothing is left."""
    case = window.session.case
    assert case is not None
    keyboard.press("2")
    person = window.session.mark
    assert person is not None
    while any(mark.verdict is Verdict.UNDECIDED for mark in choose.of_entity(case, person.entity)):
        before = len(choose.undecided(case))
        keyboard.press("Return")
        assert len(choose.undecided(case)) < before
    keyboard.press("5")
    while before := len(choose.undecided(case)):
        keyboard.press("Return", "Return")  # where nothing is left of a kind, the first goes on to the next
        assert len(choose.undecided(case)) < before


def look_at_the_preview(window: Window, keyboard: Keyboard) -> None:
    """F5 shows the very pages, Esc comes back."""
    keyboard.press("F5")
    keyboard.wait(lambda: window.preview and window.preview.pages.page_count() >= 25)
    assert window.stack.currentWidget() is window.preview
    keyboard.press("Escape")
    assert window.stack.currentWidget() is window.review


def sign_as_both(window: Window, keyboard: Keyboard) -> None:
    """P and Ctrl+G; then somebody else does the same as legal reviewer. Until then nothing is published."""
    for name, role in SIGNERS:
        keyboard.press("Ctrl+P")
        assert window.two_pairs.unsigned.isVisible() or window.error.isVisible()
        keyboard.press("Ctrl+J")
        say_who(window, keyboard, name, role)
        read_every_page(window, keyboard)
        sign(window, keyboard)


def publish(window: Window, keyboard: Keyboard) -> Path:
    """Ctrl+P, Enter; the dialog says where the file lies."""
    keyboard.press("Ctrl+P")
    dialog = keyboard.dialog(PublishDialog)
    assert isinstance(dialog, PublishDialog)
    keyboard.press("Return")
    keyboard.wait(lambda: dialog.close_button.hasFocus())
    path = Path(dialog.where.place.text())
    told = [label.text() for label in dialog.findChildren(QLabel) if label.text().startswith("•")]
    assert told == [words.no_room(14, 1)]
    assert dialog.outcome.text().startswith("Published")
    keyboard.press("Return")
    assert path.exists()
    case = window.session.case
    assert case is not None
    assert case.kept_at is not None
    case.close()
    assert open_case(case.kept_at, PASSPHRASE).marks == case.marks
    return path


def marks_of(window: Window) -> dict[str, Verdict]:
    """What is decided, by mark."""
    case = window.session.case
    return {mark.id: mark.verdict for mark in case.marks.values()} if case else {}
