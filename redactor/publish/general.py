"""Dates and ages in more general words: the rules that operators and window share.

Fail closed: where nothing more general can be said for sure, and where it would be what stands there already, there
is no such wording ("").
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from redactor.findings.matching import needle
from redactor.publish.ages import to_band
from redactor.publish.date_wordings import to_interval, to_month, to_year
from redactor.publish.dates import OPENING
from redactor.publish.plan import Rule


def generalised(text: str, rule: Rule) -> str:
    """What a rule makes of a date or an age; "" for nothing."""
    opening = OPENING.match(text) if rule.operator != "band" else None
    if opening:
        led = opening[0].split()[-1].lower()
        worded = _worded(text[opening.end() :], replace(rule, led=led))
        worded = worded and " ".join([*opening[0].split(), worded])
    else:
        worded = _worded(text, rule)
    return "" if needle(worded).orders == needle(text).orders else worded


def _worded(text: str, rule: Rule) -> str:
    match rule.operator:
        case "month":
            return to_month(text, rule.led)
        case "year":
            return to_year(text, rule.led)
        case "interval":
            return to_interval(text, date.fromisoformat(rule.anchor), rule.event, rule.led)
        case "band":
            return to_band(text)
