"""One order on its way: what was asked, by whom it is awaited, and whether it still is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # so that this loads little
    from redactor.document.page import Page
    from redactor.errors import RedactorError
    from redactor.tasks.orders import Answer, Order

Deliver = Callable[[Callable[[], None]], None]
"""Runs a callable where the answers are wanted."""


@dataclass(eq=False, slots=True)
class Errand:
    """An order with its three callbacks, which are called where answers are delivered, and not once cancelled."""

    order: Order
    answer: Callable[[Answer], None]
    done: Callable[[], None]
    failed: Callable[[RedactorError], None]
    cancelled: bool = False
    pages: list[Page] = field(default_factory=list)


def unheard(*_: object) -> None:
    """A callback for nobody."""
