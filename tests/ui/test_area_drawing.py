"""Drawing an area."""

from redactor.marks.mark import Area
from redactor.ui.area_drawing import FIRST_SIZE, SMALLEST, DrawnArea

SIZE = (595.0, 842.0)


def test_an_area_goes_from_corner_to_corner_in_any_direction() -> None:
    drawn = DrawnArea.begun(2, SIZE, 100, 200).drawn_to(40, 150)

    assert drawn.area == Area(2, 40, 150, 100, 200)


def test_an_area_never_leaves_its_page() -> None:
    drawn = DrawnArea.begun(1, SIZE, 500, 800).drawn_to(900, 900)

    assert drawn.box == (500, 800, 595, 842)


def test_a_slip_of_the_hand_is_no_area() -> None:
    assert DrawnArea.begun(1, SIZE, 100, 200).drawn_to(101, 300).area is None


def test_keys_place_an_area_and_size_it() -> None:
    drawn = DrawnArea.around(1, SIZE, 300, 400)
    left, top, right, bottom = drawn.box
    assert (right - left, bottom - top) == FIRST_SIZE

    assert drawn.moved(6, -6).box == (left + 6, top - 6, right + 6, bottom - 6)
    assert drawn.sized(6, -6).box == (left, top, right + 6, bottom - 6)


def test_an_area_moved_against_the_edge_stops_there_whole() -> None:
    drawn = DrawnArea.around(1, SIZE, 0, 0).moved(-100, 10_000)

    assert drawn.box == (0, SIZE[1] - FIRST_SIZE[1], FIRST_SIZE[0], SIZE[1])


def test_an_area_does_not_shrink_to_nothing() -> None:
    left, top, right, bottom = DrawnArea.around(1, SIZE, 300, 400).sized(-1000, -1000).box

    assert (right - left, bottom - top) == (SMALLEST, SMALLEST)
