"""What the model takes for a date, an age or an address, and is a year, a time of day, a weight or a mere word."""

import re

from redactor.findings.finding import Finding
from redactor.findings.patterns import LETTER, NUMBER_WORD, UPPER

_NO_DAY = re.compile(  # a year, a time, a number, a weekday, an article
    r"(?i)(?:the|of|last|the last|early|late|mid)?[- ]?"
    r"(?:\d{4}(?:[/\u2013-]\d{2,4})?|\d{1,2}[.:]\d{1,2}|\d{1,4}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)?"
)
_NAMED = re.compile(rf"\d|[{UPPER}]{LETTER}*+(?<!\bThe)(?<!\bA)(?<!\bFlat)(?<!\bHouse)")
_SMALL_WORD = re.compile(r"[A-Za-z]{1,3}")
_NUMBER = re.compile(rf"\d|\b{NUMBER_WORD}\b", re.IGNORECASE)
_OF_SOMETHING_ELSE = re.compile(
    r"(?i)[- ]?(?:(?:wee)?ks? )?(?:pregnan|gestation|/\d|\+ ?\d|k?g\b|mgs?\b|ml\b|hours?\b|hrs?\b|past\b|foot\b|feet\b"
    r"|inch|o['\u2019]clock|per ?cent|%|children|people|in the (?:morning|afternoon|evening)|[ap]\.?m\b)"
)


def fits(finding: Finding, text: str) -> bool:
    """Return whether a date fixes a day or month, an age has a number that measures no other thing, an address a name."""
    if finding.type == "ADDRESS":
        return _NAMED.search(text, finding.start, finding.end) is not None and not _SMALL_WORD.fullmatch(
            text, finding.start, finding.end
        )
    if finding.type == "DATE":
        return not _NO_DAY.fullmatch(text, finding.start, finding.end)
    if finding.type == "AGE":
        has_number = _NUMBER.search(text, finding.start, finding.end) is not None
        return has_number and not _OF_SOMETHING_ELSE.match(text, finding.end)
    return True
