"""The bar below the report: find words, step through them, mark them all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from redactor.ui import words
from redactor.ui.by_hand import Span, found, likely, not_marked
from redactor.ui.controls import Button, Choice, plain
from redactor.ui.session import Session

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Hidden until asked for."""

    found_changed = Signal(object)  # list of spans
    shown_one = Signal(int, int)  # start, end
    finished = Signal()  # the keys are the report's again, so that Ctrl+Z takes back what was marked

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._session = session
        self._found: list[Span] = []
        self._whole = True
        self._left = 0  # of what was found, how many are not marked
        self._at = -1
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(words.FIND_HERE)
        self.edit.setAccessibleName(words.FIND_HERE)
        self.edit.setMinimumWidth(90)
        self.count = plain(muted=True, wrap=False)
        self.previous = Button("‹")
        self.next = Button("›")
        self.kind = Choice(words.TYPES)
        self.kind.setAccessibleName(words.KIND)
        self.mark_all = Button(words.MARK_ALL.format(count=0), "Ctrl+Enter", look="primary")
        self.close_button = Button("Esc", look="flat")
        self._lay_out()
        self._connect()
        self.hide()

    def ask(self, wording: str = "") -> None:
        """Show the bar, with `wording` to find if something is selected."""
        self.show()
        if wording:
            self.edit.setText(" ".join(wording.split()))
        self.edit.selectAll()
        self.edit.setFocus()
        self._search()

    def leave(self) -> None:
        """Hide the bar and what it found."""
        self.hide()
        self.found_changed.emit([])
        self.finished.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for this bar: no action of the window takes it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark_all()
        elif event.key() in _ENTER:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        for button, name in (
            (self.previous, words.FIND_PREVIOUS), (self.next, words.FIND_NEXT), (self.close_button, words.BACK),
        ):  # fmt: skip
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.previous.setFixedWidth(36)
        self.next.setFixedWidth(36)
        row.addWidget(self.edit, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.count)
        row.addWidget(self.kind)
        row.addWidget(self.mark_all)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._search)
        self.next.clicked.connect(lambda _checked=False: self._step(1))
        self.previous.clicked.connect(lambda _checked=False: self._step(-1))
        self.mark_all.clicked.connect(lambda _checked=False: self._mark_all())
        self.close_button.clicked.connect(lambda _checked=False: self.leave())
        self._session.marks_changed.connect(lambda _ids: self._count_left())
        self._session.closed.connect(self.leave)

    def _search(self, _text: str = "") -> None:
        case, wording = self._session.case, self.edit.text()
        self._at = -1
        self._found, self._whole = found(case.document.text, wording) if case else ([], True)
        if case and self._found:
            self.kind.choose(likely(case, wording)[0])
        self.found_changed.emit(self._found)
        self._count_left()
        if self._found:
            self._step(1)

    def _count_left(self) -> None:
        """Count how many are to be marked, as what was decided changed or something else was found."""
        case = self._session.case
        if not self.isHidden() and case:
            self._left = len(not_marked(case, self._found)) if self._whole else 0
            self._count()

    def _count(self) -> None:
        left = self._left
        self.count.setText(
            words.found_count(self._at + 1, len(self._found), whole=self._whole) if self.edit.text() else ""
        )
        self.mark_all.say(words.MARK_ALL.format(count=left) if left or not self._found else words.ALL_MARKED)
        self.mark_all.setEnabled(left > 0)

    def _step(self, step: int) -> None:
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self.shown_one.emit(*self._found[self._at])
            self._count()

    def _mark_all(self) -> None:
        case, wording = self._session.case, self.edit.text()
        if case and (spans := not_marked(case, self._found)):
            kind, entity = likely(case, wording)
            chosen = self.kind.chosen()
            self._session.add(spans, chosen, entity if chosen == kind else "")
            self.finished.emit()
