"""No text lies under a box or picture."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from redactor.publish.plan import Secret
from redactor.publish.published import Box, Char, Problem, Published, address, excerpt, helvetica, meets

PROMISE = "No text lies under a black box, a white box or a picture: what looks removed is removed."

_OPAQUE = 250


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Characters that something opaque was drawn over."""
    out = []
    for number in range(len(published.drawn)):
        covered = _covered(published, number)
        if covered:
            words = "".join(covered)
            shown = excerpt(words)
            sentence = f"Text lies under a box or picture on page {number + 1}: “{shown}”."
            out.append(Problem("covered_text", number + 1, "text under a box", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write a line and draw a black box over it."""
    page = published.pdf.pages[0]
    name = helvetica(page)
    page.contents_add(
        f"BT {name} 11 Tf 1 0 0 1 72 60 Tm (under the box) Tj ET 0 g 70 56 120 16 re f".encode()
    )
    return published.saved()


def _covered(published: Published, number: int) -> list[str]:
    under = _under(published.page(number), published.text_page(number))
    if not under:
        return []
    text_page = published.text_page(number)
    out = []
    for index in range(text_page.count_chars()):
        covers = under.get(address(pdfium.FPDFText_GetTextObject(text_page, index)))
        if covers:
            char = Char(text_page, index)
            if chr(char.code).isalnum() and any(_inside(char.box, box) for box in covers):
                out.append(chr(char.code))
    return out


def _under(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> dict[int, list[Box]]:
    """The text objects, by address, that something opaque was drawn over later, and its boxes."""
    texts: list[tuple[int, Box]] = []
    out: dict[int, list[Box]] = {}
    for obj in page.get_objects(max_depth=12):
        if obj.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append((address(obj.raw), obj.get_bounds()))
        elif texts and _is_opaque(obj):
            box = obj.get_bounds()
            if _any_text(text_page, box):
                for place, bounds in texts:
                    if meets(bounds, box):
                        out.setdefault(place, []).append(box)
    return out


def _is_opaque(obj: pypdfium2.PdfObject) -> bool:
    if pdfium.FPDFPageObj_HasTransparency(obj.raw):
        return False
    if obj.type == pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    if obj.type != pdfium.FPDF_PAGEOBJ_PATH:
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(obj.raw, fill, stroke)
    return bool(fill.value) and _alpha(obj) >= _OPAQUE and _is_box(obj)


def _alpha(obj: pypdfium2.PdfObject) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(obj.raw, red, green, blue, alpha)
    return alpha.value


def _is_box(obj: pypdfium2.PdfObject) -> bool:
    """Whether a path is a rectangle or nearly one: few straight pieces."""
    count = pdfium.FPDFPath_CountSegments(obj.raw)
    if not 3 <= count <= 12:
        return False
    segments = (pdfium.FPDFPath_GetPathSegment(obj.raw, at) for at in range(count))
    return all(pdfium.FPDFPathSegment_GetType(s) != pdfium.FPDF_SEGMENT_BEZIERTO for s in segments)


def _any_text(text_page: pypdfium2.PdfTextPage, box: Box) -> bool:
    left, bottom, right, top = box
    inset = 0.2 * (top - bottom)
    return bool(text_page.get_text_bounded(left + 0.5, bottom + inset, right - 0.5, top - inset).strip())


def _inside(char: Box, box: Box) -> bool:
    x, y = (char[0] + char[2]) / 2, (char[1] + char[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
