"""Where the words and marks of a line of a scan go; columns are pixels of the line laid level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from redactor.publish.scans.words import WORD_GAP, Piece

_NEAR = 0.35
"""Ends so close, in parts of the font size, are one edge."""
_SPACE, _NARROWEST, _WIDEST = 0.28, 0.5, 4.0
"""The usual space in parts of the font size; how far it may be narrowed and widened in parts of itself."""


@dataclass(frozen=True, slots=True)
class Edges:
    """What a segment is aligned by.

    Args:
        others: where segments above and below start and end.
        low, high: how far it may reach.
        cell: the rules to the left and right; 0 for none.
        middle: of the picture; how far off it may be where the picture is askew.
    """

    others: Sequence[tuple[int, int]]
    low: float
    high: float
    cell: tuple[int, int]
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Moved:
    """A piece, and the columns it takes now."""

    piece: Piece
    start: float
    end: float


def set_again(
    segment: Sequence[Piece], widths: Mapping[int, float], edges: Edges, size: float
) -> list[Moved]:
    """The pieces at their new places; a mark is as wide as `widths` says, whatever it was."""
    wide = [widths[piece.mark] if piece.mark >= 0 else float(piece.end - piece.start) for piece in segment]
    space = _space(segment, size)
    rooms = [_room(one, two, space, size) for one, two in pairwise(segment)]
    kind, low, high = _aligned(segment, edges, size)
    spaces = [n for n, room in enumerate(rooms) if room >= WORD_GAP * size]
    fixed = sum(wide) + sum(room for n, room in enumerate(rooms) if n not in spaces)
    even = (high - low - fixed) / len(spaces) if spaces else 0.0
    if kind == "full" and _NARROWEST * space <= even <= _WIDEST * space:
        rooms = [even if n in spaces else room for n, room in enumerate(rooms)]
    total = sum(wide) + sum(rooms)
    if total > high - low and spaces:
        even = max(even, _NARROWEST * space)
        rooms = [min(room, even) if n in spaces else room for n, room in enumerate(rooms)]
        total = sum(wide) + sum(rooms)
    narrowed = min(1.0, (high - low) / total)
    x = {"right": high - total * narrowed, "centre": (low + high - total * narrowed) / 2}.get(kind, low)
    return _placed(segment, wide, rooms, x, narrowed)


def _placed(
    segment: Sequence[Piece], wide: Sequence[float], rooms: Sequence[float], x: float, narrowed: float
) -> list[Moved]:
    out = []
    for piece, width, room in zip(segment, wide, [*rooms, 0.0], strict=True):
        out.append(Moved(piece, x, x + width * narrowed))
        x += (width + room) * narrowed
    return out


def _space(segment: Sequence[Piece], size: float) -> float:
    """The usual room between two words."""
    rooms = [two.start - one.end for one, two in pairwise(segment) if one.mark < 0 and two.mark < 0]
    return median([room for room in rooms if room >= WORD_GAP * size] or [_SPACE * size])


def _room(one: Piece, two: Piece, space: float, size: float) -> float:
    """The room between two neighbours; that beside a mark tells where the removed wording ended."""
    room = two.start - one.end
    if one.mark < 0 and two.mark < 0:
        return room
    return space if room >= WORD_GAP * size else 0.05 * size


def _aligned(
    segment: Sequence[Piece], edges: Edges, size: float
) -> tuple[Literal["left", "right", "centre", "full"], float, float]:
    """How the segment is aligned, as most are that share an end or a middle with it, and between what ends."""
    start, end, near = segment[0].start, segment[-1].end, _NEAR * size
    lefts = [left for left, _ in edges.others if abs(left - start) <= near]
    rights = [right for _, right in edges.others if abs(right - end) <= near]
    axes = [axis for axis, reach in _axes(edges, near) if abs(axis - (start + end) / 2) <= reach]
    shared = min(len(lefts), len(rights)) >= max(2, len(edges.others) / 2)
    if shared and max(right for _, right in edges.others) <= end + near:
        return "full", median(lefts), median(rights)
    most = max(len(lefts), len(rights), len(axes))
    if not most:
        return "left", start, edges.high
    if len(lefts) == most:
        return "left", median(lefts), edges.high
    if len(rights) == most:
        return "right", edges.low, median(rights)
    half = min(axes[0] - edges.low, edges.high - axes[0])
    return "centre", axes[0] - half, axes[0] + half


def _axes(edges: Edges, near: float) -> list[tuple[float, float]]:
    """Middles that it may share, and how near it must be: with twice the weight those of its cell and the picture."""
    left, right = edges.cell
    middle, askew = edges.middle
    grounds = [((left + right) / 2, near)] if left and right else []
    others = [((left + right) / 2, near) for left, right in edges.others]
    return 2 * [*grounds, (middle, near + askew)] + others
