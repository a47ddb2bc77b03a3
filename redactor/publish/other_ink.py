"""What a page shows besides live text: pictures, line art, shadings, annotations; None where that cannot be letters.

Text is switched off and so are plain boxes and long rules: the page is drawn without them, on a grey ground that shows
black ink and white. What is left is looked at as a whole.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise

import cv2
import numpy as np
import pikepdf
import pypdfium2.raw as pdfium

from redactor.publish.published import Published
from redactor.publish.recognition import reading_scale
from redactor.publish.sight import Pixels, Thing, pixels, switched_off, things

_GREY = 160
_BOX, _RULE = 6.0, 36.0
"""Points: a rectangle as high and as wide as a box, or as long as a rule, is no part of a letter."""
_FAINT = 8
_STROKE = 2.5
"""Points: a mark that is thinner, and much longer than thick, is a rule and no letter."""
_MARGIN = 8


def other_ink(published: Published, number: int) -> Pixels | None:
    """The part of the page with ink that is neither live text nor plain boxes and rules; None if there is none."""
    page = published.page(number)
    drawn = list(things(page))
    patterned = _has_patterns(published)
    off = [thing for thing in drawn if thing.is_text or (not patterned and _plain(thing))]
    annotated = bool(published.annotations(number))
    silent = {id(thing) for thing in off}
    if not annotated and all(id(t) in silent or t.type == pdfium.FPDF_PAGEOBJ_FORM for t in drawn):
        return None
    with switched_off(off):
        scale = reading_scale(page)
        return _inked(pixels(page, scale, annotations=annotated, ground=_GREY), scale)


def _has_patterns(published: Published) -> bool:
    """Whether a rectangle may be filled with a drawing."""
    return any(
        isinstance(obj, pikepdf.Stream) and obj.get("/PatternType") is not None for obj in published.objects()
    )


def _plain(thing: Thing) -> bool:
    """Whether it is an upright rectangle or a straight level line, large enough to be no part of a letter."""
    if thing.type != pdfium.FPDF_PAGEOBJ_PATH:
        return False
    width, height = thing.box[2] - thing.box[0], thing.box[3] - thing.box[1]
    if not (min(width, height) >= _BOX or max(width, height) >= _RULE):
        return False
    count = pdfium.FPDFPath_CountSegments(thing.raw)
    return 2 <= count <= 6 and _upright(thing, count)


def _upright(thing: Thing, count: int) -> bool:
    points = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(thing.raw, at)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
            return False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    steps = pairwise(points)
    return all(abs(a[0] - b[0]) < 0.01 or abs(a[1] - b[1]) < 0.01 for a, b in steps)


def _inked(image: Pixels, scale: float) -> Pixels | None:
    """The part of the picture that holds marks which could be letters; None if none could."""
    paper = cv2.inRange(image, (_GREY - _FAINT,) * 3, (_GREY + _FAINT,) * 3)
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(paper))
    marks = [box for box in stats[1:count] if not _is_rule(box[2], box[3], scale)]
    if not marks:
        return None
    left, top = (max(0, min(box[at] for box in marks) - _MARGIN) for at in (0, 1))
    right, bottom = (max(box[at] + box[at + 2] for box in marks) + _MARGIN for at in (0, 1))
    part: Pixels = image[top:bottom, left:right]
    return part if _varied(part) else None


def _is_rule(width: int, height: int, scale: float) -> bool:
    thin, long = sorted((width, height))
    return bool(thin <= _STROKE * scale and long >= 2.5 * thin)


def _varied(part: Pixels) -> bool:
    """Whether it is more than one flat area, such as a coloured panel."""
    inner = part[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN]
    return any(int(np.ptp(inner[:, :, colour])) > _FAINT for colour in range(3))
