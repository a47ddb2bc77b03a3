"""What nobody sees in the draft is not in the published file; what is seen stays."""

from __future__ import annotations

import pymupdf
import pytest
from draft_kit import draft, text_of

from redactor.publish import release
from redactor.publish.plan import Plan
from redactor.publish.verify import verify

NOTHING = Plan((), (), "blackout", "Report")


@pytest.fixture
def doc() -> pymupdf.Document:
    return pymupdf.open(stream=draft(), filetype="pdf")


def published_text(doc: pymupdf.Document) -> str:
    made = release.make(bytes(doc.tobytes()), NOTHING)
    assert verify(made.data) == []
    assert made.pictures == {}
    return text_of(made.data)


def test_text_without_ink_goes(doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 300), "unseen words", render_mode=3)

    assert "unseen" not in published_text(doc)


def test_text_recognised_in_a_scan_stays(doc: pymupdf.Document) -> None:
    pix = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 40, 20))
    pix.clear_with(200)
    for column in range(0, 40, 2):  # ink, as letters have it
        pix.set_rect(pymupdf.IRect(column, 0, column + 1, 20), (30,))
    doc[0].insert_image((50, 280, 500, 400), pixmap=pix, keep_proportion=False)
    doc[0].insert_text((72, 300), "recognised words", render_mode=3)

    assert "recognised words" in published_text(doc)


def test_white_text_goes_on_white_and_stays_on_dark(doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 300), "unseen words", color=(1, 1, 1))
    doc[0].draw_rect((60, 380, 400, 420), fill=(0.1, 0.2, 0.4))
    doc[0].insert_text((72, 400), "heading of a table", color=(1, 1, 1))

    text = published_text(doc)

    assert "unseen" not in text
    assert "heading of a table" in text


@pytest.mark.parametrize("fill", [(0, 0, 0), (1, 1, 1)])
def test_text_under_a_box_goes(fill: tuple[int, int, int], doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 300), "before unseen after")
    doc[0].draw_rect(doc[0].search_for("unseen")[0], fill=fill, color=fill)

    text = published_text(doc)

    assert "unseen" not in text
    assert "before" in text
    assert "after" in text


def test_text_under_a_picture_goes(doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 300), "unseen words")
    pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 20))
    pix.clear_with(120)
    doc[0].insert_image((60, 280, 300, 320), pixmap=pix, keep_proportion=False)

    assert "unseen" not in published_text(doc)


def test_text_too_small_to_see_goes(doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 300), "unseen words", fontsize=1)

    assert "unseen" not in published_text(doc)


@pytest.mark.parametrize("rotation", [0, 90])
def test_text_outside_the_page_goes(rotation: int, doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 800), "unseen words")
    doc[0].set_cropbox(pymupdf.Rect(0, 0, 595, 700))
    doc[0].set_rotation(rotation)

    text = published_text(doc)

    assert "unseen" not in text
    assert "social worker" in text


def test_a_hidden_layer_goes_and_a_shown_one_stays(doc: pymupdf.Document) -> None:
    hidden, shown = doc.add_ocg("hidden", on=False), doc.add_ocg("shown", on=True)
    doc[0].insert_text((72, 300), "unseen words", oc=hidden)
    doc[0].insert_text((72, 320), "shown words", oc=shown)

    text = published_text(doc)

    assert "unseen" not in text
    assert "shown words" in text


def test_a_picture_of_a_hidden_layer_goes(doc: pymupdf.Document) -> None:
    pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 9, 9))
    pix.clear_with(50)
    doc[0].insert_image((72, 300, 100, 330), pixmap=pix, oc=doc.add_ocg("hidden", on=False))

    made = release.make(bytes(doc.tobytes()), NOTHING).data

    with pymupdf.open(stream=made, filetype="pdf") as out:
        assert out[0].get_images() == []


def test_replacement_texts_go_and_the_words_stay(doc: pymupdf.Document) -> None:
    page = doc[0]
    marked = b"/Span <</ActualText (Keziah)>> BDC " + page.read_contents() + b" EMC"
    doc.update_stream(page.get_contents()[0], marked)

    text = published_text(doc)

    assert "Keziah Thornbury" in text  # it stands in the draft's own line
    assert "social worker" in text


def test_text_that_a_filling_in_a_soft_mask_seems_to_cover_stays(doc: pymupdf.Document) -> None:
    page = doc[0]
    group = doc.get_new_xref()
    doc.update_object(
        group, "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency/CS/DeviceGray>>>>"
    )
    doc.update_stream(group, b"0 g 0 0 595 842 re f")
    kind, value = doc.xref_get_key(page.xref, "Resources")
    holder, path = (int(value.split()[0]), "") if kind == "xref" else (page.xref, "Resources/")
    state = f"<</G0<</Type/ExtGState/SMask<</S/Luminosity/G {group} 0 R>>>>>>"
    doc.xref_set_key(holder, path + "ExtGState", state)
    content = page.get_contents()[0]
    doc.update_stream(content, doc.xref_stream(content) + b"\nq /G0 gs 1 0 0 rg 0 0 9 9 re f Q")

    assert "social worker" in published_text(doc)


def test_what_is_cropped_from_a_picture_is_blank(doc: pymupdf.Document) -> None:
    pix = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 100, 100))
    pix.clear_with(200)
    pix.set_rect(pymupdf.IRect(60, 0, 100, 100), (7,))
    doc[0].insert_image((100, 300, 200, 400), pixmap=pix)
    content = doc[0].get_contents()[-1]
    doc.update_stream(content, b"q 100 442 50 100 re W n " + doc.xref_stream(content) + b" Q")

    made = release.make(bytes(doc.tobytes()), NOTHING).data

    with pymupdf.open(stream=made, filetype="pdf") as out:
        samples = pymupdf.Pixmap(out, out[0].get_images()[0][0]).samples
    assert 200 in samples
    assert 7 not in samples
