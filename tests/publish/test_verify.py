"""Any PDF is checked for what a redaction must not leave, and an ordinary one raises no false alarm."""

from __future__ import annotations

import pymupdf
import pytest
from draft_kit import CHILD, LINES, draft

from redactor.errors import Cancelled, UnusableInput
from redactor.publish.plan import Secret
from redactor.publish.verify import verify


@pytest.fixture
def doc() -> pymupdf.Document:
    return pymupdf.open(stream=draft(), filetype="pdf")


def checks(doc: pymupdf.Document) -> set[tuple[str, int]]:
    return {(problem.check, problem.page) for problem in verify(bytes(doc.tobytes()))}


def test_an_ordinary_file_has_nothing_but_its_properties(doc: pymupdf.Document) -> None:
    doc[0].draw_rect((60, 60, 400, 160), fill=(0.9, 0.9, 0.9), overlay=False)
    doc[0].draw_line((60, 200), (400, 200))
    doc[0].insert_link(
        {"kind": pymupdf.LINK_URI, "uri": "https://example.org", "from": pymupdf.Rect(0, 0, 9, 9)}
    )
    doc.set_toc([[1, "Introduction", 1]])
    doc.set_metadata({"author": "A. N. Author", "title": "Report"})

    assert checks(doc) == {("metadata", 0)}


def grown(rect: pymupdf.Rect, points: float) -> pymupdf.Rect:
    return pymupdf.Rect(rect.x0 - points, rect.y0 - points, rect.x1 + points, rect.y1 + points)


def covered(doc: pymupdf.Document) -> list[str]:
    return [problem.sentence for problem in verify(bytes(doc.tobytes())) if problem.check == "covered_text"]


@pytest.mark.parametrize(
    ("fill", "named"),
    [((0, 0, 0), "a black box"), ((1, 1, 1), "a white box"), ((0.8, 0.1, 0.1), "a coloured box")],
)
def test_a_box_over_a_name_is_flagged_with_its_page(
    fill: tuple[float, ...], named: str, doc: pymupdf.Document
) -> None:
    doc[0].draw_rect(doc[0].search_for(CHILD)[0], fill=fill, color=fill)

    problems = verify(bytes(doc.tobytes()))

    assert [(p.check, p.page, p.vector) for p in problems] == [("covered_text", 1, "text under a box")]
    assert problems[0].sentence == f"Text lies under {named} on page 1: “Keziah Thornbury Okafor”."


def test_a_patch_of_pixels_over_a_name_is_flagged(doc: pymupdf.Document) -> None:
    pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 20))
    pix.clear_with(0)
    doc[0].insert_image(doc[0].search_for(CHILD)[0], pixmap=pix, keep_proportion=False)

    assert covered(doc) == ["Text lies under a picture on page 1: “Keziah Thornbury Okafor”."]


def test_text_in_the_colour_of_the_box_it_stands_on_is_flagged(doc: pymupdf.Document) -> None:
    doc[0].draw_rect(doc[0].search_for(CHILD)[0], fill=(0, 0, 0), overlay=False)

    assert covered(doc) == [
        "Text lies on a black box of its own colour on page 1: “Keziah Thornbury Okafor”."
    ]


@pytest.mark.parametrize("kind", ["square", "highlight", "stamp"])
def test_text_beneath_an_annotation_is_flagged(kind: str, doc: pymupdf.Document) -> None:
    page = doc[0]
    place = page.search_for(CHILD)[0]
    if kind == "square":
        annot = page.add_rect_annot(place)
        annot.set_colors(fill=(0, 0, 0))
    elif kind == "highlight":
        annot = page.add_highlight_annot(place)
        annot.set_colors(stroke=(0, 0, 0))
    else:
        pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 20))
        pix.clear_with(0)
        annot = page.add_stamp_annot(grown(place, 40), stamp=pix)
    annot.update()

    (sentence,) = covered(doc)
    assert sentence.startswith("Text lies under an annotation on page 1: “")
    assert "Kezi" in sentence


