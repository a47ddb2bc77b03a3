"""A line with a mark is put where the lines around it say, never where its own wording had pushed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from redactor.publish.alignment import (
    Anchor,
    Neighbour,
    Surroundings,
    anchor,
    free_standing,
    stands_by_itself,
    starts_at_edge,
)
from redactor.publish.lines import Token

SIZE = 10.0
PAGE = (0.0, 600.0)


def line(
    start: float, end: float, across: float = 100, *, marked: bool = False, room: float = 0.25
) -> Neighbour:
    """A line of words with this much room between them, in parts of the font size."""
    return Neighbour(start, end, across, SIZE, marked, lambda: words(start, room))


def words(start: float, room: float) -> Sequence[Token]:
    step = 20 + room * SIZE
    return [Token(start + n * step, start + n * step + 20, SIZE, 20) for n in range(5)]


def around(
    *others: Neighbour, rules: Sequence[float] = (), margins: Sequence[tuple[float, float]] = ()
) -> Surroundings:
    low, high = PAGE
    return Surroundings(others, free_standing(others), low, high, low, high, rules, margins)


def test_a_line_that_starts_where_others_do_is_put_there() -> None:
    own = line(72.1, 300, marked=True)

    put = anchor(own, around(line(72, 500, 120), line(72, 430, 140)))

    assert (put.kind, put.low) == ("left", 72)


def test_a_line_among_stretched_ones_fills_the_column() -> None:
    own = line(72, 523, marked=True)

    put = anchor(own, around(line(72, 523, 120, room=0.4), line(72, 523, 140, room=0.31), line(72, 200, 160)))

    assert put == Anchor("full", 72, 523)


def test_a_line_as_long_as_ragged_ones_is_not_stretched() -> None:
    own = line(72, 523, marked=True)

    assert anchor(own, around(line(72, 523, 120), line(72, 480, 140))).kind == "left"


def test_the_last_line_of_a_justified_paragraph_is_not_stretched() -> None:
    own = line(72, 300, marked=True)

    assert anchor(own, around(line(72, 523, 120, room=0.4), line(72, 523, 140, room=0.31))).kind == "left"


def test_a_line_that_ends_where_others_do_keeps_to_the_right() -> None:
    own = line(410, 523, marked=True)

    put = anchor(own, around(line(450, 523, 120), line(380, 523.1, 140), line(72, 300, 160)))

    assert (put.kind, put.high) == ("right", 523.05)


def test_a_line_that_ends_at_the_mirrored_margin_keeps_to_it() -> None:
    own = line(400, 528, marked=True)

    put = anchor(own, around(line(72, 300, 120)))

    assert (put.kind, put.high) == ("right", 528)


def test_a_line_about_the_middle_of_the_page_stays_about_it() -> None:
    own = line(250, 350, marked=True)

    put = anchor(own, around(line(72, 400, 120), line(220, 380, 140)))

    assert (put.kind, put.middle) == ("centre", 300)
    assert 300 - put.low == put.high - 300


def test_a_line_that_shares_nothing_starts_where_it_did() -> None:
    own = line(91.234, 205, marked=True)

    put = anchor(own, around(line(72, 300, 120)))

    assert (put.kind, put.low) == ("left", 91.23)


def test_unmarked_lines_are_believed_before_marked_ones() -> None:
    own = line(72.2, 300, marked=True)

    put = anchor(
        own, around(line(72, 400, 120), line(72.4, 350, 140, marked=True), line(72.4, 360, 160, marked=True))
    )

    assert put.low == 72


def test_a_line_in_a_cell_stays_within_its_rules() -> None:
    own = line(86, 150, marked=True)

    put = anchor(own, around(line(86, 130, 120), rules=(80, 200)))

    assert (put.kind, put.low, put.high) == ("left", 86, 198)


def test_a_number_at_the_right_of_its_cell_keeps_to_its_padding() -> None:
    own = line(160, 195, marked=True)

    put = anchor(own, around(line(86, 130, 120), rules=(80, 200)))

    assert (put.kind, put.high) == ("right", 195)


def test_a_line_keeps_clear_of_its_neighbours_on_either_side() -> None:
    own = line(200, 260, marked=True)
    here = replace(around(line(72, 523, 120)), before=190, after=320)

    put = anchor(own, here)

    assert (put.low, put.high) == (200, 315)


def test_a_line_does_not_run_into_the_next_column() -> None:
    own = line(72, 250, marked=True)
    left = [line(72, 280, 100 + 15 * n) for n in range(1, 3)]
    right = [line(310, 523, 100 + 15 * n) for n in range(1, 3)]

    assert anchor(own, around(*left, *right)).high == 305


def test_the_ends_of_long_rules_are_margins() -> None:
    own = line(400, 550, marked=True)

    put = anchor(own, around(line(60, 200, 120), margins=[(50, 550)]))

    assert (put.kind, put.high) == ("right", 550)


@pytest.mark.parametrize(("start", "alone"), [(72, False), (90, True)])
def test_a_segment_stands_by_itself_only_at_an_edge_of_others(start: float, alone: bool) -> None:
    own = line(start, 211, marked=True)

    assert stands_by_itself(own, around(line(72, 300, 120))) != alone


def test_segments_that_start_with_others_are_not_free() -> None:
    one, two, three = line(72, 300), line(72.1, 310, 120), line(90, 200, 140)

    assert free_standing([one, two, three]) == [three]


def test_a_place_within_a_third_of_a_point_is_an_edge() -> None:
    assert starts_at_edge([line(72, 300)], 72.3)
    assert not starts_at_edge([line(72, 300)], 72.4)
