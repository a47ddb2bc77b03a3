"""Give neutral names to the fonts, pictures, colours and other resources that drawing instructions call by name.

A name like F1 or Im12 says nothing and stays; any other gets a number. One old name gets the same new one wherever it
stands: a form without resources of its own uses those of whatever draws it (ISO 32000-1 7.8.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import pymupdf
from pymupdf import mupdf

from redactor.publish.content import operations
from redactor.publish.parts import each_object, keys_of, put_contents

KINDS = ("Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading")

_NEUTRAL = re.compile(r"[A-Za-z]{1,2}\d{0,5}(?:_\d{1,3})?|fz(?:Img|Frm)\d+|[Hh]elv|Default(?:Gray|RGB|CMYK)")
_NAME = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]+)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_CALLS = frozenset((b"Tf", b"gs", b"Do", b"cs", b"CS", b"scn", b"SCN", b"sh", b"EI"))
_INTENTS = (b"AbsoluteColorimetric", b"RelativeColorimetric", b"Saturation", b"Perceptual")
_INTENT = re.compile(rb"\bri\b")

LABELS, PLAIN, OTHER = OWN = ("N0", "P0", "O0")
"""The fonts that are added: of labels, and of words without ink over pictures. No other font gets such a name."""

Renamed = Mapping[bytes, bytes]


def leave_room(doc: pymupdf.Document) -> None:
    """Give other names to a draft's resources that are called as those that are added."""
    shelves = list(_shelves(doc))
    if new := _new_names(shelves, OWN.__contains__):
        _put_names(doc, shelves, new)


def rename(doc: pymupdf.Document) -> None:
    """Rename resources in every dictionary and in all that draws."""
    shelves = list(_shelves(doc))
    _put_names(doc, shelves, _new_names(shelves, lambda name: not _NEUTRAL.fullmatch(name)))


def _new_names(shelves: Sequence[mupdf.PdfObj], unwanted: Callable[[str], bool]) -> dict[str, str]:
    names = dict.fromkeys(name for shelf in shelves for name in keys_of(shelf))
    free = (name for name in (f"N{number}" for number in range(1, 10**6)) if name not in names)
    return {name: next(free) for name in names if unwanted(name)}


def _put_names(doc: pymupdf.Document, shelves: Sequence[mupdf.PdfObj], new: Mapping[str, str]) -> None:
    for shelf in shelves if new else ():
        for name in [name for name in keys_of(shelf) if name in new]:
            mupdf.pdf_dict_puts(shelf, new[name], mupdf.pdf_dict_gets(shelf, name))
            mupdf.pdf_dict_dels(shelf, name)
    _call_by(doc, {_raw(name): name_now.encode() for name, name_now in new.items()})


def _raw(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _shelves(doc: pymupdf.Document) -> Iterator[mupdf.PdfObj]:
    """The dictionaries of resources of one kind, of every page, form, pattern and font."""
    pdf = pymupdf._as_pdf_document(doc)
    seen: set[int] = set()
    for xref in each_object(doc):
        holder = mupdf.pdf_load_object(pdf, xref)
        for candidate in (holder, mupdf.pdf_dict_gets(holder, "Resources")):
            for kind in KINDS:
                shelf = mupdf.pdf_dict_gets(candidate, kind)
                number = mupdf.pdf_to_num(shelf)
                if mupdf.pdf_is_dict(shelf) and not (number and number in seen):
                    seen.add(number)
                    yield shelf


def _call_by(doc: pymupdf.Document, new: Renamed) -> None:
    for page in doc:
        old = page.read_contents()
        if (data := called(old, new)) != old:
            put_contents(page, data)
    for xref in each_object(doc):
        drawing = (
            doc.xref_get_key(xref, "Subtype")[1] == "/Form" or doc.xref_get_key(xref, "PatternType")[1] == "1"
        )
        for stream in [xref] if drawing else _glyphs(doc, xref):
            old = doc.xref_stream(stream) or b""
            if (data := called(old, new)) != old:
                doc.update_stream(stream, data)


def _glyphs(doc: pymupdf.Document, xref: int) -> Iterator[int]:
    if doc.xref_get_key(xref, "Subtype")[1] == "/Type3":
        yield from (int(ref) for ref in re.findall(r"(\d+) 0 R", doc.xref_get_key(xref, "CharProcs")[1]))


def called(data: bytes, new: Renamed) -> bytes:
    """A content stream with resources called by their new names, and without rendering intents of nobody's."""
    wanted = any(old in data for old in new) or (new and b"#" in data)
    if not wanted and not _INTENT.search(data):
        return data
    out = []
    for start, end, operator in operations(data):
        piece = data[start:end]
        if operator == b"ri" and not any(intent in piece for intent in _INTENTS):
            continue
        out.append(_with_new_names(piece, operator, new) if operator in _CALLS else piece)
    return b"\n".join(out)


def _with_new_names(piece: bytes, operator: bytes, new: Renamed) -> bytes:
    """The operation with its names replaced; of a picture within the stream, in its head alone."""
    head, rest = (piece, b"")
    if operator == b"EI" and (begin := re.search(rb"\bID\b", piece)):
        head, rest = piece[: begin.start()], piece[begin.start() :]
    return _NAME.sub(lambda match: b"/" + new.get(_unescaped(match[1]), match[1]), head) + rest


def _unescaped(name: bytes) -> bytes:
    return _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), name)
