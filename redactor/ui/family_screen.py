"""The family chart as a screen of the window: the drawing, the same in words beside it, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSplitter, QVBoxLayout, QWidget

from redactor.marks.case import Case
from redactor.ui import whos_who_words as words
from redactor.ui.controls import NARROW, Button, heading, plain
from redactor.ui.family_chart import FamilyChart
from redactor.ui.family_plan import Chart, family_of, planned


class FamilyScreen(QWidget):
    """The chart and the list show the same person as the current one."""

    chosen = Signal(str)  # entity
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan = Chart((), (), ())
        self.chart = FamilyChart()
        self.people = _People()
        self.back_button = Button(words.BACK, "Esc")
        self.nobody = plain(words.NO_FAMILY)
        self._lay_out()
        self.chart.current_changed.connect(self.people.setCurrentRow)
        self.people.currentRowChanged.connect(self.chart.set_current)
        self.chart.chosen.connect(self.chosen)
        self.people.asked.connect(lambda row: self.chosen.emit(self._plan.boxes[row].entity))
        self.back_button.clicked.connect(self.left)

    def show_family(self, case: Case) -> None:
        """Draw the family of a case as it is known now."""
        self._plan = planned(case, family_of(case))
        self.chart.show_chart(self._plan)
        self.people.clear()
        self.people.addItems([box.spoken for box in self._plan.boxes])
        self.people.setCurrentRow(0)
        known = bool(self._plan.boxes)
        self.nobody.setVisible(not known)
        self._both.setVisible(known)
        (self.people if known else self.back_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has the words below the drawing."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._both.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._text.setVisible(not narrow)

    def _lay_out(self) -> None:
        top = heading(words.FAMILY_HEADING, big=True)
        top.setProperty("muted", False)
        head = QHBoxLayout()
        head.addWidget(top, 1)
        head.addWidget(self.back_button)
        self._text = plain(words.FAMILY_TEXT, muted=True)
        self._both = QSplitter()
        self._both.setChildrenCollapsible(False)
        self._both.setHandleWidth(1)
        self._both.addWidget(self.chart)
        self._both.addWidget(self.people)
        self._both.setStretchFactor(0, 3)
        self._both.setStretchFactor(1, 1)
        self._both.setSizes([1000, 250])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self.nobody)
        column.addWidget(self._both, 1)
        column.addWidget(plain(words.LEGEND, muted=True))
        column.addStretch(0)


class _People(QListWidget):
    """The family in words: Enter or a click goes to somebody."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(words.FAMILY_LIST)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("box", True)
        self.setSpacing(2)
        self.itemClicked.connect(lambda _item: self.asked.emit(self.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.asked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(250, 140)
