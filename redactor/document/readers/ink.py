"""Where the ink of a recognised line lies: its height, its words, its letters.

Pixels are a numpy array, rows first, of a page whose lines are level; ink is 1, paper 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import cv2
import numpy as np

Pixels = Any  # numpy array

_ROUND = 0.3  # of a box's height: how far above and below it ink is looked for
_LETTER_GAP = 0.14  # of a box's height: ink that close to its end belongs to it
_FARTHEST = 3  # heights of a box: how far it may grow at an end
_AIR = 2.0  # pixels left between ink and the edge of a word
_SPECK = 4  # pixels
_THICK = 5  # pixels: as thick as no rule is
_RULE = 0.9  # share of a column that a rule fills
_ASCENDING = set("bdfhijklt'\"‘’“”!?&%#/\\|()[]{}*$£€@")
_CLOSING, _OPENING = set(".,;:!?)]}>’'"), set("([{<")  # no space stands before the first, after the others
_SLIM = set("lIi|jftr")  # between two of these there is as much white as beside a "1"
_CAPITAL, _LOWER, _BELOW = 0.72, 0.52, 0.21  # of the font size: heights above the baseline, depth below


class Box(NamedTuple):
    """A rectangle on the picture, pixels; right and bottom are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


class Extent(NamedTuple):
    """Where the ink of a line of text lies, rows of the picture, and its font size, pixels."""

    top: int
    bottom: int
    baseline: int
    size: float

    def covered(self, size: float) -> tuple[float, float]:
        """Top and bottom of a line set at `size`, and of all its ink."""
        return (
            min(self.top, self.baseline - _CAPITAL * size) - 1.0,
            max(self.bottom, self.baseline + _BELOW * size) + 1.0,
        )


class Ink(NamedTuple):
    """The ink of a page: that of its text, and that of rules such as the frames of tables."""

    text: Pixels
    rules: Pixels


