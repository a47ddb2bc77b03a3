"""Peak memory of each process over a whole job on a hundred pages: open, suggest, look through, publish.

    python tests/benchmarks/memory.py

Resident memory, which counts libraries shared between processes once for each.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import psutil
from at_the_window import wait_until, window_with_long_draft
from running import ROOT, load, python


def main() -> None:
    """Print the figures."""
    told = python(Path(__file__), "--measure")
    print(f"memory, peak of each process, {told.pop('pages')} pages {load()}")
    for name, megabytes in told.items():
        print(f"  {name:20}{megabytes:7.0f} MB")


def measure() -> None:
    """Do a whole job, and tell."""
    from redactor.publish.decided import plan_of
    from redactor.tasks.orders import Publish

    sys.path.append(str(ROOT / "tests"))
    from signing_kit import signed  # type: ignore[import-not-found]  # lies in another folder

    with window_with_long_draft() as window, tempfile.TemporaryDirectory() as folder:
        case, review, desk = window.session.case, window.review, window.session.desk
        assert case is not None
        assert review is not None
        for page in range(1, review.pages.page_count() + 1):
            review.pages.go_to_page(page)
            wait_until(lambda: not review.pages._pictures.under_way)
        case.confirm(list(case.marks), by="Benchmark", reason="")
        signed(case)
        over: list[object] = []
        order = Publish(case.pdf, plan_of(case, "pseudonym"), Path(folder) / "published.pdf")
        desk.ask(order, done=lambda: over.append("done"), failed=over.append)
        wait_until(lambda: bool(over))
        if over != ["done"]:
            raise SystemExit(f"not published: {getattr(over[0], 'sentence', over[0])}")
        told = {"pages": review.pages.page_count(), "window": _peak(psutil.Process())}
        for name, courier in desk._couriers.items():
            told[name] = _peak(psutil.Process(courier._process.pid))
        print(json.dumps(told))


def _peak(process: psutil.Process) -> float:
    """Megabytes; where the system keeps no peak, what is resident now."""
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1000
    return float(getattr(process.memory_info(), "peak_wset", process.memory_info().rss)) / 1e6


if __name__ == "__main__":
    measure() if sys.argv[1:2] == ["--measure"] else main()
