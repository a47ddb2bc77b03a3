"""The text of a page that is only a picture, recognised offline, with the place of each character.

RapidOCR finds lines and reads them. It says roughly where the characters of a line stand; the ink says exactly where
words begin and end, so that a mark covers every letter of a name.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from statistics import median
from typing import Any, NamedTuple

import cv2
import numpy as np
import pymupdf

from redactor.document.readers.engine import engine
from redactor.document.readers.ink import (
    Box,
    Extent,
    Ink,
    Pixels,
    edges,
    extent,
    grown,
    parted,
    spaced,
    without_specks,
    without_wide,
)
from redactor.document.readers.layout import Line
from redactor.document.readers.page_lines import PageLines, turned

_DPI = 200
_MOST_PIXELS = 5000  # along an edge: enough for A3; a poster is read coarser
_DETECT_SIDE = 1280  # pixels along the longer edge of the picture in which lines are looked for
_WIDE_GAP = 1.3  # font sizes: what stands on either side are two pieces of the line
_LEVEL = math.radians(0.1)
_SLANTED = math.radians(6)  # lines at a greater angle to the page's others are not part of the running text


class Read(NamedTuple):
    """A line as it was recognised.

    Args:
        text: its characters.
        score: 0 to 1.
        middles: column of the middle of each character that is not white space, from the left of its picture.
    """

    text: str
    score: float
    middles: list[float]


def recognise(page: pymupdf.Page) -> PageLines | None:
    """Recognise the lines of a page from its picture; None where no text is seen."""
    grey, scale, _ = picture_of(page, page.rect)
    found = _found(grey, scale)
    if found is None:
        return None
    lines, confidence, turn = found
    return PageLines(lines, page.rect.width, page.rect.height, turn, ocr=True, confidence=confidence)


def recognised(grey: Pixels, scale: float) -> list[Line]:
    """The lines in a picture, in points from its top left, where they are seen; `scale` in pixels a point."""
    found = _found(grey, scale)
    if found is None:
        return []
    lines, _, turn = found
    centre = (grey.shape[1] / scale / 2, grey.shape[0] / scale / 2)
    return [replace(line, quads=turned(line.quads, turn, centre)) if turn else line for line in lines]


def picture_of(page: pymupdf.Page, region: pymupdf.Rect) -> tuple[Pixels, float, tuple[float, float]]:
    """A region of a page as it is displayed, in grey; pixels a point; and the place of its top left, in points."""
    scale = min(_DPI / 72, _MOST_PIXELS / max(page.rect.width, page.rect.height))
    picture = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False, clip=region
    )
    rows = np.frombuffer(picture.samples, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width], scale, (picture.x / scale, picture.y / scale)


def _found(grey: Pixels, scale: float) -> tuple[list[Line], float, float] | None:
    """The lines of a picture as if they were level, the confidence of all, and by how much they are turned."""
    corners = _corners(grey)
    if not len(corners):
        return None
    turn = _skew(corners)
    height, width = grey.shape
    if turn:
        flow = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(turn), 1.0)
        grey = cv2.warpAffine(grey, flow, (width, height), borderValue=255)
        corners = cv2.transform(corners, flow)
    lines, confidence = _read_lines(grey, corners, scale)
    return (lines, confidence, turn) if lines else None


@cache
def _engine() -> Any:
    return engine(
        _DETECT_SIDE,
        {
            "Global.use_rec": False,  # lines are read apart, once their boxes are put right
            "Global.return_word_box": True,
            "Global.max_side_len": _MOST_PIXELS,
        },
    )


def _corners(grey: Pixels) -> Pixels:
    """The corners of each line that is seen: upper left, upper right, lower right, lower left."""
    found = _engine()(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    if found.boxes is None:
        return np.empty((0, 4, 2))
    return np.asarray(found.boxes, float)


def _angle(corners: Pixels) -> float:
    along = corners[1] - corners[0]
    return math.atan2(along[1], along[0])


def _skew(lines: Pixels) -> float:
    """The angle of the page's lines, radians, clockwise; by its longer ones."""
    long = [
        each for each in lines if np.linalg.norm(each[1] - each[0]) > 5 * np.linalg.norm(each[3] - each[0])
    ]
    angle = median(map(_angle, long)) if long else 0.0
    return angle if _LEVEL < abs(angle) < math.radians(30) else 0.0


