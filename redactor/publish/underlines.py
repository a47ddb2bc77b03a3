"""Underlines and grounds that are as long as words of a line are moved with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redactor.publish.drawn import Drawn
from redactor.publish.lines import Direction
from redactor.publish.matrices import number
from redactor.publish.setting import Placed

Moved = tuple[Direction, float, Sequence[Placed]]
"""A segment set again: its direction, its baseline across, its tokens."""

_N = rb"([-+.\d]+)\s+"
_BAR = re.compile(rb"\s*" + 4 * _N + rb"re\s+(f\*?|F|S)\s*")
_STROKE = re.compile(rb"\s*" + 2 * _N + rb"m\s+" + 2 * _N + rb"l\s+(S)\s*")
_BELOW, _ABOVE = 0.4, 1.1
"""How far below and above the baseline, in parts of the font size, such art reaches."""
_REACH = 0.3
"""How far it may pass the words it belongs to, in parts of the font size."""


def carried(thing: Drawn, segments: Sequence[Moved]) -> Drawn:
    """The thing itself, or moved and as long as its words are now; level lines only."""
    bar, stroke = _BAR.fullmatch(thing.body), _STROKE.fullmatch(thing.body)
    found = bar or stroke
    a, b, c, d, e, f = thing.look.ctm
    if found is None or b or c or not a:
        return thing
    x, y, w, h = (float(value) for value in found.groups()[:4])
    right, top = (x + w, y + h) if bar else (w, h)
    x0, x1 = sorted((x * a + e, right * a + e))
    y0, y1 = sorted((y * d + f, top * d + f))
    for direction, baseline, placed in segments:
        size = placed[0].token.size
        if direction == (1, 0) and baseline - _BELOW * size <= y0 and y1 <= baseline + _ABOVE * size:
            ends = _ends(x0, x1, placed, _REACH * size)
            if ends:
                left, far = ((value - e) / a for value in ends)
                paint = found[5]
                path = (left, y, far - left, h) if bar else (left, y, far, h)
                return replace(thing, body=_written(path, paint, bar=bool(bar)))
    return thing


def _ends(x0: float, x1: float, placed: Sequence[Placed], reach: float) -> tuple[float, float] | None:
    """Where something from `x0` to `x1` starts and ends now; None if it reaches beyond these tokens."""
    first = min(placed, key=lambda p: abs(p.token.start - x0))
    last = min(placed, key=lambda p: abs(p.token.end - x1))
    if abs(first.token.start - x0) > reach or abs(last.token.end - x1) > reach or first.start > last.start:
        return None
    return first.start, last.start + last.token.width * last.narrowed


def _written(path: tuple[float, ...], paint: bytes, *, bar: bool) -> bytes:
    values = [number(value) for value in path]
    if bar:
        return b" ".join((*values, b"re")) + b"\n" + paint
    return b" ".join((*values[:2], b"m")) + b"\n" + b" ".join((*values[2:], b"l")) + b"\n" + paint
