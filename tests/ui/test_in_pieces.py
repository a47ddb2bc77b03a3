"""Looking through a long draft in pieces finds what looking through it at once does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from redactor.marks.choose import occurrences
from redactor.ui import in_pieces
from redactor.ui.by_hand import nearly

TEXT = "Kezia Orr saw Kezai.\nKezia  Orr\n\nand KEZIA\nORR, Keziah; not Kezias Orr’s kettle. " * 7


@pytest.mark.parametrize("piece", [1, 2, 5, 17, 10_000])
@pytest.mark.parametrize("wording", ["Kezia", "Kezia Orr", "orr", "Nobody", ""])
def test_nothing_is_lost_or_found_twice_between_pieces(
    monkeypatch: pytest.MonkeyPatch, piece: int, wording: str
) -> None:
    monkeypatch.setattr(in_pieces, "_PIECE", piece)
    exact, near = [], []
    for more_exact, more_near in in_pieces.spans_of(TEXT, wording):
        exact += more_exact
        near += more_near

    assert exact == occurrences(TEXT, wording)
    assert near == nearly(TEXT, wording)


def test_work_goes_on_until_it_is_done_or_left_off(qtbot: QtBot) -> None:
    done: list[int] = []

    def steps(first: int, end: int) -> Iterator[None]:
        for step in range(first, end):
            done.append(step)
            yield

    parent = QObject()
    working = in_pieces.InPieces(parent)
    working.begin(steps(0, 3))
    qtbot.waitUntil(lambda: done == [0, 1, 2])

    working.begin(steps(3, 5))
    working.stop()
    QCoreApplication.processEvents()

    assert done == [0, 1, 2]
