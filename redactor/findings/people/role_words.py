"""The words that say who somebody is: "her mother, …", "… , social worker", a row of the family table.

A word counts where it stands right before a name, with at most a title between, or right after it behind a comma, a
bracket, a cell's edge or "is". One pattern serves all roles: a long draft has tens of thousands of names.
"""

from __future__ import annotations

import re
from functools import lru_cache

CHILD = "Child"
FAMILY = {
    "Foster Carer": r"foster (?:carer|mother|father|parent)s?|special guardian",
    "Stepfather": r"step-?father|step-?dad",
    "Stepmother": r"step-?mother|step-?mum",
    "Partner": r"(?:(?:mother|father)['’]s |ex-|former )*(?:partner|boyfriend|girlfriend|husband|wife|cohabitee)",
    "Maternal grandmother": r"maternal (?:great-)?grandmother|MGM",
    "Maternal grandfather": r"maternal (?:great-)?grandfather|MGF",
    "Paternal grandmother": r"paternal (?:great-)?grandmother|PGM",
    "Paternal grandfather": r"paternal (?:great-)?grandfather|PGF",
    "Grandmother": r"(?:great-)?grandmother|grandma|nana?|gran|granny",
    "Grandfather": r"(?:great-)?grandfather|grandad|grandpa",
    "Mother": r"(?:birth |natural )?mother|mum|mam",
    "Father": r"(?:birth |natural )?father|dad",
    "Sibling": r"(?:half-|step-|twin |older |younger |elder |eldest |youngest |little |big |baby )*(?:brother|sister|sibling)",
    "Aunt": r"(?:maternal |paternal |great-)*(?:aunt|auntie|aunty)",
    "Uncle": r"(?:maternal |paternal |great-)*uncle",
    "Cousin": r"cousin",
    "Neighbour": r"neighbour",
    "Family Friend": r"family friend|(?:her|his|their) friend",
}
WORKERS = {
    "Social Worker": r"(?:senior |allocated |duty |student |hospital )*social worker|SW|ASYE|family support worker",
    "Health Visitor": r"health visitors?|HV",
    "Midwife": r"(?:community )?midwife|CMW",
    "GP": r"GP|general practitioner|family doctor",
    "Doctor": r"(?:consultant |locum |community )*(?:paediatrician|psychiatrist|pathologist|registrar|doctor)|Dr",
    "Nurse": r"(?:school |named |designated |staff |practice |ward )*nurse",
    "Police Officer": r"PC|DC|DS|DI|DCI|PS|Sgt|Sergeant|PCSO|Detective \w+(?: \w+)?"
    r"|(?:police )?(?:constable|inspector|superintendent|officer)",
    "Headteacher": r"head ?teacher|head of school",
    "Teacher": r"(?:class |deputy head |form )?teacher|SENCO|teaching assistant|learning mentor|head of year",
    "Nursery Worker": r"nursery (?:nurse|manager|worker)|key ?worker|childminder",
    "Probation Officer": r"(?:senior )?probation officer|offender manager",
    "Housing Officer": r"housing (?:officer|manager)|tenancy officer",
    "Judge": r"(?:District |His Honour |Her Honour )?Judge|Coroner|Recorder",
    "Lawyer": r"solicitor|barrister|counsel|legal adviser",
    "Reviewer": r"(?:independent |overview |lead )*(?:author|reviewer)",
    "Chair": r"(?:independent )?chair(?:man|woman|person)?(?: of the \w+)?",
    "Manager": r"(?:\w+ )?manager",
}
ONE_ONLY = frozenset(
    ["Mother", "Father", "Stepmother", "Stepfather", *(r for r in FAMILY if "grand" in r.lower())]
)
"""Roles that one person has, or hardly more."""
YOUNG = frozenset([CHILD, "Sibling"])
_ROLES = {**FAMILY, **WORKERS}
_GENDERS = {
    "f": re.compile(r"(?i)mother|sister|aunt|wife|girlfriend|mum|mam\b|MGM|PGM|nana?\b|gran(?:ny|dma)?\b"),
    "m": re.compile(r"(?i)father|brother|uncle|husband|boyfriend|dad|MGF|PGF|grandpa"),
}
_ANY = "|".join(f"(?i:{words})" for words in _ROLES.values())
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Professor)\.?\s+)?"
_BEFORE = re.compile(
    rf"\b(?P<role>{_ANY})\d?(?:(?:\s+is|\s+was)?\s*[,:(]?\s*{_TITLE}| (?:for|to|of) [a-z ]{{2,30}}, (?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)$"
)
_LAST_WORDS = frozenset(
    re.findall(
        r"\w+",
        "carer mother father parent parents guardian stepfather stepdad stepmother stepmum dad mum partner boyfriend girlfriend"
        " husband wife cohabitee grandmother grandfather mgm mgf pgm pgf grandma nan nana gran granny grandad grandpa mam brother"
        " sister sibling aunt auntie aunty uncle cousin neighbour friend worker sw asye visitor visitors hv midwife cmw gp"
        " practitioner doctor dr paediatrician psychiatrist pathologist registrar nurse pc dc ds di dci ps sgt sergeant pcso"
        " constable inspector superintendent officer teacher headteacher school senco assistant mentor year manager keyworker"
        " childminder judge coroner recorder solicitor barrister counsel adviser author reviewer chair chairman",
    )
)
"""The words that a role ends in: a quick look at the words before a name spares the long pattern."""
_OWNER = (
    r"(?:(?i:the|a|an|her|his|their|who was|who is)\s+|[A-Z]\w+['’]s\s+|(?i:subject['’]s|child['’]s)\s+)*"
)
_AFTER = re.compile(rf"['’\")]*\s?(?:,|\(|\||is|was)\s*{_OWNER}(?P<role>{_ANY})\b(?!['’]s)")
_CELL = re.compile(
    rf"(?:(?i:the|subject['’]s|child['’]s) )?(?P<role>{_ANY})(?: (?:of|to) .{{1,40}}| \(.{{1,30}}\))?"
)
_RANKED = re.compile(r"(?:[A-Z]{2,5}|Dr|Sgt|Judge|Nurse)\d?\.?\s+[A-Z]")
_TO_NEXT = re.compile(rf",?\s{_TITLE}")
_BARE = {role: re.compile(words, re.I) for role, words in _ROLES.items()}


