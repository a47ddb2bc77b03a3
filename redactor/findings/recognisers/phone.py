"""Telephone numbers in every written form (Ofcom's National Telephone Numbering Plan)."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import before, matches

FINDS = (
    "Telephone «01632 960871».",
    "«(01632) 960 542» or «+44 7700 900 118»",
    "«020 7946 0777»",
    "ring «0121 496 0903 ext 31» for",
    "on «01632 960 684, ext. 305»",
    "mobile «07700-900-355»",
    "fax: «552 3147»",
    "«+48 601 234 567» in Poland",
    "«0044 20 7946 0999»",
    "work phone «extension 4417»",
    "«101 ext 552 3147»",
)
IGNORES = (
    "01/02/2003 04:05",
    "£1,200,000 in 2010",
    "paragraphs 4.10 to 4.12",
    "in 2010 2011 2012",
    "ref 0123/456",
)

_EXTENSION = r"(?:,? ?(?:ext(?:ension)?|x)\.? ?\d{2,5})?"
_UK = re.compile(
    r"(?<![\w/.-])(?:(?:\+|00) ?44[ -]?(?:\(0\)[ -]?)?|\(?0)(?=[1-9])\d{1,5}\)?(?:[ -]\d{2,8}){0,4}(?!\w|[/.]\d)"
    + _EXTENSION
)
_ABROAD = re.compile(
    r"(?<![\w/.-])(?:\+|00)[1-9]\d{0,2}[ -]?(?:\(\d{1,4}\)[ -]?)?\d{2,4}(?:[ -]?\d{2,4}){1,4}\b"
)
_NAMED = re.compile(
    r"\b(?i:tel(?:ephone)?|phone|mobile|mob|fax|bleep|pager)\b(?i: (?:number|no|extension))?[.:]* {0,2}(?:\(|is |was |on )?"
    r"(?P<it>\d[\d ]{4,13}\d)\b"
)
_INNER = re.compile(r"\b(?P<it>(?:101,? )?(?i:ext(?:ension)?)\.? ?(?:no\.? ?)?\d{3,5}(?: \d{3,4})?)\b")


def find(text: str) -> Iterator[Finding]:
    """Yield telephone numbers."""
    for match in _UK.finditer(text):
        digits = re.sub(r"\D", "", re.split(r"[ex]", match.group(), maxsplit=1)[0])
        national = re.sub(r"^(?:0044|44)0?", "0", digits)
        if 10 <= len(national) <= 11 and "NHS" not in before(text, match.start(), 30):
            yield Finding(*match.span(), "PHONE", 0.96, "", "Has the form of a telephone number")
    yield from matches(_ABROAD, text, "PHONE", 0.85, "Has the form of a foreign telephone number")
    yield from matches(_NAMED, text, "PHONE", 0.9, "A number after a word for telephone")
    yield from matches(_INNER, text, "PHONE", 0.7, "A telephone extension")
