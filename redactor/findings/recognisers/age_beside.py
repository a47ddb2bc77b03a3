"""Ages beside a name or a word for somebody: `Keziah (13)`, `his sister, 14, was`, `Mum 24`, `Jake 9, Ella 7`."""

import re
from collections.abc import Iterator

from redactor.findings.ages import AGE, NOT_NAMES, SPAN, WORD, likely, more, which
from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.patterns import CAPITALISED, FIGURE, any_of, before, led

FINDS = (
    "grandson Robbie, «11⁄2». Broken",  # how 1½ is read
    "Keziah, «nine», and",
    "Keziah («13»)",
    "Yusuf, «12», suggested it",
    "Ola Ruth Byrne («22» at the time) and",
    "his stepbrother, «14», was there",
    "«M/34» and a «22F» presented",
    "DOB 3.4.02 («7»)",
    "her children («9», «7» and «2»)",
    "Jake «9», Ella «7»",
    "the twins («4»)",
    "Mum is «24», Dad «26»",
    "MGM, «51»,",
    "Michael Ward («26»), known as Mikey",
    "Rebaz Karim («16» now, placed here)",
    "dob 02.01.2004, «12»)",
    "his baby sister, «4 months» at the time",
    "dau SKY «15» SEN and son JAY «9»",
    "sister Amber «3» present; grandson Robbie, «1½».",
    "children «6», «4» and «2» were seen; kids «6» & «4»",
    "Ola (F, «6»), Jon, M, «9», and",
    "the youngest, «2», slept",
    "three under five: «4», «2» and «8 months»",
    "Ola («6»), Jon («4») and Bea («8m»)",
)
IGNORES = (
    "section (13) of",
    "Year 6",
    "Finding (2)",
    "Missing (2), three nights",
    "the rate, 14, was high",
    "Cases (14) and Referrals (22)",
    "a mother of three",
    "Section 3, Section 4",
    "Child 1, Child 2 and Child 3",
    "in bed 22F",
    "found in Liverpool (9) and Cardiff (4)",
    "the YRO, 12 months, with",
    "son Jay 9 times",
    "children 6 of them",
    "mother Ann 2 hours later",
    "his sister Amber 3 days later",
    "Mum Kelly 4 visits",
    "the children, 2 of whom",
    "Section F, 6 pages",
)

