"""The review screen: people and things, the report, this mark, and how far it is; each follows the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from redactor.ui import words
from redactor.ui.carrying_on import remember
from redactor.ui.controls import NARROW
from redactor.ui.page_drawing import drawer
from redactor.ui.page_view import Mode, PageView
from redactor.ui.session import Session

if TYPE_CHECKING:  # what stands round the pages loads with it
    from redactor.findings.finding import Finding
    from redactor.marks.case import Case
    from redactor.marks.mark import Area
    from redactor.ui.by_hand import Span
    from redactor.ui.panes import Panes

_AFTER_FIRST_PAGE = 150
"""Milliseconds until what stands round the pages is built, where nothing asks for it sooner."""
_LOW = 24
"""Lines of text: what the panel needs down to its big button, and how far it is."""

_MANY = 100
"""Marks of which more changed than this stand, as far as matters here, on all pages."""


class ReviewScreen(QWidget):
    """Four places, one job each. The pages come first; what stands round them is built when it is first needed."""

    keys_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._panes: Panes | None = None
        self._pages_first = False
        self._beside: tuple[QWidget | None, QWidget | None] = (None, None)
        self.pages = PageView()
        self._lay_out()
        self._listen_to_session()
        self.pages.mark_pressed.connect(session.go_to)
        self.pages.area_drawn.connect(self._area_drawn)
        self.pages.page_changed.connect(lambda page: remember(session.case, page))

    @property
    def panes(self) -> Panes:
        """People and things, the find bar, this mark, and how far it is."""
        if self._panes is None:
            from redactor.ui.panes import Panes

            self._panes = Panes(self._session)
            self._left.addWidget(self._panes.things)
            self._middle_column.addWidget(self._panes.offer)
            self._middle_column.addWidget(self._panes.find_bar)
            self._right.addWidget(self._panes.panel, 1)
            self._foot.addWidget(self._panes.strip)
            self._listen_to_panes(self._panes)
            self._panes.things.refresh()
            self._panes.strip.refresh()
            self._show_beside()
        return self._panes

    def put_beside(self, left: QWidget | None, right: QWidget | None) -> None:
        """Show these in place of people and things and of this mark; None brings those back."""
        for old, new, column in ((self._beside[0], left, self._left), (self._beside[1], right, self._right)):
            if old and old is not new:
                old.hide()
            if new and column.indexOf(new) < 0:
                column.addWidget(new, 1)
        self._beside = (left, right)
        self._show_beside()

    def put_pages_first(self, first: bool) -> None:
        """Whether a narrow window gives all its room to the report."""
        self._pages_first = first
        self._make_room(for_things=False)

    def put_above(
        self, *, things: QWidget | None = None, pages: QWidget | None = None, panel: QWidget | None = None
    ) -> None:
        """Put something at the top of one of the places, for good; it shows and hides itself."""
        for widget, column in ((things, self._left), (pages, self._middle_column), (panel, self._right)):
            if widget:
                column.insertWidget(0, widget)

    # What the window's actions ask for

    def mark_selected(self) -> None:
        """Mark the selected words by hand."""
        case, selected = self._session.case, self.pages.selected()
        if case is None or selected is None:
            self._session.said.emit(words.NOTHING_SELECTED)
            return
        start, end = _trimmed(case.document.text, *selected)
        if start < end:
            from redactor.ui.by_hand import likely

            kind, entity = likely(case, case.document.text[start:end])
            self.pages.clear_selection()
            self._session.add([(start, end)], kind, entity)
            if mark := self._session.mark:
                self.panes.offer.look_for(mark)

    def draw_area(self) -> None:
        """Let the user draw an area; asked again, stop that."""
        drawing = self.pages.mode() == Mode.AREA
        self.pages.set_mode(Mode.SELECT if drawing else Mode.AREA)
        self.pages.setFocus()
        if not drawing:
            self._session.said.emit(words.DRAW_NOW)

    def ask_find(self) -> None:
        """Find words: those selected, if any are."""
        case, selected = self._session.case, self.pages.selected()
        self.panes.find_bar.ask(case.document.text[slice(*selected)] if case and selected else "")

    def go_back(self) -> None:
        """Esc: leave what is open, and come back to the report."""
        self.panes.offer.leave()
        if not self.panes.find_bar.isHidden():
            self.panes.find_bar.leave()
        if self.pages.mode() == Mode.AREA:
            self.pages.set_mode(Mode.SELECT)
        self.pages.setFocus()

    def places(self) -> tuple[QWidget, ...]:
        """The four places, by the control that takes the focus in each."""
        panes, (left, right) = self.panes, self._beside
        return (left or panes.things.view, self.pages, right or panes.panel.confirm, panes.strip.bars)

    def go_to_place(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) of the four places."""
        panes = self.panes
        areas = (self._things_area, self._middle, self._panel_place, panes.strip)
        focus = self.focusWidget()
        here = next((i for i, area in enumerate(areas) if focus and area.isAncestorOf(focus)), 1)
        there = (here + step) % len(areas)
        self._make_room(for_things=areas[there] is self._things_area)
        self.places()[there].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has room for one of the side panes."""
        super().resizeEvent(event)
        self._make_room(for_things=False)
        self._pin_confirm()

    # Inside

    def _show_beside(self) -> None:
        left, right = self._beside
        if self._panes:
            self._panes.things.setVisible(left is None)
            self._panes.panel.setVisible(right is None)
        for widget in filter(None, self._beside):
            widget.show()
        self._pin_confirm()

    def _pin_confirm(self) -> None:
        """In a low window the panel is scrolled, but never the button that decides."""
        low = self.height() < _LOW * self.fontMetrics().lineSpacing()
        if self._panes:
            self._panes.panel.lend_confirm(self._pinned.layout() if low else None)
            self._pinned.setVisible(low and self._beside[1] is None)

    def _make_room(self, *, for_things: bool) -> None:
        narrow = self.width() < NARROW
        self._things_area.setVisible(for_things or not narrow)
        self._panel_place.setVisible(not (narrow and (for_things or self._pages_first)))

    def _lay_out(self) -> None:
        self._things_area, self._middle, foot = QWidget(), QWidget(), QWidget()
        self._left, self._middle_column, self._foot = map(_column, (self._things_area, self._middle, foot))
        self._middle_column.addWidget(self.pages, 1)
        self._panel_area, sheet = QScrollArea(), QWidget()
        self._right = _column(sheet)
        self._panel_area.setWidget(sheet)
        self._panel_area.setWidgetResizable(True)
        self._panel_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panel_area.setFrameStyle(QFrame.Shape.NoFrame)
        self._panel_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel_place, self._pinned = QWidget(), QFrame()
        self._pinned.setProperty("pane", True)
        beside = _column(self._panel_place)
        beside.addWidget(self._panel_area, 1)
        beside.addWidget(self._pinned)
        _column(self._pinned).setContentsMargins(12, 4, 12, 4)
        self._pinned.hide()
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        for place in (self._things_area, self._middle, self._panel_place):
            self.splitter.addWidget(place)
            self.splitter.setStretchFactor(self.splitter.count() - 1, int(place is self._middle))
        self.splitter.setSizes([288, 612, 380])
        self.splitter.setCollapsible(1, False)
        column = _column(self)
        column.addWidget(self.splitter, 1)
        column.addWidget(foot)

    def _listen_to_session(self) -> None:
        session = self._session
        session.draft_opened.connect(self.begin)
        session.pages_known.connect(self._show_pages)
        session.page_asked.connect(self.pages.go_to_page)
        session.case_opened.connect(self._show_case)
        session.documents_changed.connect(self._show_case)
        session.suggestions_arrived.connect(self._show_provisional)
        session.suggestions_complete.connect(self._show_marks)
        session.marks_changed.connect(self._marks_changed)
        session.style_changed.connect(self._show_marks)
        session.current_changed.connect(self._show_current)

    def _listen_to_panes(self, panes: Panes) -> None:
        self.pages.page_changed.connect(lambda page: panes.strip.show_page(page, self.pages.page_count()))
        self.pages.zoom_changed.connect(panes.strip.show_zoom)
        panes.strip.show_page(self.pages.page(), self.pages.page_count())
        panes.strip.show_zoom(self.pages.zoom())
        panes.strip.page_asked.connect(self.pages.go_to_page)
        panes.strip.zoom_asked.connect(
            lambda step: self.pages.zoom_in() if step > 0 else self.pages.zoom_out()
        )
        panes.strip.keys_asked.connect(self.keys_asked)
        panes.find_bar.found_changed.connect(self._show_found)
        panes.find_bar.shown_one.connect(self._reveal)
        panes.find_bar.finished.connect(self.pages.setFocus)
        panes.panel.finished.connect(self.pages.setFocus)

    def begin(self, _name: str) -> None:
        """Show nothing yet: a draft is about to be read."""
        self.pages.set_document(None)
        self.pages.set_marks([])
        self.pages.set_current(None)
        self.pages.show_pages([])
        self.pages.set_drawer(None)
        if self._panes:
            self._panes.things.filter.clear()
            self._panes.things.refresh()
        else:
            QTimer.singleShot(_AFTER_FIRST_PAGE, self, lambda: self.panes)
        self.pages.setFocus()

    def _show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        page = self.pages.page()
        self.pages.set_drawer(drawer(self._session.desk, "draft"))
        self.pages.show_pages(sizes)
        self.pages.fit_width()
        if page > 1:  # those of a case are known before its file is drawn
            self.pages.go_to_page(page)
        if self._panes:
            self._panes.strip.show_page(self.pages.page(), len(sizes))
            self._panes.strip.show_zoom(self.pages.zoom())

    def _show_case(self) -> None:
        self.panes.strip.refresh()
        if case := self._session.case:
            self.pages.set_document(case.document)
            self.pages.show_pages([(page.width, page.height) for page in case.document.pages])
            self._draw_marks(case)
            self.panes.strip.show_page(self.pages.page(), self.pages.page_count())

    def _show_provisional(self, findings: Sequence[Finding]) -> None:
        if case := self._session.case:
            from redactor.ui.drawn_marks import provisional

            self.pages.update_marks(list(provisional(case.document, findings)))

    def _show_marks(self) -> None:
        if case := self._session.case:
            self._draw_marks(case)
            self._show_current(self._session.current)

    def _draw_marks(self, case: Case) -> None:
        from redactor.ui.drawn_marks import DrawnCase

        self.pages.show_marks_of(DrawnCase(case, self._session.style))

    def _marks_changed(self, ids: frozenset[str]) -> None:
        from redactor.marks.overview import pages_of

        case = self._session.case
        if case is None:
            return
        if len(ids) > _MANY or any(id not in case.marks for id in ids):
            self.pages.marks_changed()
        else:
            self.pages.marks_changed({page for id in ids for page in pages_of(case, case.marks[id])})

    def _show_current(self, id: str) -> None:
        self.pages.set_current(id or None)
        if id:
            self.pages.reveal_mark(id)

    def _show_found(self, spans: list[Span]) -> None:
        from redactor.ui.drawn_marks import FoundWords

        case = self._session.case
        self.pages.set_found(FoundWords(case.document, spans) if case and spans else None)

    def _reveal(self, start: int, end: int) -> None:
        case = self._session.case
        places = case.document.places(start, end) if case else ()
        if places:
            quad = places[0].quads[0]
            self.pages.bring_into_view(
                places[0].page, QRectF(quad[0], quad[1], quad[2] - quad[0], quad[5] - quad[1])
            )

    def _area_drawn(self, area: Area) -> None:
        self.pages.set_mode(Mode.SELECT)
        self._session.add_area(area)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the white space at the ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _column(widget: QWidget) -> QVBoxLayout:
    """One below the other, without gaps."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
