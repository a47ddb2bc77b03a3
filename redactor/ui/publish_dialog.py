"""The last step: how the gaps look, where the copy goes, what is checked, and how it ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from redactor.errors import NotSafeToPublish, RedactorError
from redactor.tasks.orders import Published
from redactor.ui import document_words, words
from redactor.ui.controls import FRAME, Button, empty, heading, plain
from redactor.ui.destination_choice import DestinationChoice
from redactor.ui.publishing import Publishing
from redactor.ui.session import Session
from redactor.ui.wording_choice import WordingChoice


class PublishDialog(QDialog):
    """Three pages, one after the other: what to do, how far it is, how it ended."""

    def __init__(self, session: Session, proposed: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PUBLISH_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(560, 360)
        self.resize(QSize(600, 560).boundedTo(parent.screen().availableSize() - FRAME))
        self._session, self._proposed = session, proposed
        self._work = Publishing(session.desk, self)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self._pages)
        for page in (self._choices(), self._checking(), self._ending()):
            self._pages.addWidget(page)
        self._work.progress.connect(self._told)
        self._work.published.connect(self._succeeded)
        self._work.failed.connect(self._failed)
        self.publish_button.setFocus()

    # What to do

    def _choices(self) -> QWidget:
        page, column = _page(words.PUBLISH_HEADING)
        self.labels, self.boxes = QRadioButton(words.AS_LABELS), QRadioButton(words.AS_BOXES)
        (self.labels if self._session.style == "pseudonym" else self.boxes).setChecked(True)
        self.wording = WordingChoice(self._session)
        case = self._session.case
        self.where = DestinationChoice(document_words.titles(case.document if case else None), self._proposed)
        self.publish_button = Button(words.PUBLISH_NOW, look="primary")
        self.publish_button.clicked.connect(lambda _checked=False: self._start())
        cancel = Button(words.CANCEL)
        cancel.clicked.connect(self.reject)
        lines = QVBoxLayout()
        lines.setSpacing(8)
        for part in (heading(words.STYLE_HEADING), self.labels, self.boxes, self.wording):
            lines.addWidget(part)
        lines.addSpacing(8)
        lines.addWidget(self.where)
        lines.addSpacing(8)
        lines.addWidget(plain(words.PUBLISH_TEXT, muted=True))
        area = _scrolled(lines)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(area, 1)
        column.addLayout(_row(cancel, self.publish_button))
        return page

    def _start(self) -> None:
        case = self._session.case
        if case is None:
            return
        if not self.wording.take():
            self.wording.ask()
            return
        self._forget_steps()
        self._pages.setCurrentIndex(1)
        self.stop_button.setFocus()
        try:
            targets = self.where.targets()
        except RedactorError as error:
            self._failed(error)
        else:
            self._work.publish(case, "pseudonym" if self.labels.isChecked() else "blackout", targets)

    # How far it is

    def _checking(self) -> QWidget:
        page, column = _page(words.PUBLISHING)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words.PUBLISHING)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(4)
        self._step = ""
        self.stop_button = Button(words.STOP)
        self.stop_button.clicked.connect(self.reject)
        column.addWidget(self.bar)
        column.addWidget(_scrolled(self._steps), 1)
        column.addLayout(_row(self.stop_button))
        return page

    def _told(self, done: int, total: int, note: str) -> None:
        """One line for each kind of step: removing goes page by page, checks one by one."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        step = note.split(":", 1)[0] if note.startswith(words.REMOVING) else note
        if step != self._step:
            self._tick_last()
            self._steps.addWidget(plain(f"{words.UNDER_WAY} {step}"))
            self._step = step

    def _tick_last(self) -> None:
        item = self._steps.itemAt(self._steps.count() - 1) if self._steps.count() else None
        if item and (label := item.widget()):
            label.setText(f"{words.TICKED} {self._step}")  # type: ignore[attr-defined]  # made by plain()

    def _forget_steps(self) -> None:
        self._step = ""
        empty(self._steps)

    # How it ended

    def _ending(self) -> QWidget:
        page, column = _page("")
        self.outcome = plain()
        font = self.outcome.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.outcome.setFont(font)
        self.advice = plain()
        self._problems = QVBoxLayout()
        self.open_folder = Button(words.OPEN_FOLDER)
        self.open_folder.clicked.connect(
            lambda _checked=False: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.where.folder)))
        )
        self.back_button = Button(words.CHANGE_AND_TRY)
        self.back_button.clicked.connect(lambda _checked=False: self._pages.setCurrentIndex(0))
        self.close_button = Button(words.CLOSE, look="primary")
        self.close_button.clicked.connect(self.accept)
        column.addWidget(self.outcome)
        column.addWidget(self.advice)
        column.addWidget(_scrolled(self._problems), 1)
        column.addLayout(_row(self.open_folder, self.back_button, self.close_button))
        return page

    def _succeeded(self, made: tuple[Published, ...]) -> None:
        lines = [f"{words.TICKED} {promise}" for promise in made[0].promises]
        for published in made:
            lines += [published.path.name] if len(made) > 1 else []
            lines += [words.became_picture(page, why) for page, why in published.rasterised]
            lines += [words.width_kept(page, why) for page, why in published.widths]
            lines += [words.no_room(page, count) for page, count in published.tight]
        lies_at = made[0].path if len(made) == 1 else self.where.folder
        removed = sum(published.removed for published in made)
        self._end(words.published(removed), words.PUBLISHED_AT.format(path=lies_at), lines, good=True)

    def _failed(self, error: RedactorError) -> None:
        problems = [f"• {line}" for line in error.problems] if isinstance(error, NotSafeToPublish) else []
        sentence, advice = words.trouble(error)
        self.where.tidy()
        before = [published.path.name for published in self._work.made]
        kept = document_words.published_but(before) if before else words.NOTHING_WRITTEN
        self._end(sentence, f"{advice} {kept}".strip(), problems, good=False)

    def _end(self, sentence: str, advice: str, lines: list[str], *, good: bool) -> None:
        self.outcome.setText(sentence)
        self.outcome.setProperty("danger", not good)
        self.outcome.style().polish(self.outcome)
        self.advice.setText(advice)
        empty(self._problems)
        for line in lines:
            self._problems.addWidget(plain(line))
        self._problems.addStretch(1)
        self.open_folder.setVisible(good)
        self.back_button.setVisible(not good)
        self._pages.setCurrentIndex(2)
        self.close_button.setFocus()
        self.setAccessibleDescription(f"{sentence} {advice}")

    def done(self, result: int) -> None:
        """Whatever closes the dialog stops the work."""
        self._stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def _stop(self) -> None:
        self._work.stop()
        self.where.tidy()


def _page(title: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    if title:
        top = heading(title, big=True)
        top.setProperty("muted", False)
        column.addWidget(top)
    return page, column


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _scrolled(lines: QVBoxLayout) -> QScrollArea:
    inner = QWidget()
    outer = QVBoxLayout(inner)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addLayout(lines)
    outer.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
