"""Where findings overlap, one stays: the more certain form first, then the longer name, then the higher score."""

import re
from collections.abc import Iterable
from dataclasses import replace

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding

_FORM_FIRST = {"EMAIL": 0, "ONLINE": 1, "POSTCODE": 2, "PHONE": 3, "ID": 4, "ADDRESS": 5, "DATE": 6, "AGE": 6}
_NAME = 7
_LAST = (
    8  # a wording found again by its letters may run from one name into the next, or into an e-mail address
)
_FIGURE = re.compile(r"\d")
_TELLING = re.compile(r"\d|[^\W\d_a-z]")
_REST = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def resolve(findings: Iterable[Finding], text: str) -> list[Finding]:
    """Return findings that never overlap, sorted by start.

    What a losing finding covers beyond the winner stays a finding of its own if it holds a capital or a digit: nothing
    that any recogniser marked is lost.
    """
    queue = sorted(findings, key=lambda finding: _precedence(finding, text))
    owner: dict[int, Finding] = {}
    kept: list[Finding] = []
    for finding in queue:
        for free in _free_parts(finding, owner, text):
            kept.append(free)
            owner.update(dict.fromkeys(range(free.start, free.end), free))
    return sorted(kept, key=lambda finding: finding.start)


def _precedence(finding: Finding, text: str) -> tuple[int, int, float, int]:
    rank = _FORM_FIRST.get(finding.type, _NAME)
    if finding.type in ("DATE", "AGE") or (finding.type == "ADDRESS" and finding.recogniser == "names"):
        in_figures = _FIGURE.search(text, finding.start, finding.end)
        rank = rank if in_figures else _NAME
    if finding.recogniser == "everywhere":
        rank = _LAST
    # Of two names of the same length, a rule that gives a reason is trusted before the model.
    trust = finding.score
    if finding.recogniser == "names":
        trust *= 0.8 if finding.type == "PERSON" else 0.7
    return rank, finding.start - finding.end, -trust, finding.start


def _free_parts(finding: Finding, owner: dict[int, Finding], text: str) -> list[Finding]:
    """Return the parts of `finding` that no better finding covers."""
    if owner.keys().isdisjoint(range(finding.start, finding.end)):
        return [finding]
    parts: list[Finding] = []
    start = finding.start
    for place in range(finding.start, finding.end + 1):
        if place == finding.end or place in owner:
            words = _REST.search(text, start, place) if start < place else None
            if words and _worth_marking(words.group(), finding):
                parts.append(replace(finding, start=words.start(), end=words.end()))
            start = place + 1
    return parts


def _worth_marking(rest: str, finding: Finding) -> bool:
    """Return whether what is left of a finding says something: a capital or a figure; of a wording found again, any name."""
    if finding.recogniser == "everywhere" and (rest.isdigit() or (len(rest) > 1 and not is_ordinary(rest))):
        return True
    return len(rest) > 1 and bool(_TELLING.search(rest))
