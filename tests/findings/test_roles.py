"""Proposed pseudonyms say the role and hide the name."""

from redactor.findings.finding import Finding
from redactor.findings.people.roles import labels


def label(text: str, name: str, kind: str = "PERSON") -> str:
    start = text.index(name)
    return labels([Finding(start, start + len(name), kind, 0.9, "names", "", "e1")], text)["e1"]


def test_a_child_never_gets_a_letter_of_its_own_name() -> None:
    assert label("The subject child, Amara Bello, was well.", "Amara Bello") == "Child C"


def test_family_and_professionals_get_their_role() -> None:
    assert label("| Ewa Nowak | Mother | 41 |", "Ewa Nowak") == "Mother"
    assert label("The maternal grandmother, Sheila Ogden, rang.", "Sheila Ogden") == "Maternal grandmother"
    assert label("social worker Tom Pike called", "Tom Pike") == "Social Worker 1"
    assert label("A man, Tom Pike, called", "Tom Pike") == "Person 1"


def test_things_are_called_what_they_are() -> None:
    assert label("at Beck Lane Primary School on", "Beck Lane Primary School", "ORG") == "School 1"
    assert label("in Otterburn on", "Otterburn", "PLACE") == "Town 1"
    assert label("on 3 May 2011 she", "3 May 2011", "DATE") == "[date]"
