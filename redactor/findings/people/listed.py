"""Names that are listed: `A, B and C`."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.findings.people.kin_phrases import LISTED
from redactor.findings.people.mentions import Mention


def listed(mentions: Sequence[Mention], number: int, text: str, *, backwards: bool = False) -> list[int]:
    """Return the numbers of the mentions listed from mention `number` on, `A, B and C`, or up to it; offsets into `text`."""
    numbers, step = [number], -1 if backwards else 1
    while 0 <= numbers[-1] + step < len(mentions):
        one, other = sorted((numbers[-1], numbers[-1] + step))
        if not LISTED.fullmatch(text, mentions[one].end, mentions[other].start):
            break
        numbers.append(numbers[-1] + step)
    return sorted(numbers)
