"""Kill publishing at moments all over it, and tell what lies at the destination then.

    python tests/benchmarks/killed.py [--kills 200]

Moments are counted in function calls, so that a run can be repeated: three in four are spread over the whole, one in
four lies in the writing of the file. Every other kill meets a file that was there before.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "publish")]

OLD = b"%PDF-1.7 published before"
WHOLE, WRITE = "publish", "_write"
"""The functions of `release` whose calls are counted."""


def main(kills: int) -> None:
    """Print the tally; stops at the first wrong outcome."""
    with tempfile.TemporaryDirectory() as folder:
        whole, calls = published(Path(folder))
    tally: Counter[str] = Counter()
    for number, (within, after) in enumerate(_moments(calls, kills)):
        with tempfile.TemporaryDirectory() as folder:
            tally[killed(Path(folder), within, after, whole, old=OLD if number % 2 else b"")] += 1
    outcomes = ", ".join(f"{what} {count}" for what, count in sorted(tally.items()))
    print(f"{kills} kills over {calls[WHOLE]} calls, of which {calls[WRITE]} write the file: {outcomes}")


def published(folder: Path) -> tuple[bytes, dict[str, int]]:
    """The whole file, published without a kill, and how many calls publishing and writing take."""
    calls = {within: int(_run(folder, within, 0).stdout) for within in (WHOLE, WRITE)}
    return _destination(folder).read_bytes(), calls


def killed(folder: Path, within: str, after: int, whole: bytes, *, old: bytes) -> str:
    """What lies at the destination once publishing was killed after so many calls: "nothing", "old" or "whole".

    Raises AssertionError for anything else, and for bytes that were not verified anywhere on the disk.

    Args:
        folder: an empty one.
        within: WHOLE or WRITE.
        after: calls.
        whole: the published file.
        old: what lies at the destination at first; empty for nothing.
    """
    destination = _destination(folder)
    destination.parent.mkdir()
    if old:
        destination.write_bytes(old)
    run = _run(folder, within, after)
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    for left in folder.rglob("*"):
        if left.is_file() and left != destination:
            assert left.parent == destination.parent, f"{left.name} in a temporary folder"
            assert left.suffix == ".part", f"{left.name} beside the destination"
            assert whole.startswith(left.read_bytes()), f"{left.name} holds what was not verified"
    if not destination.exists():
        assert not old, "the old file is gone"
        return "nothing"
    found = destination.read_bytes()
    assert found in (whole, old), f"{len(found)} bytes at the destination, neither old nor whole"
    return "whole" if found == whole else "old"


def _destination(folder: Path) -> Path:
    return folder / "out" / "published.pdf"


def _moments(calls: dict[str, int], kills: int) -> Iterator[tuple[str, int]]:
    in_write = kills // 4
    for within, count in ((WHOLE, kills - in_write), (WRITE, in_write)):
        for number in range(count):
            yield within, 1 + number * (calls[within] - 1) // max(1, count - 1)


def _run(folder: Path, within: str, after: int) -> subprocess.CompletedProcess[bytes]:
    """Publish in a process of its own whose temporary files would lie in the folder."""
    _destination(folder).parent.mkdir(exist_ok=True)
    (folder / "tmp").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONHASHSEED": "0", "TMPDIR": str(folder / "tmp")}
    arguments = ["--publish", str(_destination(folder)), within, str(after)]
    return subprocess.run(
        [sys.executable, __file__, *arguments], env=environment, capture_output=True, check=False
    )


def publish(destination: Path, within: str, after: int) -> None:
    """Publish a small draft, and die after so many calls within a function; prints their number if it does not."""
    from draft_kit import draft, plan  # type: ignore[import-not-found]  # lies in another folder

    from redactor.publish import release

    pdf = draft()
    decided = plan(pdf)
    code = getattr(release, within).__code__
    count, depth = 0, 0

    def counted(frame: FrameType, event: str, _: Any) -> None:
        nonlocal count, depth
        if frame.f_code is code:
            depth += (event == "call") - (event == "return")
        if depth:
            count += 1
            if count == after:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(counted)
    release.publish(pdf, decided, destination)
    sys.setprofile(None)
    print(count)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--publish"]:
        publish(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("--kills", type=int, default=200)
        main(parser.parse_args().kills)
