"""The lines that were found on a page, before they are put in reading order."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redactor.document.page import Page
from redactor.document.readers.layout import Line, page_of


@dataclass(frozen=True, slots=True)
class PageLines:
    """What was found on a page.

    Args:
        lines: as they were drawn or recognised; turned so that those of a skewed scan are level.
        width, height: of the page as displayed, points.
        turn: by how much the lines were skewed (radians, clockwise), about the page's centre.
        ocr, confidence: as in `Page`.
    """

    lines: Sequence[Line]
    width: float
    height: float
    turn: float = 0.0
    ocr: bool = False
    confidence: float = 1.0

    def page(self, number: int) -> Page:
        """The page, its lines in reading order, each character in its place. `number` is 1-based."""
        page = page_of(
            self.lines,
            number=number,
            width=self.width,
            height=self.height,
            ocr=self.ocr,
            confidence=self.confidence,
        )
        if not self.turn:
            return page
        return replace(page, quads=turned(page.quads, self.turn, (self.width / 2, self.height / 2)))


def turned(quads: array[float], angle: float, centre: tuple[float, float]) -> array[float]:
    """Turn places by `angle` (radians, clockwise as seen) about `centre`; what has no place keeps none."""
    cosine, sine = math.cos(angle), math.sin(angle)
    moved = array("f", quads)
    for start in range(0, len(quads), 8):
        if not any(quads[start : start + 8]):
            continue
        for index in range(start, start + 8, 2):
            x, y = quads[index] - centre[0], quads[index + 1] - centre[1]
            moved[index] = centre[0] + x * cosine - y * sine
            moved[index + 1] = centre[1] + x * sine + y * cosine
    return moved
