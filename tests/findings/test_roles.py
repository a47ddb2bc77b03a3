"""Proposed pseudonyms say the role and hide the name."""

import re

import pytest

from redactor.findings.finding import Finding
from redactor.findings.people.roles import labels, roles


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
        ("The boy's father, ", "Jon Bray", "PERSON"),
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


def told_with(text: str) -> tuple[list[Finding], str, dict[str, str]]:
    """Findings, plain text and roles of a text whose names stand in braces, `{Ann Lee}` or `{Ann=Annie}`.

    The entity is the name before the sign.
    """
    findings, plain = [], ""
    for piece in re.split(r"(\{[^}]+\})", text):
        if piece.startswith("{"):
            entity, _, name = piece[1:-1].partition("=")
            name = name or entity
            findings.append(Finding(len(plain), len(plain) + len(name), "PERSON", 0.9, "names", "", entity))
            piece = name
        plain += piece
    return findings, plain, roles(findings, plain)


def told(text: str) -> dict[str, str]:
    """Roles in a text with names in braces."""
    return told_with(text)[2]


CASE = "This review concerns {Mia Poole}. Her mother is {Ewa Nowak}. Her father is {Tom Pike}.\n"


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("{Ewa Nowak}'s brother, {X}, called.", "Maternal uncle"),
        ("The mother's sister is {X}, a cook.", "Maternal aunt"),
        ("{Tom Pike} works. His mother, {X}, is a widow.", "Paternal grandmother"),
        ("{X} (maternal grandmother) rang.", "Maternal grandmother"),
        ("{X}, the mother's partner, left.", "Partner"),
        ("{Mia Poole} has an older half-brother, {X}, who is three.", "Sibling"),
        ("The father of {Mia Poole} was {X}.", "Father"),
        ("Seen with {X}, {Tom Pike}'s late father.", "Paternal grandfather"),
        ("{Ewa Nowak} | {X} | 41 |\nThe maternal aunt, {X}, came.", "Maternal aunt"),
        ("MOTHER'S PARTNER: none.\nA3. COUSIN. {X}, born in Leeds.", "Cousin"),
        ("The neighbour's mother, {Joy}, and her son {X} came.", ""),
    ],
)
def test_kin_of_somebody_are_told_from_whose_kin_they_are(said: str, role: str) -> None:
    assert told(CASE + said).get("X", "") == role


def test_kin_of_kin_are_followed() -> None:
    found = told(CASE + "The mother's brother, {Dai}, helped. His wife, {Bet}, and their son {Huw} came.")

    assert (found["Dai"], found["Bet"], found["Huw"]) == ("Maternal uncle", "Maternal aunt", "Cousin")


def test_her_own_mother_is_that_of_who_was_named_last() -> None:
    assert (
        told(CASE + "Their mother is {Ewa Nowak}. Her own mother, {Jo}, cooks.")["Jo"]
        == "Maternal grandmother"
    )


def test_a_family_table_says_more_than_a_phrase() -> None:
    table = (
        "Name | Relationship | Age\n{Mia Poole} | Subject | 3\n{Gus} | Half-brother | 9\n{Ann} | MGM | 60\n"
    )

    assert told(table + "Her aunt, {Ann}, came.") == {
        "Mia Poole": "Child",
        "Gus": "Sibling",
        "Ann": "Maternal grandmother",
    }


def test_the_title_names_the_child() -> None:
    found = told("SERIOUS CASE REVIEW: {Sam=SAM REES}\nAuthor: {Dr Day}\n\n{Sam=Sam} was ten.")

    assert found.get("Sam") == "Child"
    assert found.get("Dr Day") != "Child"


def test_every_child_that_the_title_lists_is_a_child() -> None:
    found = told("REVIEW\nThe death of {Orla}, and her children {Dee} and {Sam}\n\nText.")

    assert (found.get("Dee"), found.get("Sam")) == ("Child", "Child")


def test_a_title_in_a_mail_names_nobody_as_the_child() -> None:
    found = told(CASE + "From: Ann\nSent: 3 May\nSubject: {Lee Hart} - room 14\n\nHi,\n")

    assert found.get("Lee Hart") != "Child"
