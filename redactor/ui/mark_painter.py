"""How a mark looks: its state told by colour and, without colour, by pattern."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from redactor.document.page import Place, Quad
from redactor.ui.label_text import fitted, font


class Look(StrEnum):
    """What a mark's state looks like."""

    PROVISIONAL = "provisional"
    UNDECIDED = "undecided"
    LABEL = "label"
    BLACKOUT = "blackout"
    KEEP = "keep"
    CHALLENGED = "challenged"


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark as the page shows it.

    Args:
        id: the mark's.
        places: where it stands.
        look: what its state looks like.
        label: what stands in its place: the pseudonym, or the reason on a black box.
        spoken: the mark in words, for its tooltip and for screen readers.
    """

    id: str
    places: tuple[Place, ...]
    look: Look
    label: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class MarkColours:
    """The colours of the pages and what is marked on them, "#rrggbb". Paper is light in every theme.

    Args:
        page: paper.
        undecided, label, blackout, keep, challenged, current: the states, each with 4.5:1 on its ground.
        undecided_ground, label_ground: the grounds of two of them.
        found: behind what a search found.
        selected: behind selected text.
    """

    page: str = "#ffffff"
    undecided: str = "#a85605"
    undecided_ground: str = "#fdf1e3"
    label: str = "#5b3fa0"
    label_ground: str = "#efeaf8"
    blackout: str = "#1d2733"
    keep: str = "#66727e"
    challenged: str = "#a61b1b"
    current: str = "#0b6e6e"
    found: str = "#cfe8f7"
    selected: str = "#b5d5f5"


@dataclass(frozen=True, slots=True)
class Brush:
    """What a mark is painted with.

    Args:
        painter: in logical pixels of the view.
        origin: the page's top left.
        scale: logical pixels per point.
        colours: of all states.
    """

    painter: QPainter
    origin: QPointF
    scale: float
    colours: MarkColours

    @contextmanager
    def upright(self, quad: Quad) -> Iterator[QRectF]:
        """The quad as an upright box, with the painter turned so that it falls into place."""
        left, top = self.origin.x() + quad[0] * self.scale, self.origin.y() + quad[1] * self.scale
        width = math.hypot(quad[2] - quad[0], quad[3] - quad[1]) * self.scale
        height = math.hypot(quad[4] - quad[0], quad[5] - quad[1]) * self.scale
        turn = math.degrees(math.atan2(quad[3] - quad[1], quad[2] - quad[0]))
        if not turn:
            yield QRectF(left, top, width, height)
            return
        self.painter.save()
        self.painter.translate(left, top)
        self.painter.rotate(turn)
        yield QRectF(0, 0, width, height)
        self.painter.restore()

    def line(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """Outline with `width` pixels at 100 %, somewhat more where the page is larger; fill with nothing."""
        pen = QPen(QColor(colour), width * min(max(self.scale / 1.4, 0.8), 1.8), style)
        if style == Qt.PenStyle.DashLine:
            pen.setDashPattern([3, 2])
        elif style == Qt.PenStyle.DotLine:
            pen.setDashPattern([0.01, 2.2])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def tint(self, box: QRectF, colour: str) -> None:
        """Colour the paper under the words, which stay readable."""
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self.painter.fillRect(box, QColor(colour))
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def fill(self, box: QRectF, edge: str, inside: str) -> None:
        """Cover the words with a box."""
        self.painter.setPen(QPen(QColor(edge), 1.2))
        self.painter.setBrush(QColor(inside))
        self.painter.drawRoundedRect(box, 2, 2)

    def write(self, box: QRectF, text: str, colour: str, *, bold: bool) -> None:
        """Write `text` into the middle of `box`, narrowed or shortened where it is too long; upwards in a tall one."""
        if box.height() > 2 * box.width():
            self.painter.save()
            self.painter.translate(box.bottomLeft())
            self.painter.rotate(-90)
            self._write_level(QRectF(0, 0, box.height(), box.width()), text, colour, bold)
            self.painter.restore()
        else:
            self._write_level(box, text, colour, bold)

    def _write_level(self, box: QRectF, text: str, colour: str, bold: bool) -> None:
        pixels, stretch, shown = fitted(text, round(box.width()), round(box.height()), bold)
        if shown:
            self.painter.setFont(font(pixels, stretch, bold))
            self.painter.setPen(QColor(colour))
            self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)


def paint_mark(brush: Brush, mark: DrawnMark, quads: tuple[Quad, ...], *, uncovered: bool) -> None:
    """Paint the pieces of a mark on one page; `uncovered`: let the words be read whatever its state."""
    widest = max(range(len(quads)), key=lambda index: _width(quads[index]))
    paint = _UNCOVERED.get(mark.look, _LOOKS[mark.look]) if uncovered else _LOOKS[mark.look]
    for index, quad in enumerate(quads):
        with brush.upright(quad) as box:
            paint(brush, box, mark.label, index == widest)


def paint_current(brush: Brush, quads: tuple[Quad, ...]) -> None:
    """Paint the ring around the current mark, parted by a light line from a black box; letters show through it."""
    painter = brush.painter
    for quad in quads:
        with brush.upright(quad) as box:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(brush.colours.page), 1))
            painter.drawRoundedRect(box.adjusted(-2, -1.5, 2, 1.5), 2, 2)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.setPen(QPen(QColor(brush.colours.current), 3))
            painter.drawRoundedRect(box.adjusted(-4, -3.5, 4, 3.5), 4, 4)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def paint_found(brush: Brush, quads: tuple[Quad, ...]) -> None:
    """Paint what a search found: a light ground and a thin line below."""
    for quad in quads:
        with brush.upright(quad) as box:
            brush.tint(box, brush.colours.found)
            brush.line(brush.colours.current, 1.0)
            brush.painter.drawLine(box.bottomLeft(), box.bottomRight())


def paint_underlined(brush: Brush, quads: tuple[Quad, ...]) -> None:
    """Paint a thin dashed line below words that a reader's eye should rest on."""
    for quad in quads:
        with brush.upright(quad) as box:
            brush.line(brush.colours.current, 1.2, Qt.PenStyle.DashLine)
            brush.painter.drawLine(box.bottomLeft(), box.bottomRight())


