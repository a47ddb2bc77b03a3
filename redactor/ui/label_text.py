"""Making a label fit into the place of the words that it replaces."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF


@lru_cache(maxsize=512)
def font(pixels: int, stretch: int, bold: bool) -> QFont:
    """The system's font at a size in pixels, stretched by so many percent."""
    font = QFont()
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setStretch(stretch)
    return font


@lru_cache(maxsize=8192)
def fitted(text: str, width: int, height: int, bold: bool) -> tuple[int, int, str]:
    """How to write `text` into a box of so many pixels: size in pixels, stretch in percent, and what of it to show.

    It is narrowed first, then made smaller, then shortened; nothing is shown where nothing could be read.
    """
    largest = max(round(height * 0.74), 1)
    smallest = max(round(height * 0.52), 7)
    for pixels, stretch in (
        (largest, 100),
        (largest, 85),
        (largest, 72),
        (round(height * 0.62), 72),
        (smallest, 72),
    ):
        metrics = QFontMetricsF(font(pixels, stretch, bold))
        if metrics.horizontalAdvance(text) <= width:
            return pixels, stretch, text
    shortened = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return smallest, 72, "" if shortened in ("", "…") else shortened
