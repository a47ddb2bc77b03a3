"""A draft is read and looked through in spare processes; what they find arrives piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redactor.errors import RedactorError
from redactor.ui import words

if TYPE_CHECKING:  # the orders load when the first is given, so that the window is there at once
    from redactor.document.source import Document
    from redactor.marks.lists import Lists
    from redactor.tasks.desk import Desk, Ticket
    from redactor.tasks.orders import Answer, LoadFile, LoadPdf, OpenDraft, Suggest


class Opening(QObject):
    """Reads one draft at a time: first its pages, then the suggestions."""

    pages_known = Signal(object)  # width and height of each page, points
    draft_read = Signal(object)  # Opened
    found = Signal(object)  # orders.Found
    own_left_out = Signal(object)  # RedactorError: why the look goes on without it
    progress = Signal(int, int, str)  # done, total, note; "" when the work is over
    failed = Signal(object)  # RedactorError

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Ticket | None = None
        self._drawn_file: Path | None = None

    @property
    def busy(self) -> bool:
        """Whether a draft is being read or looked through."""
        return self._work is not None

    def open_draft(self, path: Path, *, drawn: bool = True) -> None:
        """Read a draft; the pages of a PDF can be `drawn` while it is read."""
        from redactor.tasks.orders import LoadFile, OpenDraft

        self.stop()
        if drawn and path.suffix.lower() == ".pdf":
            self._drawn_file = path
            self._load(LoadFile(path))
        # Reading is over with DraftRead, upon which the next order follows before this one's end is told.
        self._ask(OpenDraft(path), words.READING_NOW, done=_nothing, failed=self._fail)

    def suggest(self, document: Document, lists: Lists, own: Path | None) -> None:
        """Look through the text of a draft, with the lists of its case and the name model in the folder `own`."""
        from redactor.tasks.orders import Suggest

        self.stop()
        failed = partial(self._without_own, document, lists) if own else self._fail
        order = Suggest(document.text, lists.always, lists.never, own, lists.whos_who)
        self._ask(order, words.LOOKING_NOW, done=self._over, failed=failed)

    def draw_from(self, pdfs: Sequence[bytes]) -> None:
        """Have the pages drawn from these PDFs, as if they were one."""
        from redactor.tasks.orders import LoadPdf

        self._load(LoadPdf(pdfs[0], further=tuple(pdfs[1:])))

    @property
    def draws_file(self) -> bool:
        """Whether the pages are drawn from the very file that is read."""
        return self._drawn_file is not None

    def stop(self) -> None:
        """End the work under way; nothing more of it arrives, and what comes next draws its own pages."""
        self._drawn_file = None
        if self._work:
            self._work.cancel()
            self._over()

    def _load(self, order: LoadFile | LoadPdf) -> None:
        self._desk.ask(order, answer=self._answer, done=_nothing, failed=self._not_drawn)

    def _ask(
        self,
        order: OpenDraft | Suggest,
        note: str,
        *,
        done: Callable[[], None],
        failed: Callable[[RedactorError], None],
    ) -> None:
        self.progress.emit(0, 0, note)
        self._work = self._desk.ask(order, answer=self._answer, done=done, failed=failed)

    def _answer(self, answer: Answer) -> None:
        from redactor.tasks.orders import DraftRead, Found, Loaded, Progress

        match answer:
            case Progress(done, total, note):
                self.progress.emit(done, total, note)
            case DraftRead(opened):
                self._over()
                self.draft_read.emit(opened)
            case Loaded(sizes, _slot):
                self.pages_known.emit(sizes)
            case Found():
                self.found.emit(answer)

    def _not_drawn(self, error: RedactorError) -> None:
        """What the reader finds wrong with the same file is told by it; anything else is told here."""
        if not self.busy:
            self.failed.emit(error)

    def _over(self) -> None:
        self._work = None
        self.progress.emit(0, 0, "")

    def _without_own(self, document: Document, lists: Lists, error: RedactorError) -> None:
        """Whatever is wrong with a model from outside, ours must not wait for it."""
        self._over()
        self.own_left_out.emit(error)
        self.suggest(document, lists, None)

    def _fail(self, error: RedactorError) -> None:
        self._over()
        self.failed.emit(error)


def _nothing() -> None:
    """Nothing follows."""
