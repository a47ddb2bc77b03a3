"""How a date is worded more generally: as its month and year, its year, or its distance from a day.

Nothing is ever said that the date does not say; what cannot be worded gives "".
"""

from __future__ import annotations

import re
from datetime import date

from redactor.publish.dates import When, parse

_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 70, 731
"""From how many days on a distance is told in weeks, in months, in years."""
_DAYS_OF_MONTH, _DAYS_OF_YEAR = 30.44, 365.25

_UNSURE = re.compile(r"(?<![\d'\u2019])\d{1,3}(?!\d)")
"""Figures that may be a day's, or a month's."""


def to_month(words: str, led: str = "") -> str:
    """`March 2012`; `March` where no year is said.

    Args:
        words: the date as it stands in the draft.
        led: the word before it, as "on" or "the" need "a day in March 2012", "day in March 2012".
    """
    span = parse(words)
    if not span or not span.first.month or not span.last.month:
        return ""
    return _led(_months(span.first, span.last), led, day=bool(span.first.day))


def to_year(words: str, led: str = "") -> str:
    """`2012`."""
    span = parse(words)
    if not span or not span.first.year or not span.last.year:
        return ""
    day = bool(span.first.day or span.first.month)
    return _led(_from_to(str(span.first.year), str(span.last.year)), led, day=day)


def to_interval(words: str, anchor: date, event: str, led: str = "") -> str:
    """`3 weeks before the incident`, counted from `anchor`, the day of the `event`."""
    span = parse(words)
    if not span or not all(when.year and when.month for when in (span.first, span.last)):
        return ""
    told = {_distance(when, anchor) for when in (span.first, span.last)}
    if len(told) > 1:
        return ""
    distance = told.pop()
    if not distance:
        return f"{'' if led == 'the' else 'the '}{'day' if span.first.day else 'month'} of {event}"
    return _led(f"{distance} {event}", led, day=bool(span.first.day), joint=" ")


def says_no_more(words: str, dates: str) -> bool:
    """Whether a date says no more than what dates become: `dates` as in `marks.settings.DATES`."""
    span = parse(words) if dates in ("month", "year") and not _UNSURE.search(words) else None
    if not span or not span.whole:
        return False
    return not any(when.day or (when.month and dates == "year") for when in (span.first, span.last))


def _month(when: When) -> str:
    return f"{_MONTHS[when.month]} {when.year}" if when.year else _MONTHS[when.month]


def _months(first: When, last: When) -> str:
    """`May to June 2011`."""
    same_year = first.year == last.year and first.month != last.month
    return _from_to(_MONTHS[first.month] if same_year else _month(first), _month(last))


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _led(worded: str, led: str, *, day: bool, joint: str = " in ") -> str:
    """After "on" and "the" a day is named, or the sentence would not read on."""
    return {"on": "a day", "the": "day"}[led] + joint + worded if day and led in ("on", "the") else worded


def _distance(when: When, anchor: date) -> str:
    """How long before or after; "" for the day itself, or the month itself where no day is said."""
    if when.day:
        days = (date(when.year, when.month, when.day) - anchor).days
    else:
        days = round(((when.year - anchor.year) * 12 + when.month - anchor.month) * _DAYS_OF_MONTH)
    return (
        f"{_length(abs(days), whole_months=not when.day)} {'after' if days > 0 else 'before'}" if days else ""
    )


def _length(days: int, *, whole_months: bool) -> str:
    if days < _WEEKS_FROM:
        return _several(days, "day")
    if days < _MONTHS_FROM and not whole_months:
        return _several(round(days / 7), "week")
    if days < _YEARS_FROM:
        return _several(round(days / _DAYS_OF_MONTH), "month")
    return _several(round(days / _DAYS_OF_YEAR), "year")


def _several(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
