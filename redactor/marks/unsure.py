"""Which marks a bulk decision must never sweep up unseen, and which are worded as one that was looked at already."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from redactor.findings.english import is_ordinary
from redactor.marks.mark import Mark, Verdict

CONFIDENCE = 0.8
"""Below this share of right ones a mark is looked at singly; scores are calibrated shares."""

DOUBTFUL, AMBIGUOUS, FIRST = "doubtful", "ambiguous", "first"
"""Why a mark is to be looked at: it is likelier wrong than others; its words also mean something else, or name
several; it is the first with its wording. The most doubtful first."""

_ORDER = {why: at for at, why in enumerate((DOUBTFUL, AMBIGUOUS, FIRST))}
_NAMES = frozenset({"PERSON", "PLACE", "ORG"})

Form = tuple[str, str]
"""Whose mention it is and how it is worded, letter case and white space left aside."""


@dataclass(frozen=True, slots=True)
class Look:
    """A mark to be looked at in its sentence, and why: one of `DOUBTFUL`, `AMBIGUOUS`, `FIRST`."""

    mark: Mark
    why: str


@dataclass(frozen=True, slots=True)
class Parted:
    """Undecided marks, parted.

    Args:
        look: those to be looked at one by one, the most doubtful first.
        same: those worded as one that is confirmed or is among `look`, in reading order.
    """

    look: tuple[Look, ...] = ()
    same: tuple[Mark, ...] = ()


def parted(
    marks: Iterable[Mark],
    confirmed: Container[Form],
    *,
    confidence: float = CONFIDENCE,
    shared: Container[str] = frozenset(),
) -> Parted:
    """Part the undecided marks of a scope.

    Args:
        marks: all in the scope, in reading order; those that are decided are passed over.
        confirmed: forms of which a mention was looked at and confirmed.
        confidence: the score (0 to 1) from which on a mark may be swept up.
        shared: folded wordings that several people or things bear.
    """
    look: list[Look] = []
    same: list[Mark] = []
    seen: set[Form] = set()
    for mark in marks:
        if mark.verdict is not Verdict.UNDECIDED:
            continue
        form = form_of(mark)
        why = _uncertain(mark, confidence, shared)
        if not why and form not in seen and form not in confirmed:
            why = FIRST
            seen.add(form)
        if why:
            look.append(Look(mark, why))
        else:
            same.append(mark)
    look.sort(key=lambda each: (_ORDER[each.why], each.mark.score))
    return Parted(tuple(look), tuple(same))


def form_of(mark: Mark) -> Form:
    """Whose mention a mark is and how it is worded."""
    return (mark.entity, folded(mark.text))


def ambiguous(mark: Mark) -> bool:
    """Whether a name is also an ordinary word, such as Grace or Reading."""
    return mark.type in _NAMES and is_ordinary(folded(mark.text))


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """A wording without its letter case and its kind of white space."""
    return " ".join(text.casefold().split())


def _uncertain(mark: Mark, confidence: float, shared: Container[str]) -> str:
    if mark.score < confidence:
        return DOUBTFUL
    return AMBIGUOUS if ambiguous(mark) or folded(mark.text) in shared else ""
