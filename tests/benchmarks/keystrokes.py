"""Keystrokes of an honest review of the marked-up reports, through the real window by keys alone.

    python tests/benchmarks/keystrokes.py [--trace] [REPORT.txt …]

The reviewer looks at the rows that the window shows for one decision, and knows of each whether it is an identifier (the
mark-up says so). A wrong row is walked to and kept; when all rows are right, Enter. Then the report is read page by
page; what was missed is found by its letters and marked. Every key is counted from when the case is kept. Target: at
least 4 marks a keystroke of deciding and adding, and no identifier left.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from laid_out import EVALUATION

if TYPE_CHECKING:
    from redactor.ui.window import Window

MARKED = re.compile(r"\[\[([A-Z]+):([a-z0-9_]+):([^\[\]\n]+?)\]\]")
NOT_IDENTIFIERS = frozenset({"PUBLIC", "KEEP"})
TRACE = "--trace" in sys.argv


def read_gold(path: Path) -> tuple[str, list[tuple[int, int]]]:
    """The report without its mark-up, and where its identifiers stand in it (character offsets)."""
    marked, plain, spans, done = path.read_text(encoding="utf-8"), "", [], 0
    for match in MARKED.finditer(marked):
        plain += marked[done : match.start()]
        if match[1] not in NOT_IDENTIFIERS:
            spans.append((len(plain), len(plain) + len(match[3])))
        plain += match[3]
        done = match.end()
    return plain + marked[done:], spans


@dataclass
class Reviewer:
    """Presses keys where the focus is; sees the rows of the list, the big button and the pages."""

    window: Window
    gold: list[tuple[int, int]]
    keys: Counter[str] = field(default_factory=Counter)

    def press(self, key: str, what: str) -> None:
        """Press one key, and count it."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(key))
        QApplication.processEvents()
        self.keys[what] += 1

    def decide(self) -> None:
        """Kind by kind, so many rows at a time as are shown."""
        self.press("5", "deciding")
        panel = self.window.review.panes.panel  # type: ignore[union-attr]  # a draft is open
        while panel.next.isEnabled():
            rows = panel.looks.rows()
            wrong = [at for at, row in enumerate(rows) if not self.is_identifier(row.id)]
            if TRACE:
                print(panel.confirm.text(), [row.html for row in rows], wrong)
            if not wrong:
                self.press("Return", "deciding")
            elif len(wrong) == len(rows) > 1:
                self.press("Ctrl+K", "deciding")
            else:
                here = next(at for at, row in enumerate(rows) if row.current)
                there = min(wrong, key=lambda at: min((at - here) % len(rows), (here - at) % len(rows)))
                self.walk(here, there, len(rows))
                self.press("K", "deciding")

    def walk(self, here: int, there: int, rows: int) -> None:
        """From row to row, the shorter way round."""
        down, up = (there - here) % rows, (here - there) % rows
        for _ in range(min(down, up)):
            self.press("J" if down <= up else "Shift+J", "deciding")

    def read(self) -> None:
        """Every page from top to bottom."""
        pages = self.window.review.pages  # type: ignore[union-attr]  # a draft is open
        self.press("Home", "reading")
        bar = pages.verticalScrollBar()
        while bar.value() < bar.maximum():
            self.press("PgDown", "reading")

    def add_missed(self) -> None:
        """Find what was not taken out by its letters, and mark all of it."""
        tried: set[str] = set()
        while missed := [wording for wording in self.uncovered() if wording not in tried]:
            tried.add(missed[0])
            if TRACE:
                print("missed:", missed[0])
            self.press("F", "adding")
            for letter in missed[0]:
                self.press_letter(letter)
            self.press("Ctrl+Return", "adding")

    def press_letter(self, letter: str) -> None:
        """Type a letter."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        QTest.keyClicks(QApplication.focusWidget() or self.window, letter)
        self.keys["adding"] += 1

    def is_identifier(self, id: str) -> bool:
        """Whether a mark touches an identifier."""
        mark = self.window.session.case.marks[id]  # type: ignore[union-attr]  # a case is open
        return any(start < mark.end and mark.start < end for start, end in self.gold)

    def uncovered(self) -> Iterator[str]:
        """The words of identifiers that are not taken out."""
        case = self.window.session.case
        assert case is not None
        taken = bytearray(len(case.document.text))
        for mark in case.marks.values():
            if mark.verdict == "redact":
                taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
        text = case.document.text
        for start, end in self.gold:
            open_ = [at for at in range(start, end) if text[at].isalnum() and not taken[at]]
            if open_:
                yield text[open_[0] : open_[-1] + 1]

    def wrongly_taken(self) -> int:
        """Confirmed marks that touch no identifier: worded the same as one that was right."""
        case = self.window.session.case
        assert case is not None
        return sum(
            mark.verdict == "redact" and not self.is_identifier(mark.id) for mark in case.marks.values()
        )


def main(reports: list[Path]) -> int:
    """Review each report and print its figures; exit status 1 where one falls short."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from at_the_window import empty_window, wait_until

    short = 0
    heads = ("report", "marks", "deciding", "adding", "reading", "marks a key", "left", "wrongly taken")
    print("".join(f"{head:>14}" for head in heads))
    with tempfile.TemporaryDirectory() as folder, empty_window(Path(folder)) as window:
        for report in reports:
            text, gold = read_gold(report)
            draft = Path(folder) / report.name
            draft.write_text(text, encoding="utf-8")
            complete: list[bool] = []
            told = window.session.suggestions_complete.connect(lambda done=complete: done.append(True))
            window.session.open_draft(draft)
            wait_until(lambda done=complete: bool(done))
            window.session.suggestions_complete.disconnect(told)
            settle(window, draft.with_suffix(".redactor"))
            short += review(Reviewer(window, gold), report.stem, text)
    return 1 if short else 0


def settle(window: Window, path: Path) -> None:
    """Keep the case, and put off what the window asks once, as anybody does who begins; this is not counted."""
    from PySide6.QtWidgets import QApplication, QPushButton

    window.session.keep_in(path, "four quiet unrelated words")
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.accessibleName() == "Not now":
            button.click()
    QApplication.processEvents()
    window.review.pages.setFocus()  # type: ignore[union-attr]  # a draft is open


def review(reviewer: Reviewer, name: str, text: str) -> bool:
    """Review one report and print its row; True where it falls short."""
    case = reviewer.window.session.case
    assert case is not None
    if case.document.text.split() != text.split():
        raise SystemExit(f"{name} was read otherwise than it is marked up")
    reviewer.decide()
    reviewer.read()
    reviewer.add_missed()
    keys, left = reviewer.keys, len(list(reviewer.uncovered()))
    ratio = len(case.marks) / (keys["deciding"] + keys["adding"])
    figures = (len(case.marks), keys["deciding"], keys["adding"], keys["reading"], f"{ratio:.2f}", left)
    print("".join(f"{figure:>14}" for figure in (name, *figures, reviewer.wrongly_taken())), flush=True)
    return ratio < 4 or left > 0


if __name__ == "__main__":
    chosen = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    chosen = chosen or sorted((EVALUATION / "dev").glob("*.txt"))
    sys.exit(main(chosen) if chosen else "There are no marked-up reports beside this repository.")
