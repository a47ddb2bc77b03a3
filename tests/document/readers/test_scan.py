"""Pages that are only pictures: their words are read, and each stands where its ink is."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pymupdf
import pytest

from redactor.document.page import Page, line_pieces
from redactor.document.readers.glyphs import Run
from redactor.document.readers.pdf import read_pages
from redactor.document.readers.strips import Cell, Paragraph, Table
from redactor.document.readers.typeset import Section, typeset
from redactor.errors import no_tick

pytestmark = pytest.mark.slow

SENTENCES = (
    "1.1 Reuben Marlowe, whose friends call him Rube, was born on 21 December 2001.",
    "His NHS number is 999 224 5387 and the crime reference is 36/51409/16.",
    "Ms Okafor-Smith and Siân O’Neill met Mr Żukowski at 31 Shingle Row, Grimsand, FE9 2LR.",
)
ROWS = (("Coral Marlowe", "Mother", "02.08.1979"), ("Wade Hutchings", "Stepfather", "19.11.1975"))


def scanned(turn: float = 0.0) -> tuple[bytes, pymupdf.Pixmap]:
    """A page of a draft as a scan skewed by so many degrees, and the picture."""
    table = Table(
        tuple(tuple(Cell((Paragraph((Run(text),)),)) for text in row) for row in ROWS), (1.0, 1.0, 1.0)
    )
    blocks = (*(Paragraph((Run(text),)) for text in SENTENCES), table)
    pdf, _ = typeset([Section(blocks)], no_tick)
    matrix = pymupdf.Matrix(200 / 72, 200 / 72).prerotate(turn)
    with pymupdf.open("pdf", pdf) as source, pymupdf.open() as scan:
        picture = source[0].get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
        sheet = scan.new_page(width=picture.width * 72 / 200, height=picture.height * 72 / 200)
        sheet.insert_image(sheet.rect, pixmap=picture)
        return scan.tobytes(), picture


@pytest.fixture(scope="module", params=[0.0, 1.5])
def scan(request: pytest.FixtureRequest) -> tuple[Page, np.ndarray]:
    """A recognised page and its ink."""
    pdf, picture = scanned(request.param)
    (page,) = read_pages(pdf, no_tick)
    grey = np.frombuffer(picture.samples, np.uint8).reshape(picture.height, picture.stride)
    return page, grey[:, : picture.width] < 128


def test_words_are_read(scan: tuple[Page, np.ndarray]) -> None:
    words = scan[0].text.split()

    wanted = [word for text in (*SENTENCES, *(cell for row in ROWS for cell in row)) for word in text.split()]
    plain = [word.replace("’", "'") for word in words]
    assert [word for word in wanted if word.replace("’", "'") not in plain] == []


def test_a_page_says_that_it_was_recognised(scan: tuple[Page, np.ndarray]) -> None:
    assert scan[0].ocr
    assert 0.9 < scan[0].confidence <= 1


def test_table_rows_are_read_in_order(scan: tuple[Page, np.ndarray]) -> None:
    assert "Coral Marlowe\tMother\t02.08.1979\v" in scan[0].text
    assert "Wade Hutchings\tStepfather\t19.11.1975\v" in scan[0].text


def test_a_mark_over_a_word_covers_all_of_its_ink(scan: tuple[Page, np.ndarray]) -> None:
    page, ink = scan
    left = ink.copy()
    start = 0
    for word in page.text.split():
        start = page.text.index(word, start)
        for quad in line_pieces(page, range(start, start + len(word))):
            cover(left, quad)
        start += len(word)

    letters = ink.sum()
    frames = left.sum()  # only the frames of the table are left

    assert frames < 0.35 * letters
    assert not left[: int(0.14 * len(left))].any()  # above the table there are none


def cover(ink: np.ndarray, quad: tuple[float, ...]) -> None:
    """Take the ink inside a quad away."""
    scale = 200 / 72
    corners = np.array(quad).reshape(4, 2) * scale
    low, high = np.floor(corners.min(axis=0)).astype(int), np.ceil(corners.max(axis=0)).astype(int)
    along, down = corners[1] - corners[0], corners[2] - corners[0]
    ys, xs = np.mgrid[max(0, low[1]) : high[1] + 1, max(0, low[0]) : high[0] + 1]
    offset = np.stack([xs, ys], axis=-1) + 0.5 - corners[0]
    u = offset @ along / (along @ along)
    v = offset @ down / (down @ down)
    slack = 1.0 / math.hypot(*along), 1.0 / math.hypot(*down)
    inside = (u >= -slack[0]) & (u <= 1 + slack[0]) & (v >= -slack[1]) & (v <= 1 + slack[1])
    view = ink[max(0, low[1]) : high[1] + 1, max(0, low[0]) : high[0] + 1]
    view[inside[: view.shape[0], : view.shape[1]]] = False


def test_a_white_page_has_no_text() -> None:
    with pymupdf.open() as blank:
        sheet = blank.new_page()
        pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 600, 800))
        pixels.clear_with(255)
        sheet.insert_image(sheet.rect, pixmap=pixels)

        (page,) = read_pages(blank.tobytes(), no_tick)

    assert page.text == ""


def test_names_of_the_scanned_sample_are_read(sample_docs: Path) -> None:
    with pymupdf.open(sample_docs / "child-m-scan.pdf") as sample:
        sample.select([1])
        (page,) = read_pages(sample.tobytes(), no_tick)

    for name in (
        "PC Shaun\nTickell (7716)",
        "Dr Leila Rahmani",
        "Delroy Pinnock",
        "Anneliese Marr",
        "07700 900362",
    ):
        assert name in page.text
