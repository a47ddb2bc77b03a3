"""Rebuild every sample draft: `python sample_docs/build.py`."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from source import overview_pdf  # noqa: E402 - the builders lie beside this script


def build_all(folder: Path) -> None:
    """Write the four samples into `folder`."""
    overview_pdf.build(folder / "child-d-overview-report.pdf")


if __name__ == "__main__":
    build_all(HERE)
