"""A wording is found in whatever form it stands, and short or ordinary words are not seen everywhere."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.findings import matching

FOUND = [
    ("Keziah Thornbury-Okafor", "seen with keziah thornbury okafor today"),
    ("Keziah Thornbury-Okafor", "THORNBURY-OKAFOR, Keziah"),
    ("Keziah Thornbury-Okafor", "Keziah Thorn-\nbury-Okafor"),
    ("Keziah Thornbury-Okafor", "Keziah\nThornbury-\nOkafor"),
    ("Keziah Thornbury-Okafor", "KeziahThornburyOkafor"),
    ("Keziah", "Keziah's school"),
    ("Thornbury", "the Thorn burys"),
    ("Thornbury-Okafor", "draft-KeziahThornburyOkafor2.docx"),
    ("Keziah", "K e z i a h"),
    ("Keziah", "K\r\ne\r\nz\r\ni\r\na\r\nh"),
    ("Keziah Thornbury", "K e z i a h   T h o r n b u r y   w a s"),
    ("Keziah", "Kezi-\nah"),
    ("Keziah", "Ke\u00adzi\u00ad\nah"),
    ("Keziah", "Ke\u200bziah"),
    ("Keziah", "Ke\u3164ziah"),
    ("Keziah", "with Kez iah today"),
    ("Marlon", "with Mar-lon today"),
    ("Keziah", "Kezi\x02\r\nah"),
    ("Keziah", "Кеzіаh"),
    ("Zoë Brontë", "Zoe Bronte"),
    ("Zoe Bronte", "Zoe\u0308 Bronte\u0308"),
    ("Steffi Griffiths", "Steﬃ Griﬃths"),
    ("ZZ9 4QX", "zz94qx"),
    ("999 012 3454", "9990123454"),
    ("999 012 3454", "999-012-3454"),
    ("14/03/2012", "14.03.2012"),
    ("Jo", "said Jo."),
    ("José", "JOSÉ"),
    ("O'Brien", "O’Brien"),
    ("3", "aged 3, at school"),
    ("王小明", "据报王小明在学校"),
    ("王小明", "据报王小\n明在学校"),
    ("王小明", "据 报 王 小 明 在 学 校"),
    ("やまだ 太郎", "昨日やまだ太郎と"),
]
NOT_FOUND = [
    ("Clare", "it was declared"),
    ("Jonas", "Jon as he was"),
    ("Robin", "Rob in the house"),
    ("Robin", "rob-in"),
    ("Keziahs", 'l a   K e z i a h ,   " s a i d'),
    ("Thornburys", 'T h o r n b u r y ,   " s i'),
    ("Ian Grant", "an Italian grant"),
    ("Ann Other", "than nothern"),
    ("Jo", "a joint visit; JO"),
    ("Will", "they will go"),
    ("Rose", "the number rose"),
    ("3", "paragraph 3.1 on 3/4/2012"),
    ("12", "14/12/2012"),
    ("1234567", "91234567890"),
    ("--", "a -- b"),
    ("王小明", "王大小明"),
]


@pytest.mark.parametrize(("wording", "text"), FOUND)
def test_a_wording_is_found_in_another_form(wording: str, text: str) -> None:
    assert matching.count(text, wording) == 1


@pytest.mark.parametrize(("wording", "text"), NOT_FOUND)
def test_a_wording_is_not_seen_where_it_is_not(wording: str, text: str) -> None:
    assert matching.count(text, wording) == 0


def test_each_place_is_counted_once() -> None:
    text = "Thornbury met Thornbury-Okafor; Thornbury's sister."

    assert matching.count(text, "Thornbury") == 3


@given(st.text(), st.text(max_size=12))
def test_places_lie_within_the_text_and_apart(text: str, wording: str) -> None:
    found = matching.find(matching.haystack(text), matching.needle(wording))

    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))


@given(st.from_regex(r"[A-Z][a-zéü]{4,9} [A-Z][a-z]{4,9}", fullmatch=True), st.text(max_size=40))
def test_a_name_is_always_found_between_other_words(name: str, around: str) -> None:
    assert matching.count(f"{around} {name} {around}", name) >= 1
