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
    (
        "Health Trust",
        r"(?:primary care|nhs|health\w*|hospitals?|probation) (?:\w+ )?trust|ccg|pct|health board",
    ),
    ("School", r"(?<!nursery )(?<!pre-)school|academy|college|primary|high\b|\bysgol\b"),
    ("Nursery", r"nursery|pre-?school|playgroup"),
    ("Children's Centre", r"children['’]s centre|family centre|family hub"),
    ("Surgery", r"surgery|medical|practice|health centre"),
    ("Hospital", r"hospital|infirmary|\bA&E"),
    ("Ward", r"\bward\b"),
    ("Health Trust", r"trust|nhs"),
    ("Police Force", r"police|constabulary"),
    ("Board", r"safeguarding|lscb|partnership|board"),
    ("Council", r"council|borough"),
    ("Housing Association", r"homes|housing"),
    ("Prison", r"\bHMP|\bYOI|prison"),
    (
        "Court",
        r"(?:crown|county|family|high|youth|coroner['’]?s['’]?|sheriff|magistrates['’]?) court|magistrates",
    ),
    ("Place of Worship", r"church|chapel|mosque|masjid|temple|gurdwara|synagogue"),
)
_PLACES = (
    ("Street", r"\b(?:street|road|lane|avenue|close|drive|crescent|way|terrace|grove|row)\b"),
    ("Park", r"\bpark|playground|recreation\b"),
    ("Estate", r"\bestate\b"),
    ("County", r"\bcounty\b|shire\b"),
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
    kinds = {entity: _kind(group, text, told.get(entity, "Person")) for entity, group in mentions.items()}
    children = [entity for entity, kind in kinds.items() if kind == CHILD]
    letters = dict(zip(children, _letters([mentions[entity] for entity in children], text), strict=True))
    several, numbers = Counter(kinds.values()), Counter[str]()
    proposed: dict[str, str] = {}
    for entity, kind in kinds.items():
        numbers[kind] += 1
        alone = kind.startswith("[") or (kind in ONE_ONLY and several[kind] == 1)
        number = "" if alone else f" {letters.get(entity) or numbers[kind]}"
        proposed[entity] = (kind if kind.startswith("[") else _titled(kind)) + number
    return proposed


def _titled(kind: str) -> str:
    """As it is published: `Maternal Grandmother`."""
    return " ".join(word[0].upper() + word[1:] if word != "of" else word for word in kind.split())


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
    return max(seen, key=lambda role: (seen[role], role.count(" "))) if seen else ""


def _letters(children: Sequence[Sequence[Finding]], text: str) -> list[str]:
    """A letter for each child that no name of any of them begins with; numbers where there are not enough."""
    initials = {
        word[0].upper()
        for group in children
        for f in group
        for word in re.findall(r"[^\W\d_]+", text[f.start : f.end])
    }
    free = [letter for letter in _LETTERS if letter not in initials]
    return [free[n] if n < len(free) else str(n + 1) for n in range(len(children))]
