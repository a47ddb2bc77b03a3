"""PDF drafts: every glyph that a page shows, with its place, in reading order."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pymupdf

from redactor.document.page import Page
from redactor.document.readers.beside import Known, beside
from redactor.document.readers.curved import joined
from redactor.document.readers.layout import Line
from redactor.document.readers.page_lines import PageLines
from redactor.document.readers.pdf_size import too_large
from redactor.document.source import Reading
from redactor.errors import Tick, UnusableInput

SUFFIXES = (".pdf",)
KIND = "pdf"

# Ligatures come as their letters; what a page shows counts, not what /ActualText says of it. Text that a clipping path
# hides is read too: it is in the file. Text outside the page is left out here; publishing removes all of it.
_FLAGS = (
    pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)

_MARGIN = 0.11
"""Share of a page's height, at its top and at its foot, in which running headers and footers stand."""

_VERTICAL_RISE = 0.8
"""MuPDF 1.28 gives the box of a glyph in vertical writing too low, by this part of its height."""


def read(draft: bytes, name: str, tick: Tick) -> Reading:
    """Read a PDF draft.

    Raises:
        UnusableInput: it is no PDF, damaged, encrypted or without pages.
    """
    return Reading(draft, read_pages(draft, tick, name))


def open_pdf(pdf: bytes, name: str = "The file") -> pymupdf.Document:
    """Open a PDF from its bytes.

    Raises:
        UnusableInput: as `read`.
    """
    shown = f"“{name}”" if name != "The file" else name
    if b"%PDF-" not in pdf[:1024]:  # ISO 32000-1 7.5.2, with the leeway that readers give
        raise UnusableInput(f"{shown} is not a PDF file.", "Ask for the draft as a PDF or a Word document.")
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        document = pymupdf.open(stream=pdf, filetype="pdf")
        pages = document.page_count
    except Exception as error:
        raise UnusableInput(
            f"{shown} is damaged and cannot be opened.", "Ask for the draft again.", type(error).__name__
        ) from error
    if document.needs_pass:
        raise UnusableInput(
            f"{shown} is locked with a password.", "Save a copy without a password and open that."
        )
    if pages == 0:
        raise UnusableInput(f"{shown} has no pages.", "Ask for the draft again.")
    if excess := _told_size(document):
        raise UnusableInput(f"{shown} {excess}.", "Ask for the draft with smaller pictures and drawings.")
    if document.is_repaired and not all(page.get_contents() for page in document):
        raise UnusableInput(
            f"{shown} is damaged and has lost the content of pages.", "Ask for the draft again."
        )
    return document


def _told_size(document: pymupdf.Document) -> str:
    try:
        return too_large(document)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):  # what is damaged is told where it is read
        return ""


def read_pages(pdf: bytes, tick: Tick, name: str = "The file") -> tuple[Page, ...]:
    """Read the pages of a PDF; pages without text are recognised from their picture.

    Raises:
        UnusableInput, Cancelled.
    """
    with open_pdf(pdf, name) as document:
        total = document.page_count
        found: list[PageLines] = []
        known: Known = {}
        try:
            for page in document:
                tick(page.number, total, f"Reading page {page.number + 1} of {total}")
                found.append(_lines_or_picture(page, known))
        except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
            raise UnusableInput(
                f"“{name}” is damaged and cannot be read.", "Ask for the draft again.", type(error).__name__
            ) from error
        tick(total, total, "Reading")
    running = _running(found)
    return tuple(
        replace(each, lines=_set_aside(each, running)).page(number) for number, each in enumerate(found, 1)
    )


def _lines_or_picture(page: pymupdf.Page, known: Known) -> PageLines:
    lines = PageLines(_lines(page), page.rect.width, page.rect.height)
    letters = (character for line in lines.lines for character in line.text)
    readable = sum(character.isalnum() and character != "\ufffd" for character in letters) >= 8
    if readable and not _recognised_before(page):
        return replace(lines, lines=[*lines.lines, *beside(page, lines.lines, known)])
    if not page.get_images() and not page.get_drawings():
        return lines
    from redactor.document.readers.scan import recognise  # loads the recognition models

    return recognise(page) or lines


def _recognised_before(page: pymupdf.Page) -> bool:
    """Whether nearly all text of the page is without ink: another program's recognition, laid over a scan.

    Its places are not those of the ink, so a mark on a name would leave letters readable: the page is read anew.
    """
    if not any(kind == "ignore-text" for kind, _ in page.get_bboxlog()) or not page.get_images():
        return False
    counts = {True: 0, False: 0}
    for span in page.get_texttrace():
        counts[span["type"] == 3] += len(span["chars"])
    return counts[True] > 4 * counts[False]


