"""The pages of several PDFs are drawn as if they were one."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.errors import RedactorError, no_tick
from redactor.tasks.drawing import Drawing
from redactor.tasks.orders import Answer, Drawn, Loaded, LoadPdf, Picture


def pdf(*widths: int) -> bytes:
    with pymupdf.open() as made:
        for width in widths:
            made.new_page(width=width, height=100)
        return bytes(made.tobytes())


def test_pages_count_on_from_one_pdf_to_the_next() -> None:
    drawing, heard = Drawing(), list[Answer]()

    drawing.load(LoadPdf(pdf(50, 60), further=(pdf(70),)), heard.append, no_tick)
    for page in (1, 2, 3):
        drawing.draw(Picture(page, 1.0), heard.append, no_tick)

    loaded, *drawn = heard
    assert isinstance(loaded, Loaded)
    assert loaded.sizes == ((50, 100), (60, 100), (70, 100))
    assert [each.width for each in drawn if isinstance(each, Drawn)] == [50, 60, 70]
    with pytest.raises(RedactorError, match="no such page"):
        drawing.draw(Picture(4, 1.0), heard.append, no_tick)
