"""A small window to choose a person or thing from: type to filter, Enter chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from redactor.ui import people_words
from redactor.ui.controls import plain
from redactor.ui.people_verbs import others
from redactor.ui.things_model import counts_of, name_of, names_of

if TYPE_CHECKING:
    from redactor.marks.choose import Thing

_MOST = 200
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MergeChooser(QDialog):
    """Which of the people and things one is to be merged with; those of its kind come first."""

    chosen = Signal(str)  # entity

    def __init__(self, things: Sequence[Thing], merged: Thing, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self._things = sorted(things, key=lambda thing: thing.type != merged.type)
        self._merged = merged
        self.setWindowTitle(people_words.MERGE_TITLE)
        self.setAccessibleName(people_words.MERGE_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(320, 300)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(people_words.MERGE_HERE)
        self.edit.setAccessibleName(people_words.MERGE_HERE)
        self.edit.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(people_words.MERGE_TITLE)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(plain(people_words.MERGE_WHO.format(name=name_of(merged))))
        column.addWidget(self.edit)
        column.addWidget(self.list, 1)
        self.edit.textChanged.connect(self._filter)
        self.list.itemClicked.connect(self._choose)
        self._filter("")
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the line that is typed in, Up and Down go through the list, and Enter chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _UP_DOWN:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, wanted: str) -> None:
        self.list.clear()
        for thing in others(self._things, self._merged.entity, wanted)[:_MOST]:
            label = f"{thing.label}: " if thing.label else ""
            item = QListWidgetItem(f"{label}{names_of(thing)}\n{counts_of(thing)}")
            item.setData(Qt.ItemDataRole.UserRole, thing.entity)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()
