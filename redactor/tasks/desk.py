"""Where slow work is asked for: `Desk` has it done in two spare processes, `SerialDesk` at once in this one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from redactor.errors import RedactorError
from redactor.tasks import spare
from redactor.tasks.errand import Deliver, Errand, unheard
from redactor.tasks.process import SpareProcess

if TYPE_CHECKING:  # loaded once the processes are on their way
    from redactor.tasks.courier import Courier
    from redactor.tasks.orders import Answer, Order


class Ticket(Protocol):
    """What an order is taken back by."""

    def cancel(self) -> None:
        """Stop the work. None of its callbacks is called from now on. Same thread as the callbacks'."""


class _Cancellation:
    def __init__(self, errand: Errand, look: Callable[[], None]) -> None:
        self._errand = errand
        self._look = look

    def cancel(self) -> None:
        self._errand.cancelled = True
        self._look()


class Desk:
    """Two spare processes, each with one order at a time: one draws pages, the other does everything else.

    A desk can be opened, and asked, before there is a loop that could deliver answers: they wait until
    `deliver_by` is called. So the processes start while the toolkit of the window is still loading.
    """

    def __init__(self, deliver: Deliver | None = None) -> None:
        """`deliver` runs a callable on the thread where the callbacks are to be called."""
        self._deliver = deliver
        self._lock = threading.Lock()
        self._undelivered: list[Callable[[], None]] = []
        self._processes = {
            "pictures": SpareProcess("pictures", spare.pictures),
            "work": SpareProcess("work", spare.work),
        }
        self._couriers: dict[str, Courier] = {}

    def start(self) -> None:
        """Start both processes; returns at once."""
        for process in self._processes.values():
            process.start()
        from redactor.tasks.courier import (
            Courier,  # while this loads, the processes are getting ready already
        )

        for name, process in self._processes.items():
            self._couriers[name] = Courier(process, self._hand_over)
            self._couriers[name].start()

    def deliver_by(self, deliver: Deliver) -> None:
        """From now on deliver so, beginning with what has waited."""
        with self._lock:
            self._deliver = deliver
            for each in self._undelivered:
                deliver(each)
            self._undelivered.clear()

    def _hand_over(self, call: Callable[[], None]) -> None:
        with self._lock:
            if self._deliver is None:
                self._undelivered.append(call)
            else:
                self._deliver(call)

    def ask(
        self,
        order: Order,
        *,
        answer: Callable[[Answer], None] = unheard,
        done: Callable[[], None] = unheard,
        failed: Callable[[RedactorError], None],
    ) -> Ticket:
        """Have an order carried out, after those asked for before in the same process; returns at once.

        Args:
            answer: called with each answer.
            done: called when nothing more follows.
            failed: called in place of `done`, with what the user is to be told.
        """
        courier = self._couriers[order.process]
        errand = Errand(order, answer, done, failed)
        courier.add(errand)
        return _Cancellation(errand, courier.look)

    def close(self) -> None:
        """End both processes, whatever they are doing."""
        for courier in self._couriers.values():
            courier.close()


class SerialDesk:
    """The same, in this process and done when `ask` returns: for the command line and tests.

    A callback may raise `Cancelled`; there is nothing left for a ticket to cancel.
    """

    def __init__(self) -> None:
        from redactor.tasks import drawing, jobs  # these load what the window's process must not

        self._jobs = {**jobs.JOBS, **drawing.jobs()}

    def start(self) -> None:
        """Nothing needs starting."""

    def ask(
        self,
        order: Order,
        *,
        answer: Callable[[Answer], None] = unheard,
        done: Callable[[], None] = unheard,
        failed: Callable[[RedactorError], None],
    ) -> Ticket:
        """As `Desk.ask`."""
        from redactor.tasks.endings import Done, Failed
        from redactor.tasks.orders import Progress
        from redactor.tasks.worker import carry_out

        def tick(so_far: int, total: int, note: str) -> None:
            answer(Progress(so_far, total, note))

        ending = carry_out(order, answer, tick, self._jobs)
        if isinstance(ending, Failed):
            failed(ending.error())
        elif isinstance(ending, Done):
            done()
        return _Cancellation(Errand(order, answer, done, failed), unheard)

    def close(self) -> None:
        """Nothing needs closing."""
