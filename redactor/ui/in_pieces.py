"""Looking through a long draft in pieces, so that a key pressed meanwhile is answered between two of them."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from redactor.ui.by_hand import Span, nearly

_PIECE = 40_000
"""Characters looked through at once, and somewhat more up to the end of a word."""
_AT_ONCE = 0.008
"""Seconds of work after which whatever waits has its turn."""


def spans_of(text: str, wording: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """For one piece of the text after another, where a wording begins in it, and which words are nearly spelt so."""
    from redactor.marks.choose import occurrences  # loaded with the first case

    reach = 2 * len(wording) + 100
    for start, end in _pieces(text):
        exact = occurrences(text[start : end + reach], wording)
        near = nearly(text[start:end], wording)
        yield (
            [(start + at, start + to) for at, to in exact if start + at < end],
            [(start + at, start + to) for at, to in near],
        )


def _pieces(text: str) -> Iterator[Span]:
    """From white space to white space, as words are told by what stands before and after them."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        while end < len(text) and not text[end].isspace():
            end += 1
        yield start, end
        start = end


class InPieces(QObject):
    """Takes the steps of one piece of work while nothing else is to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[object]) -> None:
        """Do this, and no longer what was being done."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Leave off."""
        self._timer.stop()
        self._steps = iter(())

    def _go_on(self) -> None:
        until, done = time.monotonic() + _AT_ONCE, object()
        while time.monotonic() < until:
            if next(self._steps, done) is done:
                self.stop()
                return
