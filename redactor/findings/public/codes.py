"""Abbreviations that the draft itself explains, so that `MO`, `AMB` or `RLQ` is not taken for somebody's name.

Explained are the first cells of a key (`MO | BYRNE, Ola`), the entries of a glossary (`RTS: return to sender`) and
a row of expansions (`AXR abdominal X-ray; NT non-tender;`). Letters that are somebody's initials there are left out;
those that stand for a local body (`OSCB | Otterburn Safeguarding Children Board`) are that body.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from redactor.findings.finding import Finding
from redactor.findings.lists import lower, words
from redactor.findings.passes.roll import call
from redactor.findings.passes.spread import plain
from redactor.findings.patterns import CAPITALISED, LETTER, UPPER

_ENTRY = re.compile(
    rf"[ \t]*(?P<code>[{UPPER}]{{2,6}}\d?)(?:, [{UPPER}]{{2,6}}\d?)?(?: ?(?:\||:|=|-|\u2013) ?|\t+| {{2,}})(?P<rest>[^\n]+)"
)
_LINE = re.compile(r"[^\n]+")
_INLINE = re.compile(
    rf"(?:^|[;:.] )(?P<code>[{UPPER}]{{2,5}}):? (?P<rest>[a-z][^;:.\n]{{2,60}})(?=[;.\n]|$)", re.MULTILINE
)
_LONGEST = 6  # letters of an abbreviation that the model's word is not taken for
_BARE = re.compile(rf"[{UPPER}]{{2,6}}")
_CONSONANTS = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{3,5}")
_WRITTEN = re.compile(rf"(?<!{LETTER})[{UPPER}][^\W\d_{UPPER}]+")
_TITLED_NAME = rf"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?((?:{CAPITALISED}[ ,]*){{2,4}})(?=$|[|(,.;])"

Codes = dict[str, int]
"""Each abbreviation, and the offset at which its explanation begins."""


def without_codes(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Leave out of `findings` the model's names that are only abbreviations; those of local bodies become bodies."""
    codes = explained(text)
    bodies = {f.start for f in findings if f.type == "ORG" and f.score >= 0.5}
    initials = {*call(findings, text).initials, *_owned(text)}
    written = {plain(match.group()) for match in _WRITTEN.finditer(text)}
    kept: list[Finding] = []
    for finding in findings:
        word = text[finding.start : finding.end]
        if not _by_model_alone(finding, word, written):
            kept.append(finding)
        elif word in codes and codes[word] in bodies and not _of_any_body(word):
            kept.append(replace(finding, type="ORG", score=max(finding.score, 0.6)))
        elif not (_means_nobody(finding, word in codes, text) or _abbreviated(finding, word, initials)):
            kept.append(finding)
    return kept


def explained(text: str) -> Codes:
    """Return the abbreviations that `text` explains."""
    codes: Codes = {}
    for code, start, rest in (*_keys(text), *_rows(text)):
        if not _initials(code, rest):
            codes.setdefault(code, start)
    return codes


def _owned(text: str) -> set[str]:
    """Return the letters that a key or a row gives as somebody's initials."""
    return {code for code, _, rest in (*_keys(text), *_rows(text)) if _initials(code, rest)}


def _keys(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the entries of keys and glossaries: three lines, or two with small letters after, that begin with a code."""
    lines = (_ENTRY.fullmatch(text, *line.span()) for line in _LINE.finditer(text))
    for is_entry, run in groupby(lines, key=bool):
        entries = [match for match in run if match]
        glossed = len(entries) > 1 and all(match["rest"][0].islower() for match in entries)
        if is_entry and (len(entries) > 2 or glossed):
            yield from ((match["code"], match.start("rest"), match["rest"]) for match in entries)


def _rows(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the entries of explanations in a row: two or more in one paragraph, each of them
    beginning with the letter explained (`KO to ring; DN asked` explains nobody)."""
    for line in _LINE.finditer(text):
        found = _INLINE.finditer(text, *line.span())
        entries = [match for match in found if match["rest"][0] == match["code"][0].lower()]
        if len(entries) >= 2:
            yield from ((match["code"], match.start("rest"), match["rest"]) for match in entries)


def _initials(code: str, rest: str) -> bool:
    """Return whether the code is the initials of the name that explains it: `HB | Hanna Byrne`."""
    names = re.match(_TITLED_NAME, rest)
    return bool(names and "".join(word[0] for word in re.findall(CAPITALISED, names[1])) == code)


def _by_model_alone(finding: Finding, word: str, written: set[str]) -> bool:
    """Return whether capital letters were found by the model alone and are nowhere written as a name is."""
    named = finding.type in ("PERSON", "ORG", "PLACE") and finding.recogniser == "names"
    return named and bool(_BARE.fullmatch(word)) and plain(word) not in written


def _of_any_body(code: str) -> bool:
    """Return whether the code is short for a word that any such body has: AMB for ambulance."""
    return any(word.startswith(code.lower()) for word in words("general_words"))


def _means_nobody(finding: Finding, explained: bool, text: str) -> bool:
    """Return whether capitals are no name: explained as something else, or impossible to speak."""
    if explained:
        return finding.type != "ORG" or _of_any_body(text[finding.start : finding.end])
    return finding.type == "PERSON" and _unspeakable(finding, text)


def _abbreviated(finding: Finding, word: str, initials: Container[str]) -> bool:
    """Return whether a person's name is a listed abbreviation of six letters or fewer, and nobody's initials here."""
    short = finding.type == "PERSON" and len(word) <= _LONGEST
    return short and word not in initials and word.lower() in lower("abbreviations") | lower("not_names")


def _unspeakable(finding: Finding, text: str) -> bool:
    """Return whether capitals without a vowel stand among small letters, so that they are no shouted name."""
    if not _CONSONANTS.fullmatch(text[finding.start : finding.end]):
        return False
    around = text[max(0, finding.start - 30) : finding.start] + text[finding.end : finding.end + 30]
    return re.search(r"[a-z]{2}", around) is not None
