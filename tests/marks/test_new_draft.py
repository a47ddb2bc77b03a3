from __future__ import annotations

from array import array

import pytest

from redactor.document.page import Page
from redactor.document.reading import ReadingText
from redactor.document.source import Opened, document_of
from redactor.findings.finding import Finding
from redactor.marks.case import Case
from redactor.marks.decisions import chain_holds
from redactor.marks.mark import Area, Mark, Verdict
from redactor.marks.new_draft import carry, new_case

KEZIA = "Kezia Brown was seen at home by the health visitor on two days in that week."
BOILERPLATE = "The Panel heard that Kezia was not asked what she wanted to say."
OTHERS = (
    "The first agency kept its records in good order and told the others at once.",
    "The second agency moved to another building and lost its files that winter.",
    "The third agency had not been told of any earlier worry about the children.",
)


def opened(text: str, name: str = "draft.txt", pages: tuple[str, ...] = ()) -> Opened:
    """A draft with this reading text; `pages`: what stands on its pages."""
    made = tuple(
        Page(number, 595, 842, page, array("f", [0]) * (8 * len(page)))
        for number, page in enumerate(pages, 1)
    )
    nowhere = array("i", [-1]) * len(text)
    page_of, char_of = nowhere[:], nowhere[:]
    at = 0
    for number, page in enumerate(pages):
        for index, character in enumerate(page):
            if not character.isspace() and (at := text.find(character, at)) >= 0:
                page_of[at], char_of[at] = number, index
                at += 1
    return Opened(
        document_of(name, "text", text.encode(), made, ReadingText(text, page_of, char_of)), b"", b""
    )


def case_of(text: str, *wordings: str) -> Case:
    """A case with a confirmed mark on each standing of each wording."""
    case = Case(opened(text))
    for entity, wording in enumerate(wordings, 1):
        spans = [(at, at + len(wording)) for at in range(len(text)) if text.startswith(wording, at)]
        case.add_all(spans, "PERSON", by="A. Reviewer", entity=f"p{entity}")
    return case


def carried_to(case: Case, text: str) -> tuple[dict[str, Mark], list[str]]:
    """The marks on the new draft, and what became of each, by the order of ids."""
    new = opened(text)
    changes, carried = carry(case, new)
    there = Case(new, case.log)
    there.carry_over(changes, by="A. Reviewer")
    became = {id: name for name in ("carried", "changed", "lost") for id in getattr(carried, name)}
    return there.marks, [became[id] for id in sorted(became, key=lambda id: int(id[1:]))]


def test_a_decision_follows_its_paragraph_when_that_is_moved() -> None:
    case = case_of("\n\n".join([KEZIA, *OTHERS]), "Kezia Brown")
    text = "\n\n".join([*OTHERS, KEZIA])

    marks, became = carried_to(case, text)

    assert became == ["carried"]
    assert (marks["m1"].start, marks["m1"].verdict) == (text.index("Kezia Brown"), Verdict.REDACT)
    assert (marks["m1"].entity, marks["m1"].by_hand) == ("p1", True)


def test_other_lines_and_hyphens_change_nothing() -> None:
    case = case_of("\n\n".join([*OTHERS, KEZIA]), "Kezia Brown")
    text = (
        "\n".join(OTHERS).replace("building", "buil-\nding")
        + "\n"
        + KEZIA.replace("Kezia Brown", "Kezia\nBrown")
    )

    marks, became = carried_to(case, text)

    assert became == ["carried"]
    assert marks["m1"].text == "Kezia\nBrown"


def test_other_numbers_of_paragraphs_change_nothing() -> None:
    case = case_of(f"3.1 {OTHERS[0]}\n3.2 {KEZIA}\n3.3 {OTHERS[1]}", "Kezia Brown")

    _, became = carried_to(case, f"4.1 {OTHERS[0]}\n4.2 {KEZIA}\n4.3 {OTHERS[1]}")

    assert became == ["carried"]


@pytest.mark.parametrize(
    "reworded",
    [
        KEZIA.replace("seen at home", "not seen at home"),
        KEZIA.replace(" in that week.", " in that week, as she had asked."),
        "It is said that " + KEZIA,
    ],
)
def test_a_decision_in_a_reworded_sentence_is_to_be_made_again(reworded: str) -> None:
    case = case_of("\n\n".join([OTHERS[0], KEZIA, OTHERS[1]]), "Kezia Brown")
    text = "\n\n".join([OTHERS[0], reworded, OTHERS[1]])

    marks, became = carried_to(case, text)

    assert became == ["changed"]
    assert (marks["m1"].start, marks["m1"].verdict) == (text.index("Kezia Brown"), Verdict.UNDECIDED)
    assert (marks["m1"].entity, marks["m1"].reason) == ("p1", "")


