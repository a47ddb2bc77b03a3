"""The family drawn: a box for each person, lines for parents, couples, brothers and sisters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneMouseEvent,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from redactor.ui import theme
from redactor.ui import whos_who_words as words
from redactor.ui.family_plan import GAP, HEIGHT, WIDTH, Box, Chart

_MARGIN, _ROUND, _SMALLEST = 12.0, 8.0, 0.7
"""Pixels round the chart, of a corner; and how far it is made smaller to fit, where a scroll bar is better."""
_TITLE = 108.0
"""Pixels for the name of a generation, left of its row."""
_STEP = 7.0
"""Pixels between the levels at which the lines of different parents run."""
_LINES = {
    "parent": Qt.PenStyle.SolidLine, "grandparent": Qt.PenStyle.DashDotLine, "partner": Qt.PenStyle.DashLine,
    "sibling": Qt.PenStyle.DotLine,
}  # fmt: skip


class FamilyChart(QGraphicsView):
    """Arrow keys go from person to person, Enter or a click chooses one."""

    current_changed = Signal(int)
    chosen = Signal(str)  # entity

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAccessibleName(words.FAMILY)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._items: list[_Person] = []
        self._chart = Chart((), (), ())
        self.current = -1

    def show_chart(self, chart: Chart) -> None:
        """Draw a chart, with its first person as the current one."""
        self._chart = chart
        self._draw()
        self.set_current(0 if chart.boxes else -1)

    def set_current(self, number: int) -> None:
        """Make the nth person the current one."""
        if 0 <= number < len(self._items) and number != self.current:
            self.current = number
            self.setAccessibleDescription(self._chart.boxes[number].spoken)
            self.ensureVisible(self._items[number], int(_MARGIN), int(_MARGIN))
            self.current_changed.emit(number)
        for at, item in enumerate(self._items):
            item.set_current(at == self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in step:
            self.set_current(self._towards(*step[Qt.Key(event.key())]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.chosen.emit(self._chart.boxes[self.current].entity)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
            self.set_current(self.current)

    def sizeHint(self) -> QSize:
        return QSize(700, 420)

    def _towards(self, right: int, down: int) -> int:
        """The nearest person in a direction; the current one where there is none."""
        boxes, here = self._chart.boxes, self._chart.boxes[self.current]
        there = [
            (abs(box.y - here.y) * 10 + abs(box.x - here.x), at)
            for at, box in enumerate(boxes)
            if (right and box.y == here.y and (box.x - here.x) * right > 0)
            or (down and (box.y - here.y) * down > 0)
        ]
        return min(there)[1] if there else self.current

    def _draw(self) -> None:
        scene, colours = self.scene(), theme.colours()
        scene.clear()
        scene.setBackgroundBrush(self.palette().base())
        pens = {kind: QPen(self.palette().text().color(), 1.5, style) for kind, style in _LINES.items()}
        for path, kind in _lines(self._chart):
            scene.addPath(path, pens[kind])
        for title, y in self._chart.rows:
            text = scene.addText(title)
            text.setDefaultTextColor(self.palette().placeholderText().color())
            text.setTextWidth(_TITLE)
            text.setPos(-_TITLE - GAP, y + (HEIGHT - text.boundingRect().height()) / 2)
        self._items = []
        for number, box in enumerate(self._chart.boxes):
            item = _Person(box, colours, partial(self._pressed, number))
            scene.addItem(item)
            self._items.append(item)
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self._fit()

    def _pressed(self, number: int) -> None:
        self.set_current(number)
        self.chosen.emit(self._chart.boxes[number].entity)

    def _fit(self) -> None:
        """As large as there is room, but neither too small to read nor larger than life."""
        around, room = self.sceneRect(), self.viewport().size()
        if around.isEmpty():
            return
        scale = min(room.width() / around.width(), room.height() / around.height(), 1.0)
        self.resetTransform()
        self.scale(max(scale, _SMALLEST), max(scale, _SMALLEST))


class _Person(QGraphicsItem):
    """A box: what is published as a chip, the name, the role."""

    def __init__(self, box: Box, colours: theme.Colours, press: Callable[[], None]) -> None:
        """`press`: what a click does."""
        super().__init__()
        self._box, self._colours, self._press = box, colours, press
        self._current = False
        self.setPos(box.x, box.y)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(box.spoken)

    def set_current(self, current: bool) -> None:
        self._current = current
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, WIDTH + 4, HEIGHT + 4)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        colours, box = self._colours, self._box
        painter.setPen(
            QPen(_colour(colours.accent if self._current else colours.edge), 3 if self._current else 1)
        )
        painter.setBrush(_colour(colours.paper))
        painter.drawRoundedRect(QRectF(0, 0, WIDTH, HEIGHT), _ROUND, _ROUND)
        self._paint_chip(painter)
        bold = QFont(painter.font())
        bold.setBold(True)
        _write(painter, box.name, QRectF(10, 30, WIDTH - 20, 18), bold, colours.ink)
        bold.setBold(False)
        _write(painter, box.role, QRectF(10, 48, WIDTH - 20, 18), bold, colours.muted)

    def _paint_chip(self, painter: QPainter) -> None:
        if not self._box.label:
            return
        colours, font = self._colours, QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        wide = min(painter.fontMetrics().horizontalAdvance(self._box.label) + 16, int(WIDTH - 20))
        chip = QRectF(8, 7, wide, 20)
        painter.setPen(QPen(_colour(colours.violet), 1))
        painter.setBrush(_colour(colours.violet_ground))
        painter.drawRoundedRect(chip, 4, 4)
        _write(painter, self._box.label, chip.adjusted(8, 0, -6, 0), font, colours.violet)

    def mousePressEvent(self, _event: QGraphicsSceneMouseEvent) -> None:
        self._press()


def _write(painter: QPainter, text: str, room: QRectF, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(_colour(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _colour(name: str) -> QColor:
    return QColor(name)


def _lines(chart: Chart) -> list[tuple[QPainterPath, str]]:
    """A line for each tie; those of different parents run at different heights, so that each can be followed."""
    at = {box.entity: box for box in chart.boxes}
    parents = list(dict.fromkeys(tie.one for tie in chart.ties if tie.kind in ("parent", "grandparent")))
    arrivals: dict[str, list[str]] = {}
    for tie in chart.ties:
        if tie.kind in ("parent", "grandparent"):
            arrivals.setdefault(tie.other, []).append(tie.one)
    for ones in arrivals.values():
        ones.sort(key=lambda one: at[one].x)
    lines = []
    beside = 0
    for tie in chart.ties:
        one, other = at[tie.one], at[tie.other]
        if tie.kind in ("parent", "grandparent"):
            level = parents.index(tie.one) % 7
            place = (arrivals[tie.other].index(tie.one) + 1) / (len(arrivals[tie.other]) + 1)
            lines.append((_down(one, other, level, place), tie.kind))
        else:
            beside += 1
            lines.append((_across(one, other, beside % 4), tie.kind))
    return lines


def _down(parent: Box, child: Box, level: int, place: float) -> QPainterPath:
    start = QPointF(parent.x + WIDTH / 2, parent.y + HEIGHT)
    end = QPointF(child.x + WIDTH * place, child.y)
    middle = start.y() + 10 + level * _STEP
    path = QPainterPath(start)
    for x, y in ((start.x(), middle), (end.x(), middle), (end.x(), end.y())):
        path.lineTo(x, y)
    return path


def _across(one: Box, other: Box, level: int) -> QPainterPath:
    """Straight between neighbours, above the boxes that lie between others."""
    left, right = sorted((one, other), key=lambda box: box.x)
    if right.y == left.y and right.x - left.x <= WIDTH + GAP + 1:
        path = QPainterPath(QPointF(left.x + WIDTH, left.y + HEIGHT / 2))
        path.lineTo(right.x, right.y + HEIGHT / 2)
        return path
    height = left.y - 6 - level * 4
    departs, arrives = (left.x + WIDTH * (0.6 + 0.08 * level), right.x + WIDTH * (0.1 + 0.08 * level))
    path = QPainterPath(QPointF(departs, left.y))
    for x, y in ((departs, height), (arrives, height), (arrives, right.y)):
        path.lineTo(x, y)
    return path
