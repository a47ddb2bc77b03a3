"""Of the draft's file only pages, safe links, reworded bookmarks, a title and a language are carried over."""

from __future__ import annotations

import io

import pikepdf
import pymupdf
import pytest
from draft_kit import CHILD, draft, plan

from redactor.publish import release, scrub
from redactor.publish.pictures import bare_jpeg
from redactor.publish.plan import Style


def published(doc: pymupdf.Document, style: Style = "pseudonym") -> pymupdf.Document:
    pdf = bytes(doc.tobytes())
    return pymupdf.open(stream=release.make(pdf, plan(pdf, style=style))[0], filetype="pdf")


@pytest.fixture
def doc() -> pymupdf.Document:
    return pymupdf.open(stream=draft(pages=3), filetype="pdf")


def link(doc: pymupdf.Document, **target: object) -> None:
    doc[0].insert_link({"from": pymupdf.Rect(72, 300, 200, 320), **target})


def test_links_within_the_report_and_to_the_web_stay(doc: pymupdf.Document) -> None:
    link(doc, kind=pymupdf.LINK_GOTO, page=2, to=pymupdf.Point(0, 100))
    link(doc, kind=pymupdf.LINK_URI, uri="https://www.gov.uk/guidance")

    kept = published(doc)[0].get_links()

    assert {(one["kind"], one.get("page"), one.get("uri")) for one in kept} == {
        (pymupdf.LINK_GOTO, 2, None),
        (pymupdf.LINK_URI, None, "https://www.gov.uk/guidance"),
    }


@pytest.mark.parametrize(
    "uri",
    [
        "https://example.org/?q=Keziah+Thornbury-Okafor",
        "https://example.org/Keziah%20Thornbury%2DOkafor",
        "mailto:someone@example.org",
        "file:///C:/drafts/draft.docx",
    ],
)
def test_links_that_name_somebody_or_lead_elsewhere_go(uri: str, doc: pymupdf.Document) -> None:
    link(doc, kind=pymupdf.LINK_URI, uri=uri)

    assert published(doc)[0].get_links() == []


@pytest.mark.parametrize(
    ("style", "words"), [("pseudonym", "About Child A at home"), ("blackout", "About [redacted] at home")]
)
def test_bookmarks_name_nobody(style: Style, words: str, doc: pymupdf.Document) -> None:
    doc.set_toc([[1, "Introduction", 1], [1, f"About {CHILD} at home", 2], [2, "Visits", 3]])

    toc = published(doc, style).get_toc()

    assert toc == [[1, "Introduction", 1], [1, words, 2], [2, "Visits", 3]]


def test_a_bookmark_with_the_name_in_pieces_is_reworded_too(doc: pymupdf.Document) -> None:
    doc.set_toc([[1, "THORNBURY-OKAFOR, Keziah", 1]])

    assert published(doc).get_toc() == [[1, "Child A", 1]]


def test_the_catalogue_holds_nothing_else(doc: pymupdf.Document) -> None:
    doc.set_xml_metadata("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Keziah</x:xmpmeta>")
    doc.embfile_add("notes", b"Keziah", filename="Keziah.txt")
    doc.set_page_labels([{"startpage": 0, "prefix": "Keziah-", "style": "D", "firstpagenum": 1}])
    doc.set_markinfo({"Marked": True})

    with pikepdf.open(io.BytesIO(published(doc).tobytes())) as out:
        assert set(out.Root.keys()) <= {"/Type", "/Pages", "/Lang", "/ViewerPreferences"}


def test_comments_go_and_typed_notes_become_content(doc: pymupdf.Document) -> None:
    doc[0].add_text_annot((50, 50), "Is this right?")
    doc[0].add_highlight_annot(doc[0].search_for("social worker")[0])
    doc[0].add_freetext_annot((72, 400, 300, 420), "typed on the page")

    page = published(doc)[0]

    assert not list(page.annots())
    assert "typed on the page" in page.get_text()


def test_form_values_become_content_or_are_removed(doc: pymupdf.Document) -> None:
    widget = pymupdf.Widget()
    widget.field_type, widget.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "name"
    widget.field_value, widget.rect = f"{CHILD} of Hexham", pymupdf.Rect(72, 400, 400, 420)
    doc[0].add_widget(widget)

    page = published(doc)[0]

    assert not list(page.widgets())
    assert "of Hexham" in page.get_text()
    assert "Keziah" not in page.get_text()


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def test_a_jpeg_keeps_its_pixels_only() -> None:
    pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 16, 16))
    pix.clear_with(90)
    plain = pix.tobytes("jpeg")
    talkative = (
        plain[:2] + segment(0xE1, b"Exif\0\0Keziah") + segment(0xFE, b"Keziah") + plain[2:] + b"Keziah"
    )

    bare = bare_jpeg(talkative)

    assert b"Keziah" not in bare
    assert pymupdf.Pixmap(bare).samples == pymupdf.Pixmap(plain).samples


def test_what_is_no_jpeg_is_left_alone() -> None:
    assert bare_jpeg(b"GIF89a") == b"GIF89a"
    assert bare_jpeg(b"\xff\xd8\xff") == b"\xff\xd8\xff"


def test_camera_data_of_a_picture_in_the_draft_is_gone(doc: pymupdf.Document) -> None:
    pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 16, 16))
    pix.clear_with(90)
    plain = pix.tobytes("jpeg")
    doc[0].insert_image((72, 400, 172, 500), stream=plain[:2] + segment(0xE1, b"Exif\0\0Keziah") + plain[2:])
    assert any(
        b"Keziah" in (doc.xref_stream_raw(xref) or b"")
        for xref in range(1, doc.xref_length())
        if doc.xref_is_stream(xref)
    )

    out = published(doc)

    pictures = [out.xref_stream_raw(xref) for xref in range(1, out.xref_length()) if out.xref_is_image(xref)]
    assert pictures
    assert not any(b"Keziah" in picture or b"Exif" in picture for picture in pictures)


def test_a_very_large_page_becomes_a_picture_of_bounded_size() -> None:
    with pymupdf.open() as doc:
        doc.new_page(width=14_400, height=14_400).insert_text((72, 2000), "Large", fontsize=900)
        with scrub.rebuild(doc, [1]) as out:
            width, height = out[0].get_images()[0][2:4]

            assert 1_000_000 < width * height <= 61_000_000
            assert out[0].rect == doc[0].rect
