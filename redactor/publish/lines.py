"""Strings of glyphs grouped into lines, and a line into segments: what stands together between wide gaps or rules.

Coordinates here are along and across the direction of writing, in the space of one content stream.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from redactor.publish.drawn import Shown, Thing, width
from redactor.publish.matrices import Matrix, times
from redactor.publish.typefaces import Typeface

Direction = tuple[float, float]
"""The unit vector in which a line is written; one for all lines that are as good as parallel."""

Habits = Mapping[bytes, tuple[float, float]]
"""How wide letters are for their height, and the room between them in parts of the font size, by font name."""
PLAIN = (1.0, 0.0)

WORD_GAP = 0.18
"""Glyphs so far apart, in parts of the font size, belong to two words though no space stands between them."""
WIDE_GAP = 2.0
"""Glyphs so far apart, spaces not counted, belong to two segments."""
_CELL_GAP = 0.5
"""So far apart they do if the second stands at an edge where other lines start too."""
_UNMARKED_GAP = 0.7
_ENOUGH, _ALIKE = 3, 0.12
_OVER = -0.2
"""A glyph that starts so far before the end of the last one stands on it: an accent, or a letter printed twice."""
_INVISIBLE = 3
_PARALLEL = 1e-4


@dataclass(frozen=True, slots=True)
class Run:
    """A string on the page: where it starts and ends along its direction, its baseline across, its font size.

    Args:
        index: its place in the list of drawn things.
        up: 1 if letters stand on the side to which `across` grows, -1 if on the other.
    """

    index: int
    shown: Shown
    direction: Direction
    start: float
    end: float
    across: float
    size: float
    up: int

    @property
    def visible(self) -> bool:
        return self.shown.type.mode != _INVISIBLE


@dataclass(frozen=True, slots=True)
class Gap:
    """The mark of this number on its line: the line's direction, baseline and upper side."""

    number: int
    direction: Direction
    across: float
    up: int


class Token(NamedTuple):
    """A glyph or a mark.

    Args:
        start, end: where it starts, and where the pen goes without any spacing, in the draft.
        spacing: how far letter and word spacing move the pen beyond.
        width: how wide it will be.
    """

    start: float
    end: float
    size: float
    width: float
    spacing: float = 0.0
    code: bytes = b""
    run: Run | None = None
    gap: Gap | None = None
    space: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbours on a line that are not marked, or not yet looked at glyph by glyph."""

    runs: tuple[Run, ...]
    start: float
    end: float
    across: float
    size: float


def along(direction: Direction, x: float, y: float) -> float:
    """How far a point lies along a direction."""
    return x * direction[0] + y * direction[1]


def across(direction: Direction, x: float, y: float) -> float:
    """How far a point lies to the left of a direction."""
    return y * direction[0] - x * direction[1]


def point(direction: Direction, along: float, across: float) -> tuple[float, float]:
    """Back from along and across to the stream's own space."""
    x, y = direction
    square = x * x + y * y
    return (along * x - across * y) / square, (along * y + across * x) / square


def runs(things: Sequence[Thing]) -> Iterator[Run]:
    """The strings among the drawn things; those fixed, or set flat, without any extent, are left out."""
    known: list[Direction] = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)]
    for index, thing in enumerate(things):
        if isinstance(thing, Shown) and not thing.fixed:
            a, b, c, d, e, f = place(thing)
            length, area = math.hypot(a, b), a * d - b * c
            if length < 1e-9 or abs(area) < 1e-9:
                continue
            direction = _direction(a / length, b / length, known)
            start = along(direction, e, f)
            yield Run(
                index, thing, direction, start, start + thing.advance * length, across(direction, e, f),
                abs(area) / length * thing.type.size, 1 if area > 0 else -1,
            )  # fmt: skip


def _direction(x: float, y: float, known: list[Direction]) -> Direction:
    """One of the known directions, or a new one that is then known."""
    for direction in known:
        if abs(direction[0] - x) < _PARALLEL and abs(direction[1] - y) < _PARALLEL:
            return direction
    known.append((x, y))
    return known[-1]


def place(shown: Shown) -> Matrix:
    """From the space of the text to that of the stream, rise included."""
    return times((1, 0, 0, 1, 0, shown.type.rise), times(shown.at, shown.look.ctm))


