"""Deciding on marks, and undoing it."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.document.page import Page
from redactor.document.reading import assembled
from redactor.document.several import joined
from redactor.document.source import Opened, document_of
from redactor.errors import UnusableInput
from redactor.findings.finding import Finding
from redactor.marks import choose
from redactor.marks.board import Board
from redactor.marks.case import Case, Suggested
from redactor.marks.decisions import chain_holds
from redactor.marks.mark import Area, Verdict
from redactor.marks.overview import overview
from tests.document.test_several import SUMMARY

NOTHING: Suggested = ([], {}, {})
TEXT = "Keziah Orr met Mrs Orr.\vOn 3 May Keziah was seen."


def opened() -> Opened:
    quads = array("f")
    for index in range(len(TEXT)):
        quads.extend((index, 0, index + 1, 0, index, 10, index + 1, 10))
    page = Page(1, 595, 842, TEXT, quads)
    return Opened(
        document_of("draft.pdf", "pdf", b"%PDF-x", (page,), assembled((page,))), b"%PDF-x", b"%PDF-x"
    )


def suggested() -> Case:
    case = Case(opened())
    text = case.document.text
    spans = [
        (0, 10, "PERSON", "p1"),
        (19, 22, "PERSON", "p2"),
        (text.index("3 May"), text.index(" Keziah was"), "DATE", "d1"),
    ]
    findings = [
        Finding(start, end, type, 0.9, "test", "Because.", entity) for start, end, type, entity in spans
    ]
    case.suggest(findings, {"p1": "Child A", "p2": "Mother"})
    return case


def verdicts(case: Case) -> list[str]:
    return [str(mark.verdict) for mark in case.marks.values()]


def test_suggestions_come_as_undecided_marks_in_reading_order() -> None:
    case = suggested()

    assert [mark.text for mark in case.marks.values()] == ["Keziah Orr", "Orr", "3 May"]
    assert len(choose.undecided(case)) == 3


def test_confirming_and_keeping_are_undone_and_redone() -> None:
    case = suggested()
    case.confirm(["m1", "m2"], by="Ann", reason="personal data")
    case.keep(["m3"], by="Ann")

    case.undo(by="Ann")
    case.undo(by="Ann")
    undone = verdicts(case)
    case.redo(by="Ann")

    assert undone == ["undecided"] * 3
    assert verdicts(case) == ["redact", "redact", "undecided"]
    assert case.marks["m1"].reason == "personal data"


def test_suggestions_themselves_are_not_undone() -> None:
    case = suggested()

    changed = case.undo(by="Ann")

    assert not changed
    assert len(case.marks) == 3


def test_a_new_decision_ends_what_could_be_redone() -> None:
    case = suggested()
    case.confirm(["m1"], by="Ann")
    case.undo(by="Ann")

    case.keep(["m2"], by="Ann")

    assert case.next_redone is None


def test_a_hand_made_mark_is_confirmed_and_can_be_taken_back() -> None:
    case = suggested()
    start = case.document.text.index("seen")

    (made,) = case.add(start, start + 4, "PLACE", by="Ann")
    confirmed = case.marks[made].verdict
    case.remove([made], by="Ann")

    assert confirmed is Verdict.REDACT
    assert made not in case.marks


def test_marking_what_is_marked_already_confirms_it() -> None:
    case = suggested()

    changed = case.add(0, 10, "PERSON", by="Ann")

    assert changed == {"m1"}
    assert case.marks["m1"].verdict is Verdict.REDACT


def test_an_area_has_its_place_on_its_page() -> None:
    case = suggested()

    (made,) = case.add_area(Area(1, 10, 20, 30, 40), "PERSON", by="Ann")

    assert case.mark_places(case.marks[made])[0].quads == ((10, 20, 30, 20, 10, 40, 30, 40),)


def test_relabelling_touches_all_mentions() -> None:
    case = suggested()
    case.relink(["m2"], "p1", by="Ann")

    changed = case.relabel("p1", "Child D", by="Ann")

    assert changed == {"m1", "m2"}
    assert case.labels["p1"] == "Child D"


def test_things_count_mentions_and_what_is_undecided() -> None:
    case = suggested()
    case.relink(["m2"], "p1", by="Ann")
    case.confirm(["m1"], by="Ann")

    thing = overview(case).things()[0]

    assert (thing.label, thing.names, thing.marks, thing.undecided) == (
        "Child A",
        ("Keziah Orr", "Orr"),
        ("m1", "m2"),
        1,
    )


def test_occurrences_are_whole_words_in_any_case_and_spacing() -> None:
    text = "Jo met JO\nand Joe; Jo  Orr and jo orr."

    assert [text[a:b] for a, b in choose.occurrences(text, "Jo Orr")] == ["Jo  Orr", "jo orr"]
    assert len(choose.occurrences(text, "jo")) == 4


@given(
    st.lists(st.sampled_from(["confirm", "keep", "reopen", "undo", "redo", "add", "relabel"]), max_size=25),
    st.data(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_log_alone_gives_the_present_state(verbs: list[str], data: st.DataObject) -> None:
    case = suggested()
    for verb in verbs:
        ids = data.draw(st.lists(st.sampled_from(sorted(case.marks)), unique=True))
        if verb in ("undo", "redo"):
            getattr(case, verb)(by="Ann")
        elif verb == "add":
            case.add(11, 14, "PERSON", by="Ann")
        elif verb == "relabel":
            case.relabel("p1", data.draw(st.sampled_from(["", "A", "B"])), by="Ann")
        else:
            getattr(case, verb)(ids, by="Ann")

    again = Case(opened(), case.log)

    assert again.marks == case.marks
    assert list(again.marks) == list(case.marks)
    assert again.labels == case.labels
    assert (again.next_undone, again.next_redone) == (case.next_undone, case.next_redone)
    assert chain_holds(case.log)


def test_a_case_begins_with_the_rules_of_its_board_which_undo_leaves_alone() -> None:
    case = Case(opened())

    case.begin(Board("one", ("Orrville",), ("Ofsted",)), always=["Kezzie"], never=["Ofsted"], by="Ann")
    case.undo(by="Ann")

    assert case.lists.always == ("Orrville", "Kezzie")
    assert case.lists.never == ("Ofsted",)
    assert case.settings.signatures == "one"


# Several documents


def test_another_document_comes_after_and_changes_no_mark() -> None:
    case = signed_by_preparer()
    before = dict(case.marks)

    case.add_document(SUMMARY, NOTHING, by="Ann")

    assert case.marks == before
    assert case.document == joined(opened(), SUMMARY).document
    assert case.log[-1].verb == "add document"
    assert case.signatures.preparer is None


def test_what_is_found_besides_comes_with_the_document_in_one_decision() -> None:
    case = suggested()
    start = len(case.document.text) + 2
    finding = Finding(start, start + 6, "PERSON", 0.9, "test", "Because.", "p1")

    ids = case.add_document(SUMMARY, ([finding], {}, {}), by="Ann")

    (mark,) = (case.marks[id] for id in ids)
    assert (mark.text, mark.entity, case.mark_places(mark)[0].page) == ("Keziah", "p1", 2)
    assert case.log[-1].verb == "add document"
    assert case.next_undone is None


def test_a_document_is_added_once() -> None:
    case = suggested()
    case.add_document(SUMMARY, NOTHING, by="Ann")

    with pytest.raises(UnusableInput, match="in this case already"):
        case.add_document(SUMMARY, NOTHING, by="Ann")


def test_undoing_passes_over_a_document_that_was_added() -> None:
    case = suggested()
    case.confirm(["m1"], by="Ann")
    case.add_document(SUMMARY, NOTHING, by="Ann")

    case.undo(by="Ann")

    assert len(case.document.parts) == 2
    assert verdicts(case) == ["undecided"] * 3
    assert case.next_undone is None


def signed_by_preparer() -> Case:
    case = suggested()
    case.confirm(list(case.marks), by="Ann")
    case.sign("preparer", by="Ann", read_elsewhere=True)
    return case
