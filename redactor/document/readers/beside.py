"""What a page shows beside its text: words in pictures, and letters of fonts that do not tell their characters.

A region is recognised from its picture only where something may be read that the text does not say; the same picture
on many pages (a logo) is recognised once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import pymupdf

from redactor.document.readers.layout import Line

Known = dict[bytes, list[Line]]
"""The lines in pictures recognised before, places from the picture's top left, by the digest of the pixels."""

_LEAST_WIDTH, _LEAST_HEIGHT = 30.0, 7.0
"""A picture of fewer points holds no word that can be read."""
_MARGIN = 3.0
_SAME = 0.6
"""What was recognised is what the text says if they are as alike as this, of 1."""


def beside(page: pymupdf.Page, lines: Sequence[Line], known: Known) -> list[Line]:
    """The lines that are seen on the page and not among these; places as those of `lines`."""
    out: list[Line] = []
    for region in [page.rect] if _has_mute_fonts(page) else _pictures(page):
        out += [line for line in _recognised(page, region, known) if not _is_told(line, lines)]
    return out


def _has_mute_fonts(page: pymupdf.Page) -> bool:
    """Whether the page uses a font whose codes are told from no table: drawn glyph by glyph, or by glyph numbers."""
    fonts = page.parent.get_page_fonts(page.number)
    return any(
        kind == "Type3" or (kind == "Type0" and page.parent.xref_get_key(xref, "ToUnicode")[0] == "null")
        for xref, _, kind, *_ in fonts
        if xref
    )


def _pictures(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Where pictures stand, as displayed; those that touch as one."""
    out: list[pymupdf.Rect] = []
    for info in page.get_image_info():
        rect = pymupdf.Rect(info["bbox"]) * page.rotation_matrix & page.rect
        if not rect.is_valid or rect.is_empty:
            continue
        rect = pymupdf.Rect(rect.x0 - 1, rect.y0 - 1, rect.x1 + 1, rect.y1 + 1)
        for other in [other for other in out if other.intersects(rect)]:
            out.remove(other)
            rect |= other
        out.append(rect)
    return [rect for rect in out if rect.width > _LEAST_WIDTH and rect.height > _LEAST_HEIGHT]


def _recognised(page: pymupdf.Page, region: pymupdf.Rect, known: Known) -> list[Line]:
    from redactor.document.readers.scan import picture_of, recognised  # loads the recognition models

    around = pymupdf.Rect(region.x0 - _MARGIN, region.y0 - _MARGIN, region.x1 + _MARGIN, region.y1 + _MARGIN)
    grey, scale, (left, top) = picture_of(page, around & page.rect)
    digest = hashlib.sha256(grey.tobytes()).digest() + repr(grey.shape).encode()
    if digest not in known:
        known[digest] = recognised(grey, scale) if int(grey.max()) - int(grey.min()) > 1 else []
    return [_moved(line, left, top) for line in known[digest]]


def _moved(line: Line, left: float, top: float) -> Line:
    quads = line.quads[:]
    for at in range(0, len(quads), 2):
        quads[at] += left
        quads[at + 1] += top
    return replace(line, quads=quads)


def _is_told(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the text says there what was recognised."""
    seen = _bare(line.text)
    if not seen:
        return True
    top, bottom = min(line.quads[1::2]), max(line.quads[5::2])
    said = "".join(
        character
        for other in lines
        for at, character in enumerate(other.text)
        if line.left - 2 <= (other.quads[8 * at] + other.quads[8 * at + 2]) / 2 <= line.right + 2
        and top <= (other.quads[8 * at + 1] + other.quads[8 * at + 5]) / 2 <= bottom
    )
    return SequenceMatcher(None, seen, _bare(said), autojunk=False).ratio() >= _SAME


def _bare(text: str) -> str:
    return "".join(character.lower() for character in text if character.isalnum())
