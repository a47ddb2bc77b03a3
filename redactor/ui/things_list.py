"""The left of the window: people and things, with how often they are mentioned and how many to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QVBoxLayout, QWidget

from redactor.marks.mark import Mark, Verdict
from redactor.ui import people_words, words
from redactor.ui.about_mark import sentence, sentence_html
from redactor.ui.controls import heading, plain
from redactor.ui.people_verbs import merge, move, split
from redactor.ui.scope import page_of
from redactor.ui.session import Session
from redactor.ui.things_model import Mention, ThingsModel
from redactor.ui.things_painter import ThingsPainter
from redactor.ui.things_view import ThingsView

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.choose import Thing

_AROUND = 30
_ACTIONS = ("merge", "split", "label", "role", "retype")


class ThingsList(QFrame):
    """Filter box and list. Enter on a row goes to its next undecided mention, Right shows all its mentions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._session = session
        self.model = ThingsModel(self, mentions=self._mentions)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(words.FILTER)
        self.filter.setAccessibleName(words.FILTER)
        self.filter.setClearButtonEnabled(True)
        self.view = ThingsView(self.filter)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ThingsPainter(self.model, self.view))
        self.empty = plain(words.NO_THINGS_YET, muted=True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the people and things of the case as they are now."""
        from redactor.marks.overview import overview  # loaded with the first case

        self.model.set_things(overview(self._session.case).things() if self._session.case else ())
        self._say_if_empty()
        self._follow()

    def ask_merge(self) -> None:
        """Let the user choose with whom the current person or thing is merged."""
        from redactor.ui.merge_chooser import MergeChooser

        mark = self._session.mark
        merged = self.model.thing(mark.entity) if mark else None
        if merged is None or len(self.model.things) < 2:
            self._session.said.emit(people_words.NOT_ONE)
            return
        chooser = MergeChooser(self.model.things, merged, self.window())
        chooser.chosen.connect(lambda entity: merge(self._session, merged.entity, entity))
        chooser.move(self.mapToGlobal(QPoint(16, 80)))
        chooser.resize(360, 420)
        chooser.show()

    def split_off(self) -> None:
        """Make the selected mentions, or else the current one, those of somebody new."""
        split(self._session, [mention.id for mention in self.view.mentions()] or [self._session.current])

    def show_menu(self, actions: Sequence[QAction], point: QPoint) -> None:
        """What can be done with the row at a point of the view, each with its key."""
        menu = QMenu(self)
        menu.addActions(list(actions))
        menu.exec(self.view.viewport().mapToGlobal(point))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 4, 4)
        column.setSpacing(8)
        title = heading(words.PEOPLE_AND_THINGS, big=True)
        title.setProperty("muted", False)
        title.setContentsMargins(8, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.filter)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        session = self._session
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._first)
        self.view.chosen.connect(self._go)
        self.view.opened.connect(self._open)
        self.view.dropped.connect(self._dropped)
        self.view.customContextMenuRequested.connect(self._menu_asked)
        session.things_changed.connect(self.refresh)
        session.suggestions_complete.connect(self.refresh)
        session.current_changed.connect(self._follow)
        session.closed.connect(lambda: self.model.set_things(()))

    def _menu_asked(self, point: QPoint) -> None:
        row = self.view.indexAt(point).data(ThingsModel.ROW)
        menus = getattr(self.window(), "menus", None)
        if menus and row is not None and not isinstance(row, str):
            if self._session.mark is None or self._session.mark.entity != row.entity:
                self._session.go_to(row.id if isinstance(row, Mention) else row.marks[0])
            self.show_menu([menus[name] for name in _ACTIONS], point)

    def _filter(self, wanted: str) -> None:
        self.model.set_filter(wanted)
        self._say_if_empty()

    def _say_if_empty(self) -> None:
        self.empty.setText(words.NOTHING_MATCHES if self.filter.text() else words.NO_THINGS_YET)
        self.empty.setVisible(not self.model.rows)

    def _first(self) -> None:
        """From the filter box into the list."""
        row = next((i for i, row in enumerate(self.model.rows) if not isinstance(row, str)), -1)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.setFocus()

    def _open(self, entity: str) -> None:
        """Show the mentions of one person or thing below it, and stay on its row."""
        kept = entity or self.model.opened
        self.model.open(entity)
        if (row := self.model.row_of(kept)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def _go(self, row: Thing | Mention) -> None:
        if isinstance(row, Mention):
            self._session.go_to(row.id)
        elif row.undecided:
            self._session.next_undecided(entity=row.entity)
        else:
            here = row.marks.index(self._session.current) if self._session.current in row.marks else -1
            self._session.go_to(row.marks[(here + 1) % len(row.marks)])

    def _dropped(self, entity: str, ids: list[str], onto: str) -> None:
        if ids:
            move(self._session, ids, onto)
        else:
            merge(self._session, entity, onto)
        if (row := self.model.row_of(onto)) >= 0:  # the list was led to the current mark; the user is here
            self.view.scrollTo(self.model.index(row))

    def _follow(self, _id: str = "") -> None:
        """Show whose mention the current mark is, and which where they are shown."""
        mark = self._session.mark
        if mark is None or len(self.view.mentions()) > 1:
            return
        row = self.model.row_of(mark.id)
        row = row if row >= 0 else self.model.row_of(mark.entity)
        if row >= 0 and row != self.view.currentIndex().row():
            self.view.scrollTo(
                self.model.index(row - 1)
            )  # with the name of its group, where that is above it
            self.view.setCurrentIndex(self.model.index(row))

    def _mentions(self, thing: Thing) -> list[Mention]:
        case = self._session.case
        return [_mention(case, case.marks[id]) for id in thing.marks] if case else []


def _mention(case: Case, mark: Mark) -> Mention:
    text = case.document.text
    open_ = mark.verdict is Verdict.UNDECIDED
    facts = f"p. {page_of(case, mark)} · {words.to_decide(1) if open_ else people_words.STATES[str(mark.verdict)]}"
    return Mention(
        mark.id,
        mark.entity,
        sentence_html(text, mark, _AROUND),
        f"{sentence(text, mark)}, {facts}",
        facts,
        open_,
    )
