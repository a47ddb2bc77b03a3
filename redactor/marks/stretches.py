"""Stretches of words that stand in both drafts, wherever: each grows from a few words that stand once in either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SEED = 5
"""So many words in a row, standing once in each draft, are the same place."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The same words from `old` and from `new` on, and no longer on either side.

    Args:
        old, new: the number of its first word in each draft.
        length: in words.
    """

    old: int
    new: int
    length: int

    @property
    def shift(self) -> int:
        """What leads from a word's number in the old draft to its number in the new one."""
        return self.new - self.old


def stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The stretches common to both, in the order of `old`.

    Takes time in proportion to the length of the drafts: a word lies in two stretches at most that do not hold it
    in a seed, one that grew from before it and one from behind.
    """
    there = _standing_once(new)
    reached: dict[int, int] = {}
    found = []
    for gram, at in _standing_once(old).items():
        image = there.get(gram)
        if (
            image is None
            or reached.get(image - at, -1) > at
            or old[at : at + SEED] != new[image : image + SEED]
        ):
            continue
        stretch = _grown(old, new, at, image)
        reached[stretch.shift] = stretch.old + stretch.length
        found.append(stretch)
    return sorted(found, key=lambda stretch: stretch.old)


def covering(
    by_start: Iterable[tuple[int, int, Stretch]], ranges: Iterable[tuple[int, int]]
) -> Iterator[list[Stretch]]:
    """For each range of words (ascending starts) the stretches (start, end, stretch; ascending) that hold it whole."""
    coming = iter(by_start)
    following = next(coming, None)
    open_: list[tuple[int, int, Stretch]] = []
    for start, end in ranges:
        while following is not None and following[0] <= start:
            open_.append(following)
            following = next(coming, None)
        open_ = [one for one in open_ if one[1] > start]
        yield [stretch for _, last, stretch in open_ if last >= end]


def _standing_once(words: Sequence[str]) -> dict[int, int]:
    """By the hash of each run of `SEED` words that stands once: where."""
    seen: dict[int, int] = {}
    for at, gram in enumerate(zip(*(words[k:] for k in range(SEED)), strict=False)):
        key = hash(gram)
        seen[key] = -1 if key in seen else at
    return {key: at for key, at in seen.items() if at >= 0}


def _grown(old: Sequence[str], new: Sequence[str], at: int, image: int) -> Stretch:
    """The stretch that holds the words at `at` and `image`."""
    first = 0
    while first < min(at, image) and old[at - first - 1] == new[image - first - 1]:
        first += 1
    last, most = SEED, min(len(old) - at, len(new) - image)
    while last < most and old[at + last] == new[image + last]:
        last += 1
    return Stretch(at - first, image - first, first + last)
