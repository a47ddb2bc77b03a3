"""The left of the window: people and things, with how often they are mentioned and how many to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from redactor.ui import words
from redactor.ui.controls import heading, plain
from redactor.ui.session import Session
from redactor.ui.theme import Colours, colours
from redactor.ui.things_model import ThingsModel, names_of

if TYPE_CHECKING:
    from redactor.marks.choose import Thing


class ThingsList(QFrame):
    """Filter box and list. Enter on a row goes to its next undecided mention."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._session = session
        self.model = ThingsModel(self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(words.FILTER)
        self.filter.setAccessibleName(words.FILTER)
        self.filter.setClearButtonEnabled(True)
        self.view = _View(self.filter)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.empty = plain(words.NO_THINGS_YET, muted=True)
        self._lay_out()
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._first)
        self.view.chosen.connect(self._go)
        session.things_changed.connect(self.refresh)
        session.suggestions_complete.connect(self.refresh)
        session.current_changed.connect(self._follow)
        session.closed.connect(lambda: self.model.set_things(()))

    def refresh(self) -> None:
        """Show the people and things of the case as they are now."""
        from redactor.marks import choose  # loaded with the first case

        self.model.set_things(choose.things(self._session.case) if self._session.case else ())
        self._say_if_empty()
        self._follow()

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

    def _go(self, thing: Thing) -> None:
        if thing.undecided:
            self._session.next_undecided(entity=thing.entity)
        else:
            here = thing.marks.index(self._session.current) if self._session.current in thing.marks else -1
            self._session.go_to(thing.marks[(here + 1) % len(thing.marks)])

    def _follow(self, _id: str = "") -> None:
        """Show whose mention the current mark is."""
        mark = self._session.mark
        row = self.model.row_of(mark.entity) if mark else -1
        if row >= 0 and row != self.view.currentIndex().row():
            self.view.scrollTo(
                self.model.index(row - 1)
            )  # with the name of its group, where that is above it
            self.view.setCurrentIndex(self.model.index(row))


class _View(QListView):
    """Up and down, Enter to choose, any letter to filter."""

    chosen = Signal(object)  # Thing

    def __init__(self, filter: QLineEdit) -> None:
        super().__init__()
        self._filter = filter
        self.setAccessibleName(words.PEOPLE_AND_THINGS)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._choose)

    def event(self, event: QEvent) -> bool:
        """Keep letters and Enter for the list: no action of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif _is_ours(event):
            self._filter.setFocus()
            self._filter.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ThingsModel.ROW)
        if row is not None and not isinstance(row, str):
            self.chosen.emit(row)


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return True
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.text().isalnum() and not event.modifiers() & control


class _Delegate(QStyledItemDelegate):
    """Draws a label chip, the real names, and the counts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(option.font).height()
        return QSize(80, line + 12 if isinstance(index.data(ThingsModel.ROW), str) else 2 * line + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ThingsModel.ROW)
        rect: QRect = option.rect
        scheme = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if not isinstance(row, str):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_thing(painter, rect, row, scheme, selected=selected)
        else:
            _paint_group(painter, rect, row, scheme)
        painter.restore()


def _paint_group(painter: QPainter, rect: QRect, name: str, scheme: Colours) -> None:
    painter.setFont(_sized(painter.font(), 0.88, bold=True))
    painter.setPen(QColor(scheme.muted))
    painter.drawText(
        rect.adjusted(8, 8, -8, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name.upper()
    )


def _paint_thing(painter: QPainter, rect: QRect, thing: Thing, scheme: Colours, *, selected: bool) -> None:
    if selected:
        painter.setPen(QPen(QColor(scheme.accent), 1))
        painter.setBrush(QColor(scheme.accent_ground))
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 5, 5)
    chip = _paint_chip(painter, rect, thing, scheme)
    left = chip.right() + 8
    text = QRect(left, rect.top() + 5, rect.right() - left - 2, rect.height() // 2 - 4)
    font = painter.font()
    painter.setPen(QColor(scheme.ink))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, _cut(painter, names_of(thing), text.width()))
    painter.setFont(_sized(font, 0.86))
    painter.setPen(QColor(scheme.amber if thing.undecided else scheme.accent))
    counts = f"{words.mentions(len(thing.marks))} · {words.to_decide(thing.undecided)}"
    text.translate(0, rect.height() // 2 - 3)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, _cut(painter, counts, text.width()))
    painter.setFont(font)


def _paint_chip(painter: QPainter, rect: QRect, thing: Thing, scheme: Colours) -> QRect:
    """Dashed and amber while something is to decide for all its mentions, else solid and violet."""
    open_ = thing.undecided == len(thing.marks)
    font = painter.font()
    painter.setFont(_sized(font, 0.86, bold=True))
    height = painter.fontMetrics().height() + 6
    chip = QRect(
        rect.left() + 8,
        rect.top() + (rect.height() - height) // 2,
        min(104, int(rect.width() * 0.4)),
        height,
    )
    painter.setPen(
        QPen(
            QColor(scheme.amber if open_ else scheme.violet),
            1.2,
            Qt.PenStyle.DashLine if open_ else Qt.PenStyle.SolidLine,
        )
    )
    painter.setBrush(QColor(scheme.amber_ground if open_ else scheme.violet_ground))
    painter.drawRoundedRect(chip, 4, 4)
    label = thing.label or words.TYPES[thing.type]
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, _cut(painter, label, chip.width() - 4))
    painter.setFont(font)
    return chip


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    sized = QFont(font)
    sized.setPointSizeF(font.pointSizeF() * factor)
    sized.setBold(bold)
    return sized
