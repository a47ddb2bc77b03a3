"""Draw what stands in place of a removed mark: a black box, or the pseudonym in small bold type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pymupdf

from redactor.publish.operators import wording
from redactor.publish.parts import put_contents
from redactor.publish.plan import Removal, Style

BLACK = "0.114 0.153 0.2"
"""#1d2733, nearly black."""
WHITE = "1 1 1"
VIOLET = "0.29 0.16 0.54"
"""#4a298a, on white: contrast 10 : 1."""

FONT = "RdLabel"
LEAST = 4.0
"""Below this size, in points, a label cannot be read and the box is black instead."""
COMFORTABLE = 6.0
"""A label set smaller than this takes free room to its right first, if there is any."""
_TRIM = 0.12
"""The part of a quad's height above and below that is the font's line gap: the box leaves it to the neighbours."""
_PAD = 0.8
_MARGIN = 18.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """A quad as a turned rectangle: its lower left corner, the two unit vectors, width and height in points."""

    origin: pymupdf.Point
    along: pymupdf.Point
    up: pymupdf.Point
    width: float
    height: float

    @property
    def rect(self) -> pymupdf.Rect:
        """The upright rectangle around it."""
        return pymupdf.Quad(*(self.at(x, y) for y in (self.height, 0) for x in (0, self.width))).rect

    def at(self, x: float, y: float) -> pymupdf.Point:
        return self.origin + self.along * x + self.up * y


def draw(page: pymupdf.Page, marked: Sequence[tuple[Removal, Sequence[pymupdf.Quad]]], style: Style) -> None:
    """Add the boxes and labels of one page to its content, above all else; quads as `quads.corners` gives them."""
    to_pdf = ~page.transformation_matrix
    room = _Room(page, [_frame(quad) for _, quads in marked for quad in quads])
    grounds: list[str] = []
    labels: list[str] = []
    for frame, label, first in _places(marked, style):
        size, width = _fit(label, frame, room) if label and first else (0.0, frame.width)
        white = label and (size or not first)
        grounds.append(_polygon(frame, width, to_pdf, WHITE if white else BLACK))
        if size:
            labels.append(_text(label, frame, size, to_pdf))
    if grounds:
        drawn = "\n".join((*grounds, *labels)).encode()
        put_contents(page, b"q\n" + page.read_contents() + b"\nQ\nq\n" + drawn + b"\nQ\n")
    if labels:
        page.insert_font(fontname=FONT, fontbuffer=_font().buffer, set_simple=False)


def _places(
    marked: Sequence[tuple[Removal, Sequence[pymupdf.Quad]]], style: Style
) -> Iterator[tuple[_Frame, str, bool]]:
    """Each place, its label ("" for a black box), and whether it is its mark's first; no mark within a mark."""
    taken: list[pymupdf.Rect] = []
    for removal, quads in marked:
        pseudonym = style == "pseudonym" and removal.label
        label = wording(removal.text, removal.label, style) if pseudonym else ""
        for number, frame in enumerate(map(_frame, quads)):
            if not any(frame.at(frame.width / 2, frame.height / 2) in rect for rect in taken):
                taken.append(frame.rect)
                yield frame, label, number == 0


def _frame(quad: pymupdf.Quad) -> _Frame:
    up, along = quad.ul - quad.ll, quad.lr - quad.ll
    height = abs(up)
    return _Frame(quad.ll + up * _TRIM, along.unit, up.unit, abs(along), height * (1 - 2 * _TRIM))


class _Room:
    """How far a label may run to the right of its box; looked up only when a label is too long."""

    def __init__(self, page: pymupdf.Page, frames: Sequence[_Frame]) -> None:
        self._page = page
        self._frames = frames
        self._obstacles: list[pymupdf.Rect] | None = None

    def right_of(self, frame: _Frame) -> float:
        """Points of free room from the frame's right end; 0 for text that does not run level."""
        if frame.along.x < 0.999:
            return 0.0
        left, bottom = frame.at(frame.width, 0)
        edges = [self._page.rect.x1 - _MARGIN - left]
        for rect in self._all():
            if rect.y0 < bottom and rect.y1 > bottom - frame.height and rect.x1 > left + 0.5:
                edges.append(rect.x0 - left - 1)
        return max(0.0, float(min(edges)))

    def _all(self) -> list[pymupdf.Rect]:
        if self._obstacles is None:
            words = [pymupdf.Rect(word[:4]) for word in self._page.get_text("words")]
            drawn = [pymupdf.Rect(box) for kind, box in self._page.get_bboxlog() if "text" not in kind]
            marks = [frame.rect for frame in self._frames]
            self._obstacles = words + drawn + marks
        return self._obstacles


def _fit(label: str, frame: _Frame, room: _Room) -> tuple[float, float]:
    """Size of the label (0: it does not fit) and width of its ground, in points."""
    natural = frame.height * 0.86
    unit = _font().text_length(label, 1) or 1.0
    size = min(natural, (frame.width - _PAD) / unit)
    width = frame.width
    wanted = min(natural, COMFORTABLE)
    if size < wanted:
        free = room.right_of(frame)
        size = max(size, min(wanted, (frame.width + free - _PAD) / unit))
        width = max(width, size * unit + _PAD)
    return (size, width) if size >= LEAST else (0.0, frame.width)


def _polygon(frame: _Frame, width: float, to_pdf: pymupdf.Matrix, colour: str) -> str:
    points = [
        frame.at(x, y) * to_pdf for x, y in ((0, 0), (width, 0), (width, frame.height), (0, frame.height))
    ]
    steps = " ".join(f"{p.x:.2f} {p.y:.2f} {'l' if number else 'm'}" for number, p in enumerate(points))
    return f"{colour} rg {steps} h f"


def _text(label: str, frame: _Frame, size: float, to_pdf: pymupdf.Matrix) -> str:
    start = frame.at(_PAD / 2, (frame.height - size * 0.72) / 2) * to_pdf
    along = _direction(frame.along, to_pdf) * size
    up = _direction(frame.up, to_pdf) * size
    matrix = f"{along.x:.4f} {along.y:.4f} {up.x:.4f} {up.y:.4f} {start.x:.2f} {start.y:.2f}"
    return f"{VIOLET} rg BT /{FONT} 1 Tf {matrix} Tm <{''.join(_codes(label))}> Tj ET"


def _direction(vector: pymupdf.Point, to_pdf: pymupdf.Matrix) -> pymupdf.Point:
    a, b, c, d, _, _ = to_pdf
    return pymupdf.Point(vector.x * a + vector.y * c, vector.x * b + vector.y * d)


def _codes(label: str) -> Iterator[str]:
    for char in label:
        yield f"{_font().has_glyph(ord(char)) or _font().has_glyph(ord('?')):04x}"


@lru_cache(maxsize=1)
def _font() -> pymupdf.Font:
    return pymupdf.Font("hebo")
