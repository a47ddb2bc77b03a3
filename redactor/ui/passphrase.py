"""The two dialogs about the passphrase of a case: choosing one, and being asked for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from redactor.errors import RedactorError
from redactor.ui import words
from redactor.ui.choosing import choose_new_case
from redactor.ui.controls import Button, heading, plain

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
        self.name = _line(words.NAME, name)
        self.first = _secret(words.PASSPHRASE)
        self.again = _secret(words.PASSPHRASE_AGAIN)
        self.place = _line(words.CASE_PLACE, str(proposed))
        self.place.setReadOnly(True)
        self.change = Button(words.CHANGE)
        self.trouble = _trouble()
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
        form.addRow("", _show_box(self.first, self.again))
        form.addRow(words.CASE_PLACE, place)
        column = _column(self, words.KEEP_HEADING, words.KEEP_TEXT)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addLayout(_buttons(self.decline_button, self.accept_button))

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
        self.secret = _secret(words.PASSPHRASE)
        self.trouble = _trouble()
        self.accept_button = Button(words.OPEN_CASE, look="primary")
        self.decline_button = Button(words.CANCEL)
        form = QFormLayout()
        form.addRow(words.PASSPHRASE, self.secret)
        form.addRow("", _show_box(self.secret))
        column = _column(self, words.CARRY_ON_HEADING.format(name=case.stem), words.CARRY_ON_TEXT)
        column.addLayout(form)
        column.addWidget(self.trouble)
        column.addLayout(_buttons(self.decline_button, self.accept_button))
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


def _column(dialog: QDialog, title: str, text: str) -> QVBoxLayout:
    dialog.setMinimumWidth(460)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    top = heading(title, big=True)
    top.setProperty("muted", False)
    top.setWordWrap(True)
    column.addWidget(top)
    column.addWidget(plain(text))
    return column


def _buttons(decline: Button, accept: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(decline)
    row.addWidget(accept)
    return row


def _line(name: str, text: str = "") -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(name)
    return line


def _secret(name: str) -> QLineEdit:
    line = _line(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _show_box(*lines: QLineEdit) -> QCheckBox:
    box = QCheckBox(words.SHOW_PASSPHRASE)

    def show(shown: bool) -> None:
        for line in lines:
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    box.toggled.connect(show)
    return box


def _trouble() -> QLabel:
    label = plain()
    label.setProperty("danger", True)
    label.hide()
    return label
