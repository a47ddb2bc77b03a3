"""The two dialogs about the passphrase of a case: choosing one, and being asked for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from redactor.errors import RedactorError
from redactor.ui import words
from redactor.ui.choosing import choose_new_case
from redactor.ui.controls import Button
from redactor.ui.dialog_parts import (
    dialog_buttons,
    dialog_column,
    named_line,
    secret_line,
    show_box,
    trouble_line,
)

SHORTEST = 10


class KeepDialog(QDialog):
    """Where to keep a new case, under which passphrase, and who prepares it."""

    def __init__(
        self, proposed: Path, name: str, keep: Callable[[Path, str, str], None], parent: QWidget
    ) -> None:
        """`keep(path, passphrase, name)` raises RedactorError where it cannot be kept; the dialog shows why."""
        super().__init__(parent)
        self._path, self._keep = proposed, keep
        self.setWindowTitle(words.KEEP_TITLE)
        self.name = named_line(words.NAME, name)
        self.first = secret_line(words.PASSPHRASE)
        self.again = secret_line(words.PASSPHRASE_AGAIN)
        self.place = named_line(words.CASE_PLACE, str(proposed))
        self.place.setReadOnly(True)
        self.change = Button(words.CHANGE)
        self.trouble = trouble_line()
        self.accept_button = Button(words.KEEP_THIS, look="primary")
        self.decline_button = Button(words.NOT_NOW)
        self._lay_out()
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._try)
        self.name.returnPressed.connect(self.first.setFocus)
        self.change.clicked.connect(lambda _checked=False: choose_new_case(self, self._path, self._moved))
        self.accept_button.clicked.connect(lambda _checked=False: self._try())
        self.decline_button.clicked.connect(self.reject)
        self.first.setFocus()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.change)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(words.NAME, self.name)
        form.addRow(words.PASSPHRASE, self.first)
        form.addRow(words.PASSPHRASE_AGAIN, self.again)
        form.addRow("", show_box(self.first, self.again))
        form.addRow(words.CASE_PLACE, place)
        column = dialog_column(self, words.KEEP_HEADING, words.KEEP_TEXT)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addLayout(dialog_buttons(self.decline_button, self.accept_button))

    def _moved(self, path: Path) -> None:
        self._path = path
        self.place.setText(str(path))

    def _try(self) -> None:
        passphrase = self.first.text()
        if len(passphrase) < SHORTEST:
            self._complain(words.TOO_SHORT.format(count=SHORTEST), self.first)
        elif passphrase != self.again.text():
            self._complain(words.NOT_THE_SAME, self.again)
        else:
            try:
                self._keep(self._path, passphrase, self.name.text().strip())
            except RedactorError as error:
                self._complain(" ".join(words.trouble(error)), self.first)
            else:
                self.accept()

    def _complain(self, sentence: str, at: QLineEdit) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        self.adjustSize()
        at.setFocus()
        at.selectAll()


class AskDialog(QDialog):
    """Asks for the passphrase of a case until it opens."""

    def __init__(self, case: Path, open_: Callable[[str], None], parent: QWidget) -> None:
        """`open_(passphrase)` raises RedactorError where the case does not open; the dialog shows why."""
        super().__init__(parent)
        self._open = open_
        self.setWindowTitle(words.CARRY_ON_TITLE)
        self.secret = secret_line(words.PASSPHRASE)
        self.trouble = trouble_line()
        self.accept_button = Button(words.OPEN_CASE, look="primary")
        self.decline_button = Button(words.CANCEL)
        form = QFormLayout()
        form.addRow(words.PASSPHRASE, self.secret)
        form.addRow("", show_box(self.secret))
        column = dialog_column(self, words.CARRY_ON_HEADING.format(name=case.stem), words.CARRY_ON_TEXT)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addLayout(dialog_buttons(self.decline_button, self.accept_button))
        self.secret.returnPressed.connect(self._try)
        self.accept_button.clicked.connect(lambda _checked=False: self._try())
        self.decline_button.clicked.connect(self.reject)
        self.secret.setFocus()

    def _try(self) -> None:
        try:
            self._open(self.secret.text())
        except RedactorError as error:
            self.trouble.setText(" ".join(words.trouble(error)))
            self.trouble.show()
            self.adjustSize()
            self.secret.setFocus()
            self.secret.selectAll()
        else:
            self.accept()
