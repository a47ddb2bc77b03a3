"""The bottom of the window: how much is decided, the whole report as a strip of bars, the page, the zoom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from redactor.ui import document_words, words
from redactor.ui.controls import NARROW, Button, heading, plain
from redactor.ui.menus import key_of
from redactor.ui.pace import Pace
from redactor.ui.session import Session
from redactor.ui.theme import colours

if TYPE_CHECKING:
    from redactor.marks.overview import Overview

_SAID_FOR = 5000
"""Milliseconds that what was done stays written."""
EMPTY, DONE, WAITING, DOUBTFUL_PAGE = range(4)


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
        row.addWidget(self.pace)
        row.addWidget(self.bars, 1)
        for widget in (self.page, self.zoom_out, self.zoom, self.zoom_in, self.keys):
            row.addWidget(widget)


def _state(known: Overview, page: int) -> int:
    if known.left_on[page]:
        return DOUBTFUL_PAGE if known.doubtful_on[page] else WAITING
    return DONE if known.any_on(page) else EMPTY


class PageBars(QWidget):
    """One bar a page: low where all is decided, full where something is to decide, with a dot where it is doubtful."""

    page_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: list[int] = []
        self._read: frozenset[int] = frozenset()
        self._page = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.setToolTip(words.BARS)

    def sizeHint(self) -> QSize:
        return QSize(300, 32)

    def set_states(self, states: list[int]) -> None:
        """One state for each page."""
        self._states = states
        self._name()
        self.update()

    def set_read(self, pages: Iterable[int]) -> None:
        """The pages (1-based) that whoever works here has read: they are underlined."""
        self._read = frozenset(pages)
        self._name()
        self.update()

    def set_page(self, page: int, pages: int) -> None:
        """The page (1-based) in view, of all."""
        self._page = page
        if len(self._states) != pages:
            self._states = [EMPTY] * pages
        self._name()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = colours()
        fill = {
            EMPTY: scheme.line,
            DONE: scheme.done,
            WAITING: scheme.waiting,
            DOUBTFUL_PAGE: scheme.doubtful,
        }
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for page, state in enumerate(self._states, 1):
            bar = self._bar(page)
            if state < WAITING:
                bar.setTop(bar.bottom() - bar.height() * (0.25 if state == EMPTY else 0.5))
            painter.fillRect(bar, QColor(fill[state]))
            if state == DOUBTFUL_PAGE:
                dot = min(bar.width(), 4.0)
                painter.fillRect(
                    QRectF(bar.center().x() - dot / 2, bar.top() + 3, dot, dot), QColor(scheme.ink)
                )
            if page in self._read:
                painter.fillRect(QRectF(bar.left(), bar.bottom() + 2, bar.width(), 3), QColor(scheme.accent))
        if self._states:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(self._bar(self._page).adjusted(-2, -3, 2, 3), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask(1 + int(event.position().x() / self._step()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = {
            Qt.Key.Key_Left: self._page - 1,
            Qt.Key.Key_Right: self._page + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: len(self._states),
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._ask(target)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _ask(self, page: int) -> None:
        if self._states:
            self.page_asked.emit(max(1, min(page, len(self._states))))

    def _step(self) -> float:
        return min(8.0, (self.width() - 6) / max(1, len(self._states)))

    def _bar(self, page: int) -> QRectF:
        step = self._step()
        return QRectF(3 + (page - 1) * step, 6, max(1.0, step - (2 if step > 4 else 0)), self.height() - 12)

    def _name(self) -> None:
        left = sum(state >= WAITING for state in self._states)
        self.setAccessibleName(words.bars_spoken(self._page, len(self._states), left, len(self._read)))
