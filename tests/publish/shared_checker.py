"""The checker of leak cases beside the checkout, loaded once a process instead of started once a file."""

from __future__ import annotations

import importlib.util
import shutil
from functools import cache
from pathlib import Path
from types import ModuleType

LEAKS = Path(__file__).resolve().parents[3] / "shared" / "leaks"
UPRIGHT = (0,)
EVERY_WAY = (0, 90, 180, 270)
"""By how many degrees pages are turned to be read."""


@cache
def shared_checker() -> ModuleType | None:
    """The checker, where it is there and can read pictures."""
    program = LEAKS / "check_output.py"
    if not program.is_file() or not shutil.which("tesseract"):
        return None
    spec = importlib.util.spec_from_file_location("check_output", program)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
