"""NHS numbers: ten digits of which the last checks the others (NHS Data Dictionary, modulus 11)."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import before

FINDS = (
    "NHS number: «943 476 5919», seen",
    "(«9434765919»)",
    "NHS no. «943 476 5918» was mistyped",
    "| «943 476 5918» |",
    "NHS no: «943  476  5919»",
)
IGNORES = ("call 0121 496 0123 now", "1234567890")

_TEN_DIGITS = re.compile(r"(?<![\d+/-])(?<!\d )\d{3}([ -]?| {2})\d{3}\1\d{4}(?![\d/]| \d)")


def check_digit_fits(digits: str) -> bool:
    """Return whether the tenth digit is the one the first nine ask for."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


def find(text: str) -> Iterator[Finding]:
    """Yield NHS numbers: those whose check digit fits, and those that are called one."""
    for match in _TEN_DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        named = "NHS" in before(text, match.start(), 60)
        if check_digit_fits(digits) and (named or not digits.startswith("0")) and len(set(digits)) > 1:
            yield Finding(
                *match.span(), "ID", 0.99 if named else 0.85, "", "NHS number: its check digit fits"
            )
        elif named:
            yield Finding(
                *match.span(), "ID", 0.9, "", "Called an NHS number, though its check digit does not fit"
            )
        elif match.group(1) and not digits.startswith("0"):
            yield Finding(*match.span(), "ID", 0.7, "", "Grouped like an NHS number")
