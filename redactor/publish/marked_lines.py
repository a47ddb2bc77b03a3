"""The lines of a content stream that marks stand on, and the segments each is set in.

A mark is told to be on a line by its quad: the baseline runs through the lower half of it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby

from redactor.publish import inlays
from redactor.publish.alignment import NEAR, Neighbour, Surroundings, stands_by_itself, starts_at_edge
from redactor.publish.lines import (
    Direction,
    Gap,
    Habits,
    Run,
    Segment,
    Token,
    across,
    along,
    ends_in_space,
    extent,
    point,
    segments,
    split,
    tokens,
)
from redactor.publish.matrices import Matrix
from redactor.publish.typefaces import Typeface

Rule = tuple[float, float, float, float]
"""A straight stroke or edge from point to point."""

_SAME_LINE = 0.12
_RAISED = 0.5
"""Smaller type whose baseline is off by up to this part of the line's size is raised or lowered, and on the line."""
_SMALLER = 0.85
_BASELINE = 0.22
"""Where the baseline runs in a quad, from its lower edge, as a part of its height."""
QUAD_HEIGHT = 1.35
"""How high a quad is, in font sizes."""
_PARALLEL = 0.999


@dataclass(frozen=True, slots=True)
class Mark:
    """The place of a mark in the space of a content stream.

    `foot` is its lower edge, across; `note` what its box is in the structure (`Look.note`).
    """

    number: int
    owner: str
    label: str
    direction: Direction
    start: float
    end: float
    foot: float
    height: float
    up: int
    note: bytes = b""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with marks: `runs` is what else stands on it, none for a line that was removed whole."""

    direction: Direction
    up: int
    across: float
    size: float
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]


def local(
    number: int, owner: str, label: str, corners: Sequence[tuple[float, float]], matrix: Matrix
) -> Mark:
    """A mark from the corners of its quad (upper left, upper right, lower left, lower right)."""
    a, b, c, d, e, f = matrix
    ul, _, ll, lr = ((x * a + y * c + e, x * b + y * d + f) for x, y in corners)
    dx, dy = lr[0] - ll[0], lr[1] - ll[1]
    length = math.hypot(dx, dy) or 1.0
    direction = (round(dx / length, 4), round(dy / length, 4))
    foot, top = across(direction, *ll), across(direction, *ul)
    start = along(direction, *ll)
    return Mark(
        number, owner, label, direction, start, start + length, foot, abs(top - foot), 1 if top > foot else -1
    )


def marked_lines(marks: Iterable[Mark], runs: Sequence[Run]) -> tuple[list[Line], list[Mark]]:
    """The lines the marks stand on, and the marks that stand on none."""
    lone: list[Mark] = []
    heads: dict[int, tuple[Run, list[Mark]]] = {}
    for mark in marks:
        head = _head(mark, runs)
        if head is None:
            lone.append(mark)
            continue
        same = next((run for run, _ in heads.values() if on_line(head, run)), head)
        heads.setdefault(same.index, (same, []))[1].append(_along(mark, same.direction))
    lines = [
        Line(
            head.direction, head.up, head.across, head.size, tuple(marks),
            tuple(run for run in runs if on_line(run, head)),
        )
        for head, marks in heads.values()
    ]  # fmt: skip
    return lines, lone


def _along(mark: Mark, direction: Direction) -> Mark:
    """The mark measured along a line: the direction of its short quad is not as exact."""
    start = along(direction, *point(mark.direction, mark.start, mark.foot))
    return replace(mark, direction=direction, start=start, end=start + mark.end - mark.start)


def lone_line(mark: Mark) -> Line:
    """The line of a mark that stands alone on it."""
    baseline = round(mark.foot + mark.up * _BASELINE * mark.height, 2)
    return Line(mark.direction, mark.up, baseline, round(mark.height / QUAD_HEIGHT, 1), (mark,), ())


def _head(mark: Mark, runs: Iterable[Run]) -> Run | None:
    """The string whose baseline fits the mark best."""
    best: tuple[float, float, Run] | None = None
    for run in runs:
        parallel = run.direction[0] * mark.direction[0] + run.direction[1] * mark.direction[1]
        off = (run.across - mark.foot) * mark.up / mark.height
        if (
            parallel < _PARALLEL
            or run.up != mark.up
            or not 0.02 < off < 0.5
            or not 0.4 < run.size / mark.height < 1.3
        ):
            continue
        away = max(run.start - mark.end, mark.start - run.end, 0.0)
        fit = (round(abs(off - _BASELINE), 1), away)
        if best is None or fit < best[:2]:
            best = (*fit, run)
    return best[2] if best else None


def on_line(run: Run, head: Run) -> bool:
    """Whether a string stands on the line of another."""
    off = abs(run.across - head.across)
    if run.direction != head.direction or run.up != head.up:
        return False
    if off <= _SAME_LINE * min(run.size, head.size):
        return True
    return off <= _RAISED * head.size and run.size < _SMALLER * head.size


def line_tokens(line: Line, faces: Mapping[bytes, Typeface], habits: Habits) -> list[Token]:
    """The glyphs and marks of a line by where they start; pieces of one mark side by side are one."""
    glyphs = [token for run in line.runs for token in tokens(run, faces, habits)]
    out: list[Token] = []
    owners: list[str] = []
    by_number = {mark.number: mark.owner for mark in line.marks}
    for token in sorted(
        glyphs + [_gap(mark, line, glyphs) for mark in line.marks], key=lambda token: token.start
    ):
        owner = by_number[token.gap.number] if token.gap else ""
        if owner and owners and owners[-1] == owner:
            out[-1] = out[-1]._replace(end=max(out[-1].end, token.end))
            continue
        out.append(token)
        owners.append(owner)
    return out


def _gap(mark: Mark, line: Line, glyphs: Sequence[Token]) -> Token:
    before = [token for token in glyphs if token.start < mark.start and not token.space]
    beside = max(
        before, key=lambda token: token.start, default=min(glyphs, key=lambda t: t.start, default=None)
    )
    size = beside.size if beside else line.size
    gap = Gap(mark.number, line.direction, line.across, line.up)
    return Token(mark.start, mark.end, size, inlays.width(mark.label) * size, gap=gap)


def parts(line: Line, glyphs: Sequence[Token], around: Surroundings) -> list[list[Token]]:
    """The segments of a line; what follows a mark and stands at no edge of its own is set with it."""
    found = split(glyphs, partial(starts_at_edge, around.others), around.rules)
    around = replace(around, margins=[*around.margins, *symmetrical(found, around)])
    out: list[list[Token]] = []
    for segment in found:
        own = as_neighbour(line, segment)
        flows = out and any(token.gap for token in out[-1])
        ruled = flows and any(extent(out[-1])[1] - 0.5 < rule < own.start + 0.5 for rule in around.rules)
        if flows and not ruled and not stands_by_itself(own, around):
            out[-1] += segment
        else:
            out.append(segment)
    return out


def symmetrical(found: Sequence[Sequence[Token]], around: Surroundings) -> list[tuple[float, float]]:
    """The ends of a line of several segments, if they are as far from either end of the page: its margins."""
    start, end = extent(found[0])[0], extent(found[-1])[1]
    even = abs((start - around.low) - (around.high - end)) <= 2 * NEAR
    return [(start, around.low + around.high - start)] if even and len(found) > 1 else []


def margins(rules: Iterable[Rule], line: Line, low: float, high: float) -> list[tuple[float, float]]:
    """The ends of long rules that run along with the line."""
    out = []
    for x0, y0, x1, y1 in rules:
        ends = sorted(along(line.direction, x, y) for x, y in ((x0, y0), (x1, y1)))
        level = abs(across(line.direction, x0, y0) - across(line.direction, x1, y1)) < 1
        if level and ends[1] - ends[0] > (high - low) / 2:
            out.append((ends[0], ends[1]))
    return out


def as_neighbour(line: Line, segment: Sequence[Token]) -> Neighbour:
    """A segment with a mark as others see it."""
    start, end = extent(segment)
    return Neighbour(start, end, line.across, line.size, marked=True, tokens=partial(list, segment))


def neighbours(
    runs: Iterable[Run], faces: Mapping[bytes, Typeface], habits: Habits
) -> Iterator[tuple[Direction, Neighbour]]:
    """The segments of lines without marks."""
    ordered = sorted(runs, key=lambda run: (run.direction, run.up, run.across, run.start))
    for (direction, _), same in groupby(ordered, key=lambda run: (run.direction, run.up)):
        for line in _by_baseline(same):
            for segment in segments(line):
                yield direction, _neighbour(segment, faces, habits)


def _by_baseline(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if line and run.across - line[-1].across > _SAME_LINE * run.size:
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _neighbour(segment: Segment, faces: Mapping[bytes, Typeface], habits: Habits) -> Neighbour:
    @cache
    def glyphs() -> Sequence[Token]:
        found = [token for run in segment.runs for token in tokens(run, faces, habits)]
        return sorted(found, key=lambda token: token.start)

    end = segment.end
    if ends_in_space(segment.runs[-1], faces):
        end = extent(glyphs())[1]
    return Neighbour(segment.start, end, segment.across, segment.size, marked=False, tokens=glyphs)


def crossing(rules: Iterable[Rule], line: Line) -> list[float]:
    """Where rules cross a line, along it."""
    low = line.across + line.up * 0.1 * line.size
    high = line.across + line.up * 0.5 * line.size
    out = []
    for x0, y0, x1, y1 in rules:
        one, two = (along(line.direction, x, y) for x, y in ((x0, y0), (x1, y1)))
        ends = sorted(across(line.direction, x, y) for x, y in ((x0, y0), (x1, y1)))
        if abs(one - two) < 1 and ends[0] <= min(low, high) and ends[1] >= max(low, high):
            out.append((one + two) / 2)
    return out
