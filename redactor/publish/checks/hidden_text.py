"""No text is there that cannot be seen; the text recognised in a scan may lie over its picture."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.publish.plan import Secret
from redactor.publish.published import (
    Box,
    Char,
    Pixels,
    Problem,
    Published,
    address,
    excerpt,
    helvetica,
    meets,
    pixels,
)

PROMISE = "No text is invisible: none without ink, in the colour of its ground, outside the page or too small to see."

TINY = 1.5
"""Type size in points below which nobody is meant to read."""

_SCALE = 1.5
_FLAT = 10
_PALE = 200


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """One problem for each page and way of hiding."""
    out = []
    for number in range(len(published.drawn)):
        ways: dict[str, str] = {}
        for way, char in _hidden(published, number):
            ways[way] = ways.get(way, "") + char
        for way, words in ways.items():
            shown = excerpt(words)
            sentence = f"Text that cannot be seen ({way}) is on page {number + 1}: “{shown}”."
            out.append(Problem("hidden_text", number + 1, "hidden text", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write a line without ink."""
    page = published.pdf.pages[0]
    name = helvetica(page)
    page.contents_add(f"BT {name} 11 Tf 3 Tr 1 0 0 1 72 30 Tm (not to be seen) Tj ET".encode())
    return published.saved()


def _hidden(published: Published, number: int) -> Iterator[tuple[str, str]]:
    page, text_page = published.page(number), published.text_page(number)
    crop = page.get_cropbox()
    pictures = [o.get_bounds() for o in page.get_objects(max_depth=12) if o.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    suspects = _suspects(page)
    if not suspects and not _text_outside(page, crop):
        return
    image = None
    for index in range(text_page.count_chars()):
        char = Char(text_page, index)
        if not chr(char.code).isalnum() or not char.obj:
            continue
        if not meets(char.box, crop):
            yield "outside the page", chr(char.code)
            continue
        why = suspects.get(address(char.obj))
        if why == "without ink" and any(_within(char.box, picture) for picture in pictures):
            continue
        if why == "in the colour of its ground":
            image = pixels(published, number, _SCALE) if image is None else image
            if not _flat(image, char.box, page):
                continue
        if why:
            yield why, chr(char.code)


def _suspects(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Text objects that may be hidden, by address, and why."""
    out = {}
    for obj in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=12):
        place = address(obj.raw)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(obj.raw)
        if mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP):
            out[place] = "without ink"
        elif _size(obj) < TINY:
            out[place] = "too small to see"
        elif _pale(obj):
            out[place] = "in the colour of its ground"
    return out


def _size(obj: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(obj.raw, size)
    a, b, c, d, _, _ = obj.get_matrix().get()
    return float(size.value) * max(math.hypot(a, b), math.hypot(c, d))


def _pale(obj: pypdfium2.PdfObject) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(obj.raw, red, green, blue, alpha)
    return alpha.value < 40 or min(red.value, green.value, blue.value) > _PALE


def _text_outside(page: pypdfium2.PdfPage, crop: Box) -> bool:
    for obj in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=12):
        left, bottom, right, top = obj.get_bounds()
        if left < crop[0] - 1 or bottom < crop[1] - 1 or right > crop[2] + 1 or top > crop[3] + 1:
            return True
    return False


def _flat(image: Pixels, box: Box, page: pypdfium2.PdfPage) -> bool:
    """Whether the drawn page shows a single colour where the character stands."""
    corners = [_device(page, image, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    part = image[max(0, min(ys)) : max(ys) + 1, max(0, min(xs)) : max(xs) + 1]
    return part.size == 0 or bool(np.ptp(part.reshape(-1, 3), axis=0).max() < _FLAT)


def _device(page: pypdfium2.PdfPage, image: Pixels, x: float, y: float) -> tuple[int, int]:
    height, width = image.shape[:2]
    px, py = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, px, py)
    return px.value, py.value


def _within(box: Box, picture: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return picture[0] <= x <= picture[2] and picture[1] <= y <= picture[3]
