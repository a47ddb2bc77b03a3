"""How a line with a mark is aligned, told by the lines and rules around it.

Its own ends tell only which of the edges that others keep are its own: nothing published may rest on how far the
removed wording pushed them.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from redactor.publish.lines import WIDE_GAP, WORD_GAP, Token, apart

NEAR = 0.3
"""Edges so close, in points, are one edge."""
_NEAR_JUSTIFIED = 0.7
_INDENT = 3.5
_STRETCHED = 0.02
"""Word spaces that differ by so much, in parts of the font size, were set to fill their lines."""
_PADDING, _PADDED = 2.0, 10.0
_CLEAR = 0.5
"""Room kept to a neighbour on the same line, in parts of the font size."""
_NEIGHBOURHOOD = 4.0
"""Lines so close above and below, in font sizes, show where the column ends."""

_GROUND, _UNMARKED, _MARKED = range(3)

Kind = Literal["left", "right", "centre", "full"]
Edges = list[tuple[float, int]]
"""Edges or middles, and how little what stands at them could have been pushed by a removed wording."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A segment of another line: its ends, baseline, font size, whether it has a mark, its glyphs on demand."""

    start: float
    end: float
    across: float
    size: float
    marked: bool
    tokens: Callable[[], Sequence[Token]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a segment is aligned by.

    Args:
        others: segments of all other lines of the same direction.
        free: those of them that start where nothing else does.
        low, high: the ends of the page or form.
        before, after: where its neighbours on the same line end and start; `low` and `high` for none.
        rules: where upright rules cross the line.
        margins: pairs of edges that text is set between: long rules, and the ends of a line of several segments
            if they are as far from the ends of the page.
    """

    others: Sequence[Neighbour]
    free: Sequence[Neighbour]
    low: float
    high: float
    before: float
    after: float
    rules: Sequence[float]
    margins: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a segment is put: from `low` ("left", "full"), up to `high` ("right", "full"), or about `middle`."""

    kind: Kind
    low: float
    high: float
    middle: float = 0.0


def starts_at_edge(others: Sequence[Neighbour], x: float) -> bool:
    """Whether another line starts here."""
    return any(abs(other.start - x) <= NEAR for other in others)


def free_standing(all_of_them: Sequence[Neighbour]) -> list[Neighbour]:
    """The segments that start where no other does; where one with a mark starts may hang on its wording."""
    starts = sorted(neighbour.start for neighbour in all_of_them if not neighbour.marked)
    return [
        neighbour
        for neighbour in all_of_them
        if bisect_right(starts, neighbour.start + NEAR) - bisect_left(starts, neighbour.start - NEAR)
        <= (not neighbour.marked)
    ]


def stands_by_itself(own: Neighbour, around: Surroundings) -> bool:
    """Whether a segment keeps to an edge or an axis, not to what stands before it on its line."""
    return bool(
        _left_edges(own, around) or _right_edges(own, around, around.free) or _axes(own, around, around.free)
    )


def anchor(own: Neighbour, around: Surroundings) -> Anchor:
    """Where a segment with a mark is to be put: as most others are that share an end or a middle with it."""
    low, high = _limits(own, around)
    elsewhere = [other for other in around.free if abs(other.start - own.start) > NEAR]
    left = _left_edges(own, around)
    right, centre = _right_edges(own, around, elsewhere), _axes(own, around, elsewhere)
    most = max(len(left), len(right), len(centre))
    if not most:
        return Anchor("left", round(own.start, 2), high)
    if len(left) == most:
        full = _full_width(own, around)
        return Anchor("full" if full else "left", _snapped(left), full or high)
    if len(right) == most:
        return Anchor("right", low, _snapped(_right_edges(own, around, around.free)))
    middle = _snapped(_axes(own, around, around.free))
    half = min(middle - low, high - middle)
    return Anchor("centre", middle - half, middle + half, middle)


def _snapped(edges: Edges) -> float:
    """The edge meant: that of the steadiest witnesses."""
    best = min(steady for _, steady in edges)
    return round(median(edge for edge, steady in edges if steady == best), 2)


def _full_width(own: Neighbour, around: Surroundings) -> float:
    """The right edge that the lines of a justified column share; 0 if the segment is in none or ends short."""
    column = [
        other
        for other in around.others
        if abs(other.size - own.size) < 0.1 * own.size and abs(other.start - own.start) < _INDENT * own.size
    ]
    full = [other for other in column if abs(other.end - own.end) <= _NEAR_JUSTIFIED]
    if not full or any(other.end > own.end + _NEAR_JUSTIFIED for other in column):
        return 0.0
    spaces = [space for other in column for space in _word_spaces(other.tokens())]
    if not spaces or max(spaces) - min(spaces) <= _STRETCHED:
        return 0.0
    return _snapped([(other.end, _witness(other)) for other in full])


def _word_spaces(tokens: Sequence[Token]) -> list[float]:
    """The usual room between words, and how wide the font's own space is, in parts of the font size."""
    rooms, own = [], []
    for one, two in itertools.pairwise(tokens):
        if one.space and not two.space:
            own.append((one.end - one.start) / one.size)
            rooms.append(own[-1] + apart(one, two))
        elif not two.space and WORD_GAP < apart(one, two) < WIDE_GAP:
            rooms.append(apart(one, two))
    return [median(rooms), *([median(own)] if own else [])] if rooms else []


def _left_edges(own: Neighbour, around: Surroundings) -> Edges:
    edges = [(other.start, _witness(other)) for other in around.others]
    edges += [(left, _GROUND) for left, _ in around.margins]
    return [(edge, steady) for edge, steady in edges if abs(edge - own.start) <= NEAR]


def _right_edges(own: Neighbour, around: Surroundings, others: Sequence[Neighbour]) -> Edges:
    """The edges at which it ends: those of others, the margin, the padding of its cell."""
    edges = [(other.end, _witness(other)) for other in others]
    edges += [(right, _GROUND) for _, right in around.margins] + [(_mirrored(around), _UNMARKED)]
    edges = [(edge, steady) for edge, steady in edges if abs(edge - own.end) <= NEAR]
    left, right = _cell(own, around)
    if left and right and right - own.end < _PADDED and right - own.end < (own.start - left) / 3:
        edges.append((own.end, _MARKED))
    return edges


def _axes(own: Neighbour, around: Surroundings, others: Sequence[Neighbour]) -> Edges:
    """The middles it shares: those of others, and with twice the weight those of its ground."""
    own_middle = (own.start + own.end) / 2
    left, right = _cell(own, around)
    grounds = [(around.low + around.high) / 2]
    grounds += [(left + right) / 2] if left and right else []
    if unmarked := [other for other in around.others if not other.marked]:
        grounds.append((min(o.start for o in unmarked) + max(o.end for o in unmarked)) / 2)
    middles: Edges = [(middle, _GROUND) for middle in grounds * 2]
    middles += [((o.start + o.end) / 2, _witness(o)) for o in others]
    return [(middle, steady) for middle, steady in middles if abs(middle - own_middle) <= NEAR]


def _witness(other: Neighbour) -> int:
    return _MARKED if other.marked else _UNMARKED


def _limits(own: Neighbour, around: Surroundings) -> tuple[float, float]:
    """How far the segment may reach on either side."""
    left, right = _cell(own, around)
    clear = _CLEAR * own.size
    lows = [around.low, around.before + clear if around.before > around.low else around.low]
    highs = [max(_mirrored(around), _widest(around), *(right for _, right in around.margins))]
    highs += [around.after - clear] if around.after < around.high else []
    highs += [right - _PADDING] if right else []
    highs += [edge - clear for edge in _next_column(own, around)]
    lows += [left + _PADDING] if left else []
    low, high = max(lows), min(highs)
    return low, max(high, low + own.size)


def _widest(around: Surroundings) -> float:
    return max((other.end for other in around.others if not other.marked), default=around.low)


def _mirrored(around: Surroundings) -> float:
    """The right margin, if it is as wide as the left."""
    least = min((other.start for other in around.others if not other.marked), default=around.low + 36)
    return around.high - max(0.0, least - around.low)


def _next_column(own: Neighbour, around: Surroundings) -> list[float]:
    """Where text beside this column starts, told by the lines nearby."""
    near = [
        other
        for other in around.others
        if not other.marked and abs(other.across - own.across) < _NEIGHBOURHOOD * own.size
    ]
    ends = [other.end for other in near if abs(other.start - own.start) <= NEAR]
    return [other.start for other in near if ends and other.start > max(ends)]


def _cell(own: Neighbour, around: Surroundings) -> tuple[float, float]:
    """The rules to the left and right, 0 where there is none."""
    left = [rule for rule in around.rules if rule <= own.start + 0.5]
    right = [rule for rule in around.rules if rule >= own.end - 0.5]
    return max(left, default=0.0), min(right, default=0.0)
