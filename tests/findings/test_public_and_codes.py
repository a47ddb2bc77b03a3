"""What a draft explains or cites is no identifier: abbreviations, national bodies, researchers, case law."""

import pytest

from redactor.findings.finding import Finding
from redactor.findings.public.codes import explained, without_codes
from redactor.findings.public.known import public_things, spare

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
        ("corrosive (Stevenby & Hallam 2011: 14) and slow", "Hallam", "PERSON"),
        ("as Quillam (ibid.) puts it", "Quillam", "PERSON"),
        ("quoted in Harrington-Bose (2013, p. 44).", "Harrington-Bose", "PERSON"),
        ("echoes research by Ostrander and Pell into drift", "Ostrander", "PERSON"),
        ("Tarrant's (2008) study of forty families", "Tarrant", "PERSON"),
        ("Cleaver, Unellby and Aldgate 1999 found", "Unellby", "PERSON"),
        ("Sources consulted\nTilbrook, M. (1994) Minds and Files. York: Sessions.", "York", "PLACE"),
        ("The Redfern Inquiry was of another age", "Redfern Inquiry", "ORG"),
        ("Child X (Ashmere LSCB, 2012) shows the same", "Ashmere LSCB", "ORG"),
        ("Overview report, Baby T (Northshire SCB 2010)", "Northshire SCB", "ORG"),
        ("statutory guidance issued in April 2014", "April 2014", "DATE"),
        ("Keeping Children Safe in Education, September 2016", "September 2016", "DATE"),
        ("the Criminal Harms Compensation Authority", "Criminal Harms Compensation Authority", "ORG"),
        ("Department for Communities and Housing", "Department for Communities", "ORG"),
        ("the Wexler Intelligence Scale for Children", "Wexler", "PERSON"),
        ("a Brearby continuum", "Brearby", "PERSON"),
        ("Nurofen was given", "Nurofen", "PERSON"),
        ("Gillick v West Vale and Wold Area Health Authority [1986] AC 112", "Gillick", "PERSON"),
        ("an Edinburgh score of 13", "Edinburgh", "PLACE"),
        ("Hallby et al (2008) and Hallby argues", "Hallby", "PERSON"),
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
        ("Dr Munro wrote; Munro (2011) says it", "Munro", "PERSON"),
        ("Siblings: Tia Cole (2010), Jayden Cole (2008)", "Jayden Cole", "PERSON"),
        ("explained to Hanna the Children Act 1989", "Hanna", "PERSON"),
        ("Featherstone (2014) writes of Jo Featherstone", "Jo Featherstone", "PERSON"),
        ("Then Brandon cried. Brandon et al (2008) is cited.", "Brandon", "PERSON"),
        ("MARAC (12 March 2009) heard it", "12 March 2009", "DATE"),
        ("the Care Plan (June 2014) said so", "June 2014", "DATE"),
        ("guidance was given to her in March 2015", "March 2015", "DATE"),
        ("Mason's disease got worse", "Mason", "PERSON"),
        ("Notes\nInterview with Ann Lester, 12 May 2011", "Ann Lester", "PERSON"),
        ("the work of Ann Lester was praised", "Ann Lester", "PERSON"),
    ],
)
def test_private_though_alike(text: str, wording: str, kind: str) -> None:
    finding = by_model(text, wording, kind)

    assert spare([finding], public_things(text), text) == [finding]
