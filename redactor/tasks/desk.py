"""Where slow work is asked for: `Desk` has it done in two spare processes, `SerialDesk` at once in this one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from redactor.errors import RedactorError
from redactor.tasks.errand import Deliver, Errand, unheard

if TYPE_CHECKING:  # loaded once the window is there
    from redactor.tasks.courier import Courier
    from redactor.tasks.orders import Answer, Order
    from redactor.tasks.process import SpareProcess


HEAD_START = 0.5
"""Seconds for which the window that has just been shown, and its first page, have the machine to themselves."""


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

    A window should be there as soon as it can, and on a small machine all that starts beside it holds it up. So a
    desk may be started before there is a loop to deliver answers, and only a draft that is to be shown at once is
    opened already then. The rest starts with the first order, or with `get_ready`.
    """

    def __init__(self, deliver: Deliver | None = None) -> None:
        """`deliver` runs a callable on the thread where the callbacks are to be called; see `deliver_by`."""
        self._deliver = deliver
        self._waiting: dict[str, deque[Errand]] = {"pictures": deque(), "work": deque()}
        self._ahead: SpareProcess | None = None
        self._couriers: dict[str, Courier] = {}
        self._begun = False
        self._closed = False

    def start(self, ahead: Path | None = None) -> None:
        """Start; returns at once. `ahead`: a PDF that a LoadFile will ask for."""
        if ahead is not None:
            self._ahead = _pictures_process(ahead)
            self._ahead.start()

    def deliver_by(self, deliver: Deliver) -> None:
        """From now on there is a loop: what has been asked for is begun as soon as it runs."""
        self._deliver = deliver
        if any(self._waiting.values()):
            self.get_ready()

    def get_ready(self) -> None:
        """Have both processes load what they need, before anything is asked of them; returns at once."""
        if self._deliver is not None and not self._begun:
            self._begun = True
            self._deliver(self._begin)

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
            order: what is to be done.
            answer: called with each answer.
            done: called when nothing more follows.
            failed: called in place of `done`, with what the user is to be told.
        """
        errand = Errand(order, answer, done, failed)
        self._waiting[order.process].append(errand)
        look = partial(self._look, order.process)
        look()
        self.get_ready()
        return _Cancellation(errand, look)

    def close(self) -> None:
        """End both processes, whatever they are doing."""
        self._closed = True
        for courier in self._couriers.values():
            courier.close()
        if self._ahead is not None:
            self._ahead.end_for_good()

    def _look(self, name: str) -> None:
        if name in self._couriers:
            self._couriers[name].look()

    def _begin(self) -> None:
        if self._closed or self._deliver is None:
            return
        from redactor.tasks import spare
        from redactor.tasks.courier import Courier
        from redactor.tasks.process import SpareProcess

        pictures = self._ahead or _pictures_process(None)
        work = SpareProcess("work", spare.work)
        self._couriers = {
            "pictures": Courier(pictures, self._waiting["pictures"], self._deliver),
            "work": Courier(work, self._waiting["work"], self._deliver, after=HEAD_START),
        }
        for courier in self._couriers.values():
            courier.start()


def _pictures_process(ahead: Path | None) -> SpareProcess:
    from redactor.tasks import spare
    from redactor.tasks.process import SpareProcess

    return SpareProcess("pictures", partial(spare.pictures, ahead=ahead))


class SerialDesk:
    """The same, in this process and done when `ask` returns: for scripts and tests.

    A callback may raise `Cancelled`; there is nothing left for a ticket to cancel.
    """

    def __init__(self) -> None:
        from redactor.tasks import drawing, jobs  # these load what the window's process must not

        self._jobs = {**jobs.JOBS, **drawing.Drawing().jobs()}

    def start(self, ahead: Path | None = None) -> None:
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
