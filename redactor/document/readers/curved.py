"""Letters along a curve, each placed and turned by itself, become one line again: no word is found in single letters."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from redactor.document.readers.layout import Line

_NEAR = 2.0
"""The next piece starts no farther from the end of the one before it than this, in parts of the type size."""
_BEND = math.radians(60)
"""Two pieces of a curve differ in direction by no more than this."""
_TURNS = 2
"""Lines that turn so often, each time by more than `_LEVEL`, run along a curve."""
_LEVEL = math.radians(0.5)
_SPACE = 0.2
"""What stands so much farther apart than usual, in parts of the type size, has a space between."""


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, in the order of its content; those that follow one another along a curve become one."""
    if all(line.upright for line in lines):
        return list(lines)
    out: list[Line] = []
    for chain in _chains(lines):
        out += [_one(chain)] if _curved(chain) else chain
    return out


def _chains(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups that follow one another closely without a sharp bend."""
    chain = list(lines[:1])
    for line in lines[1:]:
        near = _gap(chain[-1], line) <= _NEAR * max(chain[-1].size, line.size)
        if near and abs(_bend(chain[-1], line)) <= _BEND:
            chain.append(line)
        else:
            yield chain
            chain = [line]
    yield chain


def _curved(chain: Sequence[Line]) -> bool:
    bends = [_bend(before, line) for before, line in pairwise(chain)]
    return sum(abs(bend) > _LEVEL for bend in bends) >= _TURNS


def _one(chain: Sequence[Line]) -> Line:
    """The pieces as one line, with spaces at wide gaps where it has none of its own."""
    gaps = [_gap(before, line) * _ahead(before, line) for before, line in pairwise(chain)]
    spaced = any(" " in line.text for line in chain)
    text, quads = chain[0].text, array("f", chain[0].quads)
    for gap, line in zip(gaps, chain[1:], strict=True):
        if not spaced and gap > median(gaps) + _SPACE * line.size:
            text += " "
            quads.extend([0.0] * 8)
        text += line.text
        quads.extend(line.quads)
    return replace(chain[0], text=text, quads=quads, size=max(line.size for line in chain), upright=False)


def _bend(before: Line, line: Line) -> float:
    """By how much the direction changes, radians, at most half a turn to either side."""
    return math.remainder(_direction(line) - _direction(before), math.tau)


def _direction(line: Line) -> float:
    quads = line.quads
    return math.atan2(quads[-5] - quads[1], quads[-6] - quads[0])


def _gap(before: Line, line: Line) -> float:
    """From the middle of the last glyph's end to the middle of the next glyph's start, points."""
    return math.hypot(*_step(before, line))


def _ahead(before: Line, line: Line) -> int:
    """1, or -1 where the next glyph's box starts before the last one's ends: boxes of slanted glyphs are guessed."""
    x, y = _step(before, line)
    direction = _direction(before)
    return 1 if x * math.cos(direction) + y * math.sin(direction) >= 0 else -1


def _step(before: Line, line: Line) -> tuple[float, float]:
    last, first = before.quads[-8:], line.quads[:8]
    return (first[0] + first[4] - last[2] - last[6]) / 2, (first[1] + first[5] - last[3] - last[7]) / 2
