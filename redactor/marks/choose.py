"""Choosing marks of a case: what is undecided, one person's, one type's, one wording's; people and things as rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from redactor.marks.case import Case
from redactor.marks.mark import Mark, Verdict
from redactor.marks.unsure import folded


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, place, organisation or other thing of the case, with all its marks.

    Args:
        entity, type, label: `type` is that of most of its marks.
        names: its wordings, most frequent first.
        marks: ids, in reading order.
        undecided: how many of them are still to decide.
        role: who somebody is in the case ("Maternal grandmother"); "" where that is not known.
    """

    entity: str
    type: str
    label: str
    names: tuple[str, ...]
    marks: tuple[str, ...]
    undecided: int
    role: str = ""


def undecided(case: Case) -> list[Mark]:
    """Marks that nobody decided on yet, in reading order."""
    return [mark for mark in case.marks.values() if mark.verdict is Verdict.UNDECIDED]


def of_entity(case: Case, entity: str) -> list[Mark]:
    """All mentions of one person or thing."""
    return [mark for mark in case.marks.values() if mark.entity == entity]


def of_type(case: Case, type: str) -> list[Mark]:
    """All marks of one type."""
    return [mark for mark in case.marks.values() if mark.type == type]


def of_wording(case: Case, text: str) -> list[Mark]:
    """Marks on this wording, letter case and white space left aside."""
    wanted = folded(text)
    return [mark for mark in case.marks.values() if folded(mark.text) == wanted]


def thing_of(entity: str, marks: list[Mark], label: str, role: str = "") -> Thing:
    """A person or thing from all its marks, in reading order."""
    return Thing(
        entity,
        _most_frequent(mark.type for mark in marks)[0],
        label,
        _most_frequent(_on_one_line(mark.text) for mark in marks if mark.text),
        tuple(mark.id for mark in marks),
        sum(mark.verdict is Verdict.UNDECIDED for mark in marks),
        role,
    )


@lru_cache(maxsize=65_536)
def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _most_frequent(values: Iterable[str]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return tuple(sorted(counts, key=lambda value: -counts[value]))


def occurrences(text: str, wording: str) -> list[tuple[int, int]]:
    """Where a wording stands in a text as whole words, letter case and kind of white space left aside.

    Returns:
        Character offsets (start, end), in order.
    """
    words = wording.split()
    if not words:
        return []
    pattern = r"\s+".join(re.escape(word) for word in words)
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    sought = re.compile(before + pattern + after, re.IGNORECASE)
    lowered = text.lower()
    if len(lowered) != len(text) or not words[0].isascii() or "\u017f" in text:  # an old s is an s too
        return [match.span() for match in sought.finditer(text)]
    return list(_spans_at(sought, text, lowered, words[0].lower()))


def _spans_at(sought: re.Pattern[str], text: str, lowered: str, first: str) -> Iterator[tuple[int, int]]:
    """Matches that begin where the first word does: on a long draft a hundred times quicker than trying everywhere."""
    at = lowered.find(first)
    while at >= 0:
        match = sought.match(text, at)
        if match:
            yield match.span()
        at = lowered.find(first, match.end() if match else at + 1)
