"""E-mail addresses, also where a space or a line end has crept in before the last part."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "to «a.b-c@northvale.example.gov.uk».",
    "<«o.day@school.example.sch.uk»>",
    "mail «jo_smith+1@mailbox.example.com», later",
    "«o'neill@nhs.example.net»",
)
IGNORES = ("paid @ 5 pounds", "@handle only", "see user@ the desk")

_ADDRESS = re.compile(
    r"(?<![\w.%+'-])[\w%+](?:[\w.%+'\u2019-]{0,63})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?<![.-])"
)


def find(text: str) -> Iterator[Finding]:
    """Yield e-mail addresses."""
    return matches(_ADDRESS, text, "EMAIL", 0.99, "Has the form of an e-mail address")
