"""Known names are found as people type them, and ordinary words are left alone."""

from redactor.findings.finding import Finding
from redactor.findings.passes.everyday import spread_everyday
from redactor.findings.passes.shortened import spread_shortened


def seed(text: str, wording: str, kind: str = "PERSON") -> Finding:
    start = text.index(wording)
    return Finding(start, start + len(wording), kind, 0.95, "names", "The model")


def again(text: str, *seeds: tuple[str, str]) -> list[str]:
    findings = [seed(text, wording, kind) for wording, kind in seeds]
    further = [*spread_everyday(findings, text), *spread_shortened(findings, text)]
    return [text[f.start : f.end] for f in sorted(further, key=lambda f: f.start)]


def test_small_letters_and_pet_names() -> None:
    text = "Marcin Wolny and Valerie Hale. marcin is here. ask marci or Val. a capable tamer"

    assert again(text, ("Marcin Wolny", "PERSON"), ("Valerie Hale", "PERSON")) == ["marcin", "marci", "Val"]


def test_a_name_that_is_an_ordinary_word_is_not_looked_for_in_small_letters() -> None:
    assert again("Grace Field came. the grace of a field", ("Grace Field", "PERSON")) == []


def test_run_together_and_with_a_letter_lost() -> None:
    text = "Renée Wolny. Teams > RenéeA > WolnyT and Ren?e; LinkedIn; what?no"

    assert again(text, ("Renée Wolny", "PERSON")) == ["RenéeA", "WolnyT", "Ren?e"]


def test_bodies_and_places_in_small_letters() -> None:
    text = "at St Oswin's Primary School in Otterburn. my mum works st oswins in otterburn, at school"

    found = again(text, ("St Oswin's Primary School", "ORG"), ("Otterburn", "PLACE"))

    assert {"st oswins", "otterburn"} <= set(found)
    assert "school" not in found


def test_one_telling_word_after_the() -> None:
    text = "Lindale Suite; Hanger Holt; Jon Stone. To the Lindale, the Holt, the Stones. the Suite. the holt"

    found = again(text, ("Lindale Suite", "ORG"), ("Hanger Holt", "PLACE"), ("Jon Stone", "PERSON"))

    assert "the Lindale" in found
    assert "the Holt" in found
    assert "Stones" in found
    assert "the holt" not in found


def test_the_street_of_an_address_without_its_number() -> None:
    text = "at 88 Harmby Road, Otley. up harmby road; Harmby is far"

    assert again(text, ("88 Harmby Road", "ADDRESS")) == ["harmby road"]
