"""The strip of bars: what is drawn again after a change is what would have been drawn from the start."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from redactor.ui.page_bars import PageBars


def picture(bars: PageBars) -> QImage:
    return bars.grab().toImage()


def bars_of(qtbot: QtBot, width: int, states: list[int], read: list[int]) -> PageBars:
    bars = PageBars()
    qtbot.addWidget(bars)
    bars.resize(width, 32)
    bars.set_states(states)
    bars.set_read(read)
    return bars


@pytest.mark.parametrize("width", [90, 400, 1000])
@pytest.mark.parametrize("pages", [1, 12, 300, 1000])
def test_bars_that_changed_look_as_if_all_were_drawn_anew(qtbot: QtBot, width: int, pages: int) -> None:
    chance = random.Random(pages)
    states = [chance.randrange(4) for _ in range(pages)]
    kept = bars_of(qtbot, width, states, [])
    for _ in range(6):
        picture(kept)
        states = list(states)
        for _ in range(chance.choice((1, 3, pages))):
            states[chance.randrange(pages)] = chance.randrange(4)
        read = [page for page in range(1, pages + 1) if chance.random() < 0.1]
        kept.set_states(states)
        kept.set_read(read)

        assert picture(kept) == picture(bars_of(qtbot, width, states, read))
