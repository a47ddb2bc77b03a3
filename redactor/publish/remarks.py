"""Take out the annotations that are no part of the page: notes, comments, attachments, films, and what is not shown.

The others (stamps, drawn boxes, typed notes, form fields) become page content. Annotations are taken from the list of
the page itself: MuPDF's own removal of one takes the answers to it along, and stumbles over them later.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

import pymupdf
from pymupdf import mupdf

_KINDS = frozenset(
    """
    Text Popup FileAttachment Redact Highlight Squiggly Caret Sound Movie RichMedia Screen 3D PrinterMark TrapNet
    Projection
    """.split()  # noqa: SIM905 - a word list reads better so
)
_NOT_SHOWN = 1 << 1 | 1 << 5
"""The flags Hidden and NoView (ISO 32000-1 12.5.3)."""


def drop_remarks(doc: pymupdf.Document, hidden_layers: AbstractSet[int]) -> None:
    """Take out what is no part of a page; layers by object number."""
    pdf = pymupdf._as_pdf_document(doc)
    for number in range(doc.page_count):
        listed = mupdf.pdf_dict_gets(mupdf.pdf_lookup_page_obj(pdf, number), "Annots")
        for at in reversed(range(mupdf.pdf_array_len(listed))):
            if _is_remark(mupdf.pdf_array_get(listed, at), hidden_layers):
                mupdf.pdf_array_delete(listed, at)


def _is_remark(annotation: Any, hidden_layers: AbstractSet[int]) -> bool:
    if mupdf.pdf_to_name(mupdf.pdf_dict_gets(annotation, "Subtype")) in _KINDS:
        return True
    flags = mupdf.pdf_to_int(mupdf.pdf_dict_gets(annotation, "F"))
    return (
        bool(flags & _NOT_SHOWN) or mupdf.pdf_to_num(mupdf.pdf_dict_gets(annotation, "OC")) in hidden_layers
    )
