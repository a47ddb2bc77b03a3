"""Paragraphs stay whole whatever the distance of their lines."""

from __future__ import annotations

import io

import pymupdf
import pytest

from redactor.document.readers.pdf import read_pages
from redactor.errors import no_tick

PARAGRAPH = "Reuben told the worker, Delroy Pinnock, that he had been at Grimsand bus station with Oz and two others. "


def typeset(html: str, css: str) -> bytes:
    target = io.BytesIO()
    writer = pymupdf.DocumentWriter(target)
    story = pymupdf.Story(html, user_css=css)
    device = writer.begin_page(pymupdf.paper_rect("a4"))
    story.place(pymupdf.Rect(56, 62, 539, 780))
    story.draw(device)
    writer.end_page()
    writer.close()
    return target.getvalue()


@pytest.mark.parametrize("leading", [1.2, 1.5, 1.8, 2.4])
@pytest.mark.parametrize("below", [0, 8, 16])
def test_a_paragraph_is_one_at_any_leading(leading: float, below: int) -> None:
    css = f"p {{line-height: {leading}; font-size: 11pt; margin: 0 0 {below}pt 0}}"

    (page,) = read_pages(typeset(f"<p>{PARAGRAPH * 2}</p>" * 4, css), no_tick)

    assert page.text.count("\v") == 4
