"""A proposed pseudonym for each entity: Child A, Mother, Social Worker 1, Town 2, [date].

Plain reading of the words around a person's first mentions, and of family tables. No label holds an initial of the
person it stands for: a review of Keziah never speaks of Child K.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from redactor.findings.finding import Finding

_FIXED = {
    "DATE": "[date]",
    "AGE": "[age]",
    "ID": "[number]",
    "PHONE": "[contact]",
    "EMAIL": "[contact]",
    "ONLINE": "[contact]",
    "POSTCODE": "[postcode]",
    "NORP": "[background]",
}
_ADULT_CHILD = r"half-|step-|foster |older |younger |elder |eldest |youngest |twin |baby |little |unborn "
_RELATIONS = (
    ("Maternal grandmother", r"maternal grandmother|MGM"),
    ("Maternal grandfather", r"maternal grandfather|MGF"),
    ("Paternal grandmother", r"paternal grandmother|PGM"),
    ("Paternal grandfather", r"paternal grandfather|PGF"),
    ("Grandparent", r"grandmother|grandfather|nan|nana|grandad"),
    ("Stepfather", r"step-?father|mother['\u2019]s (?:partner|boyfriend)"),
    ("Stepmother", r"step-?mother|father['\u2019]s (?:partner|girlfriend)"),
    ("Maternal aunt", r"maternal aunt|mother['\u2019]s sister"),
    ("Maternal uncle", r"maternal uncle|mother['\u2019]s brother"),
    ("Paternal aunt", r"paternal aunt|father['\u2019]s sister"),
    ("Paternal uncle", r"paternal uncle|father['\u2019]s brother"),
    (
        "Child",
        rf"(?:case|practice) review(?: in respect)?(?: of)?|in respect of|concerning|death of|subject(?: child)?|(?:{_ADULT_CHILD})?(?:child|sibling|sister|brother|half-sister|half-brother|son|daughter)|baby|infant",
    ),
    ("Mother", r"mother|mum"),
    ("Father", r"father|dad"),
    ("Social Worker", r"social worker|SW\d?|SSW"),
    ("Health Visitor", r"health visitor|HV\d?"),
    ("Midwife", r"(?:community )?midwife"),
    ("School Nurse", r"school nurse"),
    ("GP", r"GP\d?|general practitioner"),
    ("Paediatrician", r"(?:consultant |community )*paediatrician"),
    ("Headteacher", r"head ?teacher|head"),
    ("Teacher", r"(?:class )?teacher|SENCo|form tutor"),
    (
        "Police Officer",
        r"PC|DC|DS|DI|DCI|PS|PCSO|Sgt|sergeant|constable|inspector|police officer|superintendent",
    ),
    ("Nurse", r"nurse|sister|matron"),
    ("Doctor", r"Dr|doctor|consultant|registrar"),
    ("Manager", r"(?:team |business |board |service )?manager"),
    ("Support Worker", r"(?:family )?support worker|key ?worker|youth worker"),
    ("Foster Carer", r"foster carer|foster mother|foster father"),
    ("Neighbour", r"neighbour"),
    (
        "Reviewer",
        r"(?:overview |report |independent )*author|(?:lead )?reviewer|(?:independent |panel )?chair",
    ),
    ("Judge", r"judge|HHJ|Mr Justice|Mrs Justice"),
    ("Interpreter", r"interpreter"),
)
_BEFORE = [
    (label, re.compile(rf"(?i)(?<![\w-])(?:{words})(?:,| was| is| called| named|:| \|)? \(?$"))
    for label, words in _RELATIONS
]
_AFTER = [
    (
        label,
        re.compile(
            rf"(?i)(?: ?\([^)\n]{{0,30}}\))? ?(?:,|\||/|\(|:| is| was)+ ?(?:the |his |her |their |a |an )?(?:{words})\b"
        ),
    )
    for label, words in _RELATIONS
]
_SINGLE = frozenset(
    label for label, _ in _RELATIONS if label in ("Mother", "Father") or "grand" in label.lower()
)
_PLACES = (
    ("Hospital", r"hospital|infirmary|ward\b"),
    ("School", r"school|academy|college|nursery|primary|ysgol"),
    ("Surgery", r"surgery|medical|practice|health centre|clinic"),
    ("Court", r"court"),
    ("Council", r"council|borough"),
    ("Police Force", r"police|constabulary"),
    ("Board", r"safeguarding|lscb|partnership"),
)


def labels(findings: Sequence[Finding], text: str) -> dict[str, str]:
    """Return a proposed pseudonym for each entity of `findings`, by entity."""
    mentions: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        mentions[finding.entity].append(finding)
    proposed: dict[str, str] = {}
    counts: dict[str, int] = defaultdict(int)
    letters = _letters()
    for entity, group in mentions.items():
        kind = group[0].type
        if kind in _FIXED:
            proposed[entity] = _FIXED[kind]
            continue
        role = _role(group, text) if kind == "PERSON" else _thing(text[group[0].start : group[0].end], kind)
        if role == "Child":
            proposed[entity] = _without_initials(
                next(letters), letters, [text[f.start : f.end] for f in group]
            )
            continue
        counts[role] += 1
        proposed[entity] = role if role in _SINGLE and counts[role] == 1 else f"{role} {counts[role]}"
    return proposed


def _role(group: Sequence[Finding], text: str) -> str:
    """Return the role that the words around a person's first mentions say, the one said most often."""
    votes: dict[str, float] = defaultdict(float)
    for finding in group[:12]:
        earlier, later = (
            text[max(0, finding.start - 40) : finding.start],
            text[finding.end : finding.end + 70],
        )
        earlier = earlier.rsplit("\n", 1)[-1]
        after = next((label for label, pattern in _AFTER if pattern.match(later)), None)
        before = next((label for label, pattern in _BEFORE if pattern.search(earlier)), None)
        for label in (after, before):
            if label:
                votes[label] += 1
    return max(votes, key=lambda label: votes[label]) if votes else "Person"


def _thing(name: str, kind: str) -> str:
    """Return what a place or a body is called without its name."""
    if kind == "ADDRESS":
        return "Address"
    if kind == "PLACE":
        return "Street" if re.search(r"\b(?:Street|Road|Lane|Avenue|Terrace|Close|Drive)$", name) else "Town"
    return next((label for label, words in _PLACES if re.search(words, name, re.IGNORECASE)), "Organisation")


def _letters() -> Iterator[str]:
    """Yield A, B, … Z, AA, AB, …"""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    yield from alphabet
    yield from (first + second for first in alphabet for second in alphabet)


def _without_initials(letter: str, letters: Iterator[str], names: Sequence[str]) -> str:
    """Return `Child` with the next letter that begins none of the child's names."""
    initials = {word[0].upper() for name in names for word in re.findall(r"[^\W\d_]+", name)}
    while initials & set(letter):
        letter = next(letters)
    return f"Child {letter}"
