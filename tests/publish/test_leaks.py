"""Every leak case beside the checkout is published clean, or refused where that is what is wanted."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pypdfium2
import pytest
from draft_kit import removals
from shared_checker import EVERY_WAY, LEAKS, shared_checker

from redactor.errors import RedactorError
from redactor.findings import matching
from redactor.publish import release
from redactor.publish.plan import Plan, Removal, Secret

PICTURED = ("image_under_text", "image_smask", "no_tounicode", "type3")
"""The name stands in a picture or in shapes: a reviewer sees it and draws a mark."""
SCALE = 3
COMMON = {"Close", "Hexham"}


def cases() -> list[dict[str, Any]]:
    if not LEAKS.is_dir():
        return []
    manifest = json.loads((LEAKS / "manifest.json").read_text(encoding="utf-8"))
    return list(manifest["cases"] if isinstance(manifest, dict) else manifest)


def drawn(pdf: bytes, wordings: list[str]) -> Iterator[Removal]:
    """Marks drawn over what the eye, here tesseract, reads."""
    sought = [matching.needle(part) for wording in wordings for part in [wording, *parts(wording)]]
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        picture = io.BytesIO()
        page.render(scale=SCALE).to_pil().save(picture, "PNG")
        command = ["tesseract", "-", "-", "--psm", "11", "tsv"]
        table = subprocess.run(
            command, input=picture.getvalue(), capture_output=True, check=True
        ).stdout.decode()
        for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
            hay = matching.haystack(row["text"] or "")
            if any(matching.find(hay, needle) for needle in sought):
                yield around(number, row)


def pictures(pdf: bytes) -> Iterator[Removal]:
    """Marks drawn over every picture."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        for page in doc:
            for info in page.get_image_info():
                x0, y0, x1, y1 = info["bbox"]
                quads = ((x0, y0, x1, y0, x0, y1, x1, y1),)
                yield Removal("picture", page.number + 1, quads, "", "PERSON", "")


def parts(wording: str) -> list[str]:
    words = wording.replace("-", " ").replace(",", " ").split()
    return [word for word in words if len(word) >= 5 and word not in COMMON]


def around(page: int, row: dict[str, str]) -> Removal:
    x0, y0, width, height = (int(row[key]) / SCALE for key in ("left", "top", "width", "height"))
    x1, y1 = x0 + width + 2, y0 + height + 2
    x0, y0 = x0 - 2, y0 - 2
    return Removal("drawn", page, ((x0, y0, x1, y0, x0, y1, x1, y1),), "", "PERSON", "")


def leaks(published: Path, case: dict[str, Any]) -> list[str]:
    """What the checker finds; a file or a page that it could not read is not clean either."""
    checker = shared_checker()
    assert checker is not None
    found = checker.check_file(published, case["secrets"], ocr=True, turns=EVERY_WAY)
    unread = [] if found.opened and not found.unseen else ["not all of it could be read"]
    return [*map(str, found.leaks.items()), *unread]


def marked(pdf: bytes, case: dict[str, Any]) -> Plan:
    wordings = [part for secret in case["secrets"] for part in [secret, *parts(secret)]]
    marks = removals(pdf, wordings)
    if case["id"] in PICTURED:
        marks += drawn(pdf, case["secrets"])
    if case["id"] == "image_under_text":  # the caption is printed over the name: the whole picture is marked
        marks += pictures(pdf)
    return Plan(
        tuple(marks), tuple(Secret(text, "PERSON") for text in case["secrets"]), "pseudonym", "Report"
    )


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("tesseract"), reason="the checker reads pages with tesseract")
@pytest.mark.parametrize("case", cases(), ids=lambda case: case["id"])
def test_a_leak_case_does_what_is_expected(case: dict[str, Any], tmp_path: Path) -> None:
    pdf = (LEAKS / case["file"]).read_bytes()
    published = tmp_path / "published.pdf"
    refused: tuple[str, ...] = ()

    try:
        release.publish(pdf, marked(pdf, case), published)
    except RedactorError as error:
        refused = (error.sentence, *getattr(error, "problems", ()))

    wanted = "refuse" if case["password"] else case["expect"]
    assert not refused or wanted != "clean", refused
    assert published.exists() == (not refused)
    if published.exists():
        assert wanted != "refuse"
        assert leaks(published, case) == []
