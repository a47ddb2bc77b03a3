"""Shared pieces of patterns: months, numbers in words, capitalised words; and how a pattern becomes findings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from redactor.findings.finding import Finding

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
SHORT_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)"
)
ANY_MONTH = rf"(?:{MONTH}|{SHORT_MONTH}\.?)"

UNITS = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
WEEKDAY = r"(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?)"
_WEEKDAY_BEFORE = re.compile(
    rf"\b(?:(?:Maundy|Good|Easter|Ash|Shrove|Whit|Palm|Bank Holiday) )?{WEEKDAY},? (?:the )?$"
)
NUMBER_WORD = rf"(?:(?:{TENS})(?:[- ](?:{UNITS}))?|{TEENS}|{UNITS})"

UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0102\u0104\u0106\u010c\u010e\u0110\u0118\u011a\u011e\u0130\u0139\u013d\u0141\u0143\u0147\u0150\u0154\u0158\u015a\u015e\u0160\u0162\u0164\u016e\u0170\u0178\u0179\u017b\u017d\u01a0\u01af\u0386-\u038f\u0391-\u03a9\u0400-\u042f\u0218\u021a\u1e00-\u1eff"
LETTER = r"[^\W\d_]"
# A capitalised word: a name's part as it is written, with hyphen or apostrophe inside (O'Neill, Osei-Bonsu, St).
CAPITALISED = rf"[{UPPER}]{LETTER}{{0,30}}(?:['\u2019-]{LETTER}{{1,30}}){{0,4}}"


def any_of(words: str) -> frozenset[str]:
    """Return the words of a line, as a set to look words up in."""
    return frozenset(words.split())


_WORD = re.compile(r"[^\W_]+")
FIGURE = "0"  # stands for every word that begins with a figure
NUMBERS = frozenset([FIGURE, *f"{UNITS}|{TEENS}|{TENS}".split("|")])


@lru_cache(maxsize=2)
def word_places(text: str) -> Mapping[str, Sequence[int]]:
    """Return where each word of `text` begins, by the word in small letters: one cheap scan for all recognisers."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in _WORD.finditer(text):
        said = word.group()
        places[FIGURE if said[0].isdigit() else said.lower()].append(word.start())
    return dict(places)


def led(
    pattern: "re.Pattern[str]", text: str, leads: frozenset[str], back: int = 0
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of the words `leads`, or up to `back` characters before one.

    This is far cheaper than `finditer` where the words are rare. With `back` the match may run 100 characters on.
    """
    places = word_places(text)
    end = 0
    for place in sorted(place for lead in leads & places.keys() for place in places[lead]):
        if back:
            if place < end:
                continue
            for match in pattern.finditer(text, max(end, place - back), min(len(text), place + 100)):
                yield match
                end = max(end, match.end())
        elif place >= end and (first := pattern.match(text, place)):
            yield first
            end = first.end()


def matches(
    pattern: "re.Pattern[str]",
    text: str,
    type: str,
    score: float,
    because: str,
    *,
    leads: frozenset[str] | None = None,
) -> Iterator[Finding]:
    """Yield a finding for each match (that begins with one of `leads`): the group `it` or `or_it`, or all of it."""
    groups: list[str | int] = [name for name in ("it", "or_it") if name in pattern.groupindex] or [0]
    for match in pattern.finditer(text) if leads is None else led(pattern, text, leads):
        for group in groups:
            if match.start(group) < match.end(group):
                yield Finding(match.start(group), match.end(group), type, score, "", because)


def before(text: str, place: int, size: int = 40) -> str:
    """Return up to `size` characters that stand before `place`, on the same line."""
    return text[max(0, place - size) : place].rsplit("\n", 1)[-1]


def after(text: str, place: int, size: int = 40) -> str:
    """Return up to `size` characters that stand after `place`, on the same line."""
    return text[place : place + size].split("\n", 1)[0]


def with_weekday(text: str, finding: Finding) -> Finding:
    """Return a date with the weekday that stands before it."""
    earlier = before(text, finding.start, 25)
    weekday = _WEEKDAY_BEFORE.search(earlier)
    return replace(finding, start=finding.start - len(weekday.group())) if weekday else finding


PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "da",
        "dos",
        "di",
        "del",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "binti",
        "ibn",
        "ap",
        "ab",
    ]
)
"""Small words inside surnames."""
