"""A read draft crosses page by page; here it is made light for the way and whole again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from redactor.document.page import Page
from redactor.document.source import Document, Opened
from redactor.tasks.plain import Malformed


def light(opened: Opened) -> Opened:
    """A draft without its pages, which cross before it, and without a working PDF that is the draft itself."""
    pdf = b"" if opened.pdf == opened.draft else opened.pdf
    return replace(opened, document=replace(opened.document, pages=()), pdf=pdf)


def whole(opened: Opened, pages: Sequence[Page]) -> Opened:
    """Undo `light`.

    Raises:
        Malformed: pages are missing, or the map from text to pages points beyond them.
    """
    document = replace(opened.document, pages=tuple(pages), parts=())  # one file was read
    if [page.number for page in pages] != list(range(1, len(pages) + 1)):
        raise Malformed("pages are missing")
    if hashlib.sha256(opened.draft).hexdigest() != document.sha256:
        raise Malformed("not the draft's fingerprint")
    _check_map(document)
    return Opened(document, opened.draft, opened.pdf or opened.draft)


def _check_map(document: Document) -> None:
    if not len(document.text) == len(document.page_of) == len(document.char_of):
        raise Malformed("a map of another length than the text")
    lengths = [len(page.text) for page in document.pages]
    for page, character in zip(document.page_of, document.char_of, strict=True):
        if page == character == -1:
            continue
        if not (0 <= page < len(lengths) and 0 <= character < lengths[page]):
            raise Malformed("a map that points beyond the pages")
