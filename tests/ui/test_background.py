"""Answers reach the window on its own thread."""

from __future__ import annotations

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from redactor.tasks.desk import Desk
from redactor.tasks.orders import Loaded, LoadFile
from redactor.ui.background import Background


def test_answers_are_heard_on_the_thread_of_the_window(qtbot: QtBot, sample_docs: Path) -> None:
    desk = Desk()
    desk.start()
    background = Background(desk)
    heard: list[tuple[object, bool]] = []
    order = LoadFile(sample_docs / "child-d-overview-report.pdf")

    background.desk.ask(
        order,
        answer=lambda answer: heard.append((answer, threading.current_thread() is threading.main_thread())),
        failed=lambda error: heard.append((error, True)),
    )
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    background.close()

    ((answer, on_main_thread),) = heard
    assert isinstance(answer, Loaded)
    assert on_main_thread
