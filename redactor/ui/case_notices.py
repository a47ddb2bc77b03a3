"""The strips below the top bar that are about the case: who holds it, the who's who, and what came of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from redactor.ui import whos_who_words
from redactor.ui.message_bar import Notice
from redactor.ui.session import Session
from redactor.ui.whos_who import WhosWhoKeeper


class CaseNotices(QWidget):
    """None of them is in the way, and each can be dismissed but the one that says that the case is only shown."""

    def __init__(self, session: Session, keeper: WhosWhoKeeper) -> None:
        super().__init__()
        self._session = session
        self.held = Notice("notice")
        self.offer = Notice("notice")
        self.nowhere = Notice("notice")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self.held, self.offer, self.nowhere):
            column.addWidget(notice)
        keeper.offered.connect(lambda: self.offer.say(whos_who_words.OFFER, whos_who_words.OFFER_ADVICE))
        keeper.offer_over.connect(self.offer.hide)
        keeper.nowhere.connect(self._tell_nowhere)
        session.case_opened.connect(self._tell_holder)
        session.closed.connect(self._forget)

    def add(self, notice: QWidget) -> None:
        """Put one more below the others."""
        self._column.addWidget(notice)

    def _tell_holder(self) -> None:
        case = self._session.case
        self.nowhere.hide()
        self.held.setVisible(bool(case and case.held_by))
        if case and case.held_by:
            self.held.say(case.held_by)

    def _tell_nowhere(self, sentence: str) -> None:
        self.nowhere.setVisible(bool(sentence))
        if sentence:
            self.nowhere.say(sentence, whos_who_words.NOWHERE_ADVICE)

    def _forget(self) -> None:
        for notice in (self.held, self.offer, self.nowhere):
            notice.hide()
