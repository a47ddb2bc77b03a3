"""Finds the entries of long word lists in a text: by a table of their first words, never by one huge pattern."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from redactor.findings.lists import words

_WORD = re.compile(r"[^\W_]+")


class Phrases:
    """Wordings to look for; either apostrophe will do, and where wordings begin at one place the longest is found."""

    def __init__(self, entries: Iterable[str], *, any_case: bool = False) -> None:
        """Make the table; with `any_case` letter case is of no account."""
        self._any_case = any_case
        table: dict[str, list[str]] = defaultdict(list)
        for entry in sorted(
            {self._normal(entry) for entry in entries}, key=lambda entry: (-len(entry), entry)
        ):
            first = _WORD.match(entry)
            if first:
                table[first.group()].append(entry)
        self._by_first = dict(table)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each wording that stands in `text` as whole words; they do not overlap."""
        text = self._normal(text)
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            for entry in self._by_first.get(word.group(), ()):
                if text.startswith(entry, start) and not _goes_on(text, start + len(entry)):
                    end = start + len(entry)
                    yield start, end
                    break

    def _normal(self, text: str) -> str:
        text = text.replace("\u2019", "'")
        return _lower(text) if self._any_case else text


def _lower(text: str) -> str:
    """Return `text` in lower case, of the same length (a few capitals become two letters)."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1].isalnum() or text[end : end + 1] == "_"


@cache
def listed(*names: str) -> Phrases:
    """Return the entries of the lists `resources/lists/<name>.txt`, made ready once."""
    return Phrases(entry for name in names for entry in words(name))
