"""The rules of a board are kept beside the user's other settings, and never passed over where they are damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.errors import UnusableInput
from redactor.marks import board


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "where", lambda: tmp_path / "Redactor" / "board.json")


def test_without_any_both_must_sign() -> None:
    assert board.load_board() == board.Board("both", (), ())


def test_what_was_kept_is_read_again() -> None:
    kept = board.Board("one", ("Thornaby Lane",), ("Ofsted",))

    board.keep_board(kept)

    assert board.load_board() == kept


@pytest.mark.parametrize("damaged", ["", "{}", "[]", '{"signatures": "none", "always": [], "never": []}'])
def test_damaged_rules_are_told_and_not_passed_over(damaged: str) -> None:
    board.keep_board(board.Board())
    board.where().write_text(damaged, encoding="utf-8")

    with pytest.raises(UnusableInput, match="cannot be read"):
        board.load_board()
