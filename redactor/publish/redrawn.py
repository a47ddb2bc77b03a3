"""Write a list of drawn things as a content stream: each state is set only where something is drawn in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from redactor.publish.drawn import Drawn, Look, Shown, Thing, Type
from redactor.publish.matrices import IDENTITY, factor, number, times, written


def content(things: Iterable[Thing]) -> bytes:
    """The content stream that draws these things in this order."""
    return b"\n".join(
        _noted(note, group) for note, group in groupby(things, key=lambda thing: thing.look.note)
    )


def _noted(note: bytes, things: Iterable[Thing]) -> bytes:
    drawn = b"\n".join(
        b"q\n" + b"\n".join((*_setup(look), *map(_body, group))) + b"\nQ"
        for look, group in groupby(things, key=lambda thing: thing.look)
    )
    return b"/" + note + b" BMC\n" + drawn + b"\nEMC" if note else drawn


def _setup(look: Look) -> Iterator[bytes]:
    for clip in look.clips:
        yield clip if isinstance(clip, bytes) else _lettering(clip)
    yield from (piece for _, piece in look.inks)
    if look.ctm != IDENTITY:
        yield written(look.ctm) + b" cm"


def _lettering(strings: Iterable[Shown]) -> bytes:
    """One text object: its letters clip together."""
    out, type = [b"BT"], Type()
    for shown in strings:
        place = times(shown.at, shown.look.ctm)
        out += [*_type(shown.type, type), written(place) + b" Tm", _array(shown)]
        type = shown.type
    return b"\n".join((*out, b"ET", *_type(Type(type.font, type.size), type)))


def _body(thing: Thing) -> bytes:
    """A string is a text object by itself: its place then hangs on no other, whoever rewrites the stream."""
    if isinstance(thing, Drawn):
        return thing.body
    begin, end = _type(thing.type, Type()), _type(Type(thing.type.font, thing.type.size), thing.type)
    return b"\n".join((b"BT", *begin, written(thing.at) + b" Tm", _array(thing), b"ET", *end))


def _type(type: Type, before: Type) -> Iterator[bytes]:
    """The operations that lead from one text state to another."""
    if (type.font, type.size) != (before.font, before.size):
        yield b"/" + type.font + b" " + number(type.size) + b" Tf"
    for value, old, operator in (
        (type.char, before.char, b"Tc"), (type.word, before.word, b"Tw"),
        (type.stretch * 100, before.stretch * 100, b"Tz"), (type.rise, before.rise, b"Ts"),
        (float(type.mode), float(before.mode), b"Tr"),
    ):  # fmt: skip
        if value != old:
            yield factor(value) + b" " + operator


def _array(shown: Shown) -> bytes:
    return b"[" + b" ".join(map(_piece, shown.pieces)) + b"]TJ"


def _piece(piece: bytes | float) -> bytes:
    return b"<" + piece.hex().encode() + b">" if isinstance(piece, bytes) else number(piece)