def role_before(before: str) -> str:
    """Return the words for a role that end `before`, the text before a name on its line; "" if there are none."""
    if _LAST_WORDS.isdisjoint(re.findall(r"[a-z]+", before.lower())):
        return ""
    match = _BEFORE.search(before)
    return match["role"] if match else ""


def role_after(after: str, until: int = 60) -> str:
    """Return the words for a role that begin `after`, the text after a name on its line; "" if there are none.

    What the next name follows at once, `until` characters on, is said of that one: `Ann, the father, Tom`.
    """
    match = _AFTER.match(after)
    if not match or _RANKED.match(after, match.start("role")):
        return ""
    if after[:1] == "," and _TO_NEXT.fullmatch(after[match.end() : until]):
        return ""
    return match["role"]


def role_in_cell(cell: str) -> str:
    """Return the words for a role that a table's cell consists of: `Half-sister`, `Father of …`; "" for none."""
    match = _CELL.fullmatch(cell)
    return match["role"] if match else ""


@lru_cache(maxsize=4096)
def role_of(words: str) -> str:
    """Return the role that words for one mean: "Maternal grandmother" for `MGM`; "" for none."""
    return next((role for role, pattern in _BARE.items() if pattern.fullmatch(words)), "") if words else ""


@lru_cache(maxsize=4096)
def gender_of(words: str) -> str:
    """Return whether words for a role mean a woman ("f"), a man ("m") or either ("")."""
    return next((gender for gender, pattern in _GENDERS.items() if pattern.search(words)), "")
