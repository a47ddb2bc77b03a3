"""What the small dialogs are made of: a title and a text, lines to type in, buttons, and where trouble is told."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from redactor.ui import words
from redactor.ui.controls import Button, heading, plain


def dialog_column(dialog: QDialog, title: str, text: str) -> QVBoxLayout:
    """The column of a dialog, with its title and what it is for."""
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


def dialog_buttons(decline: Button, accept: Button) -> QHBoxLayout:
    """The buttons at the foot of a dialog."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(decline)
    row.addWidget(accept)
    return row


def named_line(name: str, text: str = "") -> QLineEdit:
    """A line to type in, that a screen reader names."""
    line = QLineEdit(text)
    line.setAccessibleName(name)
    return line


def secret_line(name: str) -> QLineEdit:
    """The same for a passphrase."""
    line = named_line(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def show_box(*lines: QLineEdit) -> QCheckBox:
    """Whether passphrases are shown as they are typed."""
    box = QCheckBox(words.SHOW_PASSPHRASE)

    def show(shown: bool) -> None:
        for line in lines:
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    box.toggled.connect(show)
    return box


def trouble_line() -> QLabel:
    """Where a dialog says what is wrong; hidden until it is."""
    label = plain()
    label.setProperty("danger", True)
    label.hide()
    return label
