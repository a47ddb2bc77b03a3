"""A decided case becomes the order to publish, or says what is still to do."""

from __future__ import annotations

import pymupdf
import pytest
from draft_kit import CHILD, LINES, draft, text_of
from signing_kit import signed

from redactor.document.source import read_draft
from redactor.errors import NotSafeToPublish
from redactor.findings.finding import Finding
from redactor.marks.case import Case
from redactor.publish import release
from redactor.publish.decided import plan_of, secrets_of
from redactor.publish.verify import verify


def case_of(*lines: str) -> Case:
    return Case(read_draft(draft((*LINES, *lines)), "draft.pdf"))


def suggest(case: Case, wording: str, type: str, label: str, *, at: int = 0) -> list[str]:
    start = -1
    for _ in range(at + 1):
        start = case.document.text.index(wording, start + 1)
    finding = Finding(start, start + len(wording), type, 0.9, "test", "It looks like one.", label or wording)
    return list(case.suggest([finding], {label: label} if label else {}))


def test_an_undecided_mark_stops_publication() -> None:
    case = case_of()
    suggest(case, CHILD, "PERSON", "Child A")

    with pytest.raises(NotSafeToPublish, match="still to decide"):
        plan_of(case, "blackout")


def test_a_confirmed_name_that_stands_unmarked_stops_publication() -> None:
    case = case_of("Later Keziah Thornbury-Okafor was seen.")
    case.confirm(suggest(case, CHILD, "PERSON", "Child A"), by="A. Reviewer")

    with pytest.raises(NotSafeToPublish) as caught:
        plan_of(case, "blackout")

    assert "Later" in caught.value.problems[0]


def test_a_decided_case_is_published_with_its_pseudonyms() -> None:
    case = case_of()
    case.confirm(suggest(case, CHILD, "PERSON", "Child A"), by="A. Reviewer")

    made, *_ = release.make(case.pdf, plan_of(signed(case), "pseudonym"))

    assert "Child A" in text_of(made)
    assert "Keziah" not in text_of(made)


def test_a_number_in_a_pseudonym_does_not_pass_for_an_age() -> None:
    case = case_of("She was 2 then, and seen 2 times.")
    case.confirm(suggest(case, CHILD, "PERSON", "Child 2"), by="A. Reviewer")
    case.confirm(
        suggest(
            case, "2", "AGE", "", at=case.document.text[: case.document.text.index("She was")].count("2")
        ),
        by="A. Reviewer",
    )

    made, *_ = release.make(case.pdf, plan_of(signed(case), "pseudonym"))

    assert verify(made, secrets_of(case)) == []


def test_the_title_never_holds_what_was_confirmed() -> None:
    case = case_of("This is the Overview Report of the Board.")
    case.confirm(suggest(case, "Overview Report", "ORG", "Report"), by="A. Reviewer")

    assert plan_of(signed(case), "blackout").title == "Published report"


def test_a_term_that_is_always_marked_is_looked_for_even_where_no_page_shows_it() -> None:
    case = case_of()
    case.choose_list("always", ["Zebedee Quill"], by="A. Reviewer")
    case.confirm(suggest(case, CHILD, "PERSON", "Child A"), by="A. Reviewer")
    hidden = pymupdf.open(stream=case.pdf)
    hidden.set_metadata({"keywords": "about Zebedee Quill"})

    assert verify(hidden.tobytes(), secrets_of(case)[1:])
    assert secrets_of(case)[1].text == "Zebedee Quill"


def test_a_term_that_somebody_kept_may_stay() -> None:
    case = case_of("Ofsted was told.")
    case.choose_list("always", ["OFSTED"], by="A. Reviewer")
    case.keep(suggest(case, "Ofsted", "ORG", ""), by="A. Reviewer")

    assert secrets_of(case) == ()
