"""How an age is worded more generally: as a band; of infants no more than that they were not yet one."""

from __future__ import annotations

import re

from redactor.findings.patterns import TEENS, TENS, UNITS

_BANDS = ((1, 4), (5, 10), (11, 15), (16, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64))
"""Before school, primary and secondary school, grown up under eighteen, then by ten years."""
_OLDEST = 65
_UNDER_ONE = "less than a year"
_ONES, _TEENS, _TENS = UNITS.split("|"), TEENS.split("|"), TENS.split("|")
_NUMBERS = {word: str(n) for n, word in enumerate([*_ONES, *_TEENS], 1)} | {
    word: str(n * 10) for n, word in enumerate(_TENS, 2)
}
_WORD = re.compile(
    rf"\b(?:({'|'.join(_TENS)})(?:[- ]({'|'.join(_ONES)}))?|({'|'.join([*_TEENS, *_ONES])}))\b"
)
_UNIT = r"(?P<unit>years?|yrs?|y|months?|mths?|mos?|m|weeks?|wks?|w|days?|d)"
_PART = r"\d{1,2} ?-?(?:years?|yrs?|y|months?|mths?|m|weeks?|wks?|w|days?|d)|\d{1,2}/(?:7|12|52)"
_OLD = r"(?P<old>[- ]?(?:old|o|\.o\.?|/o))?(?: of age)?\.?"
_AGE = re.compile(
    rf"(?:about|nearly|almost|[mf]/)? ?(?P<n>\d{{1,3}})(?:\.\d|½| and a half)?(?:[- ]?{_UNIT}\.?"
    rf"(?:,? ?(?:and )?(?:{_PART}|a half))?)?(?P<sex>[mf])?{_OLD}"
)
_CLINICAL = re.compile(rf"(?P<n>\d{{1,3}})/(?P<of>7|12|52){_OLD}")
_RANGE = re.compile(rf"(?P<a>\d{{1,3}}) ?(?:-|to|or|and) ?(?P<n>\d{{1,3}})(?:[- ]?{_UNIT}\.?)?{_OLD}")
_MONTHS_OF = {"y": 12.0, "m": 1.0, "w": 7 / 30.44, "d": 1 / 30.44}
_PARTS_OF = {"7": "d", "12": "m", "52": "w"}


def to_band(words: str) -> str:
    """`5\u201310`, `5\u201310 years old`, `less than a year`; "" for what cannot be worded.

    Args:
        words: the age as it stands in the draft.
    """
    simple = " ".join(
        re.sub(r"[\u2010-\u2015]", "-", words).lower().strip("\"'\u201c\u201d\u2018\u2019").split()
    )
    simple = _WORD.sub(_figures, simple)
    if found := _CLINICAL.fullmatch(simple):
        return _worded(found["n"], found["n"], _PARTS_OF[found["of"]], bool(found["old"]), adjective=False)
    if not (found := _RANGE.fullmatch(simple) or _AGE.fullmatch(simple)):
        return ""
    said = found.groupdict()
    unit = said["unit"] or ""
    adjective = bool(said["old"]) and bool(unit) and not unit.endswith("s")
    return _worded(said.get("a") or said["n"], said["n"], unit, bool(said["old"]), adjective=adjective)


def _figures(found: re.Match[str]) -> str:
    tens, ones, rest = found.groups()
    if rest:
        return _NUMBERS[rest]
    return str(int(_NUMBERS[tens]) + int(_NUMBERS[ones] if ones else 0))


def _worded(low: str, high: str, unit: str, old: bool, *, adjective: bool) -> str:
    months = _MONTHS_OF[unit[:1] or "y"]
    first, last = (int(int(number) * months / 12) for number in (low, high))
    if first > last or last > 120:
        return ""
    if last == 0:
        return "less-than-one-year-old" if adjective else f"{_UNDER_ONE} old" if old else _UNDER_ONE
    band = f"{_low(first)}\u2013{_high(last)}" if last < _OLDEST else f"{_low(first)} or over"
    if adjective:
        return f"{band.replace(' ', '-')}-year-old"
    return f"{band} years old" if old else f"{band} years" if unit else band


def _low(age: int) -> int:
    return next((low for low, high in _BANDS if age <= high), _OLDEST)


def _high(age: int) -> int:
    return next(high for low, high in _BANDS if age <= high)
