"""UK postcodes, full, and outward halves where an address or a word says so (BS 7666)."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "lives in «LS6 2AB» now",
    "at «SW1A 1AA».",
    "postcode «ex4 3pt»",
    "the «TR29» area",
    "postcode district «B21»",
    "12 Mill Lane, Otley, «LS21»",
)
IGNORES = ("paragraph B12 says", "section A1 of it", "form E10 was sent", "took the M62 there")

_AREA = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX"
    "|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE"
    "|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ"
    "|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_FULL = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2}\b")
_LOWER = re.compile(rf"\b(?i:{_AREA})\d[a-zA-Z\d]? \d[abd-hjlnp-uw-zABD-HJLNP-UW-Z]{{2}}\b")
_OUTWARD = re.compile(
    rf"(?:\b(?i:post ?codes?(?: (?:district|area|sector))?|sector)[: ]+(?P<a>(?:{_AREA})\d{{1,2}}[A-Z]?)\b)"
    rf"|(?:\b(?P<b>(?:{_AREA})\d{{1,2}}[A-Z]?)(?= (?:area|district|postcode)\b))"
    rf"|(?:(?<=[a-z], )(?P<c>(?:{_AREA})\d{{1,2}}[A-Z]?)(?=[.,;)\n]|$))"
)


def find(text: str) -> Iterator[Finding]:
    """Yield postcodes."""
    yield from matches(_FULL, text, "POSTCODE", 0.98, "Has the form of a postcode")
    yield from matches(_LOWER, text, "POSTCODE", 0.9, "Has the form of a postcode")
    for match in _OUTWARD.finditer(text):
        group = match.lastgroup or "a"
        yield Finding(*match.span(group), "POSTCODE", 0.8, "", "The first half of a postcode")
