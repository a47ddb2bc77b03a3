"""What Enter and the keys that keep will do: the marks shown for one decision, those worded the same, what is left."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redactor.marks.mark import Mark, Verdict
from redactor.ui.scope import group_of
from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.parting import Parting

FEWEST, MOST = 4, 8
"""How many marks are looked at together, where there is room."""


class Bulk(QObject):
    """The marks of the scope that are decided on together. Nothing is decided in bulk that was not shown.

    Attributes:
        shown: ids of the marks in the list, in its order; the current mark is always one of them.
        more: how many of the scope are to be looked at beside these.
        why: for each of these that is to be looked at, why.
        same: ids of those worded as one that was looked at, once there is none more to be looked at beside these;
            decided on with them.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._capacity = FEWEST
        self.shown: tuple[str, ...] = ()
        self.why: dict[str, str] = {}
        self.more = 0
        self.same: tuple[str, ...] = ()
        for signal in (session.marks_changed, session.scope_changed, session.closed):
            signal.connect(lambda *_: self.gather())
        session.current_changed.connect(self._follow)

    def set_capacity(self, count: int) -> None:
        """Show so many marks at once, or as many more as usual where there is room for them."""
        count = max(1, min(MOST, count))
        if count != self._capacity:
            self._capacity = count
            self.gather()

    def gather(self) -> None:
        """Choose anew what is shown."""
        case, mark = self._session.case, self._session.mark
        self.shown, self.why, self.more, self.same = (), {}, 0, ()
        if case and mark:
            self._choose(mark, self._parting(case, mark, self._session.scope))
        self.changed.emit()

    # What a decision applies to

    @property
    def to_confirm(self) -> list[str]:
        """Ids that Enter confirms; those worded the same come last."""
        return self._to_decide(Verdict.REDACT)

    @property
    def to_keep(self) -> list[str]:
        """Ids that are kept with what is shown."""
        return self._to_decide(Verdict.KEEP)

    def worded_so(self) -> list[str]:
        """The current mark, and those that are surely worded the same and of the same person or thing."""
        case, mark = self._session.case, self._session.mark
        if case is None or mark is None:
            return []
        alike = self._parting(case, mark, "wording")
        return [mark.id, *(id for id in (alike.same_as(mark) if alike else ()) if id != mark.id)]

    # Deciding

    def confirm(self) -> None:
        """Confirm what the big button says; with nothing left here, go to the next undecided."""
        ids, mark = self.to_confirm, self._session.mark
        if not ids or mark is None:
            self._session.next_undecided()
            return
        by = self._session.by
        self._decide("confirm", lambda case: case.confirm(ids, by=by))

    def keep(self) -> None:
        """Leave the words of the current mark as they are, and go to the one that is shown next."""
        self._keep([self._session.current])

    def keep_worded(self) -> None:
        """The same for all that are worded so."""
        self._keep(self.worded_so())

    def keep_shown(self) -> None:
        """The same for all that Enter would confirm."""
        self._keep(self.to_keep)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) of the marks that are shown."""
        if self._session.current in self.shown:
            here = self.shown.index(self._session.current)
            self._session.go_to(self.shown[(here + step) % len(self.shown)])

    # Inside

    def _parting(self, case: Case, mark: Mark, scope: str) -> Parting | None:
        """The marks of a scope, parted; None where that is the one mark."""
        from redactor.marks.overview import overview

        group = group_of(case, mark, scope)
        return overview(case).parting(*group) if group else None

    def _choose(self, mark: Mark, parting: Parting | None) -> None:
        if parting is None:
            self.shown = (mark.id,)
            self.why = {mark.id: "first"} if mark.verdict is Verdict.UNDECIDED else {}
            return
        first = parting.first(self._capacity)
        if mark.id not in first:
            first = [mark.id, *first[: self._capacity - 1]]
        self.shown = tuple(first)
        self.why = {id: why for id in first if (why := parting.why(id))}
        self.more = parting.to_look_at - len(self.why)
        self.same = () if self.more else tuple(id for id in parting.same() if id not in first)

    def _to_decide(self, verdict: Verdict) -> list[str]:
        case = self._session.case
        if case is None:
            return []
        ids = [
            id
            for id in self.shown
            if case.marks[id].verdict is Verdict.UNDECIDED
            or (id == self._session.current and case.marks[id].verdict is not verdict)
        ]
        return ids if self.more else [*ids, *self.same]

    def _keep(self, ids: list[str]) -> None:
        by = self._session.by
        self._decide("keep", lambda case: case.keep(ids, by=by))

    def _decide(self, verb: str, act: Callable[[Case], frozenset[str]]) -> None:
        """Decide, then go to what stood after the current mark in the list, or to the next undecided."""
        case, mark, after = self._session.case, self._session.mark, self._after()
        if case is None or mark is None or not self._session.decide(verb, act):
            return
        parting = self._parting(case, mark, self._session.scope)
        left = chain(after, parting.left() if parting else ())
        following = next((id for id in left if case.marks[id].verdict is Verdict.UNDECIDED), "")
        if following:
            self._session.go_to(following)
            self.gather()  # without the mark that was current, which is decided
        else:
            self._session.next_undecided()

    def _after(self) -> tuple[str, ...]:
        current = self._session.current
        here = self.shown.index(current) if current in self.shown else 0
        return self.shown[here + 1 :] + self.shown[:here]

    def _follow(self, id: str) -> None:
        if id in self.shown:
            self.changed.emit()
        else:
            self.gather()
