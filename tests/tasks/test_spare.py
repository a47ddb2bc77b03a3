"""How a spare process settles in."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from listening import Heard
from test_courier import Start, ask

from redactor.errors import Tick
from redactor.tasks import spare
from redactor.tasks.orders import Answer, Progress, Suggest
from redactor.tasks.worker import serve

posix = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")


def tell(order: Suggest, answer: Callable[[Answer], None], tick: Tick) -> None:
    """Say what this process is like."""
    import resource

    print("Kezia Bramble", file=sys.__stderr__)
    told = {
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "memory": resource.getrlimit(resource.RLIMIT_DATA)[0],
        "nice": os.nice(0),
        "interrupt": int(signal.getsignal(signal.SIGINT) == signal.SIG_IGN),
        "printed": int(os.fstat(2).st_rdev != Path(os.devnull).stat().st_rdev),
    }
    answer(Progress(0, 0, ",".join(f"{name}={value}" for name, value in told.items())))


def run(connection: Connection) -> None:
    """Settle in, and tell."""
    spare._settle_in(most_memory=3, niceness=2)
    serve(connection, {Suggest: tell})


@posix
def test_a_spare_process_keeps_what_it_reads_to_itself_and_within_bounds(
    courier_for: Start, heard: Heard
) -> None:
    ask(courier_for(run), heard.errand(Suggest("")))
    heard.until("done")

    (progress,) = heard.answers(Progress)
    told = {name: int(value) for name, value in (pair.split("=") for pair in progress.note.split(","))}
    assert told["core"] == 0
    assert told["memory"] == 3 * 2**30
    assert told["nice"] >= 2
    assert told["interrupt"] == 1
    assert told["printed"] == 0


def overspend(order: Suggest, answer: Callable[[Answer], None], tick: Tick) -> None:
    """Ask for more memory than there may be."""
    bytearray(8 * 2**30)


def run_overspending(connection: Connection) -> None:
    """Settle in, and overspend."""
    spare._settle_in(most_memory=3, niceness=2)
    serve(connection, {Suggest: overspend})


@posix
def test_a_draft_that_needs_too_much_memory_is_told_in_a_sentence(courier_for: Start, heard: Heard) -> None:
    ask(courier_for(run_overspending), heard.errand(Suggest("")))
    (_, error), *_ = heard.until("failed")

    assert error.sentence == Suggest.stopped
    assert "memory" in error.advice
