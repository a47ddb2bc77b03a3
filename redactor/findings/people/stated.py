"""What the draft itself says somebody is to be called in the published report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from redactor.findings.finding import Finding

_LABEL = (
    r"(?P<label>(?:Child|Baby|Infant|Sibling|Adult|Young Person|Subject(?: Child)?) (?:[A-Z]{1,2}|\d{1,2}))\b"
)
_SAID = re.compile(
    r"[\s,(]*(?:who (?:is|will be|shall be)\s+)?(?:(?:to be|hereafter|hereinafter|subsequently)\s+)?"
    rf"(?:known|referred to|called)\b[^.;()\u201c\u201d\"]{{0,60}}?\s[\"\u201c\u2018']?{_LABEL}"
)
_BRACKETED = re.compile(rf"\s*\(\s*[\"\u201c\u2018']?{_LABEL}[\"\u201d\u2019']?\s*\)")
_REACH = 140
"""Characters after a name in which its label is looked for."""


def stated(findings: Iterable[Finding], text: str) -> dict[str, str]:
    """Return the label that the draft gives somebody: "Ruby Winter (to be known as “Child D”)".

    Args:
        findings: linked; offsets into `text`.
        text: the reading text.

    Returns:
        The first label stated for each entity; none that is stated for several.
    """
    said: dict[str, str] = {}
    for finding in findings:
        if finding.type != "PERSON":
            continue
        after = text[finding.end : finding.end + _REACH]
        found = _SAID.match(after) or _BRACKETED.match(after)
        if found:
            said.setdefault(finding.entity, found["label"])
    given = list(said.values())
    return {entity: label for entity, label in said.items() if given.count(label) == 1}


def renamed(proposed: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """Return the proposed labels with those that were stated; whoever had one of them gets the one it took the place of."""
    labels = dict(proposed)
    for entity, label in said.items():
        bearer = next((other for other, given in labels.items() if given == label and other != entity), "")
        if bearer:
            labels[bearer] = labels[entity]
        labels[entity] = label
    return labels
