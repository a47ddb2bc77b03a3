"""What a date says, in whatever form it is written: year, month and day as far as they are sure.

Where a form can be read in two ways, as 05/08 can, only what both readings share is taken; else nothing is.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from redactor.publish.feasts import feast

_PIVOT = 30
"""Years of two digits up to this one are of this century."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd",
    "rhagfyr",
)  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip

_M = rf"(?P<m>(?:{'|'.join(_MONTHS)}|mav)[a-z]*|{'|'.join(_WELSH)})\.?"
_D = r"(?P<d>\d{1,2})(?: ?(?:st|nd|rd|th))?"
_Y = r"(?P<y>\d{4}|'\d{2})"
_ANY_Y = r"(?P<y>\d{4}|'?\d{2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_D}(?: day)?(?: of| o)?,? ?(?:the )?{_M},?(?: {_ANY_Y})?",  # 14th March 2012, 14 of March, 14march12
        rf"{_D}[-/.]?{_M}[-/.]?{_ANY_Y}",
        rf"{_M} (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_Y}",
        rf"{_M} (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)",
        rf"{_M}(?: of|,)? ?-?{_Y}",
        rf"{_M}[-/](?P<y>\d\d)",
        rf"{_M}(?: \d\d)?",  # the year, or the day, of "Dec 10" is not sure
        r"(?P<y>\d{4}) ?[-/.] ?(?P<m>\d{1,2}) ?[-/.] ?(?P<d>\d{1,2})",
        r"(?P<d>\d{1,2}) ?([-/. ]) ?(?P<m>\d{1,2}) ?\2 ?(?P<y>\d{4}|\d{2})",
        r"(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d{4}|\d{2})",
        rf"(?P<d>\d{{1,2}})[-/.](?P<m>{'|'.join(_ROMAN)})[-/.](?P<y>\d{{4}}|\d{{2}})",
        r"(?P<m>0?[1-9]|1[0-2])/(?P<y>\d{4})",
        r"(?P<d>1[3-9]|[23]\d|\d)/(?P<m>\d{1,2})",
        r"(?P<d>[01]\d)/(?P<m>\d)",
        r"(?P<y>(?:19|20)\d\d)",
    )
)
_DAYS_OF_MONTH = re.compile(
    rf"{_D}(?: ?(?:-|/|,|&|and|to|until) ?(?:the )?\d{{1,2}}(?: ?(?:st|nd|rd|th))?)*"
    rf" ?(?:-|/|,|&|and|to|until) ?(?:the )?(?P<e>\d{{1,2}})(?: ?(?:st|nd|rd|th))?(?: of)? {_M},?(?: {_ANY_Y})?"
)
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?(?:the )?"
)
_BETWEEN = re.compile(r" ?- ?|,? (?:to|and|until) |, |(?<=[a-z]) ?[/&] ?(?=[a-z])")
OPENING = re.compile(r"(?i)^(?:in|of|on|by|since|from|until|during)\s+(?:the\s+)?")
"""Words before a date that were marked with it."""
_PART_OF = re.compile(r"^(?:early|late|mid|beginning of|start of|end of|middle of)[ -](?:in )?")
_NAMED_YEAR = re.compile(r",?(?: in| of)? (?:(?P<long>(?:19|20)\d\d)|'(?P<short>\d\d))$")
_MISREAD = re.compile(r"(?<![a-zA-Z])[0-9OIl]+(?=(?:st|nd|rd|th)?(?![a-zA-Z]))")


