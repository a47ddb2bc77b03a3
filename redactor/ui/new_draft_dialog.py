"""Says how far a new draft is, and can be stopped; the case cannot be changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QWidget

from redactor.errors import RedactorError
from redactor.marks.case import Case
from redactor.ui import new_draft_words as words
from redactor.ui.controls import Button, plain
from redactor.ui.dialog_parts import dialog_column, trouble_line
from redactor.ui.new_draft import GoneOn, NewDraft
from redactor.ui.session import Session
from redactor.ui.words import CLOSE, trouble


class NewDraftDialog(QDialog):
    """Closes by itself when the new case is there."""

    def __init__(
        self,
        session: Session,
        case: Case,
        draft: tuple[Path, int],
        then: Callable[[GoneOn], None],
        parent: QWidget,
    ) -> None:
        """`draft`: the file, and which document of the case (1-based) it is a new draft of."""
        super().__init__(parent)
        path, number = draft
        self.setWindowTitle(words.TITLE)
        self.note = plain(words.READING)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.trouble = trouble_line()
        self.stop_button = Button(words.STOP)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop_button)
        column = dialog_column(self, words.HEADING.format(name=path.name), words.TEXT)
        for part in (self.note, self.bar, self.trouble):
            column.addWidget(part)
        column.addLayout(row)
        self._then, self._window = then, parent
        self._work = NewDraft(session.desk, case, session.by, self)
        self._work.progress.connect(self._tell)
        self._work.failed.connect(self._fail)
        self._work.finished.connect(self._finish)
        self.stop_button.clicked.connect(self.reject)
        self.stop_button.setFocus()
        self._work.begin(path, number)

    def reject(self) -> None:
        """Stop: nothing was changed."""
        self._work.stop()
        super().reject()

    def _tell(self, done: int, total: int, note: str) -> None:
        self.note.setText(f"{note.rstrip('…')}…")
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(min(done, total))
        self.bar.setAccessibleName(note)

    def _fail(self, error: RedactorError) -> None:
        self.bar.hide()
        self.note.hide()
        self.trouble.setText(" ".join(trouble(error)))
        self.trouble.show()
        self.stop_button.say(CLOSE)
        self.adjustSize()

    def _finish(self, gone_on: GoneOn) -> None:
        self.accept()
        then = self._then
        QTimer.singleShot(
            0, self._window, lambda: then(gone_on)
        )  # once this is gone: what opens next has the keys
