"""Signing: what stands in the way and the way there, or the sentence that is signed and the button that signs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from redactor.marks.check_list import looked
from redactor.marks.signing import TITLES, Obstacle, in_the_way, unread
from redactor.ui import check_words, words
from redactor.ui.check_verbs import sign
from redactor.ui.controls import FRAME, Button, empty, heading, plain
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case


class SignDialog(QDialog):
    """For whoever works on the open case; its role must be known.

    Signals:
        led: the kind of the obstacle that the user wants to be led to.
    """

    led = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(check_words.SIGN_TITLE)
        self.setMinimumWidth(460)
        self.resize(QSize(600, 330).boundedTo(parent.screen().availableSize() - FRAME))
        self.title = heading("", big=True)
        self.title.setProperty("muted", False)
        self.who = plain(check_words.working(session.by, session.role))
        self.state = heading("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.sentence = plain()
        self.elsewhere = QCheckBox(check_words.ELSEWHERE)
        self.elsewhere_text = plain(check_words.ELSEWHERE_TEXT, muted=True)
        self.sign_button = Button("", look="primary")
        self.cancel_button = Button(check_words.CANCEL, "Esc")
        self._lay_out()
        self.elsewhere.toggled.connect(lambda _checked: self.refresh())
        self.sign_button.clicked.connect(lambda _checked=False: self._sign())
        self.cancel_button.clicked.connect(lambda _checked=False: self.reject())
        session.closed.connect(self.reject)
        self.refresh()
        (self.ways[0] if self.ways else self.sign_button).setFocus()

    def refresh(self) -> None:
        """Show what stands in the way now."""
        session, case = self._session, self._session.case
        self.ways: list[Button] = []
        empty(self._rows)
        if case is None or not session.role:
            return
        title = check_words.SIGN_AS.format(title=TITLES[session.role])
        self.title.setText(title)
        self.sign_button.say(title)
        read_elsewhere = self.elsewhere.isChecked()
        problems = [
            *unmarked_places(case),
            *in_the_way(case, session.role, by=session.by, read_elsewhere=read_elsewhere),
        ]
        for problem in problems:
            self._rows.addWidget(self._row(problem))
        self.state.setText(check_words.IN_THE_WAY if problems else check_words.NOTHING_IN_THE_WAY)
        signed = check_words.sentence_signed(
            session.role, len(case.marks), len(case.document.pages), looked(case)
        )
        if getattr(case.signatures, session.role):
            signed = check_words.ALREADY_SIGNED
        self.sentence.setText(signed)
        self.sentence.setVisible(not problems)
        self.sign_button.setEnabled(not problems)
        can_declare = bool(unread(case, session.role))
        self.elsewhere.setVisible(can_declare)
        self.elsewhere_text.setVisible(can_declare)
        self.setAccessibleDescription(" ".join(p.sentence for p in problems) or signed)

    def _row(self, problem: Obstacle) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(plain(f"• {problem.sentence}"), 1)
        if problem.kind in check_words.LEADS:
            button = Button(check_words.LEADS[problem.kind])
            button.setAccessibleName(f"{check_words.LEADS[problem.kind]}: {problem.sentence}")
            button.clicked.connect(_leads(self._lead, problem.kind))
            line.addWidget(button)
            self.ways.append(button)
        else:
            line.addWidget(plain(check_words.PREPARER_FIRST, muted=True), 1)
        return row

    def _lead(self, kind: str) -> None:
        self.accept()
        self.led.emit(kind)

    def _sign(self) -> None:
        if sign(self._session, read_elsewhere=self.elsewhere.isChecked()):
            self._session.said.emit(check_words.signed_now(self._session.role))
            self.accept()

    def _lay_out(self) -> None:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(10)
        for part in (self.title, self.who, self.state):
            lines.addWidget(part)
        lines.addLayout(self._rows)
        lines.addWidget(self.sentence)
        lines.addWidget(self.elsewhere)
        lines.addWidget(self.elsewhere_text)
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.sign_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 20)
        column.addWidget(area, 1)
        column.addLayout(buttons)


def unmarked_places(case: Case) -> list[Obstacle]:
    """That confirmed wordings stand unmarked elsewhere: publishing would ask to mark them, and void what was signed."""
    from redactor.ui.by_hand import left_standing

    places = left_standing(case)
    return [Obstacle("unmarked", words.still_unmarked(len(places)))] if places else []


def _leads(lead: Callable[[str], None], kind: str) -> Callable[[], None]:
    return lambda: lead(kind)
