"""What the who's who says of people whom the case knows already."""

from __future__ import annotations

from array import array

from redactor.document.reading import ReadingText
from redactor.document.source import Opened, document_of
from redactor.findings.finding import Finding
from redactor.findings.people.known import Known
from redactor.marks.case import Case
from redactor.marks.known_people import agree, nowhere
from redactor.marks.mark import Verdict

TEXT = "Kez saw Norma. Keziah cried. Norma left."
KNOWN = (Known("Keziah Stott", ("Kez",), "Child"), Known("Norma Stott", (), "Maternal grandmother"))
LABELS = {"who1": "Child D", "who2": "Maternal Grandmother"}
LOOK = ("who1", "who2", "who1", "who2")
SPANS = ((0, 3), (8, 13), (15, 21), (29, 34))


def findings(*entities: str) -> list[Finding]:
    return [
        Finding(start, end, "PERSON", 0.9, "test", "A name.", entity)
        for (start, end), entity in zip(SPANS, entities, strict=True)
    ]


def case_with(*entities: str) -> Case:
    """Suggested, each mention of the entity given for it."""
    nowhere_ = array("i", [-1]) * len(TEXT)
    document = document_of("d.txt", "text", b"d", (), ReadingText(TEXT, nowhere_, nowhere_[:]))
    case = Case(Opened(document, b"", b""))
    case.suggest(findings(*entities), {entity: f"Person {entity[1:]}" for entity in dict.fromkeys(entities)})
    return case


def owners(case: Case) -> list[str]:
    return [mark.entity for mark in case.marks.values()]


def test_mentions_under_several_names_become_one_persons_with_role_and_label() -> None:
    case = case_with("p1", "p2", "p3", "p2")

    agree(case, KNOWN, findings(*LOOK), LABELS)

    assert owners(case) == ["p1", "p2", "p1", "p2"]
    assert case.roles == {"p1": "Child", "p2": "Maternal grandmother"}
    assert (case.labels["p1"], case.labels["p2"]) == ("Child D", "Maternal Grandmother")


def test_what_is_decided_stays_whose_it_is_and_under_its_label() -> None:
    case = case_with("p1", "p2", "p3", "p2")
    case.confirm(["m3"], by="A. Reviewer")

    agree(case, KNOWN, findings(*LOOK), LABELS)

    assert case.marks["m3"].entity == "p3"
    assert case.marks["m3"].verdict is Verdict.REDACT
    assert case.labels["p3"] == "Person 3"
    assert case.marks["m1"].entity == "p3", "the undecided mention joins whom was decided on"


def test_a_label_and_a_role_that_somebody_chose_stay() -> None:
    case = case_with("p1", "p2", "p1", "p2")
    case.relabel("p2", "Nan", by="A. Reviewer")
    case.set_role("p2", "Neighbour", by="A. Reviewer")

    agree(case, KNOWN, findings(*LOOK), LABELS)

    assert case.labels["p2"] == "Nan"
    assert case.roles["p2"] == "Neighbour"


def test_a_role_put_right_in_the_list_replaces_the_one_from_before() -> None:
    case = case_with("p1", "p2", "p1", "p2")
    agree(case, KNOWN, findings(*LOOK), LABELS)

    other = (KNOWN[0], Known("Norma Stott", (), "Paternal grandmother"))
    agree(case, other, findings(*LOOK), {"who2": "Paternal Grandmother"})

    assert case.roles["p2"] == "Paternal grandmother"
    assert case.labels["p2"] == "Paternal Grandmother"


def test_it_says_whom_it_found_nowhere() -> None:
    assert nowhere(KNOWN, findings("who1", "p7", "who1", "p7")) == ["Norma Stott"]
    assert nowhere(KNOWN, findings(*LOOK)) == []
