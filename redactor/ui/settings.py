"""The settings: who decides, the colours, how the case is worded, and another name model; each counts once chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from redactor.ui import lists_words, lock_words, settings_words, words
from redactor.ui.controls import FRAME, Button, Choice, heading
from redactor.ui.own_model_choice import OwnModelChoice
from redactor.ui.session import Session
from redactor.ui.signing_choice import SigningChoice
from redactor.ui.wording_choice import WordingChoice


class SettingsDialog(QDialog):
    """Scrolls where the screen is too low for it, as at twice the usual size."""

    def __init__(self, session: Session, dress: Callable[[str], None], parent: QWidget) -> None:
        """`dress(scheme)` puts other colours on, and remembers them."""
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(settings_words.TITLE)
        self.resize(QSize(600, 480).boundedTo(parent.screen().availableSize() - FRAME))
        self.name = QLineEdit(session.preferences.name)
        self.name.setAccessibleName(words.YOUR_NAME)
        self.colours = Choice(settings_words.SCHEMES)
        self.colours.setAccessibleName(settings_words.COLOURS)
        self.colours.choose(session.preferences.theme)
        self.lock_after = Choice(lock_words.MINUTES)
        self.lock_after.setAccessibleName(lock_words.AFTER)
        self.lock_after.choose(str(session.preferences.lock_after))
        self.lock_after.chosen_by_user.connect(self._choose_lock)
        self.wording = WordingChoice(session) if session.case else None
        self.signing = SigningChoice(session)
        self.own = OwnModelChoice(session)
        self.close_button = Button(words.CLOSE, "Esc", look="primary")
        self._area = QScrollArea()
        self._lay_out()
        self.name.editingFinished.connect(lambda: session.set_preparer(self.name.text()))
        self.colours.chosen_by_user.connect(dress)
        # Only then is it known how much room a sentence takes.
        self._area.verticalScrollBar().rangeChanged.connect(lambda *_: self._show_outcome())
        self.own.look_again_asked.connect(self._look_again)
        self.close_button.clicked.connect(lambda _checked=False: self.accept())
        self.name.setFocus()

    def done(self, result: int) -> None:
        """What is still being tried is told of in the window."""
        self.own.leave()
        super().done(result)

    def _choose_lock(self, minutes: str) -> None:
        self._session.preferences.lock_after = int(minutes)

    def _look_again(self) -> None:
        self.accept()
        self._session.suggest()

    def _show_outcome(self) -> None:
        """Bring what came of a choice into view, where the focus is there."""
        focus = self.focusWidget()
        if focus and self.own.isAncestorOf(focus):
            self._area.ensureWidgetVisible(
                self.own.outcome if self.own.look_again.isHidden() else self.own.look_again
            )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(words.NAME, self.name)
        form.addRow(settings_words.COLOURS, self.colours)
        form.addRow(lock_words.AFTER, self.lock_after)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(24, 20, 24, 12)
        body.setSpacing(8)
        body.addLayout(form)
        body.addSpacing(12)
        if self.wording:
            body.addWidget(heading(settings_words.WORDING))
            body.addWidget(self.wording)
            body.addSpacing(12)
        body.addWidget(heading(lists_words.SIGNATURES))
        body.addWidget(self.signing)
        body.addSpacing(12)
        body.addWidget(heading(settings_words.OWN))
        body.addWidget(self.own)
        body.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 12)
        column.addWidget(self._area, 1)
        column.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignRight)
