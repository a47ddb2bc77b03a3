"""All keys on one sheet, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from redactor.ui import words
from redactor.ui.controls import Button, heading, plain
from redactor.ui.menus import MENUS, shown_key


class KeysHelp(QDialog):
    """Stays open beside the work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.KEYS_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 560)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for title, rows in _groups():
            top = heading(title)
            top.setContentsMargins(0, 10, 0, 0)
            grid.addWidget(top, grid.rowCount(), 0, 1, 2)
            for keys, text in rows:
                row = grid.rowCount()
                grid.addWidget(plain(keys, wrap=False), row, 0)
                grid.addWidget(plain(text), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(words.KEYS_TITLE)
        area.setWidget(sheet)
        close = Button(words.CLOSE, "Esc")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        area.setFocus()


def _groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """Titles with their keys and what these do."""
    groups = [
        (
            title.replace("&", ""),
            [
                (
                    words.OR.join(dict.fromkeys(shown_key(key) for key in spec.keys)),
                    spec.text.replace("&", "").rstrip("…"),
                )
                for spec in specs
                if spec.keys
            ],
        )
        for title, specs in MENUS
    ]
    return [*groups, (words.ON_THE_PAGES, list(words.PAGE_KEYS))]
