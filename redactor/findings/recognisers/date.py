"""Calendar dates in every written form; a year alone, a duration or a time of day is none."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import ANY_MONTH, MONTH, SHORT_MONTH, after, before, matches

FINDS = (
    "on «12 March 2009» she",
    "on «12th March» and",
    "by «3 Nov» he",
    "«March 2009»",
    "«12/03/09» or «12.03.2009» or «2009-03-12»",
    "on the «14th»; he",
    "«Boxing Day 2008»",
    "at «Easter Sunday»",
    "the «fourth of March 2010»",
    "«March 12, 2009»",
    "in «April» and «May 2014»",
    "between «3» and «7 June 2011»",
    "on «3»-«5 May 2012»",
    "In «May» he moved",
    "between «January» and «March». He",
    "Pregnancy: «May» to «July 2015»",
    "by early «December»",
    "«19SEP14»",
    "seen «21 January», «11 February» and",
    "until «Sept '08».",
    "the «1st of June»",
    "on «30/4»,",
    "at «Diwali» they",
    "the week of the «3rd of May»",
    "the weekend of «16» and «17 June 2018»,",
    "In the second week of «December» Ann",
    "born «12 Mehefin 1984»",
    "ym mis «Hydref 2017»",
    "On «Noswyl Nadolig 2018» they",
    "on the afternoon of the «4th» Ann came",
    "| MO, children | «05/08» to «11/10» |",
    "with him «11/10» to «10/01/12»",
    "«9» to «30 November 2015»",
)
IGNORES = (
    "in 2009 for three weeks",
    "the 9th centile, below the 2nd",
    "at 02.10 he",
    "it may be; they march on",
    "section 1.12.3 of it",
    "May I ask you",
    "paragraph 3/4",
    "Mrs May said",
    "the 3rd child",
    "Draft 4, seen",
    "24/7 care",
    "9/10 of them",
    "the Easter holidays",
    "scored 9/10 to start",
    "the evening of the 4th floor do",
    "sections 9 to 30 of it",
    "3/4 to 1/2 of them",
)

_YEAR = r"(?:\d{4}|['\u2019]\d{2})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?: ?(?:st|nd|rd|th|ST|ND|RD|TH))?"
_DAY_WORD = (
    r"(?:(?:twenty|thirty)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_DAY_MONTH = re.compile(
    rf"\b(?:{_DAY}(?: of|,)?[ ]{{1,2}}|(?i:{_DAY_WORD}) of )(?:the )?{ANY_MONTH}(?![a-z])(?:(?:,? {{1,2}}(?:\d{{4}}|['\u2019]\d\d)| {{1,2}}\d\d(?![\d:.]))\b)?"
)
_GLUED = re.compile(
    rf"\b\d{{1,2}}(?:{SHORT_MONTH}|{MONTH})(?:\d{{4}}|\d{{2}})\b|\b\d{{1,2}}[-/.](?:{SHORT_MONTH}|{MONTH})[-/.](?:\d{{4}}|\d{{2}})\b"
)
_MONTH_DAY = re.compile(
    rf"\b{ANY_MONTH} {_DAY}(?:,? \d{{4}}\b|(?= *[,;)]| (?:and|at|he|she|they|when|to|when)\b))(?![\d:/%])"
)
_MONTH_YEAR = re.compile(rf"\b{ANY_MONTH}(?: of|,)? {{1,2}}{_YEAR}\b|\b{SHORT_MONTH}[-/ ]\d{{2}}\b(?![:.]\d)")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?:3[01]|[12]\d|0?[1-9])(?P<s>[/.-])(?:1[0-2]|0?[1-9])(?P=s)(?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d(?P<t>[-/.])(?:1[0-2]|0[1-9])(?P=t)(?:3[01]|[12]\d|0[1-9]))(?![\w/]|[.-]\d)"
)
_SHORT_NUMERIC = re.compile(
    r"\b(?:on|until|since|from|by|dated) (?P<it>(?:3[01]|[12]\d|0?[1-9])/(?:1[0-2]|0?[1-9]))(?![\w/]|\.\d)"
)
_LIST = re.compile(
    rf"\b(?:on|between|from|the|and|to|until|dates?:?|,) (?P<it>{_DAY})(?=(?: ?(?:,|and|or|to|&|-|\u2013|until) ?(?:(?:on|the) )?{_DAY}){{0,5}} ?(?:,|and|or|to|&|-|\u2013|until) ?"
    rf"(?:the )?{_DAY}(?: of)? {ANY_MONTH}(?![a-z]))(?![\d:/%])"
)
_WELSH_MONTH = r"(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)"
_WELSH = re.compile(
    rf"\b(?:{_DAY} (?:o )?{_WELSH_MONTH}(?: \d{{4}})?|{_WELSH_MONTH} \d{{4}})\b"
    r"|\b(?:Noswyl Nadolig|(?:Dydd )?Nadolig|Dydd Calan|Nos Galan|Calan Gaeaf|Calan Mai|Gŵyl Dewi|Dydd Gŵyl (?:Dewi|Steffan)|Y Pasg|Sulgwyn)\b(?: \d{4}\b)?"
)
_MONTHS_SPAN = re.compile(
    r"(?<![\w/.])(?P<a>(?:0[1-9]|[12]\d|3[01]|1[0-2])/\d\d) (?:to|until|till|-|\u2013) (?P<b>(?:0[1-9]|1[0-2]|[12]\d|3[01])/\d\d(?:/\d\d(?:\d\d)?)?)(?![\w/]|\.\d)"
)
_MONTHS_AFTER = re.compile(
    r"\b(?:until|since|from|by|before|after|dated|in) (?P<it>(?:0[1-9]|1[0-2])/\d\d)(?![\w/]|\.\d)"
)
_OF_LIST = re.compile(rf"\bof (?P<it>{_DAY})(?= (?:and|to|or|-|\u2013) {_DAY}(?: of)? {ANY_MONTH}(?![a-z]))")
_OPEN_LIST = re.compile(
    rf"(?:^|[:;(|] ?)(?P<it>{_DAY})(?=(?: ?(?:,|and|to|-|\u2013) ?{_DAY}){{0,5}} ?(?:and|to|-|\u2013) ?{_DAY} {ANY_MONTH}(?![a-z]))",
    re.MULTILINE,
)
_PART_OF_DAY = re.compile(
    r"\b(?i:morning|afternoon|evening|night|day|early hours|weekend|eve) of (?i:the )(?P<it>(?:3[01]|[12]?\d)(?:st|nd|rd|th))(?! [a-z]|\w)"
)
_FEAST = re.compile(
    r"\b(?:Boxing Day|Christmas (?:Day|Eve)|New Year['\u2019]?s (?:Day|Eve)|Good Friday|Easter (?:Sunday|Monday|Saturday|Day)|Palm Sunday"
    r"|Maundy Thursday|Ash Wednesday|Shrove Tuesday|Pancake Day|Mothering Sunday|Mother['\u2019]s Day|Father['\u2019]s Day"
    r"|Valentine['\u2019]s Day|St (?:Patrick|David|George|Andrew)['\u2019]s (?:Day|day)|Whit (?:Sunday|Monday)|Bonfire Night|Guy Fawkes Night"
    r"|Hallowe['\u2019]?en|Remembrance (?:Sunday|Day)|Armistice Day|Diwali|Divali|Vaisakhi|Baisakhi|Holi|Eid(?: al[- ](?:Fitr|Adha)|-ul-\w+)?"
    r"|Hanukkah|Chanukah|Passover|Pesach|Yom Kippur|Rosh Hashanah|(?:Chinese|Lunar) New Year|Nowruz|Midsummer(?:'s)? (?:Day|Eve)"
    r"|Twelfth Night|May Day|Burns Night|(?:Spring|August|May|Easter) Bank Holiday(?: Monday)?|Hogmanay|All Saints['\u2019]? Day"
    r"|Candlemas|Epiphany|Janmashtami|Navratri|Gurpurab|Wesak|Vesak)\b(?:,? (?:in )?(?:19|20)\d\d\b)?"
)
_FEAST_YEAR = re.compile(
    r"\b(?:Easter|Christmas|Ramadan|Whitsun|Lent|Pentecost|New Year|Halloween)(?:,| in)? (?:19|20)\d\d\b"
)
_ORDINAL = re.compile(
    r"\b(?:on|by|until|till|before|since|from|dated|of|and|to|for) (?:the )(?P<it>(?:3[01]|[12]?\d)(?:st|nd|rd|th))"
    r"(?= ?(?:[.,;:)]|$|\n|(?:and|he|she|they|it|the|but|when|at|after|in|was|were|to|as|that|his|her|for|with|who|which|by|a|an)\b))"
)
_OF_MONTH = re.compile(r"\bthe (?P<it>(?:3[01]|[12]?\d)(?:st|nd|rd|th)) of (?:the|that|this) month\b")
_BARE = re.compile(rf"\b(?P<it>{MONTH})\b(?!['\u2019]s [a-z]|-[A-Z])")
_WORD_MONTH = re.compile(r"(?i:may|march)")
_CLEAR_BEFORE = re.compile(
    r"(?i)\b(?:in|since|until|till|during|throughout|early|late|mid|last|next|this|that|following|previous|every|each|between"
    rf"|(?:{MONTH}) (?:and|to|or|until)|end of|start of|beginning of|middle of|month of|week of|weekend of|and by|by early|by late|by mid|by the end of)[ -]$"
)
_MONTH_AFTER = re.compile(rf" (?:and|to|or|until) (?:early |late |mid-)?{MONTH}\b")
_SOME_BEFORE = re.compile(
    r"(?i)\b(?:by|from|to|of|before|after|and|or|on|for|around|about|through|as of)[ -]$|[(/,\u2013-] ?$|(?:^|\n|\| ?)$"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Lord|PC|DC|DS|DI|SW|HV|Nurse|Sister|Judge|Sgt)\.? $"
)
_NEXT_NAME = re.compile(r" [A-Z][a-z]+")
_IS_VERB = re.compile(r" (?:I|we|you|he|she|it|they|be|have|not|also|the|well)\b")


def find(text: str) -> Iterator[Finding]:
    """Yield dates."""
    for pattern, score in (
        (_DAY_MONTH, 0.98),
        (_GLUED, 0.95),
        (_MONTH_DAY, 0.9),
        (_MONTH_YEAR, 0.97),
        (_NUMERIC, 0.96),
        (_SHORT_NUMERIC, 0.8),
        (_LIST, 0.85),
        (_FEAST, 0.93),
        (_WELSH, 0.9),
        (_OF_LIST, 0.85),
        (_OPEN_LIST, 0.8),
        (_PART_OF_DAY, 0.8),
        (_MONTHS_AFTER, 0.75),
        (_FEAST_YEAR, 0.93),
    ):
        yield from matches(pattern, text, "DATE", score, "Has the form of a date")
    for match in _MONTHS_SPAN.finditer(text):
        for group in ("a", "b"):
            yield Finding(*match.span(group), "DATE", 0.8, "", "From one month or day to another")
    for pattern in (_ORDINAL, _OF_MONTH):
        for finding in matches(pattern, text, "DATE", 0.8, "A day of the month"):
            if not re.search(
                "centile|percentile", before(text, finding.start, 90) + after(text, finding.end, 60)
            ):
                yield finding
    yield from _bare_months(text)


def _bare_months(text: str) -> Iterator[Finding]:
    """Yield months that stand alone; May and March, which are words and names too, only in clear company."""
    for finding in matches(_BARE, text, "DATE", 0.85, "The name of a month"):
        earlier, later = before(text, finding.start), after(text, finding.end)
        if _TITLE_BEFORE.search(earlier):
            continue
        word = bool(_WORD_MONTH.fullmatch(text, finding.start, finding.end))
        if (_CLEAR_BEFORE.search(earlier) or _MONTH_AFTER.match(later)) and not (
            word and _NEXT_NAME.match(later)
        ):
            yield finding
        elif word or _NEXT_NAME.match(later) or _IS_VERB.match(later):
            continue
        elif _SOME_BEFORE.search(earlier):
            yield Finding(finding.start, finding.end, "DATE", 0.7, "", finding.because)
