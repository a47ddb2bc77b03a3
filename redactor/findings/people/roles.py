"""What is published in place of each person and thing: a role for people, a kind and a number for the rest.

Roles come from the words beside the mentions ("her mother, Ms …", "Social Worker …", a row of the family table).
Letters for children are unrelated to their names (President of the Family Division, Practice Guidance, December 2018).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from redactor.findings.finding import Finding
from redactor.findings.people.mentions import Mention, mentions_in
from redactor.findings.people.role_words import CHILD, ONE_ONLY, role_of

_FAMILY_NAME = "Family"
_ORGANISATIONS = (
    ("School", r"school|academy|college|primary|high\b"),
    ("Nursery", r"nursery|pre-?school|playgroup"),
    ("Children's Centre", r"children['’]s centre|family centre|family hub"),
    ("Surgery", r"surgery|medical|practice|health centre"),
    ("Hospital", r"hospital|infirmary|ward\b|\bA&E"),
    ("Health Trust", r"trust|nhs|ccg|pct"),
    ("Police Force", r"police|constabulary"),
    ("Board", r"safeguarding|lscb|partnership|board"),
    ("Council", r"council|borough"),
    ("Housing Association", r"homes|housing"),
    ("Prison", r"\bHMP|\bYOI|prison"),
    ("Court", r"court"),
    ("Place of Worship", r"church|chapel|mosque|masjid|temple|gurdwara|synagogue"),
)
_PLACES = (
    ("Street", r"\b(?:street|road|lane|avenue|close|drive|crescent|way|terrace|grove|row)\b"),
    ("Park", r"\bpark|playground|recreation\b"),
    ("Estate", r"\bestate\b"),
)
_PLAIN = {
    "POSTCODE": "[postcode]",
    "PHONE": "[phone number]",
    "EMAIL": "[e-mail address]",
    "ONLINE": "[online name]",
    "ID": "[number]",
    "DATE": "[date]",
    "AGE": "[age]",
    "NORP": "[background]",
}
_LETTERS = "ABCDEFGHJKLMNPRSTW"
"""Letters for children; rare ones hint at a background and are left out."""


def roles(findings: Sequence[Finding], text: str) -> dict[str, str]:
    """Return who each person is to the child the draft is about, by entity, where the text says so.

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.

    Returns:
        A role for each entity of a person, such as "Child", "Maternal grandmother", "Health Visitor"; none where
        nothing beside the mentions tells.
    """
    people: dict[str, list[Mention]] = defaultdict(list)
    persons = [finding for finding in findings if finding.type == "PERSON"]
    for finding, mention in zip(persons, mentions_in(findings, text), strict=True):
        people[finding.entity].append(mention)
    told = {entity: _role(mentions) for entity, mentions in people.items()}
    return {entity: role for entity, role in told.items() if role}


def labels(findings: Sequence[Finding], text: str) -> dict[str, str]:
    """Propose what is published in place of each entity.

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.

    Returns:
        A label for each entity, such as "Child B", "Mother", "Social Worker 2", "School 1", "[date]".
    """
    mentions: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        mentions[finding.entity].append(finding)
    told = roles(findings, text)
    proposed: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for entity, group in mentions.items():
        kind = _kind(group, text, told.get(entity, "Person"))
        numbers[kind] += 1
        if kind == CHILD:
            proposed[entity] = f"{CHILD} {_letter(group, text, set(proposed.values()))}"
        elif kind.startswith("[") or (kind in ONE_ONLY and numbers[kind] == 1):
            proposed[entity] = kind
        else:
            proposed[entity] = f"{kind} {numbers[kind]}"
    return proposed


def _kind(group: Sequence[Finding], text: str, role: str) -> str:
    """What sort of thing this is, in a word or two; of a person, the role."""
    type = Counter(finding.type for finding in group).most_common(1)[0][0]
    if type == "PERSON":
        return role
    if type == "ADDRESS":
        return "Address"
    if type in _PLAIN:
        return _PLAIN[type]
    words = " ".join(text[finding.start : finding.end] for finding in group[:5])
    kinds, otherwise = (_ORGANISATIONS, "Organisation") if type == "ORG" else (_PLACES, "Town")
    return next((kind for kind, pattern in kinds if re.search(pattern, words, re.I)), otherwise)


def _role(mentions: Sequence[Mention]) -> str:
    """The role that the words beside the mentions say most often, what says more of it first; "" where they say none."""
    if all(mention.family for mention in mentions):
        return _FAMILY_NAME
    seen: Counter[str] = Counter()
    for mention in mentions:
        if mention.role:
            seen[mention.role] += 3 if mention.role == CHILD else 1
        elif mention.rank:
            seen[role_of(mention.rank)] += 1
    del seen[""]
    return seen.most_common(1)[0][0] if seen else ""


def _letter(group: Sequence[Finding], text: str, taken: set[str]) -> str:
    """A letter that no name of the child begins with and no other child has."""
    initials = {word[0].upper() for f in group for word in re.findall(r"[^\W\d_]+", text[f.start : f.end])}
    free = [x for x in _LETTERS if x not in initials and f"{CHILD} {x}" not in taken]
    return free[0] if free else str(len(taken) + 1)
