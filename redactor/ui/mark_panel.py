"""The right of the window: what this mark is, why, what is published instead, and what Enter will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from redactor.marks.mark import Mark, Verdict
from redactor.marks.reasons import usual
from redactor.ui import settings_words, words
from redactor.ui.about_mark import doubtful, history, mention_of, sentence_html
from redactor.ui.controls import Button, Choice, heading, plain
from redactor.ui.menus import key_of
from redactor.ui.scope import SCOPES, page_of
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case

_MOST_DOUBTFUL = 4
_MOST_HISTORY = 6


class MarkPanel(QFrame):
    """Shows the current mark of the session and lets the user decide on it."""

    finished = Signal()  # a label or reason was given: back to the report

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._session = session
        self._make_controls()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the current mark as it is now."""
        mark = self._session.mark
        self._nothing.setVisible(mark is None)
        self._body.setVisible(mark is not None)
        if mark is None or self._session.case is None:
            self.place.setText("")
            return
        case = self._session.case
        self.place.setText(mention_of(case, mark))
        self.sentence.setText(sentence_html(case.document.text, mark))
        self.because.setText(words.why(mark.because, mark.score, by_hand=mark.by_hand))
        if not self.label.hasFocus():
            self.label.setText(case.labels.get(mark.entity, ""))
        self.label.setEnabled(mark.area is None)
        self._show_worded(mark, case)
        self.reason.choose(mark.reason or usual(mark.type))
        self.reason.setEnabled(mark.verdict is not Verdict.KEEP)
        self.kind.choose(mark.type)
        self._show_scope(mark)
        self._show_lists(mark)

    def ask_label(self) -> None:
        """Let the user type what is published instead."""
        self.label.setFocus()
        self.label.selectAll()

    def ask_reason(self) -> None:
        """Let the user choose a reason."""
        self.reason.setFocus()
        self.reason.showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the label box takes back what was typed."""
        if watched is self.label and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and (mark := self._session.mark) and self._session.case:
                self.label.setText(self._session.case.labels.get(mark.entity, ""))
                self.finished.emit()
                return True
        return super().eventFilter(watched, event)

    def _make_controls(self) -> None:
        self.place = plain(muted=True, wrap=False)
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setWordWrap(True)
        self.because = plain()
        self.label = QLineEdit()
        self.label.setProperty("label", True)
        self.label.setPlaceholderText(words.BLACK_BOX)
        self.label.setAccessibleName(words.PUBLISHES_AS)
        self.label.installEventFilter(self)
        self.worded = plain(muted=True)
        self.reason = Choice(words.REASONS)
        self.reason.setAccessibleName(words.REASON)
        self.kind = Choice(words.TYPES)
        self.kind.setAccessibleName(words.KIND)
        self.scopes = QButtonGroup(self)
        self.scope_buttons = {name: Button(words.SCOPES[name], key_of(f"scope_{name}")) for name in SCOPES}
        for button in self.scope_buttons.values():
            button.setCheckable(True)
            self.scopes.addButton(button)
        self.confirm = Button("", key_of("confirm"), look="primary")
        self.confirm.setMinimumHeight(40)
        self.keep = Button("", key_of("keep"))
        self.next = Button(words.NEXT_UNDECIDED, key_of("next"))
        self._doubtful, self._history = QVBoxLayout(), QVBoxLayout()
        for lines in (self._doubtful, self._history):
            lines.setSpacing(2)

    def _lay_out(self) -> None:
        title = heading(words.THIS_MARK, big=True)
        title.setProperty("muted", False)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.place)
        self._nothing = plain(words.NO_MARK, muted=True)
        self._body = QWidget()
        self._fill(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self._body)
        column.addStretch(1)

    def _fill(self, body: QWidget) -> None:
        box = QFrame()
        box.setProperty("box", True)
        QVBoxLayout(box).addWidget(self.sentence)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(box)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addLayout(_under(words.REASON, key_of("reason"), self.reason), 1)
        beside.addLayout(_under(words.KIND, "", self.kind), 1)
        for part in (
            _under(words.BECAUSE, "", self.because),
            _under(words.PUBLISHES_AS, key_of("label"), self.label, self.worded),
            beside,
        ):
            column.addSpacing(4)
            column.addLayout(part)
        column.addSpacing(4)
        column.addLayout(_headed(words.APPLIES_TO, ""))
        column.addLayout(self._scope_grid())
        column.addSpacing(4)
        column.addWidget(self.confirm)
        below = QHBoxLayout()
        below.addWidget(self.keep)
        below.addWidget(self.next)
        column.addLayout(below)
        column.addSpacing(4)
        column.addLayout(self._doubtful)
        column.addSpacing(4)
        column.addLayout(self._history)

    def _scope_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, button in enumerate(self.scope_buttons.values()):
            grid.addWidget(button, place // 2, place % 2, 1, 2 if place == 4 else 1)
        return grid

    def _connect(self) -> None:
        session = self._session
        for signal in (session.marks_changed, session.current_changed, session.scope_changed, session.closed):
            signal.connect(lambda *_args: self.refresh())
        self.label.editingFinished.connect(lambda: session.relabel(self.label.text()))
        self.label.returnPressed.connect(self.finished)
        self.reason.chosen_by_user.connect(session.set_reason)
        self.reason.chosen_by_user.connect(lambda _code: self.finished.emit())
        self.kind.chosen_by_user.connect(session.retype)
        self.kind.chosen_by_user.connect(lambda _code: self.finished.emit())
        for name, button in self.scope_buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: session.set_scope(name))
        self.confirm.clicked.connect(lambda _checked=False: session.confirm())
        self.keep.clicked.connect(lambda _checked=False: session.keep())
        self.next.clicked.connect(lambda _checked=False: session.next_undecided())

    def _show_worded(self, mark: Mark, case: Case) -> None:
        """Tell what the settings of the case make of a date or an age."""
        from redactor.publish.instead import Instead

        instead = Instead(case)
        label = instead.label(mark)
        told = (
            ""
            if label == case.labels.get(mark.entity, "")
            else settings_words.PUBLISHED_AS.format(label=label)
        )
        self.worded.setText(settings_words.STAYS if instead.stays(mark) else told)
        self.worded.setVisible(bool(self.worded.text()))

    def _show_scope(self, mark: Mark) -> None:
        texts = {
            **words.SCOPES,
            "thing": words.SCOPE_THING.get(mark.type, words.SCOPE_ANY_THING),
            "kind": words.all_of_kind(mark.type),
        }
        for name, button in self.scope_buttons.items():
            button.say(texts[name])
            button.setChecked(name == self._session.scope)
        left = self._session.anything_left()
        self.confirm.say(words.confirm_button(len(self._session.targets(Verdict.REDACT)), left=left))
        self.confirm.setEnabled(left or bool(self._session.targets(Verdict.REDACT)))
        self.next.setEnabled(left)
        count = len(self._session.targets(Verdict.KEEP))
        self.keep.say(words.keep_button(count))
        self.keep.setEnabled(count > 0)

    def _show_lists(self, mark: Mark) -> None:
        _empty(self._doubtful)
        _empty(self._history)
        if self._session.case is None:
            return
        chosen = [self._session.case.marks[id] for id in self._session.targets(Verdict.REDACT)]
        unsure = doubtful(chosen, mark.id)
        if unsure:
            text = words.ONE_BY_ONE.format(count=len(chosen), doubtful=len(unsure))
            title = plain(text)
            title.setProperty("amber", True)
            self._doubtful.addWidget(title)
        for other in unsure[:_MOST_DOUBTFUL]:
            link = Button(words.doubtful_one(other.text, page_of(self._session.case, other)), look="link")
            link.setToolTip(other.because)
            link.clicked.connect(lambda _checked=False, id=other.id: self._session.go_to(id))
            self._doubtful.addWidget(link)
        self._history.addLayout(_headed(words.HISTORY, ""))
        for line in history(self._session.case, mark)[-_MOST_HISTORY:]:
            self._history.addWidget(plain(line, muted=True))


def _headed(text: str, key: str) -> QHBoxLayout:
    """A heading, and at the right the key that leads to what stands below it."""
    row = QHBoxLayout()
    row.addWidget(heading(text))
    row.addStretch(1)
    row.addWidget(plain(key, muted=True, wrap=False))
    return row


def _under(text: str, key: str, *controls: QWidget) -> QVBoxLayout:
    """Controls under their heading."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addLayout(_headed(text, key))
    for control in controls:
        column.addWidget(control)
    return column


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QHBoxLayout):
            _empty(inner)
