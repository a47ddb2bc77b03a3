"""Addresses: house number or flat with a street, plots, named houses; up to the town."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.lists import alternatives
from redactor.findings.patterns import CAPITALISED, before, matches

FINDS = (
    "lives at «17 Hopper Street», Otley",
    "from «Flat 22, Calder Point», Otley",
    "«Flat 9, Otter House, 22 Sandgate Parade»",
    "«Unit 3, Saddlers Court», Otley",
    "to «17B Priory Terrace».",
    "«Plot 3, Ashfold Park»",
    "«Damson House, Upper Lane», Otley",
    "«41-43 Quarry Street»",
    "a neighbour at «Flat 31» had",
    "at «number 23», next door",
    "«The Old Bakery, 5 Well Lane»",
    "«The Old Sail Loft, 2 Ferry Steps», Otley",
    "«26 BRIDGE STREET»",
    "«Llys Gwyn, Ffordd y Bryn», Tregaron",
    "rented «4 Stryd yr Onnen», Tregaron",
    "at «8 Thrush Close», Otley",
    "«Apartment 12B Victoria Mills»",
    "«Caravan 4, Sandy Bay Holiday Park»",
    "«Hillcrest Farm, Moor Lane»",
    "«2 Y Berllan», Llanelli",
    "«Abbot House, 40 Mintgate», Otley LS1 1AA",
    "Subject: LEE - «Rm 14 Brookside»\n",
)
IGNORES = (
    "on Basin Street in",
    "12 Hospital visits",
    "for 3 Children",
    "section 17 Children Act",
    "room 4 was",
    "12 March Street Surgery",
    "5 mg Road",
    "the Lane family",
    "in 2009 Mrs Lane",
    "PC 2264 Dale came",
    "PCSO 6613 Ann Lane",
    "The GP, Dr Noor Lee",
    "Lock and key ........ 20 The Elms ....",
    "The Lead, Dr Ann Lee",
)

_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Av|Close|Cl|Drive|Dr|Terrace|Terr|Way|Court|Ct|Crescent|Cres|Place|Pl|Square|Sq|Row|Walk|Gardens|Gdns"
    r"|Grove|Gr|Hill|Park|Parade|Mews|Rise|View|Green|Fold|Brae|Wharf|Quay|Yard|Gate|Croft|Bank|Fields?|Meadows?|Point|House|Heights|Mount|Path"
    r"|Passage|Alley|Bridge|Buildings|Chase|Circus|Common|Cottages?|Dale|Dell|Edge|End|Esplanade|Garth|Glade|Glen|Grange|Heath|Lawn|Lea|Leys|Loan"
    r"|Marina|Mill|Mills|Nook|Oval|Paddock|Pastures|Promenade|Ridge|Rows|Side|Spinney|Strand|Steps|Tower|Towers|Vale|Villas?|Wynd|Wood|Woods"
    r"|Orchard|Causeway|Broadway|Highway|Bypass|Cross|Corner|Embankment|Front|Market|Drove|Gait|Lonnen|Vennel|Weind|Snicket|Twitten|Estate)"
)
_STREET_UPPER = r"(?:STREET|ROAD|LANE|AVENUE|CLOSE|DRIVE|TERRACE|WAY|COURT|CRESCENT|PLACE|SQUARE|ROW|WALK|GARDENS|GROVE|HILL|PARK|HOUSE|MEWS|RISE)"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NAME = rf"(?:(?:{CAPITALISED}|St\.?|of|the|and|y|yr|le|la|on|upon) ){{0,4}}"
_ROAD = rf"(?:{_NAME}(?<![,.;] )(?:{_STREET}|{_STREET_UPPER})\b(?! (?:Surgery|School|Hospital|Centre|Practice|Nursery|Clinic|Primary|Academy|Church|Station|Medical|Children))|(?:The|Upper|Lower) {CAPITALISED}(?= ?[,.;\n)]))"
_WELSH = rf"(?:(?:Heol|Ffordd|Stryd|Lôn|Maes|Bryn|Clos|Cae|Tan|Parc|Rhodfa|Rhes|Cwrt|Llys|Tai|Pen|Trem|Dan|Y|Yr)(?: (?:{CAPITALISED}|yr?|Yr?)\b){{1,3}})"
_NUMBER = r"(?:(?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]?(?: ?[-/\u2013] ?\d{1,4}[A-Za-z]?)?)"
_FLAT = (
    r"(?:(?i:flat|flt|rm|apartment|apt|unit|plot|room|bedsit|caravan|pitch|block|maisonette|studio|suite|chalet|lodge|berth|mooring|floor)"
    r" (?:no\.? ?)?(?:\d{1,4}[A-Za-z]?(?:/\d{1,3})?|[A-Z]\d{0,3})\b)"
)
_BUILDING = rf"(?:(?:The )?(?:{CAPITALISED} ){{1,3}}(?:House|Court|Point|Mills?|Tower|Towers|Lodge|Farm|Cottage|Cottages|Hall|Villa|Barn|Grange|Heights|Rectory|Vicarage|Manor|Buildings?|Park|Mansions|Works|Wharf|Bungalow)\b|The (?:{CAPITALISED} ){{0,2}}{CAPITALISED})"
_NUMBERED = re.compile(rf"(?<![\d/.:\u00a3,-])\b(?!\d+ {_MONTHS}\b){_NUMBER},? (?:{_ROAD}|{_WELSH})")
_IN_FLAT = re.compile(
    rf"\b{_FLAT}(?:,? (?:(?!{_MONTHS}){_NUMBER},? )?(?:{_ROAD}|{_WELSH}|{_BUILDING}))?(?:, {_NUMBER},? (?:{_ROAD}|{_WELSH}))?"
)
_NAMED = re.compile(
    rf"\b(?:{_BUILDING}|(?:Ty|Tŷ|Bryn|Pen|Llys|Tan|Plas|Cwm|Nant|Rhos|Hafod|Min) {CAPITALISED}(?: {CAPITALISED})?), (?:(?:{_NUMBER} )?(?:{_ROAD}|{_WELSH})|{_NUMBER} {CAPITALISED}(?: {CAPITALISED})?(?=,|\n|$))"
)
_ROOM = re.compile(rf"\b(?:Rm|Room|Flat|Flt|Apt) \d{{1,3}}[A-Z]? {CAPITALISED}(?= ?(?:[,;\n)|-]|$))")
_NEXT_DOOR = re.compile(
    r"\b(?:at|from|of|to|in|outside|address,?) (?P<it>(?:house )?(?:[Nn]umber|[Nn]o\.?) \d{1,4}[A-Za-z]?)\b(?=[,.;)]|$| (?:and|when|where|who|had|was|next|with|to)\b)"
)
_LETTERED = re.compile(
    r"\b(?:at|from|to|of|in|flat|upstairs at|outside|and) (?P<it>\d{1,4}[A-G])(?=[,.;)]|$| (?:and|when|where|who|had|was|next|with|to|before|for)\b)"
)
_LABELLED = re.compile(
    r"\b(?i:home address|address|addr)(?: \([^)\n]{0,20}\))?: ?(?P<it>[A-Z\d][^,\n|]{2,40}(?:, (?:\d|[Ff]lat)[^,\n|]{2,30})?)"
)
_OFFICER = re.compile(rf"\b(?:{alternatives('titles')}|Log|Incident|Room|Ward|Unit)\.? $")
_LEADERS = re.compile(r"(?:\. ?){4,}$")
_TITLED = re.compile(rf"\b(?:{alternatives('titles')})\b")
_ORDINARY = re.compile(r"(?i)(?:room|floor|block|suite|unit|plot) [a-z]?\d*[a-z]?")


def find(text: str) -> Iterator[Finding]:
    """Yield addresses, town and postcode left out."""
    for finding in matches(_IN_FLAT, text, "ADDRESS", 0.93, "A flat or plot, as in an address"):
        if not _ORDINARY.fullmatch(text, finding.start, finding.end):
            yield finding
    for finding in matches(_NUMBERED, text, "ADDRESS", 0.95, "A house number and a street"):
        earlier = before(text, finding.start, 15)
        if (
            not _OFFICER.search(earlier)
            and not _LEADERS.search(earlier)
            and not _TITLED.search(text[finding.start : finding.end])
        ):
            yield finding
    yield from matches(_NAMED, text, "ADDRESS", 0.85, "A named house and a street")
    yield from matches(_ROOM, text, "ADDRESS", 0.8, "A room or flat in a named house")
    yield from matches(_NEXT_DOOR, text, "ADDRESS", 0.75, "A house number")
    yield from matches(_LETTERED, text, "ADDRESS", 0.6, "A house number")
    yield from matches(_LABELLED, text, "ADDRESS", 0.85, "Follows the word address")
