"""Every page once from top to bottom: Space goes on, what was read is recorded, unmarked names are underlined."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from redactor.document.page import Quad
from redactor.ui import check_words
from redactor.ui.check_verbs import mark_read
from redactor.ui.controls import NARROW, Button, plain
from redactor.ui.menus import key_of
from redactor.ui.page_layout import GAP
from redactor.ui.page_view import PageView
from redactor.ui.session import Session

MOMENT = 2.0
"""Seconds below which a page with text on it was not read."""


@dataclass(slots=True)
class Visit:
    """A page (1-based) that is being read.

    Args:
        since: when it came, seconds.
        top, end: whether its first and its last line were on screen since.
    """

    page: int
    since: float
    top: bool = False
    end: bool = False

    def counts(self, now: float, *, blank: bool) -> bool:
        """Whether it may be taken as read."""
        return self.top and self.end and (blank or now - self.since >= MOMENT)


class ReadingPass(QFrame):
    """The bar above the pages while they are read, and what Space does there.

    It is there for whoever works on the case, preparer or legal reviewer; what each of them read is kept apart.
    """

    begun = Signal()
    ended = Signal()

    def __init__(
        self, session: Session, pages: PageView, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._session, self._pages, self._clock = session, pages, clock
        self._visit: Visit | None = None
        self._turning = False
        self._underlined: dict[int, tuple[Quad, ...]] = {}
        self.setProperty("notice", True)
        self.told = plain(wrap=False)
        self.advice = plain(check_words.SPACE_GOES_ON, muted=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(100)
        self.bar.setAccessibleName(check_words.READING)
        self.stop_button = Button(check_words.STOP_READING, key_of("back"))
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self._lay_out()
        pages.installEventFilter(self)
        pages.verticalScrollBar().valueChanged.connect(lambda _value: self._look())
        pages.page_changed.connect(self._scrolled_to)
        session.marks_changed.connect(lambda _ids: self._forget_words())
        session.closed.connect(self.stop)
        self.hide()

    @property
    def active(self) -> bool:
        """Whether pages are being read."""
        return self._visit is not None

    def begin(self) -> None:
        """Read on at the first page that is not read."""
        case = self._session.case
        if case is None or not self._session.role or not case.document.pages:
            return
        from redactor.marks.signing import unread

        left = unread(case, self._session.role)
        self._forget_words()
        self._pages.set_underlined(self._words)
        self.show()
        self.begun.emit()
        self._turn_to(left[0] if left else 1)
        self._pages.setFocus()
        self._session.said.emit(
            check_words.READ_ALL if not left else f"{self.told.text()}. {self.advice.text()}"
        )

    def stop(self) -> None:
        """Leave reading; what was read stays recorded."""
        if self._visit is None:
            return
        self._visit = None
        self.hide()
        self._pages.set_underlined(None)
        self.ended.emit()

    def go_on(self) -> None:
        """Scroll on in the page; at its end take it as read, and turn to the next."""
        if self._visit is None:
            return
        self._look()
        if not self._visit.end:
            self._scroll_on(self._visit.page)
        elif self._take():
            self._turn()
        else:
            self._session.said.emit(check_words.TOO_QUICK.format(page=self._visit.page))

    # Inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space and Page Down on the pages go on, as long as pages are read."""
        going = (Qt.Key.Key_Space, Qt.Key.Key_PageDown)
        if (
            self.active
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in going
            and not event.modifiers()
        ):
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window leaves out what can be missed."""
        super().resizeEvent(event)
        self.advice.setVisible(self.width() >= NARROW / 2)
        self.bar.setVisible(self.width() >= NARROW / 2)

    def _lay_out(self) -> None:
        font = self.told.font()
        font.setBold(True)
        self.told.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self.told)
        text.addWidget(self.advice)
        row.addLayout(text, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop_button)

    def _turn_to(self, page: int) -> None:
        self._visit = Visit(page, self._clock())
        self._turning = True
        self._pages.go_to_page(page)
        self._turning = False
        self._look()
        self._tell()

    def _turn(self) -> None:
        """To the next page that is not read, or end where there is none."""
        case, visit = self._session.case, self._visit
        if case is None or visit is None or not self._session.role:
            return
        from redactor.marks.signing import unread

        left = unread(case, self._session.role)
        if left:
            self._turn_to(next((page for page in left if page > visit.page), left[0]))
        else:
            self.stop()
            self._session.said.emit(check_words.READ_ALL)

    def _scrolled_to(self, page: int) -> None:
        """Another page came into the middle by scrolling: the one before it is taken as read if it was."""
        if self._visit is None or self._turning or page in (0, self._visit.page):
            return
        if page == self._visit.page + 1:
            self._take()
        self._visit = Visit(page, self._clock())
        self._look()
        self._tell()

    def _take(self) -> bool:
        """Record the page as read if it was; whether it is recorded now."""
        case, visit = self._session.case, self._visit
        if case is None or visit is None or not self._session.role:
            return False
        blank = not case.document.pages[visit.page - 1].text.strip()
        if visit.page not in case.read.by_role[self._session.role]:
            if not visit.counts(self._clock(), blank=blank):
                return False
            mark_read(self._session, [visit.page])
            self._tell()
        return True

    def _look(self) -> None:
        """Note whether the first and the last line of the page are on screen."""
        visit = self._visit
        if visit is None or visit.page > self._pages.page_count():
            return
        top = self._pages.origin(visit.page).y()
        end = top + self._pages.size_of(visit.page)[1] * self._pages.pixels_per_point()
        height = self._pages.viewport().height()
        visit.top = visit.top or -GAP <= top < height
        visit.end = visit.end or 0 < end <= height + 1

    def _scroll_on(self, page: int) -> None:
        """By almost a view, and no further than the end of the page."""
        bar, height = self._pages.verticalScrollBar(), self._pages.viewport().height()
        end = self._pages.origin(page).y() + self._pages.size_of(page)[1] * self._pages.pixels_per_point()
        self._turning = True
        bar.setValue(bar.value() + min(bar.pageStep(), max(1, round(end - height + GAP))))
        self._turning = False
        self._look()

    def _tell(self) -> None:
        case = self._session.case
        if case is None or not self._session.role:
            return
        read, pages = len(case.read.by_role[self._session.role]), len(case.document.pages)
        self.told.setText(check_words.pages_read(read, pages))
        self.bar.setRange(0, pages)
        self.bar.setValue(read)

    def _words(self, page: int) -> tuple[Quad, ...]:
        """What is underlined on a page, worked out once."""
        case = self._session.case
        if page not in self._underlined and case:
            from redactor.marks.unmarked_words import unmarked_words

            self._underlined[page] = unmarked_words(case, page)
        return self._underlined.get(page, ())

    def _forget_words(self) -> None:
        self._underlined = {}
