"""National Insurance numbers (HMRC manual NIM39110: two letters, six digits, A to D)."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "NI number «QQ 12 34 56 C» was",
    "NINO «AB123456D»",
    "(«JG 10 37 59 A»)",
    "NINo «JG/10/37/59/A»",
    "NINO «PX 40 51 62»",
    "N.I. no. «TN 11 22 33 M»",
)
IGNORES = ("room AB 12", "OO 12 34 5", "WX12 3456")

_NUMBER = re.compile(
    r"\b[A-Z]{2}([ /-]?)\d{2}([ /-]?)\d{2}\2\d{2}\1[A-D]\b|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)

_NAMED = re.compile(  # a temporary number ends in a letter for the sex; on cards the last letter is often left out
    r"\b(?:N\.?I\.?(?:N[Oo])?|[Nn]ational [Ii]nsurance)\b\.?(?i: (?:number|no\.?))?[:. ]+(?P<it>[A-Z]{2}([ /-]?)\d\d\2\d\d\2\d\d(?:\2[A-Z])?)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield National Insurance numbers."""
    yield from matches(_NUMBER, text, "ID", 0.95, "Has the form of a National Insurance number")
    yield from matches(_NAMED, text, "ID", 0.93, "Called a National Insurance number")
