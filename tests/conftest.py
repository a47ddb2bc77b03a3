"""For all tests: no screen, no network in any process, and the marked-up drafts where they are there."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OFFLINE = str(Path(__file__).with_name("offline"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["OMP_THREAD_LIMIT"] = "1"  # tesseract: its threads wait for one another longer than they work
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (OFFLINE, os.environ.get("PYTHONPATH"))))
os.environ["XDG_CONFIG_HOME"] = os.environ["APPDATA"] = tempfile.mkdtemp(prefix="redactor-tests-")
sys.path.insert(0, OFFLINE)
if not hasattr(sys.modules.get("sitecustomize"), "NetworkUsed"):
    sys.modules.pop("sitecustomize", None)  # the machine may have one of its own
import sitecustomize  # noqa: E402  # from here on this process has no network


@pytest.fixture(autouse=True, scope="session")
def _one_thread_a_process() -> None:
    """Where tests run in several processes, reading pictures takes one thread in each: more of them wait spinning."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        from redactor.document.readers import engine

        engine._THREADS = 1


@pytest.fixture
def shared() -> Path:
    """The folder of marked-up drafts and leak cases beside the checkout; skips where it is not there."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("the marked-up drafts are not here")
    return folder


@pytest.fixture
def sample_docs() -> Path:
    """The made-up drafts that come with the product."""
    return ROOT / "sample_docs"


@pytest.fixture
def network_used() -> type[BaseException]:
    """What is raised where something asks for the network."""
    return sitecustomize.NetworkUsed
