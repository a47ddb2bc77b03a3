"""Made-up passages with families, and who in them is who: what is right, counted by person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from redactor.findings.finding import Finding
from redactor.findings.people.role_words import CHILD, FAMILY
from redactor.findings.people.roles import roles

NOBODY = "none"


@dataclass(frozen=True)
class Passage:
    """A passage whose names stand in braces, `{Ann Lee}` or `{Ann Lee=Annie}`, and the roles that are right for each."""

    title: str
    marked: str
    expected: Mapping[str, tuple[str, ...]]


def passages(path: Path) -> list[Passage]:
    """Return the passages of a file; each has a line "== title", the text, and a line "=> name: role; name: role"."""
    read = []
    for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, rest = block.split("\n", 1)
        marked, _, said = rest.rpartition("\n=> ")
        pairs = (entry.split(": ") for entry in said.strip().split("; "))
        read.append(Passage(title, marked, {name: tuple(role.split("|")) for name, role in pairs}))
    return read


def wrong(passage: Passage) -> dict[str, str]:
    """Return who gets a role that is not right, each with that role."""
    told = roles(*_found(passage.marked))
    return {
        name: told.get(name, "")
        for name, right in passage.expected.items()
        if not _is_right(told.get(name, ""), right)
    }


def _is_right(role: str, right: tuple[str, ...]) -> bool:
    kin = FAMILY.keys() - {"Neighbour", "Family Friend"} | {CHILD, "Relative"}
    of_family = role in kin or re.search("aunt|uncle|grand", role)
    return role in right or (NOBODY in right and not (role and of_family))


def _found(marked: str) -> tuple[list[Finding], str]:
    findings, plain = [], ""
    for piece in re.split(r"(\{[^}]+\})", marked):
        if piece.startswith("{"):
            entity, _, name = piece[1:-1].partition("=")
            name = name or entity
            findings.append(Finding(len(plain), len(plain) + len(name), "PERSON", 0.9, "names", "", entity))
            piece = name
        plain += piece
    return findings, plain
