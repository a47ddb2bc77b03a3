"""What stands between words aligned, in a reworded sentence: aligned by order and by likeness of spelling."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_MOST = 200
"""Words next to an aligned word that are looked at; what is farther has no counterpart."""
_LIKENESS = 0.6
"""From which likeness on one spelling may be a correction of another."""

Pair = tuple[Sequence[str], Sequence[str]]


def fill_gaps(at: array[int], same: bytearray, taken: bytearray, keys: Pair) -> None:
    """Align in place what is free next to words aligned, in both drafts.

    Args:
        at, same: as in `Alignment`.
        taken: for each word of the new draft whether one of the old stands there.
        keys: the words of both drafts.
    """
    old, new = keys
    for first, end in list(_free_runs(at, len(old))):
        here, there = _facing(at, taken, first, end)
        for word, image, is_same in _matched([old[w] for w in here], [new[w] for w in there]):
            at[here[word]], same[here[word]], taken[there[image]] = there[image], is_same, True


def _free_runs(at: array[int], size: int) -> Iterator[tuple[int, int]]:
    first = 0
    while first < size:
        if at[first] >= 0:
            first += 1
            continue
        end = first
        while end < size and at[end] < 0:
            end += 1
        yield first, end
        first = end


def _facing(at: array[int], taken: bytearray, first: int, end: int) -> tuple[list[int], list[int]]:
    """The words of a gap, and the free words of the new draft behind its left neighbour and before its right one."""
    left = at[first - 1] + 1 if first else 0
    right = at[end] if end < len(at) and at[end] >= 0 else len(taken)
    behind = left
    while behind < min(len(taken), left + _MOST) and not taken[behind]:
        behind += 1
    before = right
    while before > max(0, right - _MOST) and not taken[before - 1]:
        before -= 1
    there = dict.fromkeys([*range(left, behind), *range(before, right)])
    here = list(range(first, end))
    if len(here) > 2 * _MOST:
        here = here[:_MOST] + here[-_MOST:]
    return here, list(there)


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Words that are the same, in order, and between these words of near spelling; the last value says which."""
    if not old or not new:
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ((i1 + n, j1 + n, True) for n in range(i2 - i1))
        elif tag == "replace":
            yield from _near(old, new, (i1, i2), (j1, j2))


def _near(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[tuple[int, int, bool]]:
    """Pair words of near spelling in order."""
    if (here[1] - here[0]) * (there[1] - there[0]) > 400:
        return
    following = there[0]
    for word in range(*here):
        for image in range(following, there[1]):
            if near(old[word], new[image]):
                yield word, image, False
                following = image + 1
                break


def near(one: str, other: str) -> bool:
    """Whether one spelling may be a correction of the other; the same number of digits, one of them another."""
    if one.isdigit() or other.isdigit():
        return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    if min(len(one), len(other)) < 3:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKENESS
