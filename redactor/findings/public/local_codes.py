"""Abbreviations of public bodies that a draft gives to a local one: `Ivel Children's Services (ICS)`."""

import re
from collections.abc import Iterator, Sequence

from redactor.findings.patterns import CAPITALISED

Span = tuple[int, int]

_LONGEST = 8  # letters of an abbreviation
_INTRODUCED = re.compile(
    rf"{CAPITALISED} ?\((?:the |hereafter )?[\"'\u201c\u2018]?(?P<code>[A-Z][A-Za-z&-]{{1,7}})[\"'\u201d\u2019]?\)"
)


def without_local(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """Yield `spans` of public things in `text`, but no abbreviation that the draft introduces as something local's."""
    ends = {end for start, end in spans if end - start > _LONGEST}
    local = {
        match["code"]
        for match in _INTRODUCED.finditer(text)
        if match.start("code") and not _ends_public(text, match.start(), match.end(), ends)
    }
    for start, end in spans:
        if end - start > _LONGEST or text[start:end] not in local:
            yield start, end


def _ends_public(text: str, start: int, end: int, ends: set[int]) -> bool:
    """Return whether the word and bracket from `start` to `end` follow a public thing written in full."""
    word = text.index("(", start, end)
    return word in ends or word - 1 in ends
