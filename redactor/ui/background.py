"""Brings answers from the spare processes to the thread of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from redactor.tasks.desk import Desk

_QUIET = 300
"""Milliseconds that a fresh window has to itself before the spare processes get ready."""


class Background(QObject):
    """Owns a desk, and calls its callbacks from the event loop of the thread that made this object."""

    _answered = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Take over a desk, which may have been started and asked before."""
        super().__init__(parent)
        self.desk = desk
        self._answered.connect(self._call, Qt.ConnectionType.QueuedConnection)
        desk.deliver_by(self._answered.emit)
        QTimer.singleShot(_QUIET, self, desk.get_ready)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.close)  # before what answers would be told to is gone

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        callback()

    def close(self) -> None:
        """End the spare processes."""
        self.desk.close()
