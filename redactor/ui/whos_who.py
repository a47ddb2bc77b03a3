"""The who's who in the window: offered with a new draft, kept in the case, looked for, and what came of it told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redactor.ui import whos_who_words as words
from redactor.ui.case_lists import choose_list
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.tasks.orders import Found


class WhosWhoKeeper(QObject):
    """Follows the session: what the last look with the list brought is put into the case and told."""

    offered = Signal()
    offer_over = Signal()
    nowhere = Signal(str)  # a sentence: whom the draft does not name; "" for nobody

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        session.case_opened.connect(self._offer)
        session.closed.connect(self.offer_over)
        session.looked.connect(self._looked)

    def use(self, lines: tuple[str, ...]) -> None:
        """Keep the list in the case, and look through the draft with it; what is decided stays."""
        self.offer_over.emit()
        if choose_list(self._session, "whos_who", lines):
            self.nowhere.emit("")
            self._session.suggest()

    def _offer(self) -> None:
        case = self._session.case
        new = case is not None and all(decision.verb == "begin" for decision in case.log)
        (self.offered if new else self.offer_over).emit()

    def _looked(self, found: Found) -> None:
        case = self._session.case
        if case is None or not case.lists.whos_who:
            return
        from redactor.marks.known_people import agree, nowhere
        from redactor.marks.whos_who import parse

        known = parse("\n".join(case.lists.whos_who)).known
        self._session.decide("relink", lambda case: agree(case, known, found.findings, found.labels))
        names = nowhere(known, found.findings)
        self.nowhere.emit(words.nowhere(names) if names else "")
        if not names:
            self._session.said.emit(words.ALL_FOUND)
