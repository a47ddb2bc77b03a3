"""Changing a list of the open case, and looking through the draft again with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from redactor.ui.session import Session

if TYPE_CHECKING:
    from redactor.marks.case import Case


def choose_list(session: Session, name: str, lines: Iterable[str]) -> bool:
    """Change a list of the case; returns whether it is another one now."""
    if session.case is None:
        return False
    case, before = session.case, getattr(session.case.lists, name)

    def choose(case: Case) -> frozenset[str]:
        case.choose_list(name, lines, by=session.by)
        return frozenset()

    session.decide("list", choose)
    return bool(getattr(case.lists, name) != before)
