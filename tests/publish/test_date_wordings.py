"""Dates in every form that is found are worded more generally, and never say more than was asked."""

from __future__ import annotations

import re
from datetime import date

import pytest

from redactor.findings.recognisers import date as days
from redactor.findings.recognisers import feast_day, month
from redactor.publish.date_wordings import says_no_more, to_interval, to_month, to_year
from redactor.publish.feasts import easter

DAY = date(2012, 3, 14)
FOUND = [
    found
    for module in (days, month, feast_day)
    for example in module.FINDS
    for found in re.findall("«(.+?)»", example)
]


@pytest.mark.parametrize(
    ("written", "worded"),
    [
        ("14th March 2012", "March 2012"),
        ("14.03.12", "March 2012"),
        ("Wednesday, 14 March 2012", "March 2012"),
        ("2012-03-14", "March 2012"),
        ("the fourteenth of March 2012", "March 2012"),
        ("March 14, 2012", "March 2012"),
        ("14MAR12", "March 2012"),
        ("I4/O3/2O12", "March 2012"),
        ("14 Mawrth 2012", "March 2012"),
        ("14/iii/2012", "March 2012"),
        ("14 March", "March"),
        ("24/4", "April"),
        ("Easter Sunday 2011", "April 2011"),
        ("Boxing Day 2008", "December 2008"),
        ("28 March–2 April 2012", "March to April 2012"),
        ("30 Dec 2011 to 2 Jan 2012", "December 2011 to January 2012"),
        ("4th/5th June 2011", "June 2011"),
        ("Dec 10", "December"),
        ("early July 2012", "July 2012"),
        ("22 September, 1 October 2012", "September to October 2012"),
        ("7, 14 October 2013", "October 2013"),
        ("Good Friday, 2 April 2010", "April 2010"),
    ],
)
def test_a_date_becomes_its_month_and_year(written: str, worded: str) -> None:
    assert to_month(written) == worded


@pytest.mark.parametrize(
    "written", ["the 14th", "05/08", "31 February 2012", "Diwali", "soon", "12th inst.", ""]
)
def test_what_is_not_sure_has_no_month(written: str) -> None:
    assert to_month(written) == ""


def test_a_date_becomes_its_year() -> None:
    assert to_year("14 March 2012") == "2012"
    assert to_year("3/4/67") == "1967"
    assert to_year("Diwali 2014") == "2014"
    assert to_year("14 March") == ""


@pytest.mark.parametrize(
    ("written", "worded"),
    [
        ("14 March 2012", "the day of the incident"),
        ("16.3.12", "2 days after the incident"),
        ("13 March 2012", "1 day before the incident"),
        ("22 February 2012", "3 weeks before the incident"),
        ("1 June 2011", "9 months before the incident"),
        ("2 May 1984", "28 years before the incident"),
        ("March 2012", "the month of the incident"),
        ("May 2012", "2 months after the incident"),
        ("14 March", ""),
        ("13 to 20 March 2012", ""),
    ],
)
def test_a_date_becomes_its_distance_from_a_day(written: str, worded: str) -> None:
    assert to_interval(written, DAY, "the incident") == worded


def test_the_words_before_a_day_read_on() -> None:
    assert "on " + to_month("14 March 2012", "on") == "on a day in March 2012"
    assert "the " + to_year("14th of March 2012", "the") == "the day in 2012"
    assert "on " + to_interval("16/3/2012", DAY, "the incident", "on") == "on a day 2 days after the incident"
    assert "on " + to_interval("14/3/2012", DAY, "the incident", "on") == "on the day of the incident"
    assert to_month("March 2012", "on") == "March 2012"


@pytest.mark.parametrize("written", FOUND)
def test_no_wording_of_any_date_that_is_found_tells_the_day(written: str) -> None:
    worded = [to_month(written), to_year(written)]

    assert not [figures for text in worded for figures in re.findall(r"\d+", text) if len(figures) != 4]
    assert not to_year(written).strip("0123456789 to")


def test_a_month_alone_says_no_more_than_a_month_and_a_day_does() -> None:
    assert says_no_more("March 2012", "month")
    assert says_no_more("Sept '08", "month")
    assert not says_no_more("March 2012", "year")
    assert not says_no_more("March 2012", "label")
    assert not says_no_more("14 March 2012", "month")
    assert not says_no_more("Dec 10", "month")
    assert not says_no_more("Easter 2011", "month")


def test_easter_is_when_the_church_keeps_it() -> None:
    assert [easter(year) for year in (2008, 2011, 2019, 2038)] == [
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2019, 4, 21),
        date(2038, 4, 25),
    ]
