"""Pages become one reading text, and every character of it keeps its place."""

from __future__ import annotations

from array import array

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.document.page import ASIDE, CELL, LINE, PARAGRAPH, Page
from redactor.document.reading import aligned, assembled
from redactor.document.source import Document, read_draft
from redactor.errors import UnusableInput


def page(text: str, number: int = 1) -> Page:
    """A page whose characters stand side by side, ten points high, a line below the other."""
    quads = array("f")
    x = y = 0.0
    for character in text:
        if character in LINE + PARAGRAPH + CELL + ASIDE:
            quads.extend([0.0] * 8)
            x, y = 0.0, y + 12
            continue
        quads.extend((x, y, x + 5, y, x, y + 10, x + 5, y + 10))
        x += 5
    return Page(number, 595, 842, text, quads)


def document(*texts: str) -> Document:
    pages = tuple(page(text, number) for number, text in enumerate(texts, 1))
    reading = assembled(pages)
    return Document("draft.pdf", "pdf", "", pages, reading.text, reading.page_of, reading.char_of)


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (["Keziah was\nseen."], "Keziah was seen.\n"),
        (["1. Aims\v2. Scope"], "1. Aims\n2. Scope\n"),
        (["Name\tAge\vKeziah\t3"], "Name | Age\nKeziah | 3\n"),
        (["the safe-\nguarding lead"], "the safeguarding lead\n"),
        (["the safe\u00ad\nguarding lead"], "the safeguarding lead\n"),
        (["her half-\nbrother"], "her half-brother\n"),
        (["Neil Ashworth-\nBoyle"], "Neil Ashworth-Boyle\n"),
        (["n.ashworth-\nboyle@board.example"], "n.ashworth-boyle@board.example\n"),
        (["was seen by the health visi-", "tor at home."], "was seen by the health visitor at home.\n"),
        (
            ["was seen by the mid-\fCHILD K\vPage 1", "wife at home.\fCHILD K\vPage 2"],
            "was seen by the midwife at home.\nCHILD K\nPage 1\nCHILD K\nPage 2\n",
        ),
        (["It ended.", "It began."], "It ended.\nIt began.\n"),
        (["Name\tAge\fPage 1", "Keziah\t3\fPage 2"], "Name | Age\nKeziah | 3\nPage 1\nPage 2\n"),
    ],
)
def test_the_reading_text_is_whole(pages: list[str], text: str) -> None:
    assert document(*pages).text == text


def test_a_word_broken_over_a_line_end_has_two_pieces_and_its_hyphen() -> None:
    draft = document("the safe-\nguarding lead")
    start = draft.text.index("safeguarding")

    (place,) = draft.places(start, start + len("safeguarding"))

    assert len(place.quads) == 2
    assert place.quads[0][2] - place.quads[0][0] == 5 * len("safe-")


def test_a_word_broken_over_a_page_end_has_a_place_on_both_pages() -> None:
    draft = document("was seen by the health visi-", "tor at home.")
    start = draft.text.index("visitor")

    places = draft.places(start, start + len("visitor"))

    assert [place.page for place in places] == [1, 2]
    assert places[0].quads[0][2] - places[0].quads[0][0] == 5 * len("visi-")


@given(st.lists(st.text(alphabet="abC -\n\v\t\f", max_size=60), min_size=1, max_size=4))
def test_every_character_of_the_text_is_the_one_on_its_page(texts: list[str]) -> None:
    draft = document(*texts)

    for offset, character in enumerate(draft.text):
        if draft.page_of[offset] >= 0:
            assert draft.pages[draft.page_of[offset]].text[draft.char_of[offset]] == character
    shown = sum(not c.isspace() for text in texts for c in text)
    read = sum(not c.isspace() for i, c in enumerate(draft.text) if draft.page_of[i] >= 0)
    assert shown - sum(text.count("-") for text in texts) <= read <= shown


