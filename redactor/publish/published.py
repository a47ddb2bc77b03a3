"""A PDF as independent readers see it: objects by pikepdf, text and pixels by pypdfium2, text by pdfminer.six."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
import pypdfium2

from redactor.errors import Tick, UnusableInput, no_tick
from redactor.publish.pile import Pile, pile
from redactor.publish.sight import Box
from redactor.publish.unseen import Unseen, unseen

_TEXT_PAGES = 8


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a published file must not hold.

    Args:
        check: name of the check that found it.
        page: 1-based; 0 for the file as a whole.
        vector: where in the file it sits, in one or two words ("page text", "bookmark").
        sentence: one plain sentence for the reader.
    """

    check: str
    page: int
    vector: str
    sentence: str


class Published:
    """A PDF opened by each reader, once; pages are 0-based here."""

    def __init__(self, data: bytes, tick: Tick = no_tick) -> None:
        """`tick` is told of work that takes long; raises UnusableInput where a reader cannot open the file."""
        self.data = data
        self.tick = tick
        try:
            self.pdf = pikepdf.open(io.BytesIO(data))
        except pikepdf.PasswordError as error:
            raise UnusableInput("This PDF is locked with a password.") from error
        except pikepdf.PdfError as error:
            raise UnusableInput("This file is damaged or is not a PDF.") from error
        try:
            self.drawn = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnusableInput("This file is damaged or is not a PDF.") from error
        if not len(self.drawn) or len(self.drawn) != len(self.pdf.pages):
            raise UnusableInput("This PDF has no pages, or readers disagree about them.")

    def saved(self) -> bytes:
        """The file's bytes after a change made through `pdf`."""
        out = io.BytesIO()
        self.pdf.save(out)
        return out.getvalue()

    def saved_plainly(self) -> bytes:
        """The same with a plain cross-reference table."""
        out = io.BytesIO()
        self.pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
        return out.getvalue()

    @cached_property
    def page_texts(self) -> list[str]:
        """The text of each page, seen or not, in the order of the content."""
        return [self.text_page(number).get_text_range(errors="replace") for number in range(len(self.drawn))]

    @cached_property
    def page_pile(self) -> Pile:
        """The text of each page, ready to look things up."""
        return pile(self.page_texts)

    @cached_property
    def unseen(self) -> list[Unseen]:
        """The words of all pages that are not seen."""
        return [
            each
            for number in range(len(self.drawn))
            for each in unseen(self.page(number), self.text_page(number), number, self.annotations(number))
        ]

    def annotations(self, number: int) -> list[Box]:
        """Where annotations lie that may hide something: all but links and windows for comments."""
        out = []
        for annot in self.pdf.pages[number].obj.get("/Annots") or ():
            rect = annot.get("/Rect")
            if annot.get("/Subtype") not in ("/Link", "/Popup") and rect is not None and len(rect) == 4:
                x0, y0, x1, y1 = map(float, rect)
                out.append((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
        return out

    @cached_property
    def _pages(self) -> dict[int, pypdfium2.PdfPage]:
        return {}

    @cached_property
    def _text_pages(self) -> dict[int, pypdfium2.PdfTextPage]:
        return {}

    def page(self, number: int) -> pypdfium2.PdfPage:
        """One page, kept open: loading it again would parse it again."""
        if number not in self._pages:
            self._pages[number] = self.drawn[number]
        return self._pages[number]

    def text_page(self, number: int) -> pypdfium2.PdfTextPage:
        """The characters of one page; those of a few pages are kept, as they take much room."""
        if number not in self._text_pages:
            while len(self._text_pages) >= _TEXT_PAGES:
                self._text_pages.pop(next(iter(self._text_pages))).close()
            self._text_pages[number] = self.page(number).get_textpage()
        return self._text_pages[number]

    def objects(self) -> Iterator[pikepdf.Object]:
        """Every object of the file, reachable or not, that holds anything."""
        for obj in self.pdf.objects:
            if isinstance(obj, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream):
                yield obj

    @cached_property
    def page_of(self) -> dict[tuple[int, int], int]:
        """The 1-based page that first reaches an object, by object number and generation."""
        out: dict[tuple[int, int], int] = {}
        for number, page in enumerate(self.pdf.pages, 1):
            todo: list[pikepdf.Object] = [page.obj]
            while todo:
                obj = todo.pop()
                if obj.is_indirect:
                    if obj.objgen in out:
                        continue
                    out[obj.objgen] = number
                todo += children(
                    obj, skip=("/Parent", "/P", "/StructParents", "/Dest", "/A", "/Prev", "/Next")
                )
        return out

    @cached_property
    def reachable(self) -> frozenset[tuple[int, int]]:
        """Every object that the trailer leads to."""
        seen: set[tuple[int, int]] = set()
        todo: list[pikepdf.Object] = [self.pdf.trailer]
        while todo:
            obj = todo.pop()
            if obj.is_indirect:
                if obj.objgen in seen:
                    continue
                seen.add(obj.objgen)
            todo += children(obj)
        return frozenset(seen)


def children(obj: pikepdf.Object, skip: tuple[str, ...] = ()) -> list[pikepdf.Object]:
    """The dictionaries, streams and arrays that an object holds or refers to."""
    if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        values = [value for key, value in obj.items() if key not in skip]
    elif isinstance(obj, pikepdf.Array):
        values = list(obj)
    else:
        return []
    return [v for v in values if isinstance(v, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream)]


def decoded(stream: pikepdf.Stream) -> bytes:
    """A stream's bytes after all its filters; after none where they are a picture's or unreadable."""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def helvetica(page: pikepdf.Page) -> pikepdf.Name:
    """The name of a plain font, added to the resources of a page."""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    return page.add_resource(font, pikepdf.Name.Font)


def excerpt(words: str) -> str:
    """The first words of a text, for a sentence about it."""
    return words if len(words) <= 40 else words[:39] + "…"


_BLOCKS = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_CHAR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")


def to_unicode(cmap: bytes) -> dict[int, str]:
    """The codes of a ToUnicode CMap (ISO 32000-1 9.10.3) and what they stand for."""
    out: dict[int, str] = {}
    for kind, body in _BLOCKS.findall(cmap):
        if kind == b"char":
            out.update((int(code, 16), _utf16(text)) for code, text in _CHAR.findall(body) if code.strip())
            continue
        for first, last, base, several in _RANGE.findall(body):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF)
            if several:
                out.update(zip(range(low, high + 1), map(_utf16, re.findall(_HEX, several)), strict=False))
            elif text := _utf16(base):
                out.update(
                    (low + n, text[:-1] + chr(min(ord(text[-1]) + n, 0x10FFFF)))
                    for n in range(high - low + 1)
                )
    return out


def _utf16(digits: bytes) -> str:
    digits = re.sub(rb"\s", b"", digits)
    raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return raw.decode("utf-16-be", "ignore") if len(raw) > 1 else raw.decode("latin-1")
