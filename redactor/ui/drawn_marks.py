"""Marks of the case as the page view draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from redactor.marks.mark import Mark, Verdict
from redactor.publish.instead import Instead
from redactor.ui import check_words, words
from redactor.ui.mark_painter import DrawnMark, Look

if TYPE_CHECKING:
    from redactor.document.source import Document
    from redactor.findings.finding import Finding
    from redactor.marks.case import Case


def drawn(case: Case, marks: Iterable[Mark], style: str) -> Iterator[DrawnMark]:
    """Marks with what would be published in their place; `style` as in `publish.plan`."""
    instead = Instead(case)
    for mark in marks:
        label = instead.label(mark)
        yield DrawnMark(
            mark.id,
            case.mark_places(mark),
            look(mark, label, style),
            label if style == "pseudonym" and label else words.TYPES[mark.type],
            words.spoken(mark.verdict, mark.text, label, mark.because) + check_words.spoken_check(mark),
        )


def look(mark: Mark, label: str, style: str) -> Look:
    """What the state of a mark looks like."""
    if mark.verdict is Verdict.UNDECIDED:
        return Look.UNDECIDED
    if mark.check == "challenged":
        return Look.CHALLENGED
    if mark.verdict is Verdict.KEEP:
        return Look.KEEP
    return Look.LABEL if style == "pseudonym" and label and mark.area is None else Look.BLACKOUT


def provisional(document: Document, findings: Iterable[Finding]) -> Iterator[DrawnMark]:
    """Findings that are no marks yet."""
    for finding in findings:
        places = document.places(finding.start, finding.end)
        yield DrawnMark(f"p{finding.start}", places, Look.PROVISIONAL, "", words.PROVISIONAL)
