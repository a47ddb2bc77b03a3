"""Another document for the open case: read and looked through with the others before anything of the case changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redactor.errors import RedactorError, UnusableInput
from redactor.ui import document_words
from redactor.ui.choosing import choose_draft
from redactor.ui.opening import Opening

if TYPE_CHECKING:  # loads with the first document that is added
    from redactor.document.source import Opened
    from redactor.tasks.orders import Found
    from redactor.ui.window import Window


class Adding(QObject):
    """Adds one document at a time. Deciding goes on meanwhile; where this is stopped, the case is as it was."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        session = self._session
        self._draft: Opened | None = None
        self._reading = Opening(session.desk, self)
        self._reading.progress.connect(session.progress)
        self._reading.draft_read.connect(self._look_through)
        self._reading.found.connect(self._found)
        self._reading.failed.connect(session.failed)
        self._reading.own_left_out.connect(session.failed)
        session.closed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether a document is being read or looked through."""
        return self._reading.busy

    def ask(self) -> None:
        """Let the user pick a document, and add it."""
        if self._session.case is None:
            return
        if self.busy:
            sentence, advice = document_words.STILL_ADDING, document_words.STILL_ADDING_ADVICE
            self._session.failed.emit(UnusableInput(sentence, advice))
            return
        choose_draft(self._window, self.add)

    def add(self, path: Path) -> None:
        """Read a document, look through the text of all, and then put it to the case."""
        self._reading.open_draft(path, drawn=False)

    def stop(self) -> None:
        """Leave the case as it is."""
        self._reading.stop()

    def _look_through(self, draft: Opened) -> None:
        from redactor.document.several import joined

        session = self._session
        if session.case is None:
            return
        try:
            whole = joined(session.case.opened, draft)
        except RedactorError as error:
            session.failed.emit(error)
            return
        self._draft = draft
        self._reading.suggest(whole.document, session.case.lists, session.preferences.own_model)

    def _found(self, found: Found) -> None:
        from redactor.marks.further import further

        session, case, draft = self._session, self._session.case, self._draft
        if not found.final or case is None or draft is None:
            return
        new = further(case, found.findings, found.labels, found.roles)
        try:
            ids = case.add_document(draft, new, by=session.by)
        except RedactorError as error:
            session.failed.emit(error)
            return
        session.opening.draw_from(case.opened.pdfs)
        session.documents_changed.emit()
        session.marks_changed.emit(ids)
        session.things_changed.emit()
        session.suggestions_complete.emit()
        session.said.emit(document_words.added(draft.document.name, len(ids)))
