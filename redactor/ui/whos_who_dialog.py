"""The dialog in which the who's who is typed or pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from redactor.marks.case import Case
from redactor.marks.whos_who import lines_of, parse
from redactor.ui import whos_who_words as words
from redactor.ui.controls import FRAME, Button, heading, plain
from redactor.ui.people_table import PeopleTable


class WhosWhoDialog(QDialog):
    """Nothing is taken over while a row is unclear: it says which, and why."""

    def __init__(self, case: Case, use: Callable[[tuple[str, ...]], None], parent: QWidget) -> None:
        """`use(lines)`: what to do with the list, a person on each line as `marks.whos_who` reads them."""
        super().__init__(parent)
        self._use = use
        self.setWindowTitle(words.TITLE)
        self.resize(QSize(760, 520).boundedTo(parent.screen().availableSize() - FRAME))
        self.table = PeopleTable()
        self.table.show_people(parse("\n".join(case.lists.whos_who)).known)
        self.outcome = plain()
        self.paste_button = Button(words.PASTE, "Ctrl+V")
        self.take_out_button = Button(words.TAKE_OUT)
        self.accept_button = Button(words.USE, look="primary")
        self.decline_button = Button(words.CANCEL)
        self._lay_out()
        self.table.edited.connect(self._show_outcome)
        self.table.nothing_to_paste.connect(lambda: self._say(words.NOTHING_TO_PASTE, danger=True))
        for button, act in (
            (self.paste_button, self.table.paste), (self.take_out_button, self.table.take_out),
            (self.accept_button, self._try), (self.decline_button, self.reject),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, act=act: act())
        self._show_outcome()
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def _lay_out(self) -> None:
        top = heading(words.HEADING, big=True)
        top.setProperty("muted", False)
        row = QHBoxLayout()
        row.addWidget(self.paste_button)
        row.addWidget(self.take_out_button)
        row.addStretch(1)
        row.addWidget(self.decline_button)
        row.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(top)
        column.addWidget(plain(words.TEXT, muted=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.outcome)
        column.addLayout(row)

    def _try(self) -> None:
        read = self.table.people()
        if read.unclear:
            first = read.unclear[0]
            self._say(words.unclear(first.number, first.line, first.why), danger=True)
            self.table.setCurrentCell(first.number - 1, 0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.accept()
        self._use(lines_of(read.known))

    def _show_outcome(self) -> None:
        read = self.table.people()
        self.table.flag([each.number for each in read.unclear])
        lines = [words.people(len(read.known))] if not read.unclear else []
        lines += [words.unclear(each.number, each.line, each.why) for each in read.unclear[:2]]
        self._say("\n".join(lines), danger=bool(read.unclear))

    def _say(self, sentence: str, *, danger: bool) -> None:
        self.outcome.setText(sentence)
        self.outcome.setProperty("danger", danger)
        self.outcome.style().polish(self.outcome)
        if danger:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
