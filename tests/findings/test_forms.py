"""Over a thousand phrases in many written forms: what stands between « and » is found, look-alikes are left alone."""

import re
from pathlib import Path

import pytest

from redactor.findings.detect import detect
from redactor.findings.finding import TYPES, Finding
from redactor.findings.recognisers import all_recognisers

FORMS = Path(__file__).parent / "forms"
OF_NAMES = {"PERSON", "PLACE", "ORG", "NORP"}
HEADING = re.compile(r"# ([A-Z]+)")
LEFT = {
    "ADDRESS": 0.17,
    "AGE": 0.15,
    "DATE": 0.12,
    "NORP": 0.1,
    "ONLINE": 0.08,
    "ORG": 0.2,
    "PHONE": 0.1,
    "PLACE": 0.06,
}  # shares missed
MARKED = re.compile(rf"«(?:({'|'.join(TYPES)}):)?([^»]*)»")


def phrases(name: str) -> list[str]:
    return (FORMS / name).read_text(encoding="utf-8").splitlines()


def headed(name: str) -> list[tuple[str, str]]:
    """Return each phrase of a file to be found with the type that its heading names."""
    pairs, kind = [], ""
    for line in phrases(name):
        heading = HEADING.fullmatch(line)
        if heading:
            kind = heading[1]
        elif "«" in line and not line.startswith("# "):
            pairs.append((kind, line.replace("\\n", "\n").replace("\\t", "\t")))
    return pairs


def found(text: str) -> list[Finding]:
    """Return what all recognisers find but names of people, places and bodies."""
    return [f for module in all_recognisers() for f in module.find(text) if f.type not in OF_NAMES]


def unmarked(phrase: str, heading: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the phrase without its marks, and the (start, end, type) of what stood in them."""
    text, wanted, end = "", [], 0
    for mark in MARKED.finditer(phrase):
        text += phrase[end : mark.start()]
        wanted.append((len(text), len(text) + len(mark[2]), mark[1] or heading))
        text, end = text + mark[2], mark.end()
    return text + phrase[end:], wanted


@pytest.mark.parametrize(("heading", "phrase"), headed("found.txt"))
def test_finds_every_form_with_its_type(heading: str, phrase: str) -> None:
    text, wanted = unmarked(phrase, heading)

    findings = found(text)

    covered = {place for finding in findings for place in range(finding.start, finding.end)}
    for start, end, kind in wanted:
        assert all(place in covered for place in range(start, end) if text[place].isalnum()), text[start:end]
        assert any(f.type == kind and f.start < end and start < f.end for f in findings), text[start:end]
    for finding in findings:
        assert any(finding.start < end and start < finding.end for start, end, _ in wanted), finding


@pytest.mark.parametrize("phrase", phrases("left_alone.txt"))
def test_leaves_look_alikes_alone(phrase: str) -> None:
    assert [phrase[finding.start : finding.end] for finding in found(phrase)] == []


@pytest.mark.parametrize("kind", sorted({heading for heading, _ in headed("as_others_write.txt")}))
def test_finds_nearly_all_that_other_hands_write(kind: str) -> None:
    texts = [unmarked(phrase, kind) for heading, phrase in headed("as_others_write.txt") if heading == kind]

    missed = [text for text, wanted in texts if not _all_covered(text, wanted, kind)]

    assert len(missed) <= LEFT.get(kind, 0.05) * len(texts), missed


def _all_covered(text: str, wanted: list[tuple[int, int, str]], kind: str) -> bool:
    findings = detect(text) if kind in OF_NAMES else found(text)
    covered = {place for finding in findings for place in range(finding.start, finding.end)}
    return all(place in covered for s, e, _ in wanted for place in range(s, e) if text[place].isalnum())
