"""Names as the model marks them, made neat: no title, no possessive, no job at either end."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.findings.finding import Finding
from redactor.findings.lists import lower

_WORD = re.compile(r"[^\s/\\_|,;:()\[\]\"\u201c\u201d<>]+")
_POSSESSIVE = re.compile(r"(?:['\u2019](?:s|S)?)+$")
_EDGE = "'\u2019\u2018.-*&"


def tidy(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield the findings with names trimmed at both ends; names of which nothing is left are dropped."""
    for finding in findings:
        if finding.type == "PERSON":
            yield from _trimmed(finding, text, lower("not_names"))
        elif finding.type in ("ORG", "PLACE") and finding.recogniser == "names":
            yield from _trimmed(finding, text, lower("openings"), both=False)
        else:
            yield finding


def _trimmed(
    finding: Finding, text: str, strangers: frozenset[str], *, both: bool = True
) -> Iterator[Finding]:
    """Yield the finding without words of `strangers` at its start and, if `both`, at its end."""
    words = [_bare(match, text) for match in _WORD.finditer(text, finding.start, finding.end)]
    words = [(start, end) for start, end in words if start < end]
    while words and _strange(text, words[0], strangers):
        words = words[1:]
    while words and both and _strange(text, words[-1], strangers):
        words = words[:-1]
    if words and any(character.isalpha() for character in text[words[0][0] : words[-1][1]]):
        start, end = words[0][0], words[-1][1]
        if text[end : end + 1] == "." and end - words[-1][0] == 1 and end + 1 <= finding.end:
            end += 1
        single = end - start == 1 or (end - start == 2 and text[end - 1] == ".")
        if not single or "title" in finding.because or text[end : end + 1] == ".":
            yield replace(finding, start=start, end=end)


def _bare(match: "re.Match[str]", text: str) -> tuple[int, int]:
    """Return a word's (start, end) without possessive and punctuation at its edges."""
    word = _POSSESSIVE.sub("", match.group())
    start, end = match.start(), match.start() + len(word)
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _strange(text: str, word: tuple[int, int], strangers: frozenset[str]) -> bool:
    """Return whether a word is no part of a name: in `strangers`, or a number."""
    plain = text[word[0] : word[1]]
    return plain.lower() in strangers or plain.isdigit()
