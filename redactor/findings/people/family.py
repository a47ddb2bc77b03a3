"""The family as the draft describes it: who is in it, in which generation, and the ties to draw between them.

Roles to the child tell most; where the draft names whose father or daughter somebody is, that tie stands instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redactor.findings.finding import Finding
from redactor.findings.people.kinship import Kinship
from redactor.findings.people.mentions import mentions_in
from redactor.findings.people.role_words import CHILD

_GENERATIONS = {
    CHILD: 0,
    "Sibling": 0,
    "Cousin": 0,
    "Child's partner": 0,
    "Mother": -1,
    "Father": -1,
    "Stepmother": -1,
    "Stepfather": -1,
    "Partner": -1,
    "Foster Carer": -1,
    "Relative": -1,
}
_BY_ENDING = (("grandmother", -2), ("grandfather", -2), ("aunt", -1), ("uncle", -1))
_SIDES = {"Maternal": "maternal", "Paternal": "paternal"}
_CHILDREN = (CHILD, "Sibling")
_SPOUSES = {
    "Stepfather": "Mother",
    "Stepmother": "Father",
    "Partner": "Mother",
    "Child's partner": CHILD,
    "Father": "Mother",
}


@dataclass(frozen=True)
class Member:
    """One of the family.

    Args:
        entity: as in the findings.
        role: to the child.
        generation: 0 for the child's own, -1 for the parents', -2 for the grandparents'; great-grandparents are -3.
        side: "maternal", "paternal" or "".
    """

    entity: str
    role: str
    generation: int
    side: str = ""


@dataclass(frozen=True)
class Tie:
    """A line of the chart: `kind` is "parent" (`one` of `other`), "partner", "sibling" or "grandparent" (side unknown)."""

    kind: str
    one: str
    other: str


@dataclass(frozen=True)
class Family:
    """The members, the eldest generation first, mother's side before father's; and the ties between them."""

    people: tuple[Member, ...]
    ties: tuple[Tie, ...]


def family(findings: Sequence[Finding], text: str, roles: Mapping[str, str]) -> Family:
    """Return the family that the draft describes; professionals, neighbours and friends are not in it.

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.
        roles: by entity, as `roles.roles` gives them or as people have changed them since.
    """
    members = [member for entity, role in roles.items() if (member := _member(entity, role))]
    members.sort(key=lambda member: (member.generation, _place(member)))
    ties = dict.fromkeys([*_parents(members, _named(findings, text)), *_others(members)])
    return Family(tuple(members), tuple(ties))


def _named(findings: Sequence[Finding], text: str) -> dict[str, set[str]]:
    """Return for each entity those whose mother or father it is said to be."""
    entities = [finding.entity for finding in findings if finding.type == "PERSON"]
    return Kinship(mentions_in(findings, text), entities, text).parents()


def _member(entity: str, role: str) -> Member | None:
    """Return somebody of the family by the role, None for anybody else."""
    generation = _GENERATIONS.get(role)
    if generation is None:
        plain = role.lower()
        generation = next((number for ending, number in _BY_ENDING if plain.endswith(ending)), None)
        if generation is None:
            return None
        generation -= "great-" in plain
    side = _SIDES.get(role.split()[0], "") or {"Mother": "maternal", "Father": "paternal"}.get(role, "")
    return Member(entity, role, generation, side)


def _place(member: Member) -> int:
    """Return where somebody stands in their generation: mother's side, no side, father's side."""
    return {"maternal": 0, "": 1, "paternal": 2}[member.side]


def _parents(members: Sequence[Member], named: Mapping[str, set[str]]) -> Iterator[Tie]:
    """Yield who is whose parent: as it is said by name, else by the roles."""
    children = [member for member in members if member.role in _CHILDREN]
    in_family = {member.entity for member in members}
    for parent in members:
        mine = named.get(parent.entity, set()) & in_family
        if parent.role in ("Mother", "Father"):
            others = [m for m in members if m.role == parent.role and m is not parent]
            for child in children:
                elsewhere = any(child.entity in named.get(other.entity, ()) for other in others)
                if child.entity in mine or not (elsewhere or (mine and others)):
                    yield Tie("parent", parent.entity, child.entity)
            continue
        if parent.role not in _CHILDREN:
            yield from (Tie("parent", parent.entity, child) for child in sorted(mine))
        if parent.generation == -2 and "grand" in parent.role.lower():
            yield from _of_grandparent(parent, members, alone=not mine)


def _of_grandparent(parent: Member, members: Sequence[Member], *, alone: bool) -> Iterator[Tie]:
    """Yield the tie to the mother or father of the side, or where the side is not known and nobody named, to the child."""
    heir = next((m for m in members if m.role in ("Mother", "Father") and m.side == parent.side), None)
    if heir:
        yield Tie("parent", parent.entity, heir.entity)
    elif alone:
        yield from (Tie("grandparent", parent.entity, m.entity) for m in members if m.role == CHILD)


def _others(members: Sequence[Member]) -> Iterator[Tie]:
    """Yield couples, the parents' brothers and sisters, and the child's."""
    for member in members:
        wanted = _SPOUSES.get(member.role) or (
            member.role.replace("father", "mother") if member.role.lower().endswith("grandfather") else ""
        )
        spouse = next((each for each in members if each.role == wanted), None)
        if spouse:
            yield Tie("partner", spouse.entity, member.entity)
        if member.role.lower().endswith(("aunt", "uncle")) and member.generation == -1 and member.side:
            parent = next(
                (m for m in members if m.role in ("Mother", "Father") and m.side == member.side), None
            )
            if parent:
                yield Tie("sibling", parent.entity, member.entity)
        if member.role == "Sibling":
            yield from (Tie("sibling", each.entity, member.entity) for each in members if each.role == CHILD)
