"""Time to a usable window and to the first page shown, as ratios to an empty PySide6 window.

    python tests/benchmarks/window.py [RUNS]

Each is a process of its own, run in turn. Usable: shown, painted, and the event loop idle. First page shown: the
program was started with a draft, and the page is painted from its picture. Targets: at most 2 and 3.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

# Nothing more is loaded here: what is measured is to load all that it needs, and nothing else.

HEAVY = ("pymupdf", "numpy", "presidio_analyzer", "spacy", "onnxruntime", "tokenizers")


def main(runs: int) -> None:
    """Print the medians and their ratios."""
    import statistics
    from pathlib import Path

    from running import SAMPLE, load, python

    here = Path(__file__)
    times: dict[str, list[float]] = {name: [] for name in MEASURES}
    heavy: set[str] = set()
    for round_ in range(runs + 1):
        for name, taken in times.items():
            told = python(here, "--measure", name, str(SAMPLE))
            heavy.update(told["heavy"])
            if round_:  # the first compiles, and fills the system's cache
                taken.append(told["seconds"])
    print(f"window, {runs} runs {load()}")
    empty_median, empty_best = statistics.median(times["empty"]), min(times["empty"])
    for name, taken in times.items():
        median, best = statistics.median(taken), min(taken)
        ratios = f"{median / empty_median:4.2f} × (fastest {best:.3f} s, {best / empty_best:.2f} ×)"
        print(f"  {name:12}{median:6.3f} s  {ratios}")
    print(f"  heavy libraries in the window's process: {', '.join(sorted(heavy)) or 'none'}")


def empty() -> None:
    """Show a window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    _when_idle(lambda: _tell(app.quit))
    app.exec()


def usable() -> None:
    """Start the program as a user does, and stop once its window is usable."""
    _run([], lambda quit_: _when_idle(lambda: _tell(quit_)))


def first_page() -> None:
    """Start the program with a draft, and stop once the first page is there."""

    def watch(quit_: Callable[[], None]) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from redactor.ui.page_view import PageView

        timer = QTimer(QApplication.instance())

        (view,) = (each for each in QApplication.allWidgets() if isinstance(each, PageView))

        def look() -> None:
            if view._pictures.bytes_held:  # the first picture has come
                timer.stop()
                view.viewport().repaint()
                _tell(quit_)

        timer.timeout.connect(look)
        timer.start(2)

    _run(sys.argv[3:], watch)


def _run(arguments: list[str], watch: Callable[[Callable[[], None]], None]) -> None:
    """Start the program; `watch` is called as its event loop begins."""
    from redactor.cli import main as redactor

    sys.meta_path.insert(0, _OnceQtIsThere(watch))  # type: ignore[arg-type]  # all that is asked of one
    redactor(arguments)


class _OnceQtIsThere:
    """A finder of modules that finds none.

    It waits for the program’s own import of its window, so that nothing is loaded sooner than it would be.
    """

    def __init__(self, watch: Callable[[Callable[[], None]], None]) -> None:
        self._watch = watch

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        if name == "redactor.ui.window":
            from PySide6.QtWidgets import QApplication

            execute = QApplication.exec
            QApplication.exec = lambda *_: (self._watch(QApplication.quit), execute())[1]  # type: ignore[method-assign]  # where a start can be watched


def _when_idle(call: Callable[[], None]) -> None:
    """Once all that the event loop has to do at first is done, painting included."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: QTimer.singleShot(0, call))


def _tell(quit_: Callable[[], None]) -> None:
    heavy = [name for name in HEAVY if sys.modules.get(name)]
    seconds = time.time() - float(os.environ["BENCHMARK_STARTED"])
    print(f'{{"seconds": {seconds}, "heavy": {heavy}}}'.replace("'", '"'), flush=True)
    quit_()


MEASURES = {"empty": empty, "usable": usable, "first-page": first_page}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        MEASURES[sys.argv[2]]()
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 9)
