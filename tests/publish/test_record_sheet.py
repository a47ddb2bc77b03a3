"""The history as a PDF: every decision, and on every page that it is confidential."""

from __future__ import annotations

import pymupdf
from draft_kit import CHILD, LINES, draft

from redactor.document.source import read_draft
from redactor.marks.case import Case
from redactor.marks.record import record_of
from redactor.publish.record_sheet import CONFIDENTIAL, history_pdf


def test_every_decision_is_there_and_every_page_says_that_it_is_confidential() -> None:
    case = Case(read_draft(draft(), "draft.pdf"))
    start = case.document.text.index(CHILD)
    (mark,) = case.add(start, start + len(CHILD), "PERSON", by="Ann Lee")
    for number in range(60):
        case.set_comment([mark], f"Comment number {number}.", by="Ben Okri")

    pdf = history_pdf(record_of(case))

    with pymupdf.open(stream=pdf, filetype="pdf") as made:
        pages = [" ".join(page.get_text().split()) for page in made]
        assert made[0].rect.round() == pymupdf.IRect(0, 0, 595, 842)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"{CONFIDENTIAL} Page {number} of {len(pages)}")
    text = " ".join(pages)
    assert "marked by hand 1 mention of “Keziah Thornbury" in text
    assert all(f"Comment number {number}." in text for number in range(60))
    assert "The chain holds: 61 decisions" in text
    assert LINES[0] not in text
