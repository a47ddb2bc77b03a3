"""What the draft says somebody is to be called is what they are called."""

from __future__ import annotations

import pytest

from redactor.findings.finding import Finding
from redactor.findings.people.stated import renamed, stated


def named(text: str, *names: str) -> list[Finding]:
    return [
        Finding(text.index(name), text.index(name) + len(name), "PERSON", 0.9, "test", "A name.", name)
        for name in names
    ]


@pytest.mark.parametrize(
    "after",
    [
        " (to be known in the published report as \u201cChild D\u201d)",
        ", who will be referred to as Child D,",
        " (Child D)",
        " (\u201cChild D\u201d)",
        ", hereafter called Child D.",
    ],
)
def test_a_stated_label_is_found(after: str) -> None:
    text = f"In respect of RUBY WINTER{after} The panel met."

    assert stated(named(text, "RUBY WINTER"), text) == {"RUBY WINTER": "Child D"}


def test_a_label_stated_for_two_is_given_to_neither() -> None:
    text = "Ruby (Child D) and Milo (Child D) were seen."

    assert stated(named(text, "Ruby", "Milo"), text) == {}


def test_another_child_in_brackets_further_on_is_not_taken() -> None:
    text = "Pearl Winter was seen. She said that the report should call him Child D."

    assert stated(named(text, "Pearl Winter"), text) == {}


def test_whoever_had_the_label_gets_the_other() -> None:
    proposed = {"p1": "Child A", "p2": "Child D", "p3": "Mother"}

    assert renamed(proposed, {"p1": "Child D"}) == {"p1": "Child D", "p2": "Child A", "p3": "Mother"}
