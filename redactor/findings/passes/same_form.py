"""What has the form of something found: further references of a system, their last parts, houses known by number.

Once a draft has shown `LL 6610482`, `LL 7018836` is a reference too; once it has shown `151 Weir Lane`, `at 151` is a
house; after `WVP-1203-0771/18`, `0771/18` is that log.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.findings.finding import Finding
from redactor.findings.passes.cover import Cover

_SURE = 0.7
_PREFIXED = re.compile(r"[A-Z]{2,6}[ -]?\d{5,10}|[A-Z]{1,6}(?:[/-][A-Z]{1,6})*[/-]\d[\d/-]{3,14}")
_TAIL = re.compile(r"(?<=[-/])(?:\d{3,6}/\d{2,4}|\d{5,10})$")
_HOUSE = re.compile(r"(?:(?:[Nn]umber|[Nn]o\.?) )?(?P<number>\d{1,4}[A-Za-z]?),? [A-Z]")
_HOUR = 31  # up to this a number may be an hour, a day or an age
_HOUSE_AGAIN = re.compile(
    r"\b(?:outside|opposite|next door to|behind|[Nn]umber|[Nn]o\.?|house|door of|door at|(?P<loose>[Aa]t|left|visited))"
    r" (?P<it>\d{1,4}[A-Za-z]?)\b(?=[,.;:)'\u2019]|$| (?:[A-Z][a-z]|and|where|when|who|had|was|is|on|until|since|again|with|that|she|he|they|by|in)\b)(?![.,:]\d)"
)


def spread_forms(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return what stands outside `findings` and has the form of a reference, or is the number of a house, among them."""
    covered = Cover(findings)
    further = (*_references(findings, text), *_houses(findings, text))
    return [finding for finding in further if not covered.holds(finding.start, finding.end)]


def _references(findings: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Yield references with the letters and the number of figures of one found, and the last part of one found."""
    forms: dict[str, str] = {}
    for finding in findings:
        wording = text[finding.start : finding.end]
        if finding.type != "ID" or finding.score < _SURE:
            continue
        if _PREFIXED.fullmatch(wording):
            forms.setdefault(re.sub(r"\d", r"\\d", re.escape(wording)), wording)
        tail = _TAIL.search(wording)
        if tail:
            forms.setdefault(re.escape(tail.group()), wording)
    for form, wording in forms.items():
        for match in re.finditer(rf"(?<![\w/.-]){form}(?![\w/-]|\.\d)", text):
            yield Finding(*match.span(), "ID", 0.7, "same_form", f"Has the form of {wording}")


def _houses(findings: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Yield the numbers of houses whose addresses were found: `At 151 he`, `outside 23`."""
    houses: dict[str, str] = {}
    for finding in findings:
        if finding.type == "ADDRESS":
            house = _HOUSE.match(text, finding.start, finding.end)
            if house:
                houses.setdefault(house["number"], text[finding.start : finding.end])
    for match in _HOUSE_AGAIN.finditer(text):
        number = match["it"]
        hour = number.isdigit() and int(number) <= _HOUR
        if number in houses and not (hour and match["loose"]):
            yield Finding(*match.span("it"), "ADDRESS", 0.6, "same_form", f"The number of {houses[number]}")
