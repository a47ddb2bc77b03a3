"""Whatever moment a window is killed at, its case opens again with all that was decided, but for the decision in flight."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest

if not hasattr(signal, "SIGKILL"):
    pytest.skip("processes are killed otherwise here", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from killed_reviewing import MEMORY, killed, made  # lies in another folder

from redactor.marks import sealing


@pytest.mark.slow
def test_a_dozen_kills_lose_nothing_but_what_was_in_flight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "MEMORY", MEMORY)
    path, chance = made(tmp_path), random.Random(12)

    told = [killed(path, chance)[0] for _ in range(12)]

    assert set(told) <= {"all that was decided is there", "the decision in flight is there as well"}
