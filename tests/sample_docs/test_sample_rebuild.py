"""The samples in the tree are what their sources give."""

from __future__ import annotations

import runpy
from pathlib import Path

import docx
import pymupdf
import pytest


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rebuilt")
    script = Path(__file__).parents[2] / "sample_docs" / "build.py"
    runpy.run_path(str(script))["build_all"](folder)
    return folder


@pytest.mark.parametrize("name", ["child-d-overview-report.pdf", "child-m-scan.pdf"])
def test_a_rebuilt_pdf_reads_the_same(name: str, sample_docs: Path, rebuilt: Path) -> None:
    with pymupdf.open(sample_docs / name) as kept, pymupdf.open(rebuilt / name) as fresh:
        assert [page.get_text() for page in fresh] == [page.get_text() for page in kept]
        assert fresh.metadata == kept.metadata


def test_the_rebuilt_word_draft_reads_the_same(sample_docs: Path, rebuilt: Path) -> None:
    texts = [
        [p.text for p in docx.Document(str(folder / "family-w-draft.docx")).paragraphs]
        for folder in (sample_docs, rebuilt)
    ]

    assert texts[0] == texts[1]


def test_the_minutes_are_the_same_bytes(sample_docs: Path, rebuilt: Path) -> None:
    assert (rebuilt / "panel-minutes.txt").read_bytes() == (sample_docs / "panel-minutes.txt").read_bytes()
