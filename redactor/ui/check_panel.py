"""The right of the window for the legal reviewer: one decision, what it applies to, agreeing and challenging."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from redactor.marks.mark import Verdict
from redactor.ui import check_words, words
from redactor.ui.about_mark import history, sentence_html
from redactor.ui.check_verbs import agree, challenge
from redactor.ui.comment_box import CommentBox
from redactor.ui.controls import Button, heading, plain
from redactor.ui.decisions_model import shown_decision
from redactor.ui.menus import key_of
from redactor.ui.scope_buttons import ScopeButtons
from redactor.ui.session import Session


class CheckPanel(QFrame):
    """Shows the current decision; what is agreed with or challenged is counted on the buttons."""

    finished = Signal()  # back to the report
    next_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", True)
        self._session = session
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.RichText)  # everything from a draft is escaped
        self.sentence.setWordWrap(True)
        self.sentence.setMargin(8)
        self.sentence.setProperty("box", True)
        self.check = plain()
        self.facts, self.why, self.said, self.history = plain(), plain(), plain(), plain(muted=True)
        self.scopes = ScopeButtons(self._session)
        self.agree_button = Button("", key_of("agree"), look="primary")
        self.agree_button.setMinimumHeight(40)
        self.challenge_button = Button("", key_of("challenge"))
        self.next_button = Button(check_words.NEXT_OPEN, key_of("next"))
        self.comment = CommentBox(
            check_words.YOUR_COMMENT, check_words.CHALLENGE_NOW, check_words.COMMENT_NEEDED
        )
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the current decision as it is now."""
        case, mark = self._session.case, self._session.mark
        self._nothing.setVisible(mark is None)
        self._body.setVisible(mark is not None)
        if case is None or mark is None:
            return
        shown = shown_decision(case, mark)
        self.sentence.setText(sentence_html(case.document.text, mark))
        self.facts.setText(shown.facts)
        self.why.setText(words.why(mark.because, mark.score, by_hand=mark.by_hand))
        self.said.setText(mark.comment)
        for part in (self.said, self._said_head):
            part.setVisible(bool(mark.comment))
        self.check.setText(check_words.MARKS[mark.check] or check_words.NOT_AGREED_YET)
        self.history.setText("\n".join(history(case, mark)))
        self.scopes.show_scope(mark)
        ids = self._ids()
        self.agree_button.say(check_words.agree_button(len(ids)))
        self.challenge_button.say(check_words.challenge_button(len(ids)))
        for button in (self.agree_button, self.challenge_button):
            button.setEnabled(bool(ids) and self._session.may_change)

    def agree(self) -> None:
        """Agree with the decisions in scope, and go to the next to look at."""
        if ids := self._ids():
            agree(self._session, ids)
            self.next_asked.emit()

    def ask_challenge(self) -> None:
        """Let the user say why the decisions in scope are challenged."""
        if self._ids():
            self.comment.ask()

    def _ids(self) -> list[str]:
        """Decisions that the scope holds; what is not decided yet cannot be checked."""
        return [mark.id for mark in self._session.in_scope() if mark.verdict is not Verdict.UNDECIDED]

    def _challenge(self, comment: str) -> None:
        challenge(self._session, self._ids(), comment)
        self.finished.emit()

    def _lay_out(self) -> None:
        title = heading(check_words.THIS_DECISION, big=True)
        title.setProperty("muted", False)
        self._nothing = plain(check_words.NO_DECISION, muted=True)
        self._said_head = heading(check_words.SAID)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for part in (
            self.sentence, heading(check_words.DECIDED), self.facts, self.check,
            heading(check_words.WHY_SUGGESTED), self.why, self._said_head, self.said, heading(words.APPLIES_TO),
        ):  # fmt: skip
            inner.addWidget(part)
        inner.addLayout(self.scopes)
        for control in (self.agree_button, self.challenge_button, self.comment, self.next_button):
            inner.addWidget(control)
        inner.addWidget(heading(words.HISTORY))
        inner.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._nothing)
        column.addWidget(self._body)
        column.addStretch(1)
        self.setFocusProxy(self.agree_button)

    def _connect(self) -> None:
        session = self._session
        self.agree_button.clicked.connect(lambda _checked=False: self.agree())
        self.challenge_button.clicked.connect(lambda _checked=False: self.ask_challenge())
        self.next_button.clicked.connect(lambda _checked=False: self.next_asked.emit())
        self.comment.given.connect(self._challenge)
        self.comment.left.connect(self.finished)
        session.current_changed.connect(lambda _id: self.comment.leave())
