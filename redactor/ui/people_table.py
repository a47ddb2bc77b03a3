"""A table of people to type or to paste: name, who they are, other names. There is always an empty row at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableWidget, QTableWidgetItem

from redactor.ui import theme
from redactor.ui import whos_who_words as words

if TYPE_CHECKING:
    from redactor.findings.people.known import Known
    from redactor.marks.whos_who import WhosWho

Row = tuple[str, str, str]
"""Name, who they are, other names."""
_LEAST_ROWS = 6
_HEADING = "Name\tRole\tOther names"


class PeopleTable(QTableWidget):
    """Tab goes from cell to cell while one is typed in; Ctrl+V fills rows, Delete empties them."""

    edited = Signal()
    nothing_to_paste = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(words.COLUMNS))
        self.setHorizontalHeaderLabels(list(words.COLUMNS))
        self.setAccessibleName(words.TABLE)
        self.setTabKeyNavigation(False)  # nobody is caught in it
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.verticalHeader().setAccessibleName(words.TABLE)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._pad()
        self.cellChanged.connect(self._changed)

    def show_people(self, known: Iterable[Known]) -> None:
        """Show these people, and no others."""
        self._fill(0, [_row(person) for person in known])

    def people(self) -> WhosWho:
        """Read the rows; the number of one that is unclear is that of its row, from 1."""
        from redactor.marks.whos_who import Unclear, WhosWho, parse

        rows = self.rows()
        filled = [number for number, row in enumerate(rows, 1) if any(row)]
        read = parse("\n".join([_HEADING, *("\t".join(rows[number - 1]) for number in filled)]))
        unclear = [
            Unclear(filled[each.number - 2], " ".join(each.line.split()), each.why) for each in read.unclear
        ]
        return WhosWho(read.known, tuple(unclear))

    def rows(self) -> list[Row]:
        """What stands in the rows."""
        return [
            (self._text(row, 0), self._text(row, 1), self._text(row, 2)) for row in range(self.rowCount())
        ]

    def paste(self) -> None:
        """Fill rows from the clipboard; a single word goes into the cell where the cursor is."""
        text = QApplication.clipboard().text().strip("\n")
        if not text.strip():
            self.nothing_to_paste.emit()
            return
        item = self.currentItem()
        if item and not any(mark in text for mark in "\n\t,|"):
            item.setText(text.strip())
            return
        from redactor.marks.whos_who import parse

        read = parse(text)
        rows = [_row(person) for person in read.known]
        rows += [(" ".join(each.line.split()), "", "") for each in read.unclear]
        self._fill(self._first_empty(), rows)

    def take_out(self) -> None:
        """Remove the row where the cursor is, or those that are selected."""
        chosen = {index.row() for index in self.selectedIndexes()} or {self.currentRow()}
        for row in sorted(chosen - {-1}, reverse=True):
            self.removeRow(row)
        self._pad()
        self.edited.emit()

    def flag(self, rows: Sequence[int]) -> None:
        """Show which rows (from 1) are unclear; the words beside the table say why."""
        self.blockSignals(True)
        for row in range(self.rowCount()):
            ground = QBrush(QColor(theme.colours().danger_ground)) if row + 1 in rows else QBrush()
            for column in range(self.columnCount()):
                if item := self.item(row, column):
                    item.setBackground(ground)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            for item in self.selectedItems():
                item.setText("")
        else:
            super().keyPressEvent(event)

    # Inside

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return " ".join(item.text().split()) if item else ""

    def _first_empty(self) -> int:
        return next((number for number, row in enumerate(self.rows()) if not any(row)), self.rowCount())

    def _fill(self, start: int, rows: Sequence[Row]) -> None:
        self.blockSignals(True)
        self.setRowCount(max(self.rowCount(), start + len(rows)))
        for at, row in enumerate(rows, start):
            for column, text in enumerate(row):
                self.setItem(at, column, QTableWidgetItem(text))
        self.blockSignals(False)
        self._pad()
        self.edited.emit()

    def _changed(self, _row: int, _column: int) -> None:
        self._pad()
        self.edited.emit()

    def _pad(self) -> None:
        """Have every cell, and an empty row at the end."""
        self.blockSignals(True)
        last = max((number for number, row in enumerate(self.rows(), 1) if any(row)), default=0)
        self.setRowCount(max(_LEAST_ROWS, last + 1))
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                if self.item(row, column) is None:
                    self.setItem(row, column, QTableWidgetItem(""))
        self.blockSignals(False)


def _row(person: Known) -> Row:
    return person.name, person.role, ", ".join(person.aliases)
