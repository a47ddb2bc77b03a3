"""A look through a draft with the lists of its case: what is found, what it is called, and who is who."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from redactor.errors import Tick, no_tick
from redactor.findings.detect import Found, detect
from redactor.findings.finding import Finding
from redactor.findings.people.roles import labels, roles
from redactor.marks.lists import Lists
from redactor.marks.whos_who import parse


class Looked(NamedTuple):
    """What `Case.suggest` takes: findings, and by entity the labels and roles proposed."""

    findings: list[Finding]
    labels: dict[str, str]
    roles: dict[str, str]


def look_through(
    text: str, lists: Lists, *, tick: Tick = no_tick, found: Found | None = None, own: Path | None = None
) -> Looked:
    """Look through a reading text; `found`, `own` and what is raised are those of `detect`."""
    known = parse("\n".join(lists.whos_who)).known
    findings = detect(
        text, always=lists.always, never=lists.never, known=known, tick=tick, found=found, own=own
    )
    return Looked(findings, labels(findings, text, known), roles(findings, text, known))
