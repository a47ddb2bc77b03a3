"""What a further look at a draft adds to its case: nothing where a mark stands, and nobody under a borrowed name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from redactor.findings.finding import Finding
from redactor.marks.case import Case

_NUMBERED = re.compile(r"(.*?)(?: \d+)?")


class Further(NamedTuple):
    """What is to be suggested beside what a case has already: findings, and for new entities their labels and roles."""

    findings: list[Finding]
    labels: dict[str, str]
    roles: dict[str, str]


def further(
    case: Case, findings: Iterable[Finding], labels: Mapping[str, str], roles: Mapping[str, str] | None = None
) -> Further:
    """Return the findings where no mark stands yet, and the labels and roles of whom the case does not know yet.

    Each look names people and things anew ("p1", "p2"): whoever is found again where a mark of theirs stands is the
    one whom that mark names; anybody else gets a name, and a label, that the case has not given away.

    Args:
        case: with all that was decided, none of which changes.
        findings: of the whole reading text; offsets are its characters. They may be those of the text that the case
            has once another document comes after.
        labels, roles: the pseudonym of each entity of the findings, and who they are where the draft says so.
    """
    findings = list(findings)
    new = free(case, findings)
    names = _found_again(case, findings)
    used = {*case.labels, *(mark.entity for mark in case.marks.values())}
    given, proposed = set(case.labels.values()), set(labels.values())
    added: dict[str, str] = {}
    told: dict[str, str] = {}
    for entity in dict.fromkeys(finding.entity for finding in new if finding.entity not in names):
        names[entity] = _unused(entity, used, "-")
        used.add(names[entity])
        label = labels.get(entity, "")
        if label in given and not label.startswith("["):  # one such as [date] is meant to be shared
            label = _unused(label, given | proposed, " ")
            given.add(label)
        if label:
            added[names[entity]] = label
        if role := (roles or {}).get(entity):
            told[names[entity]] = role
    return Further([replace(finding, entity=names[finding.entity]) for finding in new], added, told)


def free(case: Case, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings where no mark stands."""
    findings = list(findings)
    taken = bytearray(max((finding.end for finding in findings), default=0))
    for mark in case.marks.values():
        if mark.area is None:
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    return [finding for finding in findings if not any(taken[finding.start : finding.end])]


def _found_again(case: Case, findings: Iterable[Finding]) -> dict[str, str]:
    """Return the case's name of each entity of which a mention is marked already."""
    borne = {(mark.start, mark.end): mark.entity for mark in case.marks.values() if mark.area is None}
    names: dict[str, str] = {}
    for finding in findings:
        if entity := borne.get((finding.start, finding.end)):
            names.setdefault(finding.entity, entity)
    return names


def _unused(wanted: str, used: set[str], joint: str) -> str:
    """Return `wanted`, or where that is used its words with the next number that is not."""
    found = _NUMBERED.fullmatch(wanted)
    stem = found[1] if found else wanted
    name, number = wanted, 1
    while name in used:
        number += 1
        name = f"{stem}{joint}{number}"
    return name
