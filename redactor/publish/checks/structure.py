"""No replacement or alternative text stands behind what is seen."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No replacement texts (for screen readers or for copying) stand behind the visible text."

_TEXTS = ("/ActualText", "/Alt", "/E")


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Texts in the structure tree, and texts of marked content."""
    texts = 0
    for obj in published.objects():
        if isinstance(obj, pikepdf.Dictionary) and (
            obj.get("/S") is not None or obj.get("/ActualText") is not None
        ):
            texts += any(isinstance(obj.get(key), pikepdf.String) for key in _TEXTS)
    out = []
    if texts:
        sentence = f"Replacement texts stand behind the visible text of the file ({texts} in all)."
        out.append(Problem("structure", 0, "structure text", sentence))
    for number, page in enumerate(published.pdf.pages, 1):
        if any(_marked_text(instruction) for instruction in _marked(page)):
            sentence = f"Replacement texts stand behind the visible text of page {number}."
            out.append(Problem("structure", number, "marked content", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Put a replacement text behind a space."""
    published.pdf.pages[0].contents_add(b"/Span <</ActualText (the child)>> BDC EMC")
    return published.saved()


def _marked(page: pikepdf.Page) -> list[pikepdf.ContentStreamInstruction]:
    try:
        return list(pikepdf.parse_content_stream(page, "BDC DP"))  # type: ignore[arg-type]  # operators only, no images
    except pikepdf.PdfError:
        return []


def _marked_text(instruction: pikepdf.ContentStreamInstruction) -> bool:
    operands = instruction.operands
    properties = operands[1] if len(operands) > 1 else None
    return isinstance(properties, pikepdf.Dictionary) and any(
        properties.get(key) is not None for key in _TEXTS
    )
