"""No text is there that cannot be seen; the text recognised in a scan may lie over its picture."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, excerpt, helvetica

PROMISE = "No text is invisible: none without ink, in the colour of its ground, outside the page or too small to see."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """One problem for each page and way of hiding."""
    return [
        Problem(
            "hidden_text",
            each.page + 1,
            "hidden text",
            f"Text that cannot be seen ({each.why}) is on page {each.page + 1}: “{excerpt(each.words)}”.",
        )
        for each in published.unseen
        if not each.covered
    ]


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write a line without ink."""
    page = published.pdf.pages[0]
    name = helvetica(page)
    page.contents_add(f"BT {name} 11 Tf 3 Tr 1 0 0 1 72 30 Tm (not to be seen) Tj ET".encode())
    return published.saved()
