"""The lines of a scan that marks stand on: laid level, set again, and put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pymupdf

from redactor.publish.scans.scan import Pixels, Scan
from redactor.publish.scans.setting import Edges, Moved, set_again
from redactor.publish.scans.words import Ink, Piece, ends, pieces, rules

_AROUND = 4.0
"""Lines so close above and below, in line heights, show how a line is aligned."""
_INK = 70
"""A channel that differs from paper by so much, of 255, shows ink."""
_CLEAR = 0.5
"""Room kept to what is beyond, in font sizes."""
_MARGIN = 0.03
"""The part of the picture's width on either side that stays free."""


@dataclass(frozen=True, slots=True)
class Level:
    """A line laid level: pixel rows `top` to `bottom` at column 0, falling by `slope` rows a column."""

    top: float
    bottom: float
    slope: float

    def rows(self, scan: Scan, above: float = 0.0) -> npt.NDArray[np.intp]:
        """The pixel row of each row and column, so many rows more above and below; the last ones at the edges."""
        count, columns = scan.pixels.shape[:2]
        falls = np.rint(self.slope * np.arange(columns)).astype(np.intp)
        rows = np.arange(round(self.top - above), round(self.bottom + above), dtype=np.intp)
        inside: npt.NDArray[np.intp] = np.clip(rows[:, None] + falls[None, :], 0, count - 1)
        return inside


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its marks: their columns, and how wide each is to be."""

    level: Level
    marks: Sequence[Piece]
    widths: Mapping[int, float]
    size: float


def move(scan: Scan, line: Line) -> list[Moved]:
    """Set a line again in the pixels of the scan; what moved where."""
    rows = line.level.rows(scan)
    columns = np.arange(rows.shape[1])[None, :]
    strip = scan.pixels[rows, columns]
    paper, ink = _ink(strip, line.marks)
    moved: list[Moved] = []
    for segment in pieces(ink, line.marks, line.size):
        moved += set_again(segment, line.widths, _edges(scan, line, segment, ink), line.size)
    scan.pixels[rows, columns] = _drawn(strip, paper, moved)
    return moved


def _ink(strip: Pixels, marks: Sequence[Piece] = ()) -> tuple[Pixels, Ink]:
    """The colour of the paper, and where there is ink; none where marks are."""
    paper = np.median(strip.reshape(-1, strip.shape[2]), axis=0).astype(np.uint8)
    ink = (np.abs(strip.astype(np.int16) - paper).max(axis=2)) > _INK
    for mark in marks:
        ink[:, mark.start : mark.end] = False
    return paper, ink


def _edges(scan: Scan, line: Line, segment: Sequence[Piece], ink: Ink) -> Edges:
    """What the segment is aligned by: lines nearby, and the room it has."""
    height = line.level.bottom - line.level.top
    region = scan.pixels[line.level.rows(scan, _AROUND * height), np.arange(ink.shape[1])[None, :]]
    _, all_ink = _ink(region)
    start, end, above = segment[0].start, segment[-1].end, round(_AROUND * height)
    others = [
        found
        for part in (all_ink[: above - 1], all_ink[-above + 1 :])
        for found in ends(part, start, end, line.size)
    ]
    crossing, clear = rules(ink), _CLEAR * line.size
    cell = (
        max((rule for rule in crossing if rule <= start), default=0),
        min((rule for rule in crossing if rule >= end), default=0),
    )
    middle = (ink.shape[1] / 2, abs(line.level.slope) * scan.pixels.shape[0] / 2)
    margin = _MARGIN * ink.shape[1]
    before = np.flatnonzero(ink[:, : max(0, start - 1)].any(axis=0))
    beyond = np.flatnonzero(ink[:, end + 1 :].any(axis=0))
    low = int(before[-1]) + clear if before.size else margin
    high = end + 1 + int(beyond[0]) - clear if beyond.size else ink.shape[1] - margin
    return Edges(others, min(low, start), max(high, start + line.size), cell, middle)


def _drawn(strip: Pixels, paper: Pixels, moved: Sequence[Moved]) -> Pixels:
    """The line with its pieces at their new places; marks are left blank."""
    out = strip.copy()
    for one in moved:
        out[:, one.piece.start : one.piece.end] = paper
    for one in moved:
        if one.piece.mark >= 0:
            out[:, max(0, round(one.start)) : round(one.end)] = paper
            continue
        start, end = round(one.start), max(round(one.end), round(one.start) + 1)
        taken = np.linspace(one.piece.start, one.piece.end - 1, end - start).round().astype(np.intp)
        width = min(end, out.shape[1]) - start
        out[:, start : start + width] = strip[:, taken[:width]]
    return out


def lines(scan: Scan, quads: Mapping[int, pymupdf.Quad], widths: Mapping[int, float]) -> list[Line]:
    """The lines that marks (by number: quad on the page, width in font sizes) stand on; level ones only."""
    across, down = scan.scale
    groups: list[tuple[Level, list[Piece]]] = []
    for number, quad in quads.items():
        left, right = ((p - scan.box.tl) for p in (quad.ul, quad.ur))
        foot = quad.ll - scan.box.tl
        start, end = left.x * across, right.x * across
        slope = (right.y - left.y) * down / max(end - start, 1.0)
        piece = Piece(max(0, round(start) - 1), round(end) + 1, number)
        level = Level(left.y * down - slope * start, foot.y * down - slope * foot.x * across, slope)
        middle = (level.top + level.bottom) / 2 + slope * start
        for other, group in groups:
            if other.top + other.slope * start < middle < other.bottom + other.slope * start:
                group.append(piece)
                break
        else:
            groups.append((level, [piece]))
    return [_line(level, group, widths) for level, group in groups]


def _line(level: Level, marks: Sequence[Piece], widths: Mapping[int, float]) -> Line:
    size = (level.bottom - level.top) / 1.35
    return Line(
        level,
        sorted(marks, key=lambda mark: mark.start),
        {m.mark: widths[m.mark] * size for m in marks},
        size,
    )
