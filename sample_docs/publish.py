"""Publishes each sample draft into `published/`, every suggestion confirmed: what the program makes of it.

Run from the repository root: python sample_docs/publish.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from redactor.cli import main  # noqa: E402  # found beside this folder

DRAFTS = ("child-d-overview-report.pdf", "family-w-draft.docx", "child-m-scan.pdf")


def publish(draft: Path, published: Path) -> None:
    """Take a draft through every command; raises SystemExit where one does not succeed."""
    with tempfile.TemporaryDirectory() as folder:
        case, passphrase = f"{folder}/sample.redactor", Path(folder) / "passphrase"
        passphrase.write_text("made-up drafts need no secret", encoding="utf-8")
        secret = ["--passphrase-file", str(passphrase)]
        for command in (
            ["prepare", str(draft), "-o", case],
            ["decide", case, "--confirm", "--all", "--by", "Sample"],
            ["publish", case, "-o", str(published)],
            ["verify", str(published), "--case", case],
        ):
            if status := main([*command, *secret]):
                sys.exit(status)


if __name__ == "__main__":
    (HERE / "published").mkdir(exist_ok=True)
    for name in DRAFTS:
        publish(HERE / name, HERE / "published" / Path(name).with_suffix(".pdf").name)
