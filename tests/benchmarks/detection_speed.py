"""How fast detection is: against the name model's own time, as a draft grows, to the first page, and its memory.

    python tests/benchmarks/detection_speed.py [--most PAGES]

The shortest of several runs counts; model and whole pipeline are timed in turns, so that both meet the same load.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from long_draft import long_draft
from running import load, python, since_start

PAGES = (10, 100, 1000)
RUNS = 5


def main(most: int = PAGES[-1]) -> None:
    """Print the figures; `most`: the longest draft, pages."""
    print(f"speed of detection {load()}")
    with tempfile.TemporaryDirectory() as folder:
        drafts = {pages: Path(folder) / f"{pages}.pdf" for pages in PAGES if pages <= most}
        for pages, draft in drafts.items():
            draft.write_bytes(long_draft(pages))
        python(Path(__file__), "--first", str(drafts[10]))  # compiles, and fills the system's cache
        first = [python(Path(__file__), "--first", str(drafts[10])) for _ in range(RUNS)]
        for name in first[0]:
            print(f"  {name:52}{min(told[name] for told in first):7.2f} s")
        usual = 0.0
        for pages, draft in drafts.items():
            told = python(Path(__file__), "--whole", str(draft))
            usual = usual or told["whole"] / pages
            print(
                f"  {pages:5} pages: model alone {told['model']:.2f} s, whole pipeline {told['whole']:.2f} s, ratio"
                f" {told['whole'] / told['model']:.2f}; {told['words'] / told['whole']:.0f} words a second; a page takes"
                f" {told['whole'] / pages / usual:.2f} × as long as one of {PAGES[0]}; peak {told['peak']:.0f} MB"
            )


def first_page(draft: Path) -> None:
    """Time from a cold start, and from opening with everything loaded, to the first page's suggestions; tell."""
    cold = _until_first(draft, since_start)
    began = time.perf_counter()
    warm = _until_first(draft, lambda: time.perf_counter() - began)
    print(json.dumps({"first page's suggestions, cold": cold, "first page's suggestions, loaded": warm}))


def _until_first(draft: Path, clock: Callable[[], float]) -> float:
    from redactor.document.source import open_document
    from redactor.findings.detect import detect

    times: list[float] = []
    detect(open_document(draft).document.text, found=lambda _: times.append(clock()))
    return times[0]


def whole(draft: Path) -> None:
    """Time the model alone and the whole pipeline on a draft in turns, and tell."""
    from redactor.document.source import open_document
    from redactor.findings.detect import PAGE, detect
    from redactor.findings.names import our_model
    from redactor.findings.reading import paragraphs, read

    text = open_document(draft).document.text
    plain = read(text).text
    pieces = [plain[start:end] for start, end in paragraphs(plain, PAGE)]
    model = our_model()
    detect(text[:PAGE])
    alone, together = [], []
    for _ in range(RUNS if len(pieces) < 50 else 2 if len(pieces) < 500 else 1):
        began = time.perf_counter()
        for piece in pieces:
            model.find(piece)
        alone.append(time.perf_counter() - began)
        began = time.perf_counter()
        detect(text)
        together.append(time.perf_counter() - began)
    told = {"words": len(text.split()), "model": min(alone), "whole": min(together), "peak": _peak()}
    print(json.dumps(told))


def _peak() -> float:
    """Megabytes; where the system keeps no peak, what is resident now."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1000
    memory = psutil.Process().memory_info()
    return float(getattr(memory, "peak_wset", memory.rss)) / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["--first"]:
        first_page(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--whole"]:
        whole(Path(sys.argv[2]))
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("--most", type=int, default=PAGES[-1], help="the longest draft, pages")
        main(parser.parse_args().most)
