"""Where each glyph of a segment goes once its marks are replaced by something of another width.

A glyph moves the pen by its own width and by the kerning that lines without marks show for its pair; a space is as
wide as the font has it. Only then, in a justified column, the spaces take what is left. Nothing of the spacing that
the segment had is taken over: it tells how wide the removed wording was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from redactor.publish.alignment import Anchor
from redactor.publish.lines import WIDE_GAP, WORD_GAP, Run, Token, apart, stands_on, widest_word_gap

Kerning = Mapping[tuple[bytes, bytes, bytes], float]
"""Parts of the font size by font name and the two codes."""

_WORD_SPACE = 0.25
_NARROWEST = 0.7
"""Spaces are narrowed down to this part of their width before all the line is."""
_WIDEST = 0.8
"""A line whose spaces would grow by more than this, in parts of the font size, is left ragged."""
_KERNED = 0.15


class Placed(NamedTuple):
    """A token, where it starts now, and by what part it is narrowed."""

    token: Token
    start: float
    narrowed: float


class _Step(NamedTuple):
    """The room before a token: what is fixed of it, what is a space, and the token's own width."""

    room: float
    space: float
    width: float


def set_again(segment: Sequence[Token], anchor: Anchor, kerning: Kerning) -> list[Placed]:
    """The tokens of a segment (by where they start) at their new places."""
    steps = list(_steps(segment, kerning))
    last = max((n for n, token in enumerate(segment) if not token.space), default=0)
    fixed = sum(step.room + step.width for step in steps[: last + 1])
    spaces = sum(step.space for step in steps[: last + 1])
    stretch, narrowed = _fitted(fixed, spaces, anchor)
    if anchor.kind == "full" and spaces and stretch > 1 + _WIDEST / _WORD_SPACE:
        stretch = 1.0
    width = (fixed + spaces * stretch) * narrowed
    x = {"right": anchor.high - width, "centre": anchor.middle - width / 2}.get(anchor.kind, anchor.low)
    return _placed(segment, steps, x, stretch, narrowed)


def _fitted(fixed: float, spaces: float, anchor: Anchor) -> tuple[float, float]:
    """By what spaces are stretched, and by what all is narrowed."""
    room = anchor.high - anchor.low
    if spaces and (anchor.kind == "full" or fixed + spaces > room):
        stretch = max((room - fixed) / spaces, _NARROWEST)
    else:
        stretch = 1.0
    width = fixed + spaces * stretch
    return stretch, min(1.0, room / width) if width else 1.0


def _placed(
    segment: Sequence[Token], steps: Sequence[_Step], x: float, stretch: float, narrowed: float
) -> list[Placed]:
    out: list[Placed] = []
    base: Placed | None = None
    for token, step in zip(segment, steps, strict=True):
        if base is not None and stands_on(base.token, token):
            out.append(Placed(token, base.start + (token.start - base.token.start) * narrowed, narrowed))
            continue
        gap = 0.0 if token.space else step.space * stretch
        base = Placed(token, x + (step.room + gap) * narrowed, narrowed)
        out.append(base)
        x = base.start + (step.width + (step.space * stretch if token.space else 0.0)) * narrowed
    return out


def _steps(segment: Sequence[Token], kerning: Kerning) -> Iterable[_Step]:
    base: Token | None = None
    widest = widest_word_gap(segment)
    for token in segment:
        width = token.width
        if base is None:
            yield _Step(0.0, width, 0.0) if token.space else _Step(0.0, 0.0, width)
        elif stands_on(base, token):
            yield _Step(0.0, 0.0, 0.0)
            continue
        elif token.space:
            yield _Step(0.0, width, 0.0)
        else:
            yield _Step(*_room(base, token, kerning, widest), width)
        base = token


def _room(one: Token, two: Token, kerning: Kerning, widest: float) -> tuple[float, float]:
    """The fixed room and the space between two neighbours; the second is no space."""
    size, beyond = max(one.size, two.size), apart(one, two)
    if beyond > widest:
        return WIDE_GAP * size, 0.0
    if one.space:
        return 0.0, 0.0
    if beyond > WORD_GAP:
        return 0.0, _WORD_SPACE * size
    if one.run and two.run and one.run.shown.type.font == two.run.shown.type.font:
        return kerning.get((one.run.shown.type.font, one.code, two.code), 0.0) * size, 0.0
    return 0.0, 0.0


def kerning_of(runs: Iterable[Run], code_bytes: Mapping[bytes, int]) -> Kerning:
    """The kerning that strings without marks show for each pair of letters, most often if not always."""
    seen: dict[tuple[bytes, bytes, bytes], Counter[float]] = {}
    for run in runs:
        font = run.shown.type.font
        width, last, room = code_bytes[font], b"", 0.0
        for piece in run.shown.pieces:
            if not isinstance(piece, bytes):
                room -= piece / 1000
                continue
            if not piece:
                continue
            if last and abs(room) < _KERNED:
                seen.setdefault((font, last, piece[:width]), Counter())[round(room, 3)] += 1
            last, room = piece[-width:], 0.0
    return {pair: max(rooms.items(), key=lambda item: (item[1], item[0]))[0] for pair, rooms in seen.items()}
