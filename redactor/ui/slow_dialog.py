"""A dialog that does something of a second or two to the case file, and says how it ended."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QProgressBar, QWidget

from redactor.errors import RedactorError
from redactor.ui import words
from redactor.ui.aside import Aside, Work
from redactor.ui.controls import FRAME, Button
from redactor.ui.dialog_parts import dialog_buttons, dialog_column, trouble_line
from redactor.ui.passphrase import SHORTEST

_WIDTH = 580
"""Pixels: as wide as a small screen at twice the usual size has room for, so that it need not be high."""


class SlowDialog(QDialog):
    """While it works it can neither be changed nor closed; the case is not touched by anything else then."""

    def __init__(self, title: str, texts: tuple[str, str, str], parent: QWidget) -> None:
        """`texts`: its heading, what it is about, and what its button does."""
        super().__init__(parent)
        self.setWindowTitle(title)
        heading, about, verb = texts
        self._aside = Aside(self)
        self._working = False
        self.fields = QWidget()
        self.form = QFormLayout(self.fields)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.trouble = trouble_line()
        self.accept_button = Button(verb, look="primary")
        self.decline_button = Button(words.CANCEL)
        self._column = column = dialog_column(self, heading, about)
        column.setSpacing(8)
        self.setMinimumWidth(min(_WIDTH, parent.screen().availableSize().width() - FRAME.width()))
        for part in (self.fields, self.bar, self.trouble):
            column.addWidget(part)
        column.addLayout(dialog_buttons(self.decline_button, self.accept_button))
        self.accept_button.clicked.connect(lambda _checked=False: self.attempt())
        self.decline_button.clicked.connect(self.reject)

    def attempt(self) -> None:
        """Do it, if everything is given; each dialog says what."""

    def over(self, result: Any) -> None:
        """It is done; each dialog tells what came of it."""

    def start(self, work: Work, note: str) -> None:
        """Do `work` in a thread, then call `over` with its result and close; or say why it could not be done."""
        self._set_working(working=True)
        self.bar.setAccessibleName(note)
        self.trouble.hide()
        self._aside.run(work, done=self._done, failed=self._failed)

    def new_passphrase(self, first: QLineEdit, again: QLineEdit) -> str:
        """A passphrase that was typed twice; "" where it is too short or not twice the same, which is said."""
        if len(first.text()) < SHORTEST:
            self.complain(words.TOO_SHORT.format(count=SHORTEST), first)
        elif first.text() != again.text():
            self.complain(words.NOT_THE_SAME, again)
        else:
            return first.text()
        return ""

    def complain(self, sentence: str, at: QWidget | None = None) -> None:
        """Say what is wrong, and lead there."""
        self.trouble.setText(sentence)
        self.trouble.show()
        self.adjustSize()
        if at:
            at.setFocus()
        if isinstance(at, QLineEdit):
            at.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """All fields are seen, though a dialog is at first given two thirds of the screen at most."""
        wanted = QSize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        super().showEvent(event)

    def reject(self) -> None:
        """Not while it works."""
        if not self._working:
            super().reject()

    def _done(self, result: Any) -> None:
        self._set_working(working=False)
        self.accept()
        self.over(result)

    def _failed(self, error: RedactorError) -> None:
        self._set_working(working=False)
        fields = self.fields.findChildren(QLineEdit)
        self.complain(" ".join(words.trouble(error)), fields[0] if fields else self.accept_button)

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.bar.setVisible(working)
        for part in (self.fields, self.accept_button, self.decline_button):
            part.setDisabled(working)
