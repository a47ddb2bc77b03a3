"""Families as authors of reviews describe them: in tables, lists and phrases, with traps."""

from pathlib import Path

import pytest

from tests.findings.people.passages import Passage, passages, wrong

FOLDER = Path(__file__).parent / "people"
NOT_YET = {  # title and who is wrong there
    "genogram in words": {"Tina Drew"},
    "mother named before the child": {"Fatmata Sesay", "Alimamy Sesay"},
    "a narrative opening": {"Phil"},
    "nothing but phrases": {"Aunt Vi", "Petroc"},
    "half-siblings by different fathers": {"Padraig"},
    "said by the author at length": {"Roisin Kerr", "Paudie Lynch", "Una Kerr"},
}
ALL = [*passages(FOLDER / "passages.txt"), *passages(FOLDER / "further.txt")]


@pytest.mark.parametrize("passage", ALL, ids=lambda passage: passage.title)
def test_everybody_of_the_family_is_who_the_passage_says(passage: Passage) -> None:
    found = wrong(passage)

    assert set(found) <= NOT_YET.get(passage.title, set()), found
