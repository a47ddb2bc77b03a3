"""The sample drafts as plain searchable text, and their lists of identifiers."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest


@pytest.fixture
def identifiers(sample_docs: Path) -> Callable[[str], list[str]]:
    """The identifiers listed for a sample."""
    return lambda name: (sample_docs / "identifiers" / f"{name}.txt").read_text("utf-8").splitlines()


@pytest.fixture
def words_of(sample_docs: Path) -> Callable[[str], str]:
    """All that a sample says, wherever it says it, on one line with broken words made whole."""

    def words(name: str) -> str:
        if name == "child-d-overview-report":
            return _whole(_pdf_words(sample_docs / f"{name}.pdf"))
        if name == "family-w-draft":
            return _whole(_word_words(sample_docs / f"{name}.docx"))
        if name == "child-m-scan":
            folder = sample_docs / "source" / "child_m"
            return _whole("\n".join(path.read_text("utf-8") for path in sorted(folder.iterdir())))
        return _whole((sample_docs / f"{name}.txt").read_text("utf-8"))

    return words


def _pdf_words(path: Path) -> str:
    with pymupdf.open(path) as pdf:
        pages = [page.get_text() for page in pdf.pages()]
        comments = [
            annot.info["title"] + " " + annot.info["content"]
            for page in pdf.pages()
            for annot in page.annots()
        ]
        outline = [title for _, title, _ in pdf.get_toc()]
        return "\n".join(
            [*pages, *comments, *outline, *map(str, pdf.metadata.values()), pdf.get_xml_metadata()]
        )


def _word_words(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", "\n".join(part.replace("</w:p>", "\n") for part in parts))


def _whole(text: str) -> str:
    text = re.sub(r"(?<=\w)-\n(?=[a-z])", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)-\n(?=\w)", "-", text))
