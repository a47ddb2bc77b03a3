"""What a line end means: a broken word, a compound, a paragraph's end, a column that lines were broken at."""

from __future__ import annotations

import textwrap

import pytest

from redactor.document.line_ends import breaks_word, goes_on_in_word, had_no_room, known_words, wall

PROSE = (
    "The health visitor saw the family at home on the ninth of March and wrote that the house was warm and clean. "
    "She did not see the older child, who was said to be asleep upstairs, and nobody asked when he would be awake. "
    "When the duty worker rang on the following Monday the telephone was not answered, and no further call was made."
)


@pytest.mark.parametrize(
    ("line", "following", "known", "broken"),
    [
        ("seen by Gur-", "bachan Singh", "", True),
        ("Neil Ashworth-", "Boyle", "", False),
        ("Neil Ash-", "worth-Boyle wrote", "Ashworth-Boyle", True),
        ("her mother-", "in-law", "", False),
        ("her half-", "brother", "", False),
        ("OKON-", "JO", "OKONJO", True),
        ("OSEI-", "BONSU", "", False),
        ("n.ashworth-", "boyle@board.example", "", False),
        ("safe\u00ad", "guarding", "", True),
        ("in 2010 -", "and later", "", False),
    ],
)
def test_a_hyphen_that_only_broke_a_word_is_told_from_one_that_belongs_to_it(
    line: str, following: str, known: str, broken: bool
) -> None:
    assert breaks_word(line, following, known_words([known])) is broken


def test_a_word_goes_on_where_a_small_letter_follows_a_hyphen() -> None:
    assert goes_on_in_word("was seen by Gur-", "bachan")
    assert not goes_on_in_word("was seen by Osei-", "Bonsu")
    assert not goes_on_in_word("was seen in 2010 -", "and then")


@pytest.mark.parametrize("column", [40, 72, 100])
def test_the_column_that_lines_were_broken_at_is_found_even_among_longer_lines(column: int) -> None:
    lines = textwrap.wrap(" ".join([PROSE] * 12), column)

    assert column - 1 <= wall([*lines, *[PROSE] * 5]) <= column


def test_whole_paragraphs_and_lists_were_broken_at_no_column() -> None:
    paragraphs = [PROSE[start : start + 40 + 7 * start] for start in range(30)]

    assert wall(paragraphs) == 0
    assert wall(["Keziah Okafor", "Mother", "Social worker"]) == 0
    assert wall([]) == 0


def test_a_line_had_room_or_had_none() -> None:
    assert had_no_room("the health visitor who knew her", "household", 40)
    assert not had_no_room("the health visitor", "household", 40)
    assert not had_no_room("a paragraph that was never broken at that column", "household", 40)
