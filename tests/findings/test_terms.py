"""A given term is found in whatever form it stands."""

import pytest

from redactor.findings.terms import places


@pytest.mark.parametrize(
    "form",
    [
        "Łucja Nowak",
        "ŁUCJA NOWAK",
        "Lucja Nowak",
        "Łuc\u00adja Nowak",
        "Łucja\u00a0Nowak",
        "Łuc\u200bja\nNowak",
        "Łuc-\nja Nowak",
        "Ł u c j a N o w a k",
        "ŁucjaNowak",
    ],
)
def test_finds_every_form_of_a_name(form: str) -> None:
    text = f"It was {form}, she said."

    assert [text[start:end] for start, end, _ in places(text, ["Łucja Nowak"])] == [form]


def test_finds_ligatures_and_decomposed_accents() -> None:
    text = "Mrs Gri\ufb03ths and Zoe\u0308 came."

    assert [text[start:end] for start, end, _ in places(text, ["Griffiths", "Zoë"])] == [
        "Gri\ufb03ths",
        "Zoe\u0308",
    ]


def test_part_of_a_longer_word_is_not_the_term() -> None:
    assert list(places("Annabel and Joanna", ["Anna"])) == []
