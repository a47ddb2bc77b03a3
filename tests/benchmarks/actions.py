"""How long each action of a reviewer takes on a case of 1,000 pages and 20,000 marks, in the real window.

    python tests/benchmarks/actions.py

From the key until the window has nothing left to do, painting included; median and 95th percentile, also as a multiple
of an empty round trip through Qt's event loop with one repaint. Target: 95th percentile at most 50 ms.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.ui.window import Window

PAGES, MARKS, WORDS = 1000, 20_000, 600
ROUNDS = 20


def large_case() -> Case:
    """Pages of made-up words, 20 marks on each: 1,500 people and things, some of them mentioned very often."""
    from redactor.document.page import Page
    from redactor.document.source import Document, Opened
    from redactor.findings.finding import Finding
    from redactor.marks.case import Case

    chance = random.Random(5)
    names = [
        "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(3)).title()
        for _ in range(1500)
    ]
    pages, texts, findings, offset = [], [], [], 0
    for number in range(1, PAGES + 1):
        words = [chance.choice(("said", "that", "home", "visit", "school", "nurse")) for _ in range(WORDS)]
        for at in chance.sample(range(WORDS), MARKS // PAGES):
            words[at] = names[min(int(chance.expovariate(1 / 200)), 1499)]
        text, place = " ".join(words) + "\n", offset
        for word in words:
            if word[0].isupper():
                entity, score = f"p{names.index(word)}", chance.choice((0.95, 0.95, 0.9, 0.7))
                findings.append(Finding(place, place + len(word), "PERSON", score, "test", "A name.", entity))
            place += len(word) + 1
        quads = array("f")
        for at in range(len(text)):
            left, top = 50 + at % 95 * 5.2, 60 + at // 95 * 16.0
            quads.extend((left, top, left + 5, top, left, top + 10, left + 5, top + 10))
        pages.append(Page(number, 595, 842, text, quads))
        texts.append(text)
        offset += len(text)
    whole = "".join(texts)
    page_of = array("i", [number for number, text in enumerate(texts) for _ in text])
    places = array("i", [at for text in texts for at in range(len(text))])
    case = Case(
        Opened(Document("long.txt", "text", "0" * 64, tuple(pages), whole, page_of, places), b"", b"")
    )
    case.suggest(findings, {f"p{n}": f"Person {n + 1}" for n in range(1500)})
    return case


def measure(act: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each round, until nothing is left to do."""
    from PySide6.QtWidgets import QApplication

    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        QApplication.processEvents()
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)


def actions(window: Window) -> dict[str, Callable[[], object]]:
    """What is measured, by what it is called."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    review, session = window.review, window.session
    assert review is not None
    chance = random.Random(1)

    def press(key: str) -> Callable[[], object]:
        return lambda: QTest.keySequence(review.pages, QKeySequence(key))

    def decide_in(scope: str, key: str = "Return") -> Callable[[], object]:
        def act() -> None:
            session.set_scope(scope)
            press(key)()

        return act

    def anywhere() -> None:
        assert session.case is not None
        session.go_to(chance.choice(list(session.case.marks)))

    def add() -> None:
        at = chance.randrange(len(session.case.document.text) - 20)  # type: ignore[union-attr]  # one is open
        session.add([(at, at + 5)], "PERSON")

    def filter_() -> None:
        review.panes.things.filter.setText(chance.choice("abcdefg"))

    acts: dict[str, Callable[[], object]] = {
        "confirm this one": decide_in("one"), "undo": press("Ctrl+Z"), "redo": press("Ctrl+Y"),
        "confirm, this person": decide_in("thing"), "confirm, this wording": decide_in("wording"),
        "confirm, this page": decide_in("page"), "confirm, this kind": decide_in("kind"),
        "keep": decide_in("thing", "K"), "next row": press("J"), "next undecided": press("N"),
        "go anywhere": anywhere, "mark by hand": add, "filter": filter_,
    }  # fmt: skip
    acts["label"] = lambda: session.relabel(f"Person {chance.randrange(9999) + 5000}")
    return acts


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from at_the_window import empty_window, wait_until

    with tempfile.TemporaryDirectory() as folder, empty_window(Path(folder)) as window:
        session = window.session
        session.name = "long.txt"
        session.draft_opened.emit("long.txt")
        session._begin(large_case())
        begun = time.monotonic()
        wait_until(lambda: time.monotonic() > begun + 2)
        empty = measure(window.menuBar().repaint)[ROUNDS // 2]
        print(f"{'':26}{'median':>10}{'95 %':>10}   as a multiple of an empty round trip ({empty:.2f} ms)")
        every: list[float] = []
        for name, act in actions(window).items():
            taken = measure(act)
            every += taken
            told(name, taken, empty)
        told("all", sorted(every), empty)


def told(name: str, taken: list[float], empty: float) -> None:
    """Print one row."""
    median, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"{name:26}{median:7.1f} ms{late:7.1f} ms{median / empty:8.0f} ×{late / empty:8.0f} ×", flush=True)


if __name__ == "__main__":
    main()
