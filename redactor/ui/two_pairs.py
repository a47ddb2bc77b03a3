"""Two pairs of eyes in one window: who works here, reading every page, the legal check, answers, signing, the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from redactor.ui import check_words, words
from redactor.ui.message_bar import Notice

if TYPE_CHECKING:  # loads with the first case
    from redactor.marks.signing import Signature, Signatures
    from redactor.ui.challenges import AnswerBox, ChallengedList
    from redactor.ui.check_panel import CheckPanel
    from redactor.ui.legal_check import LegalCheck
    from redactor.ui.reading_pass import ReadingPass
    from redactor.ui.review import ReviewScreen
    from redactor.ui.window import Window


class TwoPairs(QObject):
    """Builds what it needs when it is first needed, and shows it where it belongs.

    Attributes:
        notices: the strips below the top bar that are about signing and challenges.
        reading, check, panel, challenged, answer: the parts, once they were needed.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.reading: ReadingPass | None = None
        self.check: LegalCheck | None = None
        self.panel: CheckPanel | None = None
        self.challenged: ChallengedList | None = None
        self.answer: AnswerBox | None = None
        self._signed: Signatures | None = None  # those seen last
        self._to_ask = False  # who works here, as soon as the case that was carried on with is there
        self._make_notices()
        session = self._session
        session.case_opened.connect(self._case_opened)
        session.closed.connect(self._closed)
        session.role_changed.connect(self._role_changed)
        session.current_changed.connect(lambda _id: self._refresh_current())
        for changed in (session.marks_changed, session.record_changed, session.kept_changed):
            changed.connect(lambda *_: self.refresh())
        session.scope_changed.connect(self._refresh_current)
        session.suggestions_complete.connect(self.refresh)
        window.doors.carried_on.connect(self._carried_on)
        window.doors.unsigned.connect(self.tell_unsigned)

    # What the window asks

    def actions(self) -> dict[str, Callable[[], object]]:
        """What each entry of the menus that is about two pairs of eyes does."""
        return {
            "who": self.ask_who, "sign": self.sign, "history": self.history, "read": self.read,
            "agree": self._agree, "challenge": self._challenge, "stand_by": self._stand_by,
            "next": self.next, "previous": lambda: self.next(-1),
        }  # fmt: skip

    def can(self) -> dict[str, bool]:
        """Which of the needs of the menus are met: to decide, to check, to answer."""
        mark, legal = self._session.mark, self._session.role == "legal"
        return {
            "decide": mark is not None and not legal,
            "check": mark is not None and legal,
            "answer": mark is not None and mark.check == "challenged" and not legal,
        }

    def signed(self) -> str:
        """Who signed, for the top bar."""
        case = self._session.case
        return check_words.signed(case.signatures, both=case.settings.signatures == "both") if case else ""

    def leave(self) -> bool:
        """Esc: leave reading; False where nothing is being read."""
        if self.reading is None or not self.reading.active:
            return False
        self.reading.stop()
        return True

    # What the user asks

    def next(self, step: int = 1) -> None:
        """To the next undecided mark, or for the legal reviewer to the next decision to look at."""
        if self.check and self._session.role == "legal":
            self.check.next_open(step)
        else:
            self._session.next_undecided(step)

    def ask_who(self, then: Callable[[], None] | None = None) -> None:
        """Ask who works here and as what; then do `then`, if they say so."""
        from redactor.ui.who_dialog import WhoDialog

        dialog = WhoDialog(self._session, self._window)
        if then:
            dialog.accepted.connect(lambda: QTimer.singleShot(0, then))
        self._show(dialog)

    def read(self) -> None:
        """Begin to read every page, or stop."""
        if self._session.case is None or self._window.review is None or self.leave():
            return
        if not self._session.role:
            self.ask_who(self.read)
        elif self._session.opening.busy:
            self._session.said.emit(check_words.STILL_READING)
        else:
            self._window.back()
            self._reading(self._window.review).begin()

    def sign(self) -> None:
        """Sign, or be told what stands in the way."""
        if self._session.case is None:
            return
        if not self._session.role:
            self.ask_who(self.sign)
            return
        from redactor.ui.signing import SignDialog

        self.unsigned.hide()
        dialog = SignDialog(self._session, self._window)
        dialog.led.connect(lambda kind: QTimer.singleShot(0, lambda: self._lead(kind)))
        self._show(dialog)

    def history(self) -> None:
        """Show the history of decisions."""
        from redactor.ui.history_window import HistoryWindow

        if self._session.case:
            dialog = HistoryWindow(self._session, self._window)
            dialog.show()

    def tell_unsigned(self, lacking: Sequence[str]) -> None:
        """Say who must sign before anything is published, with the way there."""
        advice = check_words.BOTH_SIGN if self._both_sign() else ""
        self.unsigned.say(f"{check_words.CANNOT_PUBLISH} {' '.join(lacking)}", advice)
        self._sign_button.setFocus()

    def _agree(self) -> None:
        if self.panel:
            self.panel.agree()

    def _challenge(self) -> None:
        if self.panel:
            self.panel.ask_challenge()

    def _stand_by(self) -> None:
        if self.answer:
            self.answer.ask()

    # Following the session

    def refresh(self) -> None:
        """Everything that depends on decisions, reading and signatures."""
        self._tell_voided()
        if self._session.role == "legal" and self.check:
            self.check.refresh()
        self._show_challenged()
        self._refresh_current()

    def _refresh_current(self) -> None:
        legal = self._session.role == "legal"
        if legal and self.panel:
            self.panel.refresh()
        if not legal and self.answer:
            self.answer.refresh()

    def _tell_voided(self) -> None:
        case = self._session.case
        now = case.signatures if case else None
        before, self._signed = self._signed, now
        gone: list[Signature] = []
        for role in ("preparer", "legal"):
            was = getattr(before, role, None)
            if was and now and getattr(now, role) is None:
                gone.append(was)
        if gone and case and case.log[-1].verb != "sign":
            self.voided.say(*check_words.voided(gone))
        elif now and (now.preparer or now.legal):
            self.voided.hide()

    def _show_challenged(self) -> None:
        """The challenged decisions, for whoever decides."""
        case, review = self._session.case, self._window.review
        if case is None or review is None:
            return
        count = self._challenged()
        preparing = self._session.role == "preparer"
        if count and preparing and self.challenged is None:
            self._build_answers(review)
        if self.challenged and preparing:
            self.challenged.refresh()
        elif self.challenged:
            self.challenged.hide()
        if not (count and preparing):
            self.challenges.hide()

    def _case_opened(self) -> None:
        self._signed = self._session.case.signatures if self._session.case else None
        for notice in (self.voided, self.challenges, self.unsigned):
            notice.hide()
        self.refresh()
        if self._to_ask:
            self._carried_on()

    def _carried_on(self) -> None:
        """A kept case is opened, or will be once it is loaded: ask who works on it."""
        self._to_ask = self._session.case is None
        if not self._to_ask:
            QTimer.singleShot(0, self._ask_at_opening)

    def _closed(self) -> None:
        self._signed, self._to_ask = None, False
        for notice in (self.voided, self.challenges, self.unsigned):
            notice.hide()

    def _role_changed(self) -> None:
        """Show what belongs to this role."""
        review, legal = self._window.review, self._session.role == "legal"
        self.leave()
        if review is None:
            return
        if legal:
            self._build_check(review)
        review.put_beside(*((self.check, self.panel) if legal else (None, None)))
        self.refresh()
        if self._session.case and self._session.role:
            self._begin_role(legal)

    def _begin_role(self, legal: bool) -> None:
        """Go where this role begins."""
        if legal:
            self.next()
            return
        challenged = self._first("challenged")
        if challenged:
            self.challenges.say(check_words.challenged_banner(self._challenged()), check_words.ANSWER_HOW)
            self._session.go_to(challenged)

    # Inside

    def _ask_at_opening(self) -> None:
        case = self._session.case
        if case and not case.held_by and not self._session.role:
            self.ask_who()

    def _lead(self, kind: str) -> None:
        if kind in ("name", "same"):
            self.ask_who(self.sign)
        elif kind == "unread":
            self.read()
        elif kind == "unmarked":
            from redactor.ui.by_hand import mark_unmarked

            mark_unmarked(self._session)
            self.sign()
        elif kind == "undecided":
            self._session.next_undecided()
        elif id := self._first(kind):
            self._session.go_to(id)

    def _challenged(self) -> int:
        """How many decisions are challenged."""
        from redactor.marks.overview import overview

        case = self._session.case
        return overview(case).checks["challenged"] if case else 0

    def _first(self, check: str) -> str:
        case = self._session.case
        return next((m.id for m in case.marks.values() if m.check == check), "") if case else ""

    def _both_sign(self) -> bool:
        case = self._session.case
        return case is not None and case.settings.signatures == "both"

    def _reading(self, review: ReviewScreen) -> ReadingPass:
        if self.reading is None:
            from redactor.ui.reading_pass import ReadingPass

            self.reading = ReadingPass(self._session, review.pages)
            review.put_above(pages=self.reading)
            self.reading.begun.connect(lambda: review.put_pages_first(True))
            self.reading.ended.connect(lambda: review.put_pages_first(False))
        return self.reading

    def _build_check(self, review: ReviewScreen) -> None:
        if self.check:
            return
        from redactor.ui.check_panel import CheckPanel
        from redactor.ui.legal_check import LegalCheck

        self.check, self.panel = LegalCheck(self._session), CheckPanel(self._session)
        self.check.entered.connect(review.pages.setFocus)
        self.panel.finished.connect(review.pages.setFocus)
        self.panel.next_asked.connect(self.next)

    def _build_answers(self, review: ReviewScreen) -> None:
        from redactor.ui.challenges import AnswerBox, ChallengedList

        self.challenged, self.answer = ChallengedList(self._session), AnswerBox(self._session)
        self.challenged.entered.connect(review.pages.setFocus)
        self.answer.finished.connect(review.pages.setFocus)
        review.put_above(things=self.challenged, panel=self.answer)

    def _make_notices(self) -> None:
        self.notices = QWidget()
        self.voided, self.challenges, self.unsigned = Notice("notice"), Notice("notice"), Notice("error")
        self._sign_button = self.unsigned.add_button(check_words.SIGN, self.sign)
        self.challenges.add_button(
            check_words.LEADS["challenged"], lambda: self._session.go_to(self._first("challenged"))
        )
        column = QVBoxLayout(self.notices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self.voided, self.challenges, self.unsigned):
            notice.add_button(words.DISMISS, notice.hide)
            column.addWidget(notice)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._window.doors.dialog_closed.emit())
        dialog.open()
