"""Several drafts are read as one: what each says and where it stands stays as it was, counted on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.document.page import Page
from redactor.document.reading import assembled
from redactor.document.several import GAP, MOST_PARTS, alone, joined, with_part
from redactor.document.source import Opened, document_of
from redactor.errors import UnusableInput
from tests.document.test_reading import page

LINES = st.text("Kez ia.\n\v\t", max_size=30)
DRAFTS = st.lists(st.lists(LINES, max_size=3), min_size=1, max_size=4)


def draft(*texts: str, name: str = "draft.pdf") -> Opened:
    pages = tuple(page(text, number) for number, text in enumerate(texts, 1))
    content = f"{name}: {texts}".encode()
    return Opened(document_of(name, "pdf", content, pages, assembled(pages)), content, content + b" typeset")


def numbered(drafts: list[list[str]]) -> list[Opened]:
    return [draft(*texts, name=f"{number}.pdf") for number, texts in enumerate(drafts)]


def all_joined(drafts: list[Opened]) -> Opened:
    whole = drafts[0]
    for further in drafts[1:]:
        whole = joined(whole, further)
    return whole


REPORT = draft("Keziah was seen.", "It ended", name="report.pdf")
SUMMARY = draft("Keziah died.\fPage 1", name="summary.pdf")


def test_a_draft_alone_is_its_own_only_part() -> None:
    (part,) = REPORT.document.parts

    assert (part.name, part.first_page, part.pages) == ("report.pdf", 1, 2)
    assert (part.start, part.end) == (0, len(REPORT.document.text))


def test_a_further_draft_counts_on_and_no_paragraph_goes_on_into_it() -> None:
    whole = joined(REPORT, SUMMARY).document

    assert whole.text == REPORT.document.text + GAP + SUMMARY.document.text
    assert [page.number for page in whole.pages] == [1, 2, 3]
    assert [(part.name, part.first_page, part.pages) for part in whole.parts] == [
        ("report.pdf", 1, 2),
        ("summary.pdf", 3, 1),
    ]
    assert [whole.text[part.start : part.end] for part in whole.parts] == [
        REPORT.document.text,
        SUMMARY.document.text,
    ]
    assert [whole.part_at(number) for number in (1, 2, 3)] == [1, 1, 2]


@given(drafts=DRAFTS)
def test_a_place_in_a_part_is_that_in_the_draft_alone_counted_on(drafts: list[list[str]]) -> None:
    singles = numbered(drafts)
    whole = all_joined(singles).document

    for part, single in zip(whole.parts, singles, strict=True):
        for start in range(0, part.end - part.start, 7):
            end = min(start + 5, part.end - part.start)
            there = whole.places(part.start + start, part.start + end)
            expected = single.document.places(start, end)
            assert there == tuple(replace(p, page=p.page + part.first_page - 1) for p in expected)


@given(drafts=DRAFTS)
def test_each_part_is_taken_out_as_it_was(drafts: list[list[str]]) -> None:
    singles = numbered(drafts)
    whole = all_joined(singles)

    assert [alone(whole, number) for number in range(1, len(singles) + 1)] == singles
    assert whole.pdfs == tuple(single.pdf for single in singles)


def test_another_draft_takes_the_place_of_a_part() -> None:
    again = draft("Keziah was seen twice.", name="report-2.pdf")

    whole = with_part(joined(REPORT, SUMMARY), 1, again)

    assert whole == joined(again, SUMMARY)


def test_a_case_takes_no_end_of_drafts() -> None:
    whole = all_joined(numbered([[]] * MOST_PARTS))

    with pytest.raises(UnusableInput, match="at most"):
        joined(whole, SUMMARY)


def test_a_draft_comes_once() -> None:
    with pytest.raises(UnusableInput, match="already"):
        joined(joined(REPORT, SUMMARY), REPORT)


def test_a_page_belongs_to_its_part_even_where_parts_have_none() -> None:
    nothing = draft(name="empty.pdf")
    whole = all_joined([REPORT, nothing, SUMMARY]).document

    assert whole.part_at(3) == 3
    assert isinstance(whole.pages[2], Page)
