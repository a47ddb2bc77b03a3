"""The ink of a line says where its words stand."""

from __future__ import annotations

import numpy as np

from redactor.document.readers.ink import (
    Box,
    Ink,
    edges,
    extent,
    grown,
    parted,
    spaced,
    without_specks,
    without_wide,
)

BOX = Box(10, 10, 110, 40)


def page() -> np.ndarray:
    return np.zeros((60, 200), np.uint8)


def columns(pattern: str) -> np.ndarray:
    return np.array([character != "." for character in pattern])


def inked(text: np.ndarray) -> Ink:
    return Ink(text, np.zeros_like(text))


def test_words_are_covered_to_the_end_of_their_ink() -> None:
    found = edges("ab cd", [1.5, 4.5, 14.5, 17.5], columns("..####........######.."))

    assert found[0][0] <= 2
    assert found[1][1] >= 6
    assert found[3][0] <= 14
    assert found[4][1] >= 20
    assert found[2] == (found[1][1], found[3][0])


def test_words_without_a_gap_part_half_way() -> None:
    found = edges("a b", [2, 7], columns("##########"))

    assert found[0][1] == found[2][0] == 4.5


def test_a_space_is_put_in_where_the_ink_leaves_one() -> None:
    line = "####.####....####.####....####.####"
    middles = [2, 7, 15, 20, 28, 33]

    assert spaced("ab cdef", middles, columns(line), 12) == "ab cd ef"


def test_no_space_is_put_in_beside_a_one_or_before_a_comma() -> None:
    line = "####....####....####....####"
    middles = [2, 10, 18, 26]

    assert spaced("4121", middles, columns(line), 12) == "412 1".replace(" ", "")
    assert spaced("a,b", [2, 10, 18], columns(line[:20]), 12) == "a, b"


def test_rules_are_no_text() -> None:
    ink = page()
    ink[5, :] = ink[:, 100:102] = 1
    ink[20:30, 40:46] = 1

    text, rules = parted(ink, 30)

    assert text.sum() == 60
    assert rules[5].all()


def test_specks_are_no_ink() -> None:
    ink = page()
    ink[3, 3] = ink[50, 60] = 1
    ink[20:26, 20:26] = 1

    assert without_specks(ink).sum() == 36


def test_a_box_grows_to_the_end_of_a_letter_it_cuts() -> None:
    ink = page()
    ink[15:35, 60:125] = 1

    assert grown(inked(ink), BOX, [BOX]).right >= 125


def test_a_box_grows_over_no_rule_and_no_other_box() -> None:
    ink = page()
    ink[15:35, 60:150] = 1
    rules = page()
    rules[:, 120] = 1

    assert grown(Ink(ink, rules), BOX, [BOX]).right <= 120
    assert grown(inked(ink), BOX, [BOX, Box(114, 10, 150, 40)]).right <= 114


def test_height_and_size_come_from_the_ink() -> None:
    ink = page()
    ink[15:33, 20:60] = 1
    ink[33:38, 20:24] = 1  # a descender

    found = extent(inked(ink), BOX, "Ray")

    assert (found.top, found.baseline, found.bottom) == (15, 33, 38)
    assert found.covered(found.size)[0] <= 15
    assert found.covered(found.size)[1] >= 38


def test_a_line_is_parted_at_wide_white_space() -> None:
    found = [(0.0, 5.0), (5.0, 40.0), (40.0, 45.0), (45.0, 48.0), (48.0, 52.0)]

    assert list(without_wide(found, "a b c", 20)) == [(0, 1), (2, 5)]


def test_a_line_that_ends_in_wide_white_space_has_no_empty_piece() -> None:
    assert list(without_wide([(0, 10), (10, 80)], "a ", 20)) == [(0, 1)]
