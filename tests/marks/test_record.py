"""The history in words: what each decision did by what the case was then, and as a table that no spreadsheet works out."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from test_case import suggested

from redactor.marks.case import Case
from redactor.marks.decisions import Decision
from redactor.marks.record import as_csv, assurance, in_runs, local_time, record_of
from redactor.marks.settings import Settings

ANN, BEN = "Ann Lee", "Ben Okri"


def told(case: Case) -> list[str]:
    return [entry.what for entry in record_of(case).entries]


def ids(case: Case) -> list[str]:
    return list(case.marks)


def rows(case: Case) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(record_of(case)), newline="")))


def test_suggestions_are_counted_by_kind() -> None:
    assert told(suggested()) == ["suggested 3 marks: 2 names of people, 1 date"]


def test_a_decision_names_whose_mentions_it_was_on() -> None:
    case = suggested()
    child, mother, date = ids(case)
    case.confirm([child], by=ANN, reason="child")
    case.keep([date], by=ANN)
    case.reopen([child, mother, date], by=ANN)
    case.retype([date], "AGE", by=ANN)
    case.set_reason([mother], "court-order", by=ANN)

    assert told(case)[1:] == [
        "confirmed 1 mention of Child A: “Keziah Orr”",
        "kept 1 mention of “3 May”",
        "made undecided again 2 marks: Child A (1), “3 May” (1)",
        "said “age” is the kind of 1 mention of “3 May”",
        "gave the reason “Court order” for 1 mention of Mother: “Orr”",
    ]
    assert record_of(case).entries[1].reason == "Identity of a child"


def test_a_person_is_called_by_the_label_of_that_time() -> None:
    case = suggested()
    child, mother, _ = ids(case)
    case.confirm([mother], by=ANN)
    case.relabel("p2", "Adult 1", by=ANN)
    case.keep([mother], by=ANN)
    case.relink([mother], "p1", by=ANN)
    case.set_role("p1", "Subject child", by=ANN)

    assert told(case)[1:] == [
        "confirmed 1 mention of Mother: “Orr”",
        "changed the label of Adult 1 from “Mother” to “Adult 1”",
        "kept 1 mention of Adult 1: “Orr”",
        "moved to Child A: 1 mention of Adult 1: “Orr”",
        "changed the role of Child A from “none” to “Subject child”",
    ]
    assert child in case.marks


def test_undo_and_redo_say_what_they_took_back_or_did_again() -> None:
    case = suggested()
    case.confirm(ids(case)[:1], by=ANN)
    case.undo(by=BEN)
    case.redo(by=BEN)

    assert told(case)[2:] == [
        "took back no. 2: confirmed 1 mention of Child A: “Keziah Orr”",
        "did again no. 2: confirmed 1 mention of Child A: “Keziah Orr”",
    ]


def test_the_second_pair_of_eyes_is_told_and_what_voids_its_signature() -> None:
    case = suggested()
    first, *_ = ids(case)
    case.confirm(ids(case), by=ANN)
    case.mark_read([1], "preparer", by=ANN)
    case.sign("preparer", by=ANN)
    case.agree(ids(case), by=BEN)
    case.sign("legal", by=BEN, read_elsewhere=True)
    case.challenge([first], "Is she named elsewhere?", by=BEN)
    case.answer([first], "She is not.", by=ANN)

    last = record_of(case).entries[2:]

    assert [entry.what for entry in last] == [
        "read page 1 as preparer",
        "signed as preparer, 3 marks",
        "agreed with the decision on 3 marks: Child A (1), Mother (1), “3 May” (1)",
        "signed as legal reviewer, 3 marks; declared that the pages were read elsewhere",
        "challenged the decision on 1 mention of Child A: “Keziah Orr”; "
        "this voids what the preparer and the legal reviewer signed",
        "stood by the decision on 1 mention of Child A: “Keziah Orr”",
    ]
    assert last[4].reason == "Is she named elsewhere?"


def test_lists_and_settings_are_told_with_both_values() -> None:
    case = suggested()
    case.choose_list("never", ["NSPCC", "Ofsted"], by=ANN)
    case.choose_settings(replace(Settings(), dates="year", codes=True), by=ANN)

    _, listed, set_ = rows(case)

    assert listed["what"] == "changed the list “never mark”: 2 lines added, 0 taken away"
    assert (listed["before"], listed["after"]) == ("never mark: none", "never mark: NSPCC; Ofsted")
    assert set_["before"] == "dates: label; codes on black boxes: no"
    assert set_["after"] == "dates: year; codes on black boxes: yes"


def test_the_table_says_which_marks_where_and_what_they_were() -> None:
    case = suggested()
    case.confirm(ids(case)[:2], by=ANN)
    case.keep(ids(case), by=ANN)

    *_, row = rows(case)

    assert (row["marks"], row["pages"]) == ("m1–m3", "1")
    assert row["before"] == "decision: confirmed (2), to decide (1)"
    assert row["after"] == "decision: kept"
    assert (row["previous hash"], row["hash"]) == (case.log[1].digest(), case.log[2].digest())


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", " =1+1", "\r\n=1"])
def test_no_cell_is_a_formula(name: str) -> None:
    case = suggested()
    case.confirm(ids(case), by=name, reason=name)

    *_, row = rows(case)

    assert row["who"].startswith("'")
    assert row["reason"].startswith("'")


def test_a_time_is_told_with_its_zone() -> None:
    told = local_time("2026-03-14T09:31:05+00:00")

    assert told.count("/") == 2
    assert " UTC" in told
    assert told[-6] in "+-"


def test_a_broken_chain_is_said() -> None:
    case = suggested()
    case.confirm(ids(case), by=ANN)
    assert assurance(record_of(case)) == "The chain holds: 2 decisions, none altered, none missing."

    case.log[1] = replace_who(case.log[1])
    case.log[0] = replace_who(case.log[0])

    assert "does not hold" in assurance(record_of(case))


def replace_who(decision: Decision) -> Decision:
    return replace(decision, who="Somebody else")


def test_reading_that_goes_on_is_told_as_one_where_it_is_shown_and_the_table_keeps_every_decision() -> None:
    case = suggested()
    for pages in ([1], [2], [3]):
        case.mark_read(pages, "preparer", by=ANN)
    case.mark_read([1], "legal", by=BEN)
    case.keep([ids(case)[0]], by=ANN)
    case.mark_read([2], "legal", by=BEN)

    shown = in_runs(record_of(case).entries)

    assert [entry.numbers for entry in shown] == ["1", "2–4", "5", "6", "7"]
    assert shown[1].what.startswith("read pages 1–3 as preparer, from ")
    assert shown[1].pages == "1–3"
    assert shown[2].what == "read page 1 as legal reviewer"
    assert len(rows(case)) == 7
