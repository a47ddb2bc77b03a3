"""Days and months in figures without a year: `seen on 3/3`, `9/10` at the beginning of an entry of a log."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import WEEKDAY, before, matches, with_weekday

FINDS = (
    "on «30/4»,",
    "seen «Tues 4/4»",
    "on «30/5-2/6» they",
    "seen on «3/3» and «17/3»",
    "«12/2» – phoned, d/c «28/2» noted",
    "   «2/11» OB asleep by ten.\n   «9/11» Same jumper.",
    "| «9/10» | home, Hanna | seen |",
    "«8/2» 14:30 rang",
    "entry of «2/11» and the «3/4» letter",
    "T/C «12/3» from, Entry «12/4»: and Rang «13/4».",
    "«12/3» phone call",
    "after «2/11», not before «3/11»;",
    "between «3/2» & «7/2»",
    "opened «18/2», by him",
    '"«29/6». Call to office"',
    "EDD «3/2»",
)
IGNORES = (
    "paragraph 3/4",
    "24/7 care",
    "9/10 of them",
    "scored 9/10 to start",
    "3/12 later",
    "aged 3/12-6/12 of them",
    "3/4 of families\n9/10 of them",
    "| Pain | 9/10 | after |",
    "of 3/4 of it",
    "open 24/7, and",
    "vision 20/6, worse",
    "after 6/12, as before",
)

_SHORT = r"(?:3[01]|[12]\d|0?[1-9])/(?:1[0-2]|0?[1-9])"
_SHORT_ALONE = re.compile(rf"(?<= ){_SHORT}(?![\w/]|\.\d)")
_SHORT_BEFORE = re.compile(
    rf"\b(?i:on|until|since|from|by|dated|overnight|w/c|w/e|wb|week (?:commencing|ending|beginning)|visit(?:ed)?|telephoned|rang|tel|d/c|adm|admitted|seen|dna|due|booked|opened|edd|lmp|appt|appointment|meeting|strat|conference|review|h/v|hv|o/v|t/c|entry"
    rf"|(?:entry|entries|note|notes|letter|email|log|call|visit|meeting|report|text) (?:of|for)|{WEEKDAY}) $"
)
_SHORT_AROUND = re.compile(
    rf"\b(?:(?:after|before|between|till|of|for|and) (?P<a>{_SHORT})(?=[,;)]|\.$| &| (?:she|he|they|but|not|which|who)\b)(?<!/12)(?<!/52)|(?:the|that|his|her|your|my) (?P<b>{_SHORT})(?= (?:letter|entry|visit|call|meeting|email|note|strat|conference|review|appointment|report|incident|referral)\b))"
)
_LOG_ENTRY = re.compile(
    rf"^(?:[ \t>*\u2022-]*(?P<it>{_SHORT})(?=(?: {{1,4}}|\t)(?!of\b|per\b|[a-z]{{3,}} (?:of|per)\b)[\w(\"\u201c])| ?\| ?(?P<cell>{_SHORT})(?= ?\|))",
    re.MULTILINE,
)
_CLOCK = re.compile(
    r" (?:phone|tel|t/c|T/C|TC|call|visit|h/v|H/V|HV|seen|email|letter|rang|text|DNA|dna|meeting|strat|note|review|d/w|sms|msg|home|office|school)\b| {1,3}(?:[01]?\d|2[0-3])[:.]?[0-5]\d\b"
)
_SHORT_ENTRY = re.compile(
    r"(?:(?<=\. )|(?<=; )|^)(?P<it>(?:3[01]|[12]\d|0?[1-9])/(?:1[12]|0?[1-9]))(?= ?(?:[\u2013-] |: ))|(?:^|[ (])[\"\u201c](?P<or_it>(?:3[01]|[12]\d|0?[1-9])/(?:1[12]|0?[1-9]))(?=\.? [A-Z])",
    re.MULTILINE,
)
_SHORT_MORE = re.compile(rf"(?: ?[,&] ?| and | to | ?[-\u2013] ?)(?P<it>{_SHORT})(?![\w/]|\.\d)")
_SHORT_SPAN = re.compile(
    r"(?<![\w/.])(?:3[01]|[12]\d|0?[1-9])/(?:1[12]|0?[1-9]) ?[-\u2013] ?(?:3[01]|[12]\d|0?[1-9])/(?:11|0?[1-9])(?![\w/])"
)
_PAST_TWELVE = re.compile(
    r"(?<=[ (\"\u201c])(?!24/7|20/20|16/8|20/[1-9])(?P<it>(?:1[3-9]|2\d|3[01])/(?:1[0-2]|0?[1-9]))(?=[.,;:)](?!\d)|$)",
    re.MULTILINE,
)
_BECAUSE = "Has the form of a date"


def find(text: str) -> Iterator[Finding]:
    """Yield days and months in figures."""
    if "/" not in text:
        return
    yield from matches(_SHORT_SPAN, text, "DATE", 0.7, _BECAUSE)
    yield from matches(_SHORT_ENTRY, text, "DATE", 0.7, _BECAUSE)
    yield from matches(_PAST_TWELVE, text, "DATE", 0.65, _BECAUSE)
    yield from _short(text)
    yield from _log_entries(text)


def _short(text: str) -> Iterator[Finding]:
    """Yield days and months in figures without a year, and those listed after the first."""
    for match in _SHORT_ALONE.finditer(text):
        if not _SHORT_BEFORE.search(before(text, match.start(), 25)):
            continue
        yield with_weekday(text, Finding(*match.span(), "DATE", 0.8, "", _BECAUSE))
        following = _SHORT_MORE.match(text, match.end())
        while following:
            yield Finding(*following.span("it"), "DATE", 0.8, "", _BECAUSE)
            following = _SHORT_MORE.match(text, following.end())


def _log_entries(text: str) -> Iterator[Finding]:
    """Yield days and months in figures that begin the lines of a log: two of them, one in a table, or one with a time."""
    entries = list(_LOG_ENTRY.finditer(text))
    for match in entries:
        group = "cell" if match["cell"] else "it"
        if match["cell"] or len(entries) > 1 or _CLOCK.match(text, match.end()):
            yield Finding(*match.span(group), "DATE", 0.75, "", "Begins an entry of a log, like a date")
    for match in _SHORT_AROUND.finditer(text):
        group = "a" if match["a"] else "b"
        yield Finding(*match.span(group), "DATE", 0.7, "", _BECAUSE)
        following = _SHORT_MORE.match(text, match.end(group))
        if following:
            yield Finding(*following.span("it"), "DATE", 0.7, "", _BECAUSE)
