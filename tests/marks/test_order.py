"""Marks stay in reading order, whichever are put to them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.marks.mark import Area, Mark
from redactor.marks.order import placed

PAGE_STARTS = {1: 0, 2: 500}


def mark(number: int, start: int, *, drawn: bool) -> Mark:
    if drawn:
        return Mark(f"m{number}", -1, -1, "", "ID", "e", area=Area(1 + start // 500, 0, start, 9, start + 9))
    return Mark(f"m{number}", start, start + 5, "words", "PERSON", "e")


@given(st.lists(st.tuples(st.integers(0, 999), st.booleans()), min_size=1, max_size=30), st.data())
def test_putting_some_in_their_places_is_sorting_all(
    places: list[tuple[int, bool]], data: st.DataObject
) -> None:
    marks = {f"m{n}": mark(n, start, drawn=drawn) for n, (start, drawn) in enumerate(places)}
    ordered = placed(marks, {*marks, *map(str, range(600))}, PAGE_STARTS)
    moved = data.draw(st.sets(st.sampled_from([*marks, "gone"])))
    rest = {id: each for id, each in ordered.items() if id not in moved}

    again = placed({**rest, **{id: marks[id] for id in moved if id in marks}}, moved, PAGE_STARTS)

    assert [(m.area, m.start) for m in again.values()] == [(m.area, m.start) for m in ordered.values()]
