"""Have MuPDF take out what lies in places of a page."""

from __future__ import annotations

from collections.abc import Iterable

import pymupdf
from pymupdf import mupdf


def take_out(
    page: pymupdf.Page, places: Iterable[pymupdf.Rect], *, images: int, graphics: int, text: int
) -> None:
    """Take out what lies in upright places of a page that has no marks of its own (/Redact annotations).

    The page comes with /Rotate 0. What `images`, `graphics` and `text` mean is told by PyMuPDF's `apply_redactions`:
    it does the same, but reads all the marks back for each that is added, and draws an appearance for each.
    """
    target = pymupdf._as_pdf_page(page)
    for place in places:
        mark = mupdf.pdf_create_annot(target, mupdf.PDF_ANNOT_REDACT)
        mupdf.pdf_set_annot_rect(mark, pymupdf.JM_rect_from_py(place))
    options = mupdf.PdfRedactOptions()
    options.black_boxes = 0
    options.image_method, options.line_art, options.text = images, graphics, text
    mupdf.pdf_redact_page(target.doc(), target, options)
