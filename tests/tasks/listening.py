"""Hears what comes of orders."""

from __future__ import annotations

import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from redactor.tasks.errand import Errand
from redactor.tasks.orders import Order


@dataclass
class Heard:
    """What came of orders, in order, called back on the test's own thread."""

    calls: queue.Queue[Callable[[], None]] = field(default_factory=queue.Queue)
    said: list[tuple[str, Any]] = field(default_factory=list)

    def errand(self, order: Order, name: str = "") -> Errand:
        """An errand whose callbacks note what they were told."""
        return Errand(
            order,
            lambda answer: self.said.append((f"{name}answer", answer)),
            lambda: self.said.append((f"{name}done", None)),
            lambda error: self.said.append((f"{name}failed", error)),
        )

    def until(self, *names: str) -> list[tuple[str, Any]]:
        """Call back until something of one of these names was said; give all that was said so far."""
        while not any(said in names for said, _ in self.said):
            self.calls.get(timeout=10)()
        return self.said

    def answers(self, kind: type) -> list[Any]:
        """The answers of one kind."""
        return [what for _, what in self.said if isinstance(what, kind)]
