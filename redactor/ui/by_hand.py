"""What a reviewer marks by hand: whose mention it probably is, and which places are not marked yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from redactor.marks.mark import Verdict

if TYPE_CHECKING:
    from redactor.marks.case import Case

Span = tuple[int, int]
"""Start and end offsets into the reading text."""

_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")


def likely(case: Case, wording: str) -> tuple[str, str]:
    """The type and entity of a wording: those of a mark on the same words, else a guess and "" for a new thing."""
    from redactor.marks import choose  # loaded with the first case

    if same := choose.of_wording(case, wording):
        return same[0].type, same[0].entity
    if "@" in wording:
        return "EMAIL", ""
    if _DATE.search(wording):
        return "DATE", ""
    return ("ID" if re.search(r"\d", wording) else "PERSON"), ""


def found(text: str, wording: str) -> tuple[list[Span], bool]:
    """Where a wording stands, and whether as whole words; inside other words only where nowhere else."""
    from redactor.marks import choose

    whole = choose.occurrences(text, wording)
    if whole or not wording.strip():
        return whole, True
    inside = re.finditer(re.escape(wording.strip()), text, re.IGNORECASE)
    return [match.span() for match in inside], False


def not_marked(case: Case, spans: Sequence[Span]) -> list[Span]:
    """Those that do not lie within a confirmed mark."""
    covered = [
        (mark.start, mark.end)
        for mark in case.marks.values()
        if mark.verdict is Verdict.REDACT and mark.area is None
    ]
    return [(s, e) for s, e in spans if not any(start <= s and e <= end for start, end in covered)]
