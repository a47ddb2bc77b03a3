"""The bottom of the window: how much is decided, the whole report as a strip of bars, the page, the zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from redactor.ui import document_words, words
from redactor.ui.controls import NARROW, Button, heading, plain
from redactor.ui.menus import key_of
from redactor.ui.pace import Pace
from redactor.ui.page_bars import DONE, DOUBTFUL_PAGE, EMPTY, WAITING, PageBars
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.overview import Overview

_SAID_FOR = 5000
"""Milliseconds that what was done stays written."""


class ProgressStrip(QFrame):
    """How far the review is."""

    page_asked = Signal(int)
    zoom_asked = Signal(int)  # 1 in, -1 out
    keys_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._session = session
        self._pace = Pace()
        self.decided = heading("", big=False)
        self.decided.setProperty("muted", False)
        self.pace = plain(muted=True, wrap=False)
        self.pace.setMinimumWidth(1)  # a long sentence must not keep the window from being narrow
        self.bars = PageBars()
        self.page = plain(wrap=False)
        self.zoom = plain("100 %", wrap=False)
        self.zoom_out = Button("−", look="flat")
        self.zoom_in = Button("+", look="flat")
        self.keys = Button(words.KEYS, "?", look="flat")
        self._forecast = ""
        self._said = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._said.timeout.connect(self._show_forecast)
        self._lay_out()
        self.bars.page_asked.connect(self.page_asked)
        self.zoom_out.clicked.connect(lambda _checked=False: self.zoom_asked.emit(-1))
        self.zoom_in.clicked.connect(lambda _checked=False: self.zoom_asked.emit(1))
        self.keys.clicked.connect(lambda _checked=False: self.keys_asked.emit())
        session.marks_changed.connect(lambda _ids: self.refresh())
        session.case_opened.connect(self.refresh)
        for changed in (session.record_changed, session.role_changed):
            changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count again."""
        case = self._session.case
        if case is None:
            return
        from redactor.marks.overview import overview

        known = overview(case)
        left = known.left
        self.bars.set_states([_state(known, page.number) for page in case.document.pages])
        self.bars.set_read(case.read.by_role[self._session.role] if self._session.role else ())
        decided = len(case.marks) - left
        self.decided.setText(words.decided_of(decided, len(case.marks)))
        self._pace.decided(decided)
        self._forecast = words.minutes_left(self._pace.minutes_for(left)) if left else ""
        if not self._said.isActive():
            self._show_forecast()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps the counts and the bars."""
        super().resizeEvent(event)
        self.pace.setVisible(self.width() >= NARROW)

    def say(self, sentence: str) -> None:
        """Show for a while what was done."""
        self.pace.setText(sentence)
        self._said.start()

    def show_page(self, page: int, pages: int) -> None:
        """Say which page is in view."""
        case = self._session.case
        told = document_words.in_document(case.document if case else None, page)
        of_all = words.PAGE_OF.format(page=page, pages=pages)
        self.page.setText(f"{of_all} · {told}" if told else of_all)
        self.bars.set_page(page, pages)

    def show_zoom(self, zoom: float) -> None:
        """Say how large the pages are."""
        self.zoom.setText(f"{round(zoom * 100)} %")

    def _show_forecast(self) -> None:
        self.pace.setText(self._forecast)

    def _lay_out(self) -> None:
        for button, text, key in (
            (self.zoom_out, words.ZOOM_OUT, key_of("zoom_out")),
            (self.zoom_in, words.ZOOM_IN, key_of("zoom_in")),
        ):
            button.setAccessibleName(text)
            button.setToolTip(f"{text}   {key}")
            button.setFixedWidth(32)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.decided)
        row.addWidget(self.bars, 1)
        row.addWidget(self.pace)  # after the bars, which must not move under the mouse when its text changes
        for widget in (self.page, self.zoom_out, self.zoom, self.zoom_in, self.keys):
            row.addWidget(widget)


def _state(known: Overview, page: int) -> int:
    if known.left_on[page]:
        return DOUBTFUL_PAGE if known.doubtful_on[page] else WAITING
    return DONE if known.any_on(page) else EMPTY