def test_a_plain_text_draft_is_mapped_to_its_pages() -> None:
    pages = (page("Keziah was\nseen.", 1), page("The end", 2))

    reading = aligned("Keziah  was seen.\r\nThe end", pages)

    assert reading.page_of[reading.text.index("end")] == 1
    assert pages[1].text[reading.char_of[reading.text.index("end")]] == "e"


def test_a_plain_text_that_differs_from_its_pages_is_refused() -> None:
    with pytest.raises(UnusableInput):
        aligned("Keziah", (page("Kezaih"),))


def pdf_of(draw: object) -> bytes:
    made = pymupdf.open()
    draw(made)  # type: ignore[operator]  # a function of the test
    return made.tobytes()


def test_a_table_is_read_row_by_row_and_its_cells_are_whole() -> None:
    html = (
        "<style>td {border: 1px solid black; padding: 4px}</style><p>Family composition:</p><table>"
        "<tr><td>Name</td><td>Relation</td></tr><tr><td>Keziah Thornbury Okafor Adeyemi of this parish</td><td>Subject child, the "
        "youngest of four</td></tr></table>"
    )

    read = read_draft(
        pdf_of(lambda made: made.new_page().insert_htmlbox((72, 72, 300, 400), html)), "x.pdf"
    ).document

    assert "Name | Relation\n" in read.text
    assert (
        "Keziah Thornbury Okafor Adeyemi of this parish | Subject child, the youngest of four\n" in read.text
    )


def test_running_headers_do_not_cut_a_sentence() -> None:
    def draw(made: pymupdf.Document) -> None:
        for number, line in enumerate(
            [
                "The family moved to the town of Wend-",
                "lebury and were seen by the nurse and",
                "then by the doctor.",
            ]
        ):
            sheet = made.new_page()
            sheet.insert_text((72, 40), "CHILD K: CONFIDENTIAL DRAFT")
            sheet.insert_text((72, 780), f"Page {number + 1}")
            sheet.insert_text((72, 100), line)

    read = read_draft(pdf_of(draw), "x.pdf").document

    assert "moved to the town of Wendlebury and were seen by the nurse and then by the doctor." in read.text
    assert read.text.count("CHILD K") == 3


def test_places_on_a_turned_page_are_as_it_is_displayed() -> None:
    def draw(made: pymupdf.Document) -> None:
        sheet = made.new_page(width=600, height=800)
        sheet.insert_text((100, 700), "Keziah", rotate=90)
        sheet.set_rotation(90)

    read = read_draft(pdf_of(draw), "x.pdf").document
    start = read.text.index("Keziah")
    quad = read.places(start, start + 6)[0].quads[0]

    assert (read.pages[0].width, read.pages[0].height) == (800, 600)
    assert quad[2] - quad[0] > 20  # it runs from left to right
    assert 80 <= quad[0] <= 120
    assert 80 <= quad[1] <= 120


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"hello", "is not a PDF"),
        (b"%PDF-1.7\n garbage", "(is damaged|has no pages)"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnusableInput, match=sentence):
        read_draft(content, "draft.pdf")


def test_a_locked_draft_is_refused() -> None:
    made = pymupdf.open()
    made.new_page()
    locked = made.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")

    with pytest.raises(UnusableInput, match="password"):
        read_draft(locked, "draft.pdf")


def test_a_draft_that_was_cut_short_is_refused() -> None:
    made = pymupdf.open()
    for _ in range(3):
        made.new_page().insert_text((72, 100), "Keziah was seen. " * 5)
    whole = made.tobytes()
    end = whole.rindex(b"stream") - 200

    with pytest.raises(UnusableInput, match=r"damaged|no pages"):
        read_draft(whole[:end], "draft.pdf")


def test_an_unknown_kind_of_file_is_refused() -> None:
    with pytest.raises(UnusableInput, match="not a kind of file"):
        read_draft(b"x", "draft.pages")


@given(st.binary(max_size=300))
def test_rubbish_after_a_header_never_crashes(rubbish: bytes) -> None:
    with pytest.raises(UnusableInput):
        read_draft(b"%PDF-1.4\n" + rubbish, "draft.pdf")
