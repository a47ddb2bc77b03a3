"""Exact ages in figures and words: `aged 7 months`, `19-year-old`, `was 16 when`, an Age column of a table."""

import re
from collections.abc import Iterator

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.patterns import CAPITALISED, LETTER, before

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
    "aged «3», «5» and «9» were",
    "aged «4/12» and «6/52 old»",
    "aged «5y 2m», a «3 y.o.» boy",
    "aged «three and a half»",
    "Age at death: «7 months»",
    "Mother's age: «24»",
    "«M/34» and a «22F» presented",
    "DOB 3.4.02 («7»)",
    "would have been «8»,",
    "was about to turn «11».",
    "while only «15»",
    "walking at «18 months»",
    "she died at «11 weeks».",
    "her children («9», «7» and «2»)",
    "children aged «9», «7» and «2»",
    "Jake «9», Ella «7»",
    "a man of «54»",
    "they were both «17»",
    "the twins («4»)",
    "I'm «13»",
    "Mum is «24», Dad «26»",
    "MGM, «51»,",
    "| Age | «9» |",
    "looked about «14»",
    "at «4 years 3 months» she scored",
    "Michael Ward («26»), known as Mikey",
    "Rebaz Karim («16» now, placed here)",
    "three children: Art, who is «25» and works",
    "in care at «11» and «13 years old».",
    "at «8 years of age», she",
    "dob 02.01.2004, «12»)",
    "At «19» Keziah married him",
    "registered at «5/52»",
    "his baby sister, «4 months» at the time",
    'age of pt as "«six»"',
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
    "born at 32 weeks gestation",
    "it was 3",
    "now 12 months on",
    "Cases (14) and Referrals (22)",
    "age 0-5 services",
    "sats were 98",
    "a review at 3 months",
    "seen 3/12 later, for 6/12",
    "a mother of three",
    "Section 3, Section 4",
    "Child 1, Child 2 and Child 3",
    "in bed 22F",
    "found in Liverpool (9) and Cardiff (4)",
    "those aged over 11",
    "the waiting time was 18 weeks in 2012",
    "the YRO, 12 months, with",
    "review at 6/52",
)

