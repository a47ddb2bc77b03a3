"""The samples' lists of identifiers: true to the drafts, and no name of anyone else's drafts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = ("child-d-overview-report", "family-w-draft", "child-m-scan", "panel-minutes")
ORDINARY = {"street", "lane", "road", "house", "court", "ward", "church", "day"}  # words of addresses


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_listed_identifier_stands_in_its_sample(
    sample: str, identifiers: Callable[[str], list[str]], words_of: Callable[[str], str]
) -> None:
    text = words_of(sample)

    missing = [term for term in identifiers(sample) if not _stands_in(term, text)]

    assert missing == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_identifier_is_listed_twice(sample: str, identifiers: Callable[[str], list[str]]) -> None:
    terms = identifiers(sample)

    assert len(terms) == len(set(terms)) > 40


@pytest.mark.parametrize("sample", SAMPLES)
def test_nhs_numbers_have_a_true_check_digit(sample: str, words_of: Callable[[str], str]) -> None:
    numbers = re.findall(r"\b999 \d{3} \d{4}\b", words_of(sample))

    assert numbers
    assert all(_check_digit_is_right(number.replace(" ", "")) for number in numbers)


@pytest.mark.parametrize("sample", SAMPLES)
def test_no_person_of_the_marked_up_drafts_is_in_a_sample(
    sample: str, shared: Path, identifiers: Callable[[str], list[str]], words_of: Callable[[str], str]
) -> None:
    people = _people(shared / "eval" / "dev")
    text, mine = (
        words_of(sample),
        {word for term in identifiers(sample) for word in re.findall(r"\w{3,}", term)},
    )

    assert [name for name in people if " " in name and _stands_in(name, text)] == []
    assert {
        word for name in people for word in re.findall(r"\w{3,}", name) if word.lower() not in ORDINARY
    } & mine == set()


def _stands_in(term: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(unicodedata.normalize('NFKC', term))}(?!\w)", text))


def _people(folder: Path) -> set[str]:
    drafts = "".join(path.read_text("utf-8") for path in folder.glob("*.txt"))
    return set(re.findall(r"\[\[PERSON:[^:\]]*:([^\]]*)\]\]", drafts))


def _check_digit_is_right(number: str) -> bool:
    """NHS number: weights 10 to 2, modulus 11."""
    rest = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)) % 11
    return int(number[9]) == (11 - rest) % 11
