"""Houses, plots and pitches known by their number alone: `at number 23`, `no. 9`, `next door (52)`."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import before, led, matches

FINDS = (
    "at «number 23», next door",
    "the neighbours at «16» and «12» complained",
    "at «No 9», then «No 11».",
    'crying at "«number 17»"',
    "took the tenancy of «number 23» on 12 May",
    "«Number 21» was boarded up. «No. 27» had",
    "the people at «no 9» in the",
    "Mr Lee, «no. 50», reports",
    "in «number 48» between",
    "ran to «number 46» in her",
    "complaint re «no. 9», by",
    "Ann from «number 6» brought fish",
    "On «Plot 5» is Hanna",
    "next door («52») heard",
    "the people in «52» heard and the lady at «51» says",
    "CALLER FROM NO «51» STATES",
    "nos. «51» and «53» were empty",
    "the people opposite («no.53»)",
    "van «12» on the site",
    "neighbour, «number 51», phoned",
    "Mrs Bell at no. «15» states",
)
IGNORES = (
    "the Lane family",
    "in 2009 Mrs Lane",
    "No 3 agency had",
    "number 14 of the recommendations",
    "at number 3 in the list",
    "No 2 agency was",
    "Recommendation number 14 was",
    "in number 3 of the series",
    "recommendation number 6 brought",
    "took the number 12 into town",
    "from 12 Directors",
    "at 9 Mrs Lee",
    "at 3 Children",
    "from 4 Police",
    "was number 2, and",
    "in number 10 of 12",
    "no. 2 of them",
    "people in 52 cases",
    "the family at 12 weeks",
    "at 10 they drive",
    "on the second plot",
)

_VERB = r"[a-z]{2,}ed|is|was|were|had|has|came|brought|saw|heard|told|kept|gave|took|left|stood|sent|knew|thought|made|put|let|ran|rang|spoke|wrote|found|said|says|lay|hears|reports|states|complains|knows|lives"
_DOES = rf"(?:and|when|where|who|next|with|to|then|on|for|until|from|before|after|since|by|as|but|because|while|having|between|again|that|in (?!the (?:list|league|table|series|queue|ranking)\b)|in$|{_VERB})\b"
_NEXT_DOOR = re.compile(
    rf"(?:\b(?:at|from|of|to|in|outside|inside|then|and|on|opposite|near|behind|past|between|re:?|Re:?|RE:?|address,?|[Nn]eighbours?,?)|(?:[A-Z][a-z]+|door|opposite|side|road|block|street|lane),?) [\"\u201c(]?(?P<it>(?:house )?(?:[Nn]umber|[Nn]o\.?|NO) ?\d{{1,3}}[A-Za-z]?)\b(?=[,;:)\"\u201d]|\.(?!\d)|$| {_DOES})"
    r"|(?:^|[.;:\u201c\"] )(?P<b>N(?:umber|o\.) \d{1,4}[A-Za-z]?)(?= (?:is|was|had|has|were|belongs|belonged|stood|stands|backs|leaked|leaks|smelt|complained|rang|told|said|heard|reported|phoned|called|lay)\b)",
    re.MULTILINE,
)
_LIST_OF = re.compile(
    r"(?i)\b(?:recommendations?|questions?|standards?|bus|platform|gate|points?|item|wave|draft|volume|issue|exhibit|party|respondent|priority|public enemy)(?: \w+)? $"
)
_SEVERAL = re.compile(
    r"\b(?:[Nn]umbers|[Nn]os\.?) (?P<a>\d{1,3}[A-Za-z]?)(?: and | to | & |, )(?P<b>\d{1,3}[A-Za-z]?)\b(?= (?:were|had|was|shared|share|stood|are|in|on)\b|[,.;])"
)
_NEIGHBOURS = re.compile(
    r"\b(?:[Nn]eighbours?|[Nn]ext door|[Rr]esidents?|[Oo]ccupants?|[Tt]enants?) (?:at|in|from) (?P<a>\d{1,3}[a-d]?)(?: and (?P<b>\d{1,3}[a-d]?))?(?=[,.;)]|$| [a-z])(?! (?:weeks|days|months|years|hours|per|of)\b)"
)
_AT_NUMBER = re.compile(
    rf"\b(?:(?i:lady|people|occupants?|family|couple|caller|someone|somebody|old man|flat opposite|house opposite|opposite|residents?) (?i:at|in|from) (?:(?i:no\.?|number) ?)?(?P<a>\d{{1,3}}[a-d]?)|[Nn]ext door \((?P<b>\d{{1,3}}[a-d]?)(?=\)))(?=[,.;)]|$| (?:says|states|STATES|SAYS|REPORTS|hears?|reports?|{_VERB})\b)"
    r"|\b(?:van|caravan|trailer|plot|pitch|berth|mooring)(?: no\.?| number)? (?P<c>\d{1,3})(?= on (?:the|their|our) (?:site|field|park)\b)|\b(?:[Oo]n|[Ff]rom|[Aa]t|[Tt]o|[Oo]f|trailer on) (?P<d>(?:[Pp]lot|[Pp]itch) \d{1,3}[A-Z]?)\b"
)
_LETTERED = re.compile(
    r"\b(?:at|from|to|of|in|flat|upstairs at|outside|and) (?P<it>\d{1,4}[A-G])(?=[,.;)]|$| (?:and|when|where|who|had|was|next|with|to|before|for|said|complained|reported|heard|called|rang)\b)"
)


def find(text: str) -> Iterator[Finding]:
    """Yield the numbers of houses and plots that stand without a street."""
    for match in led(_NEXT_DOOR, text, frozenset(["number", "no"]), back=24):
        group = "it" if match["it"] else "b"
        if not _LIST_OF.search(before(text, match.start(group), 30)):
            yield Finding(*match.span(group), "ADDRESS", 0.75, "", "A house number")
    for pattern in (_SEVERAL, _NEIGHBOURS, _AT_NUMBER):
        for match in pattern.finditer(text):
            for group in (name for name, number in match.groupdict().items() if number):
                yield Finding(*match.span(group), "ADDRESS", 0.7, "", "The number of a neighbour's house")
    yield from matches(_LETTERED, text, "ADDRESS", 0.6, "A house number")
