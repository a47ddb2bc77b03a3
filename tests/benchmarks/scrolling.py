"""How long a frame takes while a hundred pages full of marks are scrolled through.

    python tests/benchmarks/scrolling.py

A frame: the scroll bar moves by 90 pixels, and everything that follows from it in the window is done, painting and
pictures that arrived included. 60 frames a second leave 16.7 ms for each. Frames come every 16 ms, as from a wheel.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from at_the_window import wait_until, window_with_long_draft
from running import load, python

STEP = 90
EVERY = 0.016


def main() -> None:
    """Print the figures."""
    told = python(Path(__file__), "--measure")
    print(f"scrolling, {told['pages']} pages, {told['marks']} marks, {told['frames']} frames {load()}")
    print(
        f"  a frame: median {told['median']:.1f} ms, 95th percentile {told['p95']:.1f} ms, longest {told['longest']:.1f} ms"
    )
    print(f"  frames over 16.7 ms: {told['late']:.1%}")


def measure() -> None:
    """Scroll from the first page to the last, and tell."""
    from PySide6.QtWidgets import QApplication

    with window_with_long_draft() as window:
        assert window.review is not None
        assert window.session.case is not None
        pages, bar = window.review.pages, window.review.pages.verticalScrollBar()
        bar.setValue(0)
        wait_until(lambda: not pages._pictures.under_way)
        frames = []
        while bar.value() < bar.maximum():
            start = time.perf_counter()
            bar.setValue(bar.value() + STEP)
            QApplication.processEvents()
            frames.append(1000 * (time.perf_counter() - start))
            time.sleep(max(EVERY - frames[-1] / 1000, 0))
        told = {
            "pages": pages.page_count(),
            "marks": len(window.session.case.marks),
            "frames": len(frames),
            "median": statistics.median(frames),
            "p95": statistics.quantiles(frames, n=20)[-1],
            "longest": max(frames),
            "late": sum(frame > 16.7 for frame in frames) / len(frames),
        }
        print(json.dumps(told))


if __name__ == "__main__":
    measure() if sys.argv[1:2] == ["--measure"] else main()
