"""A text cut into windows as the name model takes them: word pieces, and of each the sort of the word it belongs to.

The tokeniser knows no letter case. What it drops comes back as the sort of a word: its case shape, whether it begins a
line, and whether it is an ordinary English word; the model takes it where such models expect a sentence number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from redactor.findings.english import is_ordinary

WINDOW_WORDS = 110
WINDOW_PIECES = 256
SORTS = 32  # 7 case shapes, +8 at the beginning of a line, +16 for an ordinary word
_SEPARATOR = 102  # the tokeniser's [SEP]
_WORD = re.compile(r"\w+|[^\w\s]")


def shape(word: str) -> int:
    """Return the case shape of a word: 0 a sign, 1 small, 2 Capital, 3 CAPITALS, 4 one capital, 5 miXed, 6 digits."""
    if not word[0].isalnum():
        return 0
    if word.isdigit():
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    return 2 if word[0].isupper() and word[1:].islower() else 5


def sort_of(word: str, begins_line: bool) -> int:
    """Return the sort of a word, 0 to SORTS - 1."""
    return shape(word) + 8 * begins_line + 16 * is_ordinary(word)


def windows(text: str, most: int = WINDOW_WORDS) -> list[tuple[int, int]]:
    """Cut `text` into pieces of at most `most` words, at line ends where possible, else at ends of sentences."""
    pieces: list[tuple[int, int]] = []
    sizes: list[int] = []
    for line in re.finditer(r"[^\n]+", text):
        for start, end, size in _sentences(text, line.span(), most):
            if sizes and sizes[-1] + size <= most:
                pieces[-1], sizes[-1] = (pieces[-1][0], end), sizes[-1] + size
            else:
                pieces.append((start, end))
                sizes.append(size)
    return pieces


def _sentences(text: str, line: tuple[int, int], most: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, words) for pieces of one line."""
    start, count, stop, after_stop = line[0], 0, 0, 0
    for word in _WORD.finditer(text, *line):
        count += 1
        after_stop += 1
        if word.group() in ".!?" and text[word.end() : word.end() + 1].isspace():
            stop, after_stop = word.end(), 0
        if count >= most:
            cut = stop if stop > start else word.end()
            left = after_stop if cut == stop else 0
            yield start, cut, count - left
            start, count = cut, left
    if count:
        yield start, line[1], count


class Window:
    """One window: `ids` of its pieces, the `sorts` of their words, `owners` (place of each piece's word, -1: none).

    `words` are the (start, end) character offsets of its words, counted from the window's start.
    """

    def __init__(self, text: str, start: int, end: int, tokeniser: Any) -> None:
        self.start = start
        window = text[start:end]
        encoded = tokeniser.encode(window)
        self.ids: list[int] = encoded.ids[:WINDOW_PIECES]
        offsets = encoded.offsets[:WINDOW_PIECES]
        if len(encoded.ids) > WINDOW_PIECES:
            self.ids[-1], offsets[-1] = _SEPARATOR, (0, 0)
        self.words = [match.span() for match in _WORD.finditer(window)]
        self.owners = self._owners(offsets)
        sorts = self._sorts(window)
        self.sorts = [sorts[owner] if owner >= 0 else 0 for owner in self.owners]

    def _owners(self, offsets: Sequence[tuple[int, int]]) -> list[int]:
        owners, word = [], 0
        for start, end in offsets:
            while word < len(self.words) - 1 and self.words[word][1] <= start:
                word += 1
            owners.append(word if start < end and self.words else -1)
        return owners

    def _sorts(self, window: str) -> list[int]:
        sorts, before = [], -1
        for start, end in self.words:
            begins = before < 0 or "\n" in window[before:start]
            sorts.append(sort_of(window[start:end], begins))
            before = end
        return sorts
