"""The real window with the real spare processes, driven by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from redactor.tasks.desk import Desk
from redactor.ui import app, theme
from redactor.ui.background import Background
from redactor.ui.preferences import Preferences
from redactor.ui.session import Session
from redactor.ui.window import Window


@pytest.fixture(scope="session")
def background(qapp: QApplication) -> Iterator[Background]:
    """Started once for all tests, as it takes a while."""
    desk = Desk()
    desk.start()
    background = Background(desk)
    yield background
    background.close()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Kept in a folder of the test's own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    kept = Preferences()
    kept.name = "A. Reviewer"
    return kept


@pytest.fixture
def window(
    qtbot: QtBot, background: Background, preferences: Preferences, sample_docs: Path
) -> Iterator[Window]:
    """As `app.main` shows it."""
    QApplication.setStyle("Fusion")
    theme.dress(theme.LIGHT_NAME)
    window = Window(Session(background.desk, preferences), sample_docs / app.SAMPLE)
    window.resize(1280, 800)  # the screen of the tests is smaller, and the window heeds that
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.session.close()
    window.close()
    window.deleteLater()


@pytest.fixture
def keyboard(qtbot: QtBot, window: Window) -> Keyboard:
    """The only way these tests touch the window."""
    return Keyboard(qtbot, window)
