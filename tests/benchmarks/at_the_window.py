"""The real window with a long draft open in it and all suggestions made, for the benchmarks that need one."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.ui.window import Window


@contextmanager
def window_with_long_draft() -> Iterator[Window]:
    """Open the window as the program does; leave it, and its spare processes are ended."""
    from redactor.tasks.desk import Desk

    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.pdf"
        draft.write_bytes(_made_elsewhere())
        desk = Desk()
        desk.start(ahead=draft)
        try:
            yield _opened(desk, draft)
        finally:
            desk.close()


@contextmanager
def empty_window(folder: Path) -> Iterator[Window]:
    """The window with nothing open yet; what it remembers is kept in `folder`."""
    from redactor.tasks.desk import Desk

    desk = Desk()
    desk.start()
    try:
        yield _shown(desk, folder / "sample.pdf")
    finally:
        desk.close()


def _opened(desk: object, draft: Path) -> Window:
    window = _shown(desk, draft)
    complete: list[bool] = []
    window.session.suggestions_complete.connect(lambda: complete.append(True))
    window.doors.open_sample(draft)
    wait_until(lambda: bool(complete))
    return window


def _shown(desk: object, draft: Path) -> Window:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(draft.parent))
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Redactor")
    app.setStyle("Fusion")

    from redactor.ui.background import Background
    from redactor.ui.preferences import Preferences
    from redactor.ui.session import Session
    from redactor.ui.window import Window

    background = Background(desk, app)  # type: ignore[arg-type]  # a Desk; not imported before it has to be
    window = Window(Session(background.desk, Preferences(), app), draft)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    return window


def wait_until(condition: Callable[[], bool], seconds: float = 600) -> None:
    """Let the event loop run until something is so."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("waited in vain")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        time.sleep(0.001)


def _made_elsewhere() -> bytes:
    """The draft, made in a process of its own, so that this one stays as the program's."""
    import subprocess

    code = "import sys, long_draft; sys.stdout.buffer.write(long_draft.long_draft())"
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parent, capture_output=True, check=True
    )
    return made.stdout
