"""How long each action of a reviewer takes on a case of 1,000 pages and 20,000 marks, in the real window.

    python tests/benchmarks/actions.py

From the key until the window has nothing left to do, painting included; median, 95th percentile and slowest, also as a
multiple of an empty round trip through Qt's event loop with one repaint. On a busy machine the clock counts what others
do; the processor's time is what the window itself needed. Target: 95th percentile at most 50 ms.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.ui.window import Window

PAGES, MARKS, WORDS = 1000, 20_000, 600
ROUNDS = 40
MANY = 5000
_TURNS = 60
_HEAD = """in ms                       median    95 %  slowest   processor    95 %   as a multiple of an empty round trip ({empty:.2f} ms)"""


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


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds of each round, ascending: by the clock, and of the processor in the window's own thread."""

    clock: list[float]
    processor: list[float]


def measure(act: Callable[[], object], rounds: int = ROUNDS) -> Taken:
    """Do something so many times, each until nothing is left to do."""
    from PySide6.QtWidgets import QApplication

    clock, processor = [], []
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.thread_time()
        act()
        QApplication.processEvents()
        clock.append((time.perf_counter() - begun) * 1000)
        processor.append((time.thread_time() - worked) * 1000)
    return Taken(sorted(clock), sorted(processor))


def longest_turns(act: Callable[[], object], rounds: int = ROUNDS) -> Taken:
    """The same of what goes on in the background: the longest turn of the event loop, which is what a key waits."""
    taken = []
    for _ in range(rounds):
        act()
        turns = measure(lambda: None, _TURNS)
        taken.append((turns.clock[-1], turns.processor[-1]))
    return Taken(sorted(clock for clock, _ in taken), sorted(processor for _, processor in taken))


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
        "keep": decide_in("thing", "K"), "next row": decide_in("kind", "J"), "next undecided": press("N"),
        "go anywhere": anywhere, "mark by hand": add, "take that back": press("Ctrl+Z"), "filter": filter_,
    }  # fmt: skip
    acts["label"] = lambda: session.relabel(f"Person {chance.randrange(9999) + 5000}")
    acts["labels or boxes"] = lambda: session.set_style(
        "blackout" if session.style == "pseudonym" else "pseudonym"
    )
    return acts


def decide_on_many(window: Window) -> Callable[[], object]:
    """One decision on five thousand marks is taken back and made again in turn."""
    session = window.session
    assert session.case is not None
    ids = random.Random(2).sample(sorted(session.case.marks), MANY)
    session.decide("keep", lambda case: case.keep(ids, by="A"))
    verbs = cycle((session.undo, session.redo))
    return lambda: next(verbs)()


def look_for_others(window: Window) -> Callable[[], object]:
    """What goes on after a name was marked by hand."""
    session, review = window.session, window.review
    assert session.case is not None
    assert review is not None
    names = cycle([mark for mark in session.case.marks.values() if mark.text.isalpha()][:50])
    return lambda: review.panes.offer.look_for(next(names))


def check(window: Window) -> dict[str, Callable[[], object]]:
    """What the legal reviewer does."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest

    session, review = window.session, window.review
    assert review is not None
    session.set_role("legal")
    return {
        name: lambda key=key: QTest.keySequence(review.pages, QKeySequence(key))  # type: ignore[misc]  # the key of this name
        for name, key in (("agree", "Y"), ("next to check", "N"))
    }


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # what the platform says it cannot do
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from at_the_window import empty_window, wait_until

    with tempfile.TemporaryDirectory() as folder, empty_window(Path(folder)) as window:
        session = window.session
        session.name = "long.txt"
        session.draft_opened.emit("long.txt")
        session._begin(large_case())
        begun = time.monotonic()
        wait_until(lambda: time.monotonic() > begun + 2)
        empty = measure(window.menuBar().repaint, 100).clock[50]
        print(_HEAD.format(empty=empty))
        every: list[Taken] = []
        for name, act in actions(window).items():
            every.append(told(name, measure(act), empty))
        told("five thousand undone", measure(decide_on_many(window), ROUNDS // 4), empty)
        told("a key after marking", longest_turns(look_for_others(window), ROUNDS // 4), empty)
        for name, act in check(window).items():
            every.append(told(name, measure(act), empty))
        told("all but the five thousand", together(every), empty)


def together(each: list[Taken]) -> Taken:
    """All of them as one."""
    return Taken(
        sorted(chain.from_iterable(taken.clock for taken in each)),
        sorted(chain.from_iterable(taken.processor for taken in each)),
    )


def told(name: str, taken: Taken, empty: float) -> Taken:
    """Print one row; returns what was taken."""
    clock, processor = taken.clock, taken.processor
    middle, late = len(clock) // 2, int(len(clock) * 0.95)
    print(
        f"{name:26}{clock[middle]:8.1f}{clock[late]:8.1f}{clock[-1]:9.1f}"
        f"{processor[middle]:10.1f}{processor[late]:8.1f}{clock[middle] / empty:9.0f} ×{clock[late] / empty:7.0f} ×",
        flush=True,
    )
    return taken


if __name__ == "__main__":
    main()
