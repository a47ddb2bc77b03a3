"""What there is to know of the current mark and to change about it: why, label, role, reason, kind, comment, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from redactor.marks.mark import Mark, Verdict
from redactor.marks.reasons import usual
from redactor.ui import people_words, settings_words, words
from redactor.ui.about_mark import history
from redactor.ui.controls import Choice, heading, plain
from redactor.ui.menus import key_of
from redactor.ui.people_verbs import set_comment, set_role
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case

_MOST_HISTORY = 6


class Field(QLineEdit):
    """A line to type in. Enter, or leaving it, takes what was typed; Esc takes it back."""

    given = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._before = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._give)
        self.returnPressed.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show what is so now, unless the user is just typing."""
        if not self.hasFocus():
            self._before = text
            self.setText(text)
            self.setCursorPosition(0)

    def ask(self) -> None:
        """Let the user type."""
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this field."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.setText(self._before)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self.text() != self._before:
            self._before = self.text()
            self.given.emit(self.text())


class MarkDetails(QWidget):
    """Fields for the current mark of the session."""

    finished = Signal()  # something was given: back to the report

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.because = plain(muted=True)
        self.label = Field(words.PUBLISHES_AS, words.BLACK_BOX)
        self.label.setProperty("label", True)
        self.role = Field(people_words.ROLE, people_words.NO_ROLE)
        self.worded = plain(muted=True)
        self.reason = Choice(words.REASONS)
        self.reason.setAccessibleName(words.REASON)
        self.kind = Choice(words.TYPES)
        self.kind.setAccessibleName(words.KIND)
        self.comment = Field(people_words.COMMENT, people_words.COMMENT_HERE)
        self._history = plain(muted=True)
        self._lay_out()
        self._connect()

    def show_mark(self, mark: Mark, case: Case) -> None:
        """Show what is so now."""
        self.because.setText(words.why(mark.because, mark.score, by_hand=mark.by_hand))
        self.label.show_text(case.labels.get(mark.entity, ""))
        may = self._session.may_decide
        self.label.setEnabled(may and mark.area is None)
        for control in (self.role, self.kind, self.comment):
            control.setEnabled(may)
        self.role.show_text(case.roles.get(mark.entity, ""))
        self.comment.show_text(mark.comment)
        self._show_worded(mark, case)
        self.reason.choose(mark.reason or usual(mark.type))
        self.reason.setEnabled(may and mark.verdict is not Verdict.KEEP)
        self.kind.choose(mark.type)
        self._history.setText("\n".join(history(case, mark)[-_MOST_HISTORY:]))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addLayout(_under(words.BECAUSE, "", self.because))
        column.addLayout(
            _beside(
                _under(words.PUBLISHES_AS, key_of("label"), self.label),
                _under(people_words.ROLE, key_of("role"), self.role),
            )
        )
        column.addWidget(self.worded)
        column.addLayout(
            _beside(
                _under(words.REASON, key_of("reason"), self.reason),
                _under(words.KIND, key_of("retype"), self.kind),
            )
        )
        column.addLayout(_under(people_words.COMMENT, key_of("comment"), self.comment))
        column.addLayout(_under(words.HISTORY, "", self._history))
        column.addStretch(1)

    def _connect(self) -> None:
        session = self._session
        self.label.given.connect(session.relabel)
        self.role.given.connect(lambda text: set_role(session, text))
        self.comment.given.connect(lambda text: set_comment(session, text))
        for field in (self.label, self.role, self.comment):
            field.left.connect(self.finished)
        self.reason.chosen_by_user.connect(session.set_reason)
        self.kind.chosen_by_user.connect(session.retype)
        for choice in (self.reason, self.kind):
            choice.chosen_by_user.connect(lambda _code: self.finished.emit())

    def _show_worded(self, mark: Mark, case: Case) -> None:
        """Tell what the settings of the case make of a date or an age."""
        from redactor.publish.instead import Instead

        instead = Instead(case)
        label = instead.label(mark)
        told = settings_words.PUBLISHED_AS.format(label=label)
        if label == case.labels.get(mark.entity, ""):
            told = ""
        self.worded.setText(settings_words.STAYS if instead.stays(mark) else told)
        self.worded.setVisible(bool(self.worded.text()))


def headed(text: str, key: str) -> QHBoxLayout:
    """A heading, and at the right the key that leads to what stands below it."""
    row = QHBoxLayout()
    row.addWidget(heading(text))
    row.addStretch(1)
    row.addWidget(plain(key, muted=True, wrap=False))
    return row


def _under(text: str, key: str, control: QWidget) -> QVBoxLayout:
    """A control under its heading."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addLayout(headed(text, key))
    column.addWidget(control)
    return column


def _beside(*columns: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for column in columns:
        row.addLayout(column, 1)
    return row


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
