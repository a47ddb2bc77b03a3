"""Where a spare process begins: it settles in before it loads anything else."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path


def work(connection: Connection) -> None:
    """Run the process that reads, finds, previews and publishes."""
    _settle_in(most_memory=8, niceness=3)
    from redactor.tasks import jobs
    from redactor.tasks.worker import serve

    serve(connection, jobs.JOBS, jobs.WARM_UP)


def pictures(connection: Connection, ahead: Path | None = None) -> None:
    """Run the process that draws pages; `ahead`: a PDF that will be asked for."""
    _settle_in(most_memory=4, niceness=0)
    from redactor.tasks.drawing import Drawing
    from redactor.tasks.worker import serve

    drawing = Drawing()
    serve(connection, drawing.jobs(), [partial(drawing.open_ahead, ahead)])


def _settle_in(*, most_memory: int, niceness: int) -> None:
    """Leave keyboard interrupts to the window's process, keep what is read here private and memory bounded.

    Whatever the libraries print might quote the draft, so it goes nowhere, and no core dump is written.
    `most_memory`: GiB of private memory, or half of the machine's if that is less. It bounds a hostile file where
    the system can do so (not on Windows, whose job objects the standard library does not reach).
    `niceness`: steps behind the window's process, so that scrolling stays smooth while every core is busy.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Path(os.devnull).open("wb") as nowhere:
        for stream in (1, 2):
            with suppress(OSError):
                os.dup2(nowhere.fileno(), stream)
    if sys.platform != "win32":
        import resource

        os.nice(niceness)
        machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        bound = min(most_memory * 2**30, max(machine // 2, 2**31))
        with suppress(OSError, ValueError):  # a tighter limit is in force already
            resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
