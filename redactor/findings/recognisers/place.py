"""Places: streets without a number, estates, parks, counties, countries, and towns a word points at."""

import re
from collections.abc import Iterator
from functools import cache

from redactor.findings.finding import Finding
from redactor.findings.lists import lower, words
from redactor.findings.patterns import CAPITALISED, after, matches
from redactor.findings.public.phrases import listed

FINDS = (
    "along «Basin Street» to",
    "the «Gorse Brow estate» in",
    "from «County Mayo» to",
    "born in «Nigeria» and",
    "the village of «Little Thorpe»,",
    "at «Otley bus station»",
    "«North Yorkshire» and",
    "she moved to «Otterburn».",
    "in «Ward End Park»",
    "lives in «Brackendale» with",
    "at the «Otley skate park» in",
    "search on «Station Approach». Nothing",
    "Mill House, «Otterburn», LS9 9ZZ",
    "from the «Democratic Republic of Congo»",
    "on the «Boscarn Lane travellers' site».",
    "in a car on the «M65».",
    "ANPR HIT «A38» N/B, «M5» J24 S/B",
    "off the «A1(M)» at «Tibshelf services» on the «M1»",
    "along the «B6451» to",
    "stopped at «junction 24 of the M1» by",
    "Vietnamese, from «Nghệ An» |",
    "a Somali family originally from «Hargeisa».",
    "at «Lymm motorway services»,",
    "the «A12» at junction 9",
    "in «Co Durham»",
    "He visited «Stryd yr Efail» on",
    "along «Heol Fawr».",
    "tek him «shuttle st» 2moz",
    'the "«dock rd» girls"',
    "up «mill ave», then",
    "by «Shearer's Yard» and «Cooper's Wharf»",
)
IGNORES = (
    "in Care",
    "to Social Care",
    "lives in Foster care",
    "in April",
    "moved to Mr Lee",
    "One Way",
    "the Road Policing Unit",
    "born in May",
    "Reading this report was",
    "on the A4 sheet",
    "the B1 form",
    "bay A2 and M1 midwife",
    "Adult A1 and M2",
    "on A4 paper",
    "to the County Council, received",
    "social services closed",
    "from Social services",
    "a Yorkshire terrier",
    "the st",
    "across the rd",
    "main rd",
    "one st aidan's",
)

