"""Ages that a paper, an apposition or a party tells: `made her 17`, `Ola, at 16, was`, `M, 17 yrs.`, `on her 18th`."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import ANY_MONTH, CAPITALISED, NUMBER_WORD, before

FINDS = (
    "15 weeks on the card, in fact «15 weeks and 1 day». Blood",
    "Interview with Ola Byrne, «4 yrs 2 mths», 6/2/2009",
    "Ola Byrne («4y 2m»), 6/2/2009",
    "Ola Byrne, PJ, was «three» (9.1.2014).",
    "a birthday in 2001 and so made her «17». An",
    "was made «17» by a form",
    "put him at «15» or «16».",
    "which puts Ola at «16»; he",
    'Her cousin Ola Byrne, «19», "Flo", worked',
    "if she is «15» or «17».",
    "the first assessment said «18», on the ground",
    "the passport gives her age as «19»,",
    "gate. M, «17 yrs». Name from friend",
    "F «32y» fell",
    "a «17 yr» M with",
    "Ola, at «16», was called",
    "his mother, at «nineteen», had",
    "on her «18th», he",
    "not yet «16», she",
    "before she was even «two»,",
    "by «14» she was missing",
    "Ola Byrne is «9 mths», Hanna",
    "she was «5½».",
    "He had given his age as «19».",
    "Ola ( «4» ) and",
    "Ola - «15 yrs» - was",
    "«15 yrs 3/12»",
    "She was 14 and her sister «12» when it began.",
    "her «6wk» baby and the «18 month» boy",
    "At «13yrs» he",
    "Twins of «4».",
    "eldest («15»), middle («12») and youngest («3»)",
    "turned «18» last month",
    "became pregnant at «15»,",
    "She was between «14» and «15».",
)
IGNORES = (
    "on Friday, at 7, was",
    "for 3 years and 2 months he",
    "the report said 18, of 20,",
    "made her 2 cups",
    "put him at risk",
    "the YRO, 12 months, with",
    "M, 17 Weir Lane",
    "by 10 she was asleep",
    "sentenced to 4 years 2 months",
    "her 18th visit",
    "In May, at 9, they",
    "was it 3 or 4 times",
    "waited 4 years 2 months",
    "they were 2 or 3 visits",
    "turned 18 pages",
    "between 4 and 5 visits",
    "arrested at 9 in the morning",
    "she was 30 wks pregnant",
)

_NUMBER = rf"(?:\d{{1,3}}(?:[.]5|[\u00bc-\u00be]|[13]\u2044[24])?|(?i:{NUMBER_WORD})\b)"
_TEEN = r"(?:1\d|2[0-5]|(?i:(?:thir|four|fif|six|seven|eigh|nine)teen)\b)"
_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?)"
_LONG = rf"(?:{_NUMBER} ?{_UNIT},? (?:and )?{_NUMBER} ?{_UNIT}|\d{{1,2}} ?y(?:rs?)?,? ?\d{{1,2}}(?: ?m(?:ths?)?|/12)|\d{{1,2}} ?yrs? \d{{1,2}}/12)\b"
_END = r"(?= ?(?:[.,;:)\]!?\u201d\"]|$|\n|\u2013|- |\((?:\d{1,2}[./]|born|b\.|dob|DOB)|(?:and|at|but|when|who|with|by|or|then|he|she|they|the|on|as|while|had|was|is|in|though|not|for)\b))(?![.,:/]\d)"
_WHOM = (
    rf"(?:her|him|them|me|us|you|(?:his|her|their|the) (?:age|[a-z]+)|{CAPITALISED}(?:['\u2019]s age)?|age)"
)
_TELLING = (
    (re.compile(rf"(?<![\w/.-])(?P<it>{_LONG})(?! (?:later|ago|after|before|apart|of (?!age)|in))"), 0.85),
    (
        re.compile(
            rf"\b(?:made|makes|making|puts?|putting|placed|guessed|thought|believed|recorded|assessed|gave|gives?|given|giving|stated|declared|counted|took|treated) {_WHOM}"
            rf"(?: (?:at|as|to be|down as|for|about|around|over|nearer))* (?P<it>{_NUMBER})(?: or (?P<b>{_NUMBER}))?{_END}"
        ),
        0.7,
    ),
    (
        re.compile(
            rf"\b(?:was|were|be|been) (?:made|thought|believed|assessed|recorded|guessed|taken|put|counted|treated|deemed)(?: (?:at|as|to be|down as|for|about|around|over))* (?P<it>{_TEEN})"
            rf"(?: or (?P<b>{_NUMBER}))?{_END}"
        ),
        0.75,
    ),
    (
        re.compile(
            rf"\b(?:assessments?|passport|papers|certificate|document|dentist|radiograph|x-ray|school|court|form|card|file|record|police)(?: (?:had|has|still))? (?:said|says|gave|gives|had it as|showed|shows|recorded) (?P<it>{_TEEN}){_END}(?!, of\b)"
        ),
        0.65,
    ),
    (
        re.compile(
            rf"\b(?:is|was|were|am|be|['\u2019]s|['\u2019]m) (?:only |just |now |then |about |not )?(?P<it>{_NUMBER})(?: or (?P<b>{_NUMBER}))?"
            r"(?= \((?:\d{1,2}[./]|born|dob|DOB|b\.)|(?<=[\u00bc-\u00be])[.,;)])"
        ),
        0.75,
    ),
    (
        re.compile(
            r"\b(?:is|was|am|['\u2019]s|['\u2019]m) (?P<it>\d{1,2} ?(?:mths|yrs|wks))\b(?! (?:of|in|on|late|over|pregnant|gestation|into|along|overdue|away|ago))"
        ),
        0.75,
    ),
    (
        re.compile(
            rf"\b(?:if|whether|that|because|when|where|before|since|until) (?:he|she|they|{CAPITALISED}) (?:is|was|were) (?:even |really |only )?(?P<it>{_NUMBER})(?: or (?P<b>{_NUMBER}))?{_END}"
        ),
        0.7,
    ),
    (re.compile(rf"\b(?:not yet|not even|barely|rising|nearing|pushing) (?P<it>{_NUMBER}){_END}"), 0.65),
    (
        re.compile(
            r"\b(?:[MF]|[Mm]ale|[Ff]emale|[Bb]oy|[Gg]irl)[,:]? (?P<it>\d{1,3} ?(?:yrs?|years|y/?o|y|mths?|months|wks?|weeks|/12|/52))(?![\w/])(?! of)"
        ),
        0.75,
    ),
    (
        re.compile(
            r"(?<![\w/.])(?P<it>\d{1,3} ?(?:yrs?|y/?o|mths?|wks?|/12|/52)) (?:old )?(?:[MF]|[Mm]ale|[Ff]emale|[Bb]oy|[Gg]irl)\b"
        ),
        0.75,
    ),
    (
        re.compile(
            rf"\b(?P<who>{CAPITALISED}|mother|father|sister|brother|uncle|aunt|cousin|son|daughter|child|boy|girl|mum|dad), (?:at|then|now|not yet|nearly|almost|just) (?P<it>{_NUMBER}),(?= [a-z])"
        ),
        0.7,
    ),
    (
        re.compile(
            rf"\b{CAPITALISED}(?:, (?P<it>[1-9]\d?),(?= [\"\u201c\u2018'(])| ?\( (?P<b>[1-9]\d?) \)| [-\u2013] (?P<c>\d{{1,2}} ?(?:yrs?|years|mths|months|wks|weeks))(?= [-\u2013]|[,;]))"
        ),
        0.7,
    ),
    (
        re.compile(
            rf"\b[Bb]y (?P<it>1[3-9]|(?:thir|four|fif|six|seven|eigh|nine)teen),? (?:he|she|they|{CAPITALISED}) (?:was|had|were|[a-z]+ed)\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b(?:[Hh]er|[Hh]is|[Mm]y|[Yy]our) (?P<it>(?:1st|2nd|3rd|[4-9]th|1\dth|21st|30th|40th|50th|60th))(?=[,.;:)]|$| (?:party|cake|was|when|in|on|and he|and she))"
        ),
        0.6,
    ),
    (
        re.compile(
            rf"\b(?:brother|sister|son|daughter|mother|father|mum|dad|uncle|aunt|cousin|niece|nephew|partner|husband|wife) (?:about |only |just |then |now )?(?P<it>{_NUMBER})(?= (?:when|at the time|at that time)\b)"
        ),
        0.7,
    ),
    (
        re.compile(
            r"\b(?P<it>\d{1,2}[ -]?(?:wk|mth|month|week|yr|year|day|mo)) (?=(?:baby|infant|boy|girl|child|toddler|twins?|man|woman|male|female|lad|son|daughter)\b)"
        ),
        0.75,
    ),
    (re.compile(r"\b[Aa]t (?P<it>\d{1,2} ?(?:yrs|mths))\b(?! (?:gestation|later))"), 0.75),
    (re.compile(r"\b(?:[Tt]wins|[Tt]riplets) of (?P<it>\d{1,2})(?=[,.;)]|$)"), 0.7),
    (
        re.compile(
            r"\b(?:[Ee]ldest|[Oo]ldest|[Mm]iddle|[Yy]oungest|[Ee]lder|[Yy]ounger|[Tt]wins?|[Bb]aby)(?: (?:child|one|boy|girl|son|daughter))? \((?P<it>\d{1,2}(?: ?(?:m|mths|months|wks|weeks|yrs))?)\)"
        ),
        0.75,
    ),
    (
        re.compile(
            rf"\b[Tt]urned (?P<it>{_NUMBER})(?= (?:last|this|next|that|yesterday|today|in|on|two|three|a (?:week|month|few)|the (?:day|week|month))\b)"
        ),
        0.7,
    ),
    (
        re.compile(
            rf"\b(?:pregnant|orphaned|widowed|married|adopted|excluded|homeless|engaged|arrested|convicted|raped|abused|trafficked|sold|mother|father|parent|dead|died) (?:again )?at (?P<it>{_TEEN}){_END}(?! (?:in the|and \d))"
        ),
        0.65,
    ),
    (
        re.compile(
            rf"\b(?:is|was|were|be|aged|somewhere) between (?P<it>{_NUMBER}) and (?P<b>{_NUMBER})(?=[.,;)]| (?:years|when|at|old)\b)"
        ),
        0.7,
    ),
)
_NOBODY = re.compile(
    rf"(?i)(?:{ANY_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[a-z]{{2,4}}o|ref|room|flat|ward|form|year|table|section|chapter)$"
)
_LASTED = re.compile(
    r"(?i)\b(?:for|over|after|within|in|sentenced to|waited|lasted|sentence of|imprisonment of|term of|order of|of|some|nearly|about|another|than|further|served|every|spent|took|under) $"
)
_IN_FACT = re.compile(r"(?i)\b(?:child|boy|girl|baby|age|daughter|son) of $")
_A_DIGIT = re.compile(rf"\d|(?i:{NUMBER_WORD})\b")


def find(text: str) -> Iterator[Finding]:
    """Yield ages in the wordings of papers, appositions and parties."""
    if not _A_DIGIT.search(text):
        return
    for pattern, score in _TELLING:
        for match in pattern.finditer(text):
            if _of_somebody(match):
                for group in (name for name in ("it", "b", "c") if match.groupdict().get(name)):
                    yield Finding(*match.span(group), "AGE", score, "", "Says how old somebody is")


def _of_somebody(match: "re.Match[str]") -> bool:
    """Return whether it is no duration, no time of day and no sentence of a court."""
    earlier = before(match.string, match.start(), 30)
    if match.re is _TELLING[0][0] and _LASTED.search(earlier) and not _IN_FACT.search(earlier):
        return False
    who = match.groupdict().get("who")
    return not (who and _NOBODY.search(who))
