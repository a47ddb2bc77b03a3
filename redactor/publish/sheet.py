"""One content stream whose lines with marks are set again: what it draws instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from redactor.publish.alignment import Neighbour, Surroundings, anchor, free_standing
from redactor.publish.drawn import Drawn, Thing
from redactor.publish.lines import Direction, Habits, Run, Token, along, extent, habits
from redactor.publish.marked_lines import (
    Line,
    Rule,
    as_neighbour,
    crossing,
    line_tokens,
    margins,
    neighbours,
    parts,
    symmetrical,
)
from redactor.publish.scopes import Scope
from redactor.publish.setting import Placed, kerning_of, set_again
from redactor.publish.strings import strings
from redactor.publish.underlines import Moved, carried

Parts = list[list[Token]]

LEAST_NARROWED = 0.6
"""A label that would be narrowed to less than this part of its width is shortened, or becomes a black box."""


class Sheet:
    """A content stream with its marked lines.

    Args:
        scope: the stream.
        lines: the lines with marks.
        runs: all visible strings.
        rules: straight lines drawn on the page, in the space of the stream.
    """

    def __init__(
        self, scope: Scope, lines: Sequence[Line], runs: Sequence[Run], rules: Sequence[Rule]
    ) -> None:
        self.scope, self.lines = scope, lines
        taken = {run.index for line in lines for run in line.runs}
        plain = [run for run in runs if run.index not in taken]
        self._habits: Habits = habits(plain)
        self._kerning = kerning_of(plain, {name: face.code_bytes for name, face in scope.faces.items()})
        self._unmarked: dict[Direction, list[Neighbour]] = {line.direction: [] for line in lines}
        for direction, neighbour in neighbours(plain, scope.faces, self._habits):
            self._unmarked.setdefault(direction, []).append(neighbour)
        self._rules = rules

    def labels(self) -> list[str]:
        """What the boxes say, in order."""
        names = {mark.number: mark.label for line in self.lines for mark in line.marks}
        gaps = [token.gap for line in self._parts for segment in line for token in segment if token.gap]
        return [names[gap.number] for gap in gaps if names[gap.number]]

    def tight(self) -> set[int]:
        """The marks whose labels can hardly be read, as their segment has no room for them."""
        return {
            token.gap.number
            for line in self._settings
            for segment in line
            for token in (placed.token for placed in segment if placed.narrowed < LEAST_NARROWED)
            if token.gap
        }

    def things(self) -> list[Thing]:
        """What the stream draws from now on."""
        instead: dict[int, list[Thing]] = {}
        behind: dict[int, list[Thing]] = {}
        moved: list[Moved] = []
        for line, segments, setting in zip(self.lines, self._parts, self._settings, strict=True):
            last = len(self.scope.things)
            for run in self._moved(segments):
                instead.setdefault(run.index, [])
            for placed in setting:
                moved.append((line.direction, line.across, placed))
                drawn = strings(placed, self.scope.faces, self._habits, _labels(line))
                at = min((p.token.run.index for p in placed if p.token.run), default=-1)
                where, at = (instead, at) if at >= 0 else (behind, last)
                where.setdefault(at, []).extend(drawn)
                last = max((p.token.run.index for p in placed if p.token.run), default=last)
        out: list[Thing] = []
        for index, thing in enumerate(self.scope.things):
            thing = carried(thing, moved) if isinstance(thing, Drawn) else thing
            out += [*instead.get(index, [thing]), *behind.get(index, [])]
        return out + behind.get(len(self.scope.things), [])

    @cached_property
    def _parts(self) -> list[Parts]:
        """The segments of each line."""
        out = []
        for line in self.lines:
            tokens = line_tokens(line, self.scope.faces, self._habits)
            unmarked = self._unmarked[line.direction]
            out.append(parts(line, tokens, self._around(line, unmarked)))
        return out

    @cached_property
    def _settings(self) -> list[list[list[Placed]]]:
        """Where everything goes: for each line its segments."""
        return [
            list(self._placed(line, segments)) for line, segments in zip(self.lines, self._parts, strict=True)
        ]

    @cached_property
    def _others(self) -> list[tuple[Line, Neighbour]]:
        """The segments of lines with marks."""
        return [
            (line, as_neighbour(line, segment))
            for line, segments in zip(self.lines, self._parts, strict=True)
            for segment in segments
        ]

    def _around(self, line: Line, others: Sequence[Neighbour]) -> Surroundings:
        left, bottom, right, top = self.scope.bounds
        ends = [along(line.direction, x, y) for x in (left, right) for y in (bottom, top)]
        low, high = min(ends), max(ends)
        return Surroundings(
            others, free_standing(others), low, high, low, high, crossing(self._rules, line),
            margins(self._rules, line, low, high),
        )  # fmt: skip

    def _moved(self, segments: Parts) -> Iterator[Run]:
        """The strings that stand wholly or partly in a segment with a mark."""
        for segment in segments:
            if any(token.gap for token in segment):
                yield from (token.run for token in segment if token.run)

    def _placed(self, line: Line, segments: Parts) -> Iterator[list[Placed]]:
        moved = {run.index for run in self._moved(segments)}
        same = [
            other for owner, other in self._others if owner is not line and owner.direction == line.direction
        ]
        around = self._around(line, [*self._unmarked[line.direction], *same])
        around = replace(around, margins=[*around.margins, *symmetrical(segments, around)])
        before = around.low
        for number, segment in enumerate(segments):
            if not any(token.gap for token in segment):
                still = [Placed(t, t.start, 1.0) for t in segment if t.run and t.run.index in moved]
                before = extent(segment)[1]
                if still:
                    yield still
                continue
            after = _start(segments[number + 1]) if number + 1 < len(segments) else around.high
            here = replace(around, before=before, after=after)
            placed = set_again(segment, anchor(as_neighbour(line, segment), here), self._kerning)
            before = max(p.start + p.token.width * p.narrowed for p in placed)
            yield placed


def _labels(line: Line) -> dict[int, tuple[str, bytes]]:
    return {mark.number: (mark.label, mark.note) for mark in line.marks}


def _start(segment: Sequence[Token]) -> float:
    """Where a segment will start at the latest: if it has a mark, its old start may tell the mark's width."""
    start, end = extent(segment)
    if not any(token.gap for token in segment):
        return start
    return max(start, end - sum(token.width for token in segment))
