"""Detection as a whole: from a draft's text to findings."""

from itertools import pairwise

import pytest

from redactor.errors import Cancelled
from redactor.findings.detect import detect
from redactor.findings.finding import TYPES, Finding

DRAFT = """SERIOUS CASE REVIEW: OLUWASEUN BRANNIGAN

1.1 Oluwaseun Brannigan, known as Seun, was 14 weeks old when he was taken to Otterburn General Hospital on
Monday 3 March 2014. His mother, Ms Niamh Brannigan, lived at 12 Weaver Street, Otterburn, LS99 9ZZ.

1.2 Ms Brannigan said that Seun's father, Piotr Wojtkiewicz, would ring. Will Ashdown, the social worker, visited
in April. Will you ring, he asked. Mr Ashdown's notes (crime reference 44/10021/14) will be kept. PC Tamsin
Grove spoke to Wojtkiewicz and to Seun's aunt, Grace. Grace rang 07700 900123.

1.3 The Otterburn Safeguarding Children Board (OSCB) agreed under the Children Act 2004. OSCB met in May.

References
Munro, E. (2011) The Munro Review of Child Protection. Department for Education.
"""


def found(text: str, **options: object) -> list[tuple[str, str]]:
    return [(finding.type, text[finding.start : finding.end]) for finding in detect(text, **options)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    return detect(DRAFT)


def wordings(findings: list[Finding], kind: str) -> list[str]:
    return [DRAFT[finding.start : finding.end] for finding in findings if finding.type == kind]


def test_findings_are_in_order_apart_and_complete(findings: list[Finding]) -> None:
    for one, other in pairwise(findings):
        assert one.end <= other.start
    for finding in findings:
        assert finding.type in TYPES
        assert finding.entity
        assert finding.because
        assert 0 < finding.score <= 1


def test_people_are_found_in_every_form(findings: list[Finding]) -> None:
    people = wordings(findings, "PERSON")

    for name in (
        "OLUWASEUN BRANNIGAN",
        "Oluwaseun Brannigan",
        "Seun",
        "Piotr Wojtkiewicz",
        "Wojtkiewicz",
        "Will Ashdown",
    ):
        assert name in people
    assert people.count("Seun") == 3
    assert people.count("Grace") == 2


def test_numbers_dates_ages_and_addresses_are_found(findings: list[Finding]) -> None:
    assert wordings(findings, "ADDRESS") == ["12 Weaver Street"]
    assert wordings(findings, "POSTCODE") == ["LS99 9ZZ"]
    assert wordings(findings, "PHONE") == ["07700 900123"]
    assert wordings(findings, "ID") == ["44/10021/14"]
    assert wordings(findings, "DATE") == ["Monday 3 March 2014", "April", "May"]
    assert [age.removesuffix(" old") for age in wordings(findings, "AGE")] == ["14 weeks"]


def test_a_body_is_found_by_its_abbreviation_too(findings: list[Finding]) -> None:
    assert wordings(findings, "ORG").count("OSCB") == 2


def test_public_things_are_spared(findings: list[Finding]) -> None:
    marked = "|".join(DRAFT[finding.start : finding.end] for finding in findings)

    for public in ("Children Act", "Munro", "Department for Education"):
        assert public not in marked


def test_one_person_is_one_entity(findings: list[Finding]) -> None:
    entities = {DRAFT[f.start : f.end]: f.entity for f in findings if f.type == "PERSON"}

    assert entities["OLUWASEUN BRANNIGAN"] == entities["Oluwaseun Brannigan"] == entities["Seun"]
    assert entities["Niamh Brannigan"] != entities["Oluwaseun Brannigan"]
    assert entities["Piotr Wojtkiewicz"] == entities["Wojtkiewicz"]


def test_a_name_that_looks_like_an_ordinary_word_is_found_again_but_doubted(findings: list[Finding]) -> None:
    text = "The worker was Will Ashdown. She asked Will about it. Will you ring? The will was read."

    again = [f for f in detect(text) if text[f.start : f.end] == "Will" and text[f.end :].startswith(" you")]

    assert len(again) == 1
    assert again[0].score < 0.5
    assert "ordinary word" in again[0].because
    assert ("PERSON", "will") not in found(text)


def test_a_name_across_a_line_end_is_one_name() -> None:
    lines = (
        "The panel heard at length from the health visitor who knew the household best, Adaeze",
        "Okonjo-Brown, and from the housing officer. Both had seen the children on 14 February",
        "2013 and again in the weeks that followed, and both had written down what they saw.",
    )
    text = "\n".join(lines)

    names = found(text)

    assert ("PERSON", "Adaeze\nOkonjo-Brown") in names
    assert ("DATE", "14 February\n2013") in names


def test_soft_hyphens_and_odd_spaces_hide_nothing() -> None:
    text = "Her name was Kezi\u00adah Oka\u200bfor\u00a0and she rang 07700\u00a0900123."

    assert found(text)[0] == ("PERSON", "Kezi\u00adah Oka\u200bfor")
    assert ("PHONE", "07700\u00a0900123") in found(text)


def test_terms_of_the_reviewer_come_first() -> None:
    text = "The Lime-\nhouse scheme helped. Mr Tomasz Zielinski and LIMEHOUSE staff met."

    assert ("PERSON", "Lime-\nhouse") in found(text, always=["Limehouse"])
    assert ("PERSON", "LIMEHOUSE") in found(text, always=["Limehouse"])
    assert not any("Zielinski" in wording for _, wording in found(text, never=["Tomasz Zielinski"]))


def test_provisional_findings_come_page_by_page() -> None:
    pages: list[list[Finding]] = []
    ticks: list[tuple[int, int]] = []

    detect(DRAFT * 16, found=pages.append, tick=lambda done, total, note: ticks.append((done, total)))

    assert len(pages) > 2
    assert pages[0][0].start < pages[-1][0].start
    assert ticks[-1][0] == ticks[-1][1]


def test_cancelling_stops_detection() -> None:
    def cancel(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        detect(DRAFT, tick=cancel)


def test_an_empty_draft_has_no_findings() -> None:
    assert detect("") == []
    assert detect(" \n\n ") == []


def test_names_broken_by_hyphens_in_a_narrow_column_are_whole() -> None:
    lines = (
        "The review heard that Ms Gurbachan Maan",
        "was seen at home by the health visitor,",
        "who had known the household from 9 Fe-",
        "bruary 2014 on. On 3 March the worker,",
        "Piotr Wojtkiewicz, rang and Ms Gur-",
        "bachan Maan told him that nobody else",
        "had ever asked her about it. The notes",
        "that he made on that day were not kept",
        "and his manager said that she could not",
        "recall whether she had read them before",
        "the meeting on 12 March, at which Mr",
        "Wojtkiewicz was not present and nobody",
        "spoke for him or for the family at all.",
    )
    text = "\n".join(lines)

    found = detect(text)

    people = {text[f.start : f.end]: f.entity for f in found if f.type == "PERSON"}
    assert people["Gur-\nbachan Maan"] == people["Gurbachan Maan"]
    assert "9 Fe-\nbruary 2014" in [text[f.start : f.end] for f in found if f.type == "DATE"]
