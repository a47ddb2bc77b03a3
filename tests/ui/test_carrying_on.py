"""A kept case is opened: the page last worked on first, then the rest; or what is wrong with it is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from lined_drafts import draft
from opened_case import begin, press
from pytestqt.qtbot import QtBot
from short_case import suggested_case

from redactor.document.source import Opened
from redactor.errors import UnusableInput
from redactor.findings.finding import Finding
from redactor.marks import case_tables, casefile
from redactor.marks.case import Case
from redactor.marks.overview import page_of
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much
PASSPHRASE = "four quiet words"
PAGES = 8


def long_case() -> Case:
    """A name to decide on each page."""
    document = draft(
        *[[f"On page {number} stands Kezia.", "Nothing else."] for number in range(1, PAGES + 1)]
    )
    case = Case(Opened(document, b"draft", b"draft"))
    starts = [at for at in range(len(document.text)) if document.text.startswith("Kezia", at)]
    found = [Finding(at, at + 5, "PERSON", 0.9, "test", "A name.", "kez") for at in starts]
    case.suggest(found, {"kez": "Child D"})
    return case


@pytest.fixture
def kept_at(tmp_path: Path) -> Path:
    """A case of which page 5 was worked on last."""
    path = tmp_path / "long.redactor"
    case = long_case()
    casefile.keep_case(case, path, PASSPHRASE)
    casefile.remember_page(case, 5)
    case.close()
    return path


def carry_on(window: Window, qtbot: QtBot, path: Path) -> None:
    window.session.carry_on(path, PASSPHRASE)
    qtbot.waitUntil(lambda: window.session.case is not None)


def test_the_page_last_worked_on_is_shown_before_the_case_is_read(window: Window, kept_at: Path) -> None:
    window.session.carry_on(kept_at, PASSPHRASE)

    assert window.session.case is None
    assert window.review is not None
    assert window.review.pages.page_count() == PAGES
    assert window.review.pages.page() == 5
    assert window.working.isVisible()


def test_the_case_follows_with_the_first_mark_to_decide_from_there(
    window: Window, qtbot: QtBot, kept_at: Path
) -> None:
    carry_on(window, qtbot, kept_at)

    assert window.review is not None
    assert window.session.case is not None
    assert window.session.mark is not None
    assert page_of(window.session.case, window.session.mark) == 5
    assert window.review.pages.page() == 5
    assert not window.working.isVisible()


def test_where_that_page_is_decided_it_is_shown_all_the_same(
    window: Window, qtbot: QtBot, kept_at: Path
) -> None:
    case = casefile.open_case(kept_at, PASSPHRASE)
    case.confirm([mark.id for mark in case.marks.values() if page_of(case, mark) == 5], by="A. Reviewer")
    case.close()
    carry_on(window, qtbot, kept_at)

    assert window.review is not None
    assert window.session.mark is not None
    assert window.review.pages.page() == 5


def test_the_page_is_remembered_as_it_is_turned_to(window: Window, qtbot: QtBot, kept_at: Path) -> None:
    carry_on(window, qtbot, kept_at)
    assert window.review is not None
    window.review.pages.go_to_page(3)
    window.session.close()

    unlocked = casefile.unlock(kept_at, PASSPHRASE)
    assert unlocked.peek().last_page == 3
    unlocked.close()


def test_a_case_that_is_left_while_it_is_read_is_let_go_of(
    window: Window, qtbot: QtBot, kept_at: Path
) -> None:
    window.session.carry_on(kept_at, PASSPHRASE)
    window.session.close()
    assert window.stack.currentWidget() is window.start

    def free() -> bool:
        case = casefile.open_case(kept_at, PASSPHRASE)
        held = case.held_by
        case.close()
        return not held

    qtbot.waitUntil(free)
    assert window.session.case is None


def test_a_history_that_was_altered_is_said_and_nothing_is_shown(
    window: Window, qtbot: QtBot, kept_at: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def altered(_store: object) -> None:
        raise UnusableInput("The history of this case was altered or cut at decision 1.", "Go back.")

    monkeypatch.setattr(case_tables, "read_log", altered)
    window.session.carry_on(kept_at, PASSPHRASE)
    qtbot.waitUntil(window.error.isVisible)

    assert "altered or cut at decision 1" in window.error.sentence.text()
    assert window.stack.currentWidget() is window.start
    assert window.session.case is None


def test_a_case_that_somebody_else_holds_is_only_shown(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "held.redactor"
    theirs = suggested_case()
    casefile.keep_case(theirs, path, PASSPHRASE, by="B. Lawyer")
    carry_on(window, qtbot, path)
    held = window.case_doors.notices.held

    assert held.isVisible()
    assert "B. Lawyer" in held.sentence.text()
    assert not any(window.menus[name].isEnabled() for name in ("confirm", "keep", "undo", "new_draft"))
    assert window.menus["next"].isEnabled()
    before = len(window.session.case.log) if window.session.case else 0
    press(window, "K", "Return")
    assert window.session.case is not None
    assert len(window.session.case.log) == before
    theirs.close()


def test_a_case_of_ones_own_has_no_such_strip(window: Window) -> None:
    begin(window.session, suggested_case())

    assert not window.case_doors.notices.held.isVisible()
