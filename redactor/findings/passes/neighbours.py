"""A name's other half where it is among the commonest words: `Khanh To`, `Ochieng Were`, `Can Ünal`, `Sunday Effiong`.

A word with a capital beside a sure name belongs to it where nothing else gives it the capital: no sentence begins there,
no further capital follows, and it is no word for a role, a body or a kind of document. A name once found whole is
looked for whole, in any letter case and with the surname first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import is_nobody, is_role_or_body, lower
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.spread import name_words
from redactor.findings.patterns import CAPITALISED, UPPER

_SURE = 0.6
_RIGHT = re.compile(rf" (?P<it>[{UPPER}][a-z]{{1,9}})(?!\w|['\u2019-]\w| [{UPPER}])")
_LEFT = re.compile(rf"(?<![\w'\u2019-])(?P<it>[{UPPER}][a-z]{{1,9}}) $")
_BEGINS = re.compile(r"(?:^|[.!?:;|\u2022\u201c\"\n\t(\[>/-])[ *]*$")
_GOES_ON = re.compile(r"[a-z\u00df-\u024f],? $")
_ON_A_DAY = re.compile(
    r"\b(?:on|last|next|this|that|every|each|by|until|since|from|in|to|of|for|before|after) $", re.IGNORECASE
)
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Spring|Summer|Autumn|Winter|Easter|Christmas|Eid"
)
_LEAST_LETTERS = 6  # a shorter whole name would be found in other words too


def spread_neighbours(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return sure names with the common word beside them that belongs to them, and whole names wherever they stand."""
    cover = Cover(findings)
    beside = [
        found
        for finding in findings
        if finding.type == "PERSON" and finding.recogniser == "names" and finding.score >= _SURE
        for found in _with_neighbour(finding, cover, text)
    ]
    everybody = [*findings, *beside]
    return [*beside, *_whole(everybody, Cover(everybody), text)]


def _with_neighbour(finding: Finding, cover: Cover, text: str) -> Iterator[Finding]:
    """Yield the one word that is found with the common word after it, or before it."""
    start, end = finding.start, finding.end
    name = text[start:end]
    if not re.fullmatch(rf"({CAPITALISED})(?:/\1)?", name) or name.isupper():
        return
    after = _RIGHT.match(text, end)
    if after and _common(after["it"]) and not cover.touches(*after.span("it")):
        end = after.end("it")
    else:
        before = _LEFT.search(text, max(0, start - 12), start)
        if not before or cover.touches(*before.span("it")) or not _first_name(text, before):
            return
        start = before.start("it")
    because = f"{name} is a name, and the word beside it has a capital for no other reason"
    yield Finding(start, end, "PERSON", 0.8, "neighbours", because)


def _common(word: str) -> bool:
    """Return whether a word after a name is such as has no capital in a sentence: To, Were, Do, An."""
    small = word.lower()
    listed = small in lower("openings") or is_nobody(word)
    return (
        len(word) < 5 and listed and small not in lower("general_words") | lower("titles") | lower("things")
    )


def _first_name(text: str, before: re.Match[str]) -> bool:
    """Return whether a word before a surname stands within a sentence and is a common one."""
    word, ahead = before["it"], text[max(0, before.start() - 12) : before.start()]
    if _BEGINS.search(ahead or "\n") or not _GOES_ON.search(ahead) or is_role_or_body(word):
        return False
    if _CALENDAR.fullmatch(word):
        return not _ON_A_DAY.search(ahead)
    return is_ordinary(word)


def _whole(findings: Sequence[Finding], cover: Cover, text: str) -> Iterator[Finding]:
    """Yield where names of two words and more, one of them a common one, stand whole and are not covered."""
    seen: set[str] = set()
    for finding in findings:
        words = name_words(text[finding.start : finding.end])
        key = " ".join(words).lower()
        if finding.type != "PERSON" or finding.score < _SURE or len(words) < 2 or key in seen:
            continue
        seen.add(key)
        if len(key) < _LEAST_LETTERS or not any(is_ordinary(word) for word in words):
            continue
        *first, last = (re.escape(word) for word in words)
        given = " ".join(first)
        pattern = rf"(?i)(?<![\w'\u2019-])(?:{given} {last}|{last}, ?{given})(?![\w'\u2019-]\w)(?!\w)"
        for match in re.finditer(pattern, text):
            same = match.group() == text[finding.start : finding.end]
            if not cover.holds(*match.span()) and (same or not all(is_ordinary(word) for word in words)):
                yield Finding(*match.span(), "PERSON", 0.8, "neighbours", "A whole name found in this draft")
