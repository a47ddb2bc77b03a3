"""Whether the clipboard holds something that was copied here, and forgetting it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer)


class Copied(QObject):
    """What arrives on the clipboard while one of our windows is the active one was copied here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours: set[QClipboard.Mode] = set()
        QApplication.clipboard().changed.connect(self._changed)
        if app := QApplication.instance():
            app.aboutToQuit.connect(self.forget)

    def forget(self) -> None:
        """Empty the clipboard, and what is selected in its place, where it holds something from here."""
        clipboard = QApplication.clipboard()
        owned = (clipboard.ownsClipboard(), clipboard.ownsSelection(), clipboard.ownsFindBuffer())
        for mode, owns in zip(_MODES, owned, strict=True):
            if owns or mode in self._ours:
                clipboard.clear(mode)
        self._ours.clear()

    def _changed(self, mode: QClipboard.Mode) -> None:
        if QApplication.activeWindow():
            self._ours.add(mode)
        else:
            self._ours.discard(mode)
