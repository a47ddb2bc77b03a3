"""The numbered parts of a draft's file: find them, follow their names, replace their content."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pymupdf

_NAMED_REFERENCE = re.compile(r"/([^\s()<>\[\]{}/%]+)\s+(\d+) 0 R")

EMPTY_FORM = "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]>>"


def each_object(doc: pymupdf.Document) -> Iterator[int]:
    """The numbers of the objects that are there; a draft's table may name more."""
    for xref in range(1, doc.xref_length()):
        try:
            doc.xref_get_key(xref, "Type")
        except pymupdf.mupdf.FzErrorBase:
            continue
        yield xref


def keys_of(holder: pymupdf.mupdf.PdfObj) -> list[str]:
    """The keys of a dictionary, in its order."""
    mupdf = pymupdf.mupdf
    return [mupdf.pdf_to_name(mupdf.pdf_dict_get_key(holder, at)) for at in range(mupdf.pdf_dict_len(holder))]


def named_references(doc: pymupdf.Document, holder: int, path: str) -> dict[str, int]:
    """The names in a dictionary (at `path` from the object `holder`) and the objects they refer to."""
    kind, value = doc.xref_get_key(holder, path)
    if kind == "xref":
        value = doc.xref_object(int(value.split()[0]), compressed=True)
    return {name: int(xref) for name, xref in _NAMED_REFERENCE.findall(value)}


def resources_holder(doc: pymupdf.Document, xref: int) -> int:
    """The page, or the node of the page tree from which it inherits its resources."""
    for _ in range(64):
        if doc.xref_get_key(xref, "Resources")[0] != "null":
            return xref
        kind, value = doc.xref_get_key(xref, "Parent")
        if kind != "xref":
            return xref
        xref = int(value.split()[0])
    return xref


def put_contents(page: pymupdf.Page, data: bytes) -> None:
    """Give the page a content stream of its own: the one it has may be shared with other pages."""
    doc = page.parent
    xref = doc.get_new_xref()
    doc.update_object(xref, "<<>>")
    doc.update_stream(xref, data)
    page.set_contents(xref)


def empty_stream(doc: pymupdf.Document, xref: int) -> None:
    """Make of a form or image one that draws nothing."""
    doc.update_object(xref, EMPTY_FORM)
    doc.update_stream(xref, b" ")
