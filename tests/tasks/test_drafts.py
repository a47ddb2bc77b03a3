"""A draft is made light for the way, and whole again only if everything fits."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from stand_ins import opened_draft

from redactor.tasks import drafts
from redactor.tasks.plain import Malformed


def test_a_draft_made_light_is_made_whole_again() -> None:
    opened = opened_draft()

    assert drafts.whole(drafts.light(opened), opened.document.pages) == opened


def test_a_working_pdf_that_is_not_the_draft_crosses_with_it() -> None:
    opened = replace(opened_draft(), pdf=b"%PDF-typeset")

    assert drafts.whole(drafts.light(opened), opened.document.pages).pdf == b"%PDF-typeset"


def test_missing_pages_are_noticed() -> None:
    opened = opened_draft()

    with pytest.raises(Malformed):
        drafts.whole(drafts.light(opened), opened.document.pages[1:])


def test_a_draft_that_is_not_what_its_fingerprint_says_is_refused() -> None:
    opened = replace(opened_draft(), draft=b"%PDF-another")

    with pytest.raises(Malformed):
        drafts.whole(drafts.light(opened), opened.document.pages)


@pytest.mark.parametrize(
    ("field", "value"), [("page_of", 2), ("page_of", -2), ("char_of", 99), ("char_of", -1)]
)
def test_a_map_that_points_beyond_the_pages_is_refused(field: str, value: int) -> None:
    opened = opened_draft()
    spoilt = array("i", getattr(opened.document, field))
    spoilt[3] = value
    opened = replace(opened, document=replace(opened.document, **{field: spoilt}))

    with pytest.raises(Malformed):
        drafts.whole(drafts.light(opened), opened.document.pages)


def test_a_map_of_another_length_than_the_text_is_refused() -> None:
    opened = opened_draft()
    opened = replace(opened, document=replace(opened.document, text="short"))

    with pytest.raises(Malformed):
        drafts.whole(drafts.light(opened), opened.document.pages)
