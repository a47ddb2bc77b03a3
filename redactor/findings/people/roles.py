"""What is published in place of each person and thing: a role for people, a kind and a number for the rest.

Roles come from the words beside the mentions ("her mother, Ms …", "Social Worker …", a row of the family table).
Letters for children are unrelated to their names (President of the Family Division, Practice Guidance, December 2018).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.findings.finding import Finding
from redactor.findings.people.kinship import Kinship, best
from redactor.findings.people.known import Known, known_roles
from redactor.findings.people.mentions import Mention, mentions_in
from redactor.findings.people.role_words import CHILD, FAMILY, ONE_ONLY, WORKERS, role_of
from redactor.findings.people.stated import renamed, stated

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
_FAMILY_FIRST = 2
"""Kin of the child who work count as kin until work is named beside them more than so many times as often."""
_KIN = frozenset(FAMILY) - {"Neighbour", "Family Friend"}
_LETTERS = "ABCDEFGHJKLMNPRSTW"
"""Letters for children; rare ones hint at a background and are left out."""


def roles(findings: Sequence[Finding], text: str, known: Sequence[Known] = ()) -> dict[str, str]:
    """Return who each person is to the child the draft is about, by entity, where the text says so.

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.
        known: the who's who that `findings` were detected with; its roles hold.

    Returns:
        A role for each entity of a person, such as "Child", "Maternal grandmother", "Health Visitor"; none where
        nothing beside the mentions tells.
    """
    persons = [finding for finding in findings if finding.type == "PERSON"]
    mentions = mentions_in(findings, text)
    entities = [finding.entity for finding in persons]
    kinship = Kinship(mentions, entities, text)
    people: dict[str, list[Mention]] = defaultdict(list)
    for number, (entity, mention) in enumerate(zip(entities, mentions, strict=True)):
        of_other = number in kinship.of_others and mention.role in _KIN
        people[entity].append(replace(mention, role="") if of_other else mention)
    beside = {entity: _votes(group) for entity, group in people.items()}
    given = {entity: role for entity, role in known_roles(known).items() if entity in people}
    subjects = frozenset(e for e, role in given.items() if role == CHILD) or (
        _subjects(beside, people, kinship) - given.keys()
    )
    kin = kinship.votes(dict.fromkeys(subjects, CHILD) | given)
    told = {
        entity: CHILD
        if entity in subjects
        else _FAMILY_NAME
        if all(mention.family for mention in group)
        else best(_together(beside[entity], kin[entity]) if entity in kin else beside[entity])
        for entity, group in people.items()
    }
    told |= {entity: "Sibling" for entity in kinship.children if told[entity] != CHILD}
    return {entity: role for entity, role in (told | given).items() if role}


def labels(findings: Sequence[Finding], text: str, known: Sequence[Known] = ()) -> dict[str, str]:
    """Propose what is published in place of each entity.

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.
        known: the who's who that `findings` were detected with.

    Returns:
        A label for each entity, such as "Child B", "Mother", "Social Worker 2", "School 1", "[date]".
    """
    mentions: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        mentions[finding.entity].append(finding)
    told = roles(findings, text, known)
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
    return renamed(proposed, stated(findings, text))


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


def _votes(mentions: Sequence[Mention]) -> Counter[str]:
    """Return how often the words beside the mentions say each role."""
    seen: Counter[str] = Counter()
    for mention in mentions:
        if mention.role:
            seen[mention.role] += 1
        elif mention.rank:
            seen[role_of(mention.rank)] += 1
    del seen[""]
    return seen


def _works(votes: Counter[str]) -> bool:
    return any(role in WORKERS for role in votes)


def _together(votes: Counter[str], kin: Counter[str]) -> Counter[str]:
    """Return what speaks for each role of somebody of the family, who may be a nurse or a constable as well."""
    said = Counter({role: times * _FAMILY_FIRST for role, times in kin.items()})
    return _without_kin(votes) + said


def _without_kin(votes: Counter[str]) -> Counter[str]:
    """Return what speaks for other roles than kin: whose kin it is, was not asked there."""
    return Counter({role: times for role, times in votes.items() if role not in _KIN})


def _subjects(
    beside: Mapping[str, Counter[str]], people: Mapping[str, Sequence[Mention]], kinship: Kinship
) -> frozenset[str]:
    """Return whom the draft is about: who is said to be its subject, else the child whom it names most."""
    told = Counter({e: votes[CHILD] for e, votes in beside.items() if votes[CHILD] * 2 > votes.total()})
    told += Counter({e: times for e, times in kinship.subjects.items() if not _works(beside[e])})
    told -= kinship.grown_up()
    if told or kinship.children:
        return frozenset(told or kinship.children)
    young = {e: len(group) for e, group in people.items() if sum(mention.young for mention in group) > 0}
    return frozenset([max(young, key=lambda e: young[e])]) if young else frozenset()


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
