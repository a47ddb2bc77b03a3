"""Codes that the text does not tell apart, and blanks that are none: each code of a font is looked at by itself.

Two codes of a font may call themselves the same character, or one of them several; then one that looks like it proves
nothing about the others, and each is drawn, time and again in a row, and read. White space is no letter to any reader
of text: a code that calls itself a space, or nothing, must leave the paper blank.
"""

from __future__ import annotations

import ctypes
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.publish.blurred import blur
from redactor.publish.recognition import read_lines
from redactor.publish.shown_codes import Code, FontKey, ShownCodes, shown_codes
from redactor.publish.sight import Pixels, pixels

_LEADING = 40
"""Points from one code to the next, each on a line of its own that its text may be told."""
_SIZE, _SIDE = 24.0, 960
"""Type size, and side of the sheet on which codes without a character are drawn: ink far from its place counts too."""
_LINES = 300
_TIMES = 4
_APART = (0.0, 0.2)
"""Type sizes between codes that are read: some ligatures are read better close, some apart."""
_MARGIN = 6


Sheet = tuple[FontKey, tuple[float, float], bytes]
"""A page that shows codes of one font: the font, width and height in points, and its content."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the text of a file leaves open.

    Args:
        pages: the pages (0-based) whose codes cannot be told, or where a blank is not blank.
        characters: by page, those that a code shows which was not seen to look like them.
        shown: by page, every character that its codes stand for.
    """

    pages: frozenset[int]
    characters: Mapping[int, frozenset[str]]
    shown: Mapping[int, frozenset[str]]


def doubts(data: bytes) -> Doubts:
    """Look at the codes that a file shows; raises RecognitionFailed."""
    walked = shown_codes(data)
    said, heights = _said(walked)
    blanks = defaultdict(list)
    for code, text in said.items():
        if not text.strip():
            blanks[code[0]].append(code)
    inked = {code for font in _inked(walked, blanks, heights) for code in blanks[font]}
    open_ = _unread(walked, said, heights)
    pages, characters, shown = set(), {}, {}
    for number, codes in enumerate(walked.pages):
        if codes is None or not inked.isdisjoint(codes):
            pages.add(number)
            continue
        characters[number] = frozenset("".join(said[code] for code in codes & open_))
        shown[number] = frozenset("".join(said[code] for code in codes))
    return Doubts(frozenset(pages), characters, shown)


def _said(walked: ShownCodes) -> tuple[dict[Code, str], dict[FontKey, float]]:
    """What each code stands for, and how high the letters of each font are at a size of one."""
    codes = sorted(set().union(*(page for page in walked.pages if page)))
    by_font = [list(own) for _, own in groupby(codes, key=lambda code: code[0])]
    sheets = [own[start : start + _LINES] for own in by_font for start in range(0, len(own), _LINES)]
    said = dict.fromkeys(codes, "")
    heights: dict[FontKey, list[float]] = {code[0]: [] for code in codes}
    for own, pdf_page in zip(sheets, _drawn(walked, map(_list_of, sheets)), strict=True):
        for at, char, height in _chars(pdf_page.get_textpage()):
            said[own[at]] += char
            heights[own[at][0]].append(height / _SIZE)
    return said, {
        font: median([each for each in tall if each > 0] or [1.0]) for font, tall in heights.items()
    }


def _list_of(codes: Sequence[Code]) -> Sheet:
    lines = (_line(code, _SIZE, (20, _LEADING * (at + 1))) for at, (_, code) in enumerate(codes))
    return codes[0][0], (400, _LEADING * (_LINES + 1)), b"\n".join(lines)


def _chars(text_page: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str, float]]:
    """The number of the line, the character and its height, points, of each that a code stands for."""
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text_page.count_chars()):
        if pdfium.FPDFText_GetTextObject(text_page, index):
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            _, bottom, _, top = text_page.get_charbox(index)
            yield (
                round(y.value / _LEADING) - 1,
                chr(pdfium.FPDFText_GetUnicode(text_page, index)),
                top - bottom,
            )


def _inked(
    walked: ShownCodes, blanks: Mapping[FontKey, list[Code]], heights: Mapping[FontKey, float]
) -> set[FontKey]:
    """The fonts of which a code that stands for nothing, or for white space, is drawn with ink."""
    place = (_SIDE / 2, _SIDE / 2)
    sheets = [
        (font, (_SIDE, _SIDE), b"\n".join(_line(code, _size(heights[font]), place) for _, code in own))
        for font, own in blanks.items()
    ]
    return {font for font, page in zip(blanks, _drawn(walked, sheets), strict=True) if _is_inked(page)}


def _unread(walked: ShownCodes, said: Mapping[Code, str], heights: Mapping[FontKey, float]) -> set[Code]:
    """Of the codes that share a character with another of their font, those that do not look like it."""
    owners: dict[tuple[FontKey, str], set[Code]] = defaultdict(set)
    for code, text in said.items():
        for char in text.strip():
            owners[code[0], char].add(code)
    left = {code for code, text in said.items() if len(text.strip()) > 1}
    left |= {code for codes in owners.values() if len(codes) > 1 for code in codes}
    for apart in _APART:
        tried = sorted(left)
        rows = [_row(code, _size(heights[code[0]]), apart) for code in tried]
        left -= {
            code for code, text in zip(tried, _read(walked, rows), strict=True) if _alike(said[code], text)
        }
    return left


def _row(code: Code, size: float, apart: float) -> Sheet:
    return code[0], (_SIDE, 80), _line(code[1] * _TIMES, size, (40, 30), apart)


def _read(walked: ShownCodes, rows: Sequence[Sheet]) -> list[str]:
    """What is read on each sheet."""
    pictures = [_cut(pixels(page, 2.0)) for page in _drawn(walked, rows)]
    read = iter(read_lines([picture for picture in pictures if picture is not None]))
    return ["" if picture is None else next(read) for picture in pictures]


def _alike(said: str, read: str) -> bool:
    """Whether the characters of a code, and no others, were read."""
    return set(_letters(read)) == set(_letters(said))


def _letters(text: str) -> str:
    return "".join(map(blur, text))


def _size(height: float) -> float:
    """The type size at which the letters of a font are as high as those of others."""
    return 0.7 * _SIZE / height


def _line(codes: bytes, size: float, place: tuple[float, float], apart: float = 0.0) -> bytes:
    x, y = place
    return b"BT /F %f Tf %f Tc 1 0 0 1 %f %f Tm <%s> Tj ET" % (size, apart * size, x, y, codes.hex().encode())


def _drawn(walked: ShownCodes, sheets: Iterable[Sheet]) -> Iterator[pypdfium2.PdfPage]:
    """The sheets as pages."""
    out = pikepdf.new()
    known: dict[FontKey, pikepdf.Object] = {}
    for font, size, content in sheets:
        if font not in known:
            known[font] = out.copy_foreign(walked.fonts[font])
        page = out.add_blank_page(page_size=size)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=known[font]))
        page.obj.Contents = out.make_stream(content)
    if known:
        data = io.BytesIO()
        out.save(data)
        yield from pypdfium2.PdfDocument(data.getvalue())


def _is_inked(page: pypdfium2.PdfPage) -> bool:
    return bool(pixels(page, 1.0).min() < 255)


def _cut(image: Pixels) -> Pixels | None:
    """The ink of a picture with a little paper around it; None where there is none."""
    rows, columns = (np.flatnonzero((image < 255).any(axis=(2, axis))) for axis in (1, 0))
    if not rows.size:
        return None
    part = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.pad(part, ((_MARGIN, _MARGIN), (_MARGIN, _MARGIN), (0, 0)), constant_values=255)
