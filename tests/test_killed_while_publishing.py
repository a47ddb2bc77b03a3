"""Whatever moment power fails at while publishing, the destination holds nothing, the old file or the whole new one."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

if not hasattr(signal, "SIGKILL"):
    pytest.skip("processes are killed otherwise here", allow_module_level=True)

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "benchmarks"), str(HERE / "publish")]

from draft_kit import draft, plan  # noqa: E402  # lies in another folder
from killed import OLD, WHOLE, WRITE, killed, published  # noqa: E402  # lies in another folder

from redactor.publish import release  # noqa: E402
from redactor.publish.verify import verify  # noqa: E402

SHARES = (0.0, 0.5, 0.98)
WRITING = (0.0, 0.4, 0.6, 0.8, 1.0)
pytestmark = pytest.mark.xdist_group("killed while publishing")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, int]]:
    return published(tmp_path_factory.mktemp("whole"))


@pytest.mark.slow
@pytest.mark.parametrize("old", [b"", OLD], ids=["nothing there", "a file there"])
@pytest.mark.parametrize("share", SHARES)
def test_killed_before_the_write_nothing_has_changed(
    share: float, old: bytes, whole: tuple[bytes, dict[str, int]], tmp_path: Path
) -> None:
    data, calls = whole
    after = 1 + int(share * (calls[WHOLE] - calls[WRITE]))

    assert killed(tmp_path, WHOLE, after, data, old=old) == ("old" if old else "nothing")
    assert list((tmp_path / "out").glob(".*")) == []


@pytest.mark.slow
@pytest.mark.parametrize("share", WRITING)
def test_killed_within_the_write_the_file_is_old_or_whole(
    share: float, whole: tuple[bytes, dict[str, int]], tmp_path: Path
) -> None:
    data, calls = whole

    found = killed(tmp_path, WRITE, max(1, int(share * calls[WRITE])), data, old=OLD)

    assert found == ("whole" if share == 1 else "old") or 0.6 < share < 1
    assert verify(data) == []


def test_what_a_killed_write_left_is_removed_by_the_next(tmp_path: Path) -> None:
    left, foreign = tmp_path / ".redactor-x1y2z3.part", tmp_path / "notes.part"
    left.write_bytes(b"%PDF")
    foreign.write_bytes(b"someone's")
    pdf = draft()

    release.publish(pdf, plan(pdf), tmp_path / "published.pdf")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.part", "published.pdf"]
