"""The marks that are decided on together: a row for each, with its sentence, its page and why it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from redactor.marks.mark import Mark, Verdict
from redactor.ui import people_words, words
from redactor.ui.about_mark import sentence, sentence_html
from redactor.ui.bulk import FEWEST, MOST, Bulk
from redactor.ui.rich_line import paint_rich
from redactor.ui.scope import page_of
from redactor.ui.session import Session
from redactor.ui.theme import colours

if TYPE_CHECKING:
    from redactor.marks.case import Case

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_EDGE = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One mark as it is shown.

    Args:
        id: of the mark.
        html: its sentence, the words of the mark in bold.
        facts: its page, what is published instead, and why it is looked at.
        spoken: all of it as a screen reader says it.
        doubtful: whether it is likelier wrong than others.
        current: whether it is the current mark.
    """

    id: str
    html: str
    facts: str
    spoken: str
    doubtful: bool
    current: bool


class LookList(QListView):
    """Up and Down, or J, go through the rows; Enter decides on all of them."""

    def __init__(self, session: Session, bulk: Bulk) -> None:
        super().__init__()
        self._session, self._bulk = session, bulk
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(people_words.LOOK_AT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setProperty("box", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(2 * row_height(self.fontMetrics()) + 4)
        self.clicked.connect(lambda index: session.go_to(index.data(_ROW).id))
        bulk.changed.connect(self.refresh)

    def rows(self) -> list[Row]:
        """What is on screen."""
        return self._rows.rows

    def refresh(self) -> None:
        """Show what is decided on together now."""
        self._bulk.set_capacity(self._room() // row_height(self.fontMetrics()))
        case = self._session.case
        around = self._around()
        self._rows.show([self._row(case, case.marks[id], around) for id in self._bulk.shown] if case else [])
        current = next((at for at, row in enumerate(self._rows.rows) if row.current), -1)
        if current >= 0:
            self.setCurrentIndex(self._rows.index(current))

    def sizeHint(self) -> QSize:
        """Room for the fewest rows that are shown together; more where there is more."""
        return QSize(240, FEWEST * row_height(self.fontMetrics()) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide on as many together as are on screen, and no more."""
        super().resizeEvent(event)
        self.setMaximumHeight(MOST * row_height(self.fontMetrics()) + 4)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bulk.confirm()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._bulk.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def _row(self, case: Case, mark: Mark, around: int) -> Row:
        room = max(14, around - len(mark.text) // 2)
        why = self._bulk.why.get(mark.id, "")
        facts = " · ".join(filter(None, (f"p. {page_of(case, mark)}", _becomes(case, mark), _why(mark, why))))
        text = case.document.text
        spoken = people_words.row_spoken(mark.text or words.DRAWN_AREA, sentence(text, mark), facts)
        html = sentence_html(text, mark, room)
        return Row(mark.id, html, facts, spoken, why == "doubtful", mark.id == self._session.current)

    def _room(self) -> int:
        """Pixels of height that are on screen: on a low window the panel is scrolled."""
        on_screen = self.viewport().visibleRegion().boundingRect().height()
        return on_screen or self.viewport().height()

    def _around(self) -> int:
        """Characters before and after the words that two lines have room for, about."""
        in_a_line = (self.viewport().width() - 2 * _EDGE) / max(1, self.fontMetrics().averageCharWidth())
        return int(in_a_line * 0.8)


def row_height(metrics: QFontMetrics) -> int:
    """Pixels: two lines of the sentence, one of facts, and air."""
    return 3 * metrics.lineSpacing() + 8


def _becomes(case: Case, mark: Mark) -> str:
    return case.labels.get(mark.entity, "") or words.TYPES[mark.type]


def _why(mark: Mark, why: str) -> str:
    if mark.verdict is not Verdict.UNDECIDED:
        return people_words.STATES[str(mark.verdict)]
    reason = words.MARKED_BY_HAND if mark.by_hand else mark.because.rstrip(".")
    return ": ".join(filter(None, ("" if why == "first" else people_words.WHY.get(why, ""), reason)))


class _Rows(QAbstractListModel):
    """The rows, for the view."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these, and change nothing where they are the same."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.facts
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None


class _Delegate(QStyledItemDelegate):
    """Draws a row."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, row_height(QFontMetrics(option.font)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(_ROW)
        scheme, rect = colours(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.current:
            painter.setPen(QPen(QColor(scheme.accent), 1.5))
            painter.setBrush(QColor(scheme.accent_ground))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 5, 5)
        line = QFontMetrics(option.font).lineSpacing()
        inner = rect.adjusted(_EDGE, 3, -_EDGE, -3)
        painter.setFont(option.font)
        paint_rich(painter, QRectF(inner).adjusted(0, 0, 0, -line), row.html, QColor(scheme.ink))
        small = option.font
        small.setPointSizeF(small.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(QColor(scheme.amber if row.doubtful else scheme.muted))
        facts = painter.fontMetrics().elidedText(row.facts, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, facts)
        painter.restore()
