"""What is marked by hand: whose it is, and which places are left."""

from __future__ import annotations

import pytest
from short_case import TEXT, short_case, suggested_case

from redactor.ui.by_hand import found, likely, nearly, not_marked


def test_words_marked_already_say_whose_they_are() -> None:
    assert likely(suggested_case(), "KEZ") == ("PERSON", "kez")


@pytest.mark.parametrize(
    ("wording", "type"),
    [("Jo Bloggs", "PERSON"), ("jo@example.org", "EMAIL"), ("12/03/2009", "DATE"), ("CR/44/09", "ID")],
)
def test_new_words_are_guessed_by_their_form(wording: str, type: str) -> None:
    assert likely(short_case(), wording) == (type, "")


def test_whole_words_are_found_first() -> None:
    spans, whole = found(TEXT, "kez")

    assert whole
    assert [TEXT[slice(*span)] for span in spans] == ["Kez", "Kez"]


def test_parts_of_words_are_found_where_nothing_else_is() -> None:
    spans, whole = found(TEXT, "ziah")

    assert not whole
    assert len(spans) == 1


@pytest.mark.parametrize("wording", ["", "   "])
def test_nothing_is_found_for_nothing(wording: str) -> None:
    assert found(TEXT, wording) == ([], True)


def test_what_lies_in_a_confirmed_mark_is_not_marked_again() -> None:
    case = suggested_case()
    spans, _ = found(TEXT, "Kez")
    case.confirm(["m1"], by="A")

    assert not_marked(case, spans) == spans[1:]


@pytest.mark.parametrize(
    ("wording", "near"), [("Kezia", ["Kezai", "Keziah"]), ("Kez", []), ("Kezia Orr", [])]
)
def test_what_is_spelt_nearly_so_is_found(wording: str, near: list[str]) -> None:
    text = "Kezia and Kezai saw Keziah; Kevin and the kettle did not."

    assert [text[slice(*span)] for span in nearly(text, wording)] == near
