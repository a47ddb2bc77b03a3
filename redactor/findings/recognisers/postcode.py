"""UK postcodes, full, masked in part, and outward halves where an address or a word says so (BS 7666)."""

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
    "«SY4 9Q*» or «SY4 ***»",
    "postcode: «SY4 9»",
    "the «SY4» and «SY5» postcodes",
    "moved from «B21» to «WS10»",
    "an «E17» address",
    "living in «N22» with",
    "Wem, Shropshire «SY4»",
    "postcode «S0I4 9QT»",
    "«GIR 0AA»",
    "118 Dock Road. «NP29». I locked it",
    "14 Weir Lane («SY4»)",
    "stopped in «SE15» at night; in «SY4 9», near it",
    "a «BS5» family who live «LS9» way",
    "«SY4-9QT», «SY4.9QT» and «SY 4 9QT»",
    "pc «sy49qt»",
    "London «N17», Leeds «LS9»; Cardiff «CF5».",
)
IGNORES = (
    "paragraph B12 says",
    "section A1 of it",
    "form E10 was sent",
    "took the M62 there",
    "from the M6 to the M5",
    "vitamin B12 and D3",
    "from B12 to D3",
    "living in G4 theory",
    "moved to B5 Ward",
    "SS1 2 of us",
    "in SW1's view",
    "told in HV2 notes",
    "Social worker SW1.",
    "the Lane SW1 took",
    "in PO1 report",
    "London SW1 said",
)

_AREA = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX"
    "|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE"
    "|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ"
    "|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_AREAS = frozenset(_AREA.split("|"))
_FULL = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?(?: {0,2}|[.-])\d[ABD-HJLNP-UW-Z]{2}\b|\bGIR ?0AA\b")
_APART = re.compile(r"\b(?P<area>[A-Z]{1,2}) \d{1,2} \d[ABD-HJLNP-UW-Z]{2}\b")
_SMALL = re.compile(r"\b(?P<area>[A-Za-z]{1,2})\d[a-zA-Z\d]? \d[abd-hjlnp-uw-zABD-HJLNP-UW-Z]{2}\b")
_MASKED = re.compile(
    r"\b(?P<area>[A-Z]{1,2})\d{1,2}[A-Z]? ?(?:\d(?:[A-Z][*xX?_-]|[*xX?_]{2}|--)|[*X?_]{3}|xxx)(?![\w*-])"
)
_HALF = r"[A-Z]{1,2}\d{1,2}[A-Z]?"
_CALLED = re.compile(
    r"\b(?i:post ?codes?(?: (?:district|area|sector))?|sector|postal code|p/?code|pc)(?: is| was)?[: ]+"
    rf"(?P<it>{_HALF}(?: \d)?\b(?! ?\d?[A-Z]{{2}}\b)|[A-Z]{{1,2}}[\dOI][A-Z\dOI]{{0,2}} ?[\dOI][A-Z]{{2}}\b|[a-z]{{1,2}}\d{{1,2}} ?\d[a-z]{{2}}\b)"
)
_DISTRICT = re.compile(
    rf"\b(?P<it>{_HALF})(?= (?:area|district|post ?codes?|address(?:es)?|famil(?:y|ies)|way|estates?|side)\b)"
)
_DISTRICTS = re.compile(
    rf"\b(?P<a>{_HALF}) (?:and|or|to) (?P<b>{_HALF})(?= (?:areas?|districts?|post ?codes?)\b)"
)
_FROM_TO = re.compile(rf"\b(?i:moved?|moving|relocat\w+) from (?P<a>{_HALF}) to (?P<b>{_HALF})\b(?! [A-Z])")
_IN = re.compile(
    rf"\b(?i:liv(?:e|es|ed|ing)|address|flat|house|property|resid\w+|accommodation|housed|staying)(?: \w+){{0,2}} in (?P<it>{_HALF})(?=[.,;)]|$| (?:with|and|until|from|since|where|for|at)\b)"
)
_ENDS = r"(?=\)|[.,;:]|$| ?\n|[\"\u201d])"
_AFTER_STREET = re.compile(
    rf"(?:\d[^\n;:]{{0,24}} (?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Terrace|Crescent|Cres|Court|Way|Walk|Place|Gardens|Grove|Row|House|Square|Park|Hill|Mews|Parade|Green|View)[.,]? \(?|[a-z]{{2}}, )(?P<it>{_HALF}) ?{_ENDS}"
)
_IN_TOWN = re.compile(
    r"\b(?:(?P<city>London|Leeds|Manchester|Liverpool|Birmingham|Cardiff|Bristol|Sheffield|Glasgow|Edinburgh|Belfast|Nottingham|Leicester|Bradford|Newport|Swansea|Hull|Salford|Coventry|Plymouth|Southampton),? \(?|in )(?P<it>(?:[A-Z]{2}\d{1,2}|(?<=[a-z] )[A-Z]\d\d)(?: \d)?)(?=[.,;)]|$| (?:at|on|where|when|and|with|until|from|since|near|for|by|then)\b)(?!\.\d)"
)
_ROLE = re.compile(
    r"(?:CA|CH|CM|DT|GP|HV|LA|PE|PO|PR|SA|SS|SW|TA|TR)\d|(?:NG|PH)\d+"
)  # `SW1`, `TA2` are people too, `NG18` guidelines
_AFTER_TOWN = re.compile(
    rf"(?<=[a-z], )(?P<it>{_HALF})(?=[.,;)\n]|$)|(?<=[a-z]), [A-Z][a-z]+ (?P<town>[A-Z]{{2}}\d{{1,2}})(?=[.,;)\n]|$)"
)


def find(text: str) -> Iterator[Finding]:
    """Yield postcodes."""
    yield from matches(_FULL, text, "POSTCODE", 0.98, "Has the form of a postcode")
    for match in (*_SMALL.finditer(text), *_APART.finditer(text)):
        if match["area"].upper() in _AREAS:
            yield Finding(*match.span(), "POSTCODE", 0.9, "", "Has the form of a postcode")
    for match in _MASKED.finditer(text):
        if match["area"] in _AREAS:
            yield Finding(*match.span(), "POSTCODE", 0.85, "", "A postcode in part")
    for pattern in (_CALLED, _DISTRICT, _DISTRICTS, _FROM_TO, _IN, _AFTER_TOWN, _AFTER_STREET, _IN_TOWN):
        for match in pattern.finditer(text):
            for group in (name for name, value in match.groupdict().items() if value and name != "city"):
                area = re.sub(r"\d.*", "", match[group])
                somebody = pattern is _IN_TOWN and not match["city"] and _ROLE.fullmatch(match[group])
                if (area in _AREAS or pattern is _CALLED) and not somebody:
                    yield Finding(*match.span(group), "POSTCODE", 0.8, "", "The first half of a postcode")
