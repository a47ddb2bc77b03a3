"""What a draft explains or cites is no identifier: abbreviations, national bodies, researchers, case law."""

import pytest

from redactor.findings.codes import explained, without_codes
from redactor.findings.finding import Finding
from redactor.findings.known import public_things, spare

KEY = """MO | BYRNE, Ola Ruth | 06/07/89
FA | MAREK, Jon | 19/03/85
OTTSC | Otterburn Safeguarding Circle | letter
HB | Hanna Byrne | aunt
"""


def by_model(text: str, wording: str, kind: str = "PERSON") -> Finding:
    start = text.index(wording)
    return Finding(start, start + len(wording), kind, 0.9, "names", "The model")


def test_the_key_of_a_draft_explains_codes_but_initials_stay_initials() -> None:
    assert set(explained(KEY)) == {"MO", "FA", "OTTSC"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("RTS: return to sender.\nCMX: child missing.\nEHQ: early help.", {"RTS", "CMX", "EHQ"}),
        ("Abbreviations: AXR abdominal X-ray; BE base excess; NT non-tender.", {"AXR", "BE", "NT"}),
        ("TWX: team record.\nFSX: support officer.\nThen", {"TWX", "FSX"}),
        ("KIM: hello there\nThe meeting\nLEE: hello", set()),
        ("TM: team manager. YJW: youth justice worker.", {"TM", "YJW"}),
        ("KIM: hello\nThe meeting went on.", set()),
        ("She saw LEE; he saw her.", set()),
    ],
)
def test_glossaries_and_rows_explain_codes(text: str, codes: set[str]) -> None:
    assert set(explained(text)) == codes


def test_a_code_is_nobody_and_a_local_body_s_code_is_that_body() -> None:
    text = KEY + "MO said that OTTSC wrote to HB and to LEE. Ms Lee called."
    body = Finding(text.index("Otterburn"), text.index(" | letter"), "ORG", 0.9, "organisation", "A body")

    marks = [by_model(text[:], word) for word in ("HB", "LEE")]
    mother = Finding(text.index("MO said"), text.index("MO said") + 2, "PERSON", 0.9, "names", "The model")
    circle = Finding(
        text.index("OTTSC wrote"), text.index("OTTSC wrote") + 5, "PERSON", 0.9, "names", "The model"
    )
    kept = without_codes([*marks, body, mother, circle], text)

    assert mother not in kept
    assert {text[f.start : f.end] for f in kept if f.type == "PERSON"} == {"HB", "LEE"}
    assert any(f.start == circle.start and f.type == "ORG" for f in kept)


def test_capitals_without_a_vowel_are_no_name_unless_all_is_capitals() -> None:
    small, shouted = "the scan of the RLQ was read", "SEEN BY MR NGH AT HOME"

    assert without_codes([by_model(small, "RLQ")], small) == []
    assert without_codes([by_model(shouted, "NGH")], shouted) != []


@pytest.mark.parametrize(
    ("text", "wording", "kind"),
    [
        ("The British Society of Child Medicine (BSCM) says. BSCM also", "BSCM also", "ORG"),
        ("In R (K) v Eastmere Borough Council the court", "Eastmere Borough Council", "ORG"),
        ("Ruth Hale and Jon Marek, whose article we read, say", "Ruth Hale", "PERSON"),
        ("replaced the guidance of September 2016 with", "September 2016", "DATE"),
        ("before it Munro's report spoke of it", "Munro", "PERSON"),
    ],
)
def test_public_by_form(text: str, wording: str, kind: str) -> None:
    wording = wording.removesuffix(" also")
    start = text.rindex(wording)
    finding = Finding(start, start + len(wording), kind, 0.9, "names", "The model")

    assert spare([finding], public_things(text), text) == []


@pytest.mark.parametrize(
    ("text", "wording", "kind"),
    [
        ("Ruth Hale and Jon Marek, whose son was seen, said", "Ruth Hale", "PERSON"),
        ("R v Marek was heard", "Marek", "PERSON"),
        ("before it Marek's report spoke of it", "Marek", "PERSON"),
        ("seen in September 2016 at home", "September 2016", "DATE"),
        ("the Otterburn Association of Carers", "Otterburn Association of Carers", "ORG"),
    ],
)
def test_private_though_alike(text: str, wording: str, kind: str) -> None:
    finding = by_model(text, wording, kind)

    assert spare([finding], public_things(text), text) == [finding]
