"""Every mention of one person or thing carries one entity, and two who share a name are kept apart."""

import re

import pytest

from redactor.findings.finding import Finding
from redactor.findings.people.linking import link
from redactor.findings.people.roles import roles


def marked(text: str, kind: str = "PERSON") -> tuple[str, list[Finding]]:
    """Return the text without its marks, and what they mark: `[[Ann Lee]]`."""
    plain, findings = "", []
    for piece in re.split(r"(\[\[.+?\]\])", text):
        inner = piece[2:-2] if piece.startswith("[[") else piece
        if inner is not piece:
            findings.append(Finding(len(plain), len(plain) + len(inner), kind, 0.9, "test", ""))
        plain += inner
    return plain, findings


def groups(text: str, kind: str = "PERSON") -> str:
    """Return a letter for each marked name, the same for the same entity: `aab`."""
    plain, findings = marked(text, kind)
    letters: dict[str, str] = {}
    linked = link(findings, plain)
    return "".join(letters.setdefault(f.entity, chr(ord("a") + len(letters))) for f in linked)


@pytest.mark.parametrize(
    "text",
    [
        "[[Orla Quigley]] came. [[Orla]] left, and [[Ms Quigley]] wrote.",
        "[[Orla Quigley]] came. [[QUIGLEY]], [[Quigley, Orla]] and [[O. Quigley]] are in the file.",
        "[[Orla Quigley]] came. The log says [[orla quigley]], and once [[Orla Quigly]].",
        "[[Orla Quigley]], known as [[Bee]], came. [[Bee]] was tired.",
        "[[Orla Quigley]] (née [[Tanner]]) came. Mrs [[Tanner]] wrote.",
        "Records have [[Orla Quigley]], [[Orlagh]] and, in one letter, [[O Quigly]].",
        "[[Rasheed Khan]] is the father. He is 30. He appears as [[Mr Khann]] in the log.",
    ],
)
def test_one_person_in_many_forms_is_one_entity(text: str) -> None:
    assert set(groups(text)) == {"a"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Ann Price]], mother, and [[Tom Price]], father. Mr [[Price]] rang. Ms [[Price]] wrote.", "abba"),
        ("[[Ann Price]] came. Dr [[Joan Price]] saw her. Dr [[Price]] wrote. [[Ann]] left.", "abba"),
        (
            "[[Jamal Noor]] and [[Jamila Noor]]. [[Jamal]] [[Jamal]] [[Jamal]] [[Jamila]] [[Jamila]] [[Jamila]]",
            "abaaabbb",
        ),
        ("[[Rose]] and [[Bill Young]] came. Mrs [[Young]] spoke, then Mr [[Young]].", "abab"),
        ("[[Will Hart]] came. Another [[Will Hart]] lives there.", "ab"),
        ("PC [[Ward]] came. Nurse [[Ward]] had gone. PC [[Ward]] wrote.", "aba"),
        ("[[Ann Lee]] saw [[Andrei Pop]] and a man known as [[Jet]].", "abc"),
        ("PC [[Church]] recorded the other man as [[Gary Dunn]].", "ab"),
        ("[[Ann Ward]] and her cousins, the [[Wards]], came. [[Ann]] left.", "aba"),
    ],
)
def test_people_who_share_a_name_are_kept_apart(text: str, expected: str) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[[Tariq Aziz]], a.k.a. [[Bear]], left.",
        "[[Tariq Aziz]], whose street name is [[Bear]], left.",
        "[[Tariq Aziz]] ([[Bear]] to his friends) left.",
        "[[Tariq Aziz]], [[Bear]] to everyone at school, left.",
        "[[Tariq Aziz]]'s nickname at school was [[Bear]].",
        "[[Tariq Aziz]] is down as [[Bear]] in the log.",
        "[[Tariq Aziz]] gave his name as [[Bear]].",
        "[[Tariq Aziz]], 12, whom he called [[Bear]], left.",
        "[[Tariq Aziz]], known to the children as Uncle [[Bear]], left.",
        "[[Tariq Aziz]], born in May, is [[Bear]].",
        "[[Tariq Aziz]] is the father of Kim. His people call him [[Bear]].",
        "[[Tariq Aziz]] is 12. At home he is [[Bear]].",
        "[[Bear]] was later identified as [[Tariq Aziz]].",
        "Name: [[Tariq Aziz]]\nAlso known as: [[Bear]]\n",
        "Name | Born | Other names used\n[[Tariq Aziz]] | 2004 | Taz; [[Bear]]\n",
        "| | Child 1 |\n|---|---|\n| Name | [[Tariq Aziz]] |\n| Also recorded as | [[Bear]] |\n",
    ],
)
def test_what_the_draft_says_is_another_name_is_the_same_person(text: str) -> None:
    assert groups(f"{text} Then they went home. [[Bear]] slept.") == "aaa"


