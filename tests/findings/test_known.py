"""Everybody in the who's who is found, under each name, and kept apart from the others."""

import pytest

from redactor.findings.detect import detect
from redactor.findings.finding import Finding
from redactor.findings.people.known import Known, role_named
from redactor.findings.people.ordinary import ambiguous
from redactor.findings.people.roles import labels, roles

FAMILY = (
    Known("Keziah Stott", ("Kez",), "Child"),
    Known("Norma Stott", ("Nanny Jinks",), "Maternal grandmother"),
    Known("Grace May", (), "Mother"),
    Known("Will Price", ("Billy",), "Partner"),
    Known("Anne Lacey", (), "Social Worker"),
)
KEZIAH, NORMA, GRACE, WILL, ANNE = (f"who{number}" for number in range(1, 6))


def named(text: str, known: tuple[Known, ...] = FAMILY) -> dict[str, Finding]:
    """Findings of people in a text, by wording."""
    found = detect(text, known=known)
    return {text[f.start : f.end]: f for f in found if f.type == "PERSON"}


@pytest.mark.parametrize(
    ("text", "wording", "entity"),
    [
        ("The school wrote that Kez was late.", "Kez", KEZIAH),
        ("the mother of KEZIAH STOTT rang", "KEZIAH STOTT", KEZIAH),
        ("seen: Stott, Keziah and others", "Stott, Keziah", KEZIAH),
        ("Keziah\u2019s bag was found.", "Keziah", KEZIAH),
        ("a note by A. Lacey said so", "A. Lacey", ANNE),
        ("The children call her Nanny Jinks at home.", "Nanny Jinks", NORMA),
        ("norma came at ten", "norma", NORMA),
        ("The form says Keziha was well.", "Keziha", KEZIAH),
        ("Mrs Stott rang. Mrs Stott was upset.", "Stott", NORMA),
        ("He lives with Billy now.", "Billy", WILL),
    ],
)
def test_each_is_found_under_every_name_and_form(text: str, wording: str, entity: str) -> None:
    assert named(text)[wording].entity == entity


def test_the_reason_says_where_the_name_comes_from() -> None:
    assert named("The school wrote that Kez was late.")["Kez"].because == "Named in your who\u2019s who"


@pytest.mark.parametrize(
    "text",
    [
        "By the grace of God she was safe.",
        "They met in May 2010, and again in May.",
        "Price rises will follow. He will not come.",
        "You may ask at any price.",
    ],
)
def test_ordinary_words_are_no_names_without_their_context(text: str) -> None:
    assert not named(text)


def test_a_name_that_is_a_word_too_is_shown_singly() -> None:
    found = named("Grace\u2019s letter was kept. The social worker asked Grace about it.")

    assert found["Grace"].entity == GRACE
    assert found["Grace"].score <= 0.5


def test_two_whom_the_whos_who_keeps_apart_are_never_one() -> None:
    pair = (Known("Joseph Reid", ("Joe",), "Father"), Known("Joe Reid", ("Joey",), "Child"))
    found = named(
        "Joseph Reid came. Joe Reid, known as Joey, was asleep. Joseph Reid, also known as Joe Reid.", pair
    )

    assert found["Joseph Reid"].entity == "who1"
    assert {found["Joe Reid"].entity, found["Joey"].entity} == {"who2"}


def test_a_stranger_of_another_name_is_nobody_of_the_list() -> None:
    assert named("Mr Tobias Okonkwo called.")["Tobias Okonkwo"].entity == "p1"


def test_typed_roles_hold_and_kin_follow_from_them() -> None:
    text = "Keziah Stott was ten. Grace May's brother, Dafydd Rees, cooked. The father, Will Price, had left."
    known = (*FAMILY, Known("Dafydd Rees"))
    found = detect(text, known=known)

    told = roles(found, text, known)
    assert (told[KEZIAH], told[WILL], told["who6"]) == ("Child", "Partner", "Maternal uncle")
    assert labels(found, text, known)[GRACE] == "Mother"


def test_what_is_never_to_be_marked_stays() -> None:
    assert not detect("Kez was late.", known=FAMILY, never=["Kez"])


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("mother", "Mother"),
        ("mum", "Mother"),
        ("the subject child", "Child"),
        ("Half-brother", "Sibling"),
        ("MGM", "Maternal grandmother"),
        ("maternal aunt", "Maternal aunt"),
        ("SW", "Social Worker"),
        ("health visitor", "Health Visitor"),
        ("mother's partner", "Partner"),
        ("lodger", ""),
    ],
)
def test_roles_are_understood_as_they_are_typed(typed: str, role: str) -> None:
    assert role_named(typed) == role


@pytest.mark.parametrize("wording", ["Grace", "Will", "MAY", "Young\u2019s", "hope price", "Lincoln", "Rose"])
def test_names_that_are_words_are_ambiguous(wording: str) -> None:
    assert ambiguous(wording)


@pytest.mark.parametrize("wording", ["Keziah", "Hope Price", "Stott", "Grace Okafor", "", "KS"])
def test_names_that_are_nothing_else_are_not(wording: str) -> None:
    assert not ambiguous(wording)
