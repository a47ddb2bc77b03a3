"""Many texts searched as one: a wording is looked up once, not once for every text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from redactor.findings import matching
from redactor.findings.matching import Haystack, Needle

_BARRIER = "\n\ua66e\ua66e\n"
"""Stands between two texts: a word that no draft holds, so that nothing is found across them."""


@dataclass(frozen=True)
class Pile:
    """Texts, and the whole of them prepared for looking things up."""

    texts: Sequence[str]

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for text in self.texts:
            starts.append(at)
            at += len(text) + len(_BARRIER)
        return starts

    @cached_property
    def _hay(self) -> Haystack:
        return matching.haystack(_BARRIER.join(self.texts))

    def find(self, sought: Needle) -> Iterator[tuple[int, int, int]]:
        """Where the wording stands: number of the text, start and end within it, in order."""
        for start, end in matching.find(self._hay, sought):
            number = bisect_right(self._starts, start) - 1
            yield number, start - self._starts[number], end - self._starts[number]

    def holding(self, sought: Needle) -> list[int]:
        """The number of the text for every place where the wording stands."""
        return [number for number, _, _ in self.find(sought)]


def pile(texts: Iterable[str]) -> Pile:
    """Put texts together; linear in their length once looked up in."""
    return Pile(tuple(texts))
