"""Finding drawn marks by page and by point."""

from redactor.document.page import Place, Quad
from redactor.ui.mark_index import MarkIndex
from redactor.ui.mark_painter import DrawnMark, Look


def box(left: float, top: float, right: float, bottom: float) -> Quad:
    return (left, top, right, top, left, bottom, right, bottom)


def mark(id: str, page: int, quad: Quad, look: Look = Look.UNDECIDED) -> DrawnMark:
    return DrawnMark(id, (Place(page, (quad,)),), look)


def test_the_mark_under_a_point_is_found_on_its_page_only() -> None:
    index = MarkIndex([mark("m1", 2, box(100, 100, 150, 112))])

    hit = index.at(2, 120, 105)

    assert hit is not None
    assert hit.id == "m1"
    assert index.at(1, 120, 105) is None
    assert index.at(2, 120, 130) is None


def test_the_smaller_of_two_marks_over_one_another_is_hit() -> None:
    index = MarkIndex([mark("word", 1, box(100, 100, 150, 112)), mark("area", 1, box(0, 0, 500, 500))])

    hit = index.at(1, 120, 105)

    assert hit is not None
    assert hit.id == "word"


def test_a_turned_mark_is_hit_on_its_slant() -> None:
    index = MarkIndex([mark("m1", 1, (0, 100, 100, 0, 10, 110, 110, 10))])

    assert index.at(1, 55, 55) is not None
    assert index.at(1, 10, 10) is None
    assert index.at(1, 100, 100) is None


def test_a_changed_mark_takes_the_place_of_the_old_one() -> None:
    index = MarkIndex([mark("m1", 1, box(0, 0, 10, 10)), mark("m2", 1, box(20, 0, 30, 10))])

    index.update([mark("m1", 2, box(0, 0, 10, 10), Look.KEEP)])

    assert index.at(1, 5, 5) is None
    assert [drawn.look for drawn, _ in index.on_page(2)] == [Look.KEEP]
    assert [drawn.id for drawn, _ in index.on_page(1)] == ["m2"]


def test_a_mark_across_two_pages_is_on_both() -> None:
    quad = box(0, 0, 10, 10)
    index = MarkIndex([DrawnMark("m1", (Place(1, (quad,)), Place(2, (quad, quad))), Look.UNDECIDED)])

    assert [len(quads) for page in (1, 2) for _, quads in index.on_page(page)] == [1, 2]


def test_a_quad_without_extent_is_never_hit() -> None:
    index = MarkIndex([mark("m1", 1, box(5, 5, 5, 5))])

    assert index.at(1, 5, 5) is None
    assert index.get("m1") is not None
    assert index.get(None) is None


def test_marks_of_a_source_are_asked_for_once_by_page_until_they_change() -> None:
    asked: list[int] = []

    class Given:
        def on_page(self, page: int) -> list[DrawnMark]:
            asked.append(page)
            return [mark(f"m{len(asked)}", page, box(0, 0, 10, 10))]

        def get(self, id: str) -> DrawnMark | None:
            return mark(id, 1, box(0, 0, 10, 10))

    index = MarkIndex([mark("drawn", 1, box(20, 0, 30, 10))], Given())
    for _ in range(2):
        assert [each.id for each, _ in index.on_page(1)] == ["m1", "drawn"]
    index.forget([2])
    assert [each.id for each, _ in index.on_page(1)] == ["m1", "drawn"]
    index.forget([1])

    assert [each.id for each, _ in index.on_page(1)] == ["m2", "drawn"]
    assert asked == [1, 1]
    assert index.at(1, 5, 5) == mark("m2", 1, box(0, 0, 10, 10))
    assert index.get("m7") is not None
    assert index.get(None) is None
