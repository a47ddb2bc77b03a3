"""Headers and footers: they stand on page after page, so a decision on them counts where it was the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redactor.marks.aligning import Alignment
from redactor.marks.mark import Mark
from redactor.marks.wording import Words

Line = tuple[int, int]
"""Its first word and the one after the last."""


def align_running(alignment: Alignment, marks: Iterable[Mark]) -> None:
    """Align headers and footers in place: the first of equal lines with the first, and so on.

    Which page they stand on says nothing, since every page is laid out anew. They are beyond doubt where all equal
    lines of the old draft bear the same marks with the same decisions.
    """
    decided = _decided(alignment.old, marks)
    here, there = _lines(alignment.old), _lines(alignment.new)
    for keys, lines in here.items():
        sure = len({tuple(decided.get(word, ()) for word in range(*line)) for line in lines}) == 1
        for (first, end), (image, _) in zip(lines, there.get(keys, ()), strict=False):
            for word in range(first, end):
                alignment.at[word] = image + word - first
                alignment.same[word], alignment.sure[word] = True, sure


def _lines(words: Words) -> dict[tuple[str, ...], list[Line]]:
    """The headers and footers by their words, in order; sentence by sentence."""
    lines: dict[tuple[str, ...], list[Line]] = {}
    for first, end in words.sentences():
        if first >= words.running:
            lines.setdefault(words.keys[first:end], []).append((first, end))
    return lines


def _decided(words: Words, marks: Iterable[Mark]) -> dict[int, Sequence[object]]:
    """For each word of a header or footer with marks what was decided there."""
    decided: dict[int, list[object]] = {}
    for mark in marks:
        for word in words.within(mark.start, mark.end):
            if word >= words.running:
                decided.setdefault(word, []).extend(
                    (mark.type, mark.entity, mark.verdict, mark.reason, mark.check)
                )
    return {word: tuple(values) for word, values in decided.items()}
