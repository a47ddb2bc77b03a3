"""Putting a case into the window, and pressing keys there."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from redactor.marks.case import Case
from redactor.ui.session import Session
from redactor.ui.window import Window

Shown = TypeVar("Shown", bound=QDialog)


def begin(session: Session, case: Case) -> None:
    """As if its draft had just been read, or it had been carried on with."""
    session.name = "short.txt"
    session.draft_opened.emit("short.txt")
    session._begin(case)


def press(window: Window, *keys: str) -> None:
    """Press key after key, where the focus is."""
    for key in keys:
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(key))


def dialog(qtbot: QtBot, kind: type[Shown]) -> Shown:
    """Wait for a dialog of this kind."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, kind)
    return shown
