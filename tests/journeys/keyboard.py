"""A reviewer who has no mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 240_000
"""Milliseconds: only ever waited for in full when something is broken."""


class Keyboard:
    """Presses keys wherever the focus is, and waits for what the window shows."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot, self._window = qtbot, window

    def press(self, *keys: str) -> None:
        """Press key after key, such as "Ctrl+Z"."""
        for key in keys:
            QTest.keySequence(self._focus(), QKeySequence(key))

    def type(self, text: str) -> None:
        """Type text."""
        QTest.keyClicks(self._focus(), text)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a control has the focus."""
        stops: list[str] = []
        for _ in range(60):
            if widget.hasFocus():
                return
            self.press("Tab")
            stops.append(self._focus().accessibleName() or type(self._focus()).__name__)
        raise AssertionError(f"Tab does not lead to {widget.accessibleName() or widget}, but to {stops}")

    def wait(self, until: Callable[[], object]) -> None:
        """Wait for something to be so."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """Wait for a dialog of this kind to be open, with the focus in it."""
        self.wait(
            lambda: (
                isinstance(QApplication.activeModalWidget(), kind)
                and _inside(QApplication.activeModalWidget())
            )
        )
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        return dialog

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self._window


def _inside(dialog: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and dialog.isAncestorOf(focus)