_STREET = re.compile(
    rf"(?<!\d )(?<!\d[A-Za-z] )\b(?:{CAPITALISED} ){{1,3}}(?:Street|Road|Lane|Avenue|Terrace|Crescent|Drive|Close|Parade|Grove|Row|Square|Gardens|Fold|Brow|Mews|Approach|Drove|Wharf|Quay|Parade|Causeway|Yard|Pightle|Steps|Staithe|Ginnel)\b"
    r"(?! (?:Surgery|School|Hospital|Centre|Practice|Nursery|Clinic|Primary|Academy|Church|Station|Medical|Children|Health|Infant|Junior|Community))"
)
_SURNAMES = (
    "Lane",
    "Close",
    "Row",
    "Grove",
    "Brow",
    "Drive",
    "Street",
    "Road",
    "Park",
    "Heath",
    "Moor",
    "Wood",
    "Common",
    "Beach",
)
_AREA = re.compile(
    rf"\b(?:{CAPITALISED} ){{1,2}}(?:[Ee]state|skate ?park|playing fields?|play area|allotments|cemetery|underpass|leisure park|caravan park|bus station|[Tt]ravellers['\u2019] [Ss]ite|caravan site|railway station|train station|town centre|city centre|village|Park|park|Common|Beach|Marina|Docks|Heath|Moor|Wood|Reservoir|Canal|Retail Park|Industrial Estate|precinct|shopping centre|roundabout)\b"
)
_COUNTY = re.compile(
    rf"\b(?:County (?!Council|Court|Hall|Lines?|Team|Solicitor|Manager|Secretary)|Co\.? ){CAPITALISED}\b|\b(?:River|Isle of|Vale of|Forest of|Lake|Loch|Mount) {CAPITALISED}\b"
    rf"|\b(?:North|South|East|West|Greater|Mid) (?:[A-Z][a-z]+shire|[A-Z][a-z]+sex|Glamorgan|Wales|London|Manchester|Midlands|Tyneside)\b|\b[A-Z][a-z]{{3,}}shire\b"
)
_POINTED = re.compile(
    rf"\b(?:(?:village|town|city|hamlet|area|district|suburb|port|island|outskirts|parish|market town) of|(?:lives?|lived|living|born|raised|grew up|brought up|settled|residing|resided|resident|homeless|stayed|staying) in"
    rf"|(?:moved|moving|relocated|returned|travelled|fled|emigrated|deported|move) (?:back )?(?:to|from|away from)|(?:came|come|originally|family) from|native of) "
    rf"(?P<it>(?!The |A |An |County )(?:(?:St|Great|Little|Upper|Lower|New|Old|Port|Ash|Kings?|Market) )?{CAPITALISED}(?:[- ](?:{CAPITALISED}|(?:upon|on|in|under|le|by|next)[- ](?:the[- ])?{CAPITALISED}))?)"
)
_HIGHWAY = re.compile(
    r"\b(?P<it>(?:[Jj]unctions?|[Jj]ct|J) ?\d{1,2}[A-Z]? of the [MA]\d{1,3}(?:\([MT]\))?)\b"
    r"|\b(?:(?:on|off|along|via|down|up|near|of|by|from|to|onto|beside|across|under|leaving|joined|and) the |(?:NORTH|SOUTH|ON|OFF|HIT|VIA|ALONG) (?:THE )?)(?P<b>M\d{1,2}|A\d{1,4}|B\d{4})(?P<m>\([MT]\))?(?![\w/-]| (?:form|sheet|paper|page|envelope|poster|pad|size|folder|file|midwife|ward|bay|level|bed|grade)\b)"
    r"|\b[Tt]he (?P<d>M\d{1,2}|A\d{1,4})(?= (?:at|near|between|towards|outside|bridge|flyover)\b)"
    r"|\b(?P<c>M\d{1,2}|A\d{1,4}|B\d{4})(?=(?:\([MT]\))? (?:[NSEW]/B|[NSEW]B|(?:north|south|east|west)(?:bound)?|motorway|bypass|dual carriageway|slip road|J\d+|[Jj]unction|road)\b)"
)
_WELSH_STREET = re.compile(
    rf"(?<!\d )(?<!\d, )\b(?:Stryd|Heol|Ffordd|L\u00f4n|Rhodfa|Cilgant) (?:y |yr |Y |Yr )?{CAPITALISED}(?: {CAPITALISED})?"
)
_SMALL_STREET = re.compile(
    r"(?<![\w'\u2019-])(?!(?:the|this|that|main|side|same|next|over|cross|ring|busy|from|down|along|with|near|your|their|our|main|other|long|whole|one|end|off|per)\b)[a-z]{3,14} (?:st|rd|ave|cres)\b(?! [a-z]+'s|\. [a-z])(?!['\u2019/])"
)
_SERVICES = re.compile(
    rf"\b(?:at|near|from|to|past) (?P<it>{CAPITALISED}(?: {CAPITALISED})? (?:motorway )?services)\b(?! (?:and|for|to|team|closed|were|was|had|did|in)\b)"
)
_PEOPLE_FROM = re.compile(
    rf"\b[A-Z][a-z]+(?:ese|ian|ish|i|an|er|ch)(?:,| famil(?:y|ies)| couple| man| woman| migrants?)? (?:originally |who came |now )?from (?P<it>{CAPITALISED}(?: {CAPITALISED})?)(?= ?[.,;|)\n]|$)"
)
_BEFORE_POSTCODE = re.compile(
    rf"\b(?P<it>{CAPITALISED}(?:[ -](?:{CAPITALISED}|upon|on|in|under|le|by|the)){{0,3}}),? (?:[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}\b)"
)
_OTHER_USE = re.compile(
    r" (?:Police|Constabulary|Council|LSCB|Safeguarding|NHS|this|the|his|her|their|a|an|it|that|these|those|[Tt]errier|puddings?|Ripper|Building Society|[Tt]ea|hotpot)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield places."""
    for pattern, score, because in (
        (_STREET, 0.85, "The name of a street"),
        (_WELSH_STREET, 0.75, "The name of a street in Welsh"),
        (_AREA, 0.7, "The name of an area"),
        (_SMALL_STREET, 0.6, "The name of a street"),
    ):
        for finding in matches(pattern, text, "PLACE", score, because):
            yield from _without_opening(text, finding)
    for finding in matches(_COUNTY, text, "PLACE", 0.85, "The name of a county or region"):
        if not _OTHER_USE.match(after(text, finding.end)):
            yield finding
    for finding in matches(_POINTED, text, "PLACE", 0.65, "A word before it says that it is a place"):
        said = text[finding.start : finding.end].lower()
        if not {said, said.split(" ")[0]} & _no_place():
            yield finding
    for match in _HIGHWAY.finditer(text):
        group = next(name for name in ("it", "b", "c", "d") if match[name])
        yield Finding(
            match.start(group),
            match.end("m") if match["m"] else match.end(group),
            "PLACE",
            0.8,
            "",
            "The number of a road",
        )
    for finding in (
        *matches(_SERVICES, text, "PLACE", 0.7, "A motorway's services"),
        *matches(_PEOPLE_FROM, text, "PLACE", 0.65, "Where a family comes from"),
    ):
        if text[finding.start : finding.end].split(" ")[0].lower() not in _no_place():
            yield finding
    yield from matches(_BEFORE_POSTCODE, text, "PLACE", 0.8, "Stands before a postcode")
    for start, end in listed("places").find(text):
        if not _OTHER_USE.match(after(text, end)):
            yield Finding(start, end, "PLACE", 0.75, "", "A country, county or town")


@cache
def _no_place() -> frozenset[str]:
    """Return the words that are no place's name though they bear a capital."""
    return lower("not_names") | lower("openings") | {"social", "health", "children's"}


def _without_opening(text: str, finding: Finding) -> Iterator[Finding]:
    """Leave out words that only open a sentence; yield nothing for a titled person (Mrs Lane), or if no name is left."""
    start = finding.start
    parts = text[start : finding.end].split(" ")
    while len(parts) > 1 and parts[0].lower() in lower("openings"):
        start += len(parts[0]) + 1
        parts = parts[1:]
    titled = any(part.rstrip(".") in words("titles") for part in parts[:-1])
    if (
        len(parts) > 1
        and not titled
        and not all(part.lower() in lower("general_words") for part in parts[:-1])
    ):
        score = 0.7 if len(parts) == 2 and parts[1] in _SURNAMES else finding.score
        yield Finding(start, finding.end, "PLACE", score, "", finding.because)
