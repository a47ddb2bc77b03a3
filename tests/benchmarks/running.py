"""How the benchmarks run Python: each thing measured in a process of its own, compiled beforehand, without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_docs" / "child-d-overview-report.pdf"
STARTED = "BENCHMARK_STARTED"


def python(script: Path, *arguments: str) -> dict[str, Any]:
    """Run a script; give what it printed, JSON. It finds the moment of its start, `time.time()`, in `since_start`."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        # As installed: compiled once. The folder keeps the checkout as it is.
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "redactor-benchmarks"),
        STARTED: str(time.time()),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{script.name} {' '.join(arguments)} failed:\n{done.stderr}")
    printed: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return printed


def since_start() -> float:
    """Seconds since this process was asked for."""
    return time.time() - float(os.environ[STARTED])


def load() -> str:
    """How busy the machine is with other things; figures taken on a busy one say little."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"(processors: {os.cpu_count()}, load average {os.getloadavg()[0]:.1f})"
