"""Starts the window. The spare processes start first: they load while Qt does."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from redactor.shipped import RESOURCES, SAMPLES
from redactor.tasks.desk import Desk

if TYPE_CHECKING:
    from redactor.ui.window import Window

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
SAMPLE = "child-d-overview-report.pdf"


def main(argv: list[str]) -> int:
    """Show the window, with the draft or case named in `argv` open in it. Returns the exit status."""
    desk = Desk()
    desk.start(ahead=_pdf(argv))
    try:
        return _run(desk, argv)
    finally:
        desk.close()


def _run(desk: Desk, argv: list[str]) -> int:
    gc.disable()  # to look for garbage among all that is being loaded costs more than it finds
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from redactor.ui import theme
    from redactor.ui.background import Background
    from redactor.ui.preferences import Preferences
    from redactor.ui.session import Session
    from redactor.ui.window import Window

    app = QApplication([sys.argv[0]])
    app.setApplicationName("Redactor")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "redactor.png")))
    preferences = Preferences()
    theme.follow_system(lambda: preferences.theme)
    background = Background(desk, app)
    window = Window(Session(background.desk, preferences, app), SAMPLES / SAMPLE)
    sys.excepthook = _last_resort(window)
    if draft := _pdf(argv):  # before the window is shown, so that it need not show its first page
        window.doors.open_path(draft)
    window.show()
    if argv and not draft:
        window.doors.open_path(Path(argv[0]))
    gc.freeze()
    gc.enable()
    return app.exec()


def _pdf(argv: list[str]) -> Path | None:
    """The draft that will be shown first, if one is named and is drawn as it stands."""
    return next((Path(name) for name in argv if name.lower().endswith(".pdf")), None)


def _last_resort(window: Window) -> Hook:
    """What happens to a fault of the program: a plain sentence for the user, places without any values for the log."""

    def hook(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        frames = traceback.extract_tb(trace)
        where = "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
        print(f"redactor: {kind.__name__}\n{where}", file=sys.stderr)
        window.show_unexpected()

    return hook
