"""Known names are found as people type them, and ordinary words are left alone."""

from redactor.findings.everyday import spread_everyday
from redactor.findings.finding import Finding
from redactor.findings.shortened import spread_shortened


def seed(text: str, wording: str, kind: str = "PERSON") -> Finding:
    start = text.index(wording)
    return Finding(start, start + len(wording), kind, 0.95, "names", "The model")


def again(text: str, *seeds: tuple[str, str]) -> list[str]:
    findings = [seed(text, wording, kind) for wording, kind in seeds]
    further = [*spread_everyday(findings, text), *spread_shortened(findings, text)]
    return [text[f.start : f.end] for f in sorted(further, key=lambda f: f.start)]


def test_small_letters_and_pet_names() -> None:
    text = "Kacper Wolny and Tammy Hale. kacper is here. ask kacpi or Tam. a capable tamer"

    assert again(text, ("Kacper Wolny", "PERSON"), ("Tammy Hale", "PERSON")) == ["kacper", "kacpi", "Tam"]


def test_a_name_that_is_an_ordinary_word_is_not_looked_for_in_small_letters() -> None:
    assert again("Grace Field came. the grace of a field", ("Grace Field", "PERSON")) == []


def test_run_together_and_with_a_letter_lost() -> None:
    text = "Tomás Wolny. Teams > TomásA > WolnyT and Tom?s; LinkedIn; what?no"

    assert again(text, ("Tomás Wolny", "PERSON")) == ["TomásA", "WolnyT", "Tom?s"]


def test_bodies_and_places_in_small_letters() -> None:
    text = "at St Oswin's Primary School in Otterburn. my mum works st oswins in otterburn, at school"

    found = again(text, ("St Oswin's Primary School", "ORG"), ("Otterburn", "PLACE"))

    assert {"st oswins", "otterburn"} <= set(found)
    assert "school" not in found


def test_one_telling_word_after_the() -> None:
    text = (
        "Lindale Suite; Gallows Drove; Jon Ward. To the Lindale, the Drove, the Wards. the Suite. the drove"
    )

    found = again(text, ("Lindale Suite", "ORG"), ("Gallows Drove", "PLACE"), ("Jon Ward", "PERSON"))

    assert "the Lindale" in found
    assert "the Drove" in found
    assert "Wards" in found
    assert "the drove" not in found


def test_the_street_of_an_address_without_its_number() -> None:
    text = "at 88 Winsby Road, Otley. up winsby road; Winsby is far"

    assert again(text, ("88 Winsby Road", "ADDRESS")) == ["winsby road"]
