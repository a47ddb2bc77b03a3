"""How fast decisions are made, and so how long the rest will take."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_LONGEST_PAUSE = 90.0
"""Seconds: a longer gap was not work."""
_FEWEST = 10
"""Decisions, and half a minute, before a forecast is worth making."""


class Pace:
    """Marks decided in each second of work, over the last hundred steps."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._steps: deque[tuple[float, int]] = deque(maxlen=100)
        self._last: tuple[float, int] | None = None

    def decided(self, count: int) -> None:
        """So many marks are decided now."""
        now = self._clock()
        if self._last and count > self._last[1]:
            self._steps.append((min(now - self._last[0], _LONGEST_PAUSE), count - self._last[1]))
        self._last = (now, count)

    def minutes_for(self, left: int) -> int | None:
        """Minutes for so many more marks; None while nobody can tell."""
        seconds, marks = sum(s for s, _ in self._steps), sum(m for _, m in self._steps)
        if marks < _FEWEST or seconds < 30 or not left:
            return None
        return max(1, round(left * seconds / marks / 60))
