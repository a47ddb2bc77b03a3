"""The people of the who's who, put among the people of a draft before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.findings.people.known import Known
from redactor.findings.people.likeness import name_parts
from redactor.findings.people.naming import Names
from redactor.findings.people.person import Person
from redactor.findings.people.role_words import CHILD, YOUNG, gender_of

_TYPED = 6
"""What was typed weighs as much as so many mentions."""


def give(names: Names, known: Sequence[Known]) -> None:
    """Let `names` have the people who are known; where two bear the same full name, it is the first one's."""
    for each in known:
        person = Person()
        names.people.append(person)
        names.given.append(person)
        _describe(person, each.role)
        for wording in each.wordings:
            words = name_parts(wording)
            if not words:
                continue
            names.name(person, words)
            for order in {words, (*words[-1:], *words[:-1])} if len(words) > 1 else ():
                if names.of_whole(order) is None:
                    names.keep_whole(order, person)


def _describe(person: Person, role: str) -> None:
    """Remember what a role tells: who it is, a man or a woman, a child or not."""
    if not role:
        return
    person.roles[role] += _TYPED
    gender = gender_of(role)
    person.female += _TYPED * (gender == "f")
    person.male += _TYPED * (gender == "m")
    if role in YOUNG:
        person.young += _TYPED * (role == CHILD) + (role != CHILD)
    else:
        person.young -= 1
