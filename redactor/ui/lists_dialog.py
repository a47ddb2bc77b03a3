"""The lists of what is always and what never marked: those of this case, and those that new cases begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from redactor.errors import RedactorError
from redactor.marks.board import Board, keep_board, load_board
from redactor.ui import lists_words as words
from redactor.ui.case_lists import choose_list
from redactor.ui.controls import FRAME, Button, heading, plain
from redactor.ui.dialog_parts import trouble_line
from redactor.ui.session import Session
from redactor.ui.words import trouble


class ListsDialog(QDialog):
    """Nothing counts before it is kept; what is decided in the case stays as it is."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(words.TITLE)
        self.resize(QSize(700, 520).boundedTo(parent.screen().availableSize() - FRAME))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(words.TITLE)
        self.case = _Two("") if session.case else None
        self.board = _Two(words.BOARD_TEXT)
        self.trouble = trouble_line()
        self.look_button = Button(words.KEEP_AND_LOOK, look="primary")
        self.keep_button = Button(words.KEEP, look="" if session.case else "primary")
        self.decline_button = Button(words.CANCEL)
        self._lay_out()
        self._show()
        self.keep_button.clicked.connect(lambda _checked=False: self._keep(look=False))
        self.look_button.clicked.connect(lambda _checked=False: self._keep(look=True))
        self.decline_button.clicked.connect(self.reject)
        self.tabs.currentChanged.connect(lambda _index: self._show_buttons())
        self._show_buttons()
        (self.case or self.board).always.setFocus()

    def _lay_out(self) -> None:
        top = heading(words.HEADING, big=True)
        top.setProperty("muted", False)
        if self.case:
            self.tabs.addTab(self.case, words.CASE)
        self.tabs.addTab(self.board, words.BOARD)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.decline_button, self.keep_button, self.look_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for part in (top, plain(words.TEXT, muted=True)):
            column.addWidget(part)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.trouble)
        column.addLayout(row)

    def _show(self) -> None:
        if self.case and self._session.case:
            lists = self._session.case.lists
            self.case.show_lists(lists.always, lists.never)
        try:
            self._board = load_board()
        except RedactorError as error:
            self._board = Board()
            self._complain(" ".join(trouble(error)))
        self.board.show_lists(self._board.always, self._board.never)

    def _show_buttons(self) -> None:
        case = self.case is not None and self.tabs.currentWidget() is self.case
        held = bool(self._session.case and self._session.case.held_by)
        self.look_button.setVisible(case)
        self.look_button.setEnabled(not held)
        self.keep_button.setEnabled(not (case and held))

    def _keep(self, *, look: bool) -> None:
        for two in filter(None, (self.case, self.board)):
            if twice := two.twice():
                self.tabs.setCurrentWidget(two)
                two.never.setFocus()
                self._complain(words.BOTH_LISTS.format(line=twice))
                return
        always, never = self.board.lists()
        if (always, never) != (self._board.always, self._board.never):
            try:
                keep_board(replace(self._board, always=always, never=never))
            except RedactorError as error:
                self._complain(" ".join(trouble(error)))
                return
            self._session.said.emit(words.BOARD_KEPT)
        self.accept()
        self._keep_of_case(look=look)

    def _keep_of_case(self, *, look: bool) -> None:
        if self.case is None:
            return
        lists = zip(("always", "never"), self.case.lists(), strict=True)
        changed = [choose_list(self._session, name, lines) for name, lines in lists]
        if look:
            self._session.suggest()
        elif any(changed):
            self._session.said.emit(words.CASE_KEPT)

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


class _Two(QWidget):
    """The two lists, beside one another."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.always, self.never = _editor(words.ALWAYS), _editor(words.NEVER)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setSpacing(6)
        sides = ((words.ALWAYS, words.ALWAYS_TEXT, self.always), (words.NEVER, words.NEVER_TEXT, self.never))
        for column, (title, meaning, editor) in enumerate(sides):
            grid.addWidget(heading(title), 0, column)
            grid.addWidget(plain(meaning, muted=True), 1, column)
            grid.addWidget(editor, 2, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(2, 1)
        if text:
            grid.addWidget(plain(text, muted=True), 3, 0, 1, 2)

    def show_lists(self, always: Sequence[str], never: Sequence[str]) -> None:
        """Show these lines."""
        self.always.setPlainText("\n".join(always))
        self.never.setPlainText("\n".join(never))

    def lists(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines, each once."""
        always, never = map(_lines, (self.always, self.never))
        return always, never

    def twice(self) -> str:
        """A line that stands in both; "" for none."""
        always, never = self.lists()
        other = {line.casefold() for line in never}
        return next((line for line in always if line.casefold() in other), "")


def _editor(name: str) -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setAccessibleName(name)
    editor.setTabChangesFocus(True)
    return editor


def _lines(editor: QPlainTextEdit) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in editor.toPlainText().splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
