"""Exact ages in figures and words: `aged 7 months`, `19-year-old`, `was 16 when`."""

import re
from collections.abc import Iterator

from redactor.findings.ages import AGE, BARE_END, NUMBER, SPAN, UNIT, WORD, likely, more, which
from redactor.findings.finding import Finding
from redactor.findings.patterns import CAPITALISED, FIGURE, LETTER, NUMBERS, any_of, before, led

FINDS = (
    "aged «7 months» when",
    "a «19-year-old» man",
    "was «14 weeks» old",
    "now «3», lives",
    "at the age of «twelve» she",
    "he was «16» when they",
    "She is «31».",
    "«3 years and 3 months» old",
    "had just turned «eleven»,",
    "a boy of «four» was",
    "at «nine years» of age",
    "a «two year old» girl",
    "aged between «4» and «6»",
    "the «six-week-old» baby",
    "would soon be «18»; he",
    "in «nine weeks» of life",
    "DOB 1.2.03 (age «6»)",
    "FATHER IS «26 YRS». MOTHER",
    "diagnosed with asthma at «6».",
    "came to Wales at «seven». He",
    "a boy of about «six», who",
    "on her «fifth» birthday",
    "She was in fact «seven years and two months».",
    "now «7 months» («4 months» corrected), and",
    "Recorded as «18-25», male",
    "thought to be «19 to 22»",
    "aged «3», «5» and «9» were",
    "aged «4/12» and «6/52 old»",
    "aged «5y 2m», a «3 y.o.» boy",
    "aged «three and a half»",
    "Age at death: «7 months»",
    "Mother's age: «24»",
    "would have been «8»,",
    "was about to turn «11».",
    "while only «15»",
    "walking at «18 months»",
    "she died at «11 weeks».",
    "children aged «9», «7» and «2»",
    "a man of «54»",
    "they were both «17»",
    "I'm «13»",
    "| Age | «9» |",
    "looked about «14»",
    "at «4 years 3 months» she scored",
    "three children: Art, who is «25» and works",
    "in care at «11» and «13 years old».",
    "at «8 years of age», she",
    "At «19» Keziah married him",
    "registered at «5/52»",
    'age of pt as "«six»"',
    "a boy of «five» died and a child of «four» answered",
    "day «10» of life",
    "im «15» u know, u r «13» and hes «8»",
    "Ola who's «six»",
    "aged c.«30»",
    "IC1 male, «20-25yrs»",
    "he is «14 and a half»",
    "placed at «2» and adopted at «4»; smoking since «11»",
    "was coming up to «two», she",
    "«2 yrs & 11 mths» old",
    "approx «30» yrs",
    "a «12 and a half» year old",
)
IGNORES = (
    "for 14 weeks he",
    "it was 16 miles",
    "the reading was 71. She",
    "Here is one, typed up",
    "there were 3 visits",
    "he was 20 minutes late",
    "aged care of 20 homes",
    "the score is 11, with",
    "attendance was 71 per cent",
    "for nearly two years",
    "a father of 2 in",
    "seen at seven and again at nine o'clock",
    "arrived at 6.",
    "at 14 days",
    "the fiftieth birthday of the school",
    "they were 18-25 minutes late",
    "the rate, 14, was high",
    "There were 26 YRS records",
    "4 months later",
    "born at 32 weeks gestation",
    "it was 3",
    "now 12 months on",
    "age 0-5 services",
    "sats were 98",
    "a review at 3 months",
    "seen 3/12 later, for 6/12",
    "those aged over 11",
    "the waiting time was 18 weeks in 2012",
    "review at 6/52",
    "a child of two parents",
    "a boy of few words",
    "day 10 of the trial",
    "im 15 mins late",
    "since 11 the house",
    "placed at 2 addresses",
)

