"""People are found by initials, letters, log-ins, nicknames, pet names and slips; what only looks alike stays unmarked.

The marked documents lie in `passes`, one for each way of naming people.
"""

import re
from pathlib import Path

from redactor.findings.detect import detect

MARK = re.compile(r"\[\[([A-Z]+):([a-z0-9_]+):([^\[\]\n]+?)\]\]")
LEAST_RECALL = 0.95
LEAST_PRECISION = 0.9


def test_people_are_found_in_every_way_of_naming_them() -> None:
    people = missed = shown = wrong = 0
    for path in sorted((Path(__file__).parent / "passes").glob("*.txt")):
        text, names, private = unmarked(path.read_text(encoding="utf-8"))
        findings = detect(text)
        covered = {place for finding in findings for place in range(finding.start, finding.end)}
        people += len(names)
        missed += sum(any(text[i].isalnum() and i not in covered for i in range(*name)) for name in names)
        shown += len(findings)
        wrong += sum(sum(i in private for i in range(f.start, f.end)) * 2 < f.end - f.start for f in findings)

    assert 1 - missed / people >= LEAST_RECALL
    assert 1 - wrong / shown >= LEAST_PRECISION


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]], set[int]]:
    """Return the plain text, where people are named in it, and all characters that are private."""
    plain, names, private, done = "", [], set[int](), 0
    for match in MARK.finditer(marked):
        plain += marked[done : match.start()]
        span = (len(plain), len(plain) + len(match[3]))
        if match[1] == "PERSON":
            names.append(span)
        if match[1] != "PUBLIC":
            private.update(range(*span))
        plain += match[3]
        done = match.end()
    return plain + marked[done:], names, private
