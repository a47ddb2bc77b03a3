"""The preview and the publication, made and proved in a spare process; and pictures of pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from redactor.errors import RedactorError
from redactor.marks.case import Case
from redactor.publish.decided import plan_of, plan_so_far
from redactor.publish.plan import Style
from redactor.tasks.desk import Desk, Ticket
from redactor.tasks.orders import (
    Answer,
    Drawn,
    Picture,
    Preview,
    Previewed,
    Progress,
    Publish,
    Published,
    Slot,
)
from redactor.ui.page_pictures import Clip, Draw


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


def drawer(desk: Desk, slot: Slot) -> Draw:
    """How a page view gets its pictures from the spare process."""

    def draw(page: int, scale: float, clip: Clip | None, done: object) -> Ticket:
        assert callable(done)

        def answer(answer: Answer) -> None:
            if isinstance(answer, Drawn):
                done(_image(answer))

        return desk.ask(Picture(page, scale, clip, slot), answer=answer, failed=lambda _error: done(QImage()))

    return draw


def _image(drawn: Drawn) -> QImage:
    """The picture, with memory of its own."""
    shared = QImage(drawn.samples, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
    return shared.copy()
