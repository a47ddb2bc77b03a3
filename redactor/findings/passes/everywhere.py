"""Once a wording is to go, every standing of it in the draft, in whatever form, is a finding.

Publishing relies on this: what `matching` would still find after removal was shown to somebody first.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import DIRECT, Finding
from redactor.findings.matching import find, haystack, needle, too_plain


def everywhere(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Further standings of the wordings found as direct identifiers, outside `findings`."""
    wordings: dict[str, Finding] = {}
    for finding in findings:
        if finding.type in DIRECT:
            wordings.setdefault(text[finding.start : finding.end], finding)
    covered = bytearray(len(text))
    for finding in findings:
        covered[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
    hay = haystack(text)
    further: dict[tuple[int, int], Finding] = {}
    for wording, first in wordings.items():
        sought = needle(wording)
        if too_plain(sought):
            continue
        for start, end in find(hay, sought):
            if not all(covered[start:end]):
                further.setdefault((start, end), _again(first, wording, text[start:end], start))
    return list(further.values())


def _again(first: Finding, wording: str, standing: str, start: int) -> Finding:
    end = start + len(standing)
    if first.type != "PERSON":
        return Finding(start, end, first.type, first.score, "everywhere", "Found elsewhere in this draft")
    if is_ordinary(wording):
        because = "A name in this draft, but here it looks like an ordinary word"
        return Finding(start, end, "PERSON", 0.15, "everywhere", because)
    because = (
        "A name elsewhere in this draft, perhaps not here"
        if standing == wording
        else f"The letters of {' '.join(wording.split())}"
    )
    return Finding(start, end, "PERSON", 0.3, "everywhere", because)
