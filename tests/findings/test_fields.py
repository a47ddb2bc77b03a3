"""The rest of a name is found in its field, whatever word it is; greetings, jobs and abbreviations stay outside."""

import pytest

from redactor.findings.finding import Finding
from redactor.findings.passes.fields import spread_fields


def found(text: str, *names: str) -> list[str]:
    """Return what is found beside `names`, each sure where it first stands."""
    seeds = [Finding(at := text.index(name), at + len(name), "PERSON", 0.9, "names", "") for name in names]
    return [text[f.start : f.end] for f in spread_fields(seeds, text)]


@pytest.mark.parametrize(
    ("text", "known", "whole"),
    [
        ("Best, Desmond | M | Ward 6", "Desmond", "Best, Desmond"),
        ("Present:\n- Oral, Ferhat\n- Marek Hale", "Ferhat", "Oral, Ferhat"),
        ("1 | Khanh To | Yes", "Khanh", "Khanh To"),
        ("CHILD'S NAME: OCHIENG WERE\n", "OCHIENG", "OCHIENG WERE"),
        ("NG, Kwok Leung\n", "Kwok Leung", "NG, Kwok Leung"),
        ("Plan\n\nOZAN, Can\n", "OZAN", "OZAN, Can"),
        ("THU TRANG HOA | Confidential", "TRANG HOA", "THU TRANG HOA"),
        ("Contact: Can Ozan (landlord)", "Ozan", "Can Ozan"),
        ("Surname: Oral / Forename(s): Ferhat", "Ferhat", "Oral"),
        ("Last name | Younger\nFirst name | Kay", "Kay", "Younger"),
        ("How is it spelt? R-E-B-W-A-R.", "How", "R-E-B-W-A-R"),
        ("CALLER: C, I, O, B.", "CALLER", "C, I, O, B"),
    ],
)
def test_the_rest_of_a_name_is_found_in_its_field(text: str, known: str, whole: str) -> None:
    assert found(text, known) == [whole]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Dear Ruth, I am writing", "Ruth"),
        ("Thanks, Tam\n", "Tam"),
        ("HDU | IV Mags | d/c", "Mags"),
        ("Chair: Ruth Senior Manager", "Ruth"),
        ("Sadly, Desmond died in March", "Desmond"),
        ("Nurse | Ruth | Ward", "Ruth"),
        ("Minutes\nDOB TRANG HOA", "TRANG HOA"),
        ("Present: Ms Winter, Mr Hale", "Winter"),
        ("| DR HALE | PC WINTER |", "HALE"),
        ("U-P-N and A-Z", "U"),
    ],
)
def test_what_only_stands_beside_a_name_stays_outside(text: str, known: str) -> None:
    assert found(text, known) == []
