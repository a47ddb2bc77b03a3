"""The chart of the family says what the draft says."""

from redactor.findings.people.family import Family, Tie, family
from tests.findings.test_roles import told_with

CASE = (
    "This review concerns {Mia}. Her mother is {Ewa}. Her father is {Tom}. {Mia} has a half-brother, {Will}.\n"
    "Name | Relationship | Age\n{Lee} | Father of {Will} | 28\n{Rose} | Maternal grandmother | 51\n"
    "{Bill} | Maternal grandfather | 54\n{Hope} | Maternal aunt | 16\n{Joy Day} | Health visitor | n/a\n"
)


def drawn(text: str) -> Family:
    findings, plain, roles = told_with(text)
    return family(findings, plain, roles)


def test_everybody_of_the_family_has_a_generation_and_a_side() -> None:
    people = {m.entity: (m.generation, m.side) for m in drawn(CASE).people}

    assert people == {
        "Rose": (-2, "maternal"),
        "Bill": (-2, "maternal"),
        "Ewa": (-1, "maternal"),
        "Hope": (-1, "maternal"),
        "Tom": (-1, "paternal"),
        "Lee": (-1, "paternal"),
        "Mia": (0, ""),
        "Will": (0, ""),
    }


def test_couples_and_siblings_are_tied() -> None:
    ties = drawn(CASE).ties

    assert Tie("partner", "Rose", "Bill") in ties
    assert Tie("partner", "Ewa", "Tom") in ties
    assert Tie("sibling", "Ewa", "Hope") in ties
    assert Tie("sibling", "Mia", "Will") in ties
    assert Tie("parent", "Rose", "Ewa") in ties


def test_a_half_brother_has_the_father_that_the_draft_names() -> None:
    ties = drawn(CASE).ties

    assert Tie("parent", "Lee", "Will") in ties
    assert Tie("parent", "Tom", "Mia") in ties
    assert Tie("parent", "Tom", "Will") not in ties
    assert Tie("parent", "Lee", "Mia") not in ties
    assert Tie("parent", "Ewa", "Will") in ties


def test_nobody_is_drawn_where_nobody_is_of_the_family() -> None:
    assert drawn("Dr {Nair} wrote to {Joy Day}, health visitor.") == Family((), ())
