"""Lists of references: the lines under a heading like References, and lines that have the shape of one."""

import re

from redactor.findings.patterns import ANY_MONTH, CAPITALISED, UPPER
from redactor.findings.public.citations import CITED, YEAR

Span = tuple[int, int]

_REFERENCES = re.compile(
    r"(?i)\b(?:references?|bibliography|further reading|(?:suggested |recommended )?reading(?: list)?|works (?:cited|consulted)|literature(?: cited)?|publications(?: (?:cited|referred to|consulted).*)?|list of references)\b"
)
_NOTES = re.compile(
    r"(?i)\b(?:end ?notes|foot ?notes|notes|sources(?: (?:cited|consulted))?|citations|(?:research|guidance|legislation|law|documents)(?:,? (?:and|research|guidance|legislation|law|policy))*(?: (?:cited|consulted|referred to.*))?)\b"
)
_HEADING = re.compile(
    r"(?i)\s*(?:(?:appendix|annex|section|chapter|part)?\s*[\dA-Z]{0,4}(?:\.\d+)*\s*[.:)\u2013-]?\s+)?(?:[a-z,&]+ ){0,4}?(?P<what>[a-z][a-z ,&]{3,60}?)\s*:?\s*"
)
_BULLET = r"\s*(?:[-*\u2022]\s*)?(?:\[?\d{1,3}[\].)]?\s+)?"
_REFERENCE_LINE = re.compile(
    rf"{_BULLET}{CAPITALISED}(?:[ -]{CAPITALISED})?(?:, (?:[{UPPER}]\.)| [{UPPER}]{{1,3}}(?:,|;| \((?=[12])| and| &)).{{0,160}}?(?<![\w/]){YEAR}(?!\w)"
)
_LISTED_LINE = re.compile(rf"{_BULLET}['\u2018\"\u201c]?[{UPPER}].{{0,200}}?(?<![/\w]){YEAR}(?!\w)")
_OF_THE_CASE = re.compile(
    rf"(?<!accessed )(?<!retrieved )(?<!viewed )(?<!accessed on )\b\d{{1,2}}(?:st|nd|rd|th)? {ANY_MONTH}\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d\d|\b(?:Mr|Mrs|Ms|Miss|DC|PC|SW|HV)\.? [{UPPER}]|\|"
)
_NOTE_LINE = re.compile(r"\s*\[?\d{0,3}\]?\s*(?:[Ii]bid|[Oo]p\.? cit|IBID)|\s*\[\d{1,3}\]\s")


def reference_lines(text: str) -> list[Span]:
    """Return the lines under a heading like References, and other lines that have the shape of a reference."""
    lines: list[Span] = []
    heading = ""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if not line.strip():
            continue
        opened = _opens(line)
        if opened:
            heading = opened
        elif (_REFERENCE_LINE.match(line) and not _OF_THE_CASE.search(line)) or (
            heading and _belongs(line, heading)
        ):
            lines.append(match.span())
        elif not _NOTE_LINE.match(line):
            heading = ""
    return lines


def _opens(line: str) -> str:
    """Return what kind of list a heading opens: `references`, `notes`, or nothing."""
    heading = _HEADING.fullmatch(line) if len(line) < 90 else None
    if not heading or re.search(YEAR, line):
        return ""
    if _REFERENCES.search(line):
        return "references"
    return "notes" if _NOTES.fullmatch(heading["what"].strip()) else ""


def _belongs(line: str, heading: str) -> bool:
    """Return whether a line under such a heading is one of its references."""
    if _OF_THE_CASE.search(line):
        return bool(CITED.search(line))
    return bool(_LISTED_LINE.match(line) if heading == "references" else CITED.search(line))
