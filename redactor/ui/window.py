"""The window: puts the parts together; what is decided lives in the session, the dialogs behind the doors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from redactor.errors import RedactorError
from redactor.ui import words
from redactor.ui.actions import STYLES, connect_actions
from redactor.ui.case_doors import CaseDoors
from redactor.ui.doors import Doors
from redactor.ui.menus import Menus
from redactor.ui.message_bar import Notice, Working
from redactor.ui.scope import SCOPES
from redactor.ui.session import Session
from redactor.ui.top_bar import TopBar
from redactor.ui.two_pairs import TwoPairs

if TYPE_CHECKING:  # these load when they are first needed, so that the window is there at once
    from redactor.tasks.orders import Previewed
    from redactor.ui.preview import PreviewScreen
    from redactor.ui.publishing import Publishing
    from redactor.ui.review import ReviewScreen
    from redactor.ui.start_page import StartPage


class Window(QMainWindow):
    """One case at a time."""

    def __init__(self, session: Session, sample: Path) -> None:
        """`sample`: the draft to try the program on."""
        super().__init__()
        self.session, self._sample = session, sample
        self.doors = Doors(session, self)
        self.case_doors = CaseDoors(self)
        self.two_pairs = TwoPairs(self)
        self.start: StartPage | None = None
        self.review: ReviewScreen | None = None
        self.preview: PreviewScreen | None = None
        self._previewing: Publishing | None = None
        self.setWindowTitle(words.APP)
        self.setAcceptDrops(True)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.menus = Menus(self)
        self.top = TopBar()
        self.error = Notice("error")
        self._mark_them = self.error.add_button(words.MARK_THEM, self._mark_unmarked)
        self.error.add_button(words.DISMISS, self._dismiss)
        self.banner = Notice("notice")
        self.banner.add_button(words.KEEP_IT, self.doors.keep)
        self.working = Working(self._stop)
        self.stack = QStackedWidget()
        self.cover = QStackedWidget()  # what the window shows, or the page that hides it
        self._lay_out()
        connect_actions(self)
        self._connect_parts()
        self._connect_session()

    # What the user is told

    def show_error(self, error: RedactorError) -> None:
        """Say what happened and what to do, in the way of nothing."""
        self._mark_them.hide()
        self.error.say(*words.trouble(error))

    def offer_to_mark(self, count: int) -> None:
        """Say that confirmed names still stand in so many places, and offer to mark them."""
        self.error.say(words.still_unmarked(count), words.UNMARKED_ADVICE)
        self._mark_them.show()
        self._mark_them.setFocus()

    def show_unexpected(self) -> None:
        """Say that the program itself is at fault."""
        self._mark_them.hide()
        self.error.say(*words.unexpected())

    def say(self, sentence: str) -> None:
        """Tell what was done; a screen reader says it too."""
        if self.review:
            self.review.panes.strip.say(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _mark_unmarked(self) -> None:
        from redactor.ui.by_hand import mark_unmarked

        self._dismiss()
        mark_unmarked(self.session)

    def _dismiss(self) -> None:
        self.error.hide()

    def _show_progress(self, done: int, total: int, note: str) -> None:
        if note:
            self.working.tell(done, total, note)
        else:
            self.working.hide()

    def _show_state(self) -> None:
        """Everything that depends on which case is open and whether it is kept."""
        session = self.session
        reading = bool(session.name) and session.case is None
        self.top.setVisible(bool(session.name))
        kept_at = session.case.kept_at if session.case else None
        kept = words.ALL_KEPT.format(file=kept_at.name) if kept_at else words.NOT_KEPT
        self.top.show_case(Path(session.name).stem, words.READING if reading else kept)
        self.top.show_name(session.preferences.name, session.role)
        self.top.show_signed(self.two_pairs.signed())
        self.top.sign.setEnabled(session.may_change)
        self.top.preview.setEnabled(session.case is not None)
        self.top.publish.setEnabled(session.case is not None)
        self.banner.setVisible(session.unkept)
        if session.unkept:
            self.banner.say(words.NOT_KEPT_BANNER)
        self.menus.held = session.case is not None and not session.may_change
        self.menus.enable(
            case=session.case is not None, mark=session.mark is not None, **self.two_pairs.can()
        )
        named = session.name and not self.case_doors.lock.locked
        self.setWindowTitle(f"{Path(session.name).stem} · {words.APP}" if named else words.APP)

    # Screens

    def _begin_review(self, _name: str) -> None:
        from redactor.ui.page_menu import PageMenu
        from redactor.ui.review import ReviewScreen

        self._dismiss()
        if self.review is None:
            self.review = ReviewScreen(self.session)
            self.review.keys_asked.connect(self.show_keys)
            self.menus.place("confirm", self.review.pages)
            self.stack.addWidget(self.review)
            PageMenu(self.session, self.review.pages, self.menus)
            self.review.begin("")
        self.stack.setCurrentWidget(self.review)
        self.review.pages.setFocus()
        self._show_state()

    def _show_start(self) -> None:
        from redactor.ui.start_page import StartPage

        self._stop_preview()
        if self.start is None:
            self.start = StartPage()
            self._connect_start(self.start)
            self.stack.addWidget(self.start)
        self.start.show_recent(self.session.preferences.recent())
        self.stack.setCurrentWidget(self.start)
        self._show_state()
        self.start.open_button.setFocus()

    def _connect_start(self, start: StartPage) -> None:
        start.open_asked.connect(self.doors.choose_draft)
        start.carry_on_asked.connect(self.doors.choose_case)
        start.sample_asked.connect(self.open_sample)
        start.recent_asked.connect(lambda path: self.doors.carry_on(Path(path)))
        start.forget_asked.connect(self.forget_recent)

    def show_preview(self) -> None:
        """Show what would be published as decided so far."""
        from redactor.ui.publishing import Publishing

        if (case := self.session.case) is None:
            return
        if self._previewing is None:
            self._previewing = Publishing(self.session.desk, self)
            self._previewing.progress.connect(self._show_progress)
            self._previewing.over.connect(self.working.hide)
            self._previewing.failed.connect(self.session.failed)
            self._previewing.previewed.connect(self._show_preview)
        self._dismiss()
        self.working.tell(0, 0, words.PREPARING_PREVIEW)
        page = self.review.pages.page() if self.review else 1
        self._previewing.preview(case, self.session.style, case.document.part_at(page))

    def _show_preview(self, previewed: Previewed) -> None:
        from redactor.marks import choose
        from redactor.ui.preview import PreviewScreen

        if self.preview is None:
            self.preview = PreviewScreen(self.session.desk)
            self.preview.left.connect(self.back)
            self.preview.failed.connect(self.session.failed)
            self.stack.addWidget(self.preview)
        self.stack.setCurrentWidget(self.preview)
        case, page = self.session.case, self.review.pages.page() if self.review else 1
        if case and self._previewing:
            page += 1 - case.document.part(self._previewing.document).first_page
        self.preview.show_preview(previewed, page=page, undecided=len(choose.undecided(case)) if case else 0)

    def _stop_preview(self) -> None:
        if self._previewing:
            self._previewing.stop()

    def _stop(self) -> None:
        """Stop what the progress bar tells about."""
        self._stop_preview()
        self.case_doors.adding.stop()
        self.session.stop()

    def back(self) -> None:
        """Esc: one step back to the report."""
        self._dismiss()
        if self.review and self.session.name:
            if self.stack.currentWidget() is not self.review:
                self.stack.setCurrentWidget(self.review)
                self.review.pages.setFocus()
            elif not self.two_pairs.leave():
                self.review.go_back()

    def back_to_report(self) -> None:
        """The keys are those of the report again, as after a dialog."""
        if self.review and self.stack.currentWidget() is self.review:
            self.activateWindow()
            self.review.pages.setFocus()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from redactor.ui.keys_help import KeysHelp

        KeysHelp(self).show()

    # What actions ask for

    def open_sample(self) -> None:
        """Open the made-up draft that comes with the program."""
        self.doors.open_sample(self._sample)

    def close_case(self) -> None:
        """Leave the case and show the first page again."""
        self.doors.leave(self.session.close)

    def forget_recent(self) -> None:
        """Forget the paths of the cases last worked on."""
        self.session.preferences.forget_recent()
        if self.start:
            self.start.show_recent([])

    # Putting it together

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notices = (self.error, self.banner, self.two_pairs.notices, self.case_doors.notices)
        for part in (self.top, *notices, self.working):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.cover.addWidget(body)
        self.setCentralWidget(self.cover)

    def _connect_parts(self) -> None:
        self.doors.places_unmarked.connect(self.offer_to_mark)
        self.doors.dialog_closed.connect(self.back_to_report)
        self.top.name_asked.connect(self.two_pairs.ask_who)
        self.top.sign_asked.connect(self.two_pairs.sign)
        self.top.preview_asked.connect(self.show_preview)
        self.top.publish_asked.connect(self.doors.publish)

    def _connect_session(self) -> None:
        session = self.session
        session.draft_opened.connect(self._begin_review)
        session.closed.connect(self._show_start)
        session.marks_changed.connect(lambda _ids: self._dismiss())
        session.failed.connect(self.show_error)
        session.said.connect(self.say)
        session.progress.connect(self._show_progress)
        for changed in (
            session.case_opened,
            session.kept_changed,
            session.current_changed,
            session.marks_changed,
            session.role_changed,
            session.record_changed,
        ):
            changed.connect(lambda *_: self._show_state())
        for announced in (session.scope_changed, session.style_changed):
            announced.connect(self._check_choices)

    def _check_choices(self) -> None:
        for scope in SCOPES:
            self.menus[f"scope_{scope}"].setChecked(self.session.scope == scope)
        for name, style in STYLES.items():
            self.menus[name].setChecked(self.session.style == style)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first page, unless a draft is being opened already."""
        super().showEvent(event)
        if self.stack.currentWidget() is None:
            self._show_start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing to save; work that is not kept is asked about."""
        if self.session.work_at_stake:
            event.ignore()
            self.doors.leave(self._leave)
            return
        self._stop_preview()
        self.session.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped(event):
            event.acceptProposedAction()
            self.doors.open_path(path)

    def _leave(self) -> None:
        self.session.close()
        self.close()


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that is dropped."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
