"""Which way the text of a quad runs."""

from __future__ import annotations

import pymupdf

from redactor.publish.plan import Removal
from redactor.publish.quads import corners


def box(x0: float, y0: float, x1: float, y1: float) -> tuple[float, ...]:
    return (x0, y0, x1, y0, x0, y1, x1, y1)


def test_a_tall_quad_of_several_letters_is_turned_text() -> None:
    mark = Removal("m", 1, (box(10, 10, 20, 90),), "Keziah", "PERSON", "")  # type: ignore[arg-type]  # eight

    quad = corners(mark, pymupdf.Matrix(1, 1))[0]

    assert abs(quad.ur - quad.ul) == 80


def test_a_narrow_letter_at_the_end_of_a_line_is_not() -> None:
    pieces = (box(10, 10, 12, 24), box(10, 30, 60, 44))
    mark = Removal("m", 1, pieces, "I Macready", "PERSON", "")  # type: ignore[arg-type]  # eight numbers each

    quad = corners(mark, pymupdf.Matrix(1, 1))[0]

    assert abs(quad.ur - quad.ul) == 2
