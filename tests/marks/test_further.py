"""A further look adds what is new, and takes nobody for somebody else."""

from __future__ import annotations

from array import array

import pytest

from redactor.document.page import Page
from redactor.document.reading import assembled
from redactor.document.source import Opened, document_of
from redactor.findings.finding import Finding
from redactor.marks.case import Case
from redactor.marks.further import free, further

TEXT = "Kez met Dean. Then Zorblax met Kez. It was Monday."


def finding(word: str, entity: str, nth: int = 0) -> Finding:
    start = TEXT.index(word)
    for _ in range(nth):
        start = TEXT.index(word, start + 1)
    return Finding(start, start + len(word), "PERSON", 0.9, "test", "Looks like a name.", entity)


@pytest.fixture
def case() -> Case:
    """Kez (once) and Dean are suggested."""
    page = Page(1, 595, 842, TEXT, array("f", [float(number) for number in range(8 * len(TEXT))]))
    document = document_of("draft.pdf", "pdf", b"", (page,), assembled((page,)))
    case = Case(Opened(document, b"", b""))
    case.suggest([finding("Kez", "p1"), finding("Dean", "p2")], {"p1": "Child D", "p2": "Father"})
    return case


def test_a_first_look_is_taken_as_it_is(case: Case) -> None:
    empty = Case(Opened(case.document, b"", b""))
    findings, labels = (
        [finding("Kez", "p1"), finding("Monday", "date1")],
        {"p1": "Child D", "date1": "[date]"},
    )

    assert further(empty, findings, labels) == (findings, labels, {})


def test_nothing_is_added_where_a_mark_stands_whatever_was_decided_on_it(case: Case) -> None:
    case.keep(["m1"], by="A. Reviewer")
    again = [finding("Kez", "p1"), finding("Dean", "p2")]

    assert free(case, again) == []
    assert further(case, again, {"p1": "Child E", "p2": "Mother"}) == ([], {}, {})


def test_further_mentions_of_somebody_join_the_ones_there_are_and_the_label_stays(case: Case) -> None:
    case.relabel("p1", "Child X", by="A. Reviewer")

    new, labels, _ = further(case, [finding("Kez", "p7"), finding("Kez", "p7", nth=1)], {"p7": "Child D"})

    assert [(each.start, each.entity) for each in new] == [(TEXT.rindex("Kez"), "p1")]
    assert labels == {}


def test_somebody_new_is_not_taken_for_the_one_who_had_that_place_in_the_list(case: Case) -> None:
    new, labels, _ = further(
        case,
        [finding("Kez", "p2"), finding("Dean", "p3"), finding("Zorblax", "p1")],
        {"p1": "Father", "p2": "Child D", "p3": "Partner"},
    )

    assert [each.entity for each in new] == ["p1-2"]
    assert labels == {"p1-2": "Father 2"}


def test_no_two_new_people_get_one_label(case: Case) -> None:
    new, labels, _ = further(
        case,
        [finding("Zorblax", "p8"), finding("Monday", "p9")],
        {"p8": "Father 2", "p9": "Father"},
    )

    assert len(new) == 2
    assert labels == {"p8": "Father 2", "p9": "Father 3"}


def test_labels_in_brackets_are_shared(case: Case) -> None:
    case.suggest([finding("Monday", "date1")], {"date1": "[date]"})

    _, labels, _ = further(case, [finding("Zorblax", "date7")], {"date7": "[date]"})

    assert labels == {"date7": "[date]"}


def test_the_record_says_what_was_looked_with(case: Case) -> None:
    case.suggest([finding("Zorblax", "p3")], {}, reason="Looked for with another model")

    assert case.log[-1].reason == "Looked for with another model"


def test_the_roles_of_new_people_come_with_their_names(case: Case) -> None:
    _, labels, roles = further(
        case, [finding("Zorblax", "p9")], {"p9": "Health Visitor"}, {"p9": "Health Visitor"}
    )

    assert roles == dict.fromkeys(labels, "Health Visitor")
