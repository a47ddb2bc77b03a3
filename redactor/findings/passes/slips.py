"""Known names as a scan garbles them: split in two (`Barn aby`) or with a figure for a letter (`0kereke`, `Lione1`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.spread import collect, plain
from redactor.findings.patterns import LETTER, UPPER

_SPLIT = re.compile(rf"(?<![\w'\u2019-])(?P<head>[{UPPER}]{LETTER}*) (?=(?P<tail>{LETTER}+)(?!\w))")
_FIGURED = re.compile(rf"(?<![\w-])(?=\w*{LETTER})(?=\w*[01358])[{UPPER}0158][^\W_]{{3,}}(?!\w)")
_LETTERS_FOR = ("01358", "oiesb"), ("01358", "olesb")
_SHORTEST = 6  # letters of a name that may be split


def spread_slips(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return where names in `findings` stand split, or with figures for letters."""
    known = {plain(word): word for word in collect(findings, text).parts if not is_ordinary(word)}
    cover = Cover(findings)
    found = (*_split(text, known), *_figured(text, known))
    return [finding for finding in found if not cover.holds(finding.start, finding.end)]


def _split(text: str, known: dict[str, str]) -> Iterator[Finding]:
    for match in _SPLIT.finditer(text):
        name = known.get(plain(match["head"] + match["tail"]), "")
        if len(name) >= _SHORTEST:
            yield Finding(
                match.start(), match.end("tail"), "PERSON", 0.6, "slips", f"{name}, with a space inside"
            )


def _figured(text: str, known: dict[str, str]) -> Iterator[Finding]:
    for match in _FIGURED.finditer(text):
        read = (plain(match.group().translate(str.maketrans(*table))) for table in _LETTERS_FOR)
        name = next((known[word] for word in read if word in known), "")
        if name:
            yield Finding(*match.span(), "PERSON", 0.6, "slips", f"{name}, with a figure for a letter")
