"""Pupil and learner numbers: UPN (DfE: a letter and twelve digits, or the last a letter) and ULN."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "UPN «K412305018169».",
    "«A81520000001B» on roll",
    "ULN «1234567890»",
    "UPN: «H 801200001001»",
    "ULN «7204 118 653»",
)
IGNORES = ("no UPN was found", "Q33 is it")

_UPN = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Z]\d{11}[\dA-Z](?![A-Za-z0-9])")
_NAMED = re.compile(
    r"\b(?:UPN|ULN|[Pp]upil [Nn]umber|[Ll]earner [Nn]umber)(?: (?:is|was|no\.?|number))?[: ]+(?P<it>[A-Z]? ?\d{9,12}[A-Z]?|[A-Z]?\d{3,4}(?: \d{3,4}){2})\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield pupil and learner numbers."""
    yield from matches(_UPN, text, "ID", 0.96, "Has the form of a unique pupil number")
    yield from matches(_NAMED, text, "ID", 0.96, "Called a pupil or learner number")
