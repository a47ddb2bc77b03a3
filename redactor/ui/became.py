"""What became of the decisions on the former draft: three counts, and a list of each to go through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from redactor.ui import new_draft_words as words
from redactor.ui.about_mark import sentence
from redactor.ui.controls import Button, plain
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.ui.new_draft import GoneOn, Lost

_AROUND = 45
"""Characters of a sentence before and after the words."""
_HEIGHT, _BOLD = 132, 14
"""Pixels: of the list at most, and what bold words take up more."""


class Became(QFrame):
    """Shown above the report until it is dismissed."""

    find_asked = Signal(str)  # words of a lost mark
    shown_one = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("notice", True)
        self._session = session
        self._ids: dict[str, tuple[str, ...]] = {}
        self._lost: dict[str, Lost] = {}
        self.sentence = plain()
        self.meaning = plain()
        self.rows = _Rows()
        self.buttons = {name: Button(words.button(name, 0)) for name in words.SHOW}
        self.done_button = Button(words.DONE)
        self._lay_out()
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, name=name: self.show_list(name))
        self.rows.asked.connect(self._go)
        self.done_button.clicked.connect(self.hide)
        session.marks_changed.connect(lambda _ids: self._refresh())
        session.closed.connect(self.hide)
        self._shown = ""
        self.hide()

    def tell(self, gone_on: GoneOn) -> None:
        """Show the counts, and the first list that is not empty, the lost first."""
        carried = gone_on.carried
        self._ids = {"new": carried.new, "changed": carried.changed, "lost": carried.lost}
        self._lost = {lost.id: lost for lost in gone_on.lost}
        said = words.counts(len(carried.carried), *(len(self._ids[name]) for name in words.SHOW))
        self.sentence.setText(said)
        self.setAccessibleName(said)
        for name, button in self.buttons.items():
            button.say(words.button(name, len(self._ids[name])))
            button.setEnabled(bool(self._ids[name]))
            button.setMinimumWidth(button.sizeHint().width() + _BOLD)  # the one chosen is bold
        self.show()
        self.show_list(next((name for name in ("lost", "changed", "new") if self._ids[name]), ""))

    def show_list(self, name: str) -> None:
        """Show one of the lists."""
        self._shown = name
        for part in (self.rows, self.meaning):
            part.setVisible(bool(name))
        for (
            each,
            button,
        ) in self.buttons.items():  # each a stop of the Tab key, which a group would not leave them
            button.setChecked(each == name)
        if name:
            self.meaning.setText(words.MEANING[name])
            self.rows.setAccessibleName(words.button(name, len(self._ids[name])))
            self._refresh()
            self.rows.setCurrentRow(0)

    def _refresh(self) -> None:
        """Fill the list, the row that is the current one kept."""
        if self.isHidden() or not self._shown:
            return
        row = self.rows.currentRow()
        self.rows.clear()
        for id in self._ids[self._shown]:
            item = QListWidgetItem(self._text(id))
            item.setData(Qt.ItemDataRole.UserRole, id)
            self.rows.addItem(item)
        self.rows.setCurrentRow(row)
        self.rows.setFixedHeight(
            min(self.rows.count() * self.rows.sizeHintForRow(0) + 4 * self.rows.count() + 8, _HEIGHT)
        )

    def _text(self, id: str) -> str:
        if lost := self._lost.get(id):
            return words.row(words.WAS[lost.verdict], lost.label, lost.sentence)
        case = self._session.case
        mark = case.marks.get(id) if case else None
        if case is None or mark is None:
            return ""
        label = case.labels.get(mark.entity, "")
        return words.row(words.STATES[str(mark.verdict)], label, sentence(case.document.text, mark, _AROUND))

    def _go(self, row: int) -> None:
        id = str(self.rows.item(row).data(Qt.ItemDataRole.UserRole))
        if lost := self._lost.get(id):
            self.find_asked.emit(lost.text)
        else:
            self._session.go_to(id)
            self.shown_one.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        for button in (*self.buttons.values(), self.done_button):
            button.setProperty("small", True)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.meaning)
        column.addWidget(self.rows)


class _Rows(QListWidget):
    """Enter or a click goes to where a row is about."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(lambda item: self.asked.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.asked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
