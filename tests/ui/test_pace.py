"""The forecast of the time left."""

from __future__ import annotations

from redactor.ui.pace import Pace


class Clock:
    """Says what it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_forecast_from_too_little() -> None:
    pace = Pace(Clock())
    pace.decided(5)

    assert pace.minutes_for(100) is None


def test_the_rest_takes_as_long_as_the_last_marks_did() -> None:
    clock = Clock()
    pace = Pace(clock)
    for count in range(21):
        clock.now = count * 6
        pace.decided(count)

    assert pace.minutes_for(100) == 10


def test_a_long_pause_is_not_counted_as_work() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.decided(0)
    clock.now = 3600
    pace.decided(90)

    assert pace.minutes_for(90) == 2


def test_undoing_does_not_upset_the_forecast() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.decided(20)
    clock.now = 60
    pace.decided(10)

    assert pace.minutes_for(100) is None
