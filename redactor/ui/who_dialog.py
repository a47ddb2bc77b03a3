"""Asks who works on the case that is open, and as what."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from redactor.marks.signing import ROLES
from redactor.ui import check_words, words
from redactor.ui.controls import Button, heading, plain
from redactor.ui.session import Session


class WhoDialog(QDialog):
    """A name, and what this person works as; neither is assumed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(check_words.WHO_TITLE)
        self.setMinimumWidth(460)
        self.name = QLineEdit(session.preferences.name)
        self.name.setAccessibleName(words.NAME)
        self.roles = {role: QRadioButton(check_words.ROLE_TEXTS[role]) for role in ROLES}
        if session.role:
            self.roles[session.role].setChecked(True)
        self.trouble = plain()
        self.trouble.setProperty("danger", True)
        self.trouble.hide()
        self.accept_button = Button(check_words.BEGIN, look="primary")
        self.cancel_button = Button(check_words.CANCEL, "Esc")
        self._lay_out()
        self.name.returnPressed.connect(self._try)
        self.accept_button.clicked.connect(lambda _checked=False: self._try())
        self.cancel_button.clicked.connect(lambda _checked=False: self.reject())
        session.closed.connect(self.reject)
        self.accept_button.setDefault(True)
        next((b for b in self.roles.values() if b.isChecked()), self.roles["preparer"]).setFocus()

    def _lay_out(self) -> None:
        top = heading(check_words.WHO_TITLE, big=True)
        top.setProperty("muted", False)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(words.NAME, self.name)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (top, plain(check_words.WHO_TEXT)):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(heading(check_words.WORK_AS))
        for button in self.roles.values():
            column.addWidget(button)
        column.addWidget(self.trouble)
        column.addLayout(buttons)

    def _try(self) -> None:
        name = self.name.text().strip()
        role = next((role for role, button in self.roles.items() if button.isChecked()), None)
        if not name:
            self._complain(check_words.NEEDS_NAME, self.name)
        elif role is None:
            self._complain(check_words.NEEDS_ROLE, self.roles["preparer"])
        else:
            self.accept()
            self._session.set_preparer(name)
            self._session.set_role(role)

    def _complain(self, sentence: str, at: QWidget) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        at.setFocus()
