"""What a decision applies to, and which mark comes next: plain functions over a case."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from redactor.marks.mark import Mark, Verdict
from redactor.ui import words

if TYPE_CHECKING:
    from redactor.marks.case import Case

SCOPES = tuple(words.SCOPES)
"""This mark alone, all of its person or thing, of its wording, on its page, of its kind."""


def in_scope(case: Case, mark: Mark, scope: str) -> list[Mark]:
    """Marks that a decision on `mark` applies to, whatever was decided on them."""
    from redactor.marks.overview import overview  # loaded with the first case

    group = group_of(case, mark, scope)
    return overview(case).marks(*group) if group else [mark]


def group_of(case: Case, mark: Mark, scope: str) -> tuple[str, str | int] | None:
    """The group of marks (as `marks.overview` calls it) that is meant; None where it is this mark alone."""
    from redactor.marks.unsure import folded  # loaded with the first case

    match scope:
        case "thing":
            return scope, mark.entity
        case "wording" if mark.text:
            return scope, folded(mark.text)
        case "page":
            return scope, page_of(case, mark)
        case "kind":
            return scope, mark.type
    return None


def page_of(case: Case, mark: Mark) -> int:
    """The page (1-based) on which a mark begins; 1 where it stands nowhere."""
    from redactor.marks import overview

    return overview.page_of(case, mark)


def next_undecided(case: Case, current: str, *, step: int, entity: str = "") -> str:
    """The undecided mark after (`step` 1) or before (-1) the current one, round the end; "" if there is none.

    Args:
        entity: only of this person or thing, if given.
    """
    from redactor.marks.overview import overview

    known = overview(case)
    order = list(known.ids("thing", entity) if entity else case.marks)[::step]
    here = -1
    if current in case.marks:
        rank = known.rank(current) * step
        here = bisect_right(order, rank, key=lambda id: known.rank(id) * step) - 1
    later = chain(order[here + 1 :], order[: here + 1])
    return next((id for id in later if case.marks[id].verdict is Verdict.UNDECIDED), "")


def nearest(case: Case, order: Sequence[str], gone: str) -> str:
    """The mark that followed one that is gone, or else the one before it; "" if there is none.

    Args:
        order: ids in reading order while it was still there.
    """
    here = order.index(gone)
    return next((id for id in (*order[here:], *reversed(order[:here])) if id in case.marks), "")
