"""Scores that mean what they say: of the findings shown as 0.9, nine in ten are right.

Recognisers score what they find by their own lights. How often each was right at each such score, on marked-up drafts
that it was not built on, stands in resources/model/reliability.json (made by resources/model/recipe/calibrate.py);
here that share takes the score's place.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from redactor.findings.finding import Finding
from redactor.shipped import RESOURCES

ANY = "any"
"""The table for recognisers that found too little to be judged by themselves."""

Table = list[tuple[float, float]]  # (score as given, share that was right), both rising


@cache
def tables() -> dict[str, Table]:
    """Return the tables by recogniser; raises FileNotFoundError."""
    read = json.loads((RESOURCES / "model" / "reliability.json").read_text(encoding="utf-8"))
    return {name: [(float(given), float(right)) for given, right in rows] for name, rows in read.items()}


def calibrated(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the share that was right of such findings for a score, 0 to 1."""
    known = tables()
    return [
        replace(finding, score=share_right(known.get(finding.recogniser, known[ANY]), finding.score))
        for finding in findings
    ]


def share_right(table: Table, score: float) -> float:
    """Return what `table` says of `score`, between its rows in proportion."""
    place = bisect_left(table, (score, -1.0))
    if place == 0:
        return table[0][1]
    if place == len(table):
        return table[-1][1]
    (low, share), (high, higher) = table[place - 1], table[place]
    return share if high == low else share + (higher - share) * (score - low) / (high - low)
