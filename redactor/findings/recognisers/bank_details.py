"""Bank details: sort codes with account numbers, IBANs and payment cards."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "sort code «20-45-77», account «12345678»",
    "IBAN «GB29 NWBK 6016 1331 9268 19»",
    "card «4111 1111 1111 1111»",
    "S/C «40 41 07» A/C «22044718»",
    "account no. «2204 4718»",
    "Post Office account «9826 2044 7187 1204»",
    "card ending «4471»",
    "Visa ending in «4471»",
    "account ending «718»",
    "BIC «LOYDGB21447»",
    "S/code «090128»",
    "Post Office card «6331 0447 1208 4471»",
)
IGNORES = (
    "on 20-45 days",
    "account of 2009",
    "4111 1111 1111 1112 words",
    "a period ending 2011",
    "account of 12 incidents",
)

_SORT_CODE = re.compile(
    r"\b(?i:sort ?code|s/c(?:ode)?)(?i: (?:number|no\.?|is|was))?[: ]+(?P<it>\d{2}[- ]?\d{2}[- ]?\d{2})\b"
)
_ACCOUNT = re.compile(
    r"\b(?i:account|a/c|acct?|card|pass)(?i: (?:number|no))?[.: ]+(?P<it>\d{7,10}|(?:\d{6}|\d{4}) \d{4}(?: \d{4}){0,2})\b"
)
_ENDING = re.compile(
    r"\b(?i:card|account|visa|mastercard|debit card|maestro)(?: number)? ending(?: in| with)?:? (?P<it>\d{3,4})\b"
)
_BIC = re.compile(r"\b(?:BIC|SWIFT)(?: code)?[: ]+(?P<it>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}\b")
_CARD = re.compile(r"\b\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}\b")


def find(text: str) -> Iterator[Finding]:
    """Yield bank details."""
    yield from matches(_SORT_CODE, text, "ID", 0.97, "A bank's sort code")
    yield from matches(_ACCOUNT, text, "ID", 0.9, "A number after a word for an account")
    yield from matches(_IBAN, text, "ID", 0.9, "Has the form of an international bank account number")
    yield from matches(_ENDING, text, "ID", 0.85, "The end of a card's or an account's number")
    yield from matches(_BIC, text, "ID", 0.9, "The code of a bank")
    for match in _CARD.finditer(text):
        if _luhn_fits(re.sub(r"\D", "", match.group())):
            yield Finding(*match.span(), "ID", 0.97, "", "Card number: its check digit fits")


def _luhn_fits(digits: str) -> bool:
    """Return whether the check digit of a card fits (ISO/IEC 7812-1, annex B)."""
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
