"""Undo and redo in the window: each of the two people who work on a case takes back what is theirs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redactor.errors import NotReady
from redactor.ui import check_words

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.decisions import Decision
    from redactor.ui.session import Session

_CHECKING = frozenset({"agree", "challenge"})
"""What only the legal reviewer does."""


def undo(session: Session, case: Case) -> frozenset[str]:
    """Take the last decision back.

    Raises:
        NotReady: it is another person's, in words for the user.
    """
    _refuse(session, case.next_undone)
    return case.undo(by=session.by)


def redo(session: Session, case: Case) -> frozenset[str]:
    """Do again what was taken back last.

    Raises:
        NotReady: as `undo`.
    """
    _refuse(session, case.next_redone)
    return case.redo(by=session.by)


def _refuse(session: Session, decision: Decision | None) -> None:
    """The legal reviewer's undo never touches a decision of the preparer, nor the preparer's a challenge."""
    if decision is None:
        return
    checking = decision.verb in _CHECKING
    as_legal = checking or decision.number > session.role_from
    if session.role == "legal" and not (as_legal and decision.who == session.by):
        raise NotReady(check_words.NOT_YOURS, advice=check_words.CHALLENGE_INSTEAD)
    if session.role == "preparer" and checking:
        raise NotReady(check_words.NOT_YOURS, advice=check_words.ANSWER_INSTEAD)
