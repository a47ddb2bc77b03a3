"""Turn a page for a while, so that slanted lines lie level: MuPDF works on upright boxes around glyphs and marks.

Upright boxes around slanted letters overlap: with a name would go the letters beside it, and some in other lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pymupdf

from redactor.publish.matrices import Matrix, inverse, written
from redactor.publish.parts import put_contents

_LEVEL = 0.1
"""A quad that rises by no more than this, in points, over its length or its height is level."""


def by_turn(quads: Iterable[pymupdf.Quad]) -> dict[float, list[pymupdf.Quad]]:
    """Quads by how far they are turned clockwise, in degrees; 0 for those along an edge of the page."""
    out: dict[float, list[pymupdf.Quad]] = {}
    for quad in quads:
        along = quad.ur - quad.ul
        slanted = min(abs(along.x), abs(along.y)) > _LEVEL
        out.setdefault(round(math.degrees(math.atan2(along.y, along.x)), 1) if slanted else 0.0, []).append(
            quad
        )
    return out


@contextmanager
def level(page: pymupdf.Page, turn: float) -> Iterator[pymupdf.Matrix]:
    """The page (with /Rotate 0) turned back about its middle; from places as they were to where they are meanwhile."""
    if not turn:
        yield pymupdf.Matrix(1, 1)
        return
    x, y = page.rect.width / 2, page.rect.height / 2
    matrix = pymupdf.Matrix(1, 0, 0, 1, -x, -y) * pymupdf.Matrix(-turn) * pymupdf.Matrix(1, 0, 0, 1, x, y)
    there: Matrix = tuple(page.transformation_matrix * matrix * ~page.transformation_matrix)
    _turn(page, there)
    yield matrix
    _turn(page, inverse(there))


def _turn(page: pymupdf.Page, matrix: Matrix) -> None:
    put_contents(page, b"q " + written(matrix) + b" cm\n" + page.read_contents() + b"\nQ")
