"""The left of the window for the legal reviewer: every decision, the challenged and the unsure ones first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from redactor.ui import check_words
from redactor.ui.controls import heading, plain
from redactor.ui.decisions_list import DecisionsView
from redactor.ui.session import Session


class LegalCheck(QFrame):
    """How far the check is, and the list of decisions."""

    entered = Signal()  # to the page

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("pane", True)
        self._session = session
        self.view = DecisionsView(session, check_words.DECISIONS)
        self.view.entered.connect(self.entered)
        self.far = plain(muted=True)
        self.far.setContentsMargins(8, 0, 8, 0)
        self.empty = plain(check_words.NO_DECISIONS, muted=True)
        title = heading(check_words.DECISIONS, big=True)
        title.setProperty("muted", False)
        title.setContentsMargins(8, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 4, 4)
        column.setSpacing(8)
        for part in (title, self.far, self.empty):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def refresh(self) -> None:
        """Show the decisions as they are now."""
        case = self._session.case
        self.view.refresh()
        self.empty.setVisible(not self.view.decisions.rows)
        if case:
            from redactor.marks.check_list import looked

            self.far.setText(check_words.looked_at(looked(case)))

    def next_open(self, step: int = 1) -> None:
        """Go to the next (`step` 1) or previous (-1) decision that was not looked at."""
        case = self._session.case
        if case is None:
            return
        from redactor.marks.check_list import next_open

        if following := next_open(case, self._session.current, step):
            self._session.go_to(following)
        else:
            self._session.said.emit(check_words.ALL_LOOKED_AT)
