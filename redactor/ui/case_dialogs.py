"""The dialogs about the file of the open case: another passphrase, a copy for the legal reviewer, a smaller file."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from redactor.marks import casefile
from redactor.marks.case import Case
from redactor.ui import case_words, words
from redactor.ui.choosing import choose_new_case
from redactor.ui.controls import Button
from redactor.ui.dialog_parts import named_line, secret_line, show_box
from redactor.ui.session import Session
from redactor.ui.slow_dialog import SlowDialog


class PassphraseDialog(SlowDialog):
    """The present passphrase, and another one twice."""

    def __init__(self, case: Case, session: Session, parent: QWidget) -> None:
        texts = (case_words.PASSPHRASE_HEADING, case_words.PASSPHRASE_TEXT, case_words.CHANGE)
        super().__init__(case_words.PASSPHRASE_TITLE, texts, parent)
        self._case, self._session = case, session
        self.present = secret_line(case_words.PRESENT)
        self.first, self.again = secret_line(case_words.NEW), secret_line(words.PASSPHRASE_AGAIN)
        self.form.addRow(case_words.PRESENT, self.present)
        self.form.addRow(case_words.NEW, self.first)
        self.form.addRow(words.PASSPHRASE_AGAIN, self.again)
        self.form.addRow("", show_box(self.present, self.first, self.again))
        self.present.returnPressed.connect(self.first.setFocus)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.attempt)
        self.present.setFocus()

    def attempt(self) -> None:
        """Encrypt the file anew."""
        case, present = self._case, self.present.text()
        if new := self.new_passphrase(self.first, self.again):
            self.start(lambda: casefile.change_passphrase(case, present, new), case_words.CHANGING)

    def over(self, _result: Any) -> None:
        self._session.said.emit(case_words.CHANGED)


class CopyDialog(SlowDialog):
    """Where the copy goes, and its own passphrase twice."""

    def __init__(self, case: Case, session: Session, parent: QWidget) -> None:
        texts = (case_words.COPY_HEADING, case_words.COPY_TEXT, case_words.COPY)
        super().__init__(case_words.COPY_TITLE, texts, parent)
        self._case, self._session = case, session
        self._path = _proposed(case)
        self.first, self.again = secret_line(words.PASSPHRASE), secret_line(words.PASSPHRASE_AGAIN)
        self.place = named_line(case_words.COPY_PLACE, str(self._path))
        self.place.setReadOnly(True)
        self.change = Button(words.CHANGE)
        self.change.clicked.connect(lambda _checked=False: choose_new_case(self, self._path, self._moved))
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.change)
        self.form.addRow(words.PASSPHRASE, self.first)
        self.form.addRow(words.PASSPHRASE_AGAIN, self.again)
        self.form.addRow("", show_box(self.first, self.again))
        self.form.addRow(case_words.COPY_PLACE, row)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.attempt)
        self.first.setFocus()

    def attempt(self) -> None:
        """Write the copy."""
        case, path = self._case, self._path
        if passphrase := self.new_passphrase(self.first, self.again):
            self.start(lambda: casefile.copy_for(case, path, passphrase), case_words.COPYING)

    def over(self, _result: Any) -> None:
        self._session.said.emit(case_words.COPIED.format(name=self._path.name))

    def _moved(self, path: Path) -> None:
        self._path = path
        self.place.setText(str(path))


class CompactDialog(SlowDialog):
    """Says what it does before it does it, and what it brought."""

    def __init__(self, case: Case, session: Session, parent: QWidget) -> None:
        texts = (case_words.COMPACT_HEADING, case_words.COMPACT_TEXT, case_words.COMPACT)
        super().__init__(case_words.COMPACT_TITLE, texts, parent)
        self._case, self._session = case, session
        self.fields.hide()
        self.accept_button.setFocus()

    def attempt(self) -> None:
        """Write the file anew."""
        case = self._case

        def work() -> tuple[int, int]:
            before = _size(case)
            casefile.compact(case)
            return before, _size(case)

        self.start(work, case_words.COMPACTING)

    def over(self, sizes: Any) -> None:
        before, after = map(case_words.size, sizes)
        self._session.said.emit(case_words.COMPACTED.format(before=before, after=after))


def _size(case: Case) -> int:
    return case.kept_at.stat().st_size if case.kept_at else 0


def _proposed(case: Case) -> Path:
    """Beside the case, under a name that is free."""
    at = case.kept_at or Path.home() / words.CASE_NAME
    stem = case_words.COPY_NAME.format(stem=at.stem)
    names = chain([stem], (f"{stem} {number}" for number in count(2)))
    return next(path for name in names if not (path := at.with_name(f"{name}{at.suffix}")).exists())
