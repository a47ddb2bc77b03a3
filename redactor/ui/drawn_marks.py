"""Marks of the case as the page view draws them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from redactor.marks.mark import Mark, Verdict
from redactor.marks.overview import overview
from redactor.publish.instead import Instead
from redactor.ui import check_words, words
from redactor.ui.mark_painter import DrawnMark, Look

if TYPE_CHECKING:
    from redactor.document.page import Quad
    from redactor.document.source import Document
    from redactor.findings.finding import Finding
    from redactor.marks.case import Case
    from redactor.ui.by_hand import Span


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


class DrawnCase:
    """The marks of a case as they are now, drawn page by page when they are asked for.

    Args:
        style: as in `publish.plan`.
    """

    def __init__(self, case: Case, style: str) -> None:
        self._case, self._style = case, style

    def on_page(self, page: int) -> list[DrawnMark]:
        """Those that stand on a page (1-based)."""
        return list(drawn(self._case, overview(self._case).marks("page", page), self._style))

    def get(self, id: str) -> DrawnMark | None:
        """One of them."""
        mark = self._case.marks.get(id)
        return next(drawn(self._case, [mark], self._style)) if mark else None


class FoundWords:
    """Where words that a search found stand on a page, worked out for the pages in view: a common word is everywhere."""

    def __init__(self, document: Document, spans: Iterable[Span]) -> None:
        """`spans`: character offsets into the reading text."""
        self._document = document
        self._on_page: dict[int, list[Span]] = {}
        self._quads: dict[int, tuple[Quad, ...]] = {}
        page_of = document.page_of
        for start, end in spans:
            for page in {page_of[start], page_of[end - 1]}:
                self._on_page.setdefault(page + 1, []).append((start, end))

    def __call__(self, page: int) -> tuple[Quad, ...]:
        """The quads of these words on a page (1-based)."""
        if page not in self._quads:
            places = [place for span in self._on_page.get(page, ()) for place in self._document.places(*span)]
            self._quads[page] = tuple(quad for place in places if place.page == page for quad in place.quads)
        return self._quads[page]


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
