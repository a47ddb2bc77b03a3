"""Write tokens at their new places as strings, as few as can be: none of their old pieces is kept."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from redactor.publish import inlays
from redactor.publish.drawn import Look, Shown, Thing, Type
from redactor.publish.lines import PLAIN, Habits, Run, place, point
from redactor.publish.matrices import IDENTITY, Matrix, inverse, times
from redactor.publish.setting import Placed
from redactor.publish.typefaces import Typeface

Labels = Mapping[int, tuple[str, bytes]]
"""The label of each mark by its number ("" for a black box), and what it is in the structure (`Look.note`)."""
_STROKES = (1, 2)


def strings(
    placed: Sequence[Placed], faces: Mapping[bytes, Typeface], habits: Habits, labels: Labels
) -> Iterator[Thing]:
    """The things that draw these tokens, in order."""
    runs = {p.token.run.index: p.token.run for p in placed if p.token.run}
    keys = {index: _key(run) for index, run in runs.items()}
    for key, group in groupby(placed, key=lambda p: keys[p.token.run.index] if p.token.run else None):
        tokens = list(group)
        if key is None:
            yield from (thing for mark in tokens for thing in _inlay(mark, placed, labels))
        else:
            yield _string(tokens, faces, habits)


def _key(run: Run) -> tuple[object, ...]:
    """What glyphs of one string have in common."""
    shown = run.shown
    linear = tuple(round(value, 5) for value in place(shown)[2:4])
    look = shown.look.inks, shown.look.note
    return shown.type.font, shown.type.size, shown.type.mode, look, linear, round(run.across, 3)


def _string(tokens: Sequence[Placed], faces: Mapping[bytes, Typeface], habits: Habits) -> Shown:
    first = tokens[0]
    run = first.token.run
    assert run is not None
    type = Type(run.shown.type.font, run.shown.type.size, mode=run.shown.type.mode)
    face, wide = faces[type.font], habits.get(type.font, PLAIN)[0]
    em = run.size * wide * first.narrowed
    pieces: list[bytes | float] = []
    string, pen = b"", first.start
    for token in tokens:
        off = round((token.start - pen) / em * -1000, 1) + 0.0
        if off:
            pieces += [string, off] if string else [off]
            string, pen = b"", pen - off * em / 1000
        string += token.token.code
        pen += face.advance(token.token.code) * em
    look = _look(run)
    at = times(_matrix(run, first, wide), inverse(look.ctm))
    return Shown(look, type, (*at[:4], round(at[4], 3), round(at[5], 3)), (*pieces, string), 0.0)


def _look(run: Run) -> Look:
    """The look of a string without what ties it to its old place; a pen's width rests on the matrix."""
    old = run.shown.look
    ctm: Matrix = (*old.ctm[:4], 0.0, 0.0) if run.shown.type.mode in _STROKES else IDENTITY
    return Look(ctm, (), old.inks, old.note)


def _matrix(run: Run, first: Placed, wide: float) -> Matrix:
    """From the space of the text to that of the stream."""
    a, b, c, d, _, _ = place(run.shown)
    length = math.hypot(a, b)
    across = abs(a * d - b * c) / length * wide * first.narrowed / length
    return (a * across, b * across, c, d, *point(run.direction, first.start, run.across))


def _inlay(mark: Placed, line: Sequence[Placed], labels: Labels) -> list[Thing]:
    gap = mark.token.gap
    assert gap is not None
    x, y = (value * mark.token.size for value in gap.direction)
    matrix = (x, y, -y * gap.up, x * gap.up, *point(gap.direction, mark.start, gap.across))
    label, note = labels[gap.number]
    return inlays.things(label, matrix, mark.narrowed, note)
