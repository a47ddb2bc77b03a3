"""Draw what stands in place of a removed mark whose line could not be set again: a black box, or its pseudonym.

The box is as wide as what was removed, and the pseudonym as large as fits: pictures, scans and marks drawn by hand
show their place in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf

from redactor.publish.content import ARTEFACT
from redactor.publish.inlays import BLACK, FONT, VIOLET, WHITE, coded, codes, is_box, shown_as, typeface
from redactor.publish.operators import wording
from redactor.publish.parts import put_contents
from redactor.publish.plan import Removal, Style
from redactor.publish.quads import bends
from redactor.publish.short_forms import short_form

LEAST = 4.0
"""Below this size, in points, a label cannot be read and the box is black instead."""
COMFORTABLE = 6.0
"""A label set smaller than this takes free room to its right first, if there is any."""
_CODE = 0.6
"""Size of a code in a black box, in parts of its height."""
_TRIM = 0.12
"""The part of a quad's height above and below that is the font's line gap: the box leaves it to the neighbours."""
_PAD = 0.8
CONTINUED = "…"
"""Stands where a mark goes on in another line."""
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
        return self.quad.rect

    @property
    def quad(self) -> pymupdf.Quad:
        return pymupdf.Quad(*(self.at(x, y) for y in (self.height, 0) for x in (0, self.width)))

    def at(self, x: float, y: float) -> pymupdf.Point:
        return self.origin + self.along * x + self.up * y


@dataclass(frozen=True, slots=True)
class Place:
    """Where a box goes.

    Args:
        mark: id of the mark it stands for.
        quad: on the page, as `quads.corners` gives it.
        label: "" for a black box, or as `inlays.coded` gives it; "…" where a mark goes on in another line.
        wording: whether text was removed, not a drawn area emptied.
        note: what the box is in the structure (`Look.note`).
        short: a label for where there is no room for the other; "" for none.
    """

    mark: str
    quad: pymupdf.Quad
    label: str
    wording: bool
    note: bytes = b""
    short: str = ""


def places(marked: Sequence[tuple[Removal, Sequence[pymupdf.Quad]]], style: Style) -> list[Place]:
    """The places of one page; none for a mark within a mark, and one for a mark along a curve: many would tell letters."""
    taken: list[pymupdf.Quad] = []
    out: list[Place] = []
    for removal, quads in marked:
        pseudonym = style == "pseudonym" and (removal.label or removal.rule)
        label = wording(removal.text, removal.label, style, removal.rule) if pseudonym else ""
        short = short_form(label, removal.rule.event if removal.rule else "")
        label = label or coded(removal.code)
        for number, quad in enumerate(quads):
            frame = _frame(quad)
            middle = frame.at(frame.width / 2, frame.height / 2)
            if number and bends(quads[number - 1], quad):
                continue
            if not any(middle in one for one in taken):
                taken.append(frame.quad)
                more = "" if is_box(label) else CONTINUED
                shown = more if number else label
                out.append(
                    Place(removal.mark, quad, shown, bool(removal.text), short="" if number else short)
                )
    return out


def draw(page: pymupdf.Page, places: Sequence[Place], *, taken: Sequence[Place]) -> None:
    """Add the boxes and labels of these places to the page, above all else; no label runs into those `taken`."""
    to_pdf = ~page.transformation_matrix
    room = _Room(page, [_frame(place.quad) for place in (*places, *taken)])
    grounds: list[str] = []
    labels: list[str] = []
    for place in places:
        frame, label = _frame(place.quad), place.label
        size, width = _fit(label, frame, room) if label and label != CONTINUED else (0.0, frame.width)
        white = not is_box(label) and (size or label == CONTINUED)
        ground = _polygon(frame, width, to_pdf, WHITE if white else BLACK)
        grounds.append(_noted(ground, ARTEFACT if white and place.note else place.note))
        if size:
            labels.append(_noted(_text(label, frame, size, to_pdf), place.note))
    if grounds:
        drawn = "\n".join((*grounds, *labels)).encode()
        put_contents(page, b"q\n" + page.read_contents() + b"\nQ\nq\n" + drawn + b"\nQ\n")
    if labels:
        page.insert_font(fontname=FONT, fontbuffer=typeface().buffer, set_simple=False)


def _noted(drawn: str, note: bytes) -> str:
    return f"/{note.decode()} BMC {drawn} EMC" if note else drawn


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
    natural = frame.height * (_CODE if is_box(label) else 0.86)
    unit = typeface().text_length(shown_as(label), 1) or 1.0
    size = min(natural, (frame.width - _PAD) / unit)
    width = frame.width
    if is_box(label):
        return size if size >= LEAST else 0.0, width
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
    return f"{WHITE if is_box(label) else VIOLET} rg BT /{FONT} 1 Tf {matrix} Tm <{codes(label).hex()}> Tj ET"


def _direction(vector: pymupdf.Point, to_pdf: pymupdf.Matrix) -> pymupdf.Point:
    a, b, c, d, _, _ = to_pdf
    return pymupdf.Point(vector.x * a + vector.y * c, vector.x * b + vector.y * d)
