"""A window whose slow work is done by nobody: what is shown is what the test puts there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from redactor.ui.preferences import Preferences
from redactor.ui.session import Session
from redactor.ui.window import Window


class IdleDesk:
    """Takes orders, and lets the test answer them."""

    def __init__(self) -> None:
        self.orders: list[tuple[Any, dict[str, Callable[..., None]]]] = []

    def ask(self, order: Any, **calls: Callable[..., None]) -> IdleDesk:
        self.orders.append((order, calls))
        return self

    def cancel(self) -> None:
        """Nothing is under way."""


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    return Preferences()


@pytest.fixture
def session(preferences: Preferences, qapp: object) -> Session:
    return Session(IdleDesk(), preferences)  # type: ignore[arg-type]  # all that is asked of one


@pytest.fixture
def window(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[Window]:
    window = Window(session, tmp_path / "sample.pdf")
    window.resize(1280, 800)  # the screen of the tests is smaller, and the window heeds that
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    session.close()
    window.close()
    window.deleteLater()
