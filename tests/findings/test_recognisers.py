"""Every recogniser finds its own examples and leaves its counter-examples alone."""

from types import ModuleType

import pytest

from redactor.findings.recognisers import all_recognisers

PINNED = {
    "address",
    "age",
    "age_beside",
    "age_column",
    "age_told",
    "alias",
    "background",
    "bank_details",
    "court_case",
    "date",
    "day_month",
    "email",
    "feast_day",
    "house_number",
    "month",
    "named_house",
    "nhs_number",
    "ni_number",
    "online",
    "organisation",
    "other_script",
    "phone",
    "place",
    "police_number",
    "postcode",
    "premises",
    "reference",
    "reference_form",
    "school_number",
    "surname_first",
    "titled_name",
    "town",
    "travel_document",
    "vehicle",
}
MODULES = {module.__name__.rsplit(".", 1)[-1]: module for module in all_recognisers()}
FINDS = [(module, example) for module in MODULES.values() for example in module.FINDS]
IGNORES = [(module, example) for module in MODULES.values() for example in module.IGNORES]


def test_no_recogniser_has_gone_missing() -> None:
    assert set(MODULES) == PINNED


@pytest.mark.parametrize(("module", "example"), FINDS)
def test_finds_what_is_marked_in_the_example(module: ModuleType, example: str) -> None:
    text, wanted = unmarked(example)

    found = [(finding.start, finding.end) for finding in module.find(text)]

    for start, end in wanted:
        assert any(left <= start and end <= right for left, right in found), text[start:end]
    for left, right in found:
        assert any(start < right and left < end for start, end in wanted), text[left:right]


@pytest.mark.parametrize(("module", "example"), IGNORES)
def test_ignores_what_only_looks_alike(module: ModuleType, example: str) -> None:
    assert [example[finding.start : finding.end] for finding in module.find(example)] == []


@pytest.mark.parametrize("module", MODULES.values())
def test_says_why_in_a_sentence(module: ModuleType) -> None:
    text, _ = unmarked(module.FINDS[0])

    for finding in module.find(text):
        assert finding.because
        assert 0 < finding.score <= 1


def unmarked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the example without its marks, and what stood between « and »."""
    text, wanted = "", []
    for piece in example.split("«"):
        inside, mark, rest = piece.partition("»")
        if mark:
            wanted.append((len(text), len(text) + len(inside)))
        text += inside + rest
    return text, wanted
