"""The preview and the publication, made and proved in a spare process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    """One order at a time; a new one takes the place of the last.

    Attributes:
        made: what was published since `publish` was called.
        document: which one (1-based) was last asked for.
    """

    progress = Signal(int, int, str)  # done, total, note
    previewed = Signal(object)  # Previewed
    published = Signal(object)  # tuple[Published, ...], once all are
    failed = Signal(object)  # RedactorError
    over = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Ticket | None = None
        self.made: list[Published] = []
        self.document = 1

    def preview(self, case: Case, style: Style, document: int = 1) -> None:
        """Make what would be published of a document (1-based) as the case is decided now."""
        self.stop()
        self.document = document
        pdf = case.opened.pdfs[document - 1]
        self._ask(Preview(pdf, plan_so_far(case, style, document)), done=self._end)

    def publish(self, case: Case, style: Style, targets: Sequence[tuple[int, Path]]) -> None:
        """Publish documents (1-based) to their destinations, one after the other, each once proved.

        `failed` tells where one cannot be; none after it is published then.
        """
        self.stop()
        self.made = []
        self._publish_next(case, style, list(targets))

    def _publish_next(self, case: Case, style: Style, left: list[tuple[int, Path]]) -> None:
        if not left:
            self._end()
            self.published.emit(tuple(self.made))
            return
        (self.document, destination), *rest = left
        pdf = case.opened.pdfs[self.document - 1]
        try:
            order = Publish(pdf, plan_of(case, style, self.document), destination)
        except RedactorError as error:
            self._fail(error)
        else:
            self._ask(order, done=lambda: self._publish_next(case, style, rest))

    def stop(self) -> None:
        """End the work under way; nothing was written."""
        if self._work:
            self._work.cancel()
            self._end()

    def _ask(self, order: Preview | Publish, *, done: Callable[[], None]) -> None:
        self._work = self._desk.ask(order, answer=self._answer, done=done, failed=self._fail)

    def _answer(self, answer: Answer) -> None:
        match answer:
            case Progress(done, total, note):
                self.progress.emit(done, total, note)
            case Previewed():
                self.previewed.emit(answer)
            case Published():
                self.made.append(answer)

    def _end(self) -> None:
        self._work = None
        self.over.emit()

    def _fail(self, error: RedactorError) -> None:
        self._end()
        self.failed.emit(error)
