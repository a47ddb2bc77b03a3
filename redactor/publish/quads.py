"""Quads on a page as PyMuPDF counts: points from the top left, before the page is turned by /Rotate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pymupdf

from redactor.publish.plan import Removal

SIDE, EDGE = 0.06, 0.4
"""How far text removal keeps from the ends and from the upper and lower edge of a quad, as parts of its height."""

TURNED = 3
"""A quad of several characters that is so many times higher than wide holds turned text."""

_LEVEL = 0.1
"""A quad that rises by no more than this, in points, is level."""
_THINNEST = 1.0
_BEND = 0.05
"""Sine of the angle from which on two pieces run different ways."""


def corners(removal: Removal, unturn: pymupdf.Matrix) -> list[pymupdf.Quad]:
    """The quads of a removal that have an area, brought from the page as displayed by its derotation matrix."""
    quads = []
    for quad in removal.quads:
        turned = pymupdf.Quad(*(pymupdf.Point(quad[at], quad[at + 1]) * unturn for at in (0, 2, 4, 6)))
        if abs(turned.ur - turned.ul) > 0.01 and abs(turned.ll - turned.ul) > 0.01:
            quads.append(turned)
    if len(removal.text) < 2 or any(abs(quad.ur - quad.ul) > abs(quad.ll - quad.ul) for quad in quads):
        return quads  # a single letter is narrow, also where the rest of the mark stands on another line
    return [_read_along(quad) for quad in quads]


def core(quad: pymupdf.Quad) -> pymupdf.Quad:
    """The middle of a quad, where glyphs of its own line and of no other lie."""
    along, down = quad.ur - quad.ul, quad.ll - quad.ul
    side = min(SIDE * abs(down) / abs(along), 0.2)
    x, y = along * side, down * EDGE
    return pymupdf.Quad(quad.ul + x + y, quad.ur - x + y, quad.ll + x - y, quad.lr - x - y)


def outer(quad: pymupdf.Quad) -> pymupdf.Quad:
    """A quad grown by a point on each side: the ink of pictures and lines passes the glyph's box."""
    x, y = (quad.ur - quad.ul).unit, (quad.ll - quad.ul).unit
    return pymupdf.Quad(quad.ul - x - y, quad.ur + x - y, quad.ll - x + y, quad.lr + x + y)


def slices(quad: pymupdf.Quad) -> list[pymupdf.Quad]:
    """A slanted quad in pieces as long as it is high: PyMuPDF works on the upright rectangle around a quad."""
    along, down = quad.ur - quad.ul, quad.ll - quad.ul
    if min(abs(along.x), abs(along.y)) <= _LEVEL:
        return [quad]
    count = max(1, math.ceil(abs(along) / max(abs(down), _THINNEST)))
    step = along * (1 / count)
    lefts = [step * n for n in range(count)]
    return [pymupdf.Quad(quad.ul + x, quad.ul + x + step, quad.ll + x, quad.ll + x + step) for x in lefts]


def touch(one: pymupdf.Rect, two: pymupdf.Rect) -> bool:
    """Whether two rectangles meet; unlike PyMuPDF's own test, also where one is a line without thickness."""
    return bool(one.x0 <= two.x1 and two.x0 <= one.x1 and one.y0 <= two.y1 and two.y0 <= one.y1)


def any_touch(ones: Sequence[Sequence[float]], twos: Sequence[Sequence[float]]) -> bool:
    """Whether any rectangle of the first touches any of the second."""
    if not ones or not twos:
        return False
    x0, y0, x1, y1 = np.array([one[:4] for one in ones], float).T
    return any(
        bool(((x0 <= right) & (left <= x1) & (y0 <= bottom) & (top <= y1)).any())
        for left, top, right, bottom in twos
    )


def bends(before: pymupdf.Quad, quad: pymupdf.Quad) -> bool:
    """Whether a piece of a mark runs another way than the one before it, as letters along a curve do."""
    one, two = (before.ur - before.ul).unit, (quad.ur - quad.ul).unit
    return bool(abs(one.x * two.y - one.y * two.x) > _BEND)


def along_a_curve(quads: Sequence[pymupdf.Quad]) -> bool:
    """Whether the pieces of a mark stand along a curve."""
    return any(bends(before, quad) for before, quad in pairwise(quads))


def _read_along(quad: pymupdf.Quad) -> pymupdf.Quad:
    """Turn the corners of a tall quad so that "along" is its long side: its text runs upwards or downwards."""
    if abs(quad.ll - quad.ul) < TURNED * abs(quad.ur - quad.ul):
        return quad
    return pymupdf.Quad(quad.ll, quad.ul, quad.lr, quad.ur)
