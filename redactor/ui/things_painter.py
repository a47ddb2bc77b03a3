"""Draws the rows of people and things: a label chip, the real names, who it is and the counts; mentions below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from redactor.ui import words
from redactor.ui.rich_line import paint_rich
from redactor.ui.theme import Colours, colours
from redactor.ui.things_model import Mention, RowKind, ThingsModel, counts_of, names_of

if TYPE_CHECKING:
    from redactor.marks.choose import Thing

TRIANGLE = 16
"""Pixels at the left of a row that open it when they are clicked."""


class ThingsPainter(QStyledItemDelegate):
    """One row of a model."""

    def __init__(self, model: ThingsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._font: QFont | None = None
        self._sizes: dict[RowKind, QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if option.font != self._font:  # asked of every row: the three sizes are worked out once
            self._font, self._sizes = QFont(option.font), _sizes(QFontMetrics(option.font).height())
        return self._sizes[self._model.kind_of(index.row())]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, scheme, rect = index.data(ThingsModel.ROW), colours(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if isinstance(row, str):
            _paint_group(painter, rect, row, scheme)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(QColor(scheme.accent), 1))
                painter.setBrush(QColor(scheme.accent_ground))
                painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 5, 5)
            if isinstance(row, Mention):
                _paint_mention(painter, rect, row, scheme)
            else:
                _paint_triangle(painter, rect, scheme, opened=bool(index.data(ThingsModel.OPENED)))
                _paint_thing(painter, rect.adjusted(TRIANGLE - 4, 0, 0, 0), row, scheme)
        painter.restore()


def _sizes(line: int) -> dict[RowKind, QSize]:
    """Pixels of each kind of row, where a line is so high."""
    return {
        "group": QSize(80, line + 12),
        "thing": QSize(80, 2 * line + 12),
        "mention": QSize(80, 3 * line + 8),
    }


def _paint_group(painter: QPainter, rect: QRect, name: str, scheme: Colours) -> None:
    painter.setFont(_sized(painter.font(), 0.88, bold=True))
    painter.setPen(QColor(scheme.muted))
    painter.drawText(
        rect.adjusted(8, 8, -8, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name.upper()
    )


def _paint_triangle(painter: QPainter, rect: QRect, scheme: Colours, *, opened: bool) -> None:
    """Points right where the row is closed, down where its mentions are shown."""
    middle = QPointF(rect.left() + TRIANGLE / 2 + 1, rect.center().y() + 0.5)
    corners = ((-4, -2), (4, -2), (0, 3)) if opened else ((-2, -4), (-2, 4), (3, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.muted))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))


def _paint_mention(painter: QPainter, rect: QRect, row: Mention, scheme: Colours) -> None:
    line = painter.fontMetrics().height()
    inner = rect.adjusted(TRIANGLE + 8, 3, -6, -3)
    paint_rich(painter, QRectF(inner).adjusted(0, 0, 0, 2 - line), row.html, QColor(scheme.ink))
    painter.setFont(_sized(painter.font(), 0.86))
    painter.setPen(QColor(scheme.amber if row.open else scheme.accent))
    painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, _cut(painter, row.facts, inner.width()))


def _paint_thing(painter: QPainter, rect: QRect, thing: Thing, scheme: Colours) -> None:
    chip = _paint_chip(painter, rect, thing, scheme)
    left = chip.right() + 8
    text = QRect(left, rect.top() + 5, rect.right() - left - 2, rect.height() // 2 - 4)
    font = painter.font()
    painter.setPen(QColor(scheme.ink))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, _cut(painter, names_of(thing), text.width()))
    painter.setFont(_sized(font, 0.86))
    painter.setPen(QColor(scheme.amber if thing.undecided else scheme.accent))
    text.translate(0, rect.height() // 2 - 3)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, _cut(painter, counts_of(thing), text.width()))
    painter.setFont(font)


def _paint_chip(painter: QPainter, rect: QRect, thing: Thing, scheme: Colours) -> QRect:
    """Dashed and amber while something is to decide for all its mentions, else solid and violet."""
    open_ = thing.undecided == len(thing.marks)
    font = painter.font()
    painter.setFont(_sized(font, 0.86, bold=True))
    height = painter.fontMetrics().height() + 6
    top = rect.top() + (rect.height() - height) // 2
    chip = QRect(rect.left() + 8, top, min(104, int(rect.width() * 0.4)), height)
    style = Qt.PenStyle.DashLine if open_ else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(scheme.amber if open_ else scheme.violet), 1.2, style))
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
