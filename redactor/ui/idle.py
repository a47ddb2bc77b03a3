"""Notices that nobody has touched keys or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip
MINUTE = 60_000
"""Milliseconds."""


class Idle(QObject):
    """Watches the windows that get the keys, each from when it first does: far fewer events pass there than widgets get."""

    reached = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._after = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)

    def wait(self, minutes: int) -> None:
        """Tell after so many minutes from now; 0: never."""
        self._after = minutes * MINUTE
        self.touched()
        self._timer.stop()
        if self._after:
            self._timer.start(self._after)

    def touched(self) -> None:
        """Somebody is there."""
        self._since.restart()

    def look(self) -> None:
        """Tell if nobody was there for long enough; else look again when that may be so."""
        left = self._after - self._since.elapsed()
        if self._after and left <= 0:
            self.reached.emit()
        self._timer.start(int(max(left, MINUTE / 2)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._since.restart()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        if window:
            window.installEventFilter(self)
