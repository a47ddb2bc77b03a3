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
    assert label("The maternal grandmother, Sheila Ogden, rang.", "Sheila Ogden") == "Maternal Grandmother"
    assert label("social worker Tom Pike called", "Tom Pike") == "Social Worker 1"
    assert label("A man, Tom Pike, called", "Tom Pike") == "Person 1"


def test_things_are_called_what_they_are() -> None:
    assert label("at Beck Lane Primary School on", "Beck Lane Primary School", "ORG") == "School 1"
    assert label("in Otterburn on", "Otterburn", "PLACE") == "Town 1"
    assert label("on 3 May 2011 she", "3 May 2011", "DATE") == "[date]"


def several(*named: tuple[str, str, str]) -> dict[str, str]:
    """Labels of a text that consists of these (words before, name, type), by name."""
    text, findings = "", []
    for before, name, kind in named:
        start = len(text) + len(before)
        text += f"{before}{name}. "
        findings.append(Finding(start, start + len(name), kind, 0.9, "names", "", name))
    return labels(findings, text)


def test_no_child_gets_a_letter_of_another_childs_name() -> None:
    proposed = several(
        ("The subject child, ", "Mia Poole", "PERSON"), ("The subject child, ", "Adam Bolt", "PERSON")
    )

    assert proposed == {"Mia Poole": "Child C", "Adam Bolt": "Child D"}


def test_roles_that_one_person_has_are_numbered_only_where_there_are_two() -> None:
    proposed = several(
        ("Her father, ", "Tom Pike", "PERSON"),
        ("His father, ", "Jon Bray", "PERSON"),
        ("Her mother, ", "Ewa Nowak", "PERSON"),
    )

    assert proposed == {"Tom Pike": "Father 1", "Jon Bray": "Father 2", "Ewa Nowak": "Mother"}


def test_bodies_and_places_are_numbered_by_kind() -> None:
    proposed = several(
        ("at ", "Beck Lane Primary School", "ORG"),
        ("at ", "Tamar Primary Care Trust", "ORG"),
        ("at ", "Ysgol Bryn", "ORG"),
        ("at ", "Elm Nursery School", "ORG"),
        ("at ", "Ash Court", "ORG"),
        ("at ", "Leeds Crown Court", "ORG"),
        ("in ", "Otterburn", "PLACE"),
    )

    assert list(proposed.values()) == [
        "School 1", "Health Trust 1", "School 2", "Nursery 1", "Organisation 1", "Court 1", "Town 1",
    ]  # fmt: skip
