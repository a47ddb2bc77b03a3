"""Text that nobody sees is taken out before the marks are: without ink, covered, in the colour of its ground, tiny.

Places are in points from the top left of the page as it lies before /Rotate turns it; pages come with /Rotate 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pymupdf

from redactor.publish.hidden import cut_strings_of
from redactor.publish.removal import take_out

TINY = 1.5
"""Text below this size, in points, is not meant to be read."""

_PIXELS_PER_POINT = 100 / 72
_MOST_PIXELS = 60_000_000
_FLAT = 8
"""Channels that differ by less than this, of 255, are one colour to the eye."""

_NEAR, _MOST = 24, 0.6
"""A place has the ground of a filling if its channels differ by less than this in more than this part of its pixels."""

Log = Sequence[tuple[str, tuple[float, float, float, float]]]
"""What a page draws, in order: kind and box (points, page as displayed)."""


def drop_unseen_text(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """Take out text that leaves no ink: invisible over nothing, covered, in the colour of its ground, tiny.

    Text recognised in a scan (invisible, over a picture) stays. Returns the places of what was taken out.
    """
    gone: list[pymupdf.Rect] = []
    log = page.get_bboxlog()
    _clip(page, [rect for _, rect in log])
    kinds = {kind for kind, _ in log}
    if "ignore-text" in kinds:
        pictures = [pymupdf.Rect(rect) for kind, rect in log if kind == "fill-image"]
        bare = [r for r in _traced(page, invisible=True) if not any(r in picture for picture in pictures)]
        take_out_text(page, bare, invisible_only=True)
        gone += bare
    if _something_over_text(log) or _pale_or_tiny(page):
        unseen = _without_ink(page, log)
        take_out_text(page, unseen)
        gone += unseen
    return gone


def take_out_text(
    page: pymupdf.Page, places: Sequence[pymupdf.Rect], *, invisible_only: bool = False
) -> None:
    """Remove the glyphs in these upright places and nothing else."""
    if not places:
        return
    cut_strings_of(page)
    take_out(page, map(_inner, places), images=0, graphics=0, text=2 if invisible_only else 0)


def _inner(place: pymupdf.Rect) -> pymupdf.Rect:
    side, edge = min(0.2, 0.1 * place.width), 0.3 * place.height
    return pymupdf.Rect(place.x0 + side, place.y0 + edge, place.x1 - side, place.y1 - edge)


def _clip(page: pymupdf.Page, rects: Iterable[tuple[float, float, float, float]]) -> None:
    """Take out what lies outside the page: nobody sees it, and no mark lies there."""
    shown = page.rect
    around = pymupdf.Rect(shown.x0 - 1, shown.y0 - 1, shown.x1 + 1, shown.y1 + 1)
    if page.cropbox == page.mediabox and all(around.contains(pymupdf.Rect(rect)) for rect in rects):
        return
    page.clip_to_rect(shown)
    boxes = (pymupdf.Rect(char[3]) for span in page.get_texttrace() for char in span["chars"])
    take_out_text(page, [box for box in boxes if (box.tl + box.br) / 2 not in shown])


def _traced(page: pymupdf.Page, *, invisible: bool) -> list[pymupdf.Rect]:
    return [pymupdf.Rect(s["bbox"]) for s in page.get_texttrace() if (s["type"] == 3) == invisible]


def _something_over_text(log: Log) -> bool:
    texts: list[pymupdf.Rect] = []
    for kind, box in log:
        rect = pymupdf.Rect(box)
        if kind.endswith("-text"):
            texts.append(rect)
        elif kind in ("fill-path", "fill-image", "fill-shade") and any(
            rect.intersects(text) for text in texts
        ):
            return True
    return False


def _pale_or_tiny(page: pymupdf.Page) -> bool:
    for block in page.get_text("dict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                pale = all(span["color"] >> shift & 255 > 200 for shift in (16, 8, 0))
                if pale or span["size"] < TINY or span.get("alpha", 255) < 40:
                    return True
    return False


def _without_ink(page: pymupdf.Page, log: Log) -> list[pymupdf.Rect]:
    """The places of characters whose ground shows a single colour, or that lie under a picture."""
    shown = _shown(page)
    covers = _covers(page, log)
    after = np.array([cover.at for cover in covers])
    sides = np.array([tuple(cover.rect) for cover in covers]).reshape(-1, 4).T
    out = []
    for span in page.get_texttrace():
        if span["type"] == 3:
            continue
        later = after > span["seqno"]
        for code, _, _, box in span["chars"]:
            rect = pymupdf.Rect(box)
            if chr(code).isspace() or rect.is_empty:
                continue
            middle = (rect.tl + rect.br) / 2
            over = np.flatnonzero(later & _holding(sides, middle))
            covered = any(_has_ground(shown, rect, covers[at].fill) for at in over)
            if covered or span["size"] < TINY or _flat(shown, rect):
                out.append(rect)
    return out


def _holding(sides: np.ndarray, point: pymupdf.Point) -> np.ndarray:
    """Which rectangles hold a point: a page may have thousands (the dots of a dotted line)."""
    x0, y0, x1, y1 = sides
    inside: np.ndarray = (x0 <= point.x) & (point.x < x1) & (y0 <= point.y) & (point.y < y1)
    return inside


class _Shown(NamedTuple):
    """A page as a picture: its pixels, and how many of them to a point."""

    pixels: np.ndarray
    scale: float


def _shown(page: pymupdf.Page) -> _Shown:
    scale = min(_PIXELS_PER_POINT, math.sqrt(_MOST_PIXELS / page.rect.get_area()))
    pix = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
    pixels = np.frombuffer(pix.samples, np.uint8).reshape(pix.height, pix.stride)[:, : pix.width * 3]
    return _Shown(pixels.reshape(pix.height, pix.width, 3), scale)


class _Cover(NamedTuple):
    """Something opaque: place in drawing order, rectangle, and RGB from 0 to 1; None for a picture."""

    at: int
    rect: pymupdf.Rect
    fill: tuple[float, ...] | None


def _covers(page: pymupdf.Page, log: Log) -> list[_Cover]:
    """Every picture without a mask, and every straight-edged filling.

    Fillings within a soft mask are among them, though they cover nothing: their colour is then not what is seen.
    """
    sheer = [pymupdf.Rect(info["bbox"]) for info in page.get_image_info() if info["has-mask"]]
    covers = [
        _Cover(at, rect, None)
        for at, (kind, rect) in enumerate((kind, pymupdf.Rect(box)) for kind, box in log)
        if kind == "fill-image" and not any(_alike(rect, each) for each in sheer)
    ]
    for drawing in page.get_cdrawings():
        opaque = "f" in drawing["type"] and drawing.get("fill_opacity", 1) > 0.98
        straight = all(item[0] in ("re", "qu", "l") for item in drawing["items"])
        if opaque and straight and len(drawing["items"]) <= 8:
            covers.append(_Cover(drawing["seqno"], pymupdf.Rect(drawing["rect"]), drawing.get("fill")))
    return covers


def _alike(one: pymupdf.Rect, two: pymupdf.Rect) -> bool:
    return all(abs(a - b) < 1 for a, b in zip(one, two, strict=True))


def _has_ground(shown: _Shown, rect: pymupdf.Rect, fill: tuple[float, ...] | None) -> bool:
    """Whether most of a place shows this colour; a picture's colours may be any."""
    if fill is None:
        return True
    part = _part(shown, rect).astype(int)
    near = np.abs(part - [round(255 * value) for value in fill]).max(axis=1) < _NEAR
    return part.size == 0 or float(near.mean()) > _MOST


def _part(shown: _Shown, rect: pymupdf.Rect) -> np.ndarray:
    """The pixels of a place, one below the other."""
    scaled = rect * shown.scale
    part = shown.pixels[
        max(0, int(scaled.y0)) : int(scaled.y1) + 1, max(0, int(scaled.x0)) : int(scaled.x1) + 1
    ]
    return part.reshape(-1, 3)


def _flat(shown: _Shown, rect: pymupdf.Rect) -> bool:
    part = _part(shown, rect)
    return part.size == 0 or bool(np.ptp(part, axis=0).max() < _FLAT)
