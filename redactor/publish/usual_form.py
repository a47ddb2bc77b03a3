"""A draft's objects as most programs write them: values where they belong, fonts and pictures in objects of their own.

PDF lets any value stand in an object of its own, and any dictionary in the place of a reference to it (ISO 32000-1
7.3.10); what looks for either would miss the other.
"""

from __future__ import annotations

from collections.abc import Iterator

import pymupdf
from pymupdf import mupdf

from redactor.publish.parts import empty_stream

_LISTS = frozenset(("BBox", "Matrix", "Decode", "Domain", "Filter", "Mask", "Rect"))
"""Keys with short lists of numbers or names."""
_SHARED = ("Font", "XObject", "Pattern")
"""What resources name and other objects refer to by number."""

_LETTER = "[0 0 612 792]"
"""The box that MuPDF gives to a page without area."""


def bring_into_usual_form(doc: pymupdf.Document) -> None:
    """Put plain values in place of references to them, and a reference in place of each font in the resources."""
    pdf = pymupdf._as_pdf_document(doc)
    for page in doc:
        _put_box(page)
    for xref in range(1, doc.xref_length()):
        try:
            obj = mupdf.pdf_load_object(pdf, xref)
        except mupdf.FzErrorBase:  # a draft's table may name more than there is
            continue
        if mupdf.pdf_is_dict(obj):
            _put_values(obj)
            _put_references(pdf, obj)
            if _draws_nothing(doc, xref, obj):
                empty_stream(doc, xref)


def _put_box(page: pymupdf.Page) -> None:
    """A page without area is as large as MuPDF shows it; other readers differ."""
    boxes = [_inherited(page, key) for key in ("MediaBox", "CropBox")]
    area = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
    for box in filter(mupdf.pdf_is_array, boxes):
        area = mupdf.fz_intersect_rect(area, mupdf.pdf_to_rect(box))
    if mupdf.fz_is_empty_rect(area) or mupdf.fz_is_infinite_rect(area):
        page.parent.xref_set_key(page.xref, "MediaBox", _LETTER)
        page.parent.xref_set_key(page.xref, "CropBox", _LETTER)


def _inherited(page: pymupdf.Page, key: str) -> mupdf.PdfObj:
    page_object = mupdf.pdf_lookup_page_obj(pymupdf._as_pdf_document(page.parent), page.number)
    return mupdf.pdf_dict_get_inheritable(page_object, mupdf.pdf_new_name(key))


def _put_values(obj: mupdf.PdfObj) -> None:
    for key, value in _entries(obj):
        name = mupdf.pdf_to_name(key)
        if mupdf.pdf_is_indirect(value) and name != "Length" and _is_plain(value):
            mupdf.pdf_dict_put(obj, key, mupdf.pdf_resolve_indirect_chain(value))
        elif name in _LISTS and mupdf.pdf_is_array(value):
            found = [mupdf.pdf_array_get(value, at) for at in range(mupdf.pdf_array_len(value))]
            indirect = mupdf.pdf_is_indirect(value) or any(map(mupdf.pdf_is_indirect, found))
            if indirect and all(map(_is_plain, found)):
                mupdf.pdf_dict_put(obj, key, _list(obj, found))


def _list(obj: mupdf.PdfObj, values: list[mupdf.PdfObj]) -> mupdf.PdfObj:
    out = mupdf.pdf_new_array(mupdf.pdf_get_bound_document(obj), len(values))
    for value in values:
        mupdf.pdf_array_push(out, mupdf.pdf_resolve_indirect_chain(value))
    return out


def _put_references(pdf: mupdf.PdfDocument, obj: mupdf.PdfObj) -> None:
    resources = mupdf.pdf_dict_gets(obj, "Resources")
    for kind in _SHARED if mupdf.pdf_is_dict(resources) else ():
        named = mupdf.pdf_dict_gets(resources, kind)
        for key, value in _entries(named) if mupdf.pdf_is_dict(named) else ():
            if mupdf.pdf_is_dict(value) and not mupdf.pdf_is_indirect(value):
                mupdf.pdf_dict_put(named, key, mupdf.pdf_add_object(pdf, value))


def _entries(obj: mupdf.PdfObj) -> Iterator[tuple[mupdf.PdfObj, mupdf.PdfObj]]:
    count = range(mupdf.pdf_dict_len(obj))
    yield from [(mupdf.pdf_dict_get_key(obj, at), mupdf.pdf_dict_get_val(obj, at)) for at in count]


def _draws_nothing(doc: pymupdf.Document, xref: int, obj: mupdf.PdfObj) -> bool:
    """Whether it is a picture without a size or a form without a box, which no reader draws."""
    if doc.xref_is_image(xref):
        sizes = (mupdf.pdf_dict_gets(obj, key) for key in ("Width", "Height"))
        return not all(map(mupdf.pdf_is_int, sizes))
    return bool(doc.xref_is_xobject(xref)) and mupdf.pdf_array_len(mupdf.pdf_dict_gets(obj, "BBox")) != 4


def _is_plain(value: mupdf.PdfObj) -> bool:
    return not (mupdf.pdf_is_dict(value) or mupdf.pdf_is_array(value) or mupdf.pdf_is_null(value))
