"""What a reviewer marks by hand: whose mention it probably is, and which places are not marked yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from redactor.marks.mark import Verdict

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.mark import Mark
    from redactor.ui.session import Session

Span = tuple[int, int]
"""Start and end offsets into the reading text."""

_SOUND_ALIKE = ("ckqx", "fpv", "gj", "sczx", "iy", "aeiou")
"""Letters with which two spellings of one name may begin."""

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


def nearly(text: str, wording: str) -> list[Span]:
    """Where single words stand that may be this one misspelt; none for several words, or for short ones."""
    from redactor.findings.english import is_ordinary
    from redactor.findings.passes.spread import plain
    from redactor.findings.people.likeness import slip

    if not wording.isalpha() or len(wording) < 4:
        return []
    own, first = plain(wording), wording[0].lower()
    letters = {first}.union(*(letters for letters in _SOUND_ALIKE if first in letters))
    words = re.compile(rf"\b[{''.join(sorted(letters)).upper()}][^\W\d_]{{2,{len(wording) + 2}}}\b")
    return [
        match.span()
        for match in words.finditer(text)
        if (word := plain(match[0])) != own and slip(own, word) and not is_ordinary(word)
    ]


def left_standing(case: Case) -> dict[Span, str]:
    """Where a confirmed name or number still stands in no mark at all, and how it is worded."""
    from redactor.publish.decided import unmarked

    places = unmarked(case)
    return {span: places[span] for span in not_touched(case, list(places))}


def mark_unmarked(session: Session) -> None:
    """Mark every place where a confirmed name or number still stands, as mentions of whoever bears it."""
    if (case := session.case) is None:
        return
    bearers = {mark.text: mark for mark in case.marks.values()}
    spans: dict[tuple[str, str], list[Span]] = {}
    for span, wording in left_standing(case).items():
        spans.setdefault((bearers[wording].type, bearers[wording].entity), []).append(span)
    for (type, entity), places in spans.items():
        session.add(places, type, entity)


def not_marked(case: Case, spans: Sequence[Span]) -> list[Span]:
    """Those that do not lie within a confirmed mark."""
    return _outside(spans, [mark for mark in case.marks.values() if mark.verdict is Verdict.REDACT])


def not_touched(case: Case, spans: Sequence[Span]) -> list[Span]:
    """Those that lie within no mark, whatever was decided on it."""
    return _outside(spans, list(case.marks.values()))


def _outside(spans: Sequence[Span], marks: Sequence[Mark]) -> list[Span]:
    covered = sorted((mark.start, mark.end) for mark in marks if mark.area is None)
    reaches = list(accumulate((end for _, end in covered), max))
    out = []
    for start, end in spans:
        before = bisect_right(covered, (start, len(reaches) and max(reaches[-1], end)))
        if not before or reaches[before - 1] < end:
            out.append((start, end))
    return out