def _lines(page: pymupdf.Page) -> list[Line]:
    """The pieces of lines on a page, as MuPDF finds them, in displayed coordinates."""
    turn = page.rotation_matrix if page.rotation else None
    raw = page.get_text("rawdict", flags=_FLAGS)
    lines = [_line(line, turn) for block in raw["blocks"] for line in block.get("lines", ())]
    return joined([line for line in lines if line.text and _on_page(line, page.rect)])


def _on_page(line: Line, box: pymupdf.Rect) -> bool:
    return 0 <= line.middle <= box.height and line.right > 0 and line.left < box.width


def _line(line: dict[str, Any], turn: pymupdf.Matrix | None) -> Line:
    direction = line["dir"]
    level = direction[0] == 1.0
    rise = _VERTICAL_RISE if line["wmode"] else 0.0
    text: list[str] = []
    quads = array("f")
    size = 0.0
    for span in line["spans"]:
        size = max(size, span["size"])
        for character in span["chars"]:
            text.append(character["c"])
            if level and turn is None:
                x0, y0, x1, y1 = character["bbox"]
                quads.extend((x0, y0, x1, y0, x0, y1, x1, y1))
            else:
                quads.extend(_turned(direction, _risen(character["bbox"], rise), turn))
    upright = _displayed(direction, turn) == (1, 0)
    return Line(_plain("".join(text)), quads, size, upright)


def _risen(box: tuple[float, float, float, float], rise: float) -> tuple[float, float, float, float]:
    """The box moved up by a part of its height."""
    x0, y0, x1, y1 = box
    up = rise * (y1 - y0)
    return x0, y0 - up, x1, y1 - up


def _displayed(direction: tuple[float, float], turn: pymupdf.Matrix | None) -> tuple[int, int]:
    """A writing direction as the page is displayed, level within some 6 degrees."""
    x, y = direction
    if turn is not None:
        x, y = x * turn.a + y * turn.c, x * turn.b + y * turn.d
    return (1, 0) if x > 0.994 else (0, 0)


def _turned(
    direction: tuple[float, float],
    box: tuple[float, float, float, float],
    turn: pymupdf.Matrix | None,
) -> tuple[float, ...]:
    """The quad of a glyph written in `direction` from the upright rectangle around it.

    PyMuPDF's own `recover_char_quad` takes the font's ascender and descender for the glyph's height, which they
    are not: its quads lean by several points.
    """
    along = pymupdf.Point(direction)
    up = pymupdf.Point(along.y, -along.x)
    width, height = _sides(abs(along.x), abs(along.y), box)
    middle = pymupdf.Point((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    corners = [middle + along * (x * width) + up * (y * height) for y in (0.5, -0.5) for x in (-0.5, 0.5)]
    if turn is not None:
        corners = [corner * turn for corner in corners]
    return tuple(value for corner in corners for value in (corner.x, corner.y))


def _sides(cosine: float, sine: float, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """Width and height of the rectangle that, turned by this angle, just fits into the box."""
    across, down = box[2] - box[0], box[3] - box[1]
    difference = cosine**2 - sine**2
    if abs(difference) < 0.1:  # near 45 degrees the box does not tell them apart
        return across / (2 * cosine), across / (2 * cosine)
    return (across * cosine - down * sine) / difference, (down * cosine - across * sine) / difference


def _plain(text: str) -> str:
    """Keep separators, and what no file can hold as text, out of a line, character for character."""
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", re.sub(r"[\n\v\t\f\r\u00a0\u2028\u2029]", " ", text))


def _key(line: Line, height: float) -> tuple[str, int]:
    """What makes two running lines the same: their words, without page numbers, and their height on the page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.middle / height * 50)


def _running(pages: Sequence[PageLines]) -> set[tuple[str, int]]:
    """Lines in the margins that come again on at least a third of the pages, and on three."""
    seen = Counter(
        key
        for page in pages
        for key in {_key(line, page.height) for line in page.lines if _in_margin(line, page.height)}
    )
    return {key for key, count in seen.items() if count >= max(3, len(pages) / 3)}


def _in_margin(line: Line, height: float) -> bool:
    return line.upright and not _MARGIN * height < line.middle < (1 - _MARGIN) * height


def _set_aside(page: PageLines, running: set[tuple[str, int]]) -> list[Line]:
    return [
        replace(line, aside=True)
        if _in_margin(line, page.height) and _key(line, page.height) in running
        else line
        for line in page.lines
    ]
