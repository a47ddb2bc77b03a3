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
)
IGNORES = ("no passport was seen", "passport in 2009", "MORGAN 65705")

_NAMED = re.compile(
    r"\b(?i:passport|visa|residence permit|brp|home office|port|asylum|arc)\b(?i: (?:number|no|ref(?:erence)?|card))?[.:]* {0,2}"
    r"(?i:is |was )?\(?(?P<it>[A-Z]{0,3} ?\d{6,9}(?:/\d)?)\b"
)
_LICENCE = re.compile(r"\b[A-Z9]{5}\d{6}[A-Z9]{2}\d?[A-Z]{2,3}\b")


def find(text: str) -> Iterator[Finding]:
    """Yield passport, permit and driving licence numbers."""
    yield from matches(_NAMED, text, "ID", 0.94, "A word for a travel document before it")
    yield from matches(_LICENCE, text, "ID", 0.95, "Has the form of a driving licence number")
