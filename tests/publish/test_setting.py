"""Where glyphs go on a line set again rests on the font, on other lines and on the box: never on the removed word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.publish.alignment import Anchor
from redactor.publish.drawn import Look, Shown, Type
from redactor.publish.lines import Gap, Run, Token
from redactor.publish.matrices import IDENTITY
from redactor.publish.setting import Placed, kerning_of, set_again

SIZE = 10.0
BOX = 40.0
SPACE = 2.5
FONT = b"F1"
BEFORE, AFTER = "it was ", " who left"


def run(*pieces: bytes | float) -> Run:
    shown = Shown(Look(), Type(FONT, SIZE), IDENTITY, pieces, 0.0)
    return Run(0, shown, (1.0, 0.0), 0.0, 0.0, 700.0, SIZE, 1)


ANY = run(b"any")


def typed(removed: float, *, room: float = 0.0) -> list[Token]:
    """A line whose mark took so many points, with so much room added to each space; letters are 5 points wide."""
    out, x = [], 72.0
    for char in f"{BEFORE}@{AFTER}":
        if char == "@":
            out.append(Token(x, x + removed, SIZE, BOX, gap=Gap(0, (1.0, 0.0), 700.0, 1)))
            x += removed
            continue
        wide = SPACE if char == " " else 5.0
        out.append(Token(x, x + wide, SIZE, wide, code=char.encode(), run=ANY, space=char == " "))
        x += wide + (room if char == " " else 0.0)
    return out


def starts(placed: list[Placed]) -> list[float]:
    """Where glyphs and boxes start; a space shows nothing."""
    return [one.start for one in placed if not one.token.space]


def end(placed: list[Placed]) -> float:
    last = placed[-1]
    return last.start + last.token.width * last.narrowed


ANCHORS = (
    Anchor("left", 72, 500), Anchor("right", 60, 500), Anchor("centre", 100, 500, 300), Anchor("full", 72, 290),
    Anchor("left", 72, 120),
)  # fmt: skip


@pytest.mark.parametrize("anchor", ANCHORS)
@given(one=st.floats(3, 200), two=st.floats(3, 200), stretched=st.floats(0, 6))
def test_a_line_is_set_the_same_whatever_was_removed(
    anchor: Anchor, one: float, two: float, stretched: float
) -> None:
    first = set_again(typed(one), anchor, {})
    second = set_again(typed(two, room=stretched), anchor, {})

    assert starts(first) == pytest.approx(starts(second), abs=0.001)


def test_what_follows_stands_behind_the_box() -> None:
    placed = set_again(typed(11), Anchor("left", 72, 500), {})

    box = next(n for n, one in enumerate(placed) if one.token.gap)
    assert placed[box + 2].start == pytest.approx(placed[box].start + BOX + SPACE)


def test_a_justified_line_ends_at_the_edge() -> None:
    assert end(set_again(typed(11), Anchor("full", 72, 180), {})) == pytest.approx(180)


def test_a_line_that_would_be_torn_apart_is_left_ragged() -> None:
    assert end(set_again(typed(11), Anchor("full", 72, 400), {})) < 200


def test_spaces_give_way_before_letters_do() -> None:
    natural = end(set_again(typed(11), Anchor("left", 72, 500), {})) - 72

    placed = set_again(typed(11), Anchor("left", 72, 72 + natural - 2), {})

    assert end(placed) == pytest.approx(72 + natural - 2)
    assert {one.narrowed for one in placed} == {1.0}


def test_a_line_without_room_is_narrowed_as_a_whole() -> None:
    placed = set_again(typed(11), Anchor("left", 72, 130), {})

    assert end(placed) == pytest.approx(130)
    assert len({one.narrowed for one in placed}) == 1
    assert placed[0].narrowed < 1


def test_lines_keep_to_the_right_or_the_middle() -> None:
    right = set_again(typed(11), Anchor("right", 60, 500), {})
    centred = set_again(typed(11), Anchor("centre", 100, 500, 300), {})

    assert end(right) == pytest.approx(500)
    assert (centred[0].start + end(centred)) / 2 == pytest.approx(300)


def test_kerning_of_other_lines_is_kept_and_that_of_this_one_is_not() -> None:
    line = [token for token in typed(11) if not token.gap]
    odd = [
        token._replace(start=token.start + 0.4 * n, end=token.end + 0.4 * n) for n, token in enumerate(line)
    ]

    plain = set_again(odd, Anchor("left", 72, 500), {})
    kerned = set_again(odd, Anchor("left", 72, 500), {(FONT, b"i", b"t"): -0.05})

    assert [two - one for one, two in pairwise(starts(plain))][:1] == [pytest.approx(5)]
    assert starts(kerned)[1] == pytest.approx(starts(plain)[1] - 0.5)


def test_an_accent_stays_on_its_letter() -> None:
    accent = Token(74.0, 77.0, SIZE, 3, code=b"'", run=ANY)
    letter, *rest = typed(11)
    moved = set_again([letter, accent, *rest], Anchor("left", 100, 500), {})

    assert moved[1].start - moved[0].start == pytest.approx(2)


def test_kerning_is_what_most_lines_show() -> None:
    lines = [run(b"A", 80.0, b"V"), run(b"A", 80.0, b"V"), run(b"A", 60.0, b"V"), run(b"AB")]

    assert kerning_of(lines, {FONT: 1}) == {(FONT, b"A", b"V"): -0.08}


def test_room_between_words_is_no_kerning() -> None:
    assert kerning_of([run(b"A", -600.0, b"V")], {FONT: 1}) == {}


def test_codes_of_two_bytes_are_kerned_too() -> None:
    assert kerning_of([run(b"\x00A", 50.0, b"\x00V")], {FONT: 2}) == {(FONT, b"\x00A", b"\x00V"): -0.05}