@dataclass(frozen=True, slots=True)
class When:
    """What is said of a day; 0 for what is not."""

    year: int = 0
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, often the same; `whole` if the words say no more than these do."""

    first: When
    last: When
    whole: bool = True


@lru_cache(maxsize=4096)
def parse(words: str) -> Span | None:
    """What a date says; None where nothing is sure, or no such day exists."""
    simple = _simple(words)
    one = _one(simple)
    span = Span(one, one) if one else _days_of_month(simple) or _between(simple) or _feast(simple)
    return span if span and _exists(span.first) and _exists(span.last) else None


def _simple(words: str) -> str:
    """In small letters and plain signs, without the weekday; figures for words, and for what a scan misread."""
    words = _MISREAD.sub(lambda found: _figures(found[0]), unicodedata.normalize("NFC", words))
    words = re.sub(r"[\u2010-\u2015]", "-", words.replace("\u2019", "'").replace("\u2018", "'")).lower()
    words = re.sub(r" \([a-z]+\.?\)$", "", " ".join(words.split()))
    words = re.sub(r"[a-z0-9]*[a-z][01][a-z01]*|\b[01][a-z01]{3,}", _letters, words)
    words = _PART_OF.sub("", _WEEKDAY.sub("", OPENING.sub("", words, count=1), count=1))
    return re.sub(r"[a-z]+(?:[- ][a-z]+)?(?= (?:of|day) )", lambda found: _ordinal(found[0]), words)


def _figures(misread: str) -> str:
    return (
        misread.translate(str.maketrans("OIl", "011"))
        if misread.strip("OIl") or len(misread) > 1
        else misread
    )


def _letters(found: re.Match[str]) -> str:
    """Letters that a scan read as figures: apri1, n0vember."""
    mended = found[0].translate(str.maketrans("01", "ol"))
    return mended if mended[:3] in _MONTHS else found[0]


def _ordinal(word: str) -> str:
    """A day in words as figures: "twenty-first" as 21."""
    tens, _, rest = word.replace(" ", "-").partition("-")
    if not rest and tens in ("thirtieth", *_ORDINALS):
        return str(30 if tens == "thirtieth" else _ORDINALS.index(tens) + 1)
    if tens in ("twenty", "thirty") and rest in _ORDINALS[:9]:
        return str((20 if tens == "twenty" else 30) + _ORDINALS.index(rest) + 1)
    return word


def _one(simple: str) -> When | None:
    for form in _FORMS:
        if found := form.fullmatch(simple):
            return _when(found.groupdict())
    return None


def _when(said: dict[str, str | None]) -> When:
    return When(_year(said.get("y") or ""), _month(said.get("m") or ""), int(said.get("d") or 0))


def _year(digits: str) -> int:
    digits = digits.strip("'")
    if len(digits) != 2:
        return int(digits or 0)
    return int(digits) + (2000 if int(digits) <= _PIVOT else 1900)


def _month(word: str) -> int:
    if not word or word.isdigit():
        return int(word or 0)
    for names, name in ((_ROMAN, word), (_WELSH, word), (_MONTHS, word[:3].replace("mav", "may"))):
        if name in names:
            return names.index(name) + 1
    return 0


def _days_of_month(simple: str) -> Span | None:
    """Several days of one month: 3-5 May 2012, 4th/5th June."""
    found = _DAYS_OF_MONTH.fullmatch(simple)
    if not found:
        return None
    first = _when(found.groupdict())
    return Span(first, When(first.year, first.month, int(found["e"])))


def _between(simple: str) -> Span | None:
    """From one date to another; where the first says no year it is that of the second, if it comes before it."""
    parts = _BETWEEN.split(simple)
    first, last = _one(parts[0]), _one(parts[-1])
    if last and len(parts) > 1 and feast(parts[0], last.year)[0]:
        return Span(last, last)  # Good Friday, 2 April 2010
    if len(parts) < 2 or not first or not last:
        return None
    if not first.year and first.month <= last.month:
        first = When(last.year, first.month, first.day)
    return Span(first, last)


def _feast(simple: str) -> Span | None:
    """A named day; of one that no calendar here knows, the year."""
    found = _NAMED_YEAR.search(simple)
    year = int(found["long"] or _year(found["short"])) if found else 0
    month, day = feast(simple[: found.start()] if found else simple, year)
    when = When(year, month, day)
    return Span(when, when, whole=False) if year or month else None


def _exists(when: When) -> bool:
    if when.month > 12 or (when.year and not 1900 <= when.year <= 2099):
        return False
    return not (when.month and when.day) or when.day <= monthrange(when.year or 2000, when.month)[1]
