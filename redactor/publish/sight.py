"""One page as pypdfium2 sees it: its pixels, the objects that draw them, its characters with their places."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

Pixels = npt.NDArray[np.uint8]
"""Rows from the top, columns, red green blue."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF space."""

Cut = tuple[slice, slice]
"""Rows and columns of a drawn page."""

_INKLESS: frozenset[int] = frozenset((pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP))
_DEEPEST = 12
"""Forms within forms that are followed."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A page object.

    Args:
        raw: pypdfium2's.
        type: one of its FPDF_PAGEOBJ numbers.
        box: what it covers at most, in PDF space of the page.
        to_page: from the space of the forms that draw it to that of the page.
    """

    raw: object
    type: int
    box: Box
    to_page: pypdfium2.PdfMatrix

    @property
    def is_text(self) -> bool:
        """Whether it shows glyphs."""
        return bool(self.type == pdfium.FPDF_PAGEOBJ_TEXT)

    @property
    def inkless(self) -> bool:
        """Whether it is text that is drawn without ink (ISO 32000-1 9.3.6, modes 3 and 7)."""
        mode = int(pdfium.FPDFTextObj_GetTextRenderMode(self.raw))
        return mode in _INKLESS

    @property
    def size(self) -> float:
        """The type size of text, points on the page."""
        size, own = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(self.raw, size)
        pdfium.FPDFPageObj_GetMatrix(self.raw, own)
        matrix = pypdfium2.PdfMatrix.from_raw(own).multiply(self.to_page)
        return float(size.value) * max(math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d))

    @property
    def colour(self) -> tuple[int, int, int, int]:
        """Red, green, blue and opacity of what it fills, 0 to 255."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFPageObj_GetFillColor(self.raw, red, green, blue, alpha)
        return red.value, green.value, blue.value, alpha.value

    @property
    def clips(self) -> Iterator[Box]:
        """The extent on the page of each path that it is clipped to."""
        clip = pdfium.FPDFPageObj_GetClipPath(self.raw)
        for path in range(max(0, pdfium.FPDFClipPath_CountPaths(clip))):
            count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
            points = [_point(pdfium.FPDFClipPath_GetPathSegment(clip, path, at)) for at in range(count)]
            if points:
                xs, ys = zip(*(self.to_page.on_point(*point) for point in points), strict=True)
                yield min(xs), min(ys), max(xs), max(ys)


class Char:
    """One character that a page draws: index in the text page, box in PDF space (left, bottom, right, top)."""

    __slots__ = ("box", "code", "index", "obj")

    def __init__(self, text_page: pypdfium2.PdfTextPage, index: int) -> None:
        self.index = index
        self.code = pdfium.FPDFText_GetUnicode(text_page, index)
        self.obj = pdfium.FPDFText_GetTextObject(text_page, index)
        self.box: Box = text_page.get_charbox(index)


def things(page: pypdfium2.PdfPage) -> Iterator[Thing]:
    """What the page draws, in that order, and what its forms draw."""
    for obj in page.get_objects(max_depth=_DEEPEST):
        box, matrix, container = obj.get_bounds(), pypdfium2.PdfMatrix(), obj.container
        while container is not None:
            step = container.get_matrix()
            box, matrix = step.on_rect(*box), matrix.multiply(step)
            container = container.container
        yield Thing(obj.raw, obj.type, box, matrix)


def pixels(page: pypdfium2.PdfPage, scale: float, *, annotations: bool = False, ground: int = 255) -> Pixels:
    """The page as drawn, rows from the top, RGB; `scale` in pixels a point, `ground` the grey of the paper."""
    return _rendered(page, scale, (0.0, 0.0, 0.0, 0.0), annotations, ground)


def pixels_within(page: pypdfium2.PdfPage, scale: float, box: Box, ground: int) -> Pixels:
    """The same of a box in PDF space alone, without annotations."""
    width, height = (math.ceil(size * scale) for size in page.get_size())
    rows, columns = _place(page, (height, width), box)
    off = (columns.start, height - rows.stop, width - columns.stop, rows.start)
    left, bottom, right, top = (max(0, pixels) / scale for pixels in off)
    return _rendered(page, scale, (left, bottom, right, top), False, ground)


def _rendered(page: pypdfium2.PdfPage, scale: float, off: Box, annotations: bool, ground: int) -> Pixels:
    """`off`: what is cut off at the left, bottom, right and top, points."""
    paper = (ground, ground, ground, 255)
    bitmap = page.render(scale=scale, crop=off, draw_annots=annotations, rev_byteorder=True, fill_color=paper)
    drawn: Pixels = bitmap.to_numpy()[:, :, :3]
    return drawn


@contextmanager
def switched_off(hidden: Sequence[Thing]) -> Iterator[None]:
    """The page is drawn without these, for a while; the file is as it was."""
    with _switched(hidden, False):
        yield


@contextmanager
def switched_on(shown: Sequence[Thing]) -> Iterator[None]:
    """Of what is switched off, these are drawn for a while."""
    with _switched(shown, True):
        yield


@contextmanager
def _switched(some: Sequence[Thing], on: bool) -> Iterator[None]:
    for thing in some:
        pdfium.FPDFPageObj_SetIsActive(thing.raw, on)
    try:
        yield
    finally:
        for thing in some:
            pdfium.FPDFPageObj_SetIsActive(thing.raw, not on)


def cut(page: pypdfium2.PdfPage, image: Pixels, box: Box) -> Cut:
    """Where a box in PDF space lies in the drawn page."""
    return _place(page, image.shape[:2], box)


def _place(page: pypdfium2.PdfPage, size: tuple[int, ...], box: Box) -> Cut:
    height, width = size
    px, py = ctypes.c_int(), ctypes.c_int()
    xs, ys = [], []
    for x, y in ((box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])):
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, px, py)
        xs.append(max(0, px.value))
        ys.append(max(0, py.value))
    return slice(min(ys), max(ys) + 1), slice(min(xs), max(xs) + 1)


def address(obj: object) -> int:
    """What tells one of pypdfium2's page objects from another; 0 for none."""
    return ctypes.cast(obj, ctypes.c_void_p).value or 0 if obj else 0  # type: ignore[arg-type]  # a pointer


def meets(one: Box, two: Box) -> bool:
    """Whether two boxes share any area."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def within(inner: Box, outer: Box) -> bool:
    """Whether a box lies within another, to a point."""
    return all(inner[at] >= outer[at] - 1 and inner[at + 2] <= outer[at + 2] + 1 for at in (0, 1))


def _point(segment: object) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value
