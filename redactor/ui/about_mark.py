"""What there is to say about one mark: its sentence, its place among its like, its history."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from redactor.ui import words

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.decisions import Decision
    from redactor.marks.mark import Mark

AROUND = 90
"""Characters shown before and after the words."""
_SAID = frozenset({"comment", "challenge", "answer"})
"""Decisions whose reason is what somebody said."""
_LONGEST = 64
"""Characters of a mark beyond which its middle is left out where room is short."""


def sentence_html(text: str, mark: Mark, around: int = AROUND) -> str:
    """The words of a mark in bold within what stands around them; everything from the draft is escaped.

    `around`: how many characters are shown before and after.
    """
    if mark.area:
        return escape(words.DRAWN_AREA)
    before, within, after = _parts(text, mark, around)
    return f"{_flat(before)}<b>{_flat(within)}</b>{_flat(after)}"


def sentence(text: str, mark: Mark, around: int = AROUND) -> str:
    """The same without bold, to be said."""
    return words.DRAWN_AREA if mark.area else " ".join("".join(_parts(text, mark, around)).split())


def _parts(text: str, mark: Mark, around: int) -> tuple[str, str, str]:
    before = " ".join(text[max(0, mark.start - around) : mark.start].split(" "))
    after = text[mark.end : mark.end + around]
    before = _from_word(before) if mark.start > around else before
    after = _to_word(after) if mark.end + around < len(text) else after
    within = text[mark.start : mark.end]
    if len(within) > _LONGEST and around < AROUND:
        within = f"{within[: _LONGEST // 2]} … {within[-_LONGEST // 2 :]}"
    return before, within, after


def mention_of(case: Case, mark: Mark) -> str:
    """Which mention of its person or thing this is."""
    from redactor.marks.overview import overview

    ids = overview(case).ids("thing", mark.entity)
    return f"{ids.index(mark.id) + 1:,} of {len(ids):,}"


def history(case: Case, mark: Mark) -> list[str]:
    """What happened to a mark, the first first."""
    from redactor.marks.overview import overview

    return [_line(decision) for decision in overview(case).history(mark)]


def _line(decision: Decision) -> str:
    when = datetime.fromisoformat(decision.when).astimezone()
    today = when.date() == datetime.now().astimezone().date()
    day = "today" if today else f"{when.day} {when:%B %Y}"
    what = words.VERBS.get(decision.verb, decision.verb)
    said = f": “{decision.reason}”" if decision.verb in _SAID and decision.reason else ""
    return f"{what}{said} · {decision.who}, {day} {when:%H:%M}"


def _flat(text: str) -> str:
    """One line of HTML; the spaces at its ends stay."""
    flat = " ".join(text.replace("\n", " ").split(" "))
    return escape(flat).replace("  ", " ")


def _from_word(text: str) -> str:
    return "…" + text.split(" ", 1)[-1]


def _to_word(text: str) -> str:
    return text.rsplit(" ", 1)[0] + "…"
