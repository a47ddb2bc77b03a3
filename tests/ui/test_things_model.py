"""People and things as grouped, filtered rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from redactor.marks.choose import Thing
from redactor.ui.things_model import ThingsModel, counts_of, group_of, rows_of


def thing(entity: str, type: str = "PERSON", label: str = "", names: tuple[str, ...] = ()) -> Thing:
    return Thing(entity, type, label, names, ("m1", "m2"), 1)


@pytest.mark.parametrize(
    ("type", "label", "group"),
    [
        ("PERSON", "Child D", "Subject"),
        ("PERSON", "Mother", "Family"),
        ("PERSON", "Sibling 2", "Family"),
        ("PERSON", "Maternal Grandmother", "Family"),
        ("PERSON", "Foster Carer 1", "Family"),
        ("PERSON", "Social Worker 12", "Professionals"),
        ("PERSON", "Police Officer 3", "Professionals"),
        ("PERSON", "Person 4", "Other people"),
        ("ORG", "School 1", "Places and organisations"),
        ("POSTCODE", "", "Places and organisations"),
        ("DATE", "", "Dates, ages, numbers, contacts"),
    ],
)
def test_a_thing_stands_in_the_group_of_its_type_and_label(type: str, label: str, group: str) -> None:
    assert group_of(thing("e", type, label)) == group


@pytest.mark.parametrize(
    ("label", "role", "left", "told"),
    [
        ("Mother", "Mother", 2, "2 to decide"),
        ("Health Visitor 1", "Health Visitor", 1, "2 mentions · 1 to decide"),
        ("Adult 1", "Lodger", 0, "2 mentions · done · lodger"),
    ],
)
def test_a_row_tells_first_what_is_left_and_no_role_that_its_label_says(
    label: str, role: str, left: int, told: str
) -> None:
    assert counts_of(Thing("e", "PERSON", label, (), ("m1", "m2"), left, role)) == told


def test_groups_come_in_their_order_and_empty_ones_are_left_out() -> None:
    rows = rows_of([thing("d", "DATE"), thing("c", label="Child D")], "")

    assert [row for row in rows if isinstance(row, str)] == ["Subject", "Dates, ages, numbers, contacts"]


@pytest.mark.parametrize("wanted", ["kez", "KEZ", " child d ", "Okafor"])
def test_typing_finds_by_name_or_label_whatever_the_case(wanted: str) -> None:
    rows = rows_of(
        [thing("c", label="Child D", names=("Keziah", "Okafor")), thing("m", label="Mother")], wanted
    )

    assert [row.entity for row in rows if isinstance(row, Thing)] == ["c"]


def test_a_group_cannot_be_chosen_and_a_thing_can() -> None:
    model = ThingsModel()
    model.set_things([thing("c", label="Child D")])

    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.row_of("c") == 1
    assert model.row_of("nobody") == -1
    assert model.rowCount(QModelIndex()) == 2


def test_a_decision_changes_its_row_and_leaves_the_others_in_place() -> None:
    model = ThingsModel()
    before, other = thing("c", label="Child D"), thing("m", label="Mother")
    model.set_things([before, other])
    resets: list[None] = []
    changed: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))

    model.set_things([Thing("c", "PERSON", "Child D", (), ("m1", "m2"), 0), other])

    assert resets == []
    assert changed == [(1, 1)]


def test_a_row_is_read_aloud_with_names_label_and_what_is_left() -> None:
    model = ThingsModel()
    model.set_things([thing("c", label="Child D", names=("Keziah", "Kez"))])

    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Keziah, Kez, Child D, 2 mentions, 1 to decide"
