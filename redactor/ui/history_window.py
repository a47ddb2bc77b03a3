"""The history of decisions to read and search, and to be saved as a table or a PDF once its risk was told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from redactor.errors import RedactorError, UnusableInput
from redactor.marks.record import as_csv, assurance, in_runs, record_of
from redactor.tasks.desk import Ticket
from redactor.tasks.orders import Answer, HistoryMade, MakeHistory, Progress
from redactor.ui import check_words, words
from redactor.ui.choosing import choose_history
from redactor.ui.controls import FRAME, NARROW, Button, heading, plain
from redactor.ui.history_model import HistoryModel
from redactor.ui.message_bar import Notice
from redactor.ui.session import Session

_LESS_NEEDED = (0, 4, 5)
"""Number, page and reason; the reason is in the tip of what was done."""
_MEASURED = 400
"""So many rows are each as high as they need; more would hold up the window, and get three lines."""


class HistoryWindow(QDialog):
    """Stays open beside the work, and shows what was decided until it was opened."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(check_words.HISTORY_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(980, 620).boundedTo(parent.screen().availableSize() - FRAME))
        self._session = session
        case = session.case
        if case is None:
            raise ValueError("there is no history without a case")
        self.record = record_of(case)
        self._folder = case.kept_at.parent if case.kept_at else Path.home()
        self._work: Ticket | None = None
        self._make_controls()
        self._lay_out()
        self._connect()
        self.filter.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps when, who and what."""
        super().resizeEvent(event)
        for column in _LESS_NEEDED:
            self.table.setColumnHidden(column, self.width() < NARROW * 0.75)

    def done(self, result: int) -> None:
        """Whatever closes the window stops the work."""
        self._stop()
        super().done(result)

    # Saving

    def _warn(self, suffix: str) -> None:
        """Say what the file holds before it is written."""
        self._suffix = suffix
        self.outcome.hide()
        self.warning.say(check_words.REAL_NAMES, check_words.REAL_NAMES_TEXT)
        self.save_button.setFocus()

    def _choose(self) -> None:
        self.warning.hide()
        proposed = self._folder / check_words.HISTORY_NAMES[self._suffix]
        choose_history(self, proposed, self.save)

    def save(self, path: Path) -> None:
        """Write the history to `path`; its suffix says how."""
        if path.suffix.lower() == ".pdf":
            self._work = self._session.desk.ask(
                MakeHistory(self.record), answer=lambda a: self._answer(a, path), failed=self._fail
            )
            self.bar.show()
            self.stop_button.show()
        else:
            self._write(path, as_csv(self.record).encode("utf-8-sig"))  # Excel needs it to show accents

    def _answer(self, answer: Answer, path: Path) -> None:
        match answer:
            case Progress(done, total, _note):
                self.bar.setRange(0, total)
                self.bar.setValue(done)
            case HistoryMade(pdf):
                self._stop()
                self._write(path, pdf)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as error:
            self._fail(UnusableInput(check_words.NOT_SAVED, check_words.NOT_SAVED_ADVICE, str(error)))
            return
        self.outcome.say(check_words.SAVED.format(path=path))

    def _fail(self, error: RedactorError) -> None:
        self._stop()
        self.outcome.say(*words.trouble(error))

    def _stop(self) -> None:
        if self._work:
            self._work.cancel()
            self._work = None
        self.bar.hide()
        self.stop_button.hide()

    # Inside

    def _make_controls(self) -> None:
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(check_words.FILTER)
        self.filter.setAccessibleName(check_words.FILTER)
        self.filter.setClearButtonEnabled(True)
        entries = in_runs(self.record.entries)
        self.model = HistoryModel(entries, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(check_words.HISTORY_TITLE)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        if len(entries) <= _MEASURED:
            self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setDefaultSectionSize(3 * self.fontMetrics().lineSpacing() + 8)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate((52, 146, 120, 0, 70, 130)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.warning, self.outcome = Notice("notice"), Notice("notice")
        self.save_button = self.warning.add_button(check_words.SAVE_ANYWAY, self._choose)
        self.warning.add_button(check_words.CANCEL, self.warning.hide)
        self.outcome.add_button(words.DISMISS, self.outcome.hide)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(check_words.MAKING_PDF)
        self.stop_button = Button(words.STOP)
        self.csv_button, self.pdf_button = Button(check_words.AS_CSV), Button(check_words.AS_PDF)
        self.close_button = Button(check_words.CLOSE, "Esc", look="primary")

    def _lay_out(self) -> None:
        top = heading(check_words.HISTORY_TITLE, big=True)
        top.setProperty("muted", False)
        self.assurance = plain(assurance(self.record))
        if not self.record.holds:
            self.assurance.setProperty("danger", True)
        buttons = QHBoxLayout()
        for part in (self.csv_button, self.pdf_button):
            buttons.addWidget(part)
        buttons.addWidget(self.bar, 1)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.bar.hide()
        self.stop_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (top, self.assurance, self.filter):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.warning)
        column.addWidget(self.outcome)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.filter)
        self.csv_button.clicked.connect(lambda _checked=False: self._warn(".csv"))
        self.pdf_button.clicked.connect(lambda _checked=False: self._warn(".pdf"))
        self.stop_button.clicked.connect(lambda _checked=False: self._stop())
        self.close_button.clicked.connect(lambda _checked=False: self.accept())
        self._session.closed.connect(self.reject)
