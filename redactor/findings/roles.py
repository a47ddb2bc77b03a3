"""What is published in place of each person and thing: a role for people, a kind and a number for the rest.

Roles come from the words beside the mentions ("her mother, Ms …", "Social Worker …", a row of the family table).
Letters for children are unrelated to their names (President of the Family Division, Practice Guidance, December 2018).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from redactor.findings.finding import Finding

_CHILD = "Child"
_FAMILY = {
    "Mother": r"(?:birth |natural )?mother|mum|mam",
    "Father": r"(?:birth |natural )?father|dad",
    "Maternal grandmother": r"maternal (?:great-)?grandmother|MGM",
    "Maternal grandfather": r"maternal (?:great-)?grandfather|MGF",
    "Paternal grandmother": r"paternal (?:great-)?grandmother|PGM",
    "Paternal grandfather": r"paternal (?:great-)?grandfather|PGF",
    "Grandmother": r"grandmother|nan|nana|gran",
    "Grandfather": r"grandfather|grandad",
    "Stepfather": r"step-?father|step-?dad",
    "Stepmother": r"step-?mother|step-?mum",
    "Partner": r"(?:mother['’]s |father['’]s |ex-|former )?(?:partner|boyfriend|girlfriend|husband|wife|cohabitee)",
    "Sibling": r"(?:half-|step-|twin |older |younger |elder |eldest |baby )*(?:brother|sister|sibling)",
    "Aunt": r"(?:maternal |paternal |great-)*aunt",
    "Uncle": r"(?:maternal |paternal |great-)*uncle",
    "Cousin": r"cousin",
    "Foster Carer": r"foster (?:carer|mother|father|parent)s?|special guardian",
    "Neighbour": r"neighbour",
    "Family Friend": r"family friend|(?:her|his|their) friend",
}
_WORKERS = {
    "Social Worker": r"(?:senior |allocated |duty |student |hospital )*social worker|SW|ASYE|family support worker",
    "Health Visitor": r"health visitors?|HV",
    "Midwife": r"(?:community )?midwife|CMW",
    "GP": r"GP|general practitioner|family doctor",
    "Doctor": r"(?:consultant |locum |community )*(?:paediatrician|psychiatrist|pathologist|registrar|doctor)|Dr",
    "Nurse": r"(?:school |named |designated |staff |practice |ward )*nurse",
    "Police Officer": r"PC|DC|DS|DI|DCI|PS|Sgt|Sergeant|PCSO|Detective \w+(?: \w+)?|(?:police )?(?:constable|inspector|superintendent|officer)",
    "Headteacher": r"head ?teacher|head of school",
    "Teacher": r"(?:class |deputy head |form )?teacher|SENCO|teaching assistant|learning mentor",
    "Nursery Worker": r"nursery (?:nurse|manager|worker)|key ?worker|childminder",
    "Probation Officer": r"(?:senior )?probation officer|offender manager",
    "Housing Officer": r"housing (?:officer|manager)|tenancy officer",
    "Judge": r"(?:District |His Honour |Her Honour )?Judge|Coroner|Recorder",
    "Lawyer": r"solicitor|barrister|counsel|legal adviser",
    "Reviewer": r"(?:independent |overview |lead )*(?:author|reviewer)",
    "Chair": r"(?:independent )?chair(?:man|woman|person)?(?: of the \w+)?",
    "Manager": r"(?:\w+ )?manager",
}
_ROLES = {**_FAMILY, **_WORKERS}
_CHILD_BEFORE = re.compile(
    r"(?i)(?:\bconcerns|\brespect of|\bsubject(?: child)?(?: is|,|:)?|\bchild:)\s+(?:the death of\s+)?$"
)
_CHILD_ROW = re.compile(r"(?i)^[^|\n]{0,30}\|\s*(?:subject|index)\b")
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Professor)\.?\s+)?"
_BEFORE = {
    role: re.compile(rf"(?:\b(?i:{words})|\b(?:{words}))\d?(?:\s+is|\s+was)?[,:(]?\s*{_TITLE}$")
    for role, words in _ROLES.items()
}
_OWNER = r"(?:(?i:the|a|an|her|his|their|who was|who is)\s+|[A-Z]\w+['’]s\s+|(?i:subject['’]s)\s+)?"
_AFTER = {
    role: re.compile(rf"['’\")]*\s?(?:,|\(|\||is|was)\s*{_OWNER}(?:(?i:{words})|{words})\b")
    for role, words in _ROLES.items()
}
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
_ONE_ONLY = {role for role in _FAMILY if "grand" in role.lower()} | {"Mother", "Father"}
_MOST = 60
"""So many mentions of a person are looked at."""


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
    proposed: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for entity, group in mentions.items():
        kind = _kind(group, text)
        numbers[kind] += 1
        if kind == _CHILD:
            proposed[entity] = f"{_CHILD} {_letter(group, text, set(proposed.values()))}"
        elif kind.startswith("[") or (kind in _ONE_ONLY and numbers[kind] == 1):
            proposed[entity] = kind
        else:
            proposed[entity] = f"{kind} {numbers[kind]}"
    return proposed


def _kind(group: Sequence[Finding], text: str) -> str:
    """What sort of person or thing this is, in a word or two."""
    type = Counter(finding.type for finding in group).most_common(1)[0][0]
    if type == "PERSON":
        return _role(group, text)
    if type == "ADDRESS":
        return "Address"
    if type in _PLAIN:
        return _PLAIN[type]
    words = " ".join(text[finding.start : finding.end] for finding in group[:5])
    kinds, otherwise = (_ORGANISATIONS, "Organisation") if type == "ORG" else (_PLACES, "Town")
    return next((kind for kind, pattern in kinds if re.search(pattern, words, re.I)), otherwise)


def _role(group: Sequence[Finding], text: str) -> str:
    """The role that the words beside the mentions say most often; "Person" where they say none."""
    seen: Counter[str] = Counter()
    for finding in group[:_MOST]:
        line = text.rfind("\n", 0, finding.start) + 1
        before = text[max(line, finding.start - 60) : finding.start]
        if not before and line > 1:  # a title page says "in respect of" on the line above
            before = text[max(0, line - 40) : line]
        after = text[finding.end : finding.end + 60].split("\n")[0]
        if _CHILD_BEFORE.search(before) or _CHILD_ROW.match(after):
            seen[_CHILD] += 3
        in_table = after.lstrip("\"”’') ").startswith("|") and not before.strip(" |")
        seen.update(role for role, pattern in _BEFORE.items() if pattern.search(before))
        seen.update({role: 3 if in_table else 1 for role, pattern in _AFTER.items() if pattern.match(after)})
    return seen.most_common(1)[0][0] if seen else "Person"


def _letter(group: Sequence[Finding], text: str, taken: set[str]) -> str:
    """A letter that no name of the child begins with and no other child has."""
    initials = {word[0].upper() for f in group for word in re.findall(r"[^\W\d_]+", text[f.start : f.end])}
    free = [x for x in _LETTERS if x not in initials and f"{_CHILD} {x}" not in taken]
    return free[0] if free else str(len(taken) + 1)
