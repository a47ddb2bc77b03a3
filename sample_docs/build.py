"""Rebuild every sample draft: `python sample_docs/build.py`."""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from source import overview_pdf, scan, word  # noqa: E402 - the builders lie beside this script


def build_all(folder: Path) -> None:
    """Write the four samples into `folder`."""
    overview_pdf.build(folder / "child-d-overview-report.pdf")
    word.build(folder / "family-w-draft.docx")
    scan.build(folder / "child-m-scan.pdf")
    shutil.copyfile(HERE / "source" / "minutes" / "panel-minutes.txt", folder / "panel-minutes.txt")


if __name__ == "__main__":
    build_all(HERE)
