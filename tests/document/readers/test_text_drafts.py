"""Plain-text drafts: every character of the file has its place on a page."""

from __future__ import annotations

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.document.source import Document, read_draft
from redactor.errors import Cancelled, UnusableInput

LETTERS = st.characters(blacklist_categories=["Cs"], blacklist_characters="\0")


def read(text: str) -> Document:
    return read_draft(text.encode(), "draft.txt").document


def test_the_reading_text_is_the_file() -> None:
    text = "Angel’s mother, Żaneta,\tsaid:\r\n“Yes.”\n\n\fPage two\n"

    assert read(text).text == text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_draft(b"\xef\xbb\xbfReuben", "draft.txt").document.text == "Reuben"


def test_each_character_stands_where_the_pdf_shows_it() -> None:
    text = "Reuben Marlowe lives at 31 Shingle Row, Grimsand FE9 2LR. " * 300
    opened = read_draft(text.encode(), "draft.txt")

    with pymupdf.open("pdf", opened.pdf) as pdf:
        for start in range(0, len(text), 58 * 37):
            (place,) = opened.document.places(start, start + 6)
            left, top, right, _, _, bottom, _, _ = place.quads[0]
            middle = (top + bottom) / 2
            shown = pdf[place.page - 1].get_textbox((left, middle - 1, right, middle + 1))
            assert shown.strip() == "Reuben"


def test_a_name_over_a_line_end_has_two_places() -> None:
    text = "x" * 60 + " " + "Reuben Marlowe " * 10

    pieces = [read(text).places(start, start + 14)[0].quads for start in range(61, len(text) - 14, 15)]

    assert {len(quads) for quads in pieces} == {1, 2}


def test_a_form_feed_starts_a_page() -> None:
    document = read("one\ftwo")

    assert [page.text.strip() for page in document.pages] == ["one", "two"]


def test_a_word_longer_than_a_line_stays_within_the_page() -> None:
    page = read("W" * 2000).pages[0]

    assert max(page.quads[2::8]) <= page.width - 50


def test_accents_share_the_place_of_their_letter() -> None:
    page = read("Zoe\u0301").pages[0]

    assert page.quad(2) == page.quad(3) != (0.0,) * 8


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        ("Zoë".encode("latin-1"), "is not plain text in UTF-8"),
        ("Zoë".encode("utf-16"), "is not plain text in UTF-8"),
        (b"a\0b", "is not plain text in UTF-8"),
        (b" \n\t\n", "holds no text"),
        (b"", "is empty"),
        (b"a" * 5_000_001, "far too long"),
    ],
)
def test_what_is_no_plain_text_is_refused(draft: bytes, sentence: str) -> None:
    with pytest.raises(UnusableInput, match=sentence):
        read_draft(draft, "draft.txt")


def test_setting_pages_can_be_cancelled() -> None:
    def tick(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_draft(b"Reuben", "draft.txt", tick)


@given(st.text(LETTERS, min_size=1, max_size=300))
def test_whatever_the_text_every_visible_character_has_its_page(text: str) -> None:
    if not text.removeprefix("\ufeff").strip():
        return

    document = read(text)

    assert document.text == text.removeprefix("\ufeff")
    assert all(
        page >= 0 or character.isspace()
        for character, page in zip(document.text, document.page_of, strict=True)
    )
