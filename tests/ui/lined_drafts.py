"""Made-up drafts for the tests of the screens, without reading a file."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from redactor.document.page import Page
from redactor.document.reading import assembled
from redactor.document.source import Document, document_of

LEFT, TOP, WIDE, HIGH = 50.0, 60.0, 6.0, 12.0
"""Points: every character is `WIDE` and its line `HIGH`; the first line begins at `LEFT`, `TOP`."""
SIZE = (595.0, 842.0)


def page(number: int, lines: Sequence[str]) -> Page:
    """A page with these lines, each a paragraph, 20 points apart."""
    text, quads = "", array("f")
    for row, line in enumerate(lines):
        y = TOP + 20 * row
        for column in range(len(line)):
            x = LEFT + WIDE * column
            quads.extend((x, y, x + WIDE, y, x, y + HIGH, x + WIDE, y + HIGH))
        text += line + "\v"
        quads.extend([0.0] * 8)
    return Page(number, *SIZE, text, quads)


def draft(*pages: Sequence[str]) -> Document:
    """A draft whose pages have these lines."""
    drawn = tuple(page(number, lines) for number, lines in enumerate(pages, 1))
    return document_of("draft.pdf", "pdf", b"draft", drawn, assembled(drawn))
