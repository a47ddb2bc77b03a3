"""Draws a sentence with words in bold into a rectangle, over as many lines as fit."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument, QTextOption


def paint_rich(painter: QPainter, room: QRectF, html: str, ink: QColor) -> None:
    """Draw `html`, in which everything from a draft is escaped; pixels."""
    document = QTextDocument()
    document.setDefaultFont(painter.font())
    document.setDocumentMargin(0)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(wrap)
    document.setHtml(html)
    document.setTextWidth(room.width())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, ink)
    line = document.size().height() / max(1, document.firstBlock().layout().lineCount())
    context.clip = QRectF(0, 0, room.width(), int(room.height() / line) * line)
    painter.save()
    painter.translate(room.topLeft())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()
