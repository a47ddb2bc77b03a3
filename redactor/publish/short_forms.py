"""Shorter ways to say a label, for places too narrow for it; they stay as clear as the field's own abbreviations."""

from __future__ import annotations

import re

_ABBREVIATIONS = {
    "Maternal Grandmother": "MGM", "Maternal Grandfather": "MGF", "Paternal Grandmother": "PGM",
    "Paternal Grandfather": "PGF", "Social Worker": "SW", "Health Visitor": "HV", "Foster Carer": "FC",
    "Probation Officer": "PO", "Housing Officer": "HO", "Nursery Worker": "NW", "Police Officer": "Police",
    "Police Force": "Police", "Housing Association": "HA", "Children's Centre": "CC", "Health Trust": "Trust",
    "Organisation": "Org", "Place of Worship": "Worship", "Family Friend": "Friend", "Headteacher": "Head",
}  # fmt: skip
_NUMBERED = re.compile(r"(.+?)( \w{1,3})?")
_LED = re.compile(r"^(?:a )?day (?:in )?(?=\d|[A-Z])")


def short_form(label: str, event: str = "") -> str:
    """A shorter wording of a label; "" where there is none.

    Args:
        label: as it is published.
        event: of an interval, which the short form leaves out: "3 weeks before".
    """
    bare = _LED.sub("", label.removesuffix(f" {event}") if event else label)
    named = _NUMBERED.fullmatch(bare)
    stem, number = (named[1], named[2] or "") if named else (bare, "")
    shorter = _ABBREVIATIONS.get(stem, stem) + number
    return shorter if len(shorter) < len(label) else ""
