"""Exact ages in figures and words: `aged 7 months`, `19-year-old`, `was 16 when`, an Age column of a table."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import CAPITALISED, LETTER, NUMBER_WORD, before

FINDS = (
    "aged «7 months» when",
    "a «19-year-old» man",
    "was «14 weeks» old",
    "now «3», lives",
    "at the age of «twelve» she",
    "Keziah, «nine», and",
    "Keziah («13»)",
    "he was «16» when they",
    "She is «31».",
    "«3 years and 3 months» old",
    "had just turned «eleven»,",
    "a boy of «four» was",
    "at «nine years» of age",
    "a «two year old» girl",
    "aged between «4» and «6»",
    "| Name | Age |\n| Ola Byrne | «12» |",
    "Name / DOB / Age\nOla Byrne / 01.02.03 / «13 months»\n",
    "the «six-week-old» baby",
    "Yusuf, «12», suggested it",
    "would soon be «18»; he",
    "in «nine weeks» of life",
    "DOB 1.2.03 (age «6»)",
    "Ola Ruth Byrne («22» at the time) and",
    "his stepbrother, «14», was there",
    "FATHER IS «26 YRS». MOTHER",
    "diagnosed with asthma at «6».",
    "came to Wales at «seven». He",
    "a boy of about «six», who",
    "on her «fifth» birthday",
    "She was in fact «seven years and two months».",
    "now «7 months» («4 months» corrected), and",
    "Recorded as «18-25», male",
    "thought to be «19 to 22»",
)
IGNORES = (
    "for 14 weeks he",
    "it was 16 miles",
    "the reading was 71. She",
    "Here is one, typed up",
    "there were 3 visits",
    "he was 20 minutes late",
    "aged care of 20 homes",
    "section (13) of",
    "the score is 11, with",
    "attendance was 71 per cent",
    "Year 6",
    "for nearly two years",
    "a father of 2 in",
    "Finding (2)",
    "seen at seven and again at nine o'clock",
    "arrived at 6.",
    "at 14 days",
    "the fiftieth birthday of the school",
    "Missing (2), three nights",
    "they were 18-25 minutes late",
    "the rate, 14, was high",
    "There were 26 YRS records",
    "4 months later",
)

_NUMBER = rf"(?:\d{{1,3}}(?:[.]5|\u00bd)?|(?i:{NUMBER_WORD}))"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?|hours?)"
_SPAN = rf"{_NUMBER}[ -]{_UNIT}(?:,? (?:and )?{_NUMBER} {_UNIT})?"
_BARE_END = (
    r"(?= ?(?:[.,;:)\]!?\u201d\"|/]|$|\n|(?:when|and|at|but|who|with|in|by|or|then|now|he|she|they|the|on|to|as|while|had|was|is|that)\b))"
    r"(?!\.\d|,\d|:\d|/\d)(?! (?:and|or|to) \d+ (?:miles|minutes|hours|visits))"
)
_OLD = re.compile(
    rf"\b(?P<it>(?:{_NUMBER}[ -](?i:{_UNIT})(?:,? (?:and )?{_NUMBER} {_UNIT})?[ -]old(?:s)?|{_NUMBER} ?(?:yo|y/o|yr old|yrs old))\b)"
)
_OF_AGE = re.compile(rf"\b(?P<it>{_SPAN})(?=['\u2019]? (?:old|of age|of life)\b)")
_AGED = re.compile(
    rf"\b(?i:aged|age[d:]?|ages)(?: (?:of|about|around|approximately|just|only|nearly|almost|between|from|was|is))*[: ]+"
    rf"(?:the )?(?P<it>{_SPAN}|{_NUMBER})\b(?!%|[.]\d|/\d|:\d| ?(?:per cent|minutes|miles|visits|homes))"
)
_AGED_SECOND = re.compile(
    rf"\b(?i:aged|ages) (?:between |from )?(?:{_SPAN}|{_NUMBER})(?:, (?:{_SPAN}|{_NUMBER}))*,? (?:and|to|or) (?P<it>{_SPAN}|{_NUMBER})\b"
)
_WAS = re.compile(
    rf"\b(?i:is|was|were|be|am|are|he['\u2019]s|she['\u2019]s|being|turned|became)"
    rf"(?: (?:now|then|only|just|still|nearly|almost|about|aged|already|barely|at (?:the|that) time))?,? (?P<it>{_SPAN}|{_NUMBER}){_BARE_END}"
)
_THEN = re.compile(
    rf"\b(?:(?i:now|then),? (?P<a>{_SPAN})|(?i:turning|turned|approaching|now|then|barely|nearly|almost|just) (?P<b>{NUMBER_WORD}|[1-9]\d?)){_BARE_END}"
)
_CHILD_OF = re.compile(
    rf"\b(?i:child|boy|girl|baby|son|daughter|lad|teenager|youth|infant|toddler|\w+(?:ress|ist|ant)) of (?P<it>{_SPAN}|{_NUMBER}){_BARE_END}"
)
_AT = re.compile(
    rf"\b(?i:at|from|until|since|when) (?P<it>(?:{NUMBER_WORD}|[1-9]\d?)(?: (?:years|months|weeks))?)(?=(?:,? (?:she|he|they|and [1-9]\d? (?:respectively)))\b)"
)
_RESPECTIVELY = re.compile(r"\b\d{1,2}(?:, \d{1,2})* and (?P<it>\d{1,2}) respectively")
_AFTER_NAME = re.compile(
    rf"\b{CAPITALISED},? \((?:aged? |now |then |was )?(?P<it>(?:1?\d{{1,2}})(?: (?:years|months|weeks|days))?)\)"
)
_APPOSED = re.compile(
    rf"\b(?:{CAPITALISED}|[A-Z]), (?P<it>(?:{_SPAN}|[1-9]\d?|{NUMBER_WORD})),(?= (?:[a-z]|[A-Z][a-z]))"
)
_KIN = (
    r"(?:(?:half-?|step-?|grand)?(?:brother|sister|son|daughter|child|mother|father|uncle|aunt|nephew|niece|cousin)"
    r"|partner|boyfriend|girlfriend|friend|husband|wife|sibling|twin|neighbour|boy|girl|man|woman|youth|teenager|male|female)"
)
_KIN_AGED = re.compile(rf"\b(?i:{_KIN})(?:, | \()(?P<it>{_SPAN}|[1-9]\d?|{NUMBER_WORD})(?=[,)])")
_AT_THE_TIME = re.compile(rf"\((?P<it>{_SPAN}|[1-9]\d?)(?= (?:at|by) (?:the|that) (?:time|date|point)\b)")
_YRS = re.compile(
    r"\b(?:[Ii]s|IS|AGED?|[A-Z]{3,}),? (?P<it>[1-9]\d? ?(?:YRS?|YEARS|MTHS|MONTHS|WKS|WEEKS))\b(?! [A-Z]+S\b)"
)
_CAME_AT = re.compile(
    rf"\b(?i:diagnosed|came|moved|died|orphaned|adopted|married|pregnant|arrived|left|born|taken|placed|mother|began|started|learned|learnt|lost|widowed|permanently)"
    rf"\b(?! by)(?: [\w'\u2019-]+){{1,6}} at (?P<it>[1-9]|1\d|{NUMBER_WORD})(?=[.,;)]|$| (?:and|with|when) )(?!\.\d)"
)
_OF_ABOUT = re.compile(
    rf"\b(?i:{_KIN}) of (?:about|around|perhaps|maybe|nearly|almost|only|just) (?P<it>{_SPAN}|{_NUMBER}){_BARE_END}"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|\d{1,2}(?:st|nd|rd|th))"
)
_BIRTHDAY = re.compile(
    rf"\b(?i:her|his|their|my|your|a|{LETTER}+['\u2019]s) (?P<it>{_ORDINAL})(?= birthdays?\b)"
)
_IN_FACT = re.compile(
    rf"\b(?i:is|was|were|be|am|now) (?:in fact |actually |by then |really |now )?(?P<it>{_NUMBER} {_UNIT} (?:and )?{_NUMBER} {_UNIT}){_BARE_END}"
)
_CORRECTED = re.compile(
    rf"(?P<it>\b{_NUMBER} {_UNIT})(?=,? (?:\(?(?:corrected|adjusted|chronological|gestation|actual)\b))"
)
_NOW_AND = re.compile(rf"\bnow,? (?P<it>{_NUMBER} {_UNIT})(?= ?\()")
_RANGE = re.compile(
    r"\b(?i:recorded as|described as|thought to be|believed to be|looked|looks|estimated (?:at|as)|(?:age|apparent age):?|appeared|put down as)(?: (?:about|aged))? "
    r"(?P<it>[1-9]\d?(?: ?[-\u2013] ?| to | or )[1-9]\d?)(?![\w%/:.]\d| (?:minutes|hours|miles|visits|per))"
)
_NOT_NAMES = re.compile(
    r"(?:Section|Sections|Chapter|Page|Figure|Table|Part|Regulation|Article|Appendix|Step|Finding|Recommendation|Year|Level|Tier|Grade|Band|Key|Stage"
    r"|Paragraph|Schedule|Standard|Version|Draft|Episode|Phase|Action|Question|Theme|Issue|It|There|This|That|Attendance|Score|Week|Day|Number|Missing|Note|Ibid|Visit|Call|Incident|Box|Item|Option)\b"
)
_NO_AGE_BEFORE = re.compile(
    r"(?i)\b(?:scores?|scored|attendance|weigh\w*|temperature|numbers?|total|centile|grade|level|figure|rates?|average|percentage|count|arrears|apgar"
    r"|bmi|haemoglobin|pulse|saturations?|length|circumference|quorum|cost|reading|scale|hba1c|here|which|these|results?|there|families|children|caseload|cases|visits|calls)\b[^.]{0,30}$"
)
_COLUMNS = re.compile(r" ?\| ?| / |\t|;\s")
_AGE_HEADING = re.compile(r"(?i)ages?\b(?! range)|current age|age (?:at|on|when|in)\b.*")
_AGE_CELL = re.compile(
    rf"(?i)\s*(?P<it>{_SPAN}|{_NUMBER}|\d{{1,2}}(?:m|w|y|yrs|mths|/12|/52))\s*(?:old)?(?:\s*\(.*\))?\s*"
)


def find(text: str) -> Iterator[Finding]:
    """Yield ages."""
    for pattern, score, because in (
        (_OLD, 0.97, "Says how old somebody is"),
        (_OF_AGE, 0.97, "Says how old somebody is"),
        (_AGED, 0.95, "A word for an age before it"),
        (_AGED_SECOND, 0.93, "A word for an age before it"),
        (_WAS, 0.75, "Says how old somebody is"),
        (_THEN, 0.6, "Says how old somebody is"),
        (_CHILD_OF, 0.75, "Says how old somebody is"),
        (_AT, 0.6, "Says how old somebody is"),
        (_RESPECTIVELY, 0.7, "Says how old somebody is"),
        (_AFTER_NAME, 0.7, "A number in brackets after a name, like an age"),
        (_APPOSED, 0.7, "A number after a name, like an age"),
        (_KIN_AGED, 0.8, "A number after a word for somebody, like an age"),
        (_AT_THE_TIME, 0.8, "Says how old somebody was"),
        (_YRS, 0.85, "Says how old somebody is"),
        (_CAME_AT, 0.6, "Says how old somebody was"),
        (_OF_ABOUT, 0.8, "Says how old somebody is"),
        (_BIRTHDAY, 0.85, "A birthday says how old somebody is"),
        (_IN_FACT, 0.85, "Says how old somebody is"),
        (_CORRECTED, 0.9, "Says how old a baby is"),
        (_NOW_AND, 0.8, "Says how old somebody is"),
        (_RANGE, 0.75, "Says about how old somebody is"),
    ):
        for match in pattern.finditer(text):
            group = match.lastgroup or 0
            value = re.match(r"\d+", match[group])
            unlikely = pattern in (_WAS, _THEN) and _NO_AGE_BEFORE.search(before(text, match.start()))
            if (
                not unlikely
                and not _NOT_NAMES.match(match.group())
                and not (value and int(value.group()) > 110)
            ):
                yield Finding(*match.span(group), "AGE", score, "", because)
    yield from _columns(text)


def _columns(text: str) -> Iterator[Finding]:
    """Yield the cells under a heading `Age`, in rows whose cells are parted by bars or slashes."""
    column = -1
    for line in re.finditer(r"[^\n]+", text):
        cells = _cells(line.group(), line.start())
        if len(cells) < 2:
            column = -1
            continue
        headings = [
            i for i, (start, end) in enumerate(cells) if _AGE_HEADING.fullmatch(text[start:end].strip())
        ]
        if headings:
            column = headings[0]
        elif 0 <= column < len(cells):
            cell = _AGE_CELL.fullmatch(text, *cells[column])
            if cell:
                yield Finding(*cell.span("it"), "AGE", 0.9, "", "Stands in a column headed Age")


def _cells(line: str, offset: int) -> list[tuple[int, int]]:
    """Return the (start, end) of each cell of a row."""
    cells, start = [], 0
    for gap in _COLUMNS.finditer(line):
        cells.append((offset + start, offset + gap.start()))
        start = gap.end()
    cells.append((offset + start, offset + len(line)))
    return cells
