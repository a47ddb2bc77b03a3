"""Dates that fix a day, in every written form; a year alone, a duration or a time of day is none."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import (
    ANY_MONTH,
    FIGURE,
    MONTH,
    SHORT_MONTH,
    WEEKDAY,
    after,
    before,
    matches,
    with_weekday,
)

FINDS = (
    "seen «Mon 3/4/11», and «11/2/16» seen",
    "on «12 March 2009» she",
    "on «12th March» and",
    "by «3 Nov» he",
    "«12/03/09» or «12.03.2009» or «2009-03-12»",
    "on the «14th»; he",
    "the «fourth of March 2010»",
    "«March 12, 2009»",
    "between «3» and «7 June 2011»",
    "on «3»-«5 May 2012»",
    "«19SEP14»",
    "seen «21 January», «11 February» and",
    "the «1st of June»",
    "the week of the «3rd of May»",
    "Between «24» and «26 March» she",
    "the weekend of «16» and «17 June 2018»,",
    "born «12 Mehefin 1984»",
    "on the afternoon of the «4th» Ann came",
    "«9» to «30 November 2015»",
    "the night of «4/5 June»",
    "«4th/5th June 2011»",
    "by the «12th inst.» he",
    "on «Tuesday the 4th of April» she",
    "on «weds 5th april»",
    "«2011-03-03»T14:35 and «03/03/11»@14:35, «03/03/11»-1435hrs",
    "«O3/O3/2011» (scanned)",
    "«I2th March 2O11»",
    "between «3rd» and «5th» he",
    "«3rd day of March 2011»",
    "the «third of March»",
    "«March the 3rd»",
    "DOB «030402»",
    "«03 03 2011»",
    "until «6th» then",
    "«Monday 3rd» came",
    "OR_rough_«2016-11-09»_final.docx",
    "«4/xi/2012» seen",
    "The «4th» of that month",
    "H. Pike / «25th»",
    "seen «25th», well; appt «28th»",
    "- «25th»: seen at home",
    "w/c «25th» and by «27th»",
    "from «25th» to «27th»",
    "«Sat 11.11», poppies",
    "«Fri 3.2»: no reply",
    "Tue «4» Feb, «Wed 5»",
    "«Tuesday 4» and «Wednesday 5 February»",
    "the Monday («5th») he",
    "the night of the «third» and «Sunday the third»",
    "the evening of «3rd»",
    "night of «3rd/4th»",
    "«3 Febuary 2014» and «12 novemeber»",
    "«3\\2\\2014»",
    "«3-Feb» and «4/Feb»",
)
IGNORES = (
    "in 2009 for three weeks",
    "the 9th centile, below the 2nd",
    "at 02.10 he",
    "section 1.12.3 of it",
    "paragraph 3/4",
    "the 3rd child",
    "Draft 4, seen",
    "24/7 care",
    "9/10 of them",
    "scored 9/10 to start",
    "the evening of the 4th floor do",
    "sections 9 to 30 of it",
    "paragraph 3.4.11",
    "version 1.2.11",
    "10 March Street",
    "3/12 later",
    "between the 25th and 50th centile",
    "Section 8 March",
    "on the 1st occasion",
    "as you may 3 times",
    "between 3 and 5 visits",
    "aged 3/12-6/12 of them",
    "copy 2 of 14, 9 of them",
    "3/4 of families\n9/10 of them",
    "| Pain | 9/10 | after |",
    "of 3/4 of it",
    "he came 25th of 30",
    "finished 4th, his best",
    "on the 25th, 50th and 75th centiles",
    "the Sat 9 people came",
    "open 24/7, and",
    "Sun 2 pm",
    "Mon 9am",
    "Mon 9.30 am",
    "Fri 10.45, seen",
    "his 16th, a party",
    "the third of them",
    "vision 20/6, worse",
    "after 6/12, as before",
)

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?: ?(?:st|nd|rd|th|ST|ND|RD|TH))?"
_DAY_WORD = (
    r"(?:(?:twenty|thirty)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_DAYS = frozenset([FIGURE, "twenty", "thirty", *re.findall(r"[a-z]{4,}", _DAY_WORD)])
_YEAR_AFTER = r"(?:(?:,? {1,2}(?:\d{4}|['\u2019]\d\d)| {1,2}\d\d(?![\d:.]))\b)"
_NO_STREET = r"(?! (?:Street|Road|Lane|Close|Avenue|House|Drive|Court|Terrace|Place|Crescent|Way)\b)"
_ANY_CASE = r"(?i:january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec|janurary|janury|febuary|feburary|februrary|feberuary|feb[ru]+ary|apirl|agust|augest|setember|septemeber|setpember|septmber|ocotber|octobr|ocober|novemeber|novmber|decemeber|decmber)"
_DAY_MONTH = re.compile(
    rf"\b(?:{_DAY}(?: day)?(?: of|,)?[ ]{{1,2}}|(?i:{_DAY_WORD}) (?:day )?of )(?:the )?(?:{ANY_MONTH}|{_ANY_CASE})(?![a-z]){_NO_STREET}{_YEAR_AFTER}?(?: \({WEEKDAY}\))?"
)
_SMALL_MONTH = re.compile(rf"\b{_DAY} (?:of )?(?:may|march|mar) (?:19|20)\d\d\b")
_SCANNED_MONTH = re.compile(
    rf"\b[0-3OIl]?[\dOIl](?: ?(?:st|nd|rd|th))? (?:{ANY_MONTH}|Apri[1I]|Ju[1I]y|[0O]ct[0o]ber|N[o0]vernber|N0vember|Decernber|Septernber|Mareh|Januarv|Februarv|Mav)(?: [12lI][09O][\dOIl]{{2}})?(?!\w)"
)
_GLUED = re.compile(
    rf"\b\d{{1,2}}(?:{SHORT_MONTH}|{MONTH})(?:\d{{4}}|\d{{2}})\b|\b\d{{1,2}}[-/.](?:{SHORT_MONTH}|{MONTH})[-/.](?:\d{{4}}|\d{{2}})\b|(?<![\w/.-])\d{{1,2}}[-/](?:{SHORT_MONTH}|{MONTH})\b(?![-/]\d)"
)
_MONTH_DAY = re.compile(
    rf"\b{ANY_MONTH} (?:the )?(?:{_DAY}(?:,? \d{{4}}\b|(?= *[,;)]| (?:and|at|he|she|they|when|to)\b))|(?:3[01]|[12]?\d)(?:st|nd|rd|th)\b|(?:3[01]|[12]?\d)(?=\.?$|\n))(?![\d:/%])",
    re.MULTILINE,
)
_MIDST = r"(?=$|[^\w/.-]|_|\.(?!\d)|-(?!\d\b|\d\d\b)|T\d\d:|\d{4}(?:hrs|h)\b)"
_NUMERIC = re.compile(
    rf"(?<![A-Za-z0-9./-])(?P<it>(?:(?:3[01]|[12]\d|0?[1-9])(?P<s> ?[/\\] ?|[.-])(?:1[0-2]|0?[1-9])(?P=s)(?:(?:19|20)\d\d|\d\d)"
    rf"|(?:19|20)\d\d(?P<t>[-/.])(?:1[0-2]|0[1-9])(?P=t)(?:3[01]|[12]\d|0[1-9]))){_MIDST}"
)
_SPACED = re.compile(
    r"(?<![\w/.-])(?<!\d )(?:(?:3[01]|[12]\d|0[1-9]) (?:1[0-2]|0[1-9]) (?:19|20)\d\d|(?:3[01]|[12]\d|0?[1-9])(?P<s>[./]) ?(?:1[0-2]|0?[1-9])(?P=s) ?(?:19|20)\d\d)(?![\w/]|[.-]\d| \d)"
)
_SCANNED = re.compile(
    r"(?<![\w./-])[0-3OIl]?[\dOIl](?P<s>[/.])[01OIl]?[\dOIl](?P=s)(?:[12Il][09O])?[\dOIl]{2}(?![\w/])"
)
_MISREAD = re.compile(r"\d[OIl]|[OIl]\d|[OIl][/.]|[A-Za-z][a-z]*[1I0]|rn|[ao]v\b|Mareh")
_BORN = re.compile(
    r"\b(?i:d\.?o\.?b\.?|date of birth|born|d\.?o\.?d\.?|b\.)(?: on)?[: ]{1,2}(?P<it>(?:3[01]|[12]\d|0[1-9])(?:1[0-2]|0[1-9])(?:(?:19|20)\d\d|\d\d)|\d{1,2}\. ?\d{1,2}\. ?\d{2,4})\b"
)
_LIST = re.compile(
    rf"(?:\b(?:[Oo]n|[Bb]etween|[Ff]rom|the|and|to|until|dates?:?|seen|visits?|,)|&) (?P<it>{_DAY})(?=(?: ?(?:,|and|or|to|&|-|\u2013|until) ?(?:(?:on|the) )?{_DAY}){{0,5}} ?(?:,|and|or|to|&|-|\u2013|until) ?"
    rf"(?:the )?{_DAY}(?: of)? {ANY_MONTH}(?![a-z]))(?![\d:/%])"
)
_OF_LIST = re.compile(rf"\bof (?P<it>{_DAY})(?= (?:and|to|or|-|\u2013) {_DAY}(?: of)? {ANY_MONTH}(?![a-z]))")
_SPAN = re.compile(
    rf"(?<![\w/.\u00a3-])(?<!\d )(?:(?:{_DAY}(?: ?[-\u2013/] ?(?:the )?))+{_DAY}|{_DAY}(?:(?:, | ?& ?| and ){_DAY}){{2,6}})(?: of)? {ANY_MONTH}(?![a-z]){_YEAR_AFTER}?"
)
_OPEN_LIST = re.compile(
    rf"(?:^|[:;(|] ?)(?P<it>{_DAY})(?=(?: ?(?:,|and|to|-|\u2013) ?{_DAY}){{0,5}} ?(?:and|to|-|\u2013) ?{_DAY} {ANY_MONTH}(?![a-z]))",
    re.MULTILINE,
)
_WELSH = re.compile(
    rf"\b{_DAY} (?:o )?(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)(?: \d{{4}})?\b"
)
_NTH = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)"
_PART_OF_DAY = re.compile(
    rf"\b(?i:morning|afternoon|evening|night|day|early hours|weekend|eve) of (?i:the )(?P<it>{_NTH})(?! [a-z]|\w)"
)
_STOPS = r"(?= ?(?:[.,;:)]|$|\n|(?:and|he|she|they|it|the|but|when|at|after|in|was|were|to|as|that|his|her|for|with|who|which|by|a|an|then|until|from|there|on|came)\b))"
_ORDINAL = re.compile(
    rf"\b(?:(?:on|by|until|till|before|since|from|dated|of|and|to|for) the|until|till|dated|from) (?P<it>{_NTH}){_STOPS}"
)
_BETWEEN = re.compile(rf"\bbetween (?:the )?(?P<a>{_NTH}) and (?:the )?(?P<b>{_NTH}){_STOPS}", re.IGNORECASE)
_WEEKDAY_NTH = re.compile(rf"(?<=[a-zA-Z.,] )(?P<it>{_NTH}\b){_STOPS}")
_NOTED = re.compile(
    rf"(?:^|[-\u2013/|(\u2022:;] ?|\b(?:seen|appt|visit|visited|phoned|rang|by|w/c|w/e|wb|on|from|until|till|booked|due|dated|since|to|of|met|came|home|[A-Z][a-z]+)[ ,]{{1,2}})(?P<it>(?!(?:1st|2nd|3rd)\)){_NTH}(?:/{_NTH})?)(?= ?(?:[.,;:)/|-]|$|\n|\u2013)| (?:seen|to|and|at|phoned|rang)\b)(?!, \d)",
    re.MULTILINE,
)
_RANKED = re.compile(
    r"(?i)\b(?:came|finished|placed|ranked|year|grade|her|his|their|the|a)[ ,]{1,2}$|centile"
)
_WEEKDAY_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.? (?:the )?"
    r"(?:(?:3[01]|[12]\d|[1-9])(?=[,;)]|$|\.(?!\d)| (?:and|&|to) )(?!,\d|.{0,3}[ap]\.?m\b)|(?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])(?!\d|\.\d|[ap]m| ?(?:[ap]\.?m|hrs|to|-)\b)(?=[,;:)]|$|\. )|(?<=the )(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|(?:twenty-|thirty-)?first|twentieth|thirtieth)\b(?! of\b))",
    re.MULTILINE,
)
_NIGHT_OF = re.compile(
    rf"\b(?i:morning|afternoon|evening|night|day) of the (?P<it>{_DAY_WORD})(?=[.,;:)]|$| (?:and|he|she|they|when|at|after|in|was|by|to)\b)|\b(?i:morning|afternoon|evening|night) of (?P<or_it>{_NTH}(?:/{_NTH})?)(?! [a-z])"
)
_INSTANT = re.compile(rf"\b{_NTH} (?:(?:inst|ult|prox)\b\.?|instant\b|ultimo\b|proximo\b)")
_ROMAN = re.compile(
    r"(?<![\w/.-])(?:3[01]|[12]\d|0?[1-9])(?P<s>[./-])(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2}|I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?P=s)(?:(?:19|20)\d\d|\d\d)\b"
)
_OF_MONTH = re.compile(r"\b[Tt]he (?P<it>(?:3[01]|[12]?\d)(?:st|nd|rd|th)) of (?:the|that|this) month\b")
_NUMBERING = re.compile(
    r"(?i)\b(?:paragraphs?|paras?|sections?|versions?|v|recommendations?|points?|items?|clauses?|tables?|figures?|see|chapters?|standards?|criteri(?:on|a)|actions?) $"
)
_SECTION = re.compile(r"(?i)\b(?:section|regulation|schedule|article|s\.?) $")
_BECAUSE = "Has the form of a date"
_PATTERNS = (
    (_GLUED, 0.95),
    (_MONTH_DAY, 0.9),
    (_SPACED, 0.9),
    (_BORN, 0.95),
    (_SPAN, 0.85),
    (_LIST, 0.85),
    (_OF_LIST, 0.85),
    (_WELSH, 0.9),
    (_OPEN_LIST, 0.8),
    (_PART_OF_DAY, 0.8),
    (_INSTANT, 0.9),
    (_ROMAN, 0.9),
    (_WEEKDAY_DAY, 0.75),
    (_NIGHT_OF, 0.75),
)


def find(text: str) -> Iterator[Finding]:
    """Yield dates."""
    for pattern, score in _PATTERNS:
        yield from matches(pattern, text, "DATE", score, _BECAUSE)
    for finding in (*_whole_dates(text), *_scanned(text)):
        yield with_weekday(text, finding)
    yield from _days_alone(text)


def _whole_dates(text: str) -> Iterator[Finding]:
    """Yield day and month in words or figures, the numbers of paragraphs and sections left out."""
    yield from matches(_SMALL_MONTH, text, "DATE", 0.9, _BECAUSE)
    for finding in matches(_DAY_MONTH, text, "DATE", 0.98, _BECAUSE, leads=_DAYS):
        if not _SECTION.search(before(text, finding.start, 12)):
            yield finding
    for finding in matches(_NUMERIC, text, "DATE", 0.96, _BECAUSE):
        dotted = "." in text[finding.start : finding.end]
        if not (dotted and _NUMBERING.search(before(text, finding.start, 20))):
            yield finding


def _scanned(text: str) -> Iterator[Finding]:
    """Yield dates in which a scan has made letters of figures."""
    for pattern in (_SCANNED, _SCANNED_MONTH):
        for finding in matches(pattern, text, "DATE", 0.7, "Reads like a badly scanned date"):
            if _MISREAD.search(text, finding.start, finding.end):
                yield finding


def _days_alone(text: str) -> Iterator[Finding]:
    """Yield days of the month without a month, centiles left out."""
    for match in _WEEKDAY_NTH.finditer(text):
        first = Finding(*match.span("it"), "DATE", 0.8, "", "A day of the month")
        whole = with_weekday(text, first)
        if whole is not first:
            yield whole
    for match in _NOTED.finditer(text):
        around = before(text, match.start("it"), 12) + after(text, match.end(), 60)
        if not _RANKED.search(before(text, match.start("it"), 12)) and "centile" not in around:
            yield Finding(*match.span("it"), "DATE", 0.65, "", "A day of the month")
    for pattern in (_ORDINAL, _OF_MONTH, _BETWEEN):
        for match in pattern.finditer(text):
            around = before(text, match.start(), 90) + after(text, match.end(), 60)
            if "centile" not in around:
                for group in range(1, pattern.groups + 1):
                    yield Finding(*match.span(group), "DATE", 0.8, "", "A day of the month")
