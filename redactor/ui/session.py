"""The one thing that the widgets know: the open case, the current mark, and the verbs of the reviewer.

Its signals carry what changed, so that every part of the window redraws itself and none calls another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from redactor.errors import RedactorError
from redactor.marks.mark import Verdict
from redactor.ui import scope, settings_words, undoing, words
from redactor.ui.carrying_on import CarryingOn, first_undecided, unlock
from redactor.ui.opening import Opening
from redactor.ui.preferences import Preferences

if TYPE_CHECKING:  # what works on a case loads with the first one, so that the window is there at once
    from redactor.document.source import Opened
    from redactor.marks.case import Case
    from redactor.marks.mark import Area, Mark
    from redactor.marks.settings import Settings
    from redactor.marks.signing import Role
    from redactor.publish.plan import Style
    from redactor.tasks.desk import Desk
    from redactor.tasks.orders import Found


class Session(QObject):
    """A case and who works on it."""

    draft_opened = Signal(str)  # name of the draft that is being read
    pages_known = Signal(object)  # width and height of each page, points
    page_asked = Signal(int)  # the page (1-based) to be shown
    carried_on = Signal()  # with a kept case, all of which is read
    case_opened = Signal()  # the whole draft is read, or a case was carried on with
    documents_changed = Signal()  # another document came after those of the case
    suggestions_arrived = Signal(object)  # provisional findings
    suggestions_complete = Signal()
    looked = Signal(object)  # orders.Found: what a look that is over brought, once it is in the case
    marks_changed = Signal(object)  # frozenset of ids
    things_changed = Signal()
    current_changed = Signal(str)  # id, or ""
    scope_changed = Signal()
    style_changed = Signal()
    kept_changed = Signal()
    role_changed = Signal()
    record_changed = Signal()  # pages were read, or somebody signed
    progress = Signal(int, int, str)  # done, total, note; "" when over
    said = Signal(str)
    failed = Signal(object)  # RedactorError
    closed = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.preferences = desk, preferences
        self.case: Case | None = None
        self.current = ""
        self.scope = "thing"
        self.style: Style = "pseudonym"
        self.name = ""
        self.role: Role | Literal[""] = ""  # as what somebody works on the open case; "" until they say so
        self.role_from = 0  # decisions that the case had when that was said
        self._keep_at: tuple[Path, str] | None = None
        self._own: Path | None = None  # the model that the last look was made with, beside ours
        self._own_left_out: RedactorError | None = None
        self.opening = Opening(desk, self)
        self.opening.pages_known.connect(self.pages_known)
        self.opening.progress.connect(self.progress)
        self.opening.draft_read.connect(self._draft_read)
        self.opening.found.connect(self._found)
        self.opening.own_left_out.connect(self._leave_own_out)
        self.opening.failed.connect(self._opening_failed)
        self.carrying_on = CarryingOn(self)
        self.carrying_on.loaded.connect(self._carried_on)
        self.carrying_on.failed.connect(self._opening_failed)

    # Opening, keeping, closing

    def open_draft(self, path: Path) -> None:
        """Start a new case with a draft; it is in memory alone until `keep_in`."""
        self.close()
        self.name = path.name
        self.set_role("preparer")  # whoever opens a draft prepares it
        self.draft_opened.emit(path.name)
        self.opening.open_draft(path)

    def carry_on(self, path: Path, passphrase: str) -> None:
        """Open a kept case: the page last worked on is shown at once, the rest is read meanwhile.

        Raises:
            RedactorError: in words for the user; the case that was open stays open.
        """
        unlocked, peek = unlock(path, passphrase, self.by)
        self.close()
        self.name = peek.name
        self.draft_opened.emit(self.name)
        self.preferences.remember(path)
        self.opening.draw_from(peek.pdfs)
        self.pages_known.emit(peek.page_sizes)
        self.page_asked.emit(peek.last_page)
        self.progress.emit(0, 0, words.OPENING_CASE)
        self.carrying_on.load(unlocked, peek.last_page)

    def go_on_with(self, case: Case) -> None:
        """Leave the open case for the one of its new draft, which is in memory alone until `keep_in`."""
        role = self.role
        self.close()
        self.name = case.document.name
        self.set_role(role)
        self.draft_opened.emit(self.name)
        self._begin(case)

    def keep_in(self, path: Path, passphrase: str) -> None:
        """Keep the case in a file, at once or as soon as the draft is read.

        Raises:
            RedactorError: in words for the user.
        """
        if self.case is None:
            self._keep_at = (path, passphrase)
            return
        from redactor.marks.casefile import keep_case

        keep_case(self.case, path, passphrase)
        self.preferences.remember(path)
        self.kept_changed.emit()

    @property
    def unkept(self) -> bool:
        """Whether the open case is in memory alone."""
        return self.case is not None and self.case.kept_at is None

    @property
    def work_at_stake(self) -> bool:
        """Whether decisions of a person would be lost."""
        decided = self.case.log if self.case and self.unkept else []
        return any(decision.verb not in ("begin", "suggest") for decision in decided)

    def set_preparer(self, name: str) -> None:
        """Say who decides from now on."""
        if name.strip():
            self.preferences.name = name
            self.kept_changed.emit()

    def set_role(self, role: Role | Literal[""]) -> None:
        """Say as what somebody works on the open case."""
        if role != self.role:
            self.role, self.role_from = role, len(self.case.log) if self.case else 0
            self.role_changed.emit()

    def stop(self) -> None:
        """Stop reading the draft, or looking for suggestions in it."""
        if self.case is None and self.name:
            self.close()
            return
        if not self.opening.busy:
            return
        self.opening.stop()
        self.suggestions_complete.emit()
        self.said.emit(words.STOPPED_LOOKING)

    def close(self) -> None:
        """Leave the case; what was decided is in its file."""
        self.opening.stop()
        self.carrying_on.stop()
        self.progress.emit(0, 0, "")
        self._keep_at = None
        if self.case:
            self.case.close()
        was_open = bool(self.name)
        self.case, self.current, self.name = None, "", ""
        self.set_role("")
        if was_open:
            self.closed.emit()

    def suggest(self) -> None:
        """Look for suggestions in the open draft; what is decided stays as it is."""
        if self.case:
            self._own, self._own_left_out = self.preferences.own_model, None
            self.opening.suggest(self.case.document, self.case.lists, self._own)

    # Asking

    @property
    def mark(self) -> Mark | None:
        """The current mark."""
        return self.case.marks.get(self.current) if self.case else None

    @property
    def may_change(self) -> bool:
        """Whether the open case is ours to change: one that is open elsewhere is only shown."""
        return self.case is not None and not self.case.held_by

    @property
    def may_decide(self) -> bool:
        """Whether marks may be decided on: the legal reviewer checks what others decided."""
        return self.may_change and self.role != "legal"

    def in_scope(self) -> list[Mark]:
        """Marks that a decision on the current mark applies to, whatever was decided on them."""
        return scope.in_scope(self.case, self.mark, self.scope) if self.case and self.mark else []

    def anything_left(self) -> bool:
        """Whether any mark is undecided."""
        from redactor.marks.overview import overview

        return self.case is not None and overview(self.case).left > 0

    # Deciding

    def reopen(self) -> None:
        """Make the current mark undecided again."""
        ids = [self.current]
        self.decide("reopen", lambda case: case.reopen(ids, by=self.by))

    def add(self, spans: Sequence[tuple[int, int]], type: str, entity: str = "") -> None:
        """Mark stretches of the reading text by hand, as mentions of one person or thing."""
        self._go_to_first(
            self.decide("add", lambda case: case.add_all(spans, type, by=self.by, entity=entity))
        )

    def add_area(self, area: Area) -> None:
        """Mark a drawn area by hand."""
        self._go_to_first(self.decide("add", lambda case: case.add_area(area, "ID", by=self.by)))

    def remove(self) -> None:
        """Take back the current mark, if it was made by hand."""
        if self.mark and self.mark.by_hand:
            ids = [self.current]
            self.decide("remove", lambda case: case.remove(ids, by=self.by))

    def relabel(self, label: str) -> None:
        """Change what is published in place of the current person or thing."""
        if mark := self.mark:
            self.decide("relabel", lambda case: case.relabel(mark.entity, label.strip(), by=self.by))

    def set_reason(self, reason: str) -> None:
        """Change why the marks in scope are withheld."""
        ids = [mark.id for mark in self.in_scope() if mark.verdict is not Verdict.KEEP]
        self.decide("reason", lambda case: case.set_reason(ids, reason, by=self.by))

    def choose_settings(self, settings: Settings) -> None:
        """Change how dates, ages and black boxes of the case are published."""
        self.decide("settings", lambda case: case.choose_settings(settings, by=self.by))

    def retype(self, type: str) -> None:
        """Change what kind of thing the marks of the current person or thing are."""
        if self.case and self.mark:
            ids = [mark.id for mark in scope.in_scope(self.case, self.mark, "thing")]
            self.decide("retype", lambda case: case.retype(ids, type, by=self.by))

    def undo(self) -> None:
        """Take the last decision back, and show where."""
        self._go_to_first(self.decide("undo", lambda case: undoing.undo(self, case)))

    def redo(self) -> None:
        """Do again what was taken back, and show where."""
        self._go_to_first(self.decide("redo", lambda case: undoing.redo(self, case)))

    # Going

    def go_to(self, id: str) -> None:
        """Make a mark the current one."""
        if self.case and (id in self.case.marks or not id) and id != self.current:
            self.current = id
            self.current_changed.emit(id)

    def next_undecided(self, step: int = 1, entity: str = "") -> None:
        """Go to the next (`step` 1) or previous (-1) undecided mark, of one person or thing if given."""
        if self.case is None:
            return
        following = scope.next_undecided(self.case, self.current, step=step, entity=entity)
        if following:
            self.go_to(following)
        else:
            self.said.emit(words.NOTHING_LEFT)

    def set_scope(self, name: str) -> None:
        """Choose what the next decision applies to."""
        if name != self.scope:
            self.scope = name
            self.scope_changed.emit()

    def set_style(self, style: Style) -> None:
        """Choose how confirmed words are shown, and published unless said otherwise."""
        if style != self.style:
            self.style = style
            self.style_changed.emit()

    # Inside

    @property
    def by(self) -> str:
        """Who decides."""
        return self.preferences.name

    def decide(self, verb: str, act: Callable[[Case], frozenset[str]]) -> frozenset[str]:
        """Let the case do something; tell everybody what changed, or the user why it could not be done."""
        if self.case is None:
            return frozenset()
        order = list(self.case.marks)
        try:
            ids = act(self.case)
        except RedactorError as error:
            self.failed.emit(error)
            return frozenset()
        if ids:
            self.marks_changed.emit(ids)
            self.things_changed.emit()
            if self.current and self.current not in self.case.marks:
                self.go_to(scope.nearest(self.case, order, self.current))
            self.said.emit(words.done(verb, len(ids)))
        return ids

    def _go_to_first(self, ids: Iterable[str]) -> None:
        """Show where something changed; what changed every mark, as a setting does, has no place of its own."""
        chosen = set(ids)
        if self.case and 1 < len(chosen) == len(self.case.marks):
            return
        if self.case and (first := next((id for id in self.case.marks if id in chosen), "")):
            self.go_to(first)

    def _draft_read(self, opened: Opened) -> None:
        from redactor.marks.board import Board, load_board
        from redactor.marks.case import Case

        case = Case(opened)
        try:
            case.begin(load_board(), by=self.by)
        except RedactorError as error:
            case.begin(Board(), by=self.by)
            self.failed.emit(error)
        self._begin(case)
        if self._keep_at:
            path, passphrase = self._keep_at
            self._keep_at = None
            try:
                self.keep_in(path, passphrase)
            except RedactorError as error:
                self.failed.emit(error)

    def _carried_on(self, case: Case, page: int) -> None:
        self.progress.emit(0, 0, "")
        self._begin(case, page)
        self.carried_on.emit()

    def _begin(self, case: Case, page: int = 0) -> None:
        """`page`: the one (1-based) that is shown already, where a case is carried on with."""
        self.case = case
        if not page and not self.opening.draws_file:
            self.opening.draw_from(case.opened.pdfs)
        self.case_opened.emit()
        self.kept_changed.emit()
        if any(decision.verb == "suggest" for decision in case.log):
            self.suggestions_complete.emit()
            self._begin_at(page)
        else:
            self.suggest()

    def _begin_at(self, page: int) -> None:
        """Make the first undecided mark from a page on the current one, and keep showing that page."""
        id, there = first_undecided(self.case, page) if self.case else ("", 0)
        if id:
            self.go_to(id)
        else:
            self.next_undecided()
        if page and there != page:
            self.page_asked.emit(page)

    def _found(self, found: Found) -> None:
        from redactor.marks.further import free, further

        if self.case is None:
            return
        if not found.final:
            self.suggestions_arrived.emit(free(self.case, found.findings))
            return
        new = further(self.case, found.findings, found.labels, found.roles)
        reason = settings_words.used(self._own.name) if self._own else ""
        self.decide("suggest", lambda case: case.suggest(*new, reason=reason))
        self.looked.emit(found)
        self.suggestions_complete.emit()
        self.next_undecided()
        if self._own_left_out:
            self.failed.emit(settings_words.left_out(self._own_left_out))

    def _leave_own_out(self, error: RedactorError) -> None:
        """Told once the look is over: what it brings would hide it."""
        self._own, self._own_left_out = None, error

    def _opening_failed(self, error: RedactorError) -> None:
        if self.case is None:
            self.close()
        self.failed.emit(error)