_NO_AGE_AFTER = r"(?!%|[.]\d|/\d|:\d| ?(?:per cent|minutes|miles|visits|homes)|[-\u2013\d]* (?:services?|range|groups?|programme|team|provision|years? (?:group|olds team)))"
_NOT_PREGNANT = r"(?! (?:\(?gestation|pregnan|of pregnancy|notice|later|ago|after|before|apart|intervals?|on\b)|['\u2019]|\+)"
_VERB = r"[a-z]{3,}ed|is|was|had|has|died|came|saw|heard|told|kept|gave|took|left|stood|slept|sat|ran|rang|spoke|wrote|found|said|lay|lived|who|can|could|would|will|should|cannot|does|did"
_OLD = re.compile(
    rf"\b(?P<it>(?:{NUMBER}[ -]{{1,2}}(?i:{UNIT})(?:,? (?:and )?{NUMBER} {UNIT})?[ -]old(?:s)?|{NUMBER}[ -]?(?:yo|y/o|yr[ -]old|yrs[ -]old|mth[ -]old)|\d{{1,2}}/(?:12|52|7) old)\b|{NUMBER} ?y\.o\.?)"
)
_OF_AGE = re.compile(rf"\b(?P<it>{SPAN}(?:['\u2019]? of age\b)?)(?=['\u2019]? (?:old|of life)\b|(?<=of age))")
_AGED = re.compile(
    rf"\b(?i:aged|age[d:]?|ages)(?: (?:of|about|around|approximately|just|only|nearly|almost|between|from|was|is|(?:of|at|on|when) [\w ]{{2,20}}(?=:| as)))*(?: as)?[: |=\u2013-]+[\"\u201c]?(?:(?:c\.|ca\.|~) ?)?"
    rf"(?:the )?(?P<it>{AGE}){_NO_AGE_AFTER}"
)
_WAS = re.compile(
    rf"\b(?i:is|was|were|be|am|are|been|being|turned|became|turns?|coming up to|(?:he|she|i|who)['\u2019]?(?:s|m)|u r|ur(?: only)?|you['\u2019]re)"
    rf"(?: (?:now|then|only|just|still|nearly|almost|about|aged|already|barely|both|all|at (?:the|that) time))?,? (?P<it>{SPAN}|{NUMBER})(?:{BARE_END}|(?= (?:u|n|but|lol)\b))"
)
_THEN = re.compile(
    rf"\b(?:(?i:now|then),? (?P<a>{SPAN})(?! (?:on|later|ago)\b)|(?i:turning|approaching|now|then|barely|nearly|almost|just|(?:while|when|aged|though) only|both) (?P<b>{NUMBER})){BARE_END}"
)
_CHILD_OF = re.compile(
    rf"\bof (?:(?:about|around|perhaps|maybe|nearly|almost|only|just) )?(?P<it>{SPAN}|{NUMBER})(?:{BARE_END}|(?= (?:{_VERB})\b))"
)
_AT = re.compile(
    rf"\b(?i:at|from|until|since|when) (?P<it>(?:(?i:{WORD})|[1-9]\d?)(?: (?:years|months|weeks))?|{NUMBER} {UNIT},? (?:and )?{NUMBER} {UNIT})(?=(?:,? (?:she|he|they|and [1-9]\d? (?:respectively)))\b)"
)
_AT_ONLY = re.compile(rf"\bat (?:only|just|barely) (?P<it>{SPAN}){_NOT_PREGNANT}")
_MILESTONE = re.compile(rf"\bat (?P<it>\d{{1,3}} (?:days|weeks|months|years)(?: old)?){_NOT_PREGNANT}")
_RESPECTIVELY = re.compile(r"\b\d{1,2}(?:, \d{1,2}){0,8} and (?P<it>\d{1,2}) respectively")
_SUSPECT_AT = re.compile(
    rf"\b(?i:at|when|aged) (?P<it>{NUMBER})(?= (?:and|or|to) {NUMBER} {UNIT} old\b)|\b(?:At|at) (?P<a>[1-9]\d?|(?i:{WORD})),? (?={CAPITALISED} (?:was|had|became|left|went|got|\w+ed)\b)"
)
_MEDICAL = re.compile(
    r"(?<!review )(?<!follow-up )(?<!follow up )(?<!f/u )\bat (?P<it>\d{1,2}/(?:12|52))(?![\w/])"
)
_YRS = re.compile(
    r"\b(?:[Ii]s|IS|AGED?|[A-Z]{3,}),? (?P<it>[1-9]\d? ?(?:YRS?|YEARS|MTHS|MONTHS|WKS|WEEKS))\b(?! [A-Z]+S\b)"
)
_CAME_AT = re.compile(rf"\bat (?P<it>[1-9]|1\d|(?i:{WORD}))(?=[.,;)]|$| (?:and|with|when) (?!\d))(?!\.\d)")
_LEADS = {  # what must stand before the commonest of them; looked for only there, as it is long
    _CHILD_OF: re.compile(
        r"\b(?i:child|boy|girl|baby|son|daughter|lad|lady|man|woman|male|female|teenager|youth|infant|toddler|\w+(?:ress|ist|ant)) $"
    ),
    _MILESTONE: re.compile(
        r"\b(?i:walk\w*|talk\w*|immunis\w+|vaccinated|weaned|spoke|words?|crawl\w*|sat|died|admitted|presented|diagnosed|referred|adopted|removed|injured|orphaned|again|saw|seen)"
        r"(?: \w+){0,3} $"
    ),
    _CAME_AT: re.compile(
        r"\b(?i:diagnosed|came|moved|died|orphaned|adopted|married|pregnant|arrived|left|born|taken|placed|mother|began|started|learned|learnt|lost|widowed|permanently|suspect|victim|offender|parent|father|carer)"
        r"\b(?! by)(?:(?<=placed)|(?<=adopted)|(?<=orphaned)|(?<=pregnancy)|(?<=married)|(?: [\w'\u2019-]+){1,6}|(?<=suspect)|(?<=victim)|(?<=parent)|(?<=father)|(?<=mother)|(?<=carer)) $"
    ),
}
_DAY_OF_LIFE = re.compile(r"\b[Dd]ay (?P<it>\d{1,3})(?= of (?:life|age)\b)")
_SINCE = re.compile(
    r"\b(?:smok\w+|drink\w+|us(?:ed|ing)|offending|in care|self-harm\w*|sexually active|working|carer) since (?P<it>[1-9]\d?)(?=[.,;)]|$)"
)
_YEARS_RANGE = re.compile(
    r"(?<![\d-])(?P<it>[1-9]\d?-[1-9]\d? ?(?:yrs|years))(?= old\b|[,;.]? *$|[,;])(?<!later)|\b[Aa]pprox\.? (?P<or_it>[1-9]\d?)(?= (?:yrs|years)(?: old)?(?:[,;.]|$))",
    re.MULTILINE,
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|\d{1,2}(?:st|nd|rd|th))"
)
_BIRTHDAY = re.compile(rf"\b(?P<it>{_ORDINAL})(?= birthdays?\b)")
_WHOSE = re.compile(rf"(?:\b(?i:her|his|their|my|your|a)|{LETTER}['\u2019]s?) $")
_IN_FACT = re.compile(
    rf"\b(?i:is|was|were|be|am|now) (?:in fact |actually |by then |really |now )?(?P<it>{NUMBER} {UNIT} (?:and )?{NUMBER} {UNIT}){BARE_END}"
)
_CORRECTED = re.compile(
    rf"\b(?P<it>{NUMBER} {UNIT})(?=,? (?:\(?(?:corrected|adjusted|chronological|actual)\b))"
)
_NOW_AND = re.compile(rf"\bnow,? (?P<it>{NUMBER} {UNIT})(?= ?\()")
_RANGE = re.compile(
    r"\b(?i:recorded as|described as|thought to be|believed to be|looked|looks|estimated (?:at|as)|(?:age|apparent age):?|appear(?:s|ed)(?: to be)?|put down as)(?: (?:about|around|aged))? "
    rf"(?P<it>[1-9]\d?(?:(?: ?[-\u2013] ?| to | or )[1-9]\d?)?)(?![\w%/:.]\d| (?:minutes|hours|miles|visits|per)){BARE_END}"
)
_AT_WORD = frozenset(["at"])
_BEING = any_of(
    "is was were be am are been being now turned became turn turns coming he she i who hes shes im whos u ur you"
)
_YRS_WORDS = any_of("yr yrs year years mth mths month months wk wks week weeks")
_PATTERNS = (  # the pattern, the words it begins with, how sure it is, and why
    (_OLD, NUMBERS, 0.97, "Says how old somebody is"),
    (_OF_AGE, NUMBERS, 0.97, "Says how old somebody is"),
    (_AGED, frozenset(["aged", "age", "ages"]), 0.95, "A word for an age before it"),
    (_WAS, _BEING, 0.75, "Says how old somebody is"),
    (
        _THEN,
        any_of("now then turning approaching barely nearly almost just while when aged though both"),
        0.6,
        "Says how old somebody is",
    ),
    (_CHILD_OF, frozenset(["of"]), 0.75, "Says how old somebody is"),
    (_AT, any_of("at from until since when"), 0.6, "Says how old somebody is"),
    (_RESPECTIVELY, NUMBERS, 0.7, "Says how old somebody is"),
    (_MEDICAL, _AT_WORD, 0.75, "Says how old somebody was, as doctors write it"),
    (_SUSPECT_AT, frozenset(["at", "when", "aged"]), 0.6, "Says how old somebody was"),
    (_AT_ONLY, _AT_WORD, 0.8, "Says how old somebody was"),
    (_MILESTONE, _AT_WORD, 0.7, "Says how old somebody was"),
    (_CAME_AT, _AT_WORD, 0.6, "Says how old somebody was"),
    (_IN_FACT, _BEING, 0.85, "Says how old somebody is"),
    (_CORRECTED, NUMBERS, 0.9, "Says how old a baby is"),
    (_NOW_AND, frozenset(["now"]), 0.8, "Says how old somebody is"),
    (
        _RANGE,
        any_of(
            "recorded described thought believed looked looks estimated age apparent appear appears appeared put"
        ),
        0.75,
        "Says about how old somebody is",
    ),
    (_DAY_OF_LIFE, frozenset(["day"]), 0.8, "Says how old a baby is"),
    (
        _SINCE,
        any_of("smoking smoked smokes drinking drinks used using offending in self sexually working carer"),
        0.65,
        "Says how old somebody was",
    ),
    (_YEARS_RANGE, frozenset([FIGURE, "approx"]), 0.65, "Says about how old somebody is"),
)


def find(text: str) -> Iterator[Finding]:
    """Yield ages."""
    for pattern, leads, score, because in _PATTERNS:
        lead = _LEADS.get(pattern)
        for match in led(pattern, text, leads):
            if lead and not lead.search(before(text, match.start(), 90)):
                continue
            if likely(match, in_doubt=pattern in (_WAS, _THEN)):
                group = which(match)
                yield Finding(*match.span(group), "AGE", score, "", because)
                if pattern in (_AGED, _CHILD_OF, _RESPECTIVELY):
                    yield from more(text, match.end(group), score)
    for match in led(_YRS, text, _YRS_WORDS, back=20):
        yield Finding(*match.span("it"), "AGE", 0.85, "", "Says how old somebody is")
    for match in led(_BIRTHDAY, text, frozenset(["birthday", "birthdays"]), back=20):
        if _WHOSE.search(before(text, match.start())):
            yield Finding(*match.span(), "AGE", 0.85, "", "A birthday says how old somebody is")
