"""Fixtures for the spare processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

import pytest
from listening import Heard

from redactor.tasks.courier import Courier
from redactor.tasks.process import SpareProcess


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def courier_for(heard: Heard) -> Iterator[Callable[[Callable[[Connection], None]], Courier]]:
    """Starts couriers whose process runs a given function; ends them after the test."""
    started: list[Courier] = []

    def start(target: Callable[[Connection], None]) -> Courier:
        courier = Courier(SpareProcess("stand-in", target), deque(), heard.calls.put)
        courier.start()
        started.append(courier)
        return courier

    yield start
    for courier in started:
        courier.close()
