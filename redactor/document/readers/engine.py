"""The recognition engine, set up so that it takes no more memory than a page needs; its models come inside its package."""

from __future__ import annotations

from typing import Any

_THREADS = 2


def engine(detect_side: int, further: dict[str, Any]) -> Any:
    """A new engine; `detect_side`: pixels along the longer edge of the picture in which lines are looked for."""
    from rapidocr import RapidOCR  # here, so that whoever needs it can say that it is missing

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Det.limit_type": "max",
            "Det.limit_side_len": detect_side,
            "Rec.rec_batch_num": 1,  # more at once is no faster, and takes their memory together
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **further,
        }
    )
