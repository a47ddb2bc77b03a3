"""Several drafts become one that is read, marked and signed as a whole, and each can be taken out again.

Whatever works on pages and on the reading text then works on all of them without knowing: one person has one
pseudonym in the overview report, its summary and the agencies' reviews.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import reduce

from redactor.document.page import Page
from redactor.document.source import Document, Opened, Part
from redactor.errors import UnusableInput

GAP = "\n\n"
"""Stands between two drafts in the reading text: no paragraph, and so no name, goes on from one to the next."""
MOST_PARTS = 50
"""So many drafts make up a case."""


def joined(first: Opened, further: Opened) -> Opened:
    """Put another draft after those there are: pages and offsets of these stay, its own count on from them.

    Raises:
        UnusableInput: it is one of them, or they would be more than `MOST_PARTS`.
    """
    one, other = first.document, further.document
    known = {part.sha256 for part in one.parts}
    if twice := [part.name for part in other.parts if part.sha256 in known]:
        raise UnusableInput(f"“{twice[0]}” is in this case already.", "Choose another document.")
    if len(one.parts) + len(other.parts) > MOST_PARTS:
        raise UnusableInput(f"A case takes at most {MOST_PARTS} documents.", "Begin another case.")
    pages, start = len(one.pages), len(one.text) + len(GAP)
    nowhere = array("i", [-1] * len(GAP))
    document = replace(
        one,
        pages=one.pages + _renumbered(other.pages, pages),
        text=one.text + GAP + other.text,
        page_of=one.page_of + nowhere + _shifted(other.page_of, pages),
        char_of=one.char_of + nowhere + other.char_of,
        parts=one.parts + tuple(_moved(part, pages, start) for part in other.parts),
    )
    return replace(
        first, document=document, further=(*first.further, (further.draft, further.pdf), *further.further)
    )


def alone(opened: Opened, number: int) -> Opened:
    """Take one part (1-based) out, as it was before it was joined.

    Raises:
        UnusableInput: there is no such part.
    """
    whole = opened.document
    part = whole.part(number)
    before = part.first_page - 1
    document = Document(
        part.name,
        part.kind,
        part.sha256,
        _renumbered(whole.pages[before : before + part.pages], -before),
        whole.text[part.start : part.end],
        _shifted(whole.page_of[part.start : part.end], -before),
        whole.char_of[part.start : part.end],
    )
    return Opened(document, opened.drafts[number - 1], opened.pdfs[number - 1])


def with_part(opened: Opened, number: int, draft: Opened) -> Opened:
    """Put another draft in place of one part (1-based); the others stay in their order.

    Raises:
        UnusableInput: there is no such part, or the draft is one of the others.
    """
    opened.document.part(number)
    parts = [alone(opened, each) for each in range(1, len(opened.document.parts) + 1)]
    parts[number - 1] = draft
    return reduce(joined, parts)


def _renumbered(pages: tuple[Page, ...], by: int) -> tuple[Page, ...]:
    return tuple(replace(page, number=page.number + by) for page in pages)


def _shifted(page_of: array[int], by: int) -> array[int]:
    return array("i", (page if page < 0 else page + by for page in page_of))


def _moved(part: Part, pages: int, start: int) -> Part:
    return replace(part, first_page=part.first_page + pages, start=part.start + start, end=part.end + start)
