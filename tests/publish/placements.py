"""Ways in which a page of a draft may come to lie in the file: turned, slanted, in forms."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial

import pymupdf
from typesetter import HEIGHT, WIDTH

Placement = Callable[[bytes], bytes]
"""From a draft of one page to one that shows the same otherwise."""


def slanted(pdf: bytes, degrees: float) -> bytes:
    """The same drawn smaller and turned about the middle of the page."""
    turn, scale = math.radians(degrees), 0.65
    a, b = scale * math.cos(turn), scale * math.sin(turn)
    x, y = WIDTH / 2, HEIGHT / 2
    matrix = (a, b, -b, a, x - a * x + b * y, y - b * x - a * y)
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        page = doc[0]
        operands = " ".join(f"{value:.6f}" for value in matrix).encode()
        data = b"q " + operands + b" cm\n" + page.read_contents() + b"\nQ"
        xref = doc.get_new_xref()
        doc.update_object(xref, "<<>>")
        doc.update_stream(xref, data)
        page.set_contents(xref)
        return bytes(doc.tobytes())


def turned(pdf: bytes, degrees: int) -> bytes:
    """The page turned by /Rotate."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        doc[0].set_rotation(degrees)
        return bytes(doc.tobytes())


def in_form(pdf: bytes, pages: int, across: int = 1) -> bytes:
    """The page as a form that every page draws, so many times side by side."""
    with pymupdf.open(stream=pdf, filetype="pdf") as source, pymupdf.open() as doc:
        for _ in range(pages):
            page = doc.new_page(width=WIDTH * across, height=HEIGHT)
            for left in range(across):
                page.show_pdf_page(pymupdf.Rect(WIDTH * left, 0, WIDTH * (left + 1), HEIGHT), source, 0)
        return bytes(doc.tobytes())


PLACEMENTS: Mapping[str, Placement] = {
    "slanted by 35": partial(slanted, degrees=35),
    "slanted by -5": partial(slanted, degrees=-5),
    "upwards": partial(slanted, degrees=90),
    "downwards": partial(slanted, degrees=270),
    "upside down": partial(slanted, degrees=180),
    "page turned by 90": partial(turned, degrees=90),
    "page turned by 270": partial(turned, degrees=270),
    "form of two pages": partial(in_form, pages=2),
    "form drawn twice": partial(in_form, pages=1, across=2),
    "form in a form": lambda pdf: in_form(in_form(pdf, 1), 2),
}
