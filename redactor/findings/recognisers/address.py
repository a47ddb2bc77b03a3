"""Addresses: house number or flat with a street, plots, named houses; up to the town."""

import re
from collections.abc import Iterator

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import alternatives, lower
from redactor.findings.patterns import CAPITALISED, FIGURE, any_of, before, matches

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
    "«number 14, Weir Lane», Otley",
    "«No. 14 Weir Lane»",
    "«no. 3 The Green», Otley",
    "moved to «6 The Leys» in",
    "«2/1, 14 Weir Lane»",
    "«Ground Floor Flat, 14 Weir Lane»",
    "«Flat 2, Block C, Highfields»",
    "«14 Weir Lane, Flat 2»",
    "«22 Highfield», Otley",
    "from «3 Springbank» to «11 Eastlands»",
    "lives at «48 Lomaxholme» with",
    "«12 Heol-y-Bryn»",
    "«10 Min y Don»",
    "«Room 12, Lomax House Hostel»",
    "«Room 12» at the hostel",
    "«Pitch 11, Tilley Lane Caravan Site»",
    "«Plot 6 Lomax Lane Travellers' Site»",
    "«15 Upper Weir Street East»",
    "«10 Station Approach»",
    "«5 Tilley-on-the-Hill»",
    "Previous addresses: «14 Weir Lane»; «9 Southlea»",
    "«PO Box 447», Otley",
    "Re: «41 Calder Pt» – tenancy",
    "«Unit 4, Weavers' Yard, Canal Street», Otley BB9 1HB",
    "«4 Jubilee Almshouses, Chapel Walk», Otley",
    "Informant: LEE, P, «62 LARKHILL CRES», tel",
    "«14 WEIR LN» AND «2 ELM RD»",
    "by G. Lee, «Third floor, Wharf Court, 1 Navigation Way», Otley",
    "«Third Floor, 14 Weir Lane», Otley",
    "«Ground Floor, Wharf House, Canal Street»",
    "«3 Old Mill Cottages, Mill Lane», Otley",
    "«Suite 2, Wharf Court, Canal Street»",
    "«Flat 2 at 14 Weir Lane»",
    "«Flat 2, above 14 Weir Lane»",
    "«Top flat, 14 Weir Lane»",
    "«14 Ty'n-y-Coed Road»",
    "moved to «45 Lomaxley» in May",
    "«Bungalow 3, Elm Court»",
    "| «4 Withy Pits» | 07700",
    "moved in to «19 The Pits»",
    "at «7 Sallow Sidings», Otley",
    "kept at «9 Netherend» by May",
    "«51 & 53 Weir Street»",
    "«Nos. 51 and 53 Weir Street»",
    "«51A-C Weir Street»",
    "«51 (2F1) Weir Street»",
    "«51 Weir Street (top flat)»",
    "back to «51 weir road», otley",
    "living at «14 lomaxley close»",
    "«Hut 4, Weir Allotments»",
    "«Room 4 (first floor), 51 Weir St»",
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
    "Chapter 4 The Green Paper",
    "2 The Review in outline",
    "5 Year Forward View",
    "a flat 2 days later",
    "No 3 agency had",
    "number 14 of the recommendations",
    "12 Sheffield children",
    "Address: As above",
    "in Group 4 Security",
    "Dr Hill, 12 March",
    "seen in Room 2 at the clinic",
    "in the next room. I said so",
    "in that house I saw",
    "at number 3 in the list",
    "No 2 agency was",
    "2 CALLS TO DR",
    "Recommendation number 14 was",
    "on the third floor",
    "in number 3 of the series",
    "recommendation number 6 brought",
    "took the number 12 into town",
    "from 12 Directors",
    "at 9 Mrs Lee",
    "at 3 Children",
    "from 4 Police",
    "at number one",
    "was number 2, and",
    "in number 10 of 12",
    "no. 2 of them",
    "people in 52 cases",
    "the family at 12 weeks",
    "to 2 close friends",
    "at 10 they drive",
    "on the second plot",
)

