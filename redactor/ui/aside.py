"""Work of a second or so that must not hold up the window, and that no spare process can do: what uses the open case."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from redactor.errors import RedactorError

Work = Callable[[], Any]


class Aside(QObject):
    """Runs one thing after another in a thread, and tells of each in the thread that made this object."""

    _over = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Work, *, done: Callable[[Any], None], failed: Callable[[RedactorError], None]
    ) -> None:
        """Do `work` in a thread; then call `done` with what it returned, or `failed` with what the user is to be told.

        While it runs, nobody else may use what it uses. A fault of the program itself is raised in the window's thread.
        """

        def in_thread() -> None:
            try:
                result = work()
            except RedactorError as error:
                told = error
                self._over.emit(lambda: failed(told))
            except Exception as error:  # raised again where the last resort hears of it
                fault = error
                self._over.emit(lambda: _raise(fault))
            else:
                self._over.emit(lambda: done(result))

        Thread(target=in_thread, daemon=True).start()

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        callback()


def _raise(fault: Exception) -> None:
    raise fault
