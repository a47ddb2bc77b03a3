"""The words of a line of a scan, told by its ink; columns and rows are pixels of the line laid level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Ink = npt.NDArray[np.bool_]
"""Rows from the top, columns: whether there is ink."""

WORD_GAP = 0.17
"""Columns without ink so wide, in parts of the font size, part words."""
WIDE_GAP = 2.0
"""And so wide, segments: what stands beyond is not moved."""
_RULE = 0.97
"""A column that holds ink over this part of the line's height is a rule."""
_LONG, _LEAST = 0.5, 0.3
"""Rows and columns of a region filled so far are rules; lines so low, in font sizes, are specks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word (mark -1) or a mark by its number: the columns it takes."""

    start: int
    end: int
    mark: int = -1


def pieces(ink: Ink, marks: Sequence[Piece], size: float) -> list[list[Piece]]:
    """The segments of a line that hold marks, each its words and marks in order.

    Args:
        ink: the line; there is none where marks are.
        marks: by where they start.
        size: font size in pixels.
    """
    ordered = sorted([*_words(ink, marks, size), *marks], key=lambda piece: piece.start)
    crossing = rules(ink)
    segments: list[list[Piece]] = [ordered[:1]]
    for one, two in pairwise(ordered):
        ruled = any(one.start <= rule < two.end for rule in crossing)
        if ruled or two.start - one.end > WIDE_GAP * size:
            segments.append([])
        segments[-1].append(two)
    return [segment for segment in segments if any(piece.mark >= 0 for piece in segment)]


def _words(ink: Ink, marks: Sequence[Piece], size: float) -> list[Piece]:
    filled: Ink = np.asarray(ink.any(axis=0))
    for mark in marks:
        filled[mark.start : mark.end] = False
    out: list[Piece] = []
    for start, end in _stretches(filled):
        apart = out and start - out[-1].end >= WORD_GAP * size
        beyond = out and any(out[-1].end <= mark.start and mark.end <= start for mark in marks)
        if out and not apart and not beyond:
            out[-1] = Piece(out[-1].start, end)
        else:
            out.append(Piece(start, end))
    return out


def ends(ink: Ink, low: int, high: int, size: float) -> list[tuple[int, int]]:
    """Where the segments that stand above or below some columns start and end, one for each line of a region."""
    bare = ink & (ink.mean(axis=0) < _LONG)[None, :] & (ink.mean(axis=1) < _LONG)[:, None]
    out = []
    for top, bottom in _stretches(bare.any(axis=1)):
        if bottom - top < _LEAST * size:
            continue
        words = _stretches(bare[top:bottom].any(axis=0))
        starts = [n for n, word in enumerate(words) if not n or word[0] - words[n - 1][1] > WIDE_GAP * size]
        for first, after in zip(starts, [*starts[1:], len(words)], strict=True):
            start, end = words[first][0], words[after - 1][1]
            if start < high and low < end:
                out.append((start, end))
    return out


def rules(ink: Ink) -> list[int]:
    """The columns of upright rules that cross a line."""
    return [(start + end) // 2 for start, end in _stretches(ink.mean(axis=0) >= _RULE)]


def _stretches(filled: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where stretches of true values start and end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0])))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
