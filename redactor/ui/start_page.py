"""The first page: what the program does, and the three ways in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from redactor.ui import words
from redactor.ui.controls import Button, empty, heading, plain
from redactor.ui.menus import key_of

_WIDTH = 720


class StartPage(QScrollArea):
    """Shown while no case is open."""

    open_asked = Signal()
    carry_on_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(str)
    forget_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.open_button = Button(words.OPEN_DRAFT, key_of("open"), look="primary")
        self.carry_on_button = Button(words.CARRY_ON, key_of("carry_on"))
        self.sample_button = Button(words.TRY_SAMPLE)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.open_button.clicked.connect(self.open_asked)
        self.carry_on_button.clicked.connect(self.carry_on_asked)
        self.sample_button.clicked.connect(self.sample_asked)
        self.setWidget(self._page())

    def show_recent(self, cases: Sequence[Path]) -> None:
        """List the cases last worked on."""
        empty(self._recent)
        if not cases:
            return
        self._recent.addWidget(heading(words.RECENT))
        for case in cases:
            button = Button(case.stem, look="link")
            button.setToolTip(str(case))
            button.clicked.connect(lambda _checked=False, case=case: self.recent_asked.emit(str(case)))
            self._recent.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        forget = Button(words.FORGET_RECENT, look="flat")
        forget.clicked.connect(self.forget_asked)
        self._recent.addWidget(forget, alignment=Qt.AlignmentFlag.AlignLeft)

    def _page(self) -> QWidget:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._title())
        for sentence in words.WELCOME:
            column.addWidget(plain(sentence))
        column.addSpacing(8)
        column.addLayout(self._ways_in())
        column.addWidget(plain(words.DROP_HERE, muted=True))
        column.addSpacing(8)
        column.addLayout(_steps())
        column.addSpacing(8)
        column.addLayout(self._recent)
        sheet = QFrame()
        sheet.setProperty("pane", True)
        sheet.setMaximumWidth(_WIDTH)
        sheet.setLayout(column)
        column.setContentsMargins(32, 28, 32, 28)
        page = QWidget()
        around = QVBoxLayout(page)
        around.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        around.addLayout(middle)
        around.addStretch(3)
        return page

    def _title(self) -> QLabel:
        title = QLabel(words.APP)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        font.setBold(True)
        title.setFont(font)
        return title

    def _ways_in(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.open_button, self.carry_on_button, self.sample_button):
            row.addWidget(button)
        return row


def _steps() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(20)
    for title, text in words.STEPS:
        step = QVBoxLayout()
        step.setSpacing(4)
        step.addWidget(heading(title))
        step.addWidget(plain(text, muted=True))
        step.addStretch(1)
        row.addLayout(step, 1)
    return row
