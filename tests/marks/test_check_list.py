"""In which order the legal reviewer looks at what was decided."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "ui"))

from short_case import suggested_case

from redactor.marks.case import Case
from redactor.marks.check_list import Looked, decided_by, looked, next_open, sections


def decided() -> Case:
    """Kez is confirmed, Dean kept, Keziah, doubtful, confirmed."""
    case = suggested_case()
    case.confirm(["m1", "m2", "m5"], by="Ann")
    case.keep(["m3", "m4"], by="Ann")
    return case


def ids(case: Case) -> dict[str, list[str]]:
    return {name: [mark.id for mark in marks] for name, marks in sections(case).items()}


def test_rejected_suggestions_come_before_doubtful_ones_and_the_rest() -> None:
    assert ids(decided()) == {"rejected": ["m3", "m4"], "doubtful": ["m5"], "confirmed": ["m1", "m2"]}


def test_challenged_and_answered_decisions_come_first() -> None:
    case = decided()
    case.challenge(["m1", "m3"], "Look again.", by="Lee")
    case.answer(["m3"], "A place.", by="Ann")

    assert list(ids(case).items())[:2] == [("challenged", ["m1"]), ("answered", ["m3"])]
    assert looked(case) == Looked(agreed=0, challenged=1, open=4)


def test_the_next_to_look_at_passes_over_what_was_agreed_with() -> None:
    case = decided()
    case.agree(["m4"], by="Lee")

    assert next_open(case, "m3") == "m5"
    assert next_open(case, "m2") == "m3"
    case.agree(case.marks, by="Lee")
    assert next_open(case, "m2") == ""


def test_who_decided_is_told_by_the_last_decision_on_it() -> None:
    case = decided()
    case.keep(["m1"], by="Bea")
    case.agree(["m1"], by="Lee")

    decision = decided_by(case, case.marks["m1"])
    assert decision is not None
    assert (decision.who, decision.verb) == ("Bea", "keep")
