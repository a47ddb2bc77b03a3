"""A new draft of the open case is read, looked through, and takes over what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redactor.document.several import with_part
from redactor.errors import RedactorError
from redactor.marks.case import Case
from redactor.marks.new_draft import Carried, new_case
from redactor.tasks.orders import Answer, DraftRead, Found, OpenDraft, Progress, Suggest
from redactor.ui import new_draft_words as words
from redactor.ui.about_mark import sentence
from redactor.ui.aside import Aside

if TYPE_CHECKING:
    from redactor.document.source import Opened
    from redactor.tasks.desk import Desk, Ticket


@dataclass(frozen=True)
class Lost:
    """A mark of the former draft that has no place in the new one: its words, sentence, label and verdict."""

    id: str
    text: str
    sentence: str
    label: str
    verdict: str


@dataclass(frozen=True)
class GoneOn:
    """The case of a new draft, in memory, and what became of the decisions on the former one."""

    case: Case
    carried: Carried
    lost: tuple[Lost, ...] = field(repr=False)


class NewDraft(QObject):
    """One new draft of one case; the case itself stays as it is."""

    progress = Signal(int, int, str)  # done, total, note
    finished = Signal(object)  # GoneOn
    failed = Signal(object)  # RedactorError

    def __init__(self, desk: Desk, former: Case, by: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._former, self._by = desk, former, by
        self._aside = Aside(self)
        self._work: Ticket | None = None
        self._stopped = False

    def begin(self, path: Path, number: int = 1) -> None:
        """Read the new draft of document `number` (1-based) of the case."""
        self.progress.emit(0, 0, words.READING)

        def answer(told: Answer) -> None:
            if isinstance(told, Progress):
                self.progress.emit(told.done, told.total, told.note)
            elif isinstance(told, DraftRead):
                self._put_in_place(number, told.opened)

        self._work = self._desk.ask(OpenDraft(path), answer=answer, failed=self.failed.emit)

    def _put_in_place(self, number: int, draft: Opened) -> None:
        try:
            opened = with_part(self._former.opened, number, draft)
        except RedactorError as error:  # it is another document of this case
            self.failed.emit(error)
            return
        self._look(opened)

    def stop(self) -> None:
        """Leave it; nothing was changed."""
        self._stopped = True
        if self._work:
            self._work.cancel()

    def _look(self, opened: Opened) -> None:
        self.progress.emit(0, 0, words.LOOKING)
        lists = self._former.lists

        def answer(told: Answer) -> None:
            if isinstance(told, Progress):
                self.progress.emit(told.done, told.total, told.note)
            elif isinstance(told, Found) and told.final:
                self._carry(opened, told)

        order = Suggest(opened.document.text, lists.always, lists.never, whos_who=lists.whos_who)
        self._work = self._desk.ask(order, answer=answer, failed=self.failed.emit)

    def _carry(self, opened: Opened, found: Found) -> None:
        """Aligning two long drafts takes seconds."""
        self.progress.emit(0, 0, words.CARRYING)
        former, by = self._former, self._by

        def work() -> GoneOn:
            looked = (found.findings, found.labels, found.roles)
            case, carried = new_case(former, opened, looked, by=by)
            return GoneOn(case, carried, tuple(_lost(former, id) for id in carried.lost))

        self._aside.run(work, done=self._done, failed=self.failed.emit)

    def _done(self, gone_on: GoneOn) -> None:
        if not self._stopped:
            self.finished.emit(gone_on)


def _lost(former: Case, id: str) -> Lost:
    mark = former.marks[id]
    said = sentence(former.document.text, mark)
    return Lost(id, mark.text, said, former.labels.get(mark.entity, ""), str(mark.verdict))
