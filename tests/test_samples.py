"""Every sample, and every marked-up draft where those are, goes from draft to a published file without an identifier."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from signing_kit import sign_commands

from redactor.cli import main
from redactor.findings.finding import DIRECT

SAMPLES = ["child-d-overview-report.pdf", "family-w-draft.docx", "child-m-scan.pdf", "panel-minutes.txt"]
DEV = ["a01.pdf", "a02.docx", "a03.pdf", "b01.docx", "b02.pdf", "b03.docx"]

pytestmark = pytest.mark.slow


def published(draft: Path, folder: Path) -> tuple[list[dict[str, str]], dict[str, Path]]:
    """Prepare, confirm everything, sign, publish in both styles and verify, by the commands."""
    (folder / "passphrase").write_text("correct horse", encoding="utf-8")
    case, secret = str(folder / "case.redactor"), ["--passphrase-file", str(folder / "passphrase")]
    assert main(["prepare", str(draft), "-o", case, *secret]) == 0
    assert main(["decide", case, "--confirm", "--all", "--by", "Ann", *secret]) == 0
    for command in sign_commands(case, *secret):
        assert main(command) == 0
    outs = {style: folder / f"{style}.pdf" for style in ("blackout", "pseudonym")}
    for style, out in outs.items():
        assert main(["publish", case, "-o", str(out), "--style", style, *secret]) == 0
        assert main(["verify", str(out), "--case", case, *secret]) == 0
    listed = subprocess.run(
        [sys.executable, "main.py", "marks", case, "--json", *secret],
        cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert listed.returncode == 0, listed.stderr
    return json.loads(listed.stdout), outs


def direct_wordings(marks: list[dict[str, str]]) -> set[str]:
    """Confirmed wordings of direct identifiers; a single letter says nothing by itself."""
    return {mark["text"] for mark in marks if mark["type"] in DIRECT and len(mark["text"]) > 1}


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def streams_of(pdf: Path) -> bytes:
    """Every stream of the file, without its filters where they can be undone."""
    parts = [pdf.read_bytes()]
    with pikepdf.open(pdf) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    parts.append(thing.read_bytes())
                except pikepdf.PdfError:
                    parts.append(thing.read_raw_bytes())
            else:
                parts.append(thing.unparse(resolved=False))
    return b"\n".join(parts)


def assert_clean(marks: list[dict[str, str]], outs: dict[str, Path]) -> None:
    for out in outs.values():
        text, streams = text_of(out), streams_of(out)
        for wording in direct_wordings(marks):
            assert not re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", text), wording
            if len(wording) > 5:
                for encoded in (wording.encode("latin-1", "ignore"), wording.encode("utf-16-be")):
                    assert len(encoded) < 6 or encoded not in streams, wording


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_published_without_an_identifier(sample_docs: Path, tmp_path: Path, name: str) -> None:
    marks, outs = published(sample_docs / name, tmp_path)

    assert_clean(marks, outs)


@pytest.mark.parametrize("name", DEV)
def test_a_marked_up_draft_is_published_without_an_identifier(
    shared: Path, tmp_path: Path, name: str
) -> None:
    gold = shared / "eval" / "dev" / Path(name).with_suffix(".txt").name
    layout = [sys.executable, str(shared / "eval" / "layout.py"), str(gold), str(tmp_path / name)]
    subprocess.run(layout, check=True)

    marks, outs = published(tmp_path / name, tmp_path)

    assert_clean(marks, outs)
