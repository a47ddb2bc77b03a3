"""Suggestions for a hundred-page draft against plain text extraction of the same file.

    python tests/benchmarks/suggest.py

Plain extraction is PyMuPDF's `get_text` of every page. Each row is timed in one process of its own, once loaded;
the last row is what a user waits from a cold start of the process to the last suggestion.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from long_draft import long_draft
from running import load, python, since_start


def main() -> None:
    """Print seconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.pdf"
        draft.write_bytes(long_draft())
        python(Path(__file__), "--measure", str(draft))  # compiles, and fills the system's cache
        told = python(Path(__file__), "--measure", str(draft))
    print(f"suggest, {told.pop('pages')} pages, {told.pop('findings')} suggestions {load()}")
    for name, seconds in told.items():
        print(f"  {name:52}{seconds:7.2f} s  {seconds / told['plain extraction']:6.1f} ×")


def measure(draft: Path) -> None:
    """Time each step, and tell."""
    import pymupdf

    from redactor.document.source import open_document

    with pymupdf.open(draft) as document:
        pages = document.page_count
        plain = _timed(lambda: [page.get_text() for page in document])
    opened = open_document(draft)
    read = _timed(lambda: open_document(draft))

    loaded = _timed(_load)

    from redactor.findings.detect import detect

    findings = []
    seconds_to_first: list[float] = []
    start = time.perf_counter()

    def found(_: object) -> None:
        seconds_to_first.append(time.perf_counter() - start)

    suggested = _timed(lambda: findings.extend(detect(opened.document.text, found=found)))
    told = {
        "pages": pages,
        "findings": len(findings),
        "plain extraction": plain,
        "reading every character with its place": read,
        "loading the recognisers (while the user looks on)": loaded,
        "first suggestions": seconds_to_first[0],
        "all suggestions": suggested,
        "from a cold start of the process to all suggestions": since_start() - plain - read,
    }
    print(json.dumps(told))


def _load() -> None:
    from redactor.findings.detect import detect

    detect("Mrs Ann Example lives in Leeds.")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    measure(Path(sys.argv[2])) if sys.argv[1:2] == ["--measure"] else main()