_KIN = (
    r"(?:(?:half-?|step-?|grand)?(?:brother|sister|son|daughter|child|mother|father|uncle|aunt|nephew|niece|cousin)"
    r"|partner|boyfriend|girlfriend|friend|husband|wife|sibling(?: \d)?|twins?|neighbour|boy|girl|man|woman|youth|teenager|male|female"
    r"|baby|youngest|eldest|oldest|mum|dad|mam|nan|gran|grandma|grandad|children|siblings|brothers|sisters|sons|daughters|boys|girls|[MP]G[MF])"
)
_AFTER_NAME = re.compile(
    rf"\b(?P<who>{CAPITALISED}(?: {CAPITALISED}){{0,2}}),? \((?:aged? |now |then |was |nearly |almost )?(?P<it>(?:1?\d{{1,2}})(?: ?(?:years|months|weeks|days|yrs|mths|m\b|y\b|w\b))?)(?:\)|(?: now| then|,)(?=[ ,]))"
)
_AFTER_DATE = re.compile(
    r"(?i)(?:\d[/.-]\d{2,4}|\b(?:19|20)\d\d) \((?P<it>1?\d{1,2}(?: ?(?:years|months|weeks|days|yrs|mths))?)\)|\b(?:dob|born) [\d/. -]{6,10}, (?P<b>1?\d{1,2})(?=[),;])"
)
_APPOSED = re.compile(
    rf"\b(?![A-Z]{{3,4}}, \d+ (?:months|years))(?:{CAPITALISED}|[A-Z]), (?P<it>(?:{SPAN}|[1-9]\d?|(?i:{WORD})))(?:,(?= (?:[a-z]|[A-Z][a-z]))|(?<=\d\d);)"
)
_KIN_BEFORE = re.compile(rf"\b(?i:{_KIN})$")
_BESIDE_KIN = re.compile(
    rf"(?<=[a-zMPGF\d])(?:, | \((?:aged? |now |then )?)(?P<it>{SPAN}|[1-9]\d?|(?i:{WORD}))(?=[,);.]|$| \(| at the time\b| and \d{{1,2}}[,).])(?!\.\d|,\d)"
    r"|(?<=[a-zMPGF])(?: is)?(?: -)? (?P<a>[1-9]\d|\d[\u00bc-\u00be]|\d{1,2} (?:mths|months|yrs|wks))(?=[,;)]|\.?$)"
)
_NAMES_AGED = re.compile(
    rf"\b{CAPITALISED} [1-9]\d?(?:(?:, and|,|;| and) {CAPITALISED} [1-9]\d?(?![\w/:%]|[.,]\d)){{1,8}}"
)
_NAME_AGED = re.compile(rf"({CAPITALISED}) ([1-9]\d?)\b")
_SEXED = re.compile(r"(?<![\w\u00a3.,/-])(?P<it>[MF]/[1-9]\d|[1-9]\d[MF])(?=[ ,;.)]|$)(?!\.\d)")
_AT_THE_TIME = re.compile(rf"\((?P<it>{SPAN}|[1-9]\d?)(?= (?:at|by) (?:the|that) (?:time|date|point)\b)")
_KIN_NAMED = re.compile(
    rf"\b(?i:dau(?:ghter)?|(?:step|grand|half-)?(?:son|daughter|brother|sister)|bro|sis|baby|cousin|niece|nephew|twin|mum|dad|partner|neighbour)\.? (?:{CAPITALISED} ){{0,2}}{CAPITALISED},? (?P<it>[1-9]\d?(?:[\u00bc-\u00be]|[13]\u2044[24]|(?: ?(?:m|mths|months|yrs|wks|weeks))?\b))"
    r"(?=[.,;)]|$| [A-Z(]| (?:and|present|seen|asleep|home|at|in|with|was|is|has|had|who|SEN)\b)(?![.,:/]\d)(?! (?:at|in) [\da-z]+ (?:visits|times))"
)
_CHILDREN = re.compile(
    rf"\b(?:[Cc]hildren|[Kk]ids|[Bb]oys|[Gg]irls|[Ss]iblings|[Bb]rothers|[Ss]isters|under (?:five|ten)|under-\w+):?,? (?P<it>[1-9]\d?)(?=(?:, [1-9]\d?)*,? ?(?:and|&) {AGE}(?:[.,;)]|$| (?:were|was|at|seen|all|months|who|in|home)\b))"
)
_SEX_AGE = re.compile(rf"\b{CAPITALISED}(?:,| \() ?[MF], (?P<it>[1-9]\d?)(?=[,;)]|\.?$)")
_PLACES = re.compile(
    r"(?i)\b(?:bed|bay|room|ward|flat|form|seat|gate|level|grade|band|unit|class|cell|block|floor|number|no\.?) $"
)
_KIN_WORDS = any_of(
    "dau daughter stepdaughter granddaughter son stepson grandson brother stepbrother sister stepsister step grand half bro sis baby cousin niece nephew twin mum dad partner neighbour"
)
_MANY = any_of("children kids boys girls siblings brothers sisters under")
_PATTERNS = (  # the pattern, the words it begins with where they are few, how sure it is, and why
    (_AFTER_NAME, None, 0.7, "A number in brackets after a name, like an age"),
    (_AFTER_DATE, None, 0.7, "A number in brackets after a date of birth, like an age"),
    (_APPOSED, None, 0.7, "A number after a name, like an age"),
    (_AT_THE_TIME, None, 0.8, "Says how old somebody was"),
    (_KIN_NAMED, _KIN_WORDS, 0.7, "A number after a name, like an age"),
    (_CHILDREN, _MANY, 0.7, "A number after a word for somebody, like an age"),
    (_SEX_AGE, None, 0.75, "An age with a letter for man or woman"),
)


def find(text: str) -> Iterator[Finding]:
    """Yield ages beside a name or a word for somebody."""
    for pattern, leads, score, because in _PATTERNS:
        for match in led(pattern, text, leads) if leads else pattern.finditer(text):
            if likely(match, in_doubt=False):
                yield Finding(*match.span(which(match)), "AGE", score, "", because)
                if pattern in (_AFTER_NAME, _CHILDREN):
                    yield from more(text, match.end(which(match)), score)
    yield from _beside_kin(text)
    yield from _names_with_ages(text)
    for match in led(_SEXED, text, frozenset(["m", "f", FIGURE])):
        if not _PLACES.search(before(text, match.start())):
            yield Finding(*match.span(), "AGE", 0.6, "", "An age with a letter for man or woman")


def _beside_kin(text: str) -> Iterator[Finding]:
    """Yield numbers after a word for somebody: `his sister, 14, was`, `Mum 24, Dad 26`."""
    for match in _BESIDE_KIN.finditer(text):
        if _KIN_BEFORE.search(before(text, match.start(), 15)) and likely(match, in_doubt=False):
            place = match.span(which(match))
            yield Finding(*place, "AGE", 0.75, "", "A number after a word for somebody, like an age")
            yield from more(text, place[1], 0.75)


def _names_with_ages(text: str) -> Iterator[Finding]:
    """Yield ages in a row of names: `Jake 9, Ella 7`."""
    for row in _NAMES_AGED.finditer(text):
        names = list(_NAME_AGED.finditer(text, *row.span()))
        if not any(is_ordinary(name[1]) or NOT_NAMES.match(name[1]) for name in names):
            for name in names:
                yield Finding(*name.span(2), "AGE", 0.7, "", "A number after a name, like an age")
