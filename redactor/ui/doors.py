"""The ways into and out of a case: which dialogs ask what, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from redactor.errors import UnusableInput
from redactor.marks import CASE_SUFFIX
from redactor.ui import words
from redactor.ui.choosing import case_beside, choose_case, choose_draft
from redactor.ui.session import Session

if TYPE_CHECKING:  # loads with the first case, so that the window is there at once
    from redactor.marks.case import Case

_FIRST_LOOK = 400
"""Milliseconds in which the first page can be seen before anything is asked."""


class Doors(QObject):
    """Opens the dialogs of one window."""

    dialog_closed = Signal()
    carried_on = Signal()  # with a kept case
    unsigned = Signal(object)  # the case lacks signatures, a sentence for each
    places_unmarked = Signal(int)  # in so many places a confirmed name or number stands unmarked

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._draft: Path | None = None
        session.carried_on.connect(self.carried_on)

    # In

    def choose_draft(self) -> None:
        """Let the user pick a draft, and open it."""
        choose_draft(self._window, self.open_draft)

    def choose_case(self) -> None:
        """Let the user pick a case, and carry on with it."""
        choose_case(self._window, self.carry_on)

    def open_path(self, path: Path) -> None:
        """Open a draft or a case, whichever it is."""
        (self.carry_on if path.suffix.lower() == CASE_SUFFIX else self.open_draft)(path)

    def open_draft(self, path: Path) -> None:
        """Read a draft, and meanwhile ask where to keep the work."""
        self.leave(lambda: self._open_draft(path))

    def open_sample(self, path: Path) -> None:
        """Read the made-up draft. Where to keep it is not asked: it is there to be tried."""

        def open_() -> None:
            self._draft = None
            self._session.open_draft(path)

        self.leave(open_)

    def carry_on(self, case: Path) -> None:
        """Ask for the passphrase of a case, and open it."""
        if not case.is_file():
            self._session.failed.emit(
                UnusableInput(words.NOT_THERE.format(name=case.name), words.NOT_THERE_ADVICE)
            )
            return
        self.leave(lambda: self._ask_passphrase(case))

    def keep(self) -> None:
        """Ask where to keep the work; nothing to ask where it is kept already."""
        from redactor.ui.passphrase import KeepDialog

        if self._session.case and not self._session.unkept:
            self._session.said.emit(words.ALREADY_KEPT)
            return
        proposed = case_beside(self._draft or Path.home() / words.CASE_NAME)
        dialog = KeepDialog(proposed, self._session.preferences.name, self._keep, self._window)
        self._session.closed.connect(dialog.reject)  # the draft could not be read: there is nothing to keep
        self._show(dialog)

    def keep_new(self, draft: Path) -> None:
        """Ask where to keep the work on a new draft of the case, proposed beside that draft."""
        self._draft = draft
        self.keep()

    def settings(self, dress: Callable[[str], None]) -> None:
        """Show the settings; `dress(scheme)` puts other colours on."""
        from redactor.ui.settings import SettingsDialog

        self._show(SettingsDialog(self._session, dress, self._window))

    # Out

    def publish(self) -> None:
        """Publish, or say how many are still to decide and go to the first, or who is still to sign."""
        from redactor.ui.publish_dialog import PublishDialog

        case = self._session.case
        if case is None or not self._ready(case):
            return
        folder = case.kept_at.parent if case.kept_at else self._draft.parent if self._draft else Path.home()
        self._show(PublishDialog(self._session, folder / words.PUBLISHED_NAME, self._window))

    def leave(self, then: Callable[[], None]) -> None:
        """Leave the case and do `then`; ask first if work would be lost."""
        if not self._session.work_at_stake:
            then()
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(words.APP)
        box.setText(words.LEAVE_QUESTION)
        box.setInformativeText(words.LEAVE_TEXT)
        keep = box.addButton(words.KEEP_IT, QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(words.DISCARD, QMessageBox.ButtonRole.DestructiveRole)
        box.setEscapeButton(box.addButton(words.GO_ON, QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(keep)
        keep.clicked.connect(self.keep)
        discard.clicked.connect(lambda: then())
        box.open()

    # Inside

    def _ready(self, case: Case) -> bool:
        """Whether the case can be published; if not, say why and go there."""
        from redactor.marks import choose
        from redactor.marks.signing import missing
        from redactor.publish.decided import unmarked

        if self._session.opening.busy:
            self._session.failed.emit(UnusableInput(words.STILL_LOOKING, words.STILL_LOOKING_ADVICE))
            return False
        if left := len(choose.undecided(case)):
            self._session.next_undecided()
            self._session.failed.emit(UnusableInput(words.still_to_decide(left), words.FIRST_IS_SHOWN))
            return False
        if places := unmarked(case):
            self.places_unmarked.emit(len(places))
            return False
        if lacking := missing(case):
            self.unsigned.emit(lacking)
            return False
        return True

    def _open_draft(self, path: Path) -> None:
        self._draft = path
        self._session.open_draft(path)
        QTimer.singleShot(_FIRST_LOOK, self, lambda: self._ask_to_keep(path))

    def _ask_to_keep(self, draft: Path) -> None:
        """Ask where to keep the work on a draft, if it is still the one that is open."""
        if self._draft == draft and self._session.name == draft.name:
            self.keep()

    def _ask_passphrase(self, case: Path) -> None:
        from redactor.ui.passphrase import AskDialog

        def open_(passphrase: str) -> None:
            self._session.carry_on(case, passphrase)
            self._draft = case

        self._show(AskDialog(case, open_, self._window))

    def _keep(self, path: Path, passphrase: str, name: str) -> None:
        self._session.set_preparer(name)
        self._session.keep_in(path, passphrase)

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self.dialog_closed.emit())
        dialog.open()
