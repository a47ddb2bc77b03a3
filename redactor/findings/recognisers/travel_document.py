"""Passports, driving licences, residence permits and Home Office numbers."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "passport number «533401372»",
    "passport («AB 1234567»)",
    "driving licence «MORGA657054SM9IJ»",
    "BRP «ZX1234567»",
    "Home Office reference «M1234567»",
    "British passport no. «544120871 GBR»",
    "passport number: «44 712 0871»",
    "ID card «CBK 441207»",
    "driving licence «LOMAX 806154 F99PQ»",
    "Driving Licence No. «MARSD902187J99AB 61»",
    "HO ref: «K 1044718»",
    "Passport «J 482 117». NI",
    "passport no «P 44 71 208»",
    "Polish passport «ZS 447 1208», seen",
    "ID card series «RX 447120»",
)
IGNORES = (
    "no passport was seen",
    "passport in 2009",
    "MORGAN 65705",
    "the ID card 20 minutes later",
    "passport 12 months ago",
)

_NAMED = re.compile(
    r"\b(?i:passport|visa|residence permit|brp|home office|ho|port|asylum|arc|(?:id|identity) card|cid)\b(?i: (?:number|no|ref(?:erence)?|card|series))?[.:,]* {0,2}"
    r"(?i:is |was )?\(?(?P<it>[A-Z]{0,3} ?\d{6,9}(?:/\d)?(?: [A-Z]{3}\b)?|[A-Z]{1,3} ?\d{2,3} \d{2,4}(?: \d{2,4})?|\d{2,3} \d{3} \d{3,4}|\d \d{3} \d{3})\b"
)
_LICENCE = re.compile(r"\b[A-Z9]{5} ?\d{6} ?[A-Z9]{2}\d{0,2}[A-Z]{2,3}\b(?: \d\d\b)?")


def find(text: str) -> Iterator[Finding]:
    """Yield passport, permit and driving licence numbers."""
    yield from matches(_NAMED, text, "ID", 0.94, "A word for a travel document before it")
    yield from matches(_LICENCE, text, "ID", 0.95, "Has the form of a driving licence number")
