"""The dialogs and screens about the case as a whole: who is who, the family, its lists, its file, a new draft."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QInputDialog

from redactor.ui import case_words, new_draft_words, whos_who_words
from redactor.ui.adding import Adding
from redactor.ui.became import Became
from redactor.ui.case_notices import CaseNotices
from redactor.ui.choosing import choose_draft
from redactor.ui.listed_wording import always_mark, never_mark
from redactor.ui.lock import Lock
from redactor.ui.whos_who import WhosWhoKeeper

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.ui.family_screen import FamilyScreen
    from redactor.ui.new_draft import GoneOn
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
        self.became = Became(window.session)
        self.became.find_asked.connect(self._find)
        self.became.shown_one.connect(window.back_to_report)
        self.notices.add(self.became)
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
            "new_draft": self.new_draft,
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

    def new_draft(self) -> None:
        """Let the user pick a new draft of the case, and go on with it."""
        case = self._kept()
        if case is None:
            return
        names = [part.name for part in case.document.parts]
        if len(names) == 1:
            choose_draft(self._window, lambda path: self._read_new(path, 1))
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(new_draft_words.TITLE)
        dialog.setLabelText(new_draft_words.WHICH)
        dialog.setComboBoxItems(names)
        dialog.textValueSelected.connect(
            lambda name: choose_draft(self._window, lambda path: self._read_new(path, names.index(name) + 1))
        )
        self._show(dialog)

    # Inside

    def _read_new(self, path: Path, number: int) -> None:
        from redactor.ui.new_draft_dialog import NewDraftDialog

        def then(gone_on: GoneOn) -> None:
            self._session.go_on_with(gone_on.case)
            self.became.tell(gone_on)
            self._window.doors.keep_new(path)

        if case := self._session.case:
            self._show(NewDraftDialog(self._session, case, (path, number), then, self._window))

    def _find(self, text: str) -> None:
        """Look for the words of a mark that was lost."""
        if review := self._window.review:
            self._window.back_to_report()
            review.panes.find_bar.ask(text)

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
