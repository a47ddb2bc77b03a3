"""Small drafts and plans for the publishing tests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pymupdf

from redactor.document.source import read_draft
from redactor.findings import matching
from redactor.publish.plan import Plan, Removal, Secret, Style

CHILD = "Keziah Thornbury-Okafor"
LINES = (
    "Local Safeguarding Children Partnership",
    f"Subject of review: {CHILD} (known since 2019).",
    "The allocated social worker visited the family on 2 June.",
)


def draft(lines: Iterable[str] = LINES, *, pages: int = 1, leading: float = 18) -> bytes:
    """A PDF with these lines on every page."""
    with pymupdf.open() as doc:
        for _ in range(pages):
            page = doc.new_page(width=595, height=842)
            for number, line in enumerate(lines):
                page.insert_text((72, 80 + leading * number), line, fontsize=11, fontname="helv")
        return bytes(doc.tobytes())


def removals(pdf: bytes, wordings: Iterable[str], label: str = "Child A") -> list[Removal]:
    """A confirmed mark wherever one of the wordings stands in the text of the draft."""
    document = read_draft(pdf, "draft.pdf").document
    hay = matching.haystack(document.text)
    out: list[Removal] = []
    for wording in wordings:
        for start, end in matching.find(hay, matching.needle(wording)):
            for place in document.places(start, end):
                words = document.text[start:end]
                out.append(Removal(f"m{len(out)}", place.page, place.quads, words, "PERSON", label))
    return out


def plan(
    pdf: bytes,
    wordings: Sequence[str] = (CHILD,),
    *,
    style: Style = "blackout",
    label: str = "Child A",
    secrets: Sequence[Secret] | None = None,
) -> Plan:
    """All of it confirmed."""
    wanted = tuple(Secret(wording, "PERSON") for wording in wordings) if secrets is None else tuple(secrets)
    return Plan(tuple(removals(pdf, wordings, label)), wanted, style, "Overview report")


def text_of(pdf: bytes) -> str:
    """The text of all pages."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        return "\n".join(page.get_text() for page in doc)


def origins(pdf: bytes, page: int = 0) -> dict[str, float]:
    """The x of the last place where each character stands; y does not matter on one line."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        return {chr(c[0]): c[2][0] for span in doc[page].get_texttrace() for c in span["chars"]}
