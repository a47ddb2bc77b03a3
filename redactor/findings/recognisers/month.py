"""Months as dates: with a year, one to another, and alone where the words around it say that it is no name or verb."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import ANY_MONTH, MONTH, SHORT_MONTH, after, before, matches

FINDS = (
    "«March 2009»",
    "in «April» and «May 2014»",
    "In «May» he moved",
    "between «January» and «March». He",
    "Pregnancy: «May» to «July 2015»",
    "by early «December»",
    "until «Sept '08».",
    "In the second week of «December» Ann",
    "ym mis «Hydref 2017»",
    "| MO, children | «05/08» to «11/10» |",
    "with him «11/10» to «10/01/12»",
    "in «May/June 2011»",
    "«Jan–March 2011»",
    "«Dec 10 – Feb 11»",
    "«January», «February» and «March 2011»",
    "seen in «03/2011»",
    "the «February» half-term",
    "moved by «March», when",
    "in «APRIL 2011»",
    "«Mar-11»",
    "turned 4 in the «November». She",
    "by the «March» of that year",
    "AT LORRY RECOVERY «SEPT»",
    "since «Sept», and in «Oct» again; until «Dec».",
    "| «Nov» | seen |",
    "every «May» they",
    "one «April» evening",
)
IGNORES = (
    "in 2009 for three weeks",
    "it may be; they march on",
    "May I ask you",
    "Mrs May said",
    "3/4 to 1/2 of them",
    "April said she was",
    "August institution",
    "Circular 4/2010",
    "447/2013 refers",
    "the review CPR 2/2019",
    "Jan Lomax",
    "reviewed in 12/12",
    "told Dec that Jan rang",
    "the March against cuts",
    "in Mar Thoma Church",
    "MAR CHART",
)

_YEAR = r"(?:\d{4}|['\u2019]\d{2})"
_MONTH_YEAR = re.compile(rf"\b{ANY_MONTH}(?: of|,)? {{1,2}}{_YEAR}\b|\b{SHORT_MONTH}[-/ ]\d{{2}}\b(?![:.]\d)")
_FIGURES = re.compile(r"(?<![\w/.-])(?<!No )(?<!SI )(?<!HC )(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/])")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,6} $")
_CIRCULAR = re.compile(r"(?i)(?:circular|no\.?|number|ref\.?|reference|volume|paper|guidance|wales|order) ?$")
_SOME_YEAR = r"(?:,? (?:19|20)\d\d\b| ['\u2019]\d\d\b| \d\d\b(?![:.]))"
_SPAN = re.compile(
    rf"\b{ANY_MONTH}{_SOME_YEAR}?(?:(?P<sign> ?[-\u2013/&] ?)|, | and ){ANY_MONTH}(?![a-z]){_SOME_YEAR}?(?:(?: ?[-\u2013/&] ?|, | and ){ANY_MONTH}(?![a-z]){_SOME_YEAR}?){{0,4}}"
)
_MONTH = re.compile(rf"{ANY_MONTH}{_SOME_YEAR}?")
_WELSH = re.compile(
    r"\b(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr) \d{4}\b"
)
_MONTHS_SPAN = re.compile(
    r"(?<![\w/.])(?P<a>(?:0[1-9]|[12]\d|3[01]|1[0-2])/\d\d) (?:to|until|till|-|\u2013) (?P<b>(?:0[1-9]|1[0-2]|[12]\d|3[01])/\d\d(?:/\d\d(?:\d\d)?)?)(?![\w/]|\.\d)"
)
_MONTHS_AFTER = re.compile(
    r"\b(?:(?:until|since|from|by|before|after|dated) (?=\d\d/\d\d)|in (?=\d\d/(?!12|52)))(?P<it>(?:0[1-9]|1[0-2])/\d\d)(?![\w/]|\.\d)"
)
_BARE = re.compile(rf"\b(?P<it>{MONTH})\b(?!['\u2019]s [a-z]|-[A-Z])")
_WORD_MONTH = re.compile(r"(?i:may|march)")
_CLEAR_BEFORE = re.compile(
    r"(?i)\b(?:in|since|until|till|during|throughout|early|late|mid|last|next|this|that|following|previous|every|each|between|very"
    rf"|in the|by the|of the|one|another|(?:{MONTH}) (?:and|to|or|until)|end of|start of|beginning of|middle of|month of|week of|weekend of|and by|by early|by late|by mid|by the end of)[ -]$"
)
_BY_MARCH = re.compile(r"(?i)\bby March$")
_SHORT_BARE = re.compile(
    r"\b(?P<it>Sept|SEPT|Nov|NOV|Oct|OCT|Feb|FEB|Aug|AUG|Dec|DEC|Jan|JAN|Apr|APR|Jun|JUN|Jul|JUL|Sep|SEP|Mar)\b\.?(?!['\u2019-]| [A-Z][a-z]| ?\d)"
)
_NAMES_TOO = ("dec", "jan", "jun", "apr", "jul", "mar", "sep")
_SAID_BEFORE = re.compile(r"\b(?:that|this|between|very|one|each|another) $")
_MONTH_AFTER = re.compile(rf" (?:and|to|or|until) (?:early |late |mid-)?{MONTH}\b")
_SOME_BEFORE = re.compile(
    r"(?i)\b(?:by|from|to|of|before|after|and|or|on|for|around|about|through|as of)[ -]$|[(/,\u2013-] ?$"
)
_START_BEFORE = re.compile(r"(?:^|\n|\| ?)$")
_START_AFTER = re.compile(
    r" ?(?:[:;,.|)\u2013-]|$)| (?:and|to|until|saw|was|in|at|he|she|they|the|brought|came|passed)\b"
)
_HALF_TERM = re.compile(r" half[- ]term\b")
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|PC|DC|DS|DI|SW|HV|Nurse|Sister|Judge|Sgt)\.? $"
)
_NEXT_NAME = re.compile(r" [A-Z][a-z]+")
_IS_VERB = re.compile(
    r" (?:I|we|you|he|she|it|they|be|have|not|also|the|well|said|told|asked|says|reported|stated|thinks|felt|explained|disclosed|attended|replied)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield months."""
    yield from matches(_MONTH_YEAR, text, "DATE", 0.97, "A month and a year")
    yield from matches(_WELSH, text, "DATE", 0.9, "A month and a year")
    yield from matches(_MONTHS_AFTER, text, "DATE", 0.75, "A month and a year in figures")
    for finding in matches(_FIGURES, text, "DATE", 0.85, "A month and a year in figures"):
        if not _CIRCULAR.search(before(text, finding.start, 15)) and not _ABBREVIATION.search(
            before(text, finding.start, 8)
        ):
            yield finding
    yield from _spans(text)
    for match in _MONTHS_SPAN.finditer(text):
        for group in ("a", "b"):
            yield Finding(*match.span(group), "DATE", 0.8, "", "From one month or day to another")
    yield from _bare_months(text)
    yield from _short_months(text)


