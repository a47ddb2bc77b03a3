"""Whether a wording stands in recognised text, which takes one letter for another and breaks and joins words.

Letters that look alike are made one ("rn" and "m", "1", "l" and "I", "0" and "O"), spaces are left out, and one more
letter may be wrong in a long wording. Short wordings, and single everyday words, must stand as they are: "Hope" would
be seen in "Hops". What a page shows as live text in just that form is another word and no misreading.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from redactor.findings import matching
from redactor.findings.english import is_ordinary
from redactor.publish.pile import Pile
from redactor.publish.wordings import Wording

LEAST = 5
"""Wordings of fewer letters, or of fewer than LEAST_DIGITS digits, are looked for as they are."""
LEAST_DIGITS = 6

_ANYWHERE = 8
"""From so many letters on a wording may begin and end within a word."""
_ONE_WRONG = 10

_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_ALIKE = str.maketrans("01i|!j5$869qc2v", "olllllssbbggezu")
_WORD = re.compile(r"\S+")


def worth_reading(wording: Wording) -> bool:
    """Whether a wording says enough to be looked for in pixels at all."""
    length = len("".join(wording.needle.orders[0])) if wording.needle.orders else 0
    return length >= (matching.SHORT - 1)


class Blurred:
    """Recognised lines of one page, prepared for looking things up."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = [match[0] for line in lines for match in _WORD.finditer(line)]
        parts = [blur(word) for word in self._words]
        self._starts: list[int] = []
        at = 0
        for part in parts:
            self._starts.append(at)
            at += len(part)
        self._ends = {start + len(part) for start, part in zip(self._starts, parts, strict=True)}
        self._run = "".join(parts)

    def holds(self, wording: Wording, shown: Pile) -> bool:
        """Whether the wording can be read; `shown`: the live text of the pages."""
        order = wording.needle.orders[0]
        plain = "".join(order)
        if len(plain) < (LEAST_DIGITS if plain.isdigit() else LEAST):
            return False
        if len(order) == 1 and is_ordinary(order[0]):
            return False
        return any(
            not self._shown_so(start, end, wording, shown)
            for words in wording.needle.orders
            for start, end in self._places("".join(map(blur, words)), plain.isdigit())
        )

    def _places(self, sought: str, digits: bool) -> Iterator[tuple[int, int]]:
        starts = set(self._starts)
        free = len(sought) >= _ANYWHERE and not digits
        for at in _occurrences(self._run, sought):
            end = at + len(sought)
            if free or (at in starts and self._ends_word(end)):
                yield at, end
        if len(sought) >= _ONE_WRONG and not digits:
            for at, end in _nearly(self._run, sought):
                if at in starts and self._ends_word(end):
                    yield at, end

    def _ends_word(self, end: int) -> bool:
        return end in self._ends or (self._run[end : end + 1] == "s" and end + 1 in self._ends)

    def _shown_so(self, start: int, end: int, wording: Wording, shown: Pile) -> bool:
        """Whether the words read stand as live text, and are not the wording."""
        first = max(0, bisect_left(self._starts, start + 1) - 1)
        last = bisect_left(self._starts, end)
        read = " ".join(self._words[first:last])
        if matching.find(matching.haystack(read), wording.needle):
            return False
        sought = matching.needle(read)
        return bool(sought.orders) and bool(shown.holding(sought))


def blur(text: str) -> str:
    """Letters and digits, those that look alike made one."""
    folded = unicodedata.normalize("NFKD", text).lower()
    for pair, one in _PAIRS:
        folded = folded.replace(pair, one)
    return "".join(char for char in folded.translate(_ALIKE) if char.isalnum())


def _occurrences(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought) if sought else -1
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def _nearly(text: str, sought: str) -> Iterator[tuple[int, int]]:
    """Where the wording stands with one letter wrong, left out or put in: one of its halves is whole."""
    half = len(sought) // 2
    for at in _occurrences(text, sought[:half]):
        for length in (len(sought) - 1, len(sought), len(sought) + 1):
            if _one_apart(text[at : at + length], sought):
                yield at, at + length
    for at in _occurrences(text, sought[half:]):
        end = at + len(sought) - half
        for length in (len(sought) - 1, len(sought), len(sought) + 1):
            if end >= length and _one_apart(text[end - length : end], sought):
                yield end - length, end


def _one_apart(one: str, two: str) -> bool:
    """Whether two words differ by one letter changed, left out or put in."""
    if abs(len(one) - len(two)) > 1:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    shift = len(one) - len(two)
    return one[same + (shift >= 0) :] == two[same + (shift <= 0) :]