_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORD = (
    rf"(?:one|t(?:wo|hree|en|welve|hirteen|(?:wenty|hirty)(?:[- ]{_UNITS})?)|f(?:our(?:teen)?|ive|ifteen|(?:orty|ifty)(?:[- ]{_UNITS})?)"
    rf"|s(?:ix(?:teen)?|even(?:teen)?|(?:ixty|eventy)(?:[- ]{_UNITS})?)|e(?:ight(?:een)?|leven|ighty(?:[- ]{_UNITS})?)|n(?:ine(?:teen)?|inety(?:[- ]{_UNITS})?))\b"
)
_NUMBER = rf"(?:\d{{1,3}}(?:[.]5|[\u00bc-\u00be])?|(?=[EFNOSTefnost])(?i:{_WORD})(?: and a half)?)"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?|hours?)"
_SPAN = rf"(?:{_NUMBER}(?:[ -]{_UNIT}|(?<=\d)(?:yrs?|y|mths?|m|wks?)\b)(?:,? (?:and )?{_NUMBER} ?(?:{_UNIT}|m\b|w\b))?|\d{{1,2}}/(?:12|52)\b)"
_AGE = rf"(?:{_SPAN}|(?<![\d.]){_NUMBER}(?: ?[-\u2013] ?\d{{1,2}}(?![\d/]))?)"
_NO_AGE_AFTER = r"(?!%|[.]\d|/\d|:\d| ?(?:per cent|minutes|miles|visits|homes)|[-\u2013\d]* (?:services?|range|groups?|programme|team|provision|years? (?:group|olds team)))"
_BARE_END = (
    r"(?= ?(?:[.,;:)\]!?\u201d\"|/]|$|\n|(?:when|and|at|but|who|with|in|by|or|then|now|he|she|they|the|on|to|as|while|had|was|is|that)\b))"
    r"(?!\.\d|,\d|:\d|/\d)(?! (?:and|or|to) (?:\d+|a half) (?:miles|minutes|hours|visits|times))"
)
_NOT_PREGNANT = r"(?! (?:\(?gestation|pregnan|of pregnancy|notice|later|ago|after|before|apart|intervals?|on\b)|['\u2019]|\+)"
_KIN = (
    r"(?:(?:half-?|step-?|grand)?(?:brother|sister|son|daughter|child|mother|father|uncle|aunt|nephew|niece|cousin)"
    r"|partner|boyfriend|girlfriend|friend|husband|wife|sibling(?: \d)?|twins?|neighbour|boy|girl|man|woman|youth|teenager|male|female"
    r"|mum|dad|mam|nan|gran|grandma|grandad|children|siblings|brothers|sisters|sons|daughters|boys|girls|[MP]G[MF])"
)
_OLD = re.compile(
    rf"\b(?P<it>(?:{_NUMBER}[ -]{{1,2}}(?i:{_UNIT})(?:,? (?:and )?{_NUMBER} {_UNIT})?[ -]old(?:s)?|{_NUMBER}[ -]?(?:yo|y/o|yr[ -]old|yrs[ -]old|mth[ -]old)|\d{{1,2}}/(?:12|52|7) old)\b|{_NUMBER} ?y\.o\.?)"
)
_OF_AGE = re.compile(
    rf"\b(?P<it>{_SPAN}(?:['\u2019]? of age\b)?)(?=['\u2019]? (?:old|of life)\b|(?<=of age))"
)
_AGED = re.compile(
    rf"\b(?i:aged|age[d:]?|ages)(?: (?:of|about|around|approximately|just|only|nearly|almost|between|from|was|is|(?:of|at|on|when) [\w ]{{2,20}}(?=:| as)))*(?: as)?[: |=\u2013-]+[\"\u201c]?"
    rf"(?:the )?(?P<it>{_AGE}){_NO_AGE_AFTER}"
)
_AND_AGED = re.compile(
    rf"(?:, |,? ?(?:and|to|or|&) )(?P<it>{_AGE})(?![%\w]|[.:]\d| (?:other|further|of|minutes|visits))"
)
_WAS = re.compile(
    rf"\b(?i:is|was|were|be|am|are|been|being|turned|became|turns?|(?:he|she|i)['\u2019](?:s|m))"
    rf"(?: (?:now|then|only|just|still|nearly|almost|about|aged|already|barely|both|all|at (?:the|that) time))?,? (?P<it>{_SPAN}|{_NUMBER}){_BARE_END}"
)
_THEN = re.compile(
    rf"\b(?:(?i:now|then),? (?P<a>{_SPAN})(?! (?:on|later|ago)\b)|(?i:turning|approaching|now|then|barely|nearly|almost|just|(?:while|when|aged|though) only|both) (?P<b>{_NUMBER})){_BARE_END}"
)
_CHILD_OF = re.compile(
    rf"\bof (?:(?:about|around|perhaps|maybe|nearly|almost|only|just) )?(?P<it>{_SPAN}|{_NUMBER}){_BARE_END}"
)
_AT = re.compile(
    rf"\b(?i:at|from|until|since|when) (?P<it>(?:(?i:{_WORD})|[1-9]\d?)(?: (?:years|months|weeks))?|{_NUMBER} {_UNIT},? (?:and )?{_NUMBER} {_UNIT})(?=(?:,? (?:she|he|they|and [1-9]\d? (?:respectively)))\b)"
)
_AT_ONLY = re.compile(rf"\bat (?:only|just|barely) (?P<it>{_SPAN}){_NOT_PREGNANT}")
_MILESTONE = re.compile(rf"\bat (?P<it>\d{{1,3}} (?:days|weeks|months|years)(?: old)?){_NOT_PREGNANT}")
_RESPECTIVELY = re.compile(r"\b\d{1,2}(?:, \d{1,2}){0,8} and (?P<it>\d{1,2}) respectively")
_AFTER_NAME = re.compile(
    rf"\b(?P<who>{CAPITALISED}(?: {CAPITALISED}){{0,2}}),? \((?:aged? |now |then |was |nearly |almost )?(?P<it>(?:1?\d{{1,2}})(?: ?(?:years|months|weeks|days|yrs|mths))?)(?:\)|(?: now| then|,)(?=[ ,]))"
)
_AFTER_DATE = re.compile(
    r"(?i)(?:\d[/.-]\d{2,4}|\b(?:19|20)\d\d) \((?P<it>1?\d{1,2}(?: ?(?:years|months|weeks|days|yrs|mths))?)\)|\b(?:dob|born) [\d/. -]{6,10}, (?P<b>1?\d{1,2})(?=[),;])"
)
_SUSPECT_AT = re.compile(
    rf"\b(?i:at|when|aged) (?P<it>{_NUMBER})(?= (?:and|or|to) {_NUMBER} {_UNIT} old\b)|\b(?:At|at) (?P<a>[1-9]\d?|(?i:{_WORD})),? (?={CAPITALISED} (?:was|had|became|left|went|got|\w+ed)\b)"
)
_MEDICAL = re.compile(
    r"(?<!review )(?<!follow-up )(?<!follow up )(?<!f/u )\bat (?P<it>\d{1,2}/(?:12|52))(?![\w/])"
)
_APPOSED = re.compile(
    rf"\b(?![A-Z]{{3,4}}, \d+ (?:months|years))(?:{CAPITALISED}|[A-Z]), (?P<it>(?:{_SPAN}|[1-9]\d?|(?i:{_WORD})))(?:,(?= (?:[a-z]|[A-Z][a-z]))|(?<=\d\d);)"
)
_KIN_BEFORE = re.compile(rf"\b(?i:{_KIN})$")
_BESIDE_KIN = re.compile(
    rf"(?<=[a-zMPGF\d])(?:, | \((?:aged? |now |then )?)(?P<it>{_SPAN}|[1-9]\d?|(?i:{_WORD}))(?=[,);.]|$| \(| at the time\b| and \d{{1,2}}[,).])(?!\.\d|,\d)"
    r"|(?<=[a-zMPGF])(?: is)?(?: -)? (?P<a>[1-9]\d|\d[\u00bc-\u00be]|\d{1,2} (?:mths|months|yrs|wks))(?=[,;)]|\.?$)"
)
_NAMES_AGED = re.compile(
    rf"\b{CAPITALISED} [1-9]\d?(?:(?:, and|,|;| and) {CAPITALISED} [1-9]\d?(?![\w/:%]|[.,]\d)){{1,8}}"
)
_NAME_AGED = re.compile(rf"({CAPITALISED}) ([1-9]\d?)\b")
_SEXED = re.compile(r"(?<![\w\u00a3.,/-])(?P<it>[MF]/[1-9]\d|[1-9]\d[MF])(?=[ ,;.)]|$)(?!\.\d)")
_AT_THE_TIME = re.compile(rf"\((?P<it>{_SPAN}|[1-9]\d?)(?= (?:at|by) (?:the|that) (?:time|date|point)\b)")
_YRS = re.compile(
    r"\b(?:[Ii]s|IS|AGED?|[A-Z]{3,}),? (?P<it>[1-9]\d? ?(?:YRS?|YEARS|MTHS|MONTHS|WKS|WEEKS))\b(?! [A-Z]+S\b)"
)
_CAME_AT = re.compile(rf"\bat (?P<it>[1-9]|1\d|(?i:{_WORD}))(?=[.,;)]|$| (?:and|with|when) )(?!\.\d)")
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
        r"\b(?! by)(?:(?: [\w'\u2019-]+){1,6}|(?<=suspect)|(?<=victim)|(?<=parent)|(?<=father)|(?<=mother)|(?<=carer)) $"
    ),
}
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|\d{1,2}(?:st|nd|rd|th))"
)
_BIRTHDAY = re.compile(rf"\b(?P<it>{_ORDINAL})(?= birthdays?\b)")
_WHOSE = re.compile(rf"(?:\b(?i:her|his|their|my|your|a)|{LETTER}['\u2019]s?) $")
_IN_FACT = re.compile(
    rf"\b(?i:is|was|were|be|am|now) (?:in fact |actually |by then |really |now )?(?P<it>{_NUMBER} {_UNIT} (?:and )?{_NUMBER} {_UNIT}){_BARE_END}"
)
_CORRECTED = re.compile(
    rf"\b(?P<it>{_NUMBER} {_UNIT})(?=,? (?:\(?(?:corrected|adjusted|chronological|actual)\b))"
)
_NOW_AND = re.compile(rf"\bnow,? (?P<it>{_NUMBER} {_UNIT})(?= ?\()")
_RANGE = re.compile(
    r"\b(?i:recorded as|described as|thought to be|believed to be|looked|looks|estimated (?:at|as)|(?:age|apparent age):?|appear(?:s|ed)(?: to be)?|put down as)(?: (?:about|around|aged))? "
    rf"(?P<it>[1-9]\d?(?:(?: ?[-\u2013] ?| to | or )[1-9]\d?)?)(?![\w%/:.]\d| (?:minutes|hours|miles|visits|per)){_BARE_END}"
)
_NOT_NAMES = re.compile(
    r"(?:Section|Sections|Chapter|Page|Figure|Table|Part|Regulation|Article|Appendix|Step|Finding|Recommendation|Year|Level|Tier|Grade|Band|Key|Stage"
    r"|Paragraph|Schedule|Standard|Version|Draft|Episode|Phase|Action|Question|Theme|Issue|It|There|This|That|Attendance|Score|Week|Day|Number|Missing|Note|Ibid|Visit|Call|Incident|Box|Item|Option|Referrals?|Contacts?|Cases?|Total)\b"
)
_NO_AGE_BEFORE = re.compile(
    r"(?i)\b(?:scores?|scored|attendance|weigh\w*|temperature|numbers?|total|centile|grade|level|figure|rates?|average|percentage|count|arrears|apgar"
    r"|bmi|haemoglobin|pulse|saturations?|sats|length|circumference|waiting|waits?|delays?|periods?|quorum|cost|reading|scale|hba1c|here|which|these|results?|there|families|children|caseload|cases|visits|calls)\b[^.]{0,30}$"
    r"|(?:^|[\s(\"\u201c])(?:it|this|that|what|one|10|\d) $"
)
_SOMEBODY = re.compile(r"\b(?:who|he|she|[HhSs]e)(?: then| now)? $")
_PLACES = re.compile(
    r"(?i)\b(?:bed|bay|room|ward|flat|form|seat|gate|level|grade|band|unit|class|cell|block|floor|number|no\.?) $"
)
_PATTERNS = (
    (_OLD, 0.97, "Says how old somebody is"),
    (_OF_AGE, 0.97, "Says how old somebody is"),
    (_AGED, 0.95, "A word for an age before it"),
    (_WAS, 0.75, "Says how old somebody is"),
    (_THEN, 0.6, "Says how old somebody is"),
    (_CHILD_OF, 0.75, "Says how old somebody is"),
    (_AT, 0.6, "Says how old somebody is"),
    (_RESPECTIVELY, 0.7, "Says how old somebody is"),
    (_AFTER_NAME, 0.7, "A number in brackets after a name, like an age"),
    (_AFTER_DATE, 0.7, "A number in brackets after a date of birth, like an age"),
    (_MEDICAL, 0.75, "Says how old somebody was, as doctors write it"),
    (_SUSPECT_AT, 0.6, "Says how old somebody was"),
    (_AT_ONLY, 0.8, "Says how old somebody was"),
    (_MILESTONE, 0.7, "Says how old somebody was"),
    (_APPOSED, 0.7, "A number after a name, like an age"),
    (_AT_THE_TIME, 0.8, "Says how old somebody was"),
    (_YRS, 0.85, "Says how old somebody is"),
    (_CAME_AT, 0.6, "Says how old somebody was"),
    (_IN_FACT, 0.85, "Says how old somebody is"),
    (_CORRECTED, 0.9, "Says how old a baby is"),
    (_NOW_AND, 0.8, "Says how old somebody is"),
    (_RANGE, 0.75, "Says about how old somebody is"),
)


