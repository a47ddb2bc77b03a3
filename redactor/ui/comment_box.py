"""A few lines to say why; they cannot be left empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from redactor.ui import check_words
from redactor.ui.controls import Button, heading, plain


class CommentBox(QWidget):
    """Enter, or the button, gives what was typed; Shift+Enter begins a line; Esc leaves.

    Args:
        title: what is asked.
        action: what giving it does.
        needed: what is told where nothing was typed.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, title: str, action: str, needed: str) -> None:
        super().__init__()
        self._needed = needed
        self.text = _Text()
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(4 * self.text.fontMetrics().lineSpacing() + 12)
        self.trouble = plain()
        self.trouble.setProperty("danger", True)
        self.give_button = Button(action, "Enter", look="primary")
        self.leave_button = Button(check_words.CANCEL, "Esc")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (heading(title), self.text, self.trouble, self.give_button, self.leave_button):
            column.addWidget(part)
        self.text.entered.connect(self._give)
        self.text.escaped.connect(self._escape)
        self.give_button.clicked.connect(lambda _checked=False: self._give())
        self.leave_button.clicked.connect(lambda _checked=False: self._escape())
        self.hide()

    def ask(self) -> None:
        """Let the user type."""
        self.trouble.hide()
        self.show()
        self.text.setFocus()

    def leave(self) -> None:
        """Forget what was typed."""
        self.text.clear()
        self.trouble.hide()
        self.hide()

    def _escape(self) -> None:
        self.leave()
        self.left.emit()

    def _give(self) -> None:
        comment = " ".join(self.text.toPlainText().split())
        if comment:
            self.leave()
            self.given.emit(comment)
        else:
            self.trouble.setText(self._needed)
            self.trouble.show()
            self.text.setFocus()


class _Text(QPlainTextEdit):
    """Keeps Enter and Esc for itself."""

    entered = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif _is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _ours(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape or _is_enter(event)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
