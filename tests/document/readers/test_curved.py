"""Letters along a curve are read as words, each with its own place."""

from __future__ import annotations

import math

import pymupdf
import pytest

from redactor.document.source import Document, read_draft

NAME = "Keziah Okafor"


def along_a_curve(words: str, *, spaces: bool = True, straight: bool = False) -> Document:
    """The words on an arch of 150 points, or level but with each letter placed by itself."""
    doc = pymupdf.open()
    page = doc.new_page(width=595, height=842)
    page.insert_text((72, 72), "The family has been known to services for years.", fontsize=11)
    angle = -1.2
    for letter in words:
        wide = pymupdf.get_text_length(letter, fontsize=14)
        place = pymupdf.Point(300 + 150 * math.sin(angle), 500 - 150 * math.cos(angle))
        turn = pymupdf.Matrix(0 if straight else -math.degrees(angle))
        if straight:
            place = pymupdf.Point(300 + 150 * angle, 400)
        if letter != " " or spaces:
            page.insert_text(place, letter, fontsize=14, morph=(place, turn))
        angle += (wide + 1) / 150
    return read_draft(bytes(doc.tobytes()), "draft.pdf").document


@pytest.mark.parametrize("spaces", [True, False])
def test_letters_along_a_curve_are_words(spaces: bool) -> None:
    assert f"About {NAME} alone" in along_a_curve(f"About {NAME} alone", spaces=spaces).text


def test_places_follow_the_curve() -> None:
    document = along_a_curve(f"About {NAME} alone")

    start = document.text.index(NAME)
    (place,) = document.places(start, start + len(NAME))

    for quad in place.quads:
        middle = (quad[0] + quad[6]) / 2 - 300, (quad[1] + quad[7]) / 2 - 500
        assert math.hypot(*middle) == pytest.approx(154, abs=4)
    assert len(place.quads) > 8


def test_level_letters_are_read_as_before() -> None:
    document = along_a_curve(NAME, straight=True)

    start = document.text.index(NAME)
    assert len(document.places(start, start + len(NAME))[0].quads) == 1
