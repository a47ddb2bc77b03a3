"""A content stream as the list of what it draws, each thing with the whole state it is drawn in (ISO 32000-1 8.4).

Where a letter stands, and how many pieces a line is cut into, then rests on nothing that stood before it in the
stream: so a line can be set again without a trace of how it was set at first.
"""

from __future__ import annotations

import re
from collections.abc import KeysView, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from redactor.publish.content import NOTE, operations, string_bytes
from redactor.publish.matrices import IDENTITY, Matrix, inverse, number, times, written
from redactor.publish.typefaces import States, Typeface

_STRING = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_PIECE = re.compile(_STRING.pattern + rb"|[-+.\d][-+.\deE]*", re.DOTALL)
_NAME = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]*)")
_PATH = frozenset((b"m", b"l", b"c", b"v", b"y", b"h", b"re"))
_PAINT = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n"))
_LINE_STYLE = frozenset((b"w", b"J", b"j", b"M", b"d", b"ri", b"i"))
_COLOURS = {
    b"g": ("fill", b"/DeviceGray cs"), b"rg": ("fill", b"/DeviceRGB cs"), b"k": ("fill", b"/DeviceCMYK cs"),
    b"G": ("stroke", b"/DeviceGray CS"), b"RG": ("stroke", b"/DeviceRGB CS"),
    b"K": ("stroke", b"/DeviceCMYK CS"),
}  # fmt: skip
_COMPONENTS = {b"sc": "fill", b"scn": "fill", b"SC": "stroke", b"SCN": "stroke"}
_MARKED = frozenset((b"BDC", b"BMC", b"EMC"))
_IGNORED = frozenset((b"DP", b"MP", b"BX", b"EX"))
_CLIPS, _ONLY_CLIPS = 4, 7
_STATE = "gs "


class NotUnderstood(Exception):
    """A content stream that does what is not followed here; what it draws must stay as it is."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all drawing rests on.

    Args:
        ctm: from the space of what is drawn to that of the stream.
        clips: paths with their clipping operator, in the space of the stream; strings whose letters clip.
        inks: operations that set colours, line styles and graphics state dictionaries, by what they set.
        note: what it is in the structure (`content.NOTE`); empty for what is outside it.
    """

    ctm: Matrix = IDENTITY
    clips: tuple[bytes | tuple[Shown, ...], ...] = ()
    inks: tuple[tuple[str, bytes], ...] = ()
    note: bytes = b""


@dataclass(frozen=True, slots=True)
class Type:
    """The text state (ISO 32000-1 9.3): font name and size, character and word spacing, stretch, rise, mode."""

    font: bytes = b""
    size: float = 0.0
    char: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    mode: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A path, picture or shading: the operations that draw it."""

    look: Look
    body: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A string of glyphs: strings and numbers as in a TJ array, from the text matrix `at`.

    `advance` is the width of it all, in the space of the text matrix. A string is `fixed` if its letters clip what is
    drawn later or stand one below another: it cannot be set again.
    """

    look: Look
    type: Type
    at: Matrix
    pieces: tuple[bytes | float, ...]
    advance: float
    fixed: bool = False


Thing = Drawn | Shown


def read(
    data: bytes, faces: Mapping[bytes, Typeface], states: States = lambda name: {name: ""}
) -> list[Thing]:
    """What a content stream draws, in order; raises NotUnderstood.

    Args:
        data: the content stream.
        faces: its fonts by name.
        states: its graphics state dictionaries.
    """
    reader = _Reader(faces, states)
    try:
        for start, end, operator in operations(data):
            reader.follow(operator, data[start:end])
    except (ValueError, IndexError) as error:
        raise NotUnderstood(str(error)) from error
    return reader.out


def cut(things: Sequence[Thing], faces: Mapping[bytes, Typeface]) -> list[Thing]:
    """The same with every string cut into single codes.

    MuPDF 1.28 loses the advance of the first glyph it removes within a string of a TJ array, so that what follows
    on the line would move to the left.
    """
    whole = (_clips_cut(thing, faces) for thing in things)
    return [_cut(thing, faces) if isinstance(thing, Shown) else thing for thing in whole]


def _clips_cut(thing: Thing, faces: Mapping[bytes, Typeface]) -> Thing:
    clips = tuple(
        clip if isinstance(clip, bytes) else tuple(_cut(shown, faces) for shown in clip)
        for clip in thing.look.clips
    )
    return replace(thing, look=replace(thing.look, clips=clips)) if clips else thing


def _cut(shown: Shown, faces: Mapping[bytes, Typeface]) -> Shown:
    codes = faces[shown.type.font].codes
    parts = (codes(piece) if isinstance(piece, bytes) else (piece,) for piece in shown.pieces)
    return replace(shown, pieces=tuple(chain.from_iterable(parts)))


