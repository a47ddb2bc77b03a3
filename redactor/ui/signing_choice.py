"""How many people sign: in new cases of the board, and in the open one; chosen in the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from redactor.errors import RedactorError
from redactor.marks.board import Board, keep_board, load_board
from redactor.ui import lists_words as words
from redactor.ui.controls import Choice, plain
from redactor.ui.dialog_parts import trouble_line
from redactor.ui.session import Session
from redactor.ui.words import trouble


class SigningChoice(QWidget):
    """What is chosen counts at once, and below it stands what follows."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.board, self.follows = Choice(words.SIGNED_BY), plain(muted=True)
        self.board.setAccessibleName(f"{words.SIGNATURES}: {words.SIGNATURES_BOARD}")
        self.case = Choice(words.SIGNED_BY) if session.case else None
        self.trouble = trouble_line()
        self._lay_out()
        self.board.choose(self._load().signatures)
        self.board.chosen_by_user.connect(self._choose_for_board)
        if self.case and session.case:
            self.case.setAccessibleName(f"{words.SIGNATURES}: {words.SIGNATURES_CASE}")
            self.case.choose(session.case.settings.signatures)
            self.case.chosen_by_user.connect(self._choose_for_case)
        self._show_follows()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        if self.case:
            form.addRow(words.SIGNATURES_CASE, self.case)
        form.addRow(words.SIGNATURES_BOARD, self.board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.follows)
        column.addWidget(self.trouble)

    def _load(self) -> Board:
        try:
            return load_board()
        except RedactorError as error:
            self._complain(error)
            return Board()

    def _choose_for_board(self, signatures: str) -> None:
        try:
            keep_board(replace(self._load(), signatures=signatures))
        except RedactorError as error:
            self._complain(error)
        self._show_follows()

    def _choose_for_case(self, signatures: str) -> None:
        if case := self._session.case:
            self._session.choose_settings(replace(case.settings, signatures=signatures))
        self._show_follows()

    def _show_follows(self) -> None:
        """What follows; and a case may be signed by one alone only where the board allows that."""
        if self.case and (case := self._session.case):
            one = "one" in (self.board.chosen(), case.settings.signatures)
            self.case.setEnabled(one and not case.held_by)
        chosen = {choice.chosen() for choice in (self.case, self.board) if choice}
        self.follows.setText("\n".join(words.FOLLOWS[code] for code in words.FOLLOWS if code in chosen))
        self.board.setAccessibleDescription(words.FOLLOWS.get(self.board.chosen(), ""))

    def _complain(self, error: RedactorError) -> None:
        self.trouble.setText(" ".join(trouble(error)))
        self.trouble.show()
