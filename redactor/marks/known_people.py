"""What the who's who says of people whom the case knows already: it is put right where nobody decided otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from redactor.findings.finding import Finding
from redactor.findings.people.known import Known, entity_of
from redactor.marks.case import PROGRAM, Case
from redactor.marks.mark import Mark, Verdict


def nowhere(known: Sequence[Known], findings: Iterable[Finding]) -> list[str]:
    """The names of those of the who's who whom a look with it found nowhere in the draft."""
    found = {finding.entity for finding in findings}
    return [person.name for number, person in enumerate(known) if entity_of(number) not in found]


def agree(
    case: Case, known: Sequence[Known], findings: Iterable[Finding], labels: Mapping[str, str]
) -> frozenset[str]:
    """Make the mentions of everybody in the who's who one person, with the role and the label that follow from it.

    What a person decided stays: marks that are confirmed or kept stay whose they are, and nobody who has such a mark,
    or whose label was chosen, gets another label. The program decides here, as it does on suggestions.

    Args:
        case: with the findings suggested.
        known: the who's who.
        findings, labels: what the look with it found.

    Returns:
        The ids of the marks that changed, or that are published otherwise.
    """
    standing = _standing(case, findings)
    touched: set[str] = set()
    for number, person in enumerate(known):
        marks = standing.get(entity_of(number))
        if marks:
            touched |= _one_person(case, marks)
            entity = case.marks[_most(marks)[0].id].entity
            touched |= _describe(case, entity, (person.role, labels.get(entity_of(number), "")))
    return frozenset(touched)


def _standing(case: Case, findings: Iterable[Finding]) -> dict[str, list[Mark]]:
    """The marks that stand where each entity of the look was found."""
    at = {(mark.start, mark.end): mark for mark in case.marks.values() if mark.area is None}
    standing: dict[str, list[Mark]] = {}
    for finding in findings:
        if mark := at.get((finding.start, finding.end)):
            standing.setdefault(finding.entity, []).append(mark)
    return standing


def _most(marks: Sequence[Mark]) -> list[Mark]:
    """The marks of whoever bears most of them; whoever has decided ones comes first."""
    decided = [mark for mark in marks if mark.verdict is not Verdict.UNDECIDED]
    entity = Counter(mark.entity for mark in decided or marks).most_common(1)[0][0]
    return [mark for mark in marks if mark.entity == entity]


def _one_person(case: Case, marks: Sequence[Mark]) -> frozenset[str]:
    entity = _most(marks)[0].entity
    strays = [mark.id for mark in marks if mark.entity != entity and mark.verdict is Verdict.UNDECIDED]
    return case.relink(strays, entity, by=PROGRAM)


def _describe(case: Case, entity: str, told: tuple[str, str]) -> frozenset[str]:
    """Give somebody the role and the label `told`, where nobody chose others."""
    role, label = told
    chosen = {
        (change.what, change.id)
        for decision in case.log
        if decision.verb in ("relabel", "role") and decision.who != PROGRAM
        for change in decision.changes
    }
    touched = frozenset[str]()
    if role and ("role", entity) not in chosen:
        touched |= case.set_role(entity, role, by=PROGRAM)
    decided = any(m.entity == entity and m.verdict is not Verdict.UNDECIDED for m in case.marks.values())
    free = label and label not in case.labels.values()
    if free and not decided and ("label", entity) not in chosen:
        touched |= case.relabel(entity, label, by=PROGRAM)
    return touched
