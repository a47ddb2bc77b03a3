"""Marks in reading order; a drawn area comes where its page begins in the reading text."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from redactor.document.source import Document
from redactor.marks.mark import Mark

_MANY = 500
"""So many are sorted in one go; fewer are put in their places one by one."""


def placed(
    marks: Mapping[str, Mark], moved: AbstractSet[str], page_starts: Mapping[int, int]
) -> dict[str, Mark]:
    """The marks in reading order, where all but those `moved` are in order already.

    `moved` may name marks that are gone; `page_starts` is what the function below gives.
    """

    def order(mark: Mark) -> tuple[int, int, float]:
        return _order(mark, page_starts)

    if len(moved) > _MANY:
        return {mark.id: mark for mark in sorted(marks.values(), key=order)}
    out = [mark for mark in marks.values() if mark.id not in moved]
    for id in moved & marks.keys():
        insort(out, marks[id], key=order)
    return {mark.id: mark for mark in out}


def _order(mark: Mark, page_starts: Mapping[int, int]) -> tuple[int, int, float]:
    if mark.area is None:
        return (mark.start, mark.end, 0.0)
    return (page_starts.get(mark.area.page, 0), -1, mark.area.y0)


def page_starts(document: Document) -> dict[int, int]:
    """For each page (1-based) the offset of its first character in the reading text."""
    page_of = document.page_of
    backwards = zip(reversed(page_of), range(len(page_of) - 1, -1, -1), strict=True)
    return {page + 1: offset for page, offset in dict(backwards).items() if page >= 0}
