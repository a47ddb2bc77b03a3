"""The review screen: people and things, the report, this mark, and how far it is; each follows the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from redactor.ui import words
from redactor.ui.by_hand import Span, likely
from redactor.ui.controls import NARROW
from redactor.ui.drawn_marks import drawn, provisional
from redactor.ui.find_bar import FindBar
from redactor.ui.mark_panel import MarkPanel
from redactor.ui.page_drawing import drawer
from redactor.ui.page_view import Mode, PageView
from redactor.ui.progress_strip import ProgressStrip
from redactor.ui.session import Session
from redactor.ui.things_list import ThingsList

if TYPE_CHECKING:
    from redactor.findings.finding import Finding
    from redactor.marks.mark import Area


class ReviewScreen(QWidget):
    """Four places, one job each."""

    keys_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.things = ThingsList(session)
        self.pages = PageView()
        self.find_bar = FindBar(session)
        self.panel = MarkPanel(session)
        self.strip = ProgressStrip(session)
        self._lay_out()
        self._listen_to_session()
        self._listen_to_widgets()

    # What the window's actions ask for

    def mark_selected(self) -> None:
        """Mark the selected words by hand."""
        case, selected = self._session.case, self.pages.selected()
        if case is None or selected is None:
            self._session.said.emit(words.NOTHING_SELECTED)
            return
        start, end = _trimmed(case.document.text, *selected)
        if start < end:
            kind, entity = likely(case, case.document.text[start:end])
            self.pages.clear_selection()
            self._session.add([(start, end)], kind, entity)

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
        self.find_bar.ask(case.document.text[slice(*selected)] if case and selected else "")

    def go_back(self) -> None:
        """Esc: leave what is open, and come back to the report."""
        if not self.find_bar.isHidden():
            self.find_bar.leave()
        if self.pages.mode() == Mode.AREA:
            self.pages.set_mode(Mode.SELECT)
        self.pages.setFocus()

    def places(self) -> tuple[QWidget, ...]:
        """The four places, by the control that takes the focus in each."""
        return (self.things.view, self.pages, self.panel.confirm, self.strip.bars)

    def go_to_place(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) of the four places."""
        areas = (self.things, self._middle, self.panel, self.strip)
        focus = self.focusWidget()
        here = next((i for i, area in enumerate(areas) if focus and area.isAncestorOf(focus)), 1)
        there = (here + step) % len(areas)
        self._make_room(for_things=areas[there] is self.things)
        self.places()[there].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has room for one of the side panes."""
        super().resizeEvent(event)
        self._make_room(for_things=False)

    # Inside

    def _make_room(self, *, for_things: bool) -> None:
        narrow = self.width() < NARROW
        self.things.setVisible(for_things or not narrow)
        self._panel_area.setVisible(not (narrow and for_things))

    def _lay_out(self) -> None:
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.find_bar)
        self._panel_area = QScrollArea()
        self._panel_area.setWidgetResizable(True)
        self._panel_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._panel_area.setFrameStyle(QFrame.Shape.NoFrame)
        self._panel_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel_area.setWidget(self.panel)
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(1)
        for place in (self.things, self._middle, self._panel_area):
            self.splitter.addWidget(place)
            self.splitter.setStretchFactor(self.splitter.count() - 1, int(place is self._middle))
        self.splitter.setSizes([304, 652, 324])
        self.splitter.setCollapsible(1, False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.strip)

    def _listen_to_session(self) -> None:
        session = self._session
        session.draft_opened.connect(self.begin)
        session.pages_known.connect(self._show_pages)
        session.case_opened.connect(self._show_case)
        session.suggestions_arrived.connect(self._show_provisional)
        session.suggestions_complete.connect(self._show_marks)
        session.marks_changed.connect(self._marks_changed)
        session.style_changed.connect(self._show_marks)
        session.current_changed.connect(self._show_current)

    def _listen_to_widgets(self) -> None:
        self.pages.mark_pressed.connect(self._session.go_to)
        self.pages.area_drawn.connect(self._area_drawn)
        self.pages.page_changed.connect(lambda page: self.strip.show_page(page, self.pages.page_count()))
        self.pages.zoom_changed.connect(self.strip.show_zoom)
        self.strip.page_asked.connect(self.pages.go_to_page)
        self.strip.zoom_asked.connect(
            lambda step: self.pages.zoom_in() if step > 0 else self.pages.zoom_out()
        )
        self.strip.keys_asked.connect(self.keys_asked)
        self.find_bar.found_changed.connect(self._show_found)
        self.find_bar.shown_one.connect(self._reveal)
        self.find_bar.finished.connect(self.pages.setFocus)
        self.panel.finished.connect(self.pages.setFocus)

    def begin(self, _name: str) -> None:
        """Show nothing yet: a draft is about to be read."""
        self.pages.set_document(None)
        self.pages.set_marks([])
        self.pages.set_current(None)
        self.pages.show_pages([])
        self.pages.set_drawer(None)
        self.things.filter.clear()
        self.things.refresh()
        self.pages.setFocus()

    def _show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        self.pages.set_drawer(drawer(self._session.desk, "draft"))
        self.pages.show_pages(sizes)
        self.pages.fit_width()
        self.strip.show_page(self.pages.page(), len(sizes))
        self.strip.show_zoom(self.pages.zoom())

    def _show_case(self) -> None:
        if case := self._session.case:
            self.pages.set_document(case.document)
            self.pages.show_pages([(page.width, page.height) for page in case.document.pages])

    def _show_provisional(self, findings: Sequence[Finding]) -> None:
        if case := self._session.case:
            self.pages.update_marks(list(provisional(case.document, findings)))

    def _show_marks(self) -> None:
        if case := self._session.case:
            self.pages.set_marks(list(drawn(case, case.marks.values(), self._session.style)))
            self._show_current(self._session.current)

    def _marks_changed(self, ids: frozenset[str]) -> None:
        case = self._session.case
        if case is None:
            return
        if any(id not in case.marks for id in ids):
            self._show_marks()
        else:
            self.pages.update_marks(list(drawn(case, (case.marks[id] for id in ids), self._session.style)))

    def _show_current(self, id: str) -> None:
        self.pages.set_current(id or None)
        if id:
            self.pages.reveal_mark(id)

    def _show_found(self, spans: list[Span]) -> None:
        case = self._session.case
        self.pages.set_found(
            [place for span in spans for place in case.document.places(*span)] if case else []
        )

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
