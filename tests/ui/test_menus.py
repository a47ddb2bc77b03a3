"""The table of actions: what is promised there is what the keys do."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from redactor.ui.menus import MENUS, key_of

SPECS = [spec for _, specs in MENUS for spec in specs if spec.name]


def test_no_two_actions_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for spec in SPECS for key in spec.keys]

    assert len(keys) == len(set(keys))


def test_every_key_is_one_that_there_is() -> None:
    assert all(QKeySequence(key).toString() for spec in SPECS for key in spec.keys)


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu[0])
def test_every_entry_of_a_menu_has_a_letter_of_its_own(menu: tuple[str, tuple[object, ...]]) -> None:
    _, specs = menu
    letters = [text[text.index("&") + 1].lower() for spec in specs if (text := spec.text)]  # type: ignore[attr-defined]

    assert len(letters) == len(set(letters)), letters


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("confirm", "Enter"), ("keep", "K"), ("next", "N"), ("previous", "Shift+N"), ("scope_one", "1"),
        ("scope_thing", "2"), ("scope_wording", "3"), ("scope_page", "4"), ("label", "L"), ("reason", "R"),
        ("add", "A"), ("area", "D"), ("find", "F"), ("undo", "Ctrl+Z"), ("redo", "Ctrl+Y"), ("preview", "F5"),
        ("publish", "Ctrl+P"), ("keys", "F1"), ("back", "Esc"),
    ],
)  # fmt: skip
def test_the_keys_are_those_that_people_learn(name: str, key: str) -> None:
    assert key_of(name) == key
