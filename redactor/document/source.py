"""A file becomes a Document: its pages, and the whole draft as one reading text with a map back to the pages."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from redactor.document.page import Page, Place, line_pieces
from redactor.document.reading import ReadingText, aligned, assembled
from redactor.errors import Tick, UnusableInput, no_tick

DRAFT_SUFFIXES = (".pdf", ".docx", ".txt")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the drafts that a case reads as one text.

    Args:
        name, kind, sha256: as in `Document`.
        first_page: the number of its first page among the pages of all, 1-based.
        pages: how many.
        start, end: character offsets into the reading text of all.
    """

    name: str
    kind: str
    sha256: str
    first_page: int
    pages: int
    start: int
    end: int

    @property
    def page_numbers(self) -> range:
        """The numbers of its pages among the pages of all."""
        return range(self.first_page, self.first_page + self.pages)


@dataclass(frozen=True, slots=True)
class Document:
    """A draft as it is read, or several as one (see `several`).

    Args:
        name: the file's name, without its folder; of several that of the first, as `kind` and `sha256` are.
        kind: "pdf", "word" or "text".
        sha256: of the draft's bytes, hexadecimal.
        pages: in order.
        text: the reading text: the whole draft, words broken over line and page ends made whole.
        page_of, char_of: for each character of `text` the index of its page in `pages` and its index in that
            page's text; -1 where it stands on no page.
        parts: the drafts in order; left out for a draft alone, which is its own only part.
    """

    name: str
    kind: str
    sha256: str
    pages: tuple[Page, ...]
    text: str
    page_of: array[int]
    char_of: array[int]
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if not self.parts:
            alone = Part(self.name, self.kind, self.sha256, 1, len(self.pages), 0, len(self.text))
            object.__setattr__(self, "parts", (alone,))

    def part(self, number: int) -> Part:
        """One of `parts` by its number, 1-based.

        Raises:
            UnusableInput: there is none.
        """
        if not 1 <= number <= len(self.parts):
            count = "1 document" if len(self.parts) == 1 else f"{len(self.parts)} documents"
            raise UnusableInput(
                f"There is no document {number}: the case has {count}.", "Choose another number."
            )
        return self.parts[number - 1]

    def part_at(self, page: int) -> int:
        """Which of `parts` (1-based) a page (1-based) is of."""
        return next((number for number, part in enumerate(self.parts, 1) if page in part.page_numbers), 1)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Where the characters `start` to `end` of the reading text stand, a Place for each page touched."""
        at = [(self.page_of[i], self.char_of[i]) for i in range(start, end) if self.page_of[i] >= 0]
        places = []
        for page_index, group in groupby(at, key=lambda pair: pair[0]):
            page = self.pages[page_index]
            indices = _with_dropped(page, [index for _, index in group], whole_tail=at[-1][0] != page_index)
            if quads := line_pieces(page, indices):
                places.append(Place(page.number, quads))
        return tuple(places)


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that was read, or several as one.

    Args:
        document: its pages and text.
        draft: the bytes of the file; of several those of the first.
        pdf: the working PDF that pages, marks and publishing refer to: the draft itself, or the draft typeset.
        further: the same two of each further part.
    """

    document: Document
    draft: bytes
    pdf: bytes
    further: tuple[tuple[bytes, bytes], ...] = ()

    @property
    def drafts(self) -> tuple[bytes, ...]:
        """The bytes of each part's file."""
        return (self.draft, *(draft for draft, _ in self.further))

    @property
    def pdfs(self) -> tuple[bytes, ...]:
        """The working PDF of each part."""
        return (self.pdf, *(pdf for _, pdf in self.further))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of a file.

    Args:
        pdf: the working PDF.
        pages: its pages.
        text: the reading text where the file itself says it (plain text); else it is put together from the pages.
        exact: see `assembled`.
    """

    pdf: bytes
    pages: tuple[Page, ...]
    text: str | None = None
    exact: bool = False


def open_document(path: Path, tick: Tick = no_tick) -> Opened:
    """Read the draft at `path`.

    Raises:
        UnusableInput: it is missing, empty, damaged, encrypted or of a kind that cannot be read.
        Cancelled: by `tick`.
    """
    try:
        draft = path.read_bytes()
    except OSError as error:
        raise UnusableInput(
            f"“{path.name}” cannot be opened.",
            "Check that the file exists and that you may read it.",
            str(error),
        ) from error
    return read_draft(draft, path.name, tick)


def read_draft(draft: bytes, name: str, tick: Tick = no_tick) -> Opened:
    """Read a draft from its bytes; `name` decides the reader by its suffix.

    Raises:
        UnusableInput, Cancelled: as `open_document`.
    """
    from redactor.document.readers import reader_for  # the readers load PyMuPDF, which the window never needs

    kind, read = reader_for(name)
    if not draft:
        raise UnusableInput(f"“{name}” is empty.", "Ask for the draft again.")
    reading = read(draft, name, tick)
    if reading.text is None:
        text = assembled(reading.pages, exact=reading.exact)
    else:
        text = aligned(reading.text, reading.pages)
    return Opened(document_of(name, kind, draft, reading.pages, text), draft, reading.pdf)


def document_of(name: str, kind: str, draft: bytes, pages: tuple[Page, ...], text: ReadingText) -> Document:
    """Put a Document together."""
    import hashlib  # some milliseconds that the window need not wait for

    digest = hashlib.sha256(draft).hexdigest()
    return Document(name, kind, digest, pages, text.text, text.page_of, text.char_of)


def _with_dropped(page: Page, indices: list[int], *, whole_tail: bool) -> Iterator[int]:
    """Put back the hyphens at line ends that making words whole left out, so that a mark covers them too.

    `whole_tail`: the word goes on on the next page, so a hyphen right after the last character belongs to it.
    """
    for here, following in zip(indices, [*indices[1:], -1], strict=True):
        yield here
        if following > here:
            yield from (i for i in range(here + 1, following) if page.text[i] in HYPHENS)
        elif following == -1 and whole_tail and page.text[here + 1 : here + 2] in HYPHENS:
            yield from range(here + 1, min(here + 2, len(page.text)))


HYPHENS = ("-", "\u00ad", "\u2010", "\u2011")
