"""The dialogs and screens about the case as a whole: who is who, the family, its lists, its file, a new draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from redactor.ui import whos_who_words
from redactor.ui.case_notices import CaseNotices
from redactor.ui.whos_who import WhosWhoKeeper

if TYPE_CHECKING:
    from redactor.ui.window import Window


class CaseDoors(QObject):
    """Opens them for one window; nothing is asked where no case is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.keeper = WhosWhoKeeper(window.session)
        self.notices = CaseNotices(window.session, self.keeper)
        self.notices.offer.add_button(whos_who_words.OPEN, self.whos_who)
        self.notices.offer.add_button(whos_who_words.NOT_NOW, self.notices.offer.hide)
        self.notices.nowhere.add_button(whos_who_words.OPEN, self.whos_who)
        self.notices.nowhere.add_button(whos_who_words.DISMISS, self.notices.nowhere.hide)

    def actions(self) -> dict[str, Callable[[], object]]:
        """What each entry of the menus that is about the case does."""
        return {"whos_who": self.whos_who}

    def whos_who(self) -> None:
        """Ask who is who."""
        from redactor.ui.whos_who_dialog import WhosWhoDialog

        if case := self._session.case:
            self._show(WhosWhoDialog(case, self.keeper.use, self._window))

    # Inside

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._window.doors.dialog_closed.emit())
        dialog.open()
