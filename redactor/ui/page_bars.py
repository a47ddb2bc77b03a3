"""The whole report as a strip of bars, one a page: what is decided, what is not, what was read."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from redactor.marks.runs import stretches
from redactor.ui import words
from redactor.ui.theme import Colours, colours

EMPTY, DONE, WAITING, DOUBTFUL_PAGE = range(4)
Bar = tuple[int, bool]
"""The state of a page, and whether it was read."""
_NO_GAP = 4
"""Pixels for a page up to which its bar touches the next."""
_MOST_RUNS = 40
"""Where more of them changed here and there, all bars are drawn."""


class PageBars(QWidget):
    """One bar a page: low where all is decided, full where something is to decide, with a dot where it is doubtful."""

    page_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: list[int] = []
        self._read: frozenset[int] = frozenset()
        self._page = 1
        self._picture = QPixmap()
        self._drawn: list[Bar | None] = []  # the bars as they are in the picture
        self._drawn_for: tuple[object, ...] = ()  # colours and sizes of the picture
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self.setToolTip(words.BARS)

    def sizeHint(self) -> QSize:
        return QSize(300, 32)

    def set_states(self, states: list[int]) -> None:
        """One state for each page."""
        if states != self._states:
            self._states = states
            self._name()
            self.update()

    def set_read(self, pages: Iterable[int]) -> None:
        """The pages (1-based) that whoever works here has read: they are underlined."""
        read = frozenset(pages)
        if read != self._read:
            self._read = read
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
        self._bring_up_to_date()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().accent), 2))
        if self._states:
            painter.drawRoundedRect(self._bar(self._page).adjusted(-2, -3, 2, 3), 2, 2)
        if self.hasFocus():
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
        return QRectF(
            3 + (page - 1) * step, 6, max(1.0, step - (2 if step > _NO_GAP else 0)), self.height() - 12
        )

    def _bring_up_to_date(self) -> None:
        """Draw the bars that are not as the picture shows them: of a thousand pages a decision changes a few."""
        scheme, ratio = colours(), self.devicePixelRatioF()
        bars = [self._look(page) for page in range(1, len(self._states) + 1)]
        drawn_for = (scheme, ratio, self.width(), self.height(), len(bars))
        if drawn_for != self._drawn_for:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._drawn_for, self._drawn = drawn_for, [None] * len(bars)
        changed = [
            page for page, (was, bar) in enumerate(zip(self._drawn, bars, strict=True), 1) if was != bar
        ]
        if not changed:
            return
        self._drawn = list(bars)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        runs = stretches(changed)
        for first, last in runs if len(runs) <= _MOST_RUNS else [(1, len(bars))]:
            self._draw_again(painter, first, last, scheme)
        painter.end()

    def _draw_again(self, painter: QPainter, first: int, last: int, scheme: Colours) -> None:
        """Draw the bars of these pages, and those that reach into their place where bars are narrower than a pixel."""
        left, right = math.floor(self._bar(first).left()), math.ceil(self._bar(last).right())
        painter.setClipRect(QRectF(left, 0, right - left, self.height()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(QRectF(left, 0, right - left, self.height()), Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        around = math.ceil(2 / self._step())
        pages = range(max(1, first - around), min(len(self._states), last + around) + 1)
        touching = self._step() <= _NO_GAP  # those that look alike are drawn as one
        for _, alike in groupby(pages, key=lambda page: (self._look(page), 0 if touching else page)):
            beside = list(alike)
            self._draw_bars(painter, beside[0], beside[-1], scheme)

    def _look(self, page: int) -> Bar:
        return self._states[page - 1], page in self._read

    def _draw_bars(self, painter: QPainter, first: int, last: int, scheme: Colours) -> None:
        """Draw the bars from one page to another, which all look alike."""
        fill = {
            EMPTY: scheme.line,
            DONE: scheme.done,
            WAITING: scheme.waiting,
            DOUBTFUL_PAGE: scheme.doubtful,
        }
        one, bar, (state, read) = (
            self._bar(first),
            self._bar(first).united(self._bar(last)),
            self._look(first),
        )
        if read:
            painter.fillRect(QRectF(bar.left(), bar.bottom() + 2, bar.width(), 3), QColor(scheme.accent))
        if state < WAITING:
            bar.setTop(bar.bottom() - bar.height() * (0.25 if state == EMPTY else 0.5))
        painter.fillRect(bar, QColor(fill[state]))
        if state == DOUBTFUL_PAGE:
            dot = min(one.width(), 4.0)
            inset = (one.width() - dot) / 2
            painter.fillRect(
                QRectF(bar.left() + inset, bar.top() + 3, bar.width() - 2 * inset, dot), QColor(scheme.ink)
            )

    def _name(self) -> None:
        left = sum(state >= WAITING for state in self._states)
        self.setAccessibleName(words.bars_spoken(self._page, len(self._states), left, len(self._read)))
