"""Takes orders to one spare process, brings its answers back, and replaces it when it dies or will not stop."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any

from redactor.tasks import drafts, wire
from redactor.tasks.endings import FROM_WORKER, Cancel, Done, Failed, Stopped
from redactor.tasks.errand import Deliver, Errand, unheard
from redactor.tasks.orders import DraftRead, LoadFile, LoadPdf, Order, PageRead, Slot, fits
from redactor.tasks.plain import Malformed
from redactor.tasks.process import SpareProcess

PATIENCE = 1.0
"""Seconds that a cancelled order may go on before its process is ended."""


class Courier:
    """One spare process and the orders that wait for it.

    Everything but the queue of errands and the wish to close is touched by the courier's own thread alone.
    """

    def __init__(
        self, process: SpareProcess, waiting: deque[Errand], deliver: Deliver, *, after: float = 0
    ) -> None:
        """`waiting`: the errands, the next one first; whoever adds one calls `look`.

        `after`: seconds until the process is started, if it was not started before.
        """
        self._process = process
        self._deliver = deliver
        self._waiting = waiting
        self._after = after
        self._closing = threading.Event()
        self._wake, self._alarm = multiprocessing.Pipe(duplex=False)
        self._thread = threading.Thread(target=self._run, name=f"courier for {process.name}", daemon=True)
        self._current: Errand | None = None
        self._number = 0
        self._deadline: float | None = None
        self._loaded: dict[Slot, LoadPdf | LoadFile] = {}

    def start(self) -> None:
        """Begin. The process may have been started before."""
        self._thread.start()

    def look(self) -> None:
        """Have another look at what waits and what was cancelled. Any thread."""
        self._alarm.send_bytes(b"!")

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._closing.set()
        self._process.end_for_good()
        self.look()
        self._thread.join()

    def _run(self) -> None:
        if self._process.connection is None:
            self._closing.wait(self._after)
            self._process.start()
        while not self._closing.is_set():
            self._send_next()
            self._send_cancel()
            self._await()
        self._process.end()

    def _await(self) -> None:
        """Wait for the process, for a call of `look`, or until patience ends."""
        left = None if self._deadline is None else self._deadline - time.monotonic()
        if left is not None and left <= 0:
            self._replace("it did not stop when it was cancelled")
            return
        connection = self._process.connection
        ready = wait([self._wake, connection] if connection else [self._wake], left)
        if self._wake in ready:
            self._wake.recv_bytes()
        if connection in ready and connection:
            self._receive(connection)

    def _send_next(self) -> None:
        """Send the next errand that is still wanted, if none is under way."""
        while self._current is None and self._waiting:
            if self._process.connection is None:
                self._start_process()
            errand = self._waiting.popleft()
            if not errand.cancelled:
                self._send(errand)

    def _send(self, errand: Errand) -> None:
        self._current, self._number = errand, self._number + 1
        if isinstance(errand.order, LoadPdf | LoadFile):
            self._loaded.pop(errand.order.slot, None)
        self._write(errand.order)

    def _write(self, what: Order | Cancel) -> None:
        if self._process.connection is None:
            self._replace("it could not be started")
            return
        try:
            wire.send(self._process.connection, self._number, what)
        except OSError:
            self._replace("it died")

    def _send_cancel(self) -> None:
        if self._current is not None and self._current.cancelled and self._deadline is None:
            self._deadline = time.monotonic() + PATIENCE
            self._write(Cancel())

    def _receive(self, connection: Connection) -> None:
        try:
            number, answer = wire.receive(connection, FROM_WORKER)
            if self._current is None or number != self._number:
                raise Malformed("an answer to nothing asked")
            self._take(self._current, answer)
        except (EOFError, OSError):
            self._replace("it died")
        except Malformed as error:
            self._replace(f"malformed answer: {error}")

    def _take(self, errand: Errand, answer: Any) -> None:
        """Pass an answer on; raises Malformed where it cannot be one to this order."""
        if isinstance(answer, Done | Stopped | Failed):
            self._finish(answer)
            return
        if not fits(errand.order, answer):
            raise Malformed("not an answer to this order")
        if isinstance(answer, PageRead):
            errand.pages.append(answer.page)
        if isinstance(answer, DraftRead):
            answer = DraftRead(drafts.whole(answer.opened, errand.pages))
        self._tell(errand, errand.answer, answer)

    def _finish(self, ending: Done | Stopped | Failed) -> None:
        errand, self._current, self._deadline = self._current, None, None
        if errand is None:
            return
        if isinstance(ending, Failed):
            self._tell(errand, errand.failed, ending.error())
        elif isinstance(ending, Done):
            if isinstance(errand.order, LoadPdf | LoadFile):
                self._loaded[errand.order.slot] = errand.order
            self._tell(errand, errand.done)

    def _tell(self, errand: Errand, callback: Callable[..., None], *what: object) -> None:
        if not self._closing.is_set():
            self._deliver(lambda: None if errand.cancelled else callback(*what))

    def _replace(self, why: str) -> None:
        """End the process; what it was doing has failed.

        A fresh one starts at once only if it was doing something: one that dies while it starts is not started over
        and over, but when the next order comes.
        """
        self._process.end()
        if self._current is None:
            return
        advice = "Nothing is lost. Try again; if it happens again, ask for the draft in another form."
        detail = f"the {self._process.name} process: {why}"
        self._finish(Failed("RedactorError", self._current.order.stopped, advice, detail))
        self._start_process()

    def _start_process(self) -> None:
        self._process.start()
        # What was loaded in the process before is loaded again, ahead of what waits.
        self._waiting.extendleft(Errand(order, unheard, unheard, unheard) for order in self._loaded.values())
