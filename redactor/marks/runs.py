"""Numbers that follow on one another, as first and last and as people write them."""

from __future__ import annotations

from collections.abc import Iterable


def stretches(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of each run of numbers without a gap, in order."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def written(numbers: Iterable[int], *, before: str = "") -> list[str]:
    """Each run as people write it, its numbers each after `before`: “1–3”, “9”."""
    return [
        f"{before}{first}" if first == last else f"{before}{first}–{before}{last}"
        for first, last in stretches(numbers)
    ]
