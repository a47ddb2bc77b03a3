"""Where each of the family stands on the chart, which lines join them, and how a screen reader tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from redactor.ui import whos_who_words as words

if TYPE_CHECKING:
    from redactor.findings.people.family import Family, Member, Tie
    from redactor.marks.case import Case

WIDTH, HEIGHT, GAP, RISE = 176.0, 70.0, 18.0, 84.0
"""Pixels: a box, what parts it from its neighbour, and from the generation below."""
_FIRST = {"aunt": 0, "uncle": 0, "partner": 1, "stepfather": 1, "mother": 2, "father": 3, "stepmother": 4}


@dataclass(frozen=True)
class Box:
    """One of the family on the chart.

    Args:
        entity, name, role, label: who it is, by the name used most, and what is published.
        x, y: the top left corner, pixels.
        spoken: the same in words, with all ties.
    """

    entity: str
    name: str
    role: str
    label: str
    x: float
    y: float
    spoken: str


@dataclass(frozen=True)
class Chart:
    """Boxes from the eldest to the youngest, from left to right; the ties between them, and the generations' rows."""

    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    rows: tuple[tuple[str, float], ...]


def family_of(case: Case) -> Family:
    """The family that the draft of a case describes, as its marks and roles stand now."""
    from redactor.findings.finding import Finding
    from redactor.findings.people.family import family

    findings = [
        Finding(mark.start, mark.end, mark.type, mark.score, mark.recogniser, mark.because, mark.entity)
        for mark in case.marks.values()
        if mark.area is None
    ]
    borne = {finding.entity for finding in findings}
    roles = {entity: role for entity, role in case.roles.items() if entity in borne}
    return family(sorted(findings, key=lambda finding: finding.start), case.document.text, roles)


def planned(case: Case, described: Family) -> Chart:
    """Lay a family out: the parents' row first, the others above and below those whom they belong to."""
    from redactor.marks.overview import overview

    rows: dict[int, list[Member]] = {}
    for member in described.people:
        rows.setdefault(member.generation, []).append(member)
    places = _places(rows, described.ties)
    generations = sorted(rows)
    names = {member.entity: _name(overview(case).thing(member.entity).names) for member in described.people}
    boxes = []
    for generation in generations:
        y = generations.index(generation) * (HEIGHT + RISE)
        for member in sorted(rows[generation], key=lambda member: places[member.entity]):
            name, label = names[member.entity], case.labels.get(member.entity, "")
            spoken = words.member_spoken(
                name, member.role, label, _told(member.entity, described.ties, names)
            )
            boxes.append(Box(member.entity, name, member.role, label, places[member.entity], y, spoken))
    titles = tuple((words.generation(each), at * (HEIGHT + RISE)) for at, each in enumerate(generations))
    return Chart(tuple(boxes), described.ties, titles)


def _name(names: Sequence[str]) -> str:
    """The fullest of the names used most, as it stands in a sentence rather than in a file's name."""
    return max(
        names[:6],
        key=lambda name: ("," not in name and not name.isupper(), min(len(name.split()), 3)),
        default=words.NOT_NAMED,
    )


def _places(rows: Mapping[int, Sequence[Member]], ties: Sequence[Tie]) -> dict[str, float]:
    """The left edge of each box. Couples and sides keep together in the parents' row; others follow their kin."""
    anchor = -1 if -1 in rows else max(rows, default=0)
    places: dict[str, float] = {}
    ordered = sorted(rows.get(anchor, ()), key=_order)
    for at, member in enumerate(ordered):
        places[member.entity] = at * (WIDTH + GAP)
    for generation in sorted(rows, key=lambda each: abs(each - anchor)):
        if generation != anchor:
            places |= _beside(rows[generation], places, ties)
    least = min(places.values(), default=0.0)
    return {entity: x - least for entity, x in places.items()}


def _order(member: Member) -> tuple[int, str]:
    last = member.role.lower().split()[-1] if member.role else ""
    rank = _FIRST.get(last, 6)
    return (5 if rank == 0 and member.side == "paternal" else rank, member.role)


def _beside(members: Sequence[Member], placed: Mapping[str, float], ties: Sequence[Tie]) -> dict[str, float]:
    """Place a row as near as there is room to the kin that are placed already."""
    wanted = []
    for number, member in enumerate(members):
        kin = [placed[other] for other in _kin(member.entity, ties) if other in placed]
        wanted.append((sum(kin) / len(kin) if kin else number * (WIDTH + GAP), number, member.entity))
    wanted.sort()
    row: dict[str, float] = {}
    right = float("-inf")
    for x, _number, entity in wanted:
        row[entity] = right = max(x, right + WIDTH + GAP)
    shift = sum(x for x, *_ in wanted) / len(wanted) - sum(row.values()) / len(row)
    return {entity: x + shift for entity, x in row.items()}


def _kin(entity: str, ties: Sequence[Tie]) -> list[str]:
    return [
        tie.other if tie.one == entity else tie.one
        for tie in ties
        if tie.kind in ("parent", "grandparent") and entity in (tie.one, tie.other)
    ]


def _told(entity: str, ties: Sequence[Tie], names: Mapping[str, str]) -> list[str]:
    told: dict[tuple[str, bool], list[str]] = {}
    for tie in ties:
        if entity in (tie.one, tie.other):
            first = tie.one == entity
            told.setdefault((tie.kind, first), []).append(names[tie.other if first else tie.one])
    joined: dict[str, None] = {}
    for (kind, first), others in told.items():
        joined.setdefault(words.tie(kind, others, first=first))
    return list(joined)
