"""A known surname with the initial of somebody who bears it, also where the surname is a word: `D. Duty`, `Frost, D.`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.findings.finding import Finding
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.roll import call
from redactor.findings.passes.spread import plain
from redactor.findings.patterns import CAPITALISED, UPPER

_BEFORE = re.compile(rf"(?<![\w.'\u2019-])(?P<letter>[{UPPER}])\.? ?(?P<surname>(?<=[. ]){CAPITALISED})")
_AFTER = re.compile(
    rf"(?<![\w'\u2019-])(?P<surname>{CAPITALISED}),? (?P<letter>[{UPPER}])(?![\w'\u2019-])\.?"
)
_POSSESSIVE = re.compile(r"['\u2019][sS]$")


def spread_initialled(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return surnames of people in `findings` with an initial that fits; those found whole already are left out."""
    given = call(findings, text).given
    cover = Cover(findings)
    further: list[Finding] = []
    for pattern in (_BEFORE, _AFTER) if given else ():
        for match in pattern.finditer(text):
            surname = _POSSESSIVE.sub("", match["surname"])
            end = match.end() - (len(match["surname"]) - len(surname) if pattern is _BEFORE else 0)
            bears = match["letter"] in given.get(plain(surname), ())
            if bears and not cover.holds(match.start(), end):
                because = f"A surname in this draft with the initial {match['letter']}"
                further.append(Finding(match.start(), end, "PERSON", 0.8, "initialled", because))
    return further
