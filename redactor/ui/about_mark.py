"""What there is to say about one mark: its sentence, its place among its like, its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from redactor.ui import words
from redactor.ui.scope import in_scope
from redactor.ui.session import DOUBTFUL

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.decisions import Decision
    from redactor.marks.mark import Mark

_AROUND = 90
"""Characters shown before and after the words."""


def sentence_html(text: str, mark: Mark) -> str:
    """The words of a mark in bold within what stands around them; everything from the draft is escaped."""
    if mark.area:
        return escape(words.DRAWN_AREA)
    before = " ".join(text[max(0, mark.start - _AROUND) : mark.start].split(" "))
    after = text[mark.end : mark.end + _AROUND]
    before = _from_word(before) if mark.start > _AROUND else before
    after = _to_word(after) if mark.end + _AROUND < len(text) else after
    return f"{_flat(before)}<b>{_flat(text[mark.start : mark.end])}</b>{_flat(after)}"


def mention_of(case: Case, mark: Mark) -> str:
    """Which mention of its person or thing this is."""
    ids = [other.id for other in in_scope(case, mark, "thing")]
    return f"{ids.index(mark.id) + 1:,} of {len(ids):,}"


def doubtful(marks: Sequence[Mark], but: str) -> list[Mark]:
    """Those to look at one by one, the current one left out."""
    return [mark for mark in marks if mark.score < DOUBTFUL and mark.id != but]


def history(case: Case, mark: Mark) -> list[str]:
    """What happened to a mark, the first first."""
    return [_line(decision) for decision in case.log if _touches(decision, mark)]


def _touches(decision: Decision, mark: Mark) -> bool:
    return any(
        change.id == (mark.id if change.what == "mark" else mark.entity)
        for change in decision.changes
        if decision.verb != "suggest" or change.what == "mark"
    )


def _line(decision: Decision) -> str:
    when = datetime.fromisoformat(decision.when).astimezone()
    today = when.date() == datetime.now().astimezone().date()
    day = "today" if today else f"{when.day} {when:%B %Y}"
    return f"{words.VERBS.get(decision.verb, decision.verb)} · {decision.who}, {day} {when:%H:%M}"


def _flat(text: str) -> str:
    """One line of HTML; the spaces at its ends stay."""
    flat = " ".join(text.replace("\n", " ").split(" "))
    return escape(flat).replace("  ", " ")


def _from_word(text: str) -> str:
    return "…" + text.split(" ", 1)[-1]


def _to_word(text: str) -> str:
    return text.rsplit(" ", 1)[0] + "…"
