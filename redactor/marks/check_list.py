"""The decisions of a case in the order in which a legal reviewer looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from redactor.marks.mark import Mark, Verdict
from redactor.marks.overview import overview
from redactor.marks.unsure import CONFIDENCE

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.decisions import Decision

SECTIONS = ("challenged", "answered", "rejected", "doubtful", "confirmed", "undecided")
"""Challenged, and waiting for the preparer; answered, to be looked at again; suggestions that were kept as they are;
confirmed though likelier wrong than others; everything else that was confirmed; and what is still to decide."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How many decisions were agreed with, are challenged, and were not looked at."""

    agreed: int = 0
    challenged: int = 0
    open: int = 0


def section_of(mark: Mark) -> str:
    """Which of `SECTIONS` a mark stands in."""
    if mark.verdict is Verdict.UNDECIDED:
        return "undecided"
    if mark.check in ("challenged", "answered"):
        return mark.check
    if mark.verdict is Verdict.KEEP:
        return "rejected"
    return "doubtful" if mark.score < CONFIDENCE else "confirmed"


def sections(case: Case) -> dict[str, list[Mark]]:
    """The marks of each section in reading order; those without any are left out."""
    found: dict[str, list[Mark]] = {name: [] for name in SECTIONS}
    for mark in case.marks.values():
        found[section_of(mark)].append(mark)
    return {name: marks for name, marks in found.items() if marks}


def looked(case: Case) -> Looked:
    """How far the legal check is; what is not decided is not counted."""
    checks = [mark.check for mark in case.marks.values() if mark.verdict is not Verdict.UNDECIDED]
    agreed, challenged = checks.count("agreed"), checks.count("challenged")
    return Looked(agreed, challenged, len(checks) - agreed - challenged)


def next_open(case: Case, current: str, step: int = 1) -> str:
    """The next (`step` 1) or previous (-1) decision that was not looked at, in the order of the list, round its end.

    Returns its id, or "".
    """
    order = [mark for marks in sections(case).values() for mark in marks][::step]
    here = next((at for at, mark in enumerate(order) if mark.id == current), -1)
    later = order[here + 1 :] + order[: here + 1]
    return next((mark.id for mark in later if _is_open(mark)), "")


def decided_by(case: Case, mark: Mark) -> Decision | None:
    """The decision that gave a mark its present verdict; None where nobody decided."""
    for decision in reversed(overview(case).history(mark)):
        for change in decision.changes:
            if change.what == "mark" and change.id == mark.id and change.name in ("", "verdict"):
                return decision
    return None


def _is_open(mark: Mark) -> bool:
    return mark.verdict is not Verdict.UNDECIDED and mark.check in ("", "answered")
