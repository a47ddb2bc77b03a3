"""What a reviewer does with people and things: merge, split off, move a mention, say who somebody is, comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from redactor.ui import people_words
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.choose import Thing

_NUMBERED = re.compile(r"(.*?)(?: (\d+))?")


def merge(session: Session, entity: str, into: str) -> None:
    """Make all mentions of one person or thing those of another, whose label and role stay."""
    if session.case and entity != into:
        move(session, _ids(session.case, entity), into)


def move(session: Session, ids: Iterable[str], into: str) -> None:
    """Make some mentions those of another person or thing."""
    ids = list(ids)
    session.decide("relink", lambda case: case.relink(ids, into, by=session.by))


def split(session: Session, ids: Sequence[str]) -> None:
    """Make some mentions, by default the current one, those of somebody new with a label of their own."""
    case = session.case
    if case is None or not ids:
        return
    entity = case.marks[ids[0]].entity
    if set(ids) >= set(_ids(case, entity)):
        session.said.emit(people_words.SPLIT_ALL)
        return
    label = fresh_label(case, case.labels.get(entity, ""))
    new = case.new_entity()
    session.decide("relink", lambda case: case.relink(ids, new, by=session.by, label=label))
    session.go_to(ids[0])


def set_role(session: Session, role: str) -> None:
    """Say who the current person is in the case."""
    if mark := session.mark:
        session.decide("role", lambda case: case.set_role(mark.entity, role.strip(), by=session.by))


def set_comment(session: Session, text: str) -> None:
    """Say something of the marks in scope."""
    ids = [mark.id for mark in session.in_scope()]
    session.decide("comment", lambda case: case.set_comment(ids, text.strip(), by=session.by))


def fresh_label(case: Case, like: str) -> str:
    """A label that nobody has: the next number after one such as "Social Worker 2"; "Person 1" after a child's.

    A child's label is a letter, which must not be handed out in order.
    """
    if like.startswith("["):  # one such as [date] is meant to be shared
        return like
    found = _NUMBERED.fullmatch(like)
    stem = found[1] if found and found[1] and not re.search(r"\b[A-Z]$", like) else people_words.NEW_PERSON
    used = set(case.labels.values())
    number = 1
    while f"{stem} {number}" in used or (number == 1 and stem in used):
        number += 1
    return f"{stem} {number}"


def others(things: Iterable[Thing], but: str, wanted: str) -> list[Thing]:
    """Those to merge with: labels or names that hold `wanted`, the one of entity `but` left out."""
    wanted = wanted.casefold().strip()
    return [
        thing
        for thing in things
        if thing.entity != but and wanted in " ".join((thing.label, thing.role, *thing.names)).casefold()
    ]


def _ids(case: Case, entity: str) -> list[str]:
    from redactor.marks.overview import overview

    return list(overview(case).ids("thing", entity))
