"""The list of people and things under keys and mouse: open, choose, filter, drag onto another."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView

from redactor.ui import words
from redactor.ui.things_model import Index, Mention, ThingsModel
from redactor.ui.things_painter import TRIANGLE

_DRAGGED = "application/x-redactor-marks"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ThingsView(QListView):
    """Up and down, Right and Left to open and close, Enter to choose, any letter to filter."""

    chosen = Signal(object)  # Thing or Mention
    opened = Signal(str)  # entity whose mentions are to be shown, or ""
    dropped = Signal(str, object, str)  # entity dragged, ids dragged of it (none: all), entity dropped on

    def __init__(self, filter: QLineEdit) -> None:
        super().__init__()
        self._filter = filter
        self.setAccessibleName(words.PEOPLE_AND_THINGS)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.clicked.connect(self._clicked)

    def mentions(self) -> list[Mention]:
        """The mentions that are selected, in order."""
        rows = (index.data(ThingsModel.ROW) for index in sorted(self.selectedIndexes()))
        return [row for row in rows if isinstance(row, Mention)]

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Draw anew what changed. A row keeps its height, so that no row need be laid out anew, as a list view would."""
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)

    def event(self, event: QEvent) -> bool:
        """Keep letters and Enter for the list: no action of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ThingsModel.ROW)
        if event.key() in _ENTER:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Right and row is not None and not isinstance(row, str):
            self.opened.emit(row.entity)
        elif event.key() == Qt.Key.Key_Left:
            self.opened.emit("")
        elif _is_ours(event):
            self._filter.setFocus()
            self._filter.setText(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The triangle opens and closes."""
        index = self.indexAt(event.position().toPoint())
        row = index.data(ThingsModel.ROW)
        if event.position().x() < TRIANGLE and row is not None and not isinstance(row, str | Mention):
            self.opened.emit("" if index.data(ThingsModel.OPENED) else row.entity)
            return
        super().mousePressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take a person or thing along, or the selected mentions of one."""
        row = self.currentIndex().data(ThingsModel.ROW)
        if row is None or isinstance(row, str):
            return
        ids = [mention.id for mention in self.mentions()] if isinstance(row, Mention) else []
        data = QMimeData()
        data.setData(_DRAGGED, json.dumps([row.entity, ids]).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        entity, _ids = _carried(event.mimeData())
        event.setAccepted(
            event.source() is self and self._under(event.position().toPoint()) not in ("", entity)
        )

    def dropEvent(self, event: QDropEvent) -> None:
        entity, ids = _carried(event.mimeData())
        onto = self._under(event.position().toPoint())
        if onto not in ("", entity):
            event.acceptProposedAction()
            self.dropped.emit(entity, ids, onto)

    def _under(self, point: QPoint) -> str:
        row = self.indexAt(point).data(ThingsModel.ROW)
        return "" if row is None or isinstance(row, str) else row.entity

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.selectedIndexes()) == 1:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ThingsModel.ROW)
        if row is not None and not isinstance(row, str):
            self.chosen.emit(row)


def _carried(data: QMimeData) -> tuple[str, list[str]]:
    """The entity that is dragged, and which mentions of it."""
    if not data.hasFormat(_DRAGGED):
        return "", []
    entity, ids = json.loads(bytes(data.data(_DRAGGED).data()))
    return str(entity), [str(id) for id in ids]


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() in _ENTER:
        return True
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.text().isalnum() and not event.modifiers() & control