def numbers(piece: bytes) -> list[float]:
    """The operands of an operation that are all numbers."""
    return [float(word) for word in piece.split()[:-1]]


class _Reader:
    def __init__(self, faces: Mapping[bytes, Typeface], states: States) -> None:
        self.out: list[Thing] = []
        self._faces, self._states = faces, states
        self._look, self._type, self._leading = Look(), Type(), 0.0
        self._spaces: dict[str, bytes] = {}
        self._saved: list[tuple[Look, Type, float, dict[str, bytes]]] = []
        self._line = self._at = IDENTITY
        self._path: list[bytes] = []
        self._clip = b""
        self._letters: list[Shown] = []
        self._notes = [b""]

    def follow(self, operator: bytes, piece: bytes) -> None:
        if operator in _PATH:
            self._path.append(piece)
        elif operator in _PAINT:
            self._painted(operator, piece)
        elif operator in (b"W", b"W*"):
            self._clip = operator
        elif operator in _LINE_STYLE:
            self._ink(operator.decode(), piece)
        elif operator in _COLOURS:
            what, space = _COLOURS[operator]
            self._spaces = {**self._spaces, what: space}
            self._ink(what, piece)
        elif operator in (b"cs", b"CS"):
            what = "fill" if operator == b"cs" else "stroke"
            self._spaces = {**self._spaces, what: piece}
            self._ink(what, piece)
        elif operator in _COMPONENTS:
            what = _COMPONENTS[operator]
            self._ink(what, (self._spaces.get(what, b"") + b" " + piece).strip())
        elif operator in (b"Do", b"sh", b"EI"):
            self.out.append(Drawn(self._look, piece))
        elif operator in _MARKED:
            self._mark(operator, piece)
        elif operator not in _IGNORED:
            self._other(operator, piece)

    def _other(self, operator: bytes, piece: bytes) -> None:
        if operator == b"q":
            self._saved.append((self._look, self._type, self._leading, self._spaces))
        elif operator == b"Q":
            if self._saved:
                look, self._type, self._leading, self._spaces = self._saved.pop()
                self._look = replace(look, note=self._notes[-1]) if look.note != self._notes[-1] else look
        elif operator == b"cm":
            self._look = replace(self._look, ctm=times(_matrix(piece), self._look.ctm))
        elif operator == b"gs":
            self._graphics_state(_name(piece).decode("latin-1"), piece)
        elif operator == b"BT":
            self._line = self._at = IDENTITY
        elif operator in _SHOWS:
            self._show(operator, piece)
        elif operator in _MOVES:
            self._move(operator, piece)
        elif operator in _TYPE:
            self._type = _TYPE[operator](self._type, piece)
        elif operator == b"TL":
            self._leading = numbers(piece)[0]
        elif operator == b"ET":
            self._end_of_text()
        else:
            raise NotUnderstood(operator.decode("latin-1"))

    def _mark(self, operator: bytes, piece: bytes) -> None:
        """Marked content is no part of the graphics state: it nests by itself (ISO 32000-1 14.6)."""
        if operator != b"EMC":
            note = NOTE.match(piece)
            self._notes.append(note[1] if note else self._notes[-1])
        elif len(self._notes) > 1:
            self._notes.pop()
        self._look = replace(self._look, note=self._notes[-1])

    def _ink(self, what: str, piece: bytes) -> None:
        others = tuple(pair for pair in self._look.inks if pair[0] != what)
        self._look = replace(self._look, inks=(*others, (what, b" ".join(piece.split()))))

    def _graphics_state(self, name: str, piece: bytes) -> None:
        """A soft mask lies where the matrix of this moment puts it (ISO 32000-1 11.6.5.1), whatever follows."""
        keys = self._states(name)
        if keys.get("Font", "name") != "name":
            raise NotUnderstood("font in a graphics state")
        if keys.get("SMask", "name") != "name" and self._look.ctm != IDENTITY:
            there, back = written(self._look.ctm), written(inverse(self._look.ctm))
            piece = b" ".join((there, b"cm", piece, back, b"cm"))
        inks = tuple(pair for pair in self._look.inks if not self._superseded(pair[0], keys.keys()))
        self._look = replace(self._look, inks=inks)
        self._ink(_STATE + name, piece)

    def _superseded(self, what: str, keys: KeysView[str]) -> bool:
        """Whether an ink is a graphics state dictionary all of whose keys are set anew; drafts may use hundreds."""
        return what.startswith(_STATE) and self._states(what.removeprefix(_STATE)).keys() <= keys

    def _painted(self, operator: bytes, piece: bytes) -> None:
        if self._path and operator != b"n":
            self.out.append(Drawn(self._look, b"\n".join((*self._path, piece))))
        if self._clip and self._path:
            path = b" ".join(moved(step, self._look.ctm) for step in self._path)
            self._look = replace(self._look, clips=(*self._look.clips, path + b" " + self._clip + b" n"))
        self._path, self._clip = [], b""

    def _move(self, operator: bytes, piece: bytes) -> None:
        if operator == b"Tm":
            self._line = _matrix(piece)
        else:
            x, y = (0.0, -self._leading) if operator == b"T*" else numbers(piece)
            if operator == b"TD":
                self._leading = -y
            self._line = times((1, 0, 0, 1, x, y), self._line)
        self._at = self._line

    def _show(self, operator: bytes, piece: bytes) -> None:
        if operator == b'"':
            word, char = (float(value) for value in piece.split()[:2])
            self._type = replace(self._type, word=word, char=char)
        if operator in (b"'", b'"'):
            self._move(b"T*", b"")
        string = _STRING.search(piece)
        pieces = _array(piece) if operator == b"TJ" else (string_bytes(string[0]),) if string else ()
        face = self._faces.get(self._type.font)
        if face is None:
            raise NotUnderstood("font")
        advance = sum(width(part, face, self._type) for part in pieces)
        if any(isinstance(part, bytes) and part for part in pieces):
            self._shown(Shown(self._look, self._type, self._at, pieces, advance, face.vertical))
        step = (0.0, advance) if face.vertical else (advance, 0.0)
        self._at = times((1, 0, 0, 1, *step), self._at)

    def _shown(self, shown: Shown) -> None:
        """Letters of the modes from 4 on clip what comes after their text object (ISO 32000-1 9.3.6)."""
        if shown.type.mode < _CLIPS:
            self.out.append(shown)
            return
        self._letters.append(shown)
        if shown.type.mode != _ONLY_CLIPS:
            plain = replace(shown.type, mode=shown.type.mode - _CLIPS)
            self.out.append(replace(shown, type=plain, fixed=True))

    def _end_of_text(self) -> None:
        if self._letters:
            self._look = replace(self._look, clips=(*self._look.clips, tuple(self._letters)))
            self._letters = []


