"""What can be read in pixels, by RapidOCR alone: pictures come from pypdfium2, never from the remover's engine."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2

from redactor.document.readers.engine import engine
from redactor.publish.sight import Cut, Pixels

Corners = npt.NDArray[np.float64]
"""The four corners of a line in a picture, pixels."""

SCALE = 200 / 72
"""Pixels a point at which pages are drawn to be read, at most."""

_MOST_PIXELS = 16_000_000
"""Of a drawn page: enough for A3; a poster is read coarser."""
_WIDEST, _HIGHEST = 1760, 900
"""Pixels of the parts in which a picture is read: lines are looked for in each, and a whole page takes half a gigabyte."""
_OVERLAP_ACROSS, _OVERLAP_DOWN = 500, 90
"""Pixels that two parts share: longer than a name, higher than a line of running text."""
_DETECT_SIDE = 960


class RecognitionFailed(Exception):
    """The engine is missing, its models are, or it broke: nothing is proved."""


def reading_scale(page: pypdfium2.PdfPage) -> float:
    """Pixels a point at which a page is drawn to be read."""
    width, height = page.get_size()
    return min(SCALE, math.sqrt(_MOST_PIXELS / (width * height)))


def read_page(picture: Pixels) -> list[str]:
    """The lines of a picture, from the top; raises RecognitionFailed."""
    picture = _reversed(picture)
    parts = list(_parts(*picture.shape[:2]))
    lines = [line for part in parts for line in _read(picture[part])]
    return lines + _texts(_across(picture, parts)) if len(parts) > 1 else lines


def _parts(height: int, width: int) -> Iterator[Cut]:
    for top in _starts(height, _HIGHEST, _OVERLAP_DOWN):
        for left in _starts(width, _WIDEST, _OVERLAP_ACROSS):
            yield slice(top, top + _HIGHEST), slice(left, left + _WIDEST)


def _starts(length: int, most: int, overlap: int) -> range:
    return range(0, max(1, length - overlap), most - overlap)


def _read(picture: Pixels) -> list[str]:
    found = _run(lambda engine: engine(picture, use_rec=True))
    return [] if found.txts is None else [str(text) for text in found.txts]


def _across(picture: Pixels, parts: Sequence[Cut]) -> list[Pixels]:
    """Pictures of the lines that no part holds whole, such as a title: looked for in the whole, which is seen coarser."""
    boxes = _run(lambda engine: engine(picture, use_rec=False)).boxes
    return [_straightened(picture, box) for box in ([] if boxes is None else boxes) if not _held(box, parts)]


def _held(box: Corners, parts: Sequence[Cut]) -> bool:
    (left, top), (right, bottom) = box.min(axis=0), box.max(axis=0)
    return any(
        rows.start <= top and bottom <= rows.stop and columns.start <= left and right <= columns.stop
        for rows, columns in parts
    )


def _straightened(picture: Pixels, box: Corners) -> Pixels:
    from rapidocr.utils.process_img import get_rotate_crop_image

    cut: Pixels = get_rotate_crop_image(picture, box.astype(np.float32))
    return cut


def read_lines(pictures: Sequence[Pixels]) -> list[str]:
    """Pictures of one line each; raises RecognitionFailed."""
    return _texts([_reversed(picture) for picture in pictures])


def _texts(pictures: Sequence[Pixels]) -> list[str]:
    if not pictures:
        return []
    texts = [str(text) for text in _run(lambda engine: engine.recognize_txt(list(pictures))).txts]
    if len(texts) != len(pictures):
        raise RecognitionFailed("not every line was read")
    return texts


def _run(job: Any) -> Any:
    try:
        return job(_engine())
    except Exception as error:  # whatever it is: what was not read is not proved
        raise RecognitionFailed(type(error).__name__) from error


def _reversed(picture: Pixels) -> Pixels:
    """Blue green red, as the engine wants it."""
    return np.ascontiguousarray(picture[:, :, ::-1])


@cache
def _engine() -> Any:
    return engine(_DETECT_SIDE, {})