_STREET = (
    r"(?:Street|St|Road|Rd|Lane|La|Ln|Avenue|Ave|Av|Close|Cl|Drive|Drv|Dr|Terrace|Terr|Tce|Way|Court|Ct|Crescent|Cres|Place|Pl|Square|Sq|Row|Walk|Wlk|Gardens|Gdns"
    r"|Grove|Gr|Hill|Park|Parade|Pde|Mews|Rise|View|Green|Fold|Brae|Wharf|Quays?|Yard|Gate|Croft|Banks?|Fields?|Meadows?|Point|Pt|House|Hse|Heights|Mount|Path"
    r"|Passage|Alley|Bridge|Buildings|Bldgs|Chase|Circus|Common|Cottages?|Almshouses|Dale|Dell|Edge|End|Esplanade|Garth|Glade|Glen|Grange|Heath|Lawn|Lea|Leas|Leys|Loan"
    r"|Marina|Mill|Mills|Nook|Oval|Paddock|Pastures|Promenade|Ridge|Rows|Side|Spinney|Strand|Steps|Tower|Towers|Vale|Villas?|Wynd|Wood|Woods"
    r"|Orchard|Causeway|Broadway|Highway|Parkway|Bypass|Cross|Corner|Embankment|Front|Market|Drove|Gait|Lonnen|Vennel|Weind|Snicket|Twitten|Estate|Est"
    r"|Mead|Acres?|Approach|Hey|Hay|Hurst|Holme|Thorpe|Tops?|Trees|Royd|Combe|Coombe|Downs?|Basin|Lock|Beck|Brow|Rigg|Hollow|Copse|Holt|Ings|Carr|Moor|Warren|Piece|Butts|Maltings|Limes|Elms|Oaks|Pits?|Sidings?|Maltkilns?|Kilns?|Staithes?|Ponds?|Locks|Sands|Loke|Ginnel|Jitty|Drang|Chare|Landing|Bottoms?|Clough|Lees|Tarn|Thwaite|Ghyll|Gill|Intake|Pightle|Doles|Shore|Stables|Nurseries|Slip|Farms?)"
)
_STREET_UPPER = r"(?:STREET|ROAD|LANE|AVENUE|CLOSE|DRIVE|TERRACE|WAY|COURT|CRESCENT|PLACE|SQUARE|ROW|WALK|GARDENS|GROVE|HILL|PARK|HOUSE|MEWS|RISE|VIEW|GREEN|MOUNT|CRES|CRESC|AVE|RD|LN|GDNS|TERR|TCE|CL|ALMSHOUSES|COTTAGES|BUILDINGS|VILLAS|YARD|WHARF|FOLD|PARADE|CROFT|CAUSEWAY|MILL|TOWERS?|HEIGHTS)"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SMALL = r"(?:of|the|and|y|yr|le|la|on|upon)"
_NAME = rf"(?:(?:{CAPITALISED}['\u2019]?|St\.?|{_SMALL}) ){{0,4}}"
_TRUE_ROAD = rf"(?:{_NAME}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Terrace|Way|Walk|Crescent|Cres|Row|Square|Place|Gardens|Parade|Mews|STREET|ROAD|LANE|AVENUE|CLOSE|DRIVE|TERRACE|WAY|WALK|CRESCENT|RD|LN|AVE))"
_ALSO_ROAD = rf"(?:{'|'.join(f'(?<={word})' for word in ('House', 'Court', 'Mills', 'Mill', 'Mews', 'Cottages', 'Cottage', 'Buildings', 'Almshouses', 'Yard', 'Villas', 'Towers', 'Point'))}), {_TRUE_ROAD}\b"
_NO_BODY = r"(?! (?:Surgery|School|Hospital|Centre|Practice|Nursery|Clinic|Primary|Academy|Church|Station|Medical|Children|Paper|Forward|Security|Project|Team)\b)"
_GARDEN = (  # what stands after The in an address without a word for street
    r"(?:Green|Leys|Limes|Elms|Oaks|Beeches|Firs|Cedars|Willows|Poplars|Laurels|Hollies|Grove|Close|Crescent|Avenue|Drive|Mount|Orchards?|Paddocks?|Meadows?|Spinney|Copse"
    r"|Croft|Crofts|Fold|Nook|Rise|Ridge|Shrubbery|Bungalow|Cottage|Cottages|Lodge|Mews|Square|Parade|Broadway|Strand|Mall|Moorings|Quay|Quays|Wharf|Granary|Maltings|Stables|Rookery|Pastures"
    r"|Heath|Common|Links|Chase|Dell|Glebe|Glen|Hawthorns|Larches|Birches|Pines|Chestnuts|Maples|Sycamores|Rowans|Dene|Bank|Brow|Cross|Butts|Hythe|Lawns?|Warren|Wynd|Walk|Vale|Oval|Pound|Row|Rows|Terrace|Acre|Acres"
    r"|Barracks|Precinct|Village|Heights|Haven|Garth|Gables|Hurst|Knoll|Lane|Lanes|Landway|Leas|Marches|Martins|Mead|Meads|Moors?|Old \w+|Park|Ridings|Street|Triangle|Vicarage|Yard|Yews|Bower|Borough|Causeway|Circle|Coppice|Court|Cloisters|Elders|Fairway|Fairways|Furrows|Gardens|Greenway|Highway|Hollow|Hill|Island|Mill|Nurseries|Oaklands|Parkway|Pines|Spinneys|Springs)"
)
_AFTER_NAME = r"(?= ?(?:[.,;:)|\n]|$)| (?:until|in|and|with|when|where|since|from|on|for|to|which|as|by|had|was|is)\b| [-\u2013])"
_THE = rf"(?:The {_GARDEN}\b{_NO_BODY}|(?:Upper|Lower) {CAPITALISED}{_AFTER_NAME})"
_FUSED = (  # streets of one word: Highfield, Southlea, Kirkgate
    r"(?:[A-Z][a-z]{2,11}(?:fields?|lea|leigh|dale|holme|meadows?|hill|bank|lands|gate|side|view|garth|croft|wood|brook|mead|mount|hurst|thorpe|ridge|fold|well|acres?|combe|grove|dene|cote|crest|cliff|vale|rise|way|lawn|royd|hey|house|stead|moor)|Rookery|Broadway|Parkway)\b"
)
_ROAD = rf"(?:{_NAME}(?<![,.;] )(?:{_STREET}|{_STREET_UPPER})\b(?: (?:North|South|East|West|Extension)\b)?{_NO_BODY}|{_THE}|{CAPITALISED}-(?:on|upon|under|by|in|le)-(?:the-)?{CAPITALISED})"
_WELSH = rf"(?:(?:Heol|Ffordd|Stryd|Lôn|Lon|Maes|Bryn|Clos|Cae|Tan|Parc|Rhodfa|Rhes|Cwrt|Llys|Tai|Pen|Trem|Dan|Min|Erw|Gelli|Dôl|Dol|Glan|Bro|Cilgant|Gerddi|Uwch|Allt|Ael|Rhiw|Pant|Plas|Y|Yr)(?:[ -](?:{CAPITALISED}|yr?|Yr?)\b){{1,3}})"
_NUMBER = r"(?:(?!(?:19|20)\d\d\b)\d{1,4} ?(?:[A-Za-z]\b)?(?: ?(?:[-/\u2013]|&|and) ?\d{1,4}[A-Za-z]?|-[A-Z]\b)?(?: \(\dF\d\))?)"
_UNIT = (
    r"(?:(?:(?i:flat|apartment|unit|plot|room|bedsit|caravan|pitch|bay|block|hut|boat|maisonette|bungalow|cabin|trailer|dorm|studio|suite|chalet|lodge|berth|mooring|floor)|House|(?i:flt|rm|apt)\.?)"
    r" (?:no\.? ?)?(?:\d{1,4}[A-Za-z]?(?:/\d{1,3})?|(?!I\b)[A-Z]\d{0,3})\b(?: \((?:ground|first|second|third|top) floor\))?)"
)
_LEVEL = r"(?:(?i:(?:lower |upper )?(?:ground|first|second|third|fourth|top|upper|lower|basement|garden|attic|rear|front|1st|2nd|3rd|4th)(?: floor)?,? (?:flat|flt|maisonette|bedsit|rear|left|right)|the basement|basement),? )"
_BUILDING = rf"(?:(?:The )?(?:{CAPITALISED} ){{1,3}}(?:House|Court|Point|Mills?|Tower|Towers|Lodge|Farm|Cottage|Cottages|Hall|Villa|Barn|Grange|Heights|Rectory|Vicarage|Manor|Buildings?|Park|Mansions|Works|Wharf|Bungalow|Flats|Croft)\b|The (?:{CAPITALISED} ){{0,2}}{CAPITALISED})"
_SITE = rf"(?:(?:{CAPITALISED} ){{0,4}}(?:(?:Caravan|Travellers?['\u2019]?|Gypsy|Holiday|Trading|Industrial|Chalet|Retail|Mobile Home) )?(?:Site|Park|Hostel|Hotel|Inn|Travelodge|Marina|Lakes|Village|Refuge|Estate|Lodge|Barracks|Allotments|Moorings|B&B)\b|[A-Z][a-z]+(?:fields|meadows|lands|banks|woods|views|gardens)\b)"
_PART = (
    rf"(?:{_UNIT}|(?:(?!{_MONTHS})(?:{_NUMBER},? )?(?:{_ROAD}|{_WELSH}))(?: {_SITE})?|{_SITE}|{_BUILDING})"
)
_NUMBERED = re.compile(
    rf"(?<![\d/.:\u00a3,-])\b(?!\d+ {_MONTHS}\b)(?:{_LEVEL})?(?:\d/\d{{1,2}},? (?=\d))?(?:(?i:numbers?|nos?\.?) ?)?{_NUMBER},? (?!(?:Year|Day|Week|Month|Hour|Step|Point|Stage|Key|Minute)s? )(?:{_ROAD}|{_WELSH})(?:{_ALSO_ROAD}|,? {_UNIT}| \((?:[a-z]+ )?flat\))?"
)
_UNIT_WORDS = any_of(
    "flat apartment unit plot room bedsit caravan pitch bay block hut boat maisonette bungalow cabin trailer dorm studio suite chalet lodge berth mooring floor house flt rm apt"
)
_NUMBER_WORDS = any_of(
    "number numbers no nos lower upper ground first second third fourth top basement garden attic rear front the"
) | {FIGURE}
_IN_FLAT = re.compile(
    rf"\b{_UNIT}(?:,? {_UNIT}){{0,2}}(?:,? {_PART})?(?:, {_UNIT})?(?:, {_NUMBER},? (?:{_ROAD}|{_WELSH})|,? (?:at|above|over|rear of|behind) {_NUMBER},? {_ROAD}|(?<=Travelodge), {_ROAD}|, {_TRUE_ROAD}\b)?"
)
_FLOOR = re.compile(
    rf"\b(?i:(?:lower |upper )?(?:ground|first|second|third|fourth|fifth|top|basement|1st|2nd|3rd|4th)) [Ff]loor,? (?:{_BUILDING}(?:, (?:{_NUMBER},? {_ROAD}|{_TRUE_ROAD}\b))?|{_NUMBER},? {_ROAD})"
)
_NAMED = re.compile(
    rf"\b(?:{_BUILDING}|(?:Ty|Tŷ|Bryn|Pen|Llys|Tan|Plas|Cwm|Nant|Rhos|Hafod|Min) {CAPITALISED}(?: {CAPITALISED})?), (?:(?:{_NUMBER} )?(?:{_ROAD}|{_WELSH})|{_NUMBER} {CAPITALISED}(?: {CAPITALISED})?(?=,|\n|$))"
)
_ROOM = re.compile(
    rf"\b(?:Rm|Room|Flat|Flt|Apt) \d{{1,3}}[A-Z]? {CAPITALISED}(?= ?(?:[,;\n)|-]|$))|\b[Rr]oom \d{{1,3}}[A-Z]?(?= (?:at|in|of) (?:the|a|her|his) (?:hostel|hotel|refuge|B&B|bed and breakfast|YMCA|guest house|lodgings)\b)"
)
_ONE_WORD = re.compile(
    rf"(?<![\d/.:\u00a3,-])\b(?P<it>(?:(?i:number|no\.?) ?)?{_NUMBER},? (?P<street>{_FUSED})){_AFTER_NAME}"
)
_LIVES_AT = re.compile(
    rf"\b(?i:liv(?:es?|ed|ing)|resid(?:es|ed|ing)|address|home|house|property|flat|stay(?:s|ed|ing)|mov(?:ed?|es|ing)|rehoused|relocated|tenancy|born|kept|visit(?:ed)?|attended)(?: \w+)? (?:at|to|of|from|is|was) (?P<it>{_NUMBER},? (?!{_MONTHS})(?:The )?{CAPITALISED}(?: {CAPITALISED})?){_AFTER_NAME}"
)
_SMALL_ROAD = re.compile(
    r"\b(?:at|to|from|of|on|in|outside|near|is|was|address|@|back to) (?P<it>\d{1,3}[a-d]?,? (?:(?!the |very |more |other )[a-z]{3,14} )(?:street|road|rd|lane|avenue|ave|terrace|crescent|cres|gardens|grove)\b|\d{1,3}[a-d]?,? (?P<own>[a-z]{4,14}) (?:close|drive|court|way|place|st)\b)"
)
_CELL = re.compile(
    rf"(?:\| ?|^)(?P<it>{_NUMBER},? (?!{_MONTHS}){CAPITALISED} {CAPITALISED})(?= ?\|)", re.MULTILINE
)
_LABELLED = re.compile(
    r"\b(?i:home address|address(?:es)?|addr)(?: \([^)\n]{0,20}\)| of [a-z]{4,12})? ?[:|] ?(?P<it>(?!(?:As|See|Not|Same|None|Unknown|Withheld|No)\b)[A-Z\d][^,\n|;]{2,40}(?:, (?:\d|[Ff]lat)[^,\n|;]{2,30})?)"
)
_PO_BOX = re.compile(r"\bP\.?O\.? Box \d{1,6}\b")
_OFFICER = re.compile(
    rf"\b(?:{alternatives('titles')}|Log|Incident|Room|Ward|Unit|Chapter|Section|Part|Appendix|Table|Figure|Recommendation|Page|Paragraph|Year|Stage|Level|Tier|Phase|Step|Band|Grade|Group|Finding|Theme|Question)\.? $"
)
_LEADERS = re.compile(r"(?:\. ?){4,}$")
_TITLED = re.compile(rf"\b(?:{alternatives('titles')})\b")
_ORDINARY = re.compile(
    r"(?i)(?:room|floor|block|suite|unit|plot|bay|lodge|house|berth|mooring) [a-z]?\d*[a-z]?"
)
_COUNT = re.compile(r" (?:days?|weeks?|months?|years?|hours?|minutes?|per)\b")


