"""Values in objects of their own, and fonts in the resources themselves, are published like any other."""

from __future__ import annotations

import pymupdf
import pytest

from redactor.document.source import read_draft
from redactor.publish.plan import Plan, Removal, Secret
from redactor.publish.release import make
from redactor.publish.usual_form import bring_into_usual_form

NAME = "Wrzesniewski"


def published(doc: pymupdf.Document) -> str:
    """The text of the draft published with the name marked."""
    pdf = doc.tobytes()
    document = read_draft(pdf, "draft.pdf").document
    start = document.text.index(NAME)
    (place,) = document.places(start, start + len(NAME))
    plan = Plan(
        (Removal("m1", 1, place.quads, NAME, "PERSON", "Child A"),),
        (Secret(NAME, "PERSON"),),
        "pseudonym",
        "Report",
    )
    with pymupdf.open(stream=make(pdf, plan).data) as out:
        return str(out[0].get_text())


def draft() -> pymupdf.Document:
    doc = pymupdf.open()
    page = doc.new_page()
    page.insert_text((72, 100), f"Then {NAME} went home.", fontsize=11)
    return doc


def with_form() -> tuple[pymupdf.Document, int]:
    """A draft whose words stand in a form, and the number of the form."""
    doc, form = pymupdf.open(), pymupdf.open(stream=draft().tobytes())
    doc.new_page().show_pdf_page(form[0].rect, form, 0)
    return doc, doc[0].get_xobjects()[0][0]


def in_an_object(doc: pymupdf.Document, xref: int, key: str) -> None:
    """Put the value of a key into an object of its own."""
    number = doc.get_new_xref()
    doc.update_object(number, doc.xref_get_key(xref, key)[1])
    doc.xref_set_key(xref, key, f"{number} 0 R")


def test_a_font_that_stands_in_the_resources_themselves_is_published() -> None:
    doc = draft()
    doc.xref_set_key(
        doc[0].xref, "Resources", "<</Font<</helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    )
    assert published(doc).split() == ["Then", "Child", "A", "went", "home."]


def test_a_form_whose_box_and_kind_are_objects_of_their_own_is_published() -> None:
    doc, form = with_form()
    for key in ("BBox", "Matrix", "Subtype"):
        if doc.xref_get_key(form, key)[0] != "null":
            in_an_object(doc, form, key)
    assert published(doc).split() == ["Then", "Child", "A", "went", "home."]


def test_a_picture_whose_width_is_an_object_of_its_own_is_published() -> None:
    doc = draft()
    page = doc[0]
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 20, 20))
    pixmap.clear_with(90)
    picture = page.insert_image((72, 300, 172, 400), pixmap=pixmap)
    for key in ("Width", "Height", "BitsPerComponent"):
        in_an_object(doc, picture, key)
    assert "Child A" in published(doc)


def test_a_picture_without_a_width_draws_nothing_and_stops_nothing() -> None:
    doc = draft()
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 20, 20))
    pixmap.clear_with(90)
    picture = doc[0].insert_image((72, 300, 172, 400), pixmap=pixmap)
    doc.xref_set_key(picture, "Width", "/Height")
    assert "Child A" in published(doc)


def test_an_array_of_references_to_numbers_becomes_numbers() -> None:
    doc, form = with_form()
    number = doc.get_new_xref()
    doc.update_object(number, "0")
    doc.xref_set_key(form, "BBox", f"[{number} 0 R {number} 0 R 595 842]")
    bring_into_usual_form(doc)
    assert doc.xref_get_key(form, "BBox") == ("array", "[0 0 595 842]")


def test_a_page_without_area_is_published_as_large_as_it_was_read() -> None:
    doc = draft()
    doc.xref_set_key(doc[0].xref, "MediaBox", "[0 0 600 800]")
    doc.xref_set_key(doc[0].xref, "CropBox", "[600 800 1000 1000]")
    doc = pymupdf.open(stream=doc.tobytes())
    before = doc[0].rect
    assert "Child A" in published(doc)
    bring_into_usual_form(doc)
    assert doc.reload_page(doc[0]).rect == before


def test_words_in_a_font_that_is_nowhere_stop_nothing() -> None:
    doc = draft()
    page = doc[0]
    doc.update_stream(page.get_contents()[0], page.read_contents() + b"\nBT /F9 11 Tf 72 72 Td (lost) Tj ET")
    assert "Child A" in published(doc)


@pytest.mark.parametrize(("key", "value"), [("BBox", "null"), ("Matrix", "[1 0 0 0 0 0]")])
def test_a_form_of_which_nothing_is_seen_stops_nothing(key: str, value: str) -> None:
    doc, other = draft(), pymupdf.open()
    other.new_page().insert_text((72, 300), "Nobody sees this.")
    doc[0].show_pdf_page(doc[0].rect, other, 0)
    doc.xref_set_key(doc[0].get_xobjects()[0][0], key, value)
    assert "Child A" in published(doc)
