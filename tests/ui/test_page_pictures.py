"""Asking for pictures of pages and holding them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage

from redactor.ui import page_pictures
from redactor.ui.page_pictures import Clip, PagePictures, Tile, tiles_of, whole_page

A4 = (595.0, 842.0)


class Ticket:
    """Remembers whether it was taken back."""

    cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Desk:
    """Draws when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, float, Clip | None]] = []
        self.done: list[Callable[[QImage], None]] = []
        self.tickets: list[Ticket] = []

    def draw(self, page: int, scale: float, clip: Clip | None, done: Callable[[QImage], None]) -> Ticket:
        self.asked.append((page, scale, clip))
        self.done.append(done)
        self.tickets.append(Ticket())
        return self.tickets[-1]

    def answer(self, index: int) -> None:
        _, scale, _ = self.asked[index]
        self.done[index](QImage(round(A4[0] * scale), round(A4[1] * scale), QImage.Format.Format_RGB888))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def pictures(qapp: object, desk: Desk) -> PagePictures:
    pictures = PagePictures(lambda tile: None)
    pictures.set_drawer(desk.draw)
    return pictures


def tiles(*pages: int, scale: float = 1.0) -> list[Tile]:
    return [whole_page(page, A4, scale) for page in pages]


def test_a_few_are_asked_for_at_once_and_the_most_urgent_first(pictures: PagePictures, desk: Desk) -> None:
    pictures.want(tiles(5, 4, 6))
    assert [page for page, _, _ in desk.asked] == [5, 4]

    desk.answer(0)

    assert [page for page, _, _ in desk.asked] == [5, 4, 6]
    assert pictures.picture(tiles(5)[0]) is not None


def test_what_left_the_view_is_taken_back_and_never_shown(pictures: PagePictures, desk: Desk) -> None:
    pictures.want(tiles(1, 2))

    pictures.want(tiles(2, 9))
    desk.answer(0)

    assert [ticket.cancelled for ticket in desk.tickets] == [True, False, False]
    assert [page for page, _, _ in desk.asked] == [1, 2, 9]
    assert pictures.picture(tiles(1)[0]) is None


def test_a_late_answer_of_an_earlier_drawer_is_not_shown(pictures: PagePictures, desk: Desk) -> None:
    pictures.want(tiles(1))
    later = Desk()
    pictures.set_drawer(later.draw)
    pictures.want(tiles(1))

    desk.answer(0)

    assert pictures.picture(tiles(1)[0]) is None
    assert len(later.asked) == 1


def test_another_drawer_makes_all_pictures_go(pictures: PagePictures, desk: Desk) -> None:
    pictures.want(tiles(1))
    desk.answer(0)

    pictures.set_drawer(desk.draw)

    assert pictures.picture(tiles(1)[0]) is None
    assert pictures.bytes_held == 0


def test_a_page_that_could_not_be_drawn_is_not_asked_for_again_and_again(
    pictures: PagePictures, desk: Desk
) -> None:
    pictures.want(tiles(1))
    desk.done[0](QImage())

    pictures.want(tiles(1))
    assert len(desk.asked) == 1

    pictures.want(tiles(2))
    pictures.want(tiles(1))
    assert len(desk.asked) == 3


def test_memory_stays_within_its_bound_and_what_was_seen_last_stays(
    pictures: PagePictures, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "MOST_BYTES", 3 * tiles(1)[0].bytes)

    for page in (1, 2, 3):
        pictures.want(tiles(page))
        desk.answer(-1)
    pictures.picture(tiles(1)[0])
    pictures.want(tiles(4))
    desk.answer(-1)

    assert pictures.bytes_held <= page_pictures.MOST_BYTES
    assert [page for page in (1, 2, 3, 4) if pictures.picture(tiles(page)[0])] == [1, 3, 4]


def test_no_more_is_wanted_than_can_be_held(
    pictures: PagePictures, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_pictures, "MOST_BYTES", tiles(1)[0].bytes)

    pictures.want(tiles(1, 2))
    desk.answer(0)

    assert [page for page, _, _ in desk.asked] == [1]
    assert pictures.picture(tiles(1)[0]) is not None


def test_until_the_sharp_picture_comes_another_stands_in(pictures: PagePictures, desk: Desk) -> None:
    pictures.want(tiles(1, scale=1.0))
    desk.answer(0)

    (tile, _), *others = pictures.stand_ins(1, 1.5)

    assert tile.scale == 1.0
    assert not others
    assert pictures.stand_ins(2, 1.5) == []


def test_a_drawer_that_answers_at_once_is_understood(qapp: object) -> None:
    arrived: list[Tile] = []
    pictures = PagePictures(arrived.append)
    image = QImage(10, 10, QImage.Format.Format_RGB888)
    pictures.set_drawer(lambda page, scale, clip, done: done(image))

    pictures.want(tiles(1, 2, 3))

    assert arrived == tiles(1, 2, 3)
    assert pictures.under_way == ()


def test_a_small_page_is_one_picture() -> None:
    assert tiles_of(3, A4, 2.0, (0, 0, 100, 100)) == [whole_page(3, A4, 2.0)]


def test_a_large_page_is_cut_into_tiles_and_only_those_in_view_are_named() -> None:
    scale = 5.0
    step = page_pictures.TILE / scale

    named = tiles_of(1, A4, scale, (0, 0, step * 1.5, step * 0.5))

    assert [tile.clip for tile in named] == [(0, 0, step, step), (step, 0, 2 * step, step)]


def test_tiles_cover_a_large_page_without_gap_or_overlap() -> None:
    everything = tiles_of(1, A4, 5.0, (-10, -10, 1000, 1000))

    covered = sum((tile.area[2] - tile.area[0]) * (tile.area[3] - tile.area[1]) for tile in everything)

    assert covered == pytest.approx(A4[0] * A4[1])
    assert max(tile.area[2] for tile in everything) == A4[0]


def test_a_page_out_of_view_needs_nothing() -> None:
    assert tiles_of(1, A4, 1.0, (0, 900, 600, 1000)) == []
