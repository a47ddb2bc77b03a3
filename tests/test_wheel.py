"""The program as it is installed: a wheel in a fresh environment has all that it needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
def test_the_installed_wheel_suggests(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    scripts = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    # What the wheel depends on is taken from this environment, after its own, so that the test needs no network.
    own = next((tmp_path / "env").rglob("site-packages"))
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    (own / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    subprocess.run(
        [str(scripts / "python"), "-m", "pip", "install", "-q", "--no-index", "--no-deps", str(wheel)],
        check=True,
        capture_output=True,
    )
    (draft, out) = (tmp_path / "draft.txt", tmp_path / "out.json")
    draft.write_text("Keziah Okafor was seen by Dr Lacey at Weir Lane Surgery.", encoding="utf-8")

    ran = subprocess.run(
        [str(scripts / "redactor"), "suggest", str(draft), "-o", str(out)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 0, ran.stderr
    assert "Keziah Okafor" in {s["text"] for s in json.loads(out.read_text(encoding="utf-8"))["suggestions"]}

    check = "from redactor.shipped import SAMPLES; print(sum(1 for _ in SAMPLES.glob('*.pdf')))"
    found = subprocess.run(
        [str(scripts / "python"), "-c", check], cwd=tmp_path, capture_output=True, text=True
    )
    assert found.stdout.strip() == "1"
