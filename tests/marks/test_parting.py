"""What is to be looked at of a group, kept up as decisions come: the same as if it were parted anew."""

from __future__ import annotations

import random
from array import array
from collections import Counter

from parted_kit import parted

from redactor.document.page import Page
from redactor.document.source import Document, Opened
from redactor.findings.finding import Finding
from redactor.marks.case import Case
from redactor.marks.overview import Overview, overview
from redactor.marks.unsure import folded

NAMES = ("Kezia", "Grace", "Orr", "Anne Lacey")


def case_of(count: int, chance: random.Random) -> Case:
    """A case with so many suggested marks, several people sharing some wordings."""
    names = [chance.choice(NAMES) for _ in range(count)]
    text = " ".join(names)
    findings, at = [], 0
    for name in names:
        score, entity = chance.choice((0.95, 0.9, 0.7)), f"p{chance.randrange(3)}"
        findings.append(
            Finding(at, at + len(name), chance.choice(("PERSON", "ORG")), score, "test", "A name.", entity)
        )
        at += len(name) + 1
    page = Page(1, 595, 842, text, array("f", bytes(32 * len(text))))
    places = (array("i", [0] * len(text)), array("i", range(len(text))))
    whole = Document("d.txt", "text", "0" * 64, (page,), text, *places)
    case = Case(Opened(whole, b"", b""))
    case.suggest(findings, {})
    return case


def decide(case: Case, chance: random.Random) -> None:
    """Any decision on some of the marks."""
    ids = chance.sample(sorted(case.marks), min(len(case.marks), chance.randrange(1, 5)))
    match chance.randrange(8):
        case 0 | 1:
            case.confirm(ids, by="A")
        case 2:
            case.keep(ids, by="A")
        case 3:
            case.reopen(ids, by="A")
        case 4:
            case.relink(ids, f"p{chance.randrange(4)}", by="A")
        case 5:
            case.retype(ids, chance.choice(("PERSON", "ORG")), by="A")
        case 6:
            case.undo(by="A")
        case 7:
            at = chance.randrange(len(case.document.text) - 6)
            case.add(at, at + 5, "PERSON", by="A")


def groups(case: Case) -> set[tuple[str, str | int]]:
    found: set[tuple[str, str | int]] = {("page", 1)}
    for mark in case.marks.values():
        found |= {("thing", mark.entity), ("kind", mark.type), ("wording", folded(mark.text))}
    return found


def assert_as_parted_anew(case: Case, group: str, of: str | int) -> None:
    known, marks = overview(case), overview(case).marks(group, of)
    wanted = parted(marks, known.confirmed, shared=known.shared)
    found = known.parting(group, of)

    assert found.to_look_at == len(wanted.look)
    assert Counter(found.first(len(wanted.look))) == Counter(look.mark.id for look in wanted.look)
    assert [found.why(id) for id in found.first(len(wanted.look))] == [look.why for look in wanted.look]
    assert Counter(found.same()) == Counter(mark.id for mark in wanted.same)
    assert {id for mark in marks for id in found.same_as(mark)} == set(found.same())
    assert list(found.left()) == [*found.first(len(wanted.look)), *found.same()]


def test_after_any_decision_a_group_is_parted_as_if_anew() -> None:
    chance = random.Random(3)
    for _ in range(15):
        case = case_of(30, chance)
        for _ in range(25):
            for group in groups(case):
                assert_as_parted_anew(case, *group)
            decide(case, chance)


def test_what_is_known_grows_with_the_log_as_it_would_from_its_start() -> None:
    chance = random.Random(4)
    case = case_of(40, chance)
    for _ in range(30):
        overview(case)
        decide(case, chance)
    fresh = Overview(case)
    fresh.catch_up()
    known = overview(case)

    assert (known.left, +known.left_on, +known.checks) == (fresh.left, +fresh.left_on, +fresh.checks)
    assert (known.confirmed, known.shared) == (fresh.confirmed, fresh.shared)
    assert known.things() == fresh.things()
