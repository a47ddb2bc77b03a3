"""What only a bookmark or an address says is not published: nobody read it."""

from __future__ import annotations

import pymupdf
import pytest
from draft_kit import draft

from redactor.publish.unread import Read


@pytest.fixture
def read() -> Read:
    return Read(pymupdf.open(stream=draft(["The view of Hexham nursery"]), filetype="pdf"))


@pytest.mark.parametrize("title", ["2.1 Summary", "Hexham nursery", "The H e x h a m view", "Appendix A"])
def test_a_title_of_words_that_were_read_stays(title: str, read: Read) -> None:
    assert read.title(title, 3) == title


@pytest.mark.parametrize("title", ["About Keziah", "Thornbury\u00adOkafor", "k e z i a h"])
def test_a_title_with_another_word_is_the_number_of_its_page(title: str, read: Read) -> None:
    assert read.title(title, 3) == "Page 3"


@pytest.mark.parametrize(
    ("uri", "left"),
    [
        ("https://www.gov.uk/guidance?page=2", "https://www.gov.uk/guidance?page=2"),
        ("https://example.org/hexham/5a80597640.pdf", "https://example.org/hexham/5a80597640.pdf"),
        ("https://example.org/%4Beziah", "https://example.org/"),
        ("https://keziah:x@example.org", "https://example.org"),
        ("mailto:keziah@example.org", ""),
    ],
)
def test_an_address_says_what_was_read_or_its_host_alone(uri: str, left: str, read: Read) -> None:
    assert read.address(uri) == left
