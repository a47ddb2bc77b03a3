"""Names are found whole where their other half is a common word, and by initials where people speak, sign and save."""

import re

import numpy as np

from redactor.findings.finding import Finding
from redactor.findings.names import LABELS, joined
from redactor.findings.passes.initials import spread_initials
from redactor.findings.passes.interviews import spread_interviewed
from redactor.findings.passes.letters import spread_letters
from redactor.findings.passes.logins import spread_logins
from redactor.findings.passes.neighbours import spread_neighbours
from redactor.findings.passes.spread import spread_people
from redactor.findings.public.codes import without_codes
from redactor.findings.tidy import tidy


def seeds(text: str, *wordings: str, because: str = "The model") -> list[Finding]:
    places = [(text.index(wording), wording) for wording in wordings]
    return [Finding(at, at + len(word), "PERSON", 0.95, "names", because) for at, word in places]


def said(text: str, findings: list[Finding]) -> list[str]:
    return [text[f.start : f.end] for f in sorted(findings, key=lambda f: f.start)]


def test_a_common_word_with_a_capital_beside_a_name_belongs_to_it() -> None:
    text = "Name of child: Khanh To\nwe met Ochieng Were on Friday and then Sunday Effiong."

    assert said(text, spread_neighbours(seeds(text, "Khanh", "Ochieng", "Effiong"), text)) == [
        "Khanh To",
        "Ochieng Were",
        "Sunday Effiong",
    ]


def test_a_capital_that_has_another_reason_says_nothing() -> None:
    text = "On Sunday Effiong left. Were Khanh Social Worker here? Then at School Marek and Duty Ola. Can Ayla come?"

    assert spread_neighbours(seeds(text, "Effiong", "Khanh", "Marek", "Ola", "Ayla"), text) == []


def test_a_whole_name_found_once_is_found_in_any_letter_case() -> None:
    text = "Ochieng Were came. did u see ochieng were? Were, Ochieng"

    assert said(text, spread_neighbours(seeds(text, "Ochieng Were"), text)) == [
        "ochieng were",
        "Were, Ochieng",
    ]


def test_who_speaks_in_an_interview() -> None:
    text = "Parvati Hunt.\nPH: Who is at home?\n UR: He makes tea.\nPH: Did you tell anybody?\n UR: I told PH's dog.\n"

    assert said(text, spread_interviewed(seeds(text, "Parvati Hunt"), text)) == ["PH", "UR", "PH", "UR", "PH"]


def test_speakers_of_a_learning_event() -> None:
    text = "Wyn Rose, Pia Stone.\n\n- WR: we argued.\n- MZ: I asked in the shop.\n- PS: I am a carer.\n"

    assert said(text, spread_interviewed(seeds(text, "Wyn Rose", "Pia Stone"), text)) == ["WR", "MZ", "PS"]


def test_glossaries_roles_and_operators_do_not_speak() -> None:
    glossary = "VZK: vehicle check\nQJX: quick joint exam\nWRZ: ward round\n"
    roles = "SW: I went.\nHV: Did you see him?\nSW: I did.\nOP: What is the address?\nOP: Can you stay?\n"

    assert spread_interviewed([], glossary) == []
    assert spread_interviewed([], roles) == []


def test_initials_sign_an_entry_and_begin_a_sentence() -> None:
    text = 'Bea Frost, Dan Cole and Cy Crane.\n"Told her. BF."\n"Chased re door. DC"\nCC advised to wait.'

    found = spread_initials(seeds(text, "Bea Frost", "Dan Cole", "Cy Crane"), text)

    assert said(text, found) == ["BF", "DC", "CC"]


def test_a_rank_at_the_end_of_a_sentence_is_nobody() -> None:
    text = "Dan Cole and Gus Pike.\nTold the DC.\nSpoke to GP. GP.\n"

    assert spread_initials(seeds(text, "Dan Cole", "Gus Pike"), text) == []


def test_initials_in_the_name_of_a_document() -> None:
    text = (
        "Rosa Pike and Una Dean. overview_v6_RP_tracked.doc, Notes_v0.9_UD_RP.docx, Child_SCR_MRI.doc, x_RP_y"
    )

    assert said(text, spread_logins(seeds(text, "Rosa Pike", "Una Dean"), text)) == ["RP", "UD", "RP"]


def test_a_letter_opens_an_entry_and_closes_a_message() -> None:
    text = 'Zoe and Neil.\n11/12 Z says she is tired.\n"rasa works. obg N"\n11/12 L cheek sore. Lee.'

    assert said(text, spread_letters(seeds(text, "Zoe", "Neil", "Lee"), text)) == ["Z", "N"]


def test_a_known_name_in_a_list_of_things_to_do() -> None:
    text = "Mark Stone.\nOlive will. Mark to keep time. Hope to see."

    assert "Mark" in said(text, spread_people(seeds(text, "Mark Stone"), text))


def test_a_title_is_a_surname_after_a_courtesy_title() -> None:
    text = "Mr Bishop and Uncle Seven"
    found = [*tidy(seeds(text, "Bishop", "Seven", because="A title before it: Mr"), text)]

    assert said(text, found) == ["Bishop", "Seven"]


def test_a_kin_word_is_no_part_of_the_model_s_name() -> None:
    text = "Auntie Pat came with Babcia."

    assert said(text, [*tidy(seeds(text, "Auntie Pat", "Babcia"), text)]) == ["Pat"]


def test_listed_abbreviations_are_nobody_but_somebody_s_initials_are() -> None:
    text = "YRO, 12 months. HDU full. Iona Akers: IA seen."

    assert said(text, without_codes(seeds(text, "YRO", "HDU", "Iona Akers", "IA"), text)) == [
        "Iona Akers",
        "IA",
    ]


def test_a_short_word_in_doubt_beside_a_sure_part_of_a_name_belongs_to_it() -> None:
    text = "from Can Ünal, from Gran Ünal"
    chances = {"from": 0.0, "Can": 0.12, "Gran": 0.12, "Ünal": 0.99}
    words = [(m.start(), m.end(), chances[m.group()]) for m in re.finditer(r"\w+", text)]
    labelled = [
        (start, end, np.array([1 - likely, likely] + [0.0] * (len(LABELS) - 2), np.float32))
        for start, end, likely in words
    ]

    assert said(text, list(joined(text, labelled))) == ["Can Ünal", "Ünal"]
