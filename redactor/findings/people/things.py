"""What two wordings of one thing have in common: a date's calendar value, a number's digits, a body's short forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from redactor.findings.passes.spread import plain, short_forms

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_ISO = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? )?(?:the )?"
)
_DAY_FIRST = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?(?: of| day of)?[ -]?)?([a-z]{3})[a-z]*\.?(?:[ ,-]+'?(\d{2,4}))?"
)
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? '?(\d{4}))?")
_SMALL = frozenset(["the", "at", "of", "in", "and", "for", "a"])
_SORT = frozenset(["estate", "village", "area", "town", "city"])
_TRUNK = re.compile(r"^(?:\+?44|0044)\(?0?\)?")


def same(wording: str, type: str) -> str:
    """Return what all wordings of one thing share: letters and digits; of a date its value; of a body its telling words."""
    if type == "DATE":
        return calendar_value(wording)
    if type == "PHONE":
        return _TRUNK.sub("0", re.sub(r"[^\d+]", "", wording))
    words = re.sub(r"[\W_]+", " ", plain(wording)).split()
    if type in ("ID", "POSTCODE"):
        return "".join(words)
    if type in ("ORG", "PLACE"):
        return _telling(words, type)
    return re.sub(r"^the ", "", " ".join(words))


def _telling(words: list[str], type: str) -> str:
    """Return the words of a body in any order, of a place in theirs, without those that tell nothing."""
    telling = [word for word in words if word not in _SMALL]
    if type == "ORG":
        return " ".join(sorted(telling)) or " ".join(words)
    while len(telling) > 1 and telling[-1] in _SORT:
        telling.pop()
    return " ".join(telling) or " ".join(words)


def shortened(bodies: Iterable[str]) -> dict[str, str]:
    """Return what each short form of the bodies has in common with the whole name, where only one of them has that form."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        key = same(body, "ORG")
        for form in short_forms(body):
            wholes[same(form, "ORG")].add(key)
    others = {form: keys - {form} for form, keys in wholes.items()}
    return {form: next(iter(keys)) for form, keys in others.items() if len(keys) == 1}


def calendar_value(wording: str) -> str:
    """Return a date as year-month-day as far as it says them, else its words."""
    simple = " ".join(wording.lower().replace("\u2019", "'").split())
    simple = _WEEKDAY.sub("", simple, count=1)
    for pattern, order in ((_ISO, "ymd"), (_NUMERIC, "dmy"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        match = pattern.fullmatch(simple)
        if match:
            parts = dict(zip(order, match.groups(default=""), strict=True))
            month = _month(parts["m"])
            if month:
                return f"{_year(parts['y'])}-{month}-{int(parts['d']) if parts['d'] else ''}"
    return simple


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return _MONTHS.index(written) + 1 if written in _MONTHS else 0


def _year(digits: str) -> str:
    if len(digits) != 2:
        return digits
    return f"20{digits}" if int(digits) < 50 else f"19{digits}"
