"""The other half of a name in a field of its own: `Best, Desmond | M`, a cell `Jhanelle Senior`, `Surname: Oral`.

In a field nothing but the name gives a word its capital: beside a sure name any word is the rest of it. And names that
are spelt letter by letter (`R-E-B-W-A-R`), which stand in no field but are told by their form alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import is_role_or_body, lower
from redactor.findings.passes.cover import Cover
from redactor.findings.patterns import CAPITALISED, UPPER

_SURE = 0.6
_FIELD_STARTS = r"(?:^|[\n|\u2022]|(?<![\d:]): |(?:^|\n)[-*] |(?:^|\n)\(?\d{1,3}[.)] )[ ]*"
_FIELD_ENDS = r"[ ]*(?:[\n|(]|$|, |; | [-\u2013/] )"
_SURNAME_BEFORE = re.compile(rf"{_FIELD_STARTS}(?P<it>{CAPITALISED}), $")
_REST_BEFORE = re.compile(rf"{_FIELD_STARTS}(?P<it>[{UPPER}]{{2,12}}|[{UPPER}][a-z]{{1,11}}) $")
_REST_AFTER = re.compile(rf" (?P<it>[{UPPER}]{{2,12}}|[{UPPER}][a-z]{{1,11}})(?={_FIELD_ENDS})")
_SHORT_BEFORE = re.compile(rf"{_FIELD_STARTS}(?P<it>[{UPPER}]{{2,3}}) $")
_FIRST_AFTER = re.compile(rf", (?P<it>[{UPPER}][a-z]{{1,11}})(?={_FIELD_ENDS})")
_NAME = re.compile(rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}")
_STARTS = re.compile(rf"{_FIELD_STARTS}$")
_ENDS = re.compile(_FIELD_ENDS)
_ENDS_CELL = re.compile(r"[ ]*[|(]")
_LABELLED = re.compile(
    r"(?i:\b(?:surname|family name|last name|maiden name|forename(?:\(s\)|s)?|first name(?:\(s\)|s)?|given name(?:\(s\)|s)?|christian name|middle name"
    rf"|preferred name))(?:: ?| ?\| ?)(?P<it>{CAPITALISED}(?: {CAPITALISED})?)(?={_FIELD_ENDS})"
)
_SPELT = re.compile(
    rf"(?<![\w-])[{UPPER}](?P<joint>-|, |\. ?| - )[{UPPER}](?:(?P=joint)[{UPPER}]){{2,14}}(?![\w-]*\w)"
)
_DAYS = frozenset(("thu", "sun"))
_GREETINGS = frozenset(
    "best cheers dear hello hey hi hiya love many morning no oh ok okay please regards sincerely sorry ta thanks thx well yes yours".split()  # noqa: SIM905 - a word list reads better so
)


def spread_fields(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return sure names with the rest that stands in the same field, what labels call a name, and names spelt out."""
    cover = Cover(findings)
    sure = (f for f in findings if f.type == "PERSON" and f.score >= _SURE)
    beside = [found for finding in sure for found in _whole(finding, cover, text)]
    return [*beside, *_told(cover, text), *_spelt(cover, text)]


def _whole(finding: Finding, cover: Cover, text: str) -> Iterator[Finding]:
    """Yield the one word that was found with the word before or after it in its field."""
    start, end = finding.start, finding.end
    name, ahead = text[start:end], text[max(0, start - 40) : start]
    if not _NAME.fullmatch(name):
        return
    ended = _ENDS.match(text, end) is not None
    surname = _SURNAME_BEFORE.search(ahead) if ended else None
    if " " in name:
        short = _SHORT_BEFORE.search(ahead) if name.isupper() and not surname else None
        other, after = surname or (short if short and not _abbreviation(short["it"]) else None), None
    else:
        other = surname or (_REST_BEFORE.search(ahead) if ended else None)
        after = None if other or not _STARTS.search(ahead or "\n") else _rest_after(text, name, end)
    if other:
        start -= len(ahead) - other.start("it")
    elif after:
        end = after.end("it")
    else:
        return
    word = (other or after)["it"]  # type: ignore[index]  # one of them is there
    rest = (start, start + len(word)) if other else (end - len(word), end)
    greeting = word.lower() in _GREETINGS and not (surname and _ENDS_CELL.match(text, end))
    shouted = word.isupper() and not surname and not text[finding.start : finding.end].isupper()
    if not greeting and not shouted and not cover.touches(*rest) and not _strange(word):
        because = "A name, and the word beside it in its field has a capital for no other reason"
        yield Finding(start, end, "PERSON", 0.75, "fields", because)


def _rest_after(text: str, name: str, end: int) -> re.Match[str] | None:
    return _REST_AFTER.match(text, end) or (_FIRST_AFTER.match(text, end) if name.isupper() else None)


def _abbreviation(word: str) -> bool:
    """Return whether a short word in capitals is one that reports abbreviate; THU and SUN are names too."""
    small = word.lower()
    return is_ordinary(small) or (small in lower("abbreviations") | lower("not_names") and small not in _DAYS)


def _told(cover: Cover, text: str) -> Iterator[Finding]:
    """Yield what stands alone after `Surname:` or `Forename:`."""
    for match in _LABELLED.finditer(text):
        unknown = match["it"].lower() in lower("not_names") and len(match["it"]) > 4
        if not unknown and not cover.holds(*match.span("it")):
            yield Finding(*match.span("it"), "PERSON", 0.85, "fields", "Its field is called a name")


def _spelt(cover: Cover, text: str) -> Iterator[Finding]:
    """Yield names spelt letter by letter."""
    for match in _SPELT.finditer(text):
        if not cover.holds(*match.span()):
            yield Finding(*match.span(), "PERSON", 0.7, "fields", "Spelt letter by letter, as a name is")


def _strange(word: str) -> bool:
    """Return whether a word is a title, a role or part of a body's name; `To` heads a letter and is a surname too."""
    return word.lower() in lower("titles") or (len(word) > 2 and is_role_or_body(word))
