"""Selecting text: hit tests and the caret."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lined_drafts import HIGH, LEFT, TOP, WIDE, draft, page

from redactor.document.reading import assembled
from redactor.document.source import Document, document_of
from redactor.ui.selection import Selection, Step, word_at
from redactor.ui.text_places import TextPlaces


@pytest.fixture
def document() -> Document:
    return draft(["Kez was seen by", "Anne O'Hara-Lacey at home"], [], ["Second page, Weir Lane"])


def at(document: Document, words: str) -> int:
    return document.text.index(words)


def test_the_character_under_a_point_is_found(document: Document) -> None:
    places = TextPlaces(document)

    assert places.offset_at(1, LEFT + 4 * WIDE + 1, TOP + 3) == at(document, "was")
    assert places.offset_at(1, LEFT + 1, TOP + 20 + 3) == at(document, "Anne")


def test_a_point_beside_a_line_finds_its_end(document: Document) -> None:
    places = TextPlaces(document)

    assert places.offset_at(1, 560, TOP + 5) == at(document, "seen by") + len("seen by")
    assert places.offset_at(1, 0, TOP + 25) == at(document, "Anne")


def test_a_page_without_text_has_no_characters(document: Document) -> None:
    assert TextPlaces(document).offset_at(2, 100, 100) is None


def test_a_stretch_of_text_stands_in_a_quad_for_each_line(document: Document) -> None:
    start, end = at(document, "seen by"), at(document, "Anne") + 4

    upper, lower = TextPlaces(document).quads(1, start, end)

    assert upper[0] == LEFT + 8 * WIDE
    assert lower == (
        LEFT,
        TOP + 20,
        LEFT + 4 * WIDE,
        TOP + 20,
        LEFT,
        TOP + 20 + HIGH,
        LEFT + 4 * WIDE,
        TOP + 20 + HIGH,
    )


def test_a_word_broken_over_a_line_end_is_selected_whole() -> None:
    lines = page(1, ["the mid-", "wife"])
    wrapped = (replace(lines, text=lines.text.replace("-\v", "-\n")),)
    document = document_of("draft.pdf", "pdf", b"", wrapped, assembled(wrapped))
    places = TextPlaces(document)

    start, end = word_at(document.text, places.offset_at(1, LEFT + 1, TOP + 25) or 0)

    assert document.text[start:end] == "midwife"
    assert len(places.quads(1, start, end)) == 2


@pytest.mark.parametrize(
    ("words", "inside", "expected"),
    [
        ("O'Hara-Lacey", 3, "O'Hara-Lacey"),
        ("Weir", 0, "Weir"),
        ("page,", 4, "page"),
    ],
)
def test_words_hold_their_hyphens_and_apostrophes(
    document: Document, words: str, inside: int, expected: str
) -> None:
    start, end = word_at(document.text, at(document, words) + inside)

    assert document.text[start:end] == expected


def test_nothing_is_selected_at_first(document: Document) -> None:
    selection = Selection(document)
    selection.move(Step.RIGHT, stretch=True)

    assert selection.range() is None


def test_shift_and_arrows_stretch_from_the_caret_both_ways(document: Document) -> None:
    selection = Selection(document)
    selection.place(at(document, "was"))

    for _ in range(3):
        selection.move(Step.RIGHT, stretch=True)
    assert selection.range() == (4, 7)

    for _ in range(5):
        selection.move(Step.LEFT, stretch=True)
    assert selection.range() == (2, 4)


def test_ctrl_and_arrows_go_by_words(document: Document) -> None:
    selection = Selection(document)
    selection.place(at(document, "was"))

    selection.move(Step.WORD_RIGHT, stretch=True)
    selection.move(Step.WORD_RIGHT, stretch=True)
    assert selection.range() == (4, 12)

    selection.move(Step.WORD_LEFT, stretch=True)
    assert selection.range() == (4, 8)


def test_a_word_taken_whole_grows_by_whole_words(document: Document) -> None:
    selection = Selection(document)
    selection.take_word(at(document, "seen") + 2)

    selection.stretch(at(document, "was") + 1)
    assert selection.range() == (at(document, "was"), at(document, "seen") + 4)

    selection.stretch(at(document, "by") + 1)
    assert selection.range() == (at(document, "seen"), at(document, "by") + 2)


def test_a_word_taken_whole_stays_selected_as_keys_stretch_it(document: Document) -> None:
    selection = Selection(document)
    selection.take_word(at(document, "seen"))

    selection.move(Step.RIGHT, stretch=True)

    assert selection.range() == (at(document, "seen"), at(document, "seen") + 5)


def test_up_and_down_keep_the_column_and_cross_pages_without_text(document: Document) -> None:
    selection = Selection(document)
    selection.place(at(document, "was"))

    selection.move(Step.DOWN, stretch=False)
    assert selection.caret == at(document, "Anne") + 4

    selection.move(Step.DOWN, stretch=False)
    assert selection.caret == at(document, "Second") + 4

    selection.move(Step.UP, stretch=False)
    selection.move(Step.UP, stretch=False)
    selection.move(Step.UP, stretch=False)
    assert selection.caret == at(document, "was")


def test_home_and_end_stretch_to_the_ends_of_the_line(document: Document) -> None:
    selection = Selection(document)
    selection.place(at(document, "seen"))

    selection.move(Step.LINE_END, stretch=True)

    assert selection.range() == (at(document, "seen"), at(document, "by") + 2)


def test_an_arrow_without_shift_leaves_the_selection_at_its_end(document: Document) -> None:
    selection = Selection(document)
    selection.take_word(at(document, "seen"))

    selection.move(Step.LEFT, stretch=False)

    assert selection.caret == at(document, "seen")
    assert selection.range() is None
