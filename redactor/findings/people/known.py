"""Whom the manager has named: a person of the who's who, their other names and their role, and where those names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.findings.finding import Finding
from redactor.findings.people.kin import role_in_words
from redactor.findings.people.likeness import name_parts
from redactor.findings.people.ordinary import ambiguous
from redactor.findings.people.role_words import CHILD, role_of
from redactor.findings.terms import places

BECAUSE = "Named in your who\u2019s who"
RECOGNISER = "whos_who"
_SURE, _LIKELY = 1.0, 0.9
"""Scores of a name as it was given, and of a part of one."""
_UNSURE = 0.5
"""No name that is an ordinary word too scores more by itself, so that it is shown singly."""
_SHORT = 3  # letters: so short a name counts only with a capital
_PREFIX = "who"
_SUBJECT = re.compile(r"(?i)(?:the )?(?:(?:subject|index)(?: child| of .*)?|child(?: [a-z0-9])?|victim)")
_SIBLING = re.compile(
    r"(?i)(?:(?:full|half|step|twin|older|younger|elder|baby)[ -]?)*(?:brother|sister|sibling)"
)


@dataclass(frozen=True)
class Known:
    """One person of the who's who.

    Args:
        name: without title.
        aliases: other names, each whole or of one word.
        role: in the case, "Child", "Maternal grandmother", "Health Visitor", or as it was typed; "" where none was.
    """

    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""

    @property
    def wordings(self) -> tuple[str, ...]:
        """Return all names."""
        return (self.name, *self.aliases)


def role_named(words: str) -> str:
    """Return the role that words of the who's who mean: "Child" for `subject child`, "Mother" for `mum`; "" for none known."""
    words = " ".join(words.split()).strip(" .")
    if _SUBJECT.fullmatch(words):
        return CHILD
    if _SIBLING.fullmatch(words):
        return "Sibling"
    bare = re.sub(r"(?i)^(?:the|her|his|their|child(?:ren)?'s|child\u2019s) ", "", words)
    return role_in_words(bare) or role_in_words(bare.lower()) or role_of(bare)


def entity_of(number: int) -> str:
    """Return the entity of person `number`, from 0, of the who's who."""
    return f"{_PREFIX}{number + 1}"


def known_roles(known: Sequence[Known]) -> dict[str, str]:
    """Return the roles of those whose role is given, by entity."""
    return {entity_of(number): person.role for number, person in enumerate(known) if person.role}


def page_of(known: Sequence[Known], at: int) -> tuple[str, list[Finding]]:
    """Return the names as a page to read after the draft, and them as findings in it; it starts at offset `at`.

    What is found once is looked for everywhere, so names on this page are found in the draft in all the forms that
    people write, even those of which the draft never gives the whole.
    """
    page, findings = "\n\n", []
    for wording in dict.fromkeys(w for person in known for w in person.wordings):
        start = at + len(page)
        findings.append(Finding(start, start + len(wording), "PERSON", _SURE, RECOGNISER, BECAUSE))
        page += f"{wording}\n\n"
    return page, findings


def find_known(text: str, known: Sequence[Known]) -> list[Finding]:
    """Return where the names stand as they were given, in whatever letter case; ordinary words are left to their context."""
    wordings = dict.fromkeys(form for person in known for w in person.wordings for form in _forms(w))
    return [
        Finding(start, end, "PERSON", _SURE, RECOGNISER, BECAUSE)
        for start, end, wording in places(text, [w for w in wordings if not ambiguous(w)])
        if _as_written(text[start:end], wording)
    ]


def _forms(name: str) -> Iterator[str]:
    """Yield the name, last name first too, and with initials for the first names."""
    yield name
    *firsts, last = name.split()
    if firsts:
        yield f"{last} {' '.join(firsts)}"
        yield f"{firsts[0][0]} {last}"


def _as_written(found: str, wording: str) -> bool:
    """Return whether letters that were found are the wording and no piece of other words."""
    if "\n\n" in found or (" " not in wording and re.search(r"\s|[.]", found)):
        return False
    return len(wording) > _SHORT or found[0].isupper()


def as_known(findings: Sequence[Finding], text: str, known: Sequence[Known]) -> list[Finding]:
    """Return the findings, those of the known people with the reason and the score that they have as such.

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.
    """
    words = {
        entity_of(number): {part for w in person.wordings for part in name_parts(w)}
        for number, person in enumerate(known)
    }
    return [_told(f, text[f.start : f.end], words[f.entity]) if f.entity in words else f for f in findings]


def _told(finding: Finding, standing: str, words: set[str]) -> Finding:
    parts = name_parts(standing)
    initials = {word[0] for word in words}
    exact = any(len(part) > 1 for part in parts) and (words | initials).issuperset(parts)
    if ambiguous(standing):
        because = f"{BECAUSE}, but an ordinary word too" if exact else finding.because
        return replace(finding, because=because, score=min(finding.score, _UNSURE))
    if not exact:
        return replace(finding, because=f"{BECAUSE}, written otherwise")
    return replace(finding, because=BECAUSE, score=max(finding.score, _LIKELY))
