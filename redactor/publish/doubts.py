"""Which text of a page may be there without being seen: what its objects say, before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from redactor.publish.sight import Box, Thing, meets, within

TINY = 1.5
"""Type size in points below which nobody is meant to read; a lower box is a rule, and hides nothing."""

GROUNDS = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING)
"""What may lie over text or under it."""

_PALE = 200
_ALIKE = 60
"""Colours that differ by less, of 255, may not be told apart."""


def doubts(drawn: Sequence[Thing], crop: Box, annotations: Sequence[Box]) -> list[int]:
    """The places, in the order of drawing, of text over which something lies, or that has no ink, or ink like its
    ground, or that is tiny, clipped or outside the page."""
    grounds = _Grounds(drawn)
    return [
        place
        for place, thing in enumerate(drawn)
        if thing.is_text and (_by_itself(thing, crop, annotations) or grounds.hide(place, thing))
    ]


def _by_itself(text: Thing, crop: Box, annotations: Sequence[Box]) -> bool:
    red, green, blue, alpha = text.colour
    return (
        alpha < 255
        or min(red, green, blue) > _PALE
        or text.inkless
        or text.size < TINY
        or not within(text.box, crop)
        or any(meets(text.box, box) for box in annotations)
        or any(not within(text.box, clip) for clip in text.clips)
    )


class _Grounds:
    """The paths, pictures and shadings of a page, to compare text with all of them at once."""

    def __init__(self, drawn: Sequence[Thing]) -> None:
        grounds = [
            (place, thing)
            for place, thing in enumerate(drawn)
            if thing.type in GROUNDS and thing.box[3] - thing.box[1] > TINY
        ]
        self._places = np.array([place for place, _ in grounds], int)
        self._boxes: npt.NDArray[np.float64] = np.array([t.box for _, t in grounds], float).reshape(-1, 4)
        self._colours = np.array([thing.colour[:3] for _, thing in grounds], int).reshape(-1, 3)
        self._plain = np.array([thing.type == pdfium.FPDF_PAGEOBJ_PATH for _, thing in grounds], bool)

    def hide(self, place: int, text: Thing) -> bool:
        """Whether one of them lies over the text, or under it in nearly its colour or in colours unknown."""
        if not len(self._places):
            return False
        left, bottom, right, top = text.box
        x0, y0, x1, y1 = self._boxes.T
        meet = (x0 < right) & (left < x1) & (y0 < top) & (bottom < y1)
        if not meet.any():
            return False
        unlike = (np.abs(self._colours - np.array(text.colour[:3])) >= _ALIKE).any(axis=1)
        return bool((meet & ((self._places > place) | ~(unlike & self._plain))).any())
