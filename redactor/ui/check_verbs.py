"""What two people do to a case beside deciding: read it, agree, challenge, answer, and sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case


def agree(session: Session, ids: Sequence[str]) -> None:
    """The legal reviewer agrees with these decisions."""
    session.decide("agree", lambda case: case.agree(ids, by=session.by))


def challenge(session: Session, ids: Sequence[str], comment: str) -> None:
    """The legal reviewer does not agree with them, and says why."""
    session.decide("challenge", lambda case: case.challenge(ids, comment, by=session.by))


def stand_by(session: Session, ids: Sequence[str], comment: str) -> None:
    """The preparer stands by challenged decisions, and says why."""
    session.decide("answer", lambda case: case.answer(ids, comment, by=session.by))


def mark_read(session: Session, pages: Iterable[int]) -> None:
    """Record that whoever works here read these pages."""

    def read(case: Case) -> frozenset[str]:
        if session.role:
            case.mark_read(pages, session.role, by=session.by)
        return frozenset()

    session.decide("read", read)
    session.record_changed.emit()


def sign(session: Session, *, read_elsewhere: bool) -> bool:
    """Sign as whoever works here; False where it could not be done, which the window tells."""
    case = session.case
    before = len(case.log) if case else 0

    def signed(case: Case) -> frozenset[str]:
        if session.role:
            case.sign(session.role, by=session.by, read_elsewhere=read_elsewhere)
        return frozenset()

    session.decide("sign", signed)
    session.record_changed.emit()
    return case is not None and len(case.log) > before
