"""Towns and villages whose names may be a surname or an ordinary word: Preston, Reading, Bath, each only where it stands like a place."""

import re
from collections.abc import Iterator
from functools import cache

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower, words
from redactor.findings.patterns import after, before
from redactor.findings.public.phrases import Phrases

FINDS = (
    "lived in «Preston» with",
    "moved from «Deal» to «Ware».",
    "a flat in «Reading», then",
    "near «Melton Mowbray» on",
    "in «Ashford» and «Tonbridge» then",
    "the «Toxteth» area",
    "at «March», Cambridgeshire",
    "seen in «Moss Side» at night",
    "holiday at «Weston-super-Mare»",
)
IGNORES = (
    "Ms Preston came",
    "Preston rang",
    "in Need of",
    "for Sale of",
    "to Battle the odds",
    "was Reading to him",
    "in March and",
    "gave it to Mr Burton",
    "in Street clothes",
    "the Bath was",
    "in Shirley's room",
    "told by Stanley Cross",
)

_SURE = re.compile(
    r"\b(?:in|near|outside|around|towards|across|central|through|via|throughout|beyond|rural|into) $"
)
_LIKELY = re.compile(r"\b(?:from|to|at|left|visiting|visited|between|leaving|reached) $")
_CHAIN = frozenset([", ", " and ", " or ", " to ", " & ", " via ", "/", " then "])
_AREA = re.compile(r"(?:-based\b|,? (?:area|district|estate|town centre|neighbourhood|[A-Z][a-z]+shire)\b)")
_ENDS = re.compile(
    r"$|[,.;:)?!\u201d\"]|-based\b| (?:and|with|where|when|by|for|on|before|after|then|to|who|which|until|since|but|at|area|in|is|was|because|as|while|had)\b"
)
_NO_PLACE_AFTER = re.compile(r"['\u2019]s\b|['\u2019](?!\w)|(?: |-)[A-Z][a-z]")
_MONTHS = ("March", "May", "August")


def find(text: str) -> Iterator[Finding]:
    """Yield towns with a word before or after them that says they are places."""
    last = -1
    for start, end in _towns().find(text):
        score = _score(text, start, end, last)
        if score:
            yield Finding(start, end, "PLACE", score, "", "A town, in a phrase that tells of a place")
            last = end


def _score(text: str, start: int, end: int, last: int) -> float:
    """Return how sure it is that a town stands at `start`, 0 for not at all; `last`: where the town before ended."""
    name, lead, rest = text[start:end], before(text, start), after(text, end)
    doubtful = is_ordinary(name) or name.lower() in lower("men") | lower("women") | lower("word_names")
    if name in _MONTHS:
        return 0.65 if re.match(r", [A-Z][a-z]+shire", rest) else 0
    if _NO_PLACE_AFTER.match(rest) or (doubtful and not _ENDS.match(rest)):
        return 0
    if _SURE.search(lead) or _AREA.match(rest):
        return 0.65 if doubtful else 0.75
    if _LIKELY.search(lead):
        return 0.55 if doubtful else 0.65
    chained = last >= 0 and text[last:start] in _CHAIN
    return 0.6 if " " in name or "-" in name or chained else 0


@cache
def _towns() -> Phrases:
    """Return the towns of the list that is parted by semicolons."""
    return Phrases(town.strip() for line in words("towns") for town in line.split(";"))