def width(part: bytes | float, face: Typeface, type: Type) -> float:
    """How far a string or a number of a TJ array moves the pen (ISO 32000-1 9.4.4), in the text matrix's space."""
    stretch = 1.0 if face.vertical else type.stretch
    if not isinstance(part, bytes):
        return -part / 1000 * type.size * stretch
    codes = face.codes(part)
    spaces = part.count(b" ") if face.code_bytes == 1 else 0
    natural = sum(map(face.advance, codes)) * type.size
    return (natural + len(codes) * type.char + spaces * type.word) * stretch


def moved(step: bytes, matrix: Matrix) -> bytes:
    """A path operation in the space that the matrix leads to."""
    operator = step.split()[-1]
    values = numbers(step)
    if operator == b"re":
        x, y, w, h = values
        corners = [(x, y, b"m"), (x + w, y, b"l"), (x + w, y + h, b"l"), (x, y + h, b"l")]
        return b" ".join(_point(px, py, matrix) + b" " + op for px, py, op in corners) + b" h"
    points = [_point(values[at], values[at + 1], matrix) for at in range(0, len(values), 2)]
    return b" ".join((*points, operator))


def _point(x: float, y: float, matrix: Matrix) -> bytes:
    a, b, c, d, e, f = matrix
    return number(x * a + y * c + e) + b" " + number(x * b + y * d + f)


def _matrix(piece: bytes) -> Matrix:
    a, b, c, d, e, f = numbers(piece)
    return (a, b, c, d, e, f)


def _name(piece: bytes) -> bytes:
    match = _NAME.search(piece)
    if match is None:
        raise NotUnderstood("name")
    return match[1]


def _array(piece: bytes) -> tuple[bytes | float, ...]:
    """The strings and numbers of a TJ array; neighbouring strings as one, and neighbouring numbers."""
    out: list[bytes | float] = []
    for match in _PIECE.finditer(piece[: piece.rindex(b"]")]):
        if match[0][:1] not in b"(<":
            room = float(match[0])
            if out and isinstance(out[-1], float):
                out[-1] += room
            else:
                out.append(room)
        elif out and isinstance(out[-1], bytes):
            out[-1] += string_bytes(match[0])
        else:
            out.append(string_bytes(match[0]))
    return tuple(out)


_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_MOVES = frozenset((b"Td", b"TD", b"Tm", b"T*"))
_TYPE = {
    b"Tf": lambda type, piece: replace(type, font=_name(piece), size=float(piece.split()[-2])),
    b"Tc": lambda type, piece: replace(type, char=numbers(piece)[0]),
    b"Tw": lambda type, piece: replace(type, word=numbers(piece)[0]),
    b"Tz": lambda type, piece: replace(type, stretch=numbers(piece)[0] / 100),
    b"Ts": lambda type, piece: replace(type, rise=numbers(piece)[0]),
    b"Tr": lambda type, piece: replace(type, mode=int(piece.split()[0])),
}