def tokens(run: Run, faces: Mapping[bytes, Typeface], habits: Habits) -> Iterator[Token]:
    """The glyphs of a string one by one."""
    type = run.shown.type
    stretch, spacing = habits.get(type.font, PLAIN)
    face = faces[type.font]
    scale = math.hypot(*place(run.shown)[:2])
    glyphs: dict[bytes, tuple[float, float, float, bool]] = {}
    x = 0.0
    for piece in run.shown.pieces:
        if not isinstance(piece, bytes):
            x += width(piece, face, type)
            continue
        for code in face.codes(piece):
            if code not in glyphs:
                moved, advance = width(code, face, type), face.advance(code)
                glyphs[code] = moved, advance * type.size * type.stretch, advance, face.is_space(code)
            moved, natural, advance, space = glyphs[code]
            yield Token(
                run.start + x * scale, run.start + (x + natural) * scale, run.size,
                (advance * stretch + spacing) * run.size, (moved - natural) * scale,
                code, run, None, space,
            )  # fmt: skip
            x += moved


def ends_in_space(run: Run, faces: Mapping[bytes, Typeface]) -> bool:
    """Whether the last glyph of a string parts words."""
    face = faces[run.shown.type.font]
    last = next((piece for piece in reversed(run.shown.pieces) if isinstance(piece, bytes) and piece), b"")
    return bool(last) and face.is_space(face.codes(last)[-1])


def apart(one: Token, two: Token) -> float:
    """The room between two neighbours beyond their widths and letter-spacing, in parts of the font size."""
    spacing = 0.0 if one.space else one.spacing
    return (two.start - one.end - spacing) / max(one.size, two.size)


def stands_on(one: Token, two: Token) -> bool:
    """Whether the second is printed over the first."""
    return bool(one.code and two.code) and apart(one, two) < _OVER


def habits(lines: Iterable[Run]) -> Habits:
    """The letter widths and spacing of most strings of each font: not those of a single line made to fit."""
    seen: dict[bytes, Counter[tuple[float, float]]] = {}
    for run in lines:
        type = run.shown.type
        length = math.hypot(*place(run.shown)[:2]) * type.stretch
        wide = round(length * type.size / run.size, 3)
        spacing = round(type.char * length / run.size, 3)
        seen.setdefault(type.font, Counter())[(wide, spacing)] += len(run.shown.pieces)
    usual = {font: kinds.most_common(1)[0] for font, kinds in seen.items()}
    return {font: kind for font, (kind, count) in usual.items() if 2 * count > seen[font].total()}


def segments(line: Iterable[Run]) -> Iterator[Segment]:
    """The segments of a line without marks; only gaps between whole strings part them."""
    ordered = sorted(line, key=lambda run: run.start)
    rooms = [(two.start - one.end) / two.size for one, two in pairwise(ordered)]
    words = evenly([room for room in rooms if room > WORD_GAP])
    part = ordered[:1]
    for room, run in zip(rooms, ordered[1:], strict=True):
        if room > _UNMARKED_GAP and not words:
            yield _segment(part)
            part = []
        part.append(run)
    yield _segment(part)


def split(
    line: Sequence[Token], starts_others: Callable[[float], bool], rules: Sequence[float]
) -> list[list[Token]]:
    """The segments of a line with marks, in order.

    Args:
        line: tokens by where they start.
        starts_others: whether other lines start at this place.
        rules: where upright rules cross the line.
    """
    widest = widest_word_gap(line)
    out: list[list[Token]] = [[line[0]]]
    for one, two in pairwise(line):
        room = apart(one, two)
        ruled = any(one.end - 0.5 < rule < two.start + 0.5 for rule in rules)
        cell = widest == WIDE_GAP and room > _CELL_GAP and starts_others(two.start)
        if ruled or cell or room > widest:
            out.append([])
        out[-1].append(two)
    return out


def widest_word_gap(line: Sequence[Token]) -> float:
    """Up to what room, in parts of the font size, neighbours on this line are words of one segment."""
    rooms = [apart(one, two) for one, two in pairwise(line) if _parts_words(one, two)]
    return math.inf if evenly(rooms) else WIDE_GAP


def evenly(rooms: Sequence[float]) -> bool:
    """Whether the rooms between words are alike, as in a justified line however wide it had to be set."""
    return len(rooms) >= _ENOUGH and max(rooms) - min(rooms) < _ALIKE


def _parts_words(one: Token, two: Token) -> bool:
    return not two.space and (one.space or apart(one, two) > WORD_GAP)


def extent(segment: Sequence[Token]) -> tuple[float, float]:
    """Where a segment starts and ends, without spaces at its ends."""
    inked = [token for token in segment if not token.space] or segment
    return inked[0].start, max(token.end for token in inked)


def _segment(part: Sequence[Run]) -> Segment:
    main = max(part, key=lambda run: run.size)
    return Segment(tuple(part), part[0].start, max(run.end for run in part), main.across, main.size)
