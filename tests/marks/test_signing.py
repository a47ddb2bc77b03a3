"""Two pairs of eyes: reading, challenging, signing, and what voids a signature."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redactor.errors import NotReady, UnusableInput
from redactor.marks import signing
from redactor.marks.case import Case
from redactor.marks.mark import Verdict
from tests.marks.test_case import opened, suggested


def decided() -> Case:
    case = suggested()
    case.confirm(["m1", "m2"], by="Ann")
    case.keep(["m3"], by="Ann")
    return case


def signed() -> Case:
    case = decided()
    case.sign("preparer", by="Ann", read_elsewhere=True)
    case.sign("legal", by="Lee", read_elsewhere=True)
    return case


def test_a_decided_and_read_case_is_signed_by_the_preparer_then_by_the_legal_reviewer() -> None:
    case = decided()
    case.mark_read([1], "preparer", by="Ann")
    case.sign("preparer", by="Ann")
    case.mark_read([1], "legal", by="Lee")
    case.sign("legal", by="Lee")

    assert not signing.missing(case)
    assert case.signatures.legal
    assert case.signatures.legal.by == "Lee"
    assert not case.signatures.legal.read_elsewhere


def test_nobody_signs_while_anything_is_undecided_or_unread() -> None:
    case = suggested()

    with pytest.raises(NotReady) as refused:
        case.sign("preparer", by="Ann")

    assert refused.value.problems == (
        "3 marks are still to decide.",
        "Page 1 has not been read by the preparer.",
    )
    assert refused.value.exit_status == 1


def test_the_legal_reviewer_needs_a_valid_signature_of_somebody_else() -> None:
    case = decided()
    before = signing.obstacles(case, "legal", by="Lee", read_elsewhere=True)
    case.sign("preparer", by="Ann Lee", read_elsewhere=True)

    assert before == ("The preparer has not signed, or something changed since.",)
    assert signing.obstacles(case, "legal", by=" ann  LEE", read_elsewhere=True) == (
        "The legal reviewer must be somebody else than the preparer.",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda case: case.keep(["m1"], by="Ann"),
        lambda case: case.add(19, 22, "PERSON", by="Ann") or case.add(11, 14, "PERSON", by="Ann"),
        lambda case: case.relabel("p1", "Child B", by="Ann"),
        lambda case: case.retype(["m1"], "PLACE", by="Ann"),
        lambda case: case.relink(["m2"], "p1", by="Ann"),
        lambda case: case.set_reason(["m1"], "s40", by="Ann"),
        lambda case: case.challenge(["m3"], "This is a birthday.", by="Lee"),
        lambda case: case.undo(by="Ann"),
    ],
)
def test_a_change_after_it_voids_both_signatures(change: Callable[[Case], object]) -> None:
    case = signed()

    change(case)

    assert case.signatures == signing.Signatures()
    assert len(signing.missing(case)) == 2


def test_undo_does_not_bring_a_voided_signature_back() -> None:
    case = signed()
    case.keep(["m1"], by="Ann")

    case.undo(by="Ann")

    assert case.marks["m1"].verdict is Verdict.REDACT
    assert case.signatures == signing.Signatures()


def test_reading_commenting_and_agreeing_void_nothing() -> None:
    case = signed()

    case.mark_read([1], "legal", by="Lee")
    case.set_comment(["m1"], "Seen.", by="Lee")
    case.agree(["m1"], by="Lee")
    case.set_role("p2", "Mother", by="Ann")

    assert not signing.missing(case)


def test_a_challenge_is_answered_and_then_agreed_with_before_the_legal_reviewer_signs() -> None:
    case = decided()
    case.challenge(["m3"], "Her birthday.", by="Lee")
    blocked = signing.obstacles(case, "preparer", by="Ann", read_elsewhere=True)
    case.answer(["m3"], "It is the day of a hearing.", by="Ann")
    case.sign("preparer", by="Ann", read_elsewhere=True)
    waiting = signing.obstacles(case, "legal", by="Lee", read_elsewhere=True)
    case.agree(["m3"], by="Lee")
    case.sign("legal", by="Lee", read_elsewhere=True)

    assert blocked == ("1 decision is challenged and not answered yet.",)
    assert waiting == ("1 answer is to be agreed with or challenged again.",)
    assert not signing.missing(case)


def test_deciding_otherwise_answers_a_challenge_and_takes_agreement_back() -> None:
    case = decided()
    case.challenge(["m3"], "Her birthday.", by="Lee")
    case.agree(["m1"], by="Lee")

    case.confirm(["m3"], by="Ann")
    case.keep(["m1"], by="Ann")

    assert (case.marks["m3"].check, case.marks["m1"].check) == ("answered", "")


def test_one_person_is_enough_where_the_settings_say_so() -> None:
    case = decided()
    case.choose_settings(type(case.settings)(signatures="one"), by="Ann")

    before = signing.missing(case)
    case.sign("preparer", by="Ann", read_elsewhere=True)

    assert before
    assert not signing.missing(case)


def test_carrying_over_asks_for_reading_again_and_cannot_be_undone() -> None:
    former = decided()
    former.mark_read([1], "preparer", by="Ann")
    case = Case(opened(), former.log)

    case.carry_over([], by="Ann", reason="from draft 1 to draft 2")

    assert signing.unread(case, "preparer") == [1]
    assert case.next_undone is None


def test_a_case_that_somebody_else_holds_cannot_be_changed() -> None:
    case = decided()
    case.held_by = "Lee has it open."

    with pytest.raises(UnusableInput):
        case.keep(["m1"], by="Ann")
    assert case.marks["m1"].verdict is Verdict.REDACT


def test_unread_pages_are_told_in_runs() -> None:
    assert signing._runs([2, 3, 4, 9]) == "Pages 2–4 and 9 have"
    assert signing._runs([7]) == "Page 7 has"
