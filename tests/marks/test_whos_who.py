"""The who's who is read as managers type and paste it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.findings.people.known import Known
from redactor.marks.whos_who import NO_NAME, TWO_PEOPLE, lines_of, parse

KEZIAH = Known("Keziah Stott", ("Kez", "Kezzie"), "Child")


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Keziah Stott, subject child, also Kez, Kezzie", KEZIAH),
        ("Keziah Stott\tSubject child\tKez, Kezzie", KEZIAH),
        ("| Keziah Stott | Subject | Kez / Kezzie |", KEZIAH),
        ('Keziah "Kez" Stott', Known("Keziah Stott", ("Kez",))),
        ("Keziah Stott / subject / Kez; Kezzie", KEZIAH),
        ("Child: Keziah Stott 03/04/2009", Known("Keziah Stott", (), "Child")),
        ("HV1 (Anne Lacey)", Known("Anne Lacey", (), "Health Visitor")),
        ("Dele Nowak mother's brother", Known("Dele Nowak", (), "Maternal uncle")),
        ("1. Keziah Stott (Kez, Kezzie) - subject child, dob 3/4/2009, aged 7", KEZIAH),
        (
            "Norma Stott \u2013 maternal grandmother (Nanny Jinks)",
            Known("Norma Stott", ("Jinks",), "Maternal grandmother"),
        ),
        ("SW: Anne Lacey", Known("Anne Lacey", (), "Social Worker")),
        ("SW Anne Lacey", Known("Anne Lacey", (), "Social Worker")),
        ("Social Worker - Ms Anne Lacey", Known("Anne Lacey", (), "Social Worker")),
        ("Anne Lacey, social worker, Harclough Council", Known("Anne Lacey", (), "Social Worker")),
        ("Mum = Ewa Nowak", Known("Ewa Nowak", (), "Mother")),
        ("Mother Ewa Nowak", Known("Ewa Nowak", (), "Mother")),
        ("Mrs Ewa Nowak n\u00e9e Kowalska, mother", Known("Ewa Nowak", ("Kowalska",), "Mother")),
        ("Okafor, Keziah", Known("Keziah Okafor")),
        ('"Okafor, Keziah", MGM', Known("Keziah Okafor", (), "Maternal grandmother")),
        ("Tom Pike, mother's partner, a.k.a. Tommo", Known("Tom Pike", ("Tommo",), "Partner")),
        ("Dr Ludwig van der Berg", Known("Ludwig van der Berg", (), "Doctor")),
        ("Dr P Nair, GP", Known("P Nair", (), "GP")),
        ("Jo Reed, lodger", Known("Jo Reed", (), "Lodger")),
        ("Tom Pike\tLandlord", Known("Tom Pike", (), "Landlord")),
        ("Ann Lee, the father's sister", Known("Ann Lee", (), "Paternal aunt")),
    ],
)
def test_a_line_is_read_however_it_is_written(line: str, known: Known) -> None:
    assert parse(line).known == (known,)


def test_a_table_from_word_is_read_by_its_headings() -> None:
    pasted = (
        "Name\tDOB\tRelationship\tAlso known as\tAddress\n"
        "Stott, Keziah\t3/4/09\tSubject child\tKez and Kezzie\t1 High Street\n"
        "Norma Stott\t\tMGM\t\tas above\n"
    )

    assert parse(pasted).known == (KEZIAH, Known("Norma Stott", (), "Maternal grandmother"))


def test_a_spreadsheets_lines_are_read_by_their_headings() -> None:
    assert parse("Role,Name\nMother,Ewa Nowak\n").known == (Known("Ewa Nowak", (), "Mother"),)


def test_kin_of_somebody_on_the_list_get_their_role_to_the_child() -> None:
    read = parse("Ewa Nowak, mother\nDai Nowak, brother of Ewa\nBet Nowak, Dai Nowak's wife")

    assert [each.role for each in read.known] == ["Mother", "Maternal uncle", "Maternal aunt"]


def test_unclear_lines_come_back_with_a_plain_sentence() -> None:
    read = parse(
        "Ewa Nowak, mother\n\nsee the file\nTom Pike, Ann Pike\nTom Pike and Ann Pike\nJo, Mo and Ty: siblings"
    )

    assert len(read.known) == 1
    assert [(each.number, each.why) for each in read.unclear] == [
        (3, NO_NAME),
        (4, TWO_PEOPLE),
        (5, TWO_PEOPLE),
        (6, TWO_PEOPLE),
    ]


NAMES = st.sampled_from(
    ["Keziah Stott", "Ewa Nowak", "Nguy\u1ec5n Th\u1ecb Lan", "Mary-Kate O'Neill", "Jo", "Grace May"]
)
ALIASES = st.lists(st.sampled_from(["Kez", "Billy", "Hannah MacAllister", "RK"]), unique=True, max_size=3)
ROLES = st.sampled_from(
    ["", "Child", "Sibling", "Maternal aunt", "Partner", "Social Worker", "Lodger", "Police Officer"]
)


@given(st.lists(st.builds(Known, NAMES, ALIASES.map(tuple), ROLES), max_size=4))
def test_lines_of_people_are_read_as_the_same_people(known: list[Known]) -> None:
    assert parse("\n".join(lines_of(known))).known == tuple(known)


@given(st.text(max_size=60))
def test_any_line_is_read_or_comes_back(text: str) -> None:
    read = parse(text)

    assert all(each.name for each in read.known)
    assert all(each.why for each in read.unclear)
