"""Ages in every form that is found become bands."""

from __future__ import annotations

import pytest

from redactor.publish.ages import to_band


@pytest.mark.parametrize(
    ("written", "band"),
    [
        ("7", "5–10"),
        ("seven", "5–10"),
        ("twenty-four", "18–24"),
        ("7 years", "5–10 years"),
        ("7 years old", "5–10 years old"),
        ("seven-year-old", "5–10-year-old"),
        ("4 yrs 2 mths", "1–4 years"),
        ("5y 2m", "5–10 years"),
        ("M/34", "25–34"),
        ("18 months", "1–4 years"),
        ("18-25", "18–34"),
        ("72", "65 or over"),
        ("5½", "5–10"),
    ],
)
def test_an_age_becomes_the_band_it_lies_in(written: str, band: str) -> None:
    assert to_band(written) == band


@pytest.mark.parametrize("written", ["7 months", "six weeks", "4/12", "6/52", "15 weeks and 1 day", "3 days"])
def test_of_infants_no_more_is_said_than_that_they_were_not_yet_one(written: str) -> None:
    assert to_band(written) == "less than a year"


def test_infants_in_other_forms_read_on() -> None:
    assert to_band("six-week-old") == "less-than-one-year-old"
    assert to_band("6/52 old") == "less than a year old"


@pytest.mark.parametrize("written", ["fifth", "18th", "old enough", "190", "9 to 7", ""])
def test_what_is_no_plain_age_has_no_band(written: str) -> None:
    assert to_band(written) == ""
