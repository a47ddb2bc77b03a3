"""Naming a folder with a name model that is used beside ours; a spare process tries it at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from redactor.errors import RedactorError, UnusableInput
from redactor.tasks.orders import Answer, LookAtModel, ModelSeen
from redactor.ui import settings_words as words
from redactor.ui.choosing import choose_folder
from redactor.ui.controls import Button, plain
from redactor.ui.session import Session


class OwnModelChoice(QWidget):
    """The folder that is named is always one that could be used when it was named."""

    look_again_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tried: Path | None = None
        self._left = False
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(words.FOLDER_SPOKEN)
        self.folder.setPlaceholderText(words.NO_FOLDER)
        self.choose = Button(words.CHOOSE_FOLDER)
        self.use_none = Button(words.USE_NONE)
        self.outcome = plain()
        self.look_again = Button(words.LOOK_AGAIN)
        self._lay_out()
        self.choose.clicked.connect(
            lambda _checked=False: choose_folder(self, words.FOLDER_SPOKEN, self._chosen)
        )
        self.use_none.clicked.connect(lambda _checked=False: self._use_none())
        self.look_again.clicked.connect(lambda _checked=False: self.look_again_asked.emit())
        self._show_named()
        if named := session.preferences.own_model:
            self.try_model(named)

    def try_model(self, folder: Path) -> None:
        """Have the model in a folder tried, and name it if it can be used."""
        self._tried = folder
        trying = words.TRYING_LATER if self._session.opening.busy else words.TRYING
        self._say(trying.format(name=folder.name))
        self._session.desk.ask(
            LookAtModel(folder), answer=partial(self._seen, folder), failed=partial(self._refused, folder)
        )

    def leave(self) -> None:
        """The settings are closed. A model that is still being tried will be named all the same, or told of."""
        self._left = True

    def _chosen(self, folder: Path) -> None:
        self.activateWindow()  # the keys are those of the settings again, not of the window behind them
        self.choose.setFocus()
        self.try_model(folder)

    def _seen(self, folder: Path, answer: Answer) -> None:
        if folder != self._tried or not isinstance(answer, ModelSeen):
            return
        self._session.preferences.own_model = folder
        sentence = words.can_be_used(folder.name, answer.make, answer.finds)
        if self._left:
            self._session.said.emit(f"{sentence} {words.FROM_NEXT}")
            return
        self._show_named()
        offer = self._session.case is not None
        self._say(f"{sentence} {words.LOOK_AGAIN_TEXT if offer else words.FROM_NEXT}", offer=offer)

    def _refused(self, folder: Path, error: RedactorError) -> None:
        if folder != self._tried:
            return
        named = folder == self._session.preferences.own_model
        sentence = words.cannot_be_used(error, named=named)
        if not self._left:
            self._say(sentence, bad=True)
        elif not named:
            self._session.failed.emit(UnusableInput(sentence))

    def _use_none(self) -> None:
        self._tried = self._session.preferences.own_model = None
        self._show_named()
        self._say(words.NONE_USED)
        self.choose.setFocus()

    def _show_named(self) -> None:
        named = self._session.preferences.own_model
        self.folder.setText(str(named or ""))
        self.folder.setToolTip(self.folder.text())
        self.use_none.setEnabled(named is not None)

    def _say(self, sentence: str, *, bad: bool = False, offer: bool = False) -> None:
        self.outcome.setText(sentence)
        self.outcome.setProperty("danger", bad)
        self.outcome.style().polish(self.outcome)
        self.outcome.show()
        self.folder.setAccessibleDescription(sentence)
        self.look_again.setVisible(offer)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        row.addWidget(self.use_none)
        again = QHBoxLayout()
        again.addWidget(self.look_again)
        again.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for paragraph in words.OWN_TEXT:
            column.addWidget(plain(paragraph))
        column.addLayout(row)
        column.addWidget(self.outcome)
        column.addLayout(again)
        self.outcome.hide()
        self.look_again.hide()
