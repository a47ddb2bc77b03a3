"""A kept case is opened: first the page last worked on, then, in a thread, all the rest."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redactor.errors import RedactorError
from redactor.ui.aside import Aside

if TYPE_CHECKING:  # the encryption is loaded when it is needed
    from redactor.marks.case import Case
    from redactor.marks.case_tables import Peek
    from redactor.marks.casefile import Unlocked


class CarryingOn(QObject):
    """One case at a time; of one that was left meanwhile nothing is told."""

    loaded = Signal(object, int)  # Case, the page (1-based) last worked on
    failed = Signal(object)  # RedactorError

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._aside = Aside(self)
        self._unlocked: Unlocked | None = None

    @property
    def busy(self) -> bool:
        """Whether a case is being loaded."""
        return self._unlocked is not None

    def load(self, unlocked: Unlocked, page: int) -> None:
        """Read all of a case that is unlocked."""
        self._unlocked = unlocked
        self._aside.run(
            unlocked.load,
            done=partial(self._done, unlocked, page),
            failed=partial(self._failed, unlocked),
        )

    def stop(self) -> None:
        """Leave it; its file is let go of as soon as it is read."""
        self._unlocked = None

    def _done(self, unlocked: Unlocked, page: int, case: Case) -> None:
        if unlocked is not self._unlocked:
            case.close()
            return
        self._unlocked = None
        self.loaded.emit(case, page)

    def _failed(self, unlocked: Unlocked, error: RedactorError) -> None:
        if unlocked is self._unlocked:
            self._unlocked = None
            self.failed.emit(error)


def unlock(path: Path, passphrase: str, by: str) -> tuple[Unlocked, Peek]:
    """Open a case file so far that its pages can be shown.

    Raises:
        UnusableInput: in words for the user.
    """
    from redactor.marks import casefile

    unlocked = casefile.unlock(path, passphrase, by=by)
    try:
        return unlocked, unlocked.peek()
    except RedactorError:
        unlocked.close()
        raise


def first_undecided(case: Case, page: int) -> tuple[str, int]:
    """The first mark to decide from a page (1-based) on, and the page that it is on; "" and 0 for none."""
    from redactor.marks.mark import Verdict
    from redactor.marks.overview import page_of

    left = (mark for mark in case.marks.values() if mark.verdict is Verdict.UNDECIDED)
    return next(((mark.id, at) for mark in left if (at := page_of(case, mark)) >= page), ("", 0))


def remember(case: Case | None, page: int) -> None:
    """Have this page (1-based) shown first when the case is carried on with."""
    if case and case.kept_at:
        from redactor.marks.casefile import remember_page

        remember_page(case, page)
