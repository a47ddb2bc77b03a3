"""Pages become one reading text: paragraphs whole across lines and pages, what stands beside them after them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redactor.document.line_ends import breaks_word, known_words
from redactor.document.page import ASIDE, CELL, LINE, PARAGRAPH, Page
from redactor.errors import UnusableInput

_JOINS_ON = ("-", "\u2010", "\u00ad", "/", "@", "_")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(slots=True)
class ReadingText:
    """A text that knows where its characters come from; grows while it is put together.

    `page_of`, `char_of`: for each character the index of its page and its index in that page's text, or -1.
    """

    text: str = ""
    page_of: array[int] = field(default_factory=lambda: array("i"))
    char_of: array[int] = field(default_factory=lambda: array("i"))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of a page: characters `start` to `end` of that page's text, and the separator that follows."""

    page: int
    start: int
    end: int
    after: str


class _Builder:
    """Collects pieces of text; joined once, so that long drafts cost linear time."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.parts: list[str] = []
        self.page_of = array("i")
        self.char_of = array("i")

    def add(self, page: int, start: int, end: int) -> None:
        self.parts.append(self.pages[page].text[start:end])
        self.page_of.extend([page] * (end - start))
        self.char_of.extend(range(start, end))

    def gap(self, text: str) -> None:
        self.parts.append(text)
        self.page_of.extend([-1] * len(text))
        self.char_of.extend([-1] * len(text))

    def done(self) -> ReadingText:
        return ReadingText("".join(self.parts), self.page_of, self.char_of)


def assembled(pages: Sequence[Page], *, exact: bool = False) -> ReadingText:
    """Put the reading text of a draft together from its pages.

    A line end inside a paragraph becomes a space; a word broken there is made whole. A paragraph that goes on on the
    next page stays one; headers, footers and footnotes follow at the end of the paragraph or table that they would have
    cut.

    Args:
        pages: in order.
        exact: whether the separator at the end of a page's running text says for certain if its paragraph goes on
            (pages that were set here), so that it need not be told from the wording.
    """
    known = known_words(page.text for page in pages)
    builder = _Builder(pages)
    waiting: list[_Piece] = []
    for number, page in enumerate(pages):
        body, asides = _pieces(page, number)
        goes_on = _ends_within_paragraph(page) if exact else _goes_on(pages, number)
        _add_lines(builder, body, known, last=goes_on)
        waiting.extend(asides)
        if not goes_on and not _table_goes_on(pages, number):
            _add_lines(builder, waiting, known, last=False)
            waiting = []
    return builder.done()


def _pieces(page: Page, number: int) -> tuple[list[_Piece], list[_Piece]]:
    """The lines of the running text, and those beside it."""
    lists: tuple[list[_Piece], list[_Piece]] = ([], [])
    aside = 0
    for match in re.finditer(r"([^\n\v\t\f]*)([\n\v\t\f]|$)", page.text):
        start, end = match.span(1)
        if end > start:
            lists[aside].append(_Piece(number, start, end, match[2] or PARAGRAPH))
        if match[2] == ASIDE:
            aside = 1
    return lists


def _ends_within_paragraph(page: Page) -> bool:
    return page.text.partition(ASIDE)[0].endswith(LINE)


def _goes_on(pages: Sequence[Page], number: int) -> bool:
    """Whether the last paragraph of a page goes on on the next one."""
    here, there = _rows_that_meet(pages, number)
    if not here or not there or CELL in here or CELL in there:
        return False
    if here.endswith(("-", "\u00ad", "\u2010")):
        return there[0].islower()
    return not _ENDS_SENTENCE.search(here) and (there[0].islower() or len(here) > 60)


def _table_goes_on(pages: Sequence[Page], number: int) -> bool:
    """Whether a page ends, and the next begins, with a table row."""
    here, there = _rows_that_meet(pages, number)
    return CELL in here and CELL in there


def _rows_that_meet(pages: Sequence[Page], number: int) -> tuple[str, str]:
    """The last paragraph or table row of a page's running text, and the first of the next page's."""
    if number + 1 >= len(pages):
        return "", ""
    here = pages[number].text.partition(ASIDE)[0].rstrip()
    there = pages[number + 1].text.partition(ASIDE)[0].lstrip()
    return here.split(PARAGRAPH)[-1], there.split(PARAGRAPH)[0]


def _add_lines(builder: _Builder, pieces: Iterable[_Piece], known: set[str], *, last: bool) -> None:
    """Add lines with what belongs between them; `last`: the final line's paragraph goes on after them."""
    pieces = list(pieces)
    for index, piece in enumerate(pieces):
        text = builder.pages[piece.page].text
        final = index + 1 == len(pieces)
        after = LINE if final and last else piece.after
        following = pieces[index + 1] if not final else None
        if after == LINE:
            _join_line(builder, piece, _next_text(builder, piece, following), known)
            continue
        builder.add(piece.page, piece.start, piece.end)
        builder.gap(" | " if after == CELL and not text[piece.start : piece.end].isspace() else "\n")


def _next_text(builder: _Builder, piece: _Piece, following: _Piece | None) -> str:
    if following is not None:
        return builder.pages[following.page].text[following.start : following.end]
    if piece.page + 1 < len(builder.pages):
        return builder.pages[piece.page + 1].text[:80]
    return ""


def _join_line(builder: _Builder, piece: _Piece, following: str, known: set[str]) -> None:
    """Add a line that goes on, without its hyphen where that only broke a word."""
    line = builder.pages[piece.page].text[piece.start : piece.end].rstrip()
    end = piece.start + len(line)
    if breaks_word(line, following, known):
        builder.add(piece.page, piece.start, end - 1)
        return
    builder.add(piece.page, piece.start, end)
    if not line.endswith(_JOINS_ON) or not following.lstrip()[:1].isalpha():
        builder.gap(" ")


def aligned(text: str, pages: Sequence[Page]) -> ReadingText:
    """Map a given reading text (a plain-text draft) to the pages it was typeset on.

    Both hold the same characters in the same order, white space left out.

    Raises:
        UnusableInput: they do not, so no mark could be placed safely.
    """
    page_of, char_of = array("i", [-1] * len(text)), array("i", [-1] * len(text))
    placed = (
        (number, index, character)
        for number, page in enumerate(pages)
        for index, character in enumerate(page.text)
        if not character.isspace()
    )
    for offset, character in enumerate(text):
        if character.isspace():
            continue
        number, index, found = next(placed, (-1, -1, ""))
        if found != character:
            raise UnusableInput(
                "The text could not be laid out on pages.",
                "Save it as a Word document or a PDF and open that.",
                f"differs at character {offset}",
            )
        page_of[offset], char_of[offset] = number, index
    return ReadingText(text, page_of, char_of)