def _read_lines(grey: Pixels, corners: Pixels, scale: float) -> tuple[list[Line], float]:
    """Read the lines of a level picture; in points, with the confidence of all."""
    _, dark = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    boxes = [_box(each, grey.shape) for each in corners]
    usual = median(box.height for box in boxes)
    ink = parted(without_specks(dark), usual)
    level = [box.height < 1.5 * box.width or box.height < 2 * usual for box in boxes]
    level = [each and abs(_angle(corner)) < _SLANTED for each, corner in zip(level, corners, strict=True)]
    boxes = [grown(ink, box, boxes) if each else box for box, each in zip(boxes, level, strict=True)]
    lines: list[Line] = []
    flat = [box for box, each in zip(boxes, level, strict=True) if each]
    reads = _reads([_cut(grey, box) for box in flat])
    seen = [(read, box) for read, box in zip(reads, flat, strict=True) if read.text.strip()]
    heights = _evened([extent(ink, box, read.text) for read, box in seen])
    for (read, box), height in zip(seen, heights, strict=True):
        lines.extend(_pieces(read, box, height, ink, scale))
    for box in [box for box, each in zip(boxes, level, strict=True) if not each]:
        upwards, downwards = _reads([np.rot90(_cut(grey, box), turn) for turn in (-1, 1)])
        best = max(upwards, downwards, key=lambda read: read.score)
        reads.append(best)
        lines.extend(_upended(best, box, scale, upwards=best is upwards))
    length = sum(len(read.text) for read in reads)
    return lines, sum(read.score * len(read.text) for read in reads) / max(1, length)


def _box(corners: Pixels, shape: tuple[int, int]) -> Box:
    """The upright rectangle around a line, within the picture."""
    left, top = np.floor(corners.min(axis=0)).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    left, top = max(0, min(left, shape[1] - 4)), max(0, min(top, shape[0] - 4))
    return Box(
        int(left),
        int(top),
        int(min(max(right, left + 4), shape[1])),
        int(min(max(bottom, top + 4), shape[0])),
    )


def _cut(grey: Pixels, box: Box) -> Pixels:
    return cv2.cvtColor(
        np.ascontiguousarray(grey[box.top : box.bottom, box.left : box.right]), cv2.COLOR_GRAY2BGR
    )


def _reads(pictures: list[Pixels]) -> list[Read]:
    """Read pictures of one line each."""
    if not pictures:
        return []
    found = _engine().recognize_txt(pictures)
    return [
        _read(text, score, word_info, picture.shape[1])
        for text, score, word_info, picture in zip(
            found.txts, found.scores, found.word_results, pictures, strict=True
        )
    ]


def _read(text: str, score: float, word_info: Any, width: int) -> Read:
    columns = [column for word in word_info.word_cols for column in word]
    letters = sum(not character.isspace() for character in text)
    if len(columns) == letters and word_info.line_txt_len:
        return Read(text, score, [(column + 0.5) * width / word_info.line_txt_len for column in columns])
    return Read(text, score, [(number + 0.5) * width / letters for number in range(letters)])


def _pieces(read: Read, box: Box, height: Extent, ink: Ink, scale: float) -> Iterator[Line]:
    """A line as pieces without wide gaps, in points."""
    top, bottom = height.covered(height.size)
    columns = ink.text[max(0, int(top)) : int(bottom) + 1, box.left : box.right].any(axis=0)
    text = spaced(read.text, read.middles, columns, height.size)
    found = edges(text, read.middles, columns)
    top, bottom = top / scale, bottom / scale
    for start, end in without_wide(found, text, _WIDE_GAP * height.size):
        quads = array("f")
        for left, right in found[start:end]:
            left, right = (box.left + left) / scale, (box.left + right) / scale
            quads.extend((left, top, right, top, left, bottom, right, bottom))
        yield Line(text[start:end], quads, height.size / scale)


def _evened(heights: list[Extent]) -> list[Extent]:
    """Give lines of nearly the usual font size just that size."""
    usual = median(height.size for height in heights) if heights else 1.0
    return [height._replace(size=usual) if 0.8 < height.size / usual < 1.25 else height for height in heights]


def _upended(read: Read, box: Box, scale: float, *, upwards: bool) -> Iterator[Line]:
    """A line that runs up or down the page, in points; its characters share its length."""
    if not read.text.strip():
        return
    quads = array("f")
    step = box.height / len(read.text)
    left, right = box.left / scale, box.right / scale
    for number in range(len(read.text)):
        first, last = number * step, (number + 1) * step
        if upwards:
            first, last = (box.bottom - first) / scale, (box.bottom - last) / scale
            quads.extend((left, first, left, last, right, first, right, last))
        else:
            first, last = (box.top + first) / scale, (box.top + last) / scale
            quads.extend((right, first, right, last, left, first, left, last))
    yield Line(read.text, quads, box.width / 1.2 / scale, upright=False)
