"""Words on a page that look like names or numbers and bear no mark: what a reader's eye should rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from redactor.document.page import ASIDE, CELL, PARAGRAPH, SEPARATORS, Quad, line_pieces
from redactor.findings.english import is_ordinary
from redactor.marks.choose import occurrences
from redactor.marks.overview import overview

if TYPE_CHECKING:
    from redactor.marks.case import Case

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d+(?:[.,:/-]\d+)*")
_NUMBERING = re.compile(r"\d{1,2}\.\d{1,2}")
_STARTS = PARAGRAPH + CELL + ASIDE
"""A sentence begins after these, whatever the one before ended with."""
_ENDS = ".!?:"
_OPENING = "\"'(\u2018\u201c[\u2022\u2013-"
"""May stand between the end of a sentence and the first word of the next."""
_TO_SPACES = str.maketrans(dict.fromkeys(SEPARATORS, " "))


def unmarked_words(case: Case, page: int) -> tuple[Quad, ...]:
    """Where capitalised words and numbers without a mark stand on a page (1-based).

    The first word of a sentence is passed over where it is an ordinary one, and so are numbers of paragraphs and what
    the case never marks. Quads: points from the page's top left.
    """
    shown = case.document.pages[page - 1]
    taken = _marked(case, page) | _never(shown.text, case.lists.never)
    quads: list[Quad] = []
    for start, end in _striking(shown.text):
        if not taken.intersection(range(start, end)):
            quads += line_pieces(shown, range(start, end))
    return tuple(quads)


def _striking(text: str) -> Iterator[tuple[int, int]]:
    """Words with a capital and numbers, by their place in the text of a page."""
    numbered = -1  # where the number of a paragraph ended
    for match in _WORD.finditer(text):
        word, first = match[0], match.start() - numbered in (1, 2) or _begins(text, match.start())
        if first and _is_numbering(word, text[match.end() : match.end() + 1]):
            numbered = match.end()
        elif _strikes(word, first=first):
            yield match.span()


def _strikes(word: str, *, first: bool) -> bool:
    """Whether a word looks like a name or is a number; `first`: of its sentence."""
    if word[0].isdigit():
        return True
    return word[0].isupper() and word != "I" and not (first and is_ordinary(word))


def _begins(text: str, at: int) -> bool:
    """Whether a sentence, a paragraph or a cell begins here."""
    while at and text[at - 1] in _OPENING:
        at -= 1
    before = text[:at][-8:].rstrip(" \n\u00a0")
    return not before or before[-1] in _STARTS or before[-1] in _ENDS


def _is_numbering(number: str, following: str) -> bool:
    """Whether a number is that of a paragraph or an entry: “4.1”, “3)”, “7.”, not “12 Weir Lane” or “2009”."""
    return bool(_NUMBERING.fullmatch(number)) or (len(number) <= 2 and following in (".", ")"))


def _marked(case: Case, page: int) -> set[int]:
    """Characters of a page's text that bear a mark."""
    document = case.document
    return {
        document.char_of[at]
        for mark in overview(case).marks("page", page)
        if mark.area is None
        for at in range(mark.start, mark.end)
        if document.page_of[at] == page - 1
    }


def _never(text: str, terms: Iterable[str]) -> set[int]:
    """Characters that stand in a term that is never marked."""
    flat = text.translate(_TO_SPACES)
    return {at for term in terms for start, end in occurrences(flat, term) for at in range(start, end)}
