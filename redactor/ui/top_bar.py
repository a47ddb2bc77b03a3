"""The top of the window: which case this is, whether it is kept and signed, who works on it, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from redactor.ui import check_words, words
from redactor.ui.controls import NARROW, Button, heading, plain
from redactor.ui.menus import key_of

_LONGEST_TITLE, _BUTTONS = 420, 450
"""Pixels."""


class TopBar(QFrame):
    """Title, what is kept, who signed, name, sign, preview, publish."""

    name_asked = Signal()
    sign_asked = Signal()
    preview_asked = Signal()
    publish_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._title = ""
        self.title = heading("", big=True)
        self.title.setProperty("muted", False)
        self.kept = plain(muted=True, wrap=False)
        self.signed = plain(muted=True, wrap=False)
        self.name = Button(look="flat")
        self.sign = Button(check_words.SIGN, key_of("sign"))
        self.preview = Button(words.PREVIEW, key_of("preview"))
        self.publish = Button(words.PUBLISH, key_of("publish"), look="primary")
        self.name.clicked.connect(self.name_asked)
        self.sign.clicked.connect(self.sign_asked)
        self.preview.clicked.connect(self.preview_asked)
        self.publish.clicked.connect(self.publish_asked)
        for part in (self.title, self.name):
            part.setMinimumWidth(40)  # so that the window can be made narrow at once
        told = QVBoxLayout()
        told.setSpacing(0)
        for label in (self.kept, self.signed):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setMinimumWidth(40)
            told.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addLayout(told, 100)
        row.addStretch(1)
        row.addWidget(self.name)
        row.addWidget(self.sign)
        row.addWidget(self.preview)
        row.addWidget(self.publish)

    def show_case(self, title: str, kept: str) -> None:
        """Say which case is open and whether it is kept."""
        self._title = title
        self._cut_title()
        self.title.setToolTip(title)
        self.kept.setText(kept)
        self.kept.setToolTip(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps the title and the ways out."""
        super().resizeEvent(event)
        for label in (self.kept, self.signed, self.name):
            label.setVisible(self.width() >= NARROW)
        self._cut_title()

    def _cut_title(self) -> None:
        room = min(_LONGEST_TITLE, self.width() - _BUTTONS)
        self.title.setText(
            self.title.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideMiddle, room)
        )

    def show_name(self, name: str, role: str) -> None:
        """Say who works here, and as what."""
        self.name.say(check_words.working(name, role))

    def show_signed(self, told: str) -> None:
        """Say who signed."""
        self.signed.setText(told)
        self.signed.setToolTip(told)
