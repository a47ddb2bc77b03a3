"""Putting the wording of the current mark on a list of the case, and deciding what stands there by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redactor.marks.mark import Mark, Verdict
from redactor.ui import lists_words as words
from redactor.ui.case_lists import choose_list
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case

Span = tuple[int, int]
"""Start and end offsets into the reading text."""


def never_mark(session: Session) -> None:
    """Never mark this wording: it is kept wherever nobody decided on it yet, and here."""
    if not (wording := _wording(session)):
        return
    marks = _so_worded(session, wording)
    ids = [mark.id for mark in marks if mark.id == session.current or mark.verdict is Verdict.UNDECIDED]
    _put(session, wording, on="never", off="always")
    session.decide("keep", lambda case: case.keep(ids, by=session.by))
    others = _others(session, marks, Verdict.REDACT)
    session.said.emit(words.listed(words.NEVER_LISTED, wording, others, words.STAYS_CONFIRMED))


def always_mark(session: Session) -> None:
    """Always mark this wording: it is confirmed here and wherever nobody kept it, and marked where it was not."""
    from redactor.marks import choose

    if not (wording := _wording(session)) or not (case := session.case) or not (mark := session.mark):
        return
    marks, id = _so_worded(session, wording), mark.id
    _put(session, wording, on="always", off="never")
    kept = {(m.start, m.end) for m in marks if m.verdict is Verdict.KEEP and m.id != id}
    spans = [span for span in choose.occurrences(case.document.text, wording) if span not in kept]
    free = _not_in_others(case, spans)
    session.decide("add", lambda case: case.add_all(free, mark.type, by=session.by, entity=mark.entity))
    session.go_to(id)
    others = _others(session, marks, Verdict.KEEP)
    session.said.emit(words.listed(words.ALWAYS_LISTED, wording, others, words.STAYS_KEPT))


def _wording(session: Session) -> str:
    if session.mark is None or session.case is None:
        return ""
    if not session.mark.text:
        session.said.emit(words.NO_WORDING)
    return " ".join(session.mark.text.split())


def _so_worded(session: Session, wording: str) -> list[Mark]:
    from redactor.marks import choose

    return choose.of_wording(session.case, wording) if session.case else []


def _not_in_others(case: Case, spans: list[Span]) -> list[Span]:
    """Those that do not stand within a longer mark, which is decided on by itself."""
    longer = {
        (start, end)
        for mark in case.marks.values()
        for start, end in spans
        if mark.start <= start and end <= mark.end and (mark.start, mark.end) != (start, end)
    }
    return [span for span in spans if span not in longer]


def _put(session: Session, wording: str, *, on: str, off: str) -> None:
    """Put a wording on one list, and take it off the other."""
    if session.case is None:
        return
    lists = session.case.lists
    same = wording.casefold()
    choose_list(session, off, [line for line in getattr(lists, off) if line.casefold() != same])
    there = [line for line in getattr(lists, on) if line.casefold() != same]
    choose_list(session, on, [*there, wording])


def _others(session: Session, marks: list[Mark], verdict: Verdict) -> int:
    """How many of these marks stay decided otherwise."""
    return sum(mark.verdict is verdict and mark.id != session.current for mark in marks)
