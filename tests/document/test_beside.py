"""Words that a page shows in pictures, beside its text, are read too."""

from __future__ import annotations

import io

import pymupdf
from PIL import Image, ImageDraw, ImageFont

from redactor.document.source import read_draft


def with_picture(words: str, *, pages: int = 1) -> pymupdf.Document:
    picture = Image.new("L", (480, 60), 255)
    ImageDraw.Draw(picture).text((10, 12), words, fill=0, font=ImageFont.load_default(32))
    data = io.BytesIO()
    picture.save(data, "PNG")
    doc = pymupdf.open()
    for number in range(pages):
        page = doc.new_page(width=595, height=842)
        page.insert_text((72, 80), f"The family has been known for years, page {number}.", fontsize=11)
        page.insert_image((72, 250, 312, 280), stream=data.getvalue())
    return doc


def text_of(doc: pymupdf.Document) -> str:
    return read_draft(bytes(doc.tobytes()), "draft.pdf").document.text


def test_a_name_in_a_picture_is_part_of_the_text_and_has_its_place() -> None:
    document = read_draft(bytes(with_picture("Keziah Okafor").tobytes()), "draft.pdf").document

    start = document.text.index("Okafor")
    (place,) = document.places(start, start + len("Okafor"))
    left, top = place.quads[0][:2]

    assert 120 < left < 160
    assert 248 < top < 270


def test_what_the_text_says_of_a_picture_is_not_read_twice() -> None:
    doc = with_picture("")
    doc[0].insert_text((80, 268), "Keziah Okafor", fontsize=14)

    assert text_of(doc).count("Okafor") == 1


def test_a_picture_on_many_pages_is_read_on_each() -> None:
    assert text_of(with_picture("Keziah Okafor", pages=3)).count("Okafor") == 3
