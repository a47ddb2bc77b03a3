"""Every finding gets its entity: one for all mentions of the same person, place, body, date or number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from redactor.findings.finding import Finding
from redactor.findings.people import link_people
from redactor.findings.spread import plain

_PREFIX = {"ADDRESS": "address", "POSTCODE": "postcode", "ID": "number", "ORG": "body", "NORP": "background"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_ISO = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_WRITTEN = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ?)?([a-z]{3})[a-z]*\.?(?:,? ?'?(\d{2,4}))?")


def link(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings, each with its entity ("p1", "place3", "date12")."""
    people = link_people(findings, text)
    names: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    linked: list[Finding] = []
    for finding in findings:
        entity = people.get((finding.start, finding.end), "")
        if not entity:
            key = (finding.type, _same(text[finding.start : finding.end], finding.type))
            if key not in names:
                counts[finding.type] = counts.get(finding.type, 0) + 1
                names[key] = f"{_PREFIX.get(finding.type, finding.type.lower())}{counts[finding.type]}"
            entity = names[key]
        linked.append(replace(finding, entity=entity))
    return linked


def _same(wording: str, type: str) -> str:
    """Return what two wordings of one thing have in common: letters and digits; of a date its calendar value."""
    if type == "DATE":
        return calendar_value(wording)
    simple = re.sub(r"[\W_]+", " ", plain(wording)).strip()
    return simple.replace(" ", "") if type in ("PHONE", "ID", "POSTCODE") else re.sub(r"^the ", "", simple)


def calendar_value(wording: str) -> str:
    """Return a date as year-month-day as far as it says them, else its words."""
    simple = wording.lower().replace("\u2019", "'").strip()
    iso = _ISO.fullmatch(simple)
    if iso:
        return f"{iso[1]}-{int(iso[2])}-{int(iso[3])}"
    numeric = _NUMERIC.fullmatch(simple)
    if numeric:
        return f"{_year(numeric[3])}-{int(numeric[2])}-{int(numeric[1])}"
    written = _WRITTEN.fullmatch(simple)
    if written and written[2] in _MONTHS:
        return f"{_year(written[3] or '')}-{_MONTHS.index(written[2]) + 1}-{int(written[1]) if written[1] else ''}"
    return simple


def _year(digits: str) -> str:
    if len(digits) != 2:
        return digits
    return f"20{digits}" if int(digits) < 50 else f"19{digits}"
