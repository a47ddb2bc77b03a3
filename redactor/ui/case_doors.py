"""The dialogs and screens about the case as a whole: who is who, the family, its lists, its file, a new draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from redactor.ui import case_words, whos_who_words
from redactor.ui.adding import Adding
from redactor.ui.case_notices import CaseNotices
from redactor.ui.listed_wording import always_mark, never_mark
from redactor.ui.lock import Lock
from redactor.ui.whos_who import WhosWhoKeeper

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.ui.family_screen import FamilyScreen
    from redactor.ui.window import Window


class CaseDoors(QObject):
    """Opens them for one window; nothing is asked where no case is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._family: FamilyScreen | None = None
        self.lock = Lock(window)
        self.adding = Adding(window)
        self.keeper = WhosWhoKeeper(window.session)
        self.notices = CaseNotices(window.session, self.keeper)
        self.notices.offer.add_button(whos_who_words.OPEN, self.whos_who)
        self.notices.offer.add_button(whos_who_words.NOT_NOW, self.notices.offer.hide)
        self.notices.nowhere.add_button(whos_who_words.OPEN, self.whos_who)
        self.notices.nowhere.add_button(whos_who_words.DISMISS, self.notices.nowhere.hide)

    def actions(self) -> dict[str, Callable[[], object]]:
        """What each entry of the menus that is about the case does."""
        return {
            "whos_who": self.whos_who,
            "family": self.family,
            "lists": self.lists,
            "lock": self.lock.ask,
            "add_document": self.adding.ask,
            "passphrase": self.change_passphrase,
            "copy": self.copy_for_reviewer,
            "compact": self.compact,
            "never_mark": partial(never_mark, self._session),
            "always_mark": partial(always_mark, self._session),
        }

    def whos_who(self) -> None:
        """Ask who is who."""
        from redactor.ui.whos_who_dialog import WhosWhoDialog

        if case := self._session.case:
            self._show(WhosWhoDialog(case, self.keeper.use, self._window))

    def family(self) -> None:
        """Show the family chart."""
        from redactor.ui.family_screen import FamilyScreen

        if (case := self._session.case) is None:
            return
        if self._family is None:
            self._family = FamilyScreen()
            self._family.left.connect(self._window.back)
            self._family.chosen.connect(self._go_to_person)
            self._window.stack.addWidget(self._family)
        self._window.stack.setCurrentWidget(self._family)
        self._family.show_family(case)

    def lists(self) -> None:
        """Show what is always and what never marked."""
        from redactor.ui.lists_dialog import ListsDialog

        self._show(ListsDialog(self._session, self._window))

    def change_passphrase(self) -> None:
        """Let the user choose another passphrase."""
        from redactor.ui.case_dialogs import PassphraseDialog

        if case := self._kept():
            self._show(PassphraseDialog(case, self._session, self._window))

    def copy_for_reviewer(self) -> None:
        """Ask where a copy of the case goes, and under which passphrase."""
        from redactor.ui.case_dialogs import CopyDialog

        if case := self._kept():
            self._show(CopyDialog(case, self._session, self._window))

    def compact(self) -> None:
        """Offer to make the case file smaller."""
        from redactor.ui.case_dialogs import CompactDialog

        if case := self._kept():
            self._show(CompactDialog(case, self._session, self._window))

    # Inside

    def _kept(self) -> Case | None:
        """The open case, where its file can be worked on now; else what is in the way is said."""
        session, case = self._session, self._session.case
        if case and session.opening.busy:
            session.said.emit(case_words.STILL_LOOKING)
        elif case and session.unkept:
            session.said.emit(case_words.KEEP_FIRST)
            self._window.doors.keep()
        elif case:
            return case
        return None

    def _go_to_person(self, entity: str) -> None:
        from redactor.marks.overview import overview

        self._window.back()
        if case := self._session.case:
            self._session.go_to(overview(case).ids("thing", entity)[0])

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._window.doors.dialog_closed.emit())
        dialog.open()
