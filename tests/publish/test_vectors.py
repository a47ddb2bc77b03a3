"""Wherever a PDF lets words or pictures live, a confirmed name is published from none of it, in the way users work."""

from __future__ import annotations

from pathlib import Path

import other_reader
import pytest
from shared_checker import UPRIGHT, shared_checker
from signing_kit import signed
from vectors import VECTORS, Vector

from redactor.document.source import read_draft
from redactor.errors import RedactorError
from redactor.findings.detect import detect
from redactor.findings.people.roles import labels
from redactor.marks import choose
from redactor.marks.case import Case
from redactor.marks.mark import Area
from redactor.publish import release
from redactor.publish.decided import plan_of

CASES = [
    pytest.param(vector, named, id=f"{vector.id}{'-named' * named}")
    for vector in VECTORS
    for named in ((True, False) if vector.hidden else (False,))
]
"""What nobody sees must go whether or not the name was also marked in plain sight."""


def published(vector: Vector, named: bool) -> bytes:
    """Prepared with the secrets as terms, all marks confirmed, published."""
    opened = read_draft(vector.build(named), "draft.pdf")
    findings = detect(opened.document.text, always=vector.secrets)
    case = Case(opened)
    case.suggest(findings, labels(findings, opened.document.text))
    case.confirm([mark.id for mark in choose.undecided(case)], by="A reviewer")
    for rectangle in vector.drawn:
        case.add_area(Area(*rectangle), "PERSON", by="A reviewer")
    return release.make(opened.pdf, plan_of(signed(case), "pseudonym")).data


@pytest.mark.slow
@pytest.mark.parametrize(("vector", "named"), CASES)
def test_a_name_is_published_from_nowhere(vector: Vector, named: bool, tmp_path: Path) -> None:
    refused = ""
    try:
        made = published(vector, named)
    except RedactorError as error:
        refused = " ".join((error.sentence, *getattr(error, "problems", ())))

    assert bool(refused) is (vector.expect == "refuse") or vector.expect == "clean_or_refuse", refused
    if not refused:
        assert other_reader.left(made, vector.secrets, pictured=vector.pictured) == []
        shown = other_reader.shown(made, pictured=vector.pictured)
        assert [words for words in vector.keep if other_reader.folded(words) not in shown] == []
        assert leaks_by_the_shared_checker(made, vector, tmp_path / "published.pdf") == {}


def leaks_by_the_shared_checker(made: bytes, vector: Vector, path: Path) -> dict[object, object]:
    """By the checker beside the checkout; nothing where it is not there."""
    checker = shared_checker()
    if checker is None:
        return {}
    path.write_bytes(made)
    found = checker.check_file(path, vector.secrets, ocr=vector.pictured, turns=UPRIGHT)
    return dict(found.leaks)
