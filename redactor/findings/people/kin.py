"""Words for kin, and what kin of somebody is to the child: the mother's brother is a maternal uncle."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from redactor.findings.people.role_words import CHILD

_MODS = (
    r"(?:(?i:maternal|paternal|mat\.|pat\.|half|step|great|late|elder|older|oldest|eldest|younger|youngest|little|big|baby|twin"
    r"|own|only|first|second|third|fourth|fifth|last|new|former|ex|then|current|previous|estranged|separated|birth|natural"
    r"|biological|putative|alleged|adoptive|foster|middle|one|two|three|four|five|six|several|other|surviving|full|adult"
    r"|teenage|common-law|long-term|[a-z]+-year-old|\d+-year-old)(?:\s+|-)?)*"
)
_WOMEN = {
    "parent": "mother|mum|mam|mummy|mom|hooyo",
    "grandparent": "grandmother|grand-mother|g/?['\u2019]?mother|grandma|nana|nan|granny|gran|nain|mamgu|dadi|nani|babcia|ayeeyo|bunica",
    "sibling": "sister",
    "aunt": "aunt|auntie|aunty",
    "child": "daughter",
    "partner": "wife|wives|girlfriend",
    "nibling": "niece",
}
_MEN = {
    "parent": "father|dad|daddy",
    "grandparent": "grandfather|grand-father|g/?['\u2019]?father|grandad|granddad|grandpa|taid|tadcu|dada|nana-ji|awoowe",
    "sibling": "brother",
    "aunt": "uncle",
    "child": "son",
    "partner": "husband|boyfriend",
    "nibling": "nephew",
}
_EITHER = {
    "parent": "parent",
    "grandparent": "grandparent",
    "sibling": "sibling|twin",
    "child": "child|children",
    "partner": "partner|spouse|fianc[e\u00e9]e?|cohabitee",
    "cousin": "cousin",
}
_FOSTER = "special guardian|carer"
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
_WORDS = "|".join(sorted((word for word in _KINDS), key=len, reverse=True))
KIN = rf"(?P<mods>{_MODS})(?P<kin>(?i:{_FOSTER}|{_WORDS})|MG[MF]|PG[MF])(?P<many>(?i:s)(?!\w))?(?P<in_law>-in-law)?(?![\w])"
"""One phrase for kin, without whose: `late husband`, `half-sister`, `MGM`, `two sons`, `mother-in-law`."""
KIN_WORD = rf"(?i:(?:(?:maternal|paternal|step|half|great|foster)[ -]?)*(?:{_WORDS}))"
"""A word for kin, as it stands before `'s`."""
_PHRASE = re.compile(rf"(?:(?i:the|his|her|their|subject's|child's)\s+)?{KIN}")
_SIDES = {"maternal": "Maternal", "paternal": "Paternal", "mat.": "Maternal", "pat.": "Paternal"}
_NOTED = {
    "Maternal": re.compile(
        r"(?i)maternal|\b(?:mother|mum)['\u2019]s (?:side|sister|brother|mother|father|parent)"
    ),
    "Paternal": re.compile(
        r"(?i)paternal|\b(?:father|dad)['\u2019]s (?:side|sister|brother|mother|father|parent)"
    ),
}
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
    in_law: bool = False


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
    if word == "carer":
        return None
    kind, gender = _kind_of(word)
    step = "step" in mods and kind in ("parent", "grandparent")
    return Kin(kind, gender, side, step, "great" in mods and kind != "sibling", bool(match["in_law"]))


def _kind_of(word: str) -> tuple[str, str]:
    """Return the kind and the gender of a word for kin; some have more than one spelling."""
    return _KINDS.get(word) or next(
        told for pattern, told in _KINDS.items() if re.fullmatch(pattern, word, re.I)
    )


def noted(kin: Kin, note: str) -> Kin:
    """Return kin with the side that words in brackets or behind a comma tell: `grandmother (maternal)`, `aunt, mother's sister`."""
    if kin.side or kin.kind not in ("grandparent", "aunt"):
        return kin
    return replace(kin, side=next((side for side, said in _NOTED.items() if said.search(note)), ""))


def role_in_words(words: str) -> str:
    """Return the role that a phrase for kin means by itself: "Maternal aunt"; "" where it is no such phrase."""
    match = _PHRASE.fullmatch(words.strip())
    kin = kin_of(match) if match else None
    if kin and kin.kind == "partner":
        return "Partner"
    if kin and kin.kind in ("parent", "grandparent") and not kin.gender:
        return ""
    return to_child(CHILD, kin) if kin else ""


def to_child(owner: str, kin: Kin) -> str:
    """Return who kin of somebody is to the child, `owner` being that person's role; "" where that does not follow."""
    if not owner:
        return ""
    if kin.kind == "foster":
        return "Foster Carer" if owner in (CHILD, "Sibling") else ""
    if kin.in_law:
        return _in_law(owner, kin)
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


def _in_law(owner: str, kin: Kin) -> str:
    """Return what the child's parents' kin by marriage are to it: the other parent's side."""
    if owner not in _OF_PARENTS or kin.kind not in ("parent", "sibling"):
        return "Relative"
    if kin.kind == "sibling":
        return _gendered(kin, "", "aunt|uncle")
    return _gendered(kin, "Paternal" if owner == "Mother" else "Maternal", _GRAND)


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
