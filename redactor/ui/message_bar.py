"""A strip below the top bar that says what happened or what goes on, and never stands in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from redactor.ui import words
from redactor.ui.controls import Button, plain


class Notice(QFrame):
    """One strip: a sentence, perhaps advice below it, and buttons.

    Args:
        look: "notice" or "error".
    """

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(look, True)
        self.sentence = plain()
        self.advice = plain(muted=look != "error")
        self._buttons = QHBoxLayout()
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self.sentence)
        text.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addLayout(text, 1)
        row.addLayout(self._buttons)
        if look == "error":
            font = self.sentence.font()
            font.setBold(True)
            self.sentence.setFont(font)
        self.hide()

    def add_button(self, text: str, call: Callable[[], object]) -> Button:
        """A button at the right."""
        button = Button(text)
        button.clicked.connect(lambda _checked=False: call())
        self._buttons.addWidget(button)
        return button

    def say(self, sentence: str, advice: str = "") -> None:
        """Show a sentence, and let a screen reader say it."""
        self.sentence.setText(sentence)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{sentence} {advice}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class Working(QFrame):
    """What long work is doing, how far it is, and the button that stops it."""

    def __init__(self, stop: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self.note = QLabel()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.stop_button = Button(words.STOP)
        self.stop_button.clicked.connect(lambda _checked=False: stop())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self.note, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop_button)
        self.hide()

    def tell(self, done: int, total: int, note: str) -> None:
        """Show how far the work is; `total` 0 where nobody knows."""
        self.note.setText(f"{note}…" if note and not note.endswith("…") else note)
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(min(done, total))
        self.bar.setAccessibleName(note)
        self.show()
