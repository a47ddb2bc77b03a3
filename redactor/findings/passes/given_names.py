"""A listed given name with a surname after it, where nothing else was found: `Mei Ng`, `Delroy Duty`, `Dilys Nurse`.

The model doubts surnames of two letters and those that are words. No place or body is touched, and nothing is taken for
a surname that makes a street, a building or a team of the word before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.shortened import KINDS
from redactor.findings.passes.spread import plain
from redactor.findings.patterns import CAPITALISED, LETTER, MONTH, UPPER

_PAIR = re.compile(
    rf"(?<![\w'\u2019&-])(?P<first>[{UPPER}]{LETTER}+(?:-{LETTER}+)?) (?=(?P<last>{CAPITALISED}))"
)
_NO_NAME_BEFORE = re.compile(
    rf"(?:\b(?:St|Saint|Queen|King|Prince|Princess|Lake|Port|Mount|The|the)\.? |[{UPPER}]{LETTER}+['\u2019]s )$"
)
_SURE = 0.6
_MONTH = re.compile(rf"{MONTH}")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_ENDS = re.compile(
    r"[,;.)\n]|$| \(|['\u2019]s?\b| (?:was|is|had|has|said|who|and|to|for|from|in|at|on|did|does|thinks|[a-z]+ed)\b"
)
_NEVER_AFTER_A_NAME = ("organisation_heads", "openings")
_NOT_AFTER_A_NAME = ("general_words", "titles", "not_names", *_NEVER_AFTER_A_NAME)


def spread_given_names(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return names in full that begin with a listed given name and of which at most the given name was found."""
    cover = Cover(findings)
    people = {(f.start, f.end) for f in findings if f.type == "PERSON" and f.score >= _SURE}
    return [
        Finding(start, end, "PERSON", 0.6, "given_names", f"{text[start:end].split()[0]} is a given name")
        for start, end, first_end in _pairs(text)
        if not cover.touches(first_end, end)
        and (
            (start, first_end) in people
            or (_given(text[start:first_end]) and not cover.touches(start, first_end))
        )
    ]


def _pairs(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, end of the first word) of each word with what may be a surname after it."""
    for match in _PAIR.finditer(text):
        last = _POSSESSIVE.sub("", match["last"])
        before = text[max(0, match.start() - 14) : match.start()]
        alone = _ENDS.match(text, match.start("last") + len(last)) is not None
        if _surname(last, alone) and not _NO_NAME_BEFORE.search(before):
            yield match.start(), match.start("last") + len(last), match.end("first")


@cache
def _listed() -> frozenset[str]:
    names = {plain(name) for gender in ("men", "women") for name in lower(gender)}
    return frozenset(
        name for name in names - {plain(place) for place in lower("places")} if not is_ordinary(name)
    )


def _given(word: str) -> bool:
    return plain(word) in _listed() and not word.isupper() and word.lower() not in lower("not_names")


def _surname(word: str, alone: bool) -> bool:
    """Return whether a word may be a surname; a general word only where the name ends with it: `Delroy Duty, who`."""
    small = word.lower()
    if len(word) < 2 or word.isupper() or small in KINDS or _MONTH.fullmatch(word):
        return False
    barred = _NEVER_AFTER_A_NAME if alone else _NOT_AFTER_A_NAME
    return not any(small in lower(name) for name in barred) or _short(word)


def _short(word: str) -> bool:
    """Return whether a word is a surname of two letters (`Ng`) rather than the abbreviation in the list (`NG`)."""
    return len(word) == 2 and word.istitle() and not is_ordinary(word)
