"""Words for kin, and what kin of somebody is to the child: the mother's brother is a maternal uncle."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redactor.findings.people.role_words import CHILD

_MODS = (
    r"(?:(?i:maternal|paternal|half|step|great|late|elder|older|eldest|younger|youngest|little|big|baby|twin|own|only"
    r"|first|second|new|former|ex|then|current|estranged|birth|natural|biological|adoptive|foster|middle|two|three"
    r"|adult|teenage|common-law|long-term|[a-z]+-year-old|\d+-year-old)(?:\s+|-)?)*"
)
_WOMEN = {
    "parent": "mother|mum|mam|mummy|mom",
    "grandparent": "grandmother|grandma|nana|nan|granny|gran|nain|mamgu|dadi|nani|babcia",
    "sibling": "sister",
    "aunt": "aunt|auntie|aunty",
    "child": "daughter",
    "partner": "wife|girlfriend",
    "nibling": "niece",
}
_MEN = {
    "parent": "father|dad|daddy",
    "grandparent": "grandfather|grandad|granddad|grandpa|taid|tadcu|dada|nana-ji",
    "sibling": "brother",
    "aunt": "uncle",
    "child": "son",
    "partner": "husband|boyfriend",
    "nibling": "nephew",
}
_EITHER = {"sibling": "sibling", "partner": "partner|spouse|fianc[e\u00e9]e?|cohabitee", "cousin": "cousin"}
_FOSTER = "special guardian|carer|parent"
_SHORT = {
    "MGM": ("maternal", "f"),
    "MGF": ("maternal", "m"),
    "PGM": ("paternal", "f"),
    "PGF": ("paternal", "m"),
}
_KINDS = {
    word: (kind, gender)
    for gender, kinds in (("f", _WOMEN), ("m", _MEN), ("", _EITHER))
    for kind, words in kinds.items()
    for word in words.split("|")
}
_WORDS = "|".join(sorted((re.escape(word) for word in _KINDS), key=len, reverse=True))
KIN = rf"(?P<mods>{_MODS})(?P<kin>(?i:{_FOSTER}|{_WORDS}|fianc[e\u00e9]e?)|MG[MF]|PG[MF])(?![\w])(?!-in-law)"
"""One phrase for kin, without whose: `late husband`, `half-sister`, `MGM`."""
_PHRASE = re.compile(rf"(?:(?i:the|subject's|child's)\s+)?{KIN}")
_SIDES = {"maternal": "Maternal", "paternal": "Paternal"}
_OF_PARENTS = {"Mother": "Maternal", "Father": "Paternal"}


@dataclass(frozen=True)
class Kin:
    """What one is to another: `kind` is one of parent, grandparent, sibling, aunt, cousin, child, partner, nibling, foster."""

    kind: str
    gender: str = ""
    """"f", "m" or ""."""
    side: str = ""
    """"Maternal", "Paternal" or ""."""
    step: bool = False
    great: bool = False


def kin_of(match: re.Match[str]) -> Kin | None:
    """Return the kin that a match of `KIN` means; None where it means none."""
    mods, word = match["mods"].lower(), match["kin"]
    side = next((name for said, name in _SIDES.items() if said in mods), "")
    if word in _SHORT:
        said, gender = _SHORT[word]
        return Kin("grandparent", gender, _SIDES[said], great="great" in mods)
    word = word.lower()
    if "foster" in mods or word == "special guardian":
        return Kin("foster")
    if word in ("carer", "parent"):
        return None
    kind, gender = _KINDS.get(word, ("partner", ""))
    step = "step" in mods and kind in ("parent", "grandparent")
    return Kin(kind, gender, side, step, "great" in mods and kind != "sibling")


def role_in_words(words: str) -> str:
    """Return the role that a phrase for kin means by itself: "Maternal aunt"; "" where it is no such phrase."""
    match = _PHRASE.fullmatch(words.strip())
    kin = kin_of(match) if match else None
    if kin and kin.kind == "partner":
        return "Partner"
    return to_child(CHILD, kin) if kin else ""


def to_child(owner: str, kin: Kin) -> str:
    """Return who kin of somebody is to the child, `owner` being that person's role; "" where that does not follow."""
    if not owner:
        return ""
    if kin.kind == "foster":
        return "Foster Carer" if owner in (CHILD, "Sibling") else ""
    if owner in (CHILD, "Sibling"):
        return _of_child(owner, kin)
    if owner in _OF_PARENTS:
        return _of_parent(_OF_PARENTS[owner], kin)
    if owner in ("Stepfather", "Stepmother", "Partner"):
        return "Sibling" if kin.kind == "child" else "" if kin.kind == "partner" else "Relative"
    side = owner.split()[0] if owner.split()[0] in _SIDES.values() else ""
    if "grand" in owner:
        return _of_grandparent(side, kin)
    if owner.lower().endswith(("aunt", "uncle")):
        return _of_aunt(side, kin)
    return ""


def _of_child(owner: str, kin: Kin) -> str:
    match kin.kind:
        case "parent":
            return _gendered(kin, "", "Stepmother|Stepfather" if kin.step else "Mother|Father|")
        case "grandparent" if kin.great:
            return _gendered(kin, kin.side, "great-grandmother|great-grandfather")
        case "grandparent":
            return _gendered(kin, kin.side, "step-grandmother|step-grandfather" if kin.step else _GRAND)
        case "aunt" if kin.great:
            return _gendered(kin, kin.side, "great-aunt|great-uncle")
        case "aunt":
            return _gendered(kin, kin.side, "aunt|uncle")
        case "partner":
            return "Child's partner" if owner == CHILD else "Relative"
        case "sibling":
            return "Sibling"
        case "cousin":
            return "Cousin"
    return "Relative" if owner == "Sibling" or kin.kind == "nibling" else ""


_GRAND = "grandmother|grandfather"


def _of_parent(side: str, kin: Kin) -> str:
    match kin.kind:
        case "parent":
            return _of_child(CHILD, replace(kin, kind="grandparent", side=side))
        case "grandparent":
            return _of_child(CHILD, replace(kin, side=side, great=True))
        case "sibling":
            return _gendered(kin, side, "aunt|uncle")
        case "aunt":
            return _gendered(kin, side, "great-aunt|great-uncle")
        case "partner":
            return "Partner"
        case "child":
            return "Sibling"
        case "nibling":
            return "Cousin"
    return "Relative"


def _of_grandparent(side: str, kin: Kin) -> str:
    match kin.kind:
        case "partner":
            return _gendered(kin, side, _GRAND)
        case "child":
            return _gendered(kin, side, "aunt|uncle")
        case "sibling":
            return _gendered(kin, side, "great-aunt|great-uncle")
        case "parent":
            return _of_child(CHILD, Kin("grandparent", kin.gender, side, great=True))
    return "Relative"


def _of_aunt(side: str, kin: Kin) -> str:
    match kin.kind:
        case "partner":
            return _gendered(kin, side, "aunt|uncle")
        case "child":
            return "Cousin"
        case "parent":
            return _gendered(kin, side, _GRAND)
    return "Relative"


def _gendered(kin: Kin, side: str, forms: str) -> str:
    """Return `Maternal aunt`, `Aunt`: a woman's or a man's form with the side before it; "Relative" for neither."""
    if not kin.gender:
        return "Relative"
    words = f"{side} {forms.split('|')[kin.gender == 'm']}".strip()
    return words[0].upper() + words[1:]
