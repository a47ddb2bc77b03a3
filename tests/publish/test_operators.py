"""Replacements are worded by presidio-anonymizer through operators of our own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from redactor.publish.operators import REDACTED, reworded, wording
from redactor.publish.plan import Rule


def test_a_pseudonym_takes_the_place_of_the_name() -> None:
    assert wording("Keziah", "Child A", "pseudonym") == "Child A"


def test_without_a_label_or_in_black_the_same_word_stands_for_everything() -> None:
    assert wording("Keziah", "", "pseudonym") == REDACTED
    assert wording("Keziah", "Child A", "blackout") == REDACTED
    assert wording("", "Child A", "blackout") == REDACTED


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (Rule("month"), "14.3.12", "March 2012"),
        (Rule("year", led="on"), "14.3.12", "a day in 2012"),
        (Rule("interval", "2012-03-14", "the incident"), "16.3.12", "2 days after the incident"),
        (Rule("month"), "of Wednesday 21 November 2012", "of November 2012"),
        (Rule("month"), "On 21 November 2012", "On a day in November 2012"),
        (Rule("band"), "7 years old", "5–10 years old"),
        (Rule("month"), "the 14th", "[date]"),
        (Rule("month"), "March 2012", "[date]"),
        (Rule("band"), "16-17", "[date]"),
    ],
)
def test_each_rule_is_an_operator_that_falls_back_to_the_label(rule: Rule, text: str, expected: str) -> None:
    assert wording(text, "[date]", "pseudonym", rule) == expected
    assert wording(text, "[date]", "blackout", rule) == REDACTED


def test_without_a_label_to_fall_back_to_the_word_for_everything_stands() -> None:
    assert wording("the 14th", "", "pseudonym", Rule("month")) == REDACTED


def test_rules_and_operators_refuse_parameters_that_do_not_fit() -> None:
    from redactor.publish.operators.interval import Interval
    from redactor.publish.operators.label import Label

    for params in ({}, {"otherwise": "[date]"}, {"otherwise": "[date]", "anchor": "soon", "event": "x"}):
        with pytest.raises(ValueError, match=r"label|day|isoformat"):
            Interval().validate(params)
    with pytest.raises(ValueError, match="label"):
        Label().validate({})
    with pytest.raises(ValueError, match="operator"):
        Rule.from_plain({"operator": "guess"})


def test_several_places_of_a_text_are_replaced_each_by_its_own_label() -> None:
    spans = [(0, 2, "Child A"), (3, 5, "Mother"), (10, 12, "Child A")]

    assert reworded("Jo Mo and Jo", spans, "pseudonym") == "Child A Mother and Child A"


def test_presidio_does_not_drag_in_spacy() -> None:
    code = (
        "import sys; from redactor.publish.operators import wording; wording('a', 'b', 'pseudonym');"
        "sys.exit('spacy' in sys.modules or 'presidio_analyzer' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
