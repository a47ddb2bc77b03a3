"""A draft as words: what stays the same when it is laid out anew, with the places where its sentences end."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from redactor.document.page import ASIDE
from redactor.document.source import Document
from redactor.findings.reading import read

GOES_ON, SENTENCE, PARAGRAPH = 0, 1, 2
"""What stands before a word: nothing that ends a sentence, the end of one, or the end of a paragraph or table row."""

_NUMBER = "#"
"""The key of a paragraph's number: it is another one as soon as a section is put in before."""
_TOKEN = re.compile(
    r"""(?m:^)[ \t]*(?P<number>\(?\d{1,2}\.[1-9]\d?(?:\.[1-9]){0,2}\.?|\(?\d{1,2}[.)]|\([a-z]{1,4}\))(?=[ \t]+\S)
    | (?P<word>[^\W_]+(?:-[ ]?[^\W_]+)*)""",
    re.VERBOSE,
)
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s")
_SHORTENED = frozenset(
    ("dr", "mr", "mrs", "ms", "prof", "rev", "st", "sgt", "insp", "cllr", "no", "para", "ref", "vs")
)
"""After these, as after an initial, a full stop ends no sentence."""
_RUNNING = 3
"""A line beside the running text that stands so often, numbers left aside, is a header or a footer."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a draft in order: running text, then what stands beside it, then headers and footers.

    Args:
        text: the reading text that offsets count in.
        keys: what is compared: small letters and digits, without hyphens, so that it is the same however lines end.
        starts, ends: character offsets into `text`.
        breaks: what stands before each word; one more for the end.
        places: the numbers of the words in the order of `text`.
        running: the number of the first word of headers and footers.
    """

    text: str
    keys: tuple[str, ...]
    starts: array[int]
    ends: array[int]
    breaks: bytes
    places: array[int]
    running: int

    def within(self, start: int, end: int) -> list[int]:
        """The numbers of the words that characters `start` to `end` touch, in the order of the text."""
        first = bisect_right(self.places, start, key=lambda word: self.ends[word])
        last = bisect_left(self.places, end, key=lambda word: self.starts[word])
        return list(self.places[first:last])

    def sentences(self) -> list[tuple[int, int]]:
        """First word and the one after the last, of each sentence."""
        return list(pairwise(word for word, gap in enumerate(self.breaks) if gap))


def words_of(text: str) -> Words:
    """The words of a text without pages. Takes time in proportion to its length."""
    return _words(text, None)


def words_in(document: Document) -> Words:
    """The words of a draft; what stands beside the running text of a page is told by the page."""
    return _words(document.text, document)


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    start: int
    end: int
    gap: int  # what stands before it


def _words(text: str, document: Document | None) -> Words:
    tokens = _tokens(text)
    body, beside = _parted(tokens, document) if document else (tokens, [])
    notes, running = _without_running(beside)
    ordered = [*body, *notes, *running]
    gaps = bytearray(token.gap for token in ordered)
    for first in (0, len(body), len(body) + len(notes)):
        gaps[first : first + 1] = bytes([PARAGRAPH])
    starts = array("q", (token.start for token in ordered))
    return Words(
        text,
        tuple(token.key for token in ordered),
        starts,
        array("q", (token.end for token in ordered)),
        bytes(gaps[: len(ordered)]) + bytes([PARAGRAPH]),
        array("q", sorted(range(len(ordered)), key=starts.__getitem__)),
        len(body) + len(notes),
    )


def _tokens(text: str) -> list[_Token]:
    reading = read(text)
    plain, at = reading.text, reading.at
    tokens: list[_Token] = []
    done, numbered = 0, False
    for match in _TOKEN.finditer(plain):
        number = match["number"] is not None
        start, end = match.span("number" if number else "word")
        gap = plain[done:start]
        kind = GOES_ON if gap == " " else _gap(gap, tokens[-1].key if tokens else "", plain[start])
        key = _NUMBER if number else match["word"].lower().replace("-", "").replace(" ", "")
        tokens.append(_Token(key, at[start], at[end - 1] + 1, max(kind, SENTENCE) if numbered else kind))
        done, numbered = end, number
    return tokens


def _gap(between: str, before: str, following: str) -> int:
    """What the characters between two words say; a line end before a small letter says nothing by itself."""
    ends = bool(_ENDS_SENTENCE.search(between)) and not following.islower()
    if "\n" in between and (ends or not following.islower() or any(c in between for c in "|:;.")):
        return PARAGRAPH
    shortened = (len(before) == 1 and before.isalpha()) or before in _SHORTENED
    return (
        SENTENCE if ends and not (shortened and between.startswith(". ") and "|" not in between) else GOES_ON
    )


def _parted(tokens: Sequence[_Token], document: Document) -> tuple[list[_Token], list[_Token]]:
    """The words of the running text, and those beside it."""
    first = [page.text.find(ASIDE) for page in document.pages]
    lists: tuple[list[_Token], list[_Token]] = ([], [])
    before = False
    for token in tokens:
        page = document.page_of[token.start]
        beside = page >= 0 and 0 <= first[page] < document.char_of[token.start]
        gap = token.gap
        if beside and not before:
            gap = PARAGRAPH  # the running text may go on after what was put in between
        lists[beside].append(_Token(token.key, token.start, token.end, gap))
        before = beside
    return lists


def _without_running(tokens: Sequence[_Token]) -> tuple[list[_Token], list[_Token]]:
    """Footnotes and the like, and headers and footers; the numbers of these count as one."""
    lines: list[list[_Token]] = []
    for token in tokens:
        if token.gap == PARAGRAPH or not lines:
            lines.append([])
        lines[-1].append(token)
    seen = Counter(map(_line, lines))
    notes: list[_Token] = []
    running: list[_Token] = []
    for is_running, group in groupby(lines, key=lambda line: seen[_line(line)] >= _RUNNING):
        for line in group:
            if is_running:
                keys = _line(line)
                running += [_Token(k, t.start, t.end, t.gap) for k, t in zip(keys, line, strict=True)]
            else:
                notes += line
    return notes, running


def _line(tokens: Sequence[_Token]) -> tuple[str, ...]:
    return tuple(_NUMBER if token.key.isdigit() else token.key for token in tokens)
