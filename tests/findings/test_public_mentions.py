"""Whole sentences: public people, works, bodies and dates are left alone, and those that look alike but are the case's are found.

Most of the names in forms/public.txt stand in no list: what is tested is the form of the sentence.
"""

import re
from pathlib import Path

import pytest

from redactor.findings.detect import detect

FORMS = Path(__file__).parent / "forms"
MARK = re.compile("«(.*?)»")


def marked(name: str) -> list[str]:
    lines = (FORMS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if "«" in line and not line.startswith("#")]


def unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the sentence without its marks, and where what was marked stands."""
    spans = [
        (match.start() - 2 * number, match.end() - 2 * number - 2)
        for number, match in enumerate(MARK.finditer(line))
    ]
    return MARK.sub(r"\1", line), spans


@pytest.mark.parametrize("line", marked("public.txt"))
def test_what_is_public_is_left_alone(line: str) -> None:
    text, spans = unmarked(line)

    findings = detect(text)

    for start, end in spans:
        assert not [f for f in findings if f.start < end and start < f.end], text[start:end]


@pytest.mark.parametrize("line", marked("private_alike.txt"))
def test_what_only_looks_public_is_found(line: str) -> None:
    text, spans = unmarked(line)

    covered = {place for finding in detect(text) for place in range(finding.start, finding.end)}

    for start, end in spans:
        assert all(place in covered for place in range(start, end) if text[place].isalnum()), text[start:end]