def _spans(text: str) -> Iterator[Finding]:
    """Yield `May/June 2011` as one date, `January, February and March 2011` as three."""
    for match in _SPAN.finditer(text):
        if not re.search(r"\d", match.group()) and _NEXT_NAME.match(after(text, match.end())):
            continue
        spans = [match.span()] if match["sign"] else [m.span() for m in _MONTH.finditer(text, *match.span())]
        for start, end in spans:
            yield Finding(start, end, "DATE", 0.85, "", "From one month to another")


def _bare_months(text: str) -> Iterator[Finding]:
    """Yield months that stand alone; May and March, which are words and names too, only in clear company."""
    for finding in matches(_BARE, text, "DATE", 0.85, "The name of a month"):
        earlier, later = before(text, finding.start), after(text, finding.end)
        if _TITLE_BEFORE.search(earlier):
            continue
        word = bool(_WORD_MONTH.fullmatch(text, finding.start, finding.end))
        if _clear(text, finding, earlier, later) and not (word and _NEXT_NAME.match(later)):
            yield finding
        elif word or _NEXT_NAME.match(later) or _IS_VERB.match(later):
            continue
        elif _SOME_BEFORE.search(earlier) or (_START_BEFORE.search(earlier) and _START_AFTER.match(later)):
            yield Finding(finding.start, finding.end, "DATE", 0.7, "", finding.because)


def _short_months(text: str) -> Iterator[Finding]:
    """Yield months cut short that stand alone; those that are names or words too only in clear company."""
    for finding in matches(_SHORT_BARE, text, "DATE", 0.7, "The name of a month"):
        earlier = before(text, finding.start)
        doubtful = text[finding.start : finding.end].lower() in _NAMES_TOO
        if _TITLE_BEFORE.search(earlier) or (doubtful and _SAID_BEFORE.search(earlier)):
            continue
        if _CLEAR_BEFORE.search(earlier) or (not doubtful and _START_AFTER.match(after(text, finding.end))):
            yield finding


def _clear(text: str, finding: Finding, earlier: str, later: str) -> bool:
    """Return whether the words around leave no doubt that a month is meant."""
    return bool(
        _CLEAR_BEFORE.search(earlier)
        or _MONTH_AFTER.match(later)
        or _HALF_TERM.match(later)
        or _BY_MARCH.search(before(text, finding.end, 12))
    )
