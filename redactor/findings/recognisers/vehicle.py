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
)
IGNORES = ("CG110 NICE", "in SE99 9ZX", "A level", "W123 the form", "form AB12 is")

_CURRENT = re.compile(r"\b[A-HJ-PR-Y][A-HJ-PR-Z]\d{2} ?[A-HJ-PR-Z]{3}\b")
_OLDER = re.compile(r"\b[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Z]{3}\b|\b[A-HJ-PR-Z]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]\b")
_NAMED = re.compile(
    r"\b(?i:registration|reg|vrm|vrn|index|number plate|plate)\b(?i: (?:number|no|mark|plate))?[.:]* {0,2}(?i:is |was |of )?\(?"
    r"(?P<it>[A-Z]{1,3} ?\d{1,4}(?: ?[A-Z]{1,3})?|\d{1,4} ?[A-Z]{1,3})\b"
)
_VEHICLE = re.compile(
    r"\b(?:registration|reg|vrm|index|plate|car|van|vehicle|lorry|motorcycle|driv|ford|vauxhall|bmw|audi|transit|hatchback"
    r"|fiesta|focus|corsa|astra|golf|polo|clio|micra|toyota|nissan|peugeot|renault|honda|moped|scooter|taxi)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Finding]:
    """Yield vehicle registrations."""
    yield from matches(_CURRENT, text, "ID", 0.95, "Has the form of a vehicle registration")
    yield from matches(_NAMED, text, "ID", 0.93, "A word for a registration before it")
    for match in _OLDER.finditer(text):
        if _VEHICLE.search(before(text, match.start(), 80)):
            yield Finding(*match.span(), "ID", 0.8, "", "Has the form of an older vehicle registration")