def test_text_left_under_an_emptied_place_of_a_scan_is_flagged(doc: pymupdf.Document) -> None:
    place = doc[0].search_for(CHILD)[0]
    pix = doc[0].get_pixmap(dpi=100)
    pix.set_rect(pymupdf.IRect(*(place * (100 / 72))), (0, 0, 0))
    page = doc.new_page(width=595, height=842)
    page.insert_image(page.rect, pixmap=pix)
    for number, line in enumerate(LINES):
        page.insert_text((72, 80 + 18 * number), line, fontsize=11, fontname="helv", render_mode=3)

    assert covered(doc) == [
        "Text lies under an emptied place of a picture on page 2: “Keziah Thornbury Okafor”."
    ]


def test_a_shadow_a_frame_and_a_drawn_letter_hide_nothing(doc: pymupdf.Document) -> None:
    page = doc[0]
    place = page.search_for(CHILD)[0]
    page.insert_text((72.5, 98.5), LINES[1], fontsize=11, fontname="helv", color=(1, 1, 1), overlay=False)
    page.draw_rect(place, color=(0, 0, 0))
    page.draw_rect(page.rect, fill=(1, 1, 1), overlay=False)
    shape = page.new_shape()  # a ring around the words, filled between its two edges
    shape.draw_rect(grown(place, 9))
    shape.draw_rect(grown(place, 3))
    shape.finish(fill=(0.8, 0, 0), even_odd=True)
    shape.commit()

    assert checks(doc) == set()


@pytest.mark.parametrize("word", ["Redacted", "Privileged"])
def test_a_box_that_hides_only_its_own_name_hides_nothing(word: str, doc: pymupdf.Document) -> None:
    doc[0].insert_text((72, 400), word, fontsize=11)
    doc[0].draw_rect((60, 380, 200, 410), fill=(0, 0, 0))

    assert checks(doc) == set()


def test_a_see_through_box_is_no_redaction_and_not_flagged(doc: pymupdf.Document) -> None:
    doc[0].draw_rect(doc[0].search_for(CHILD)[0], fill=(1, 1, 0), color=None, fill_opacity=0.4)

    assert checks(doc) == set()


def test_hidden_texts_are_flagged(doc: pymupdf.Document) -> None:
    for page_number, options in enumerate(({"render_mode": 3}, {"color": (1, 1, 1)}, {"fontsize": 1}), 2):
        doc.new_page(width=595, height=842)
        doc[page_number - 1].insert_text((72, 300), "not to be seen", **options)
    doc[0].insert_text((72, 800), "cut off")
    doc[0].set_cropbox(pymupdf.Rect(0, 0, 595, 700))

    assert checks(doc) == {("hidden_text", page) for page in (1, 2, 3, 4)}


def test_earlier_revisions_are_flagged(doc: pymupdf.Document, tmp_path: object) -> None:
    first = bytes(doc.tobytes())
    start = first.rfind(b"startxref")

    assert {p.check for p in verify(first + b"\n" + first[start:])} == {"revisions"}


def test_a_confirmed_name_is_found_wherever_it_is(doc: pymupdf.Document) -> None:
    doc.set_metadata({"title": f"On {CHILD}"})
    doc.set_toc([[1, "Thornbury-Okafor, Keziah", 1]])

    problems = verify(bytes(doc.tobytes()), [Secret(CHILD, "PERSON")])

    assert {(p.check, p.vector) for p in problems} >= {("page_text", "page text"), ("objects", "bookmark")}


def test_names_that_are_words_of_the_file_format_raise_no_alarm(doc: pymupdf.Document) -> None:
    words = ("Page", "Lang", "Helvetica", "Mark", "Grant", "Rose", "Ed", "3", "12")

    assert verify(bytes(doc.tobytes()), [Secret(word, "PERSON") for word in words]) == []


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnusableInput, match=r"\.$"):
        verify(data)


def test_a_locked_file_is_refused(doc: pymupdf.Document) -> None:
    with pytest.raises(UnusableInput, match="password"):
        verify(bytes(doc.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o")))


def test_verifying_can_be_cancelled(doc: pymupdf.Document) -> None:
    def tick(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        verify(bytes(doc.tobytes()), (), tick)