def find(text: str) -> Iterator[Finding]:
    """Yield ages."""
    for pattern, score, because in _PATTERNS:
        lead = _LEADS.get(pattern)
        for match in pattern.finditer(text):
            if lead and not lead.search(before(text, match.start(), 90)):
                continue
            if _likely(match, in_doubt=pattern in (_WAS, _THEN)):
                group = _which(match)
                yield Finding(*match.span(group), "AGE", score, "", because)
                if pattern in (_AGED, _AFTER_NAME, _CHILD_OF, _RESPECTIVELY):
                    yield from _more(text, match.end(group), score)
    yield from _beside_kin(text)
    yield from _names_with_ages(text)
    yield from _other_forms(text)


def _which(match: "re.Match[str]") -> str:
    """Return the name of the group that holds the age."""
    return next(name for name in ("it", "a", "b") if match.groupdict().get(name))


def _likely(match: "re.Match[str]", *, in_doubt: bool) -> bool:
    """Return whether a number is no score, no section and no figure of a table; nobody is older than 110."""
    value = re.match(r"\d+", match[_which(match)])
    who = match.groupdict().get("who")
    return not (
        (in_doubt and _of_something(before(match.string, match.start())))
        or _NOT_NAMES.match(match.group())
        or (value and int(value.group()) > 110)
        or (who and _common(who))
    )


