"""Plain text becomes pages: its own wording is the reading text, character for character."""

from __future__ import annotations

import re

from redactor.document.readers.glyphs import Run
from redactor.document.readers.strips import Paragraph
from redactor.document.readers.typeset import Section, typeset
from redactor.document.source import Reading
from redactor.errors import Tick, UnusableInput

SUFFIXES = (".txt",)
KIND = "text"
_LONGEST = 5_000_000
"""Characters; a long overview report has half a million."""
_LINE = re.compile(
    r"(\f?)([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]|(?=\f)|$)"
)


def read(draft: bytes, name: str, tick: Tick) -> Reading:
    """Set a plain-text draft on pages.

    Raises:
        UnusableInput: it is not UTF-8, holds no text, or is far too long.
        Cancelled: by `tick`.
    """
    try:
        text = draft.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unusable(name, f"byte {error.start}: {error.reason}") from error
    if "\0" in text:
        raise _unusable(name, "holds NUL characters")
    if not text.strip():
        raise UnusableInput(f"“{name}” holds no text.", "Ask for the draft again.")
    if len(text) > _LONGEST:
        raise UnusableInput(
            f"“{name}” is far too long for a report.", "Open the report alone.", f"{len(text)} characters"
        )
    pdf, pages = typeset([Section(_paragraphs(text))], tick)
    return Reading(pdf, pages, text)


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A paragraph for each line; a form feed starts a page."""
    return tuple(
        Paragraph((Run(line[2]),), after=0.0, new_page=bool(line[1]))
        for line in _LINE.finditer(text)
        if line[0]
    )


def _unusable(name: str, detail: str) -> UnusableInput:
    return UnusableInput(
        f"“{name}” is not plain text in UTF-8.",
        "Save it again as a text file with the encoding UTF-8.",
        detail,
    )