def find(text: str) -> Iterator[Finding]:
    """Yield addresses, town and postcode left out."""
    for finding in matches(
        _IN_FLAT, text, "ADDRESS", 0.93, "A flat or plot, as in an address", leads=_UNIT_WORDS
    ):
        if not _ORDINARY.fullmatch(text, finding.start, finding.end) and not _COUNT.match(text, finding.end):
            yield finding
    for finding in matches(
        _NUMBERED, text, "ADDRESS", 0.95, "A house number and a street", leads=_NUMBER_WORDS
    ):
        if _is_house(text, finding):
            yield finding
    yield from _without_street(text)
    for pattern, score, because in (
        (_NAMED, 0.85, "A named house and a street"),
        (_ROOM, 0.8, "A room or flat in a named house"),
        (_FLOOR, 0.85, "A floor of a building, as in an address"),
        (_LABELLED, 0.85, "Follows the word address"),
        (_CELL, 0.7, "A house number and a name in a cell"),
        (_PO_BOX, 0.9, "The number of a post office box"),
    ):
        yield from matches(pattern, text, "ADDRESS", score, because)


def _is_house(text: str, finding: Finding) -> bool:
    """Return whether a number before a street is no officer's, chapter's or page's."""
    earlier = before(text, finding.start, 20)
    return not (
        _OFFICER.search(earlier)
        or _LEADERS.search(earlier)
        or _TITLED.search(text[finding.start : finding.end])
    )


def _without_street(text: str) -> Iterator[Finding]:
    """Yield a number and a name without a word for street: `22 Highfield`, `lives at 5 Rookery`."""
    for match in _ONE_WORD.finditer(text):
        finding = Finding(*match.span("it"), "ADDRESS", 0.75, "", "A house number and a street")
        if match["street"].lower() not in lower("places") and _is_house(text, finding):
            yield finding
    for match in _SMALL_ROAD.finditer(text):
        if not match["own"] or not is_ordinary(match["own"]):
            yield Finding(*match.span("it"), "ADDRESS", 0.7, "", "A house number and a street")
    for match in _LIVES_AT.finditer(text):
        names = match["it"].split(" ", 1)[1]
        if names.startswith("The ") or not all(is_ordinary(name) for name in names.split()):
            yield Finding(*match.span("it"), "ADDRESS", 0.7, "", "Where somebody lives")
