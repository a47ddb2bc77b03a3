"""Vehicle registrations (DVLA INF104: current, prefix and suffix series)."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import before, matches

FINDS = (
    "a van, registration «MA11 VTW».",
    "«AB51ABC»",
    "the Fiesta («K412 BTW»)",
    "index «ABC 123D» seen",
    "car reg «N1 KEZ»",
    "a red Zafira, «NK 09 LWD»",
    "Ford Escort («F 22 KLW»)",
    "ANPR hit on «yk63 rfo»",
    "index number «YJ54OPD»",
    "a scanned plate, «YJ54 0PD»",
    "motorbike reg «LKZ 4471»",
    "a taxi, plate «447»",
    "the trailer plate «Q447 LOM»",
    "got part of the plate, «KT1»?",
    "a car with a plate starting «KT1»",
    "partial index «KT17»",
    "plate ends in «KLW» and the number began «LF6»",
    "a grey Corsa, part reg «YJ5»",
    "the first letters of the plate were «NK5»",
    "registration «NK 09 L**»",
)
IGNORES = (
    "CG110 NICE",
    "in SE99 9ZX",
    "A level",
    "W123 the form",
    "form AB12 is",
    "in A 12 MON form",
    "the car at 14 THE end",
    "a van and 12 Men",
    "carers under SI 2006/1738 and SI 2010",
    "the Care Planning Regulations, HC 1184",
    "minimum standard NG 205",
    "in the car park PC 447 said",
    "the index ending IN MAY",
    "a number ending 447",
    "part of the plan, ABC told",
)

_CURRENT = re.compile(r"\b[A-HJ-PR-Y][A-HJ-PR-Z]\d{2} ?[A-HJ-PR-Z]{3}\b")
_LOOSE = re.compile(  # spaced out, in small letters, or with O and 0, I and 1 exchanged; only near a word for a vehicle
    r"\b(?:[A-HJ-PR-Y][A-HJ-PR-Z] ?[\dO]{2} ?[A-HJ-PR-Z0]{3}|[a-hj-pr-y][a-hj-pr-z]\d\d ?[a-hj-pr-z]{3})\b"
)
_OLDER = re.compile(
    r"\b[A-HJ-NPR-TV-Y] ?\d{1,3} ?[A-HJ-PR-Z]{3}\b|\b[A-HJ-PR-Z]{3} ?\d{1,3} ?[A-HJ-NPR-TV-Y]\b|\b[A-Z]{2,3} \d{3,4}\b|\bQ\d{1,3} ?[A-Z]{3}\b"
)
_NAMED = re.compile(
    r"\b(?i:registration|reg|vrm|vrn|index|number plate|plate|anpr)\b(?i: (?:number|no|mark|plate|hit|hit on))?[.:]* {0,2}(?i:is |was |of |on )?\(?"
    r"(?P<it>[A-Z]{1,3} ?\d{1,4}(?: ?[A-Z]{1,3})?|\d{1,4} [A-Z]{1,3}|(?<=plate )\d{3,4}|[A-Za-z]{2}\d\d ?[A-Za-z0-9]{3})\b"
)
_PART = re.compile(
    r"\b(?i:(?:plate|registration|reg|index|vrm|vrn|number)(?: number| mark)?(?: of \w+ \w+)? (?:start(?:ing|ed|s)?|beg[aiu]n(?:ning|s)?|end(?:ing|ed|s)?)(?: in| with)?"
    r"|(?:part(?:ial)?|half|some)(?: of)?(?: the| a| its)? (?:number )?(?:plate|registration|reg|index|vrm)(?: number)?(?:,| was| is|:)?"
    r"|(?:first|last)(?: \w+)? (?:letters|figures|digits|part)(?: of the (?:plate|registration|reg|index))? (?:was|were|are|is)) [\"\u201c(]?"
    r"(?P<it>(?=[A-Z0-9]*[A-Z])(?!(?:IN|AT|ON|THE|AND|PC|DC|CCTV|MAY)\b)[A-Z]{1,3} ?\d{0,3}[A-Z]{0,3})(?![\w'\u2019]| [A-Z]{2})"
    r"|\b(?i:registration|reg|index|vrm|plate)(?i: (?:number|no|mark))?[.:]? (?P<masked>[A-Z]{1,2} ?\d{1,2} ?[A-Z]{0,3}[*?]{1,4})"
)
_ORDER = re.compile(  # statutory instruments, guidelines and ranks, which have a plate's form
    r"(?:SI|HC|HL|CM|CG|NG|PH|QS|PC|DC|PS|DS|DI|EC|EU|SW|HV|GP|WO|LAC|HSC|HSG|IPG|TA|CSO|IC) \d"
)
_VEHICLE = re.compile(
    r"\b(?:registration|reg|vrm|index|plate|anpr|car|van|vehicle|lorry|motorcycle|motorbike|trailer|driv|ford|vauxhall|bmw|audi|transit|hatchback|mercedes|volvo|skoda|seat|mazda|kia|hyundai|citroen|fiat|suzuki|mini"
    r"|fiesta|focus|corsa|astra|zafira|mondeo|escort|golf|polo|clio|micra|toyota|nissan|peugeot|renault|honda|moped|scooter|taxi|minibus|caravan|quad|tractor|jeep|saloon|estate car|4x4|suv|pickup|tyres?|parked|motor)(?:s|ing|e[nrs]|ove)?\b",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Finding]:
    """Yield vehicle registrations."""
    yield from matches(_CURRENT, text, "ID", 0.95, "Has the form of a vehicle registration")
    yield from matches(_NAMED, text, "ID", 0.93, "A word for a registration before it")
    for match in _PART.finditer(text):
        group = "it" if match["it"] else "masked"
        yield Finding(*match.span(group), "ID", 0.8, "", "Part of a vehicle's registration")
    for pattern in (_LOOSE, _OLDER):
        for match in pattern.finditer(text):
            if _VEHICLE.search(before(text, match.start(), 60)) and not _ORDER.match(match.group()):
                yield Finding(*match.span(), "ID", 0.8, "", "Has the form of a vehicle registration")
