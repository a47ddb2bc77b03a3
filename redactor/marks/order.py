"""Marks in reading order; a drawn area comes where its page begins in the reading text."""

from __future__ import annotations

from collections.abc import Mapping

from redactor.document.source import Document
from redactor.marks.mark import Mark


def in_order(marks: Mapping[str, Mark], page_starts: Mapping[int, int]) -> dict[str, Mark]:
    """The marks in reading order; `page_starts` as `page_starts` gives them."""
    return dict(sorted(marks.items(), key=lambda item: _order(item[1], page_starts)))


def _order(mark: Mark, page_starts: Mapping[int, int]) -> tuple[int, int, float]:
    if mark.area is None:
        return (mark.start, mark.end, 0.0)
    return (page_starts.get(mark.area.page, 0), -1, mark.area.y0)


def page_starts(document: Document) -> dict[int, int]:
    """For each page (1-based) the offset of its first character in the reading text."""
    page_of = document.page_of
    backwards = zip(reversed(page_of), range(len(page_of) - 1, -1, -1), strict=True)
    return {page + 1: offset for page, offset in dict(backwards).items() if page >= 0}