def _of_something(earlier: str) -> bool:
    """Return whether the words before say that a number is a score or a count, not somebody's age."""
    return bool(_NO_AGE_BEFORE.search(earlier)) and not _SOMEBODY.search(earlier)


def _common(word: str) -> bool:
    """Return whether words with capitals are ordinary ones or a place: `Referrals (22)`, `Rhyl (4)`."""
    if word.lower() in lower("word_names"):
        return False
    parts = word.split()
    return word.lower() in lower("places") or all(
        is_ordinary(p) or is_ordinary(p.removesuffix("s")) for p in parts
    )


def _more(text: str, place: int, score: float) -> Iterator[Finding]:
    """Yield the further ages of a list: `aged 9, 7 and 2`."""
    while following := _AND_AGED.match(text, place):
        place = following.end("it")
        yield Finding(*following.span("it"), "AGE", score - 0.1, "", "Stands in a row of ages")


def _beside_kin(text: str) -> Iterator[Finding]:
    """Yield numbers after a word for somebody: `his sister, 14, was`, `Mum 24, Dad 26`."""
    for match in _BESIDE_KIN.finditer(text):
        if _KIN_BEFORE.search(before(text, match.start(), 15)) and _likely(match, in_doubt=False):
            place = match.span(_which(match))
            yield Finding(*place, "AGE", 0.75, "", "A number after a word for somebody, like an age")
            yield from _more(text, place[1], 0.75)


def _names_with_ages(text: str) -> Iterator[Finding]:
    """Yield ages in a row of names: `Jake 9, Ella 7`."""
    for row in _NAMES_AGED.finditer(text):
        names = list(_NAME_AGED.finditer(text, *row.span()))
        if not any(is_ordinary(name[1]) or _NOT_NAMES.match(name[1]) for name in names):
            for name in names:
                yield Finding(*name.span(2), "AGE", 0.7, "", "A number after a name, like an age")


def _other_forms(text: str) -> Iterator[Finding]:
    """Yield birthdays, and ages with a letter for man or woman as hospitals write them."""
    for match in _BIRTHDAY.finditer(text):
        if _WHOSE.search(before(text, match.start())):
            yield Finding(*match.span(), "AGE", 0.85, "", "A birthday says how old somebody is")
    for match in _SEXED.finditer(text):
        if not _PLACES.search(before(text, match.start())):
            yield Finding(*match.span(), "AGE", 0.6, "", "An age with a letter for man or woman")