def paint_selected(brush: Brush, quads: tuple[Quad, ...]) -> None:
    """Paint selected text."""
    for quad in quads:
        with brush.upright(quad) as box:
            brush.tint(box, brush.colours.selected)


def paint_caret(brush: Brush, x: float, top: float, bottom: float) -> None:
    """Paint the caret of the text selection; points on the page."""
    brush.painter.setPen(QPen(QColor(brush.colours.blackout), 2))
    scale, origin = brush.scale, brush.origin
    brush.painter.drawLine(origin + QPointF(x, top) * scale, origin + QPointF(x, bottom) * scale)


def paint_area(brush: Brush, box: tuple[float, float, float, float]) -> None:
    """Paint an area that is being drawn: left, top, right, bottom, points on the page."""
    left, top, right, bottom = (side * brush.scale for side in box)
    rectangle = QRectF(left, top, right - left, bottom - top).translated(brush.origin)
    shade = QColor(brush.colours.blackout)
    shade.setAlpha(60)
    brush.painter.fillRect(rectangle, shade)
    brush.line(brush.colours.blackout, 1.5, Qt.PenStyle.DashLine)
    brush.painter.drawRect(rectangle)


def _provisional(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.line(brush.colours.undecided, 1.0, Qt.PenStyle.DotLine)
    brush.painter.drawRoundedRect(_around(box), 2, 2)


def _undecided(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.tint(_around(box), brush.colours.undecided_ground)
    brush.line(brush.colours.undecided, 1.3, Qt.PenStyle.DashLine)
    brush.painter.drawRoundedRect(_around(box), 2, 2)


def _label(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.fill(_around(box), brush.colours.label, brush.colours.label_ground)
    if leads:
        brush.write(box, label, brush.colours.label, bold=True)


def _label_uncovered(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.tint(_around(box), brush.colours.label_ground)
    brush.line(brush.colours.label, 1.2)
    brush.painter.drawRoundedRect(_around(box), 2, 2)


def _blackout(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.fill(_around(box), brush.colours.blackout, brush.colours.blackout)
    if leads:
        margin = box.height() * 0.1
        brush.write(box.adjusted(0, margin, 0, -margin), label, brush.colours.page, bold=False)


def _blackout_uncovered(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.line(brush.colours.blackout, 2.0)
    brush.painter.drawRoundedRect(_around(box), 2, 2)


def _keep(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.line(brush.colours.keep, 1.8, Qt.PenStyle.DotLine)
    brush.painter.drawLine(box.bottomLeft(), box.bottomRight())


def _challenged(brush: Brush, box: QRectF, label: str, leads: bool) -> None:
    brush.line(brush.colours.challenged, 1.0)
    brush.painter.drawRect(_around(box))
    brush.painter.drawRect(_around(box).adjusted(-2.5, -2.5, 2.5, 2.5))
    if leads:
        size = max(11.0, box.height() * 0.7)
        badge = QRectF(box.right() - size * 0.2, box.top() - size * 0.6, size, size)
        brush.painter.setBrush(QColor(brush.colours.challenged))
        brush.painter.drawEllipse(badge)
        brush.write(badge, "!", brush.colours.page, bold=True)


_Paint = Callable[[Brush, QRectF, str, bool], None]
"""Paints one piece of a mark: its box, its label, and whether this piece bears the label."""

_LOOKS: dict[Look, _Paint] = {
    Look.PROVISIONAL: _provisional,
    Look.UNDECIDED: _undecided,
    Look.LABEL: _label,
    Look.BLACKOUT: _blackout,
    Look.KEEP: _keep,
    Look.CHALLENGED: _challenged,
}
_UNCOVERED = {Look.LABEL: _label_uncovered, Look.BLACKOUT: _blackout_uncovered}


def _around(box: QRectF) -> QRectF:
    return box.adjusted(-1.5, -0.5, 1.5, 0.5)


def _width(quad: Quad) -> float:
    return math.hypot(quad[2] - quad[0], quad[3] - quad[1])
