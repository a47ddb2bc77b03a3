"""The long PDF sample carries what a real draft carries, and the scan nothing but pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pymupdf
import pytest


@pytest.fixture
def report(sample_docs: Path) -> Iterator[pymupdf.Document]:
    with pymupdf.open(sample_docs / "child-d-overview-report.pdf") as pdf:
        yield pdf


@pytest.fixture
def scan(sample_docs: Path) -> Iterator[pymupdf.Document]:
    with pymupdf.open(sample_docs / "child-m-scan.pdf") as pdf:
        yield pdf


def test_the_report_is_as_long_as_a_real_one(report: pymupdf.Document) -> None:
    words = sum(len(page.get_text("words")) for page in report.pages())

    assert report.page_count >= 25
    assert words > 10_000


def test_every_page_after_the_cover_names_the_child_and_the_file_above_and_below(
    report: pymupdf.Document,
) -> None:
    for page in list(report.pages())[1:]:
        assert "WINTER, Ruby" in page.get_text(clip=pymupdf.Rect(0, 0, page.rect.width, 55))
        assert "Winter_Ruby" in page.get_text(clip=pymupdf.Rect(0, page.rect.height - 60, *page.rect.br))


def test_contents_lines_lead_to_their_headings(report: pymupdf.Document) -> None:
    lines = [line for page in report[1:3] for line in _linked_lines(page)]

    assert len(lines) > 50
    assert [line for line, page in lines if line.split()[-1] != str(page)] == []


def _linked_lines(page: pymupdf.Page) -> list[tuple[str, int]]:
    """Each linked line of the page and the number of the page it leads to."""
    return [(page.get_text(clip=link["from"]), link["page"] + 1) for link in page.get_links()]


def test_bookmarks_name_people(report: pymupdf.Document) -> None:
    titles = [title for _, title, _ in report.get_toc()]

    assert len(titles) > 40
    assert "Household (Heather, Tadeusz, Miles and Ruby)" in titles


def test_reviewers_comments_name_people(report: pymupdf.Document) -> None:
    annots = [(annot.type[1], annot.info["title"]) for page in report.pages() for annot in page.annots()]

    assert {kind for kind, _ in annots} == {"Text", "Highlight", "FreeText"}
    assert {"Norman Stott", "Gideon Farrow", "Rukhsana Latif"} <= {author for _, author in annots}


def test_addresses_are_links(report: pymupdf.Document) -> None:
    targets = {
        link["uri"]
        for page in report.pages()
        for link in page.get_links()
        if link["kind"] == pymupdf.LINK_URI
    }

    assert "mailto:norman.stott@kelderbyscb.example" in targets


def test_metadata_and_language_are_set(sample_docs: Path) -> None:
    with pikepdf.open(sample_docs / "child-d-overview-report.pdf") as pdf:
        assert str(pdf.docinfo["/Author"]) == "Philippa Gainsford-Ayre"
        assert b"Norman Stott" in pdf.Root.Metadata.read_bytes()
        assert str(pdf.Root.Lang) == "en-GB"


def test_the_genogram_is_drawn_with_names(report: pymupdf.Document) -> None:
    page = next(page for page in report.pages() if page.rect.width > page.rect.height)

    assert sum(len(drawing["items"]) for drawing in page.get_drawings()) > 40
    assert not page.get_images()
    assert "Ivy Nkemelu-Winter" in page.get_text()


def test_names_break_over_line_ends(report: pymupdf.Document) -> None:
    text = "".join(page.get_text() for page in report.pages())

    assert re.search(r"Win-\nter", text)
    assert re.search(r"Wój-\ncik", text)


def test_footnotes_stand_on_the_page_that_refers_to_them(report: pymupdf.Document) -> None:
    page = next(
        page
        for page in report.pages()
        if "has drawn" in page.get_text() or "have drawn attention" in page.get_text()
    )

    assert "asked that it be kept" in page.get_text()


def test_the_scan_is_pictures_alone(scan: pymupdf.Document, sample_docs: Path) -> None:
    assert 5 <= scan.page_count <= 6
    assert (sample_docs / "child-m-scan.pdf").stat().st_size < 3_000_000
    for page in scan.pages():
        (image,) = page.get_image_info()
        assert page.get_text().strip() == ""
        assert not page.get_fonts()
        assert image["colorspace"] == 1
        assert round(image["xres"] if image["xres"] > 96 else image["width"] / page.rect.width * 72) == 200


def test_qpdf_finds_no_fault(sample_docs: Path) -> None:
    for name in ("child-d-overview-report.pdf", "child-m-scan.pdf"):
        with pikepdf.open(io.BytesIO((sample_docs / name).read_bytes())) as pdf:
            assert pdf.check_pdf_syntax() == []
