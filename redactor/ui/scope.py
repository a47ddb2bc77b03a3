"""What a decision applies to, and which mark comes next: plain functions over a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from redactor.marks.mark import Mark, Verdict
from redactor.ui import words

if TYPE_CHECKING:
    from redactor.marks.case import Case

SCOPES = tuple(words.SCOPES)
"""This mark alone, all of its person or thing, of its wording, on its page, of its kind."""


def in_scope(case: Case, mark: Mark, scope: str) -> list[Mark]:
    """Marks that a decision on `mark` applies to, whatever was decided on them."""
    from redactor.marks import choose  # loaded with the first case

    match scope:
        case "thing":
            return choose.of_entity(case, mark.entity)
        case "wording" if mark.text:
            return choose.of_wording(case, mark.text)
        case "page":
            return _on_page(case, page_of(case, mark))
        case "kind":
            return choose.of_type(case, mark.type)
    return [mark]


def targets(case: Case, mark: Mark, scope: str, verdict: Verdict) -> list[str]:
    """Ids that a decision would change: the undecided ones in scope, and `mark` itself."""
    return [
        other.id
        for other in in_scope(case, mark, scope)
        if other.verdict is Verdict.UNDECIDED or (other.id == mark.id and mark.verdict is not verdict)
    ]


def page_of(case: Case, mark: Mark) -> int:
    """The page (1-based) on which a mark begins; 1 where it stands nowhere."""
    if mark.area:
        return mark.area.page
    pages = case.document.page_of[mark.start : mark.end]
    return next((page + 1 for page in pages if page >= 0), 1)


def _on_page(case: Case, page: int) -> list[Mark]:
    """Marks that touch a page (1-based), told from the reading text: their places need not be worked out."""
    pages = case.document.page_of
    return [
        mark
        for mark in case.marks.values()
        if (mark.area.page == page if mark.area else page - 1 in pages[mark.start : mark.end])
    ]


def next_undecided(case: Case, current: str, *, step: int, entity: str = "") -> str:
    """The undecided mark after (`step` 1) or before (-1) the current one, round the end; "" if there is none.

    Args:
        entity: only of this person or thing, if given.
    """
    order = list(case.marks.values())[::step]
    here = next((i for i, mark in enumerate(order) if mark.id == current), -1)
    return next(
        (
            mark.id
            for mark in order[here + 1 :] + order[: here + 1]
            if mark.verdict is Verdict.UNDECIDED and entity in ("", mark.entity)
        ),
        "",
    )


def nearest(case: Case, order: Sequence[str], gone: str) -> str:
    """The mark that followed one that is gone, or else the one before it; "" if there is none.

    Args:
        order: ids in reading order while it was still there.
    """
    here = order.index(gone)
    return next((id for id in (*order[here:], *reversed(order[:here])) if id in case.marks), "")
