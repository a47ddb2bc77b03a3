"""Court case numbers: family, crown and county courts, the Court of Protection, coroners."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "case «LS16C00123».",
    "indictment «T20170412»",
    "neutral citation «[2014] EWFC B12»",
    "case «BS19P01234»",
    "claim «F00LV123»",
    "(«BD12C00034»)",
    "case «U20150338»",
    "claim («C1PP4471») and «3YQ04412»",
    "«ZW 12 C 00416»",
)
IGNORES = ("the case of 2015", "T2 scan", "ward C12", "NG76 guideline")

_FAMILY = re.compile(r"\b[A-Z]{2} ?\d{2} ?[A-Z] ?\d{5}\b")
_CROWN = re.compile(r"\b[TSAU]20[0-3]\d ?\d{4}\b")
_COUNTY = re.compile(r"\b(?:[A-Z]\d{2}[A-Z]{2}\d{3}|[A-Z]\d[A-Z]{2}\d{4}|\d[A-Z]{2}\d{5})\b")
_CITATION = re.compile(
    r"\[(?:19|20)\d{2}\] EW(?:FC|HC|CA|COP)(?: (?:Civ|Crim))? [B(]?\d{1,5}\)?(?: \((?:Fam|Admin|QB|KB|Ch)\))?"
)


def find(text: str) -> Iterator[Finding]:
    """Yield court case numbers."""
    yield from matches(_FAMILY, text, "ID", 0.96, "Has the form of a family court case number")
    yield from matches(_CROWN, text, "ID", 0.93, "Has the form of a Crown Court case number")
    yield from matches(_COUNTY, text, "ID", 0.85, "Has the form of a county court claim number")
    yield from matches(_CITATION, text, "ID", 0.6, "Has the form of a judgment's citation")
