"""Who works on a case, reading every page, signing, the legal check, answers and the history, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from short_case import suggested_case

from redactor.errors import RedactorError
from redactor.marks.case import Case
from redactor.marks.mark import Verdict
from redactor.marks.signing import Role
from redactor.tasks.orders import HistoryMade, MakeHistory
from redactor.ui import reading_pass
from redactor.ui.history_window import HistoryWindow
from redactor.ui.mark_painter import Look
from redactor.ui.signing import SignDialog
from redactor.ui.who_dialog import WhoDialog
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support"
)  # the plugin without a screen lacks much


@pytest.fixture
def decided(window: Window) -> Window:
    """Kez is confirmed, Dean kept; nobody has said who works here."""
    session = window.session
    case = suggested_case()
    case.confirm(["m1", "m2", "m5"], by="Ann")
    case.keep(["m3", "m4"], by="Ann")
    session.name = "short.txt"
    session.draft_opened.emit("short.txt")
    session._begin(case)
    return window


def work_as(window: Window, name: str, role: Role) -> None:
    window.session.set_preparer(name)
    window.session.set_role(role)


def case_of(window: Window) -> Case:
    assert window.session.case is not None
    return window.session.case


def press(*keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), QKeySequence(key))


def dialog_of(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def test_who_works_here_is_asked_before_signing_and_neither_name_nor_role_is_assumed(
    decided: Window, qtbot: QtBot
) -> None:
    assert decided.top.name.accessibleName().endswith("say what you work as")
    decided.two_pairs.sign()

    dialog = dialog_of(qtbot, WhoDialog)
    assert isinstance(dialog, WhoDialog)
    assert not any(button.isChecked() for button in dialog.roles.values())
    dialog.accept_button.click()
    assert "preparer or as legal reviewer" in dialog.trouble.text()
    dialog.name.setText("Lee Park")
    dialog.roles["legal"].setChecked(True)
    dialog.accept_button.click()

    assert decided.top.name.accessibleName() == "Lee Park, legal reviewer"
    dialog_of(qtbot, SignDialog).reject()


def test_the_role_is_forgotten_when_the_case_is_closed(decided: Window) -> None:
    work_as(decided, "Ann", "preparer")

    decided.session.close()

    assert decided.session.role == ""


def test_what_stands_in_the_way_of_a_signature_leads_there(decided: Window, qtbot: QtBot) -> None:
    work_as(decided, "Ann", "preparer")
    case_of(decided).reopen(["m3"], by="Ann")
    decided.two_pairs.sign()
    dialog = dialog_of(qtbot, SignDialog)
    assert isinstance(dialog, SignDialog)

    assert not dialog.sign_button.isEnabled()
    assert [button.accessibleName() for button in dialog.ways] == [
        "Go to the first: 1 mark is still to decide.",
        "Read it now: Page 1 has not been read by the preparer.",
    ]
    qtbot.waitUntil(dialog.ways[0].hasFocus)
    dialog.ways[0].click()
    qtbot.waitUntil(lambda: decided.session.current == "m3")


def test_pages_may_be_declared_to_be_read_elsewhere_and_then_it_is_signed(
    decided: Window, qtbot: QtBot
) -> None:
    work_as(decided, "Ann Lee", "preparer")
    decided.two_pairs.sign()
    dialog = dialog_of(qtbot, SignDialog)
    assert isinstance(dialog, SignDialog)
    dialog.elsewhere.setChecked(True)

    assert "each of the 5 marks" in dialog.sentence.text()
    dialog.sign_button.click()

    signature = case_of(decided).signatures.preparer
    assert signature is not None
    assert (signature.by, signature.read_elsewhere) == ("Ann Lee", True)
    assert decided.top.signed.text().startswith("Signed by Ann Lee, ")
    assert decided.top.signed.text().endswith("legal review open")


def test_a_change_after_signing_is_told_at_once(decided: Window) -> None:
    work_as(decided, "Ann Lee", "preparer")
    case_of(decided).sign("preparer", by="Ann Lee", read_elsewhere=True)
    decided.session.record_changed.emit()
    assert not decided.two_pairs.voided.isVisible()

    decided.session.go_to("m1")
    decided.session.relabel("Child E")

    assert decided.two_pairs.voided.sentence.text() == "This changes what Ann Lee (preparer) signed."
    assert decided.top.signed.text() == "not signed yet"


def test_publishing_says_who_is_still_to_sign_and_leads_there(decided: Window, qtbot: QtBot) -> None:
    work_as(decided, "Ann", "preparer")
    press("Ctrl+P")

    notice = decided.two_pairs.unsigned
    assert "The preparer has not signed" in notice.sentence.text()
    press("Return")

    dialog_of(qtbot, SignDialog).reject()


def test_a_page_is_read_once_its_end_was_on_screen_for_more_than_a_moment(
    decided: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    work_as(decided, "Ann", "preparer")
    press("P")
    reading = decided.two_pairs.reading
    assert reading is not None
    now = [0.0]
    monkeypatch.setattr(reading, "_clock", lambda: now[0])
    reading.begin()

    for _ in range(20):
        press("Space")
    assert case_of(decided).read.by_role["preparer"] == {}
    assert reading.active
    now[0] = reading_pass.MOMENT + 0.1
    press("Space")

    assert case_of(decided).read.by_role["preparer"] == {1: "Ann"}
    assert not reading.active
    assert decided.review is not None
    assert "1 read" in decided.review.panes.strip.bars.accessibleName()


def test_reading_underlines_what_bears_no_mark_and_escape_leaves_it(decided: Window) -> None:
    work_as(decided, "Lee", "legal")
    assert decided.review is not None
    decided.review.pages.setFocus()
    press("P")
    reading = decided.two_pairs.reading
    assert reading is not None
    assert decided.review.pages._underlined is not None
    assert len(decided.review.pages._underlined(1)) == 2  # Mother, Monday

    press("Escape")

    assert not reading.active
    assert decided.review.pages._underlined is None


def test_the_legal_reviewer_sees_decisions_and_cannot_decide(decided: Window) -> None:
    work_as(decided, "Lee", "legal")
    check = decided.two_pairs.check
    assert check is not None
    assert check.isVisible()
    assert check.view.decisions.rows == ["rejected", "m3", "m4", "doubtful", "m5", "confirmed", "m1", "m2"]
    assert check.far.text() == "0 agreed · 0 challenged · 5 not looked at"
    assert decided.session.current == "m3"

    press("K", "Return")

    assert case_of(decided).marks["m3"].verdict is Verdict.KEEP
    assert not decided.menus["confirm"].isEnabled()


def test_agreeing_takes_the_scope_and_goes_to_the_next(decided: Window) -> None:
    work_as(decided, "Lee", "legal")
    panel = decided.two_pairs.panel
    assert panel is not None
    assert decided.review is not None
    decided.review.pages.setFocus()
    press("2")
    assert panel.agree_button.accessibleName() == "Agree with 2 decisions"

    press("Y")

    marks = case_of(decided).marks
    assert (marks["m3"].check, marks["m4"].check, marks["m5"].check) == ("agreed", "agreed", "")
    assert decided.session.current == "m5"


def test_a_challenge_needs_a_comment_and_looks_like_one(decided: Window) -> None:
    work_as(decided, "Lee", "legal")
    panel = decided.two_pairs.panel
    assert panel is not None
    assert decided.review is not None
    decided.review.pages.setFocus()
    press("1", "X", "Return")
    assert panel.comment.trouble.text().startswith("Say why")
    QTest.keyClicks(QApplication.focusWidget(), "Dean is not a public name.")
    press("Return")

    mark = case_of(decided).marks["m3"]
    assert (mark.check, mark.comment) == ("challenged", "Dean is not a public name.")
    drawn = decided.review.pages.current_mark()
    assert drawn is not None
    assert drawn.look is Look.CHALLENGED
    assert drawn.spoken.endswith("challenged by the legal reviewer: Dean is not a public name.")


def test_the_preparer_finds_challenges_first_and_stands_by_them_with_a_comment(decided: Window) -> None:
    case_of(decided).challenge(["m3"], "Dean is not a public name.", by="Lee")
    work_as(decided, "Ann", "preparer")
    pairs = decided.two_pairs
    assert decided.session.current == "m3"
    assert pairs.challenges.isVisible()
    assert pairs.challenged is not None
    assert pairs.challenged.view.decisions.rows == ["challenged", "m3"]
    assert pairs.answer is not None
    assert pairs.answer.said.text() == "“Dean is not a public name.”"

    assert decided.review is not None
    decided.review.pages.setFocus()
    press("B")
    QTest.keyClicks(QApplication.focusWidget(), "It is the name of the pub.")
    press("Return")

    mark = case_of(decided).marks["m3"]
    assert (mark.check, mark.comment) == ("answered", "It is the name of the pub.")
    assert not pairs.challenged.isVisible()


def test_deciding_otherwise_answers_a_challenge(decided: Window) -> None:
    case_of(decided).challenge(["m3"], "Dean is not a public name.", by="Lee")
    work_as(decided, "Ann", "preparer")
    assert decided.review is not None
    decided.review.pages.setFocus()

    press("1", "Return")

    mark = case_of(decided).marks["m3"]
    assert (mark.verdict, mark.check) == (Verdict.REDACT, "answered")


def test_the_legal_reviewer_takes_back_only_what_they_checked(decided: Window) -> None:
    work_as(decided, "Lee", "legal")
    before = len(case_of(decided).log)
    assert decided.review is not None
    decided.review.pages.setFocus()
    press("Ctrl+Z")
    assert len(case_of(decided).log) == before
    assert decided.error.isVisible()
    assert "not yours" in decided.error.sentence.text()

    press("Y", "Ctrl+Z")
    assert case_of(decided).marks["m3"].check == ""
    press("Ctrl+Y")
    assert case_of(decided).marks["m3"].check == "agreed"

    work_as(decided, "Mia", "legal")
    press("Ctrl+Z")
    assert case_of(decided).marks["m3"].check == "agreed"


def test_the_legal_reviewer_takes_back_what_they_marked_themselves(decided: Window) -> None:
    case_of(decided).add_all([(0, 3)], "PERSON", by="Lee")
    work_as(decided, "Lee", "legal")
    count = len(case_of(decided).marks)
    decided.session.add([(4, 7)], "PERSON")
    press("Ctrl+Z")
    assert len(case_of(decided).marks) == count
    press("Ctrl+Z")
    assert len(case_of(decided).marks) == count


def test_nothing_of_a_case_that_is_only_shown_can_be_pressed(decided: Window) -> None:
    assert decided.review is not None
    panel = decided.review.panes.panel
    decided.session.go_to("m3")
    assert panel.keep_worded.isEnabled()

    case_of(decided).held_by = "Mia has it open."
    decided.session.kept_changed.emit()

    controls = (panel.confirm, panel.keep, panel.keep_worded, panel.keep_shown, panel.details.role)
    assert not any(control.isEnabled() for control in controls)
    assert not decided.top.sign.isEnabled()
    assert not any(decided.menus[name].isEnabled() for name in ("agree", "challenge", "read", "sign"))


def test_the_fields_of_a_mark_are_not_the_legal_reviewers(decided: Window) -> None:
    work_as(decided, "Lee", "legal")
    assert decided.review is not None
    panel = decided.review.panes.panel
    assert not any(control.isEnabled() for control in (panel.confirm, panel.keep, panel.details.comment))
    assert not decided.menus["comment"].isEnabled()


def test_the_preparer_cannot_take_a_challenge_back(decided: Window) -> None:
    case_of(decided).challenge(["m3"], "Dean is not a public name.", by="Lee")
    work_as(decided, "Ann", "preparer")
    assert decided.review is not None
    decided.review.pages.setFocus()

    press("Ctrl+Z")

    assert case_of(decided).marks["m3"].check == "challenged"
    assert "stand by it" in decided.error.advice.text()


def test_the_history_is_searched_and_saved_once_its_risk_was_told(
    decided: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided.two_pairs.history()
    shown = only(decided, HistoryWindow)
    assert isinstance(shown, HistoryWindow)
    assert shown.assurance.text().startswith("The chain holds: 3 decisions")
    QTest.keyClicks(shown.filter, "kept dean")
    assert shown.model.rowCount() == 1

    chosen = tmp_path / "history.csv"
    monkeypatch.setattr(
        "redactor.ui.history_window.choose_history", lambda _parent, _proposed, then: then(chosen)
    )
    shown.csv_button.click()
    assert "does not name" in shown.warning.sentence.text()
    assert not chosen.exists()
    shown.save_button.click()

    assert "Ann" in chosen.read_text(encoding="utf-8-sig")
    assert str(chosen) in shown.outcome.sentence.text()
    shown.close()


def test_the_history_is_set_as_a_pdf_elsewhere_and_trouble_is_told(decided: Window, tmp_path: Path) -> None:
    decided.two_pairs.history()
    shown = only(decided, HistoryWindow)
    assert isinstance(shown, HistoryWindow)
    shown.save(tmp_path / "history.pdf")
    order, calls = decided.session.desk.orders[-1]  # type: ignore[attr-defined]  # the idle desk of these tests
    assert isinstance(order, MakeHistory)

    calls["answer"](HistoryMade(b"%PDF-"))
    assert (tmp_path / "history.pdf").read_bytes() == b"%PDF-"
    calls["failed"](RedactorError("It stopped."))
    assert shown.outcome.sentence.text() == "It stopped."
    shown.save(tmp_path / "nowhere" / "history.csv")
    assert shown.outcome.sentence.text() == "The history could not be saved."
    shown.close()


def only(window: Window, kind: type[QWidget]) -> QObject:
    (found,) = window.findChildren(kind)
    return found
