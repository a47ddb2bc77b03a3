"""A case of one page, made without any file."""

from __future__ import annotations

from array import array

from redactor.document.page import Page
from redactor.document.source import Document, Opened
from redactor.findings.finding import Finding
from redactor.marks.case import Case

TEXT = "Kez saw Mother on Monday. Later Kez and Dean left. Dean came back with Keziah."


def short_case(text: str = TEXT) -> Case:
    """Each word stands on page 1, in one line; nothing is suggested yet."""
    quads = array("f")
    for index in range(len(text)):
        left, right = 50.0 + index, 51.0 + index
        quads.extend((left, 50, right, 50, left, 60, right, 60))
    page = Page(1, 595, 842, text, quads)
    places = array("i", range(len(text)))
    document = Document("short.txt", "text", "0" * 64, (page,), text, array("i", [0] * len(text)), places)
    return Case(Opened(document, b"", b""))


def suggested_case() -> Case:
    """With four suggestions: Kez twice and Keziah (doubtful) are one person, Dean twice another."""
    case = short_case()
    findings = [
        finding("Kez", 0, "kez"),
        finding("Kez", 1, "kez"),
        finding("Dean", 0, "dean"),
        finding("Dean", 1, "dean"),
        finding("Keziah", 0, "kez", score=0.4),
    ]
    case.suggest(sorted(findings, key=lambda f: f.start), {"kez": "Child D", "dean": "Partner 1"})
    return case


def finding(word: str, nth: int, entity: str, *, score: float = 0.95) -> Finding:
    """The nth standing of a word."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
        while TEXT[start + len(word) : start + len(word) + 1].isalpha():
            start = TEXT.index(word, start + 1)
    return Finding(start, start + len(word), "PERSON", score, "test", "Looks like a name.", entity)