def test_a_name_corrected_is_to_be_decided_again_under_its_new_spelling() -> None:
    case = case_of("\n\n".join([OTHERS[0], KEZIA, OTHERS[1]]), "Kezia Brown")

    marks, became = carried_to(case, "\n\n".join([OTHERS[0], KEZIA.replace("Kezia", "Keziah"), OTHERS[1]]))

    assert became == ["changed"]
    assert (marks["m1"].text, marks["m1"].entity) == ("Keziah Brown", "p1")


def test_a_decision_on_what_is_gone_is_lost_and_the_history_keeps_it() -> None:
    case = case_of("\n\n".join([*OTHERS, KEZIA]), "Kezia Brown")

    marks, became = carried_to(case, "\n\n".join(OTHERS))

    assert became == ["lost"]
    assert marks == {}


def test_equal_sentences_are_told_by_what_stands_around_them() -> None:
    old = [OTHERS[0], BOILERPLATE, OTHERS[1], BOILERPLATE, OTHERS[2], BOILERPLATE, "This ends the part."]
    case = case_of("\n\n".join(old), "Kezia")
    case.keep(["m2"], by="A. Reviewer")
    text = "\n\n".join(["A sentence put before all others says nothing of weight.", *old])

    marks, became = carried_to(case, text)

    assert became == ["carried"] * 3
    assert [mark.verdict for mark in marks.values()] == [Verdict.REDACT, Verdict.KEEP, Verdict.REDACT]


def test_where_two_places_are_equally_likely_none_is_chosen() -> None:
    case = case_of("\n\n".join([OTHERS[0], BOILERPLATE, OTHERS[1]]), "Kezia")

    marks, became = carried_to(case, "\n\n".join([OTHERS[0], BOILERPLATE, BOILERPLATE, OTHERS[1]]))

    assert became == ["changed"]
    assert marks["m1"].verdict == Verdict.UNDECIDED


def test_what_is_found_besides_is_suggested_under_the_entity_it_had() -> None:
    case = case_of("\n\n".join([KEZIA, *OTHERS]), "Kezia Brown")
    text = "\n\n".join([KEZIA, *OTHERS, "Kezia Brown went to stay with Dean Carter."])
    spans = [
        (at, at + len(w))
        for w in ("Kezia Brown", "Dean Carter")
        for at in range(len(text))
        if text.startswith(w, at)
    ]
    found = [Finding(s, e, "PERSON", 0.9, "", "", "p9" if text[s] == "K" else "p1") for s, e in spans]

    there, carried = new_case(
        case, opened(text, "second.txt"), (found, {"p1": "Uncle"}, {}), by="A. Reviewer"
    )

    assert (len(carried.carried), len(carried.new)) == (1, 2)
    assert [there.marks[id].entity for id in carried.new] == ["p1", "p1-2"]
    assert there.labels == {"p1-2": "Uncle"}
    assert [d.verb for d in there.log[-2:]] == ["carry", "suggest"]
    assert chain_holds(there.log)
    assert there.log[: len(case.log)] == case.log
    assert there.next_undone is None


def test_headers_decided_alike_are_carried_wherever_the_pages_end() -> None:
    def draft(paragraphs: list[str]) -> Opened:
        pages = [f"{p}\v\fReview of Kezia Brown  Page {n}" for n, p in enumerate(paragraphs, 1)]
        text = "\n".join(page.replace("\v\f", "\n") for page in pages)
        return opened(text, pages=tuple(pages))

    old = draft([*OTHERS, KEZIA])
    case = Case(old)
    text = old.document.text
    spans = [(at, at + 11) for at in range(len(text)) if text.startswith("Kezia Brown", at)]
    case.add_all(spans, "PERSON", by="A. Reviewer", entity="p1")

    _, carried = carry(case, draft([f"{OTHERS[0]} {OTHERS[1]}", OTHERS[2], KEZIA]))

    assert (len(carried.carried), len(carried.lost)) == (4, 1)


@pytest.mark.parametrize(("same", "verdict"), [(True, Verdict.REDACT), (False, Verdict.UNDECIDED)])
def test_a_drawn_area_stays_where_its_page_says_and_shows_the_same(same: bool, verdict: Verdict) -> None:
    old = opened("\n".join(OTHERS), pages=OTHERS)
    case = Case(old)
    case.add_area(Area(2, 10, 10, 90, 90), "PERSON", by="A. Reviewer")
    pages = (KEZIA, *OTHERS)
    new = opened("\n".join(pages), pages=pages)

    changes, _ = carry(
        case, new, same_picture=lambda old_page, new_page: same and (old_page, new_page) == (2, 3)
    )
    there = Case(new, case.log)
    there.carry_over(changes, by="A. Reviewer")

    assert there.marks["m1"].area == Area(3, 10, 10, 90, 90)
    assert there.marks["m1"].verdict == verdict
