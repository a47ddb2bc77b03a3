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
Place = tuple[int, float, int, int, str]
"""Why, score, start, end and id."""


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
        same: those worded as one that is confirmed or is among `look`, in the order of the text.
    """

    look: tuple[Look, ...] = ()
    same: tuple[Mark, ...] = ()


def parted_form(
    form: Form,
    marks: Iterable[Mark],
    confirmed: Container[Form],
    *,
    shared: Container[str] = frozenset(),
) -> Parted:
    """Part the undecided marks of one form; no form depends on another.

    Args:
        form: the form of all of them.
        marks: in reading order; those that are decided are passed over.
        confirmed: forms of which a mention was looked at and confirmed.
        shared: folded wordings that several people or things bear.
    """
    look: list[Look] = []
    same: list[Mark] = []
    seen, unclear, ordinary = form in confirmed, form[1] in shared, is_ordinary(form[1])
    for mark in marks:
        if mark.verdict is not Verdict.UNDECIDED:
            continue
        if mark.score < CONFIDENCE:
            look.append(Look(mark, DOUBTFUL))
        elif unclear or (ordinary and mark.type in _NAMES):
            look.append(Look(mark, AMBIGUOUS))
        elif seen:
            same.append(mark)
        else:
            look.append(Look(mark, FIRST))
            seen = True
    return Parted(tuple(look), tuple(same))


def place(look: Look) -> Place:
    """Where it comes among those to be looked at: the most doubtful first, else in the order of the text."""
    mark = look.mark
    return _ORDER[look.why], mark.score, mark.start, mark.end, mark.id


def form_of(mark: Mark) -> Form:
    """Whose mention a mark is and how it is worded."""
    return (mark.entity, folded(mark.text))


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """A wording without its letter case and its kind of white space."""
    return " ".join(text.casefold().split())
