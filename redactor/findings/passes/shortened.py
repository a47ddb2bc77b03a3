"""Short names of places and bodies that the draft names in full: `the Lindale`, `the Holt`, `the Stones`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.spread import name_words, plain
from redactor.findings.patterns import CAPITALISED, LETTER, UPPER

_THE = re.compile(rf"(?<!\w)(?P<it>[Tt]he (?P<word>{CAPITALISED}))(?!\w|[-'\u2019]\w\w| [{UPPER}])")
_NUMBERED = re.compile(r"(?:(?:Flat|Room|Plot|Unit) )?\d+[A-Za-z]?(?:[-/\u2013]\d+[A-Za-z]?)?,? ")
_TOO_GENERAL = ("general_words", "not_names", "openings", "titles")
KINDS = frozenset(
    [
        "street",
        "road",
        "lane",
        "avenue",
        "close",
        "drive",
        "terrace",
        "crescent",
        "place",
        "square",
        "grove",
        "park",
        "estate",
        "bridge",
        "station",
        "hall",
        "house",
        "court",
        "hospice",
        "garage",
        "hotel",
        "theatre",
        "library",
        "museum",
        "market",
        "harbour",
        "canal",
        "river",
        "valley",
        "forest",
        "beach",
        "castle",
        "abbey",
        "cathedral",
        "university",
    ]
)


def spread_shortened(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return where one telling word of a place's, a body's or a family's name stands after `the`."""
    cover = Cover(findings)
    short = _telling_words(findings, text)
    families = _surnames(findings, text)
    further: list[Finding] = []
    for match in _THE.finditer(text):
        word = match["word"]
        if cover.holds(*match.span("it")):
            continue
        if word in short and plain(word) not in families:
            kind, whole = short[word]
            further.append(Finding(*match.span("it"), kind, 0.6, "shortened", f"Short for {whole}"))
        elif word.endswith("s") and plain(word[:-1]) in families:
            further.append(Finding(*match.span("word"), "PERSON", 0.6, "shortened", "A family's name"))
    return [*further, *_streets(findings, text, cover)]


def _telling_words(findings: Sequence[Finding], text: str) -> dict[str, tuple[str, str]]:
    """Return the words that tell one place or body from others, each with the kind and the whole name."""
    short: dict[str, tuple[str, str]] = {}
    for finding in findings:
        if finding.type in ("ORG", "PLACE") and finding.score >= 0.6:
            whole = text[finding.start : finding.end]
            parts = re.findall(CAPITALISED, whole)
            for word in parts if len(parts) > 1 and not whole.isupper() else ():
                small = word.lower()
                general = small in KINDS or any(small in lower(name) for name in _TOO_GENERAL)
                if len(word) > 3 and not general:
                    short.setdefault(word, (finding.type, whole))
    return short


def _surnames(findings: Sequence[Finding], text: str) -> set[str]:
    """Return the surnames of people found with two names or more."""
    people = (name_words(text[f.start : f.end]) for f in findings if f.type == "PERSON" and f.score >= 0.5)
    return {plain(words[-1]) for words in people if len(words) > 1}


def _streets(findings: Sequence[Finding], text: str, cover: Cover) -> Iterator[Finding]:
    """Yield where the street of an address stands without its number, in any letter case."""
    streets: dict[str, str] = {}
    for finding in findings:
        if finding.type == "ADDRESS":
            street = _NUMBERED.sub("", text[finding.start : finding.end]).rsplit(", ", 1)[-1]
            if re.fullmatch(rf"{LETTER}[\w'\u2019-]*(?: {LETTER}[\w'\u2019-]*)+", street):
                streets.setdefault(street.lower(), street)
    if not streets:
        return
    pattern = rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, sorted(streets, key=len, reverse=True)))})(?!\w)"
    for match in re.finditer(pattern, text):
        if not cover.touches(*match.span()):
            yield Finding(*match.span(), "PLACE", 0.8, "shortened", "The street of an address in this draft")
