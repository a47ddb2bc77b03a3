"""Telephone numbers in every written form (Ofcom's National Telephone Numbering Plan), extensions and bleeps."""

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
    "«01632/960114» or «07700.900.355»",
    "«(0161)4960114» and «02079460114»",
    "«01632 960114/5»",
    "«01632 960114 or 960115»",
    "«01632 960114 (226)»",
    "ring the ward on «2241»,",
    "can be reached on «62241»",
    "bleep «2241» and",
    "the number was «07700 900 44x»",
    "a mobile ending «0447»",
    "«O7700 9OO447» (scanned)",
    "«0 7 7 0 0 9 0 0 4 4 7»",
    "Home «960114», mobile",
    "«1-876-555-4471» in Jamaica",
    "«extn 2241»",
    "on «01632 555 0142», which has a digit too many",
    "«0121 496 0114» or «496 0115»",
    "rang «496 0114» twice, called «960114» from the box",
    "telephone: Otley «960114»",
    "«(+44) 7700 900447»",
    "«077** ***447»",
    "number ends «447» (mobile)",
)
IGNORES = (
    "01/02/2003 04:05",
    "01.02.2003 04",
    "£1,200,000 in 2010",
    "paragraphs 4.10 to 4.12",
    "in 2010 2011 2012",
    "ref 0123/456",
    "contact on 14 occasions",
    "called on 1200 occasions",
    "rang on 2010 figures",
    "an extension of 26 weeks",
    "the bleep test 7",
    "between 0900 and 1700 hours",
    "dialled 999 and NHS 111",
    "0 1 2 3 4 scale",
    "called 200000 people",
    "the number ends 12 weeks on",
)

_EXTENSION = r"(?:,? ?\(?(?i:ext(?:ension|n)?|x)[.:]? ?(?:no\.? ?)?\d{2,5}\b\)?| \(\d{3,4}\))?"
_OTHER = r"(?:(?: ?/ ?| or )(?!0)(?:\d{3} \d{4}|\d{1,6})(?![\d/]| \d))?"
_UK = re.compile(
    r"(?<![\w/.\u00a3-])(?:18001 )?(?P<number>(?:\(?(?:\+|00) ?44\)?[ .-]?(?:\(0\)[ .-]?)?|44(?= ?7\d{3})[ ]?|\(?0)(?=[1-9])"
    r"(?:\d{2,10}|7(?= \d{3} \d{3} \d{3}\b))(?:/(?=\d{6,7}\b)\d+|\)[ -]?\d{2,8})?(?:[ .-]{1,2}\d{2,8}){0,4}(?!\w|[/.]\d\d\b))"
    + _OTHER
    + _EXTENSION
)
_ABROAD = re.compile(
    r"(?<![\w/.-])(?:(?:\+|00) ?[1-9]\d{0,2}[ -]?(?:\(\d{1,4}\)[ -]?)?\d{2,4}(?:[ -]?\d{2,4}){1,4}|1-\d{3}-\d{3}-\d{4})\b"
)
_NAMED = re.compile(
    r"\b(?i:tel(?:ephone)?|phone|mobile|mob|fax|bleep|pager|landline)\b(?i: (?:number|no|extension))?[.:]* {0,2}(?:\(|is |was |on )?"
    r"(?P<it>\d[\d ]{4,13}\d)\b"
)
_AT_HOME = re.compile(
    r"\b(?:(?:[Hh]ome|[Ww]ork|[Oo]ffice|[Ss]witchboard|[Tt]el(?:ephone)?)[:.]?|rang|called|dialled|phoned|number[:,]?)(?: [A-Z][a-z]+)? (?P<it>\d{6,7}|\d{3} \d{4})(?=[,;.)]|$| (?:from|and|at|on|twice|to|but|for|again|no|in|then|until|when|mobile)\b)"
)
_INNER = re.compile(r"\b(?P<it>(?:101,? )?(?i:ext(?:ension|n)?)\.? ?(?:no\.? ?)?\d{3,5}(?: \d{3,4})?)\b")
_BLEEP = re.compile(
    r"\b(?i:bleep(?:ed)?|pag(?:er|ed))(?: no\.?| number)?(?: on)?:? (?P<it>\d{3,5})\b(?! [a-z]+s\b)"
)
_ON = re.compile(
    r"\b(?i:ring|rang|rung|call(?:ed)?|contact(?:ed|able)?|reach(?:ed)?|phoned?|telephoned?|dial(?:led)?|text(?:ed)?|available|speak)"
    r"(?: [\w'\u2019]+){0,4}? on (?P<it>(?!(?:19|20)\d\d\b)(?:\d-)?\d{4,6})(?=[.,;:)]|$| (?:and|or|if|for|when|to|between|during|after|before|out|any)\b)(?![.,:]\d)"
)
_ENDING = re.compile(
    r"\b(?i:mobile|(?:tele)?phone|handset|landline|(?<!card )(?<!account )number)(?: number)? end(?:ing|s|ed)(?: in| with)? (?P<it>\d{3,4})\b(?! [a-z]+s\b)"
)
_MASKED = re.compile(
    r"(?<![\w/.-])0\d{1,4}[xX*#]{2,3} ?[\dxX*#]{3,4} ?[\dxX*#]{0,4}(?![\w*])|(?<![\w/.-])0\d{2,4}[ -]?[\dxX*#]{2,4}[ -]?[\dxX*#]{0,4}(?<=[xX*#])(?![\w*])"
)
_SCANNED = re.compile(r"(?<![\w/.-])[0O][17][\dOIl]{2,4}[ -]?[\dOIl]{3}[ -]?[\dOIl]{3,4}(?!\w)")
_PARTED = re.compile(r"(?<![\w/.-])(?<!\d )0(?: \d){9,10}(?! ?\d)\b")


def find(text: str) -> Iterator[Finding]:
    """Yield telephone numbers."""
    yield from _british(text)
    yield from matches(_ABROAD, text, "PHONE", 0.85, "Has the form of a foreign telephone number")
    yield from matches(_NAMED, text, "PHONE", 0.9, "A number after a word for telephone")
    yield from matches(_AT_HOME, text, "PHONE", 0.6, "A number after a word for telephone")
    yield from matches(_INNER, text, "PHONE", 0.7, "A telephone extension")
    yield from matches(_BLEEP, text, "PHONE", 0.85, "The number of a bleep or pager")
    yield from matches(_ON, text, "PHONE", 0.75, "A number on which somebody can be reached")
    yield from matches(_ENDING, text, "PHONE", 0.85, "The end of a telephone number")
    yield from matches(_MASKED, text, "PHONE", 0.8, "A telephone number in part")
    yield from matches(_PARTED, text, "PHONE", 0.8, "Has the form of a telephone number")
    for finding in matches(_SCANNED, text, "PHONE", 0.75, "Reads like a badly scanned telephone number"):
        if 6 <= sum(character.isdigit() for character in text[finding.start : finding.end]) < 11:
            yield finding


def _british(text: str) -> Iterator[Finding]:
    """Yield British numbers: ten or eleven digits with the zero in front (one too many in groups), NHS numbers left out."""
    for match in _UK.finditer(text):
        digits = re.sub(r"\(0\)|\D", "", match["number"])
        national = re.sub(r"^(?:0044|44)?0?", "0", digits)
        if 10 <= len(national) <= (12 if " " in match["number"] else 11) and "NHS" not in before(
            text, match.start(), 30
        ):
            yield Finding(*match.span(), "PHONE", 0.96, "", "Has the form of a telephone number")
