"""The history of a case as a table: a row for each decision, the newest first, filtered by what is typed."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redactor.marks.entries import Entry
from redactor.marks.record import local_time
from redactor.ui import check_words

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """Columns as in `check_words.COLUMNS`."""

    def __init__(self, entries: tuple[Entry, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [_row(entry) for entry in reversed(entries)]
        self._folded = [" ".join(row).casefold() for row in self._rows]
        self._shown = list(range(len(self._rows)))

    def filter(self, wanted: str) -> None:
        """Show only the rows that hold each word of `wanted`."""
        parts = wanted.casefold().split()
        self.beginResetModel()
        self._shown = [at for at, text in enumerate(self._folded) if all(part in text for part in parts)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(check_words.COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return row[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<p>{escape('. '.join(filter(None, row[3:])))}</p>"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return check_words.COLUMNS[section]
        return None


def _row(entry: Entry) -> tuple[str, ...]:
    when = local_time(entry.when).rpartition(" UTC")[0]
    what = entry.what[:1].upper() + entry.what[1:]
    return entry.numbers, when, entry.who, what, entry.pages, entry.reason
