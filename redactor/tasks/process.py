"""One spare process at a time and the pipe to it, from the outside. Loads little: it is needed before the window."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess


class SpareProcess:
    """Started, ended and started again as one thread sees fit; another may end it for good at any moment."""

    def __init__(self, name: str, target: Callable[[Connection], None]) -> None:
        """`target` runs in the process and is given its end of the pipe."""
        self.name = name
        self.connection: Connection | None = None
        """None while no process runs."""
        self._target = target
        self._process: SpawnProcess | None = None
        self._over = False
        self._life = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The system's number for the process that runs, if one does."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start a process, unless it is over for good; returns as soon as the system has it.

        It is spawned, not forked: a fork of a process with threads may hang, and would inherit all it holds. Where
        the system has no room for another process, there is no connection afterwards.
        """
        context = multiprocessing.get_context("spawn")
        with self._life:
            if self._over:
                return
            ours, theirs = context.Pipe()
            process = context.Process(target=self._target, args=(theirs,), name=self.name, daemon=True)
            try:
                process.start()
            except OSError:
                ours.close()
            else:
                self.connection, self._process = ours, process
            theirs.close()

    def end(self) -> None:
        """End the process that runs. It holds nothing that could be lost."""
        with self._life:
            if self.connection is not None:
                self.connection.close()
            if self._process is not None:
                self._process.kill()
                self._process.join()
                self._process.close()
            self.connection = self._process = None

    def end_for_good(self) -> None:
        """Kill the process and start no other. Any thread; whoever waits at the pipe notices."""
        with self._life:
            self._over = True
            if self._process is not None:
                self._process.kill()
