"""Inside a spare process: take an order, carry it out, answer; between orders, get ready for the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from redactor.errors import Cancelled, RedactorError, Tick
from redactor.tasks import drafts, wire
from redactor.tasks.endings import TO_WORKER, Cancel, Done, Ending, Failed, Stopped
from redactor.tasks.orders import Answer, DraftRead, Order, Progress

Job = Callable[[Any, Callable[[Answer], None], Tick], None]
"""`job(order, answer, tick)` carries out an order and calls `answer` with what comes of it."""

_PROGRESS_EVERY = 0.05
"""Seconds; more often no one can read it."""


def serve(
    connection: Connection, jobs: Mapping[type, Job], warm_up: Sequence[Callable[[], None]] = ()
) -> None:
    """Carry out orders until the other side is gone; while there are none, run the steps of `warm_up`."""
    steps = list(warm_up)
    with suppress(EOFError, OSError):
        while True:
            while steps and not connection.poll():
                # What cannot be loaded now will say so when it is needed.
                with suppress(Exception):
                    steps.pop(0)()
            number, order = wire.receive(connection, TO_WORKER)
            if not isinstance(order, Cancel):  # one that came too late
                wire.send(connection, number, _carried_out(connection, number, order, jobs))


def _carried_out(connection: Connection, number: int, order: Order, jobs: Mapping[type, Job]) -> Ending:
    def answer(thing: Answer) -> None:
        sent = DraftRead(drafts.light(thing.opened)) if isinstance(thing, DraftRead) else thing
        with _leaving_when_alone():
            wire.send(connection, number, sent)

    return carry_out(order, answer, _ticker(connection, number), jobs)


def carry_out(order: Order, answer: Callable[[Answer], None], tick: Tick, jobs: Mapping[type, Job]) -> Ending:
    """Carry out an order in this process; whatever goes wrong becomes words."""
    try:
        jobs[type(order)](order, answer, tick)
    except Cancelled:
        return Stopped()
    except RedactorError as error:
        return Failed.of(error)
    except Exception as error:
        return Failed.of(_unexpected(order, error))
    return Done()


@contextmanager
def _leaving_when_alone() -> Iterator[None]:
    """End this process where the other side turns out to be gone in the middle of an order."""
    try:
        yield
    except (EOFError, OSError):
        raise SystemExit from None


def _ticker(connection: Connection, number: int) -> Tick:
    """A tick that tells progress, and notices when the order is cancelled or nobody waits any more."""
    told_at, told = 0.0, ""

    def tick(done: int, total: int, note: str) -> None:
        nonlocal told_at, told
        with _leaving_when_alone():
            while connection.poll():
                which, _ = wire.receive(connection, {"Cancel": Cancel})
                if which == number:
                    raise Cancelled
            if note != told or done == total or time.monotonic() - told_at > _PROGRESS_EVERY:
                told_at, told = time.monotonic(), note
                wire.send(connection, number, Progress(done, total, note))

    return tick


def _unexpected(order: Order, error: Exception) -> RedactorError:
    """What the user is told when work fails in a way that nobody foresaw.

    The detail is the type of the error and its place; its message might quote the draft.
    """
    advice = "Nothing is lost. Try again; if it happens again, ask for the draft in another form."
    if isinstance(error, MemoryError):
        advice = "Nothing is lost. There was not enough memory: close other programs and try again."
    place, at = "", error.__traceback__
    while at is not None:
        place = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno} {at.tb_frame.f_code.co_name}"
        at = at.tb_next
    return RedactorError(order.stopped, advice, f"{type(error).__name__} at {place}")
