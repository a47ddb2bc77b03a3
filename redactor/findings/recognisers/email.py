"""E-mail addresses, also those with a stray space or comma and those spelt out to hide them from machines."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "to «a.b-c@northvale.example.gov.uk».",
    "<«o.day@school.example.sch.uk»>",
    "mail «jo_smith+1@mailbox.example.com», later",
    "«o'neill@nhs.example.net»",
    "«k.lomax @wem.example.org» bounced",
    "«k.lomax@ wem.example.org» bounced",
    "«k.lomax@wem. example.org» bounced",
    "«k.lomax@wem.example,org» bounced",
    "«k.lomax [at] wem [dot] org»",
    "«k.lomax(at)wem.example.org»",
    "«k.lomax at wem dot org»",
    "«lomax,k@wem.example.gov.uk»",
    "'«kez99@mail.example»'",
    "«k.lomax{at}wem.example.org», «k.lomax@wem(dot)org» and «k.lomax AT wem DOT org»",
)
IGNORES = (
    "paid @ 5 pounds",
    "@handle only",
    "see user@ the desk",
    "met @ 3pm. then",
    "looked at the dot on it",
    "at the clinic. she",
    "on Snapchat @caio.llp",
)

_LOCAL = r"(?<![\w.%+'-])(?:[A-Za-z]{2,20},(?=[A-Za-z]{1,2}@))?[\w%+](?:[\w.%+'\u2019-]{0,63})"
_PART = r"[\w-]{1,63}"
_ADDRESS = re.compile(
    rf"{_LOCAL}@{_PART}(?:(?:\.|\. (?=[a-z]+\.[a-z]|(?:co|com|org|net|gov|nhs|ac|sch|uk)\b)|,(?=(?:co|com|org|net|gov|nhs|ac|sch|uk)\b)){_PART}){{1,6}}(?<![.-])"
)
_QUOTED = re.compile(rf"(?<=['\u2019])[\w%+][\w.%+-]{{0,63}}@{_PART}(?:\.{_PART}){{1,6}}(?<![.-])")
_PARTED = re.compile(rf"{_LOCAL}(?<=[\w%])(?: @|@ ){_PART}(?:\.{_PART}){{1,6}}(?<![.-])")
_HIDDEN = re.compile(r"[\[({](?:at|AT|dot|DOT)[\])}]| dot | DOT ")
_NO_WORD = re.compile(r"[\w%+]*[\d._%+-]")
_SPELT = re.compile(
    rf"{_LOCAL} ?(?:[\[({{](?i:at)[\])}}]|@(?=[\w-]+ ?[\[({{](?i:dot))) ?{_PART}(?:(?:\.| ?[\[({{](?i:dot)[\])}}] ?){_PART}){{1,6}}(?<![.-])"
    r"|(?<![\w.-])[\w.-]{2,40} (?:at|AT) [\w-]{2,40}(?: (?:dot|DOT) [\w-]{2,20}){0,2} (?:dot|DOT) (?:com|org|net|uk|co|gov|nhs)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield e-mail addresses."""
    if "@" in text:
        yield from _with_sign(text)
    if _HIDDEN.search(text):
        yield from matches(_SPELT, text, "EMAIL", 0.9, "An e-mail address spelt out")


def _with_sign(text: str) -> Iterator[Finding]:
    """Yield addresses with the sign between name and host."""
    yield from matches(_ADDRESS, text, "EMAIL", 0.99, "Has the form of an e-mail address")
    yield from matches(_QUOTED, text, "EMAIL", 0.95, "Has the form of an e-mail address")
    for finding in matches(
        _PARTED, text, "EMAIL", 0.85, "Has the form of an e-mail address with a stray space"
    ):
        if _NO_WORD.match(text, finding.start):
            yield finding
