"""What a decision applies to, and which mark comes next."""

from __future__ import annotations

import pytest
from short_case import suggested_case

from redactor.marks.mark import Area
from redactor.ui.scope import in_scope, nearest, next_undecided, page_of


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("one", ["Kez"]),
        ("thing", ["Kez", "Kez", "Keziah"]),
        ("wording", ["Kez", "Kez"]),
        ("page", ["Kez", "Kez", "Dean", "Dean", "Keziah"]),
        ("kind", ["Kez", "Kez", "Dean", "Dean", "Keziah"]),
    ],
)
def test_a_scope_holds_its_marks(scope: str, words: list[str]) -> None:
    case = suggested_case()

    assert [mark.text for mark in in_scope(case, case.marks["m1"], scope)] == words


def test_next_and_previous_go_round_the_ends() -> None:
    case = suggested_case()
    ids = list(case.marks)

    assert next_undecided(case, "", step=1) == ids[0]
    assert next_undecided(case, ids[-1], step=1) == ids[0]
    assert next_undecided(case, ids[0], step=-1) == ids[-1]
    assert next_undecided(case, ids[0], step=1, entity="dean") == ids[2]


def test_there_is_no_next_when_all_is_decided() -> None:
    case = suggested_case()
    case.confirm(list(case.marks), by="A")

    assert next_undecided(case, "m1", step=1) == ""


def test_a_drawn_area_has_its_page_and_its_scope_of_wording_is_itself() -> None:
    case = suggested_case()
    (id,) = case.add_area(Area(1, 10, 10, 20, 20), "ID", by="A")

    assert page_of(case, case.marks[id]) == 1
    assert [mark.id for mark in in_scope(case, case.marks[id], "wording")] == [id]


def test_where_a_mark_is_gone_its_neighbour_is_taken() -> None:
    case = suggested_case()
    order = ["gone", *case.marks]

    assert nearest(case, order, "gone") == order[1]
    assert nearest(case, [*case.marks, "gone"], "gone") == list(case.marks)[-1]
    assert nearest(case, ["gone"], "gone") == ""