@pytest.mark.parametrize(
    "text",
    [
        "[[Zoe Hill]] called [[Bear]] at noon.",
        "[[Zoe Hill]] was 30. She called [[Bear]].",
        "[[Zoe Hill]]'s partner is known as [[Bear]].",
        "[[Zoe Hill]] knew a man called [[Bear]].",
        "[[Zoe Hill]] told police that his name was [[Bear]].",
        "[[Zoe Hill]], [[Bear]] or Kim will come.",
        "[[Zoe Hill]] was 30. She knew him as [[Bear]].",
        "[[Dr Nirmala Rao]], who had known [[Orla Quigley]] since she was a child, came.",
        "[[Ann Lee]], who had called [[Orla Quigley]], came.",
    ],
)
def test_who_only_speaks_of_somebody_is_not_the_same_person(text: str) -> None:
    assert groups(text) == "ab"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Joseph Reid]] and his son [[Joe Reid]] fought. [[Joe]] left. [[Joseph]] stayed.", "abba"),
        (
            "[[Jonas Petrauskas]] and his wife [[Daiva Petrauskienė]]. Mr [[Petrauskas]]. Mrs [[Petrauskiene]].",
            "abab",
        ),
        ("[[Daiva Petrauskienė]] came. She is [[Daiva Petrauskas]] to the GP.", "aa"),
        ("[[Terry Rudd]] and his wife [[Joy]]. Mrs [[Rudd]] rang. Mr [[Rudd]] did not.", "abba"),
        (
            "[[Phạm Văn Đức]] and [[Phạm Thị Mai]]. [[Đức]] left, [[Mai]] stayed. [[Mai Pham]] and [[Duc Pham]].",
            "ababba",
        ),
        ("[[Zhang Wei]] and [[Zhang Meiling]]. [[Wei]]. [[Meiling]]. [[Mei Ling Zhang]] signed.", "ababb"),
        ("The teacher, [[Emma Stott]], saw [[Emma Vale]]. [[Emma]], aged 6, cried.", "abb"),
        ("[[Lisa Carter]], mother, came. Dr [[Carter]] wrote. [[Lisa]] left.", "aba"),
        ("[[Ella Grant-Hughes]], mother [[Tina Grant]]. Ms [[Grant]] rang. [[Ella Hughes]] slept.", "abba"),
        ("[[Rose Carr]], midwife, came. Sister [[Carr]] wrote. [[Sister Carr]] rang.", "aaa"),
        ("[[Hughie Ward]] came. [[Big Hughie]] left.", "aa"),
        (
            "[[Joseph Frank Reid]], aged 3, died. His father is [[Frank Reid]], aged 31. [[Frank]] rang.",
            "abb",
        ),
        ("[[Abdi Yusuf Noor]] is Mr [[Noor]], or [[Abdi]], son of [[Yusuf]].", "aaab"),
        ("Her mother, [[Maureen Pope]], is 61; to the children she is [[Nanny Mo]]. [[Mo]] rang.", "aaa"),
    ],
)
def test_families_names_are_told_by_kin_order_age_and_work(text: str, expected: str) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "DATE",
            "On [[3 May 2011]], [[03/05/11]], [[3rd of May 2011]], [[Tuesday 3 May 2011]], [[2011-05-03]]",
            "aaaaa",
        ),
        ("DATE", "On [[3 May 2011]] and [[4 May 2011]]", "ab"),
        (
            "PHONE",
            "Ring [[07700 900123]], [[07700-900-123]] or [[+44 7700 900123]], not [[07700 900124]]",
            "aaab",
        ),
        ("ORG", "[[Weir Lane Surgery]] … [[the Surgery at Weir Lane]] … [[Weir Lane]]", "aaa"),
        ("ORG", "[[North Vale Safeguarding Children Board]] ([[NVSCB]]) and [[North Vale Council]]", "aab"),
        ("PLACE", "in [[Otterburn]], [[OTTERBURN]] and [[Lower Otterburn]]", "aab"),
    ],
)
def test_one_thing_in_many_forms_is_one_entity(kind: str, text: str, expected: str) -> None:
    assert groups(text, kind) == expected


def test_roles_are_told_by_the_words_beside_and_by_the_row() -> None:
    plain, findings = marked(
        "[[Kai Dunn]] | Subject | 2 years\n[[Amy Dunn]] | Mother | 24 years\nHV [[Orla Quigley]] came to [[Amy]]."
    )
    linked = link(findings, plain)

    told = roles(linked, plain)

    assert [told.get(f.entity) for f in linked] == ["Child", "Mother", "Health Visitor", "Mother"]


def test_no_findings_no_entities() -> None:
    assert link([], "Nobody came.") == []