def without_specks(ink: Pixels) -> Pixels:
    """Ink without what is smaller than the smallest full stop."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return ink & (stats[:, cv2.CC_STAT_AREA] > _SPECK)[labels].astype(np.uint8)


def parted(ink: Pixels, height: float) -> Ink:
    """Part rules from text: thin strokes longer than letters are, by the usual `height` of a line (pixels)."""
    wide, tall = max(10, round(3 * height)), max(10, round(1.2 * height))
    thick: Pixels = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((_THICK, _THICK), np.uint8))
    thin = ink & ~thick
    across: Pixels = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, wide), np.uint8))
    rules: Pixels = across | cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((tall, 1), np.uint8))
    rules = cv2.dilate(rules, np.ones((3, 3), np.uint8)) & thin
    return Ink(ink & ~rules, rules)


def grown(ink: Ink, box: Box, others: Sequence[Box]) -> Box:
    """A box that reaches as far to the left and right as its ink does, up to a rule and to the `others`."""
    beside = [
        other for other in others if other.top < (box.top + box.bottom) / 2 < other.bottom and other != box
    ]
    farthest = _FARTHEST * box.height
    end = min(
        [each.left for each in beside if each.left >= box.right] + [box.right + farthest, ink.text.shape[1]]
    )
    start = max([each.right for each in beside if each.right <= box.left] + [box.left - farthest, 0])
    rows = slice(box.top, box.bottom)
    after, before = slice(box.right - 2, end), slice(start, box.left + 2)
    step = max(2, round(_LETTER_GAP * box.height))
    right = box.right + _reach(ink.text[rows, after], ink.rules[rows, after], step)
    left = box.left - _reach(ink.text[rows, before][:, ::-1], ink.rules[rows, before][:, ::-1], step)
    return box._replace(left=max(0, left), right=min(right, ink.text.shape[1]))


def _reach(text: Pixels, rules: Pixels, step: int) -> int:
    """How far ink goes on after the first two columns without a gap of `step` or a rule, and a little air."""
    inked, ruled = text.any(axis=0), rules.mean(axis=0) > _RULE
    if not inked[:2].any():
        return 0
    last, end = 1, len(inked)
    for index in range(2, len(inked)):
        if ruled[index] or index - last > step:
            end = index
            break
        if inked[index]:
            last = index
    return min(last + step, end - 1) - 1 if last > 1 else 0


def extent(ink: Ink, box: Box, text: str) -> Extent:
    """How tall a line is whose text was recognised."""
    room = max(2, round(_ROUND * box.height))
    above = max(0, box.top - room)
    rows = ink.text[above : box.bottom + room, box.left : box.right].sum(axis=1, dtype=int)
    inside = [run for run in _runs(rows) if run[0] < box.bottom - above and run[1] > box.top - above]
    if not inside:
        return Extent(box.top, box.bottom, box.bottom - box.height // 4, box.height / 1.2)
    main = max(inside, key=lambda run: int(rows[run[0] : run[1]].sum()))
    near = [
        run
        for run in inside
        if run[0] >= main[0] - 0.35 * box.height and run[1] <= main[1] + 0.25 * box.height
    ]
    top, bottom = min(run[0] for run in near), max(run[1] for run in near)
    lower = (top + bottom) // 2
    below = [*rows[lower:bottom], 0, 0]
    falls = [(int(below[row] - min(below[row + 1 : row + 3])), row) for row in range(bottom - lower)]
    baseline = lower + max(falls)[1] + 1  # the row after which the ink falls off most
    up = _CAPITAL if any(c.isupper() or c.isdigit() or c in _ASCENDING for c in text) else _LOWER
    return Extent(top + above, bottom + above, baseline + above, (baseline - top) / up)


def _runs(inked: Pixels) -> list[tuple[int, int]]:
    """Stretches of ink: start and end."""
    runs: list[tuple[int, int]] = []
    for index, has_ink in enumerate(inked):
        if has_ink and runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        elif has_ink:
            runs.append((index, index + 1))
    return runs


def spaced(text: str, middles: Sequence[float], columns: Pixels, size: float) -> str:
    """Put spaces in where recognition ran words together: where the ink leaves a gap as wide as this line's spaces.

    Args:
        text: as recognised.
        middles: column of the middle of each character that is not white space.
        columns: for each column whether it has ink.
        size: font size, pixels.
    """
    parts: list[str] = []
    gaps = [_width(gap(columns, left[-1], right[0])) for left, right in pairwise(words(text, middles))]
    usual = min(median(gaps), 0.5 * size) if gaps else 0.28 * size
    place = iter(middles)
    before, previous = 0.0, " "
    for character in text:
        if not character.isspace():
            middle = next(place)
            slim = "1" in (previous, character) or {previous, character} <= _SLIM
            belongs = character in _CLOSING or previous in _OPENING
            wide = _width(gap(columns, before, middle)) >= max(0.8 * usual, 0.18 * size)
            if wide and not (previous.isspace() or slim or belongs):
                parts.append(" ")
            before = middle
        parts.append(character)
        previous = character
    return "".join(parts)


def words(text: str, middles: Sequence[float]) -> list[list[float]]:
    """The middles of the characters of each word."""
    place = iter(middles)
    return [[next(place) for _ in word] for word in text.split()]


def edges(text: str, middles: Sequence[float], columns: Pixels) -> list[tuple[float, float]]:
    """Left and right edge of each character of `text`, in columns; white space fills the gaps between words.

    Words end where the ink has its gaps, so that they are covered whole; inside a word edges lie half-way between
    the middles of its characters.
    """
    parts = words(text, middles)
    length = float(len(columns))
    inked = columns.nonzero()[0]
    first, last = (float(inked[0]), float(inked[-1] + 1)) if len(inked) else (0.0, length)
    begin = (0.0, max(0.0, min(first - _AIR, parts[0][0])))
    end = (min(length, max(last + _AIR, parts[-1][-1])), length)
    cuts = [begin, *(_airy(gap(columns, a[-1], b[0])) for a, b in pairwise(parts)), end]
    found: list[tuple[float, float]] = []
    for word, (before, after) in zip(parts, pairwise(cuts), strict=True):
        left, right = before[1], after[0]
        inner = [min(max((a + b) / 2, left), right) for a, b in pairwise(word)]
        found.extend(pairwise([left, *inner, right]))
    place = iter(found)
    return _filled([(math.nan, math.nan) if c.isspace() else next(place) for c in text], length)


def gap(columns: Pixels, left: float, right: float) -> tuple[float, float]:
    """The widest stretch without ink between two columns; half-way between them where there is none."""
    start, end = max(0, int(left)), min(len(columns), int(right) + 1)
    best, begin = (0, 0), start
    for column in range(start, end):
        if columns[column]:
            begin = column + 1
        elif column + 1 - begin > best[1] - best[0]:
            best = (begin, column + 1)
    if best == (0, 0):
        return (left + right) / 2, (left + right) / 2
    return best


def _width(stretch: tuple[float, float]) -> float:
    return stretch[1] - stretch[0]


def _airy(stretch: tuple[float, float]) -> tuple[float, float]:
    """A gap, with a little of it left to the words on each side."""
    air = min(_AIR, _width(stretch) / 3)
    return stretch[0] + air, stretch[1] - air


def _filled(found: list[tuple[float, float]], length: float) -> list[tuple[float, float]]:
    """Give white space what its neighbours leave."""
    filled = list(found)
    after = length
    for index in reversed(range(len(filled))):
        if math.isnan(filled[index][0]):
            before = next((edge[1] for edge in reversed(found[:index]) if not math.isnan(edge[0])), 0.0)
            filled[index] = (min(before, after), after)
        after = filled[index][0]
    return filled


def without_wide(found: Sequence[tuple[float, float]], text: str, wide: float) -> Iterator[tuple[int, int]]:
    """Parts of a line between white space as wide as that."""
    start = 0
    for index, (left, right) in enumerate(found):
        if right - left > wide and start < index and text[index].isspace():
            yield start, index
            start = index + 1
    if start < len(found):
        yield start, len(found)
