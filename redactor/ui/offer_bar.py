"""After something was marked by hand: its other places, to be marked too, and what is spelt nearly so, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from redactor.marks.mark import Mark
from redactor.ui import people_words
from redactor.ui.about_mark import sentence_html
from redactor.ui.by_hand import Span, not_touched
from redactor.ui.controls import Button, plain
from redactor.ui.in_pieces import InPieces, spans_of
from redactor.ui.menus import key_of
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case

_AROUND = 40


class OfferBar(QFrame):
    """Hidden until there is something to offer. Its key does what its button says, then what it says next."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self._session = session
        self._wording, self._type, self._entity = "", "", ""
        self._exact: list[Span] = []
        self._near: list[Span] = []
        self._looking = InPieces(self)
        self.sentence = plain()
        self.near = QLabel()
        self.near.setWordWrap(True)
        self.mark = Button("", key_of("mark_offered"))
        self.leave_button = Button(people_words.NOT_THESE, "Esc", look="flat")
        words = QVBoxLayout()
        words.addWidget(self.sentence)
        words.addWidget(self.near)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addLayout(words, 1)
        row.addWidget(self.mark)
        row.addWidget(self.leave_button)
        self.mark.clicked.connect(lambda _checked=False: self.accept())
        self.leave_button.clicked.connect(lambda _checked=False: self.leave())
        session.closed.connect(self.leave)
        self.hide()

    def look_for(self, mark: Mark) -> None:
        """Offer the other places of a mark that was just made, once what the key did is on screen."""
        self.leave()  # what is offered still is of another
        self._wording, self._type, self._entity = " ".join(mark.text.split()), mark.type, mark.entity
        if case := self._session.case:
            self._looking.begin(self._look(case))

    def accept(self) -> None:
        """Mark all that are worded the same; after them, what is spelt nearly so, one by one."""
        if self.isHidden():
            return
        spans = self._exact or self._near[:1]
        here = self._session.current
        if spans == self._near[:1]:
            self._near = self._near[1:]
        self._exact = []
        self._session.add(spans, self._type, self._entity)
        self._session.go_to(here)
        self._show()

    def leave(self) -> None:
        """Offer nothing more."""
        self._looking.stop()
        self._exact, self._near = [], []
        self.hide()

    def _look(self, case: Case) -> Iterator[None]:
        exact: list[Span] = []
        near: list[Span] = []
        for more_exact, more_near in spans_of(case.document.text, self._wording):
            exact += more_exact
            near += more_near
            yield
        exact = not_touched(case, exact)
        yield
        self._exact, self._near = exact, not_touched(case, near)
        self._show()

    def _show(self) -> None:
        case = self._session.case
        if case is None or not (self._exact or self._near):
            self.hide()
            return
        text = case.document.text
        spelt = [text[slice(*span)] for span in self._near]
        self.sentence.setText(people_words.offer(self._wording, len(self._exact), spelt))
        self.mark.say(people_words.offer_button(len(self._exact)))
        self.near.setVisible(not self._exact)
        if not self._exact:
            shown = Mark("", *self._near[0], text[slice(*self._near[0])], self._type, self._entity)
            self.near.setText(sentence_html(text, shown, _AROUND))
        self.show()
