"""Houses known by name alone: cottages, farms, Welsh houses, boats; a street or town need not follow."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import CAPITALISED, before, matches

FINDS = (
    "living at «Rose Cottage» with",
    "she lives at «Orchard House» alone",
    "«Lomax Farm», Otley",
    "«Plas Newydd Farm»",
    "«The Old Forge», Tilley",
    "at «Ty Coch» with",
    "«Tŷ Gwyn», Tregarth",
    "to «Bryn Awel», Llangefni",
    "«Tan y Bryn», Llangefni",
    "«Narrowboat Lady Anne, Lomax Marina»",
    "at «Wayside, Weir Lane»",
    "the caravan at «Hill Top Farm»",
)
IGNORES = (
    "the farm shop",
    "a Community Farm",
    "Bryn Jones, Otley",
    "the Old Bailey",
    "Lomax Farm School",
    "House of Lords",
    "Cottage Hospital",
    "met at Abbey House",
    "The Farm was sold",
    "Ysgol Bryn Glas",
    "the Plas Gwyn Colts",
)

_NAMES = rf"(?:{CAPITALISED} ){{1,3}}"
_NOT_A_BODY = r"(?! (?:School|Surgery|Shop|Foods|Primary|Road|Lane|Street|Close|Hospital|Nursery|Centre|Inn|Estate|Trust|Park|Drive|Avenue|Way|Children))"
_COTTAGE = re.compile(
    rf"(?<![\w'\u2019-])(?!(?:The|A|This|Community|City|Wind|Solar|Care|Health|Our|Dairy|Fish) )(?:(?!Community |City |Care ){CAPITALISED} ){{1,3}}(?:Cottage|Farm|Farmhouse|Bungalow|Smallholding)\b{_NOT_A_BODY}"
)
_OLD = re.compile(
    r"\bThe (?:Old|New|Little) (?:Forge|Bakery|Bakehouse|Mill|Rectory|Vicarage|Post Office|School ?[Hh]ouse|Chapel|Barn|Dairy|Stables|Smithy|Coach House|Police House|Granary|Manse|Parsonage|Sail Loft|Brewery|Station House|Laundry|Cottage|Farmhouse|Lodge|Orchard)\b"
    + _NOT_A_BODY
)
_LIVES = re.compile(
    rf"\b(?i:liv(?:es?|ed|ing)|resid(?:es|ed|ing)|home|address|moved|stay(?:s|ed|ing)|tenancy) (?:at|to|is|was|of) (?P<it>{_NAMES}(?:House|Lodge|Court|Hall|Grange|Villa|Barn|Croft|Manor|Mill|Tower|Towers|Heights)\b){_NOT_A_BODY}"
)
_STREET = re.compile(
    rf"\b(?:at|[Aa]ddress:|c/o) (?P<it>{CAPITALISED}(?: {CAPITALISED})?, {_NAMES}(?:Lane|Road|Street|Close|Avenue|Terrace|Drive|Way|Hill|Row|Crescent|Green)\b){_NOT_A_BODY}"
)
_WELSH = re.compile(
    r"\b(?:T[yŷ]|Bryn|Plas|Llys|Hafod|Hendre|Cae|Bod|Llwyn|Maes|Rhos|Pant|Pen|Tyddyn|Glan|Awel) (?:y |yr |Y |Yr )?"
    r"(?:Gwyn|Newydd|Coch|Isaf|Uchaf|Ucha|Isa|Mawr|Bach|Hen|Canol|Capel|Ni|Cerrig|Croes|Du|Cornel|Mynydd|Pella|Draw|Rhosyn|Clyd|Eglwys|Awel|Teg|Hyfryd|Coed|Glas|Derwen|Golau|Siriol|Celyn|Hir|Môr|Mor|Tirion|Heulog|Eithin|Afon|Castell|Onnen|Melyn)\b(?: Farm\b)?"
    rf"|\b(?:Tan|Ty|Tŷ|Min)[ -](?:y|yr)[ -]{CAPITALISED}"
)
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'\u2019-]+ $")
_BOAT = re.compile(
    rf"\b(?:[Nn]arrow ?boat|[Hh]ouseboat|[Bb]arge|NB|MV) [\"'\u201c\u2018]?{CAPITALISED}(?: {CAPITALISED})?[\"'\u201d\u2019]?(?:, (?:{CAPITALISED} ){{1,3}}(?:Marina|Wharf|Basin|Lock|Moorings?|Quay|Cut)\b)?"
)


def find(text: str) -> Iterator[Finding]:
    """Yield houses and boats known by name."""
    for pattern, score, because in (
        (_COTTAGE, 0.65, "The name of a cottage or farm"),
        (_OLD, 0.8, "The name of a house"),
        (_LIVES, 0.75, "Where somebody lives"),
        (_STREET, 0.7, "A named house and a street"),
        (_WELSH, 0.75, "The name of a house in Welsh"),
        (_BOAT, 0.8, "The name of a boat"),
    ):
        for finding in matches(pattern, text, "ADDRESS", score, because):
            named_after = pattern is _WELSH and (
                _CAPITAL_BEFORE.search(before(text, finding.start))
                or text[finding.end : finding.end + 2].strip().isupper()
            )
            if not named_after:
                yield finding
