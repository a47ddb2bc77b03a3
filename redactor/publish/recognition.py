"""What can be read in pixels, by RapidOCR alone: pictures come from pypdfium2, never from the remover's engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from redactor.publish.sight import Pixels

SCALE = 200 / 72
"""Pixels a point at which pages are drawn to be read."""

_MOST_PIXELS = 5000
_DETECT_SIDE = 1280
_THREADS = 2


class RecognitionFailed(Exception):
    """The engine is missing, its models are, or it broke: nothing is proved."""


def read_page(picture: Pixels) -> list[str]:
    """The lines of a picture, from the top; raises RecognitionFailed."""
    found = _run(lambda engine: engine(_reversed(picture)))
    return [] if found.txts is None else [str(text) for text in found.txts]


def read_lines(pictures: Sequence[Pixels]) -> list[str]:
    """Pictures of one line each; raises RecognitionFailed."""
    if not pictures:
        return []
    texts = [
        str(text) for text in _run(lambda engine: engine.recognize_txt(list(map(_reversed, pictures)))).txts
    ]
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
    from rapidocr import RapidOCR  # here, so that a missing engine is a failed check and not no check

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": _MOST_PIXELS,
            "Det.limit_type": "max",
            "Det.limit_side_len": _DETECT_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
