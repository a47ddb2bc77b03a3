"""The right of the window: the marks that are decided on together, what Enter will do, and what this mark is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from redactor.ui import people_words, words
from redactor.ui.about_mark import mention_of
from redactor.ui.bulk import Bulk
from redactor.ui.controls import Button, heading, plain
from redactor.ui.look_list import LookList
from redactor.ui.mark_details import MarkDetails
from redactor.ui.menus import key_of
from redactor.ui.scope_buttons import ScopeButtons
from redactor.ui.session import Session


class MarkPanel(QFrame):
    """Shows the current mark of the session, and those like it, and lets the user decide on them."""

    finished = Signal()  # a label or reason was given: back to the report

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        self._session = session
        self.bulk = Bulk(session, self)
        self.looks = LookList(session, self.bulk)
        self.details = MarkDetails(session)
        self.label = self.details.label
        self._make_controls()
        self._lay_out()
        self._connect()
        self.bulk.gather()

    def refresh(self) -> None:
        """Show the current mark and those like it as they are now."""
        mark, case = self._session.mark, self._session.case
        self._nothing.setVisible(mark is None)
        for part in (self._body, self.confirm):
            part.setVisible(mark is not None)
        self.place.setText("")
        if mark and case:
            self.place.setText(mention_of(case, mark))
            self.details.show_mark(mark, case)
            self.scopes.show_scope(mark)
            self._show_buttons()

    def ask_label(self) -> None:
        """Let the user type what is published instead."""
        self.label.ask()

    def ask_role(self) -> None:
        """Let the user say who this is."""
        self.details.role.ask()

    def ask_comment(self) -> None:
        """Let the user say something of the marks in scope."""
        self.details.comment.ask()

    def ask_reason(self) -> None:
        """Let the user choose a reason."""
        self.details.reason.setFocus()
        self.details.reason.showPopup()

    def ask_kind(self) -> None:
        """Let the user choose another kind."""
        self.details.kind.setFocus()
        self.details.kind.showPopup()

    def lend_confirm(self, column: QLayout | None) -> None:
        """Show the big button in another column; None brings it back to its place."""
        if column:
            column.addWidget(self.confirm)
        elif self._column.indexOf(self.confirm) < 0:
            self._column.insertWidget(2, self.confirm)

    def sizeHint(self) -> QSize:
        """As wide as sentences need."""
        return QSize(380, super().sizeHint().height())

    def _make_controls(self) -> None:
        self.place = plain(muted=True, wrap=False)
        self.scopes = ScopeButtons(self._session)
        self.confirm = Button("", key_of("confirm"), look="primary")
        self.confirm.setMinimumHeight(46)
        self.keep = Button(people_words.KEEP_ONE, key_of("keep"))
        self.keep_worded = Button("", key_of("keep_worded"))
        self.keep_shown = Button("", key_of("keep_shown"))
        self.next = Button(words.NEXT_UNDECIDED, key_of("next"))
        deciding = (self.confirm, self.keep, self.keep_worded, self.keep_shown, self.next)
        for button in deciding:
            button.setProperty("small", button is not self.confirm)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

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
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self._body, 1)
        column.addStretch(0)

    def _fill(self, body: QWidget) -> None:
        self._about = QScrollArea()
        self._about.setWidgetResizable(True)
        self._about.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._about.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._about.setMinimumHeight(132)
        self._about.setWidget(self.details)
        self._column = column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.scopes)
        column.addWidget(self.looks, 5)
        column.addWidget(self.confirm)
        column.addLayout(self._keep_grid())
        column.addWidget(self._about, 1)

    def _keep_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, button in enumerate((self.keep, self.keep_worded, self.keep_shown, self.next)):
            grid.addWidget(button, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 4 + place % 2)
        return grid

    def _connect(self) -> None:
        session, bulk = self._session, self.bulk
        for changed in (bulk.changed, session.role_changed, session.kept_changed):
            changed.connect(self.refresh)
        self.details.finished.connect(self.finished)
        for button, act in (
            (self.confirm, bulk.confirm), (self.keep, bulk.keep), (self.keep_worded, bulk.keep_worded),
            (self.keep_shown, bulk.keep_shown), (self.next, session.next_undecided),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, act=act: act())

    def _show_buttons(self) -> None:
        bulk, left, may = self.bulk, self._session.anything_left(), self._session.may_decide
        same = 0 if bulk.more else len(bulk.same)
        confirmed, kept = len(bulk.to_confirm), len(bulk.to_keep)
        self._say_confirm(people_words.confirm_button(confirmed - same, bulk.more, same, left=left))
        self.confirm.setEnabled(may if confirmed else left)
        self.keep_shown.say(people_words.keep_shown_button(kept))
        self.keep_shown.setToolTip(people_words.keep_button(kept - same, bulk.more, same))
        self.keep_shown.setEnabled(may and kept > 0)
        self.keep_worded.say(people_words.worded_button(len(bulk.worded_so())))
        for button in (self.keep, self.keep_worded):
            button.setEnabled(may)
        self.next.setEnabled(left)

    def _say_confirm(self, text: str) -> None:
        """On two lines where one is too short."""
        self.confirm.say(text)
        shown = self.confirm.text()
        if self.confirm.fontMetrics().horizontalAdvance(shown) * 1.1 > self.confirm.width() - 16:
            self.confirm.setText(shown.replace(" and ", "\nand ", 1).replace(" (", "\n(", 1))
