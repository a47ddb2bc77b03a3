"""What the preparer finds when the legal reviewer did not agree: the challenged decisions first, and a way to answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from redactor.ui import check_words
from redactor.ui.check_verbs import stand_by
from redactor.ui.comment_box import CommentBox
from redactor.ui.controls import Button, heading, plain
from redactor.ui.decisions_list import DecisionsView
from redactor.ui.menus import key_of
from redactor.ui.session import Session

_MOST_SHOWN = 240
"""Pixels: people and things stay in view below."""


class ChallengedList(QFrame):
    """Above people and things; only there while something is challenged."""

    entered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", True)
        self.view = DecisionsView(session, check_words.CHALLENGED_LIST, only=("challenged",))
        self.view.entered.connect(self.entered)
        self.setMaximumHeight(_MOST_SHOWN)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 4, 0)
        column.addWidget(self.view)
        self.hide()

    def refresh(self) -> None:
        """Show what is challenged now."""
        self.view.refresh()
        self.setVisible(bool(self.view.decisions.rows))


class AnswerBox(QFrame):
    """Above this mark, where it is challenged: what the legal reviewer said, and standing by the decision."""

    finished = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("error", True)
        self._session = session
        self.said = plain()
        self.stand_by_button = Button(check_words.STAND_BY, key_of("stand_by"))
        self.comment = CommentBox(check_words.YOUR_ANSWER, check_words.STAND_BY, check_words.ANSWER_NEEDED)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for part in (
            heading(check_words.CHALLENGED_HERE), self.said, plain(check_words.ANSWER_HOW, muted=True),
            self.stand_by_button, self.comment,
        ):  # fmt: skip
            column.addWidget(part)
        self.stand_by_button.clicked.connect(lambda _checked=False: self.ask())
        self.comment.given.connect(self._stand_by)
        self.comment.left.connect(self._leave)
        session.current_changed.connect(lambda _id: self.comment.leave())
        self.hide()

    def refresh(self) -> None:
        """Show what was said of the current mark, if it is challenged."""
        self.stand_by_button.setVisible(self.comment.isHidden())
        mark = self._session.mark
        self.setVisible(mark is not None and mark.check == "challenged")
        self.stand_by_button.setEnabled(self._session.may_change)
        self.said.setText(f"“{mark.comment}”" if mark else "")

    def ask(self) -> None:
        """Let the preparer say why they stand by it."""
        if self.isVisible():
            self.comment.ask()
            self.stand_by_button.hide()

    def _stand_by(self, comment: str) -> None:
        """For all in scope that were challenged in the same words."""
        current = self._session.mark
        alike = [m.id for m in self._session.in_scope() if m.check == "challenged" and m is not current]
        same = [id for id in alike if current and self._said_of(id) == current.comment]
        stand_by(self._session, [self._session.current, *same], comment)
        self.finished.emit()

    def _leave(self) -> None:
        self.stand_by_button.show()
        self.finished.emit()

    def _said_of(self, id: str) -> str:
        return self._session.case.marks[id].comment if self._session.case else ""
