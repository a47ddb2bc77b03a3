"""The preview and the publication, made and proved in a spare process."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from redactor.errors import RedactorError
from redactor.marks.case import Case
from redactor.publish.decided import plan_of, plan_so_far
from redactor.publish.plan import Style
from redactor.tasks.desk import Desk, Ticket
from redactor.tasks.orders import (
    Answer,
    Preview,
    Previewed,
    Progress,
    Publish,
    Published,
)


class Publishing(QObject):
    """One order at a time; a new one takes the place of the last."""

    progress = Signal(int, int, str)  # done, total, note
    previewed = Signal(object)  # Previewed
    published = Signal(object)  # Published
    failed = Signal(object)  # RedactorError
    over = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Ticket | None = None

    def preview(self, case: Case, style: Style) -> None:
        """Make what would be published as the case is decided now."""
        self.stop()
        self._ask(Preview(case.pdf, plan_so_far(case, style)))

    def publish(self, case: Case, style: Style, destination: Path) -> None:
        """Publish to `destination`, once proved; `failed` tells where it cannot be."""
        self.stop()
        try:
            self._ask(Publish(case.pdf, plan_of(case, style), destination))
        except RedactorError as error:
            self.failed.emit(error)

    def stop(self) -> None:
        """End the work under way; nothing was written."""
        if self._work:
            self._work.cancel()
            self._end()

    def _ask(self, order: Preview | Publish) -> None:
        self._work = self._desk.ask(order, answer=self._answer, done=self._end, failed=self._fail)

    def _answer(self, answer: Answer) -> None:
        match answer:
            case Progress(done, total, note):
                self.progress.emit(done, total, note)
            case Previewed():
                self.previewed.emit(answer)
            case Published():
                self.published.emit(answer)

    def _end(self) -> None:
        self._work = None
        self.over.emit()

    def _fail(self, error: RedactorError) -> None:
        self._end()
        self.failed.emit(error)
