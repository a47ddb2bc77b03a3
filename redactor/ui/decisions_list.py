"""A list of decisions, each in its sentence with its page, what was decided, by whom and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from redactor.ui import check_words
from redactor.ui.decisions_model import DecisionsModel, Shown
from redactor.ui.rich_line import paint_rich
from redactor.ui.session import Session
from redactor.ui.theme import Colours, colours

_EDGE = 8


class DecisionsView(QListView):
    """Up and Down go through the rows and show each on its page; Enter goes to the page."""

    entered = Signal()  # to the page

    def __init__(self, session: Session, name: str, *, only: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._session = session
        self.decisions = DecisionsModel(self, only=only)
        self.setModel(self.decisions)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.clicked.connect(self._go)
        session.current_changed.connect(self._follow)

    def refresh(self) -> None:
        """Show the decisions as they are now, and which is the current one."""
        self.decisions.show_case(self._session.case)
        self._follow(self._session.current)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._go(current)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self._go(self.currentIndex())
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _typed: str) -> None:
        """Letters are keys of the window here."""

    def _go(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if id := index.data(DecisionsModel.ID):
            self._session.go_to(id)

    def _follow(self, id: str) -> None:
        row = self.decisions.row_of(id)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.decisions.index(row))
            self.scrollTo(self.decisions.index(row))
        elif row < 0:
            self.clearSelection()


class _Delegate(QStyledItemDelegate):
    """Draws a row: two lines of the sentence, one of what was decided, one of why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(option.font).lineSpacing()
        return QSize(80, 4 * line + 10 if index.data(DecisionsModel.ID) else line + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown, scheme, rect = index.data(DecisionsModel.SHOWN), colours(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if isinstance(shown, str):
            _smaller(painter, bold=True)
            painter.setPen(QColor(scheme.muted))
            painter.drawText(rect.adjusted(_EDGE, 8, -_EDGE, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        elif shown:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(QColor(scheme.accent), 1.5))
                painter.setBrush(QColor(scheme.accent_ground))
                painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 5, 5)
            self._paint_shown(painter, QRectF(rect).adjusted(_EDGE, 4, -_EDGE, -4), shown, scheme)
        painter.restore()

    def _paint_shown(self, painter: QPainter, inner: QRectF, shown: Shown, scheme: Colours) -> None:
        line = painter.fontMetrics().lineSpacing()
        paint_rich(painter, inner.adjusted(0, 0, 0, -2 * line), shown.html, QColor(scheme.ink))
        _smaller(painter)
        colour = {"challenged": scheme.danger, "answered": scheme.amber, "agreed": scheme.accent}
        facts, check = inner.adjusted(0, 2 * line, 0, 0), check_words.MARKS[shown.check]
        width = painter.fontMetrics().horizontalAdvance(check) + 6 if check else 0
        painter.setPen(QColor(colour.get(shown.check, scheme.muted)))
        painter.drawText(facts, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, check)
        painter.setPen(QColor(scheme.ink))
        _one_line(painter, facts.adjusted(0, 0, -width, 0), shown.facts)
        painter.setPen(QColor(colour["challenged"] if shown.check == "challenged" else scheme.muted))
        _one_line(painter, facts.adjusted(0, line, 0, 0), shown.why)


def _one_line(painter: QPainter, box: QRectF, text: str) -> None:
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignTop, cut)


def _smaller(painter: QPainter, *, bold: bool = False) -> None:
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setBold(bold)
    painter.setFont(font)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
