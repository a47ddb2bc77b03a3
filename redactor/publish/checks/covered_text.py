"""No text lies under a box, a picture or an annotation."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, excerpt, helvetica

PROMISE = "No text lies under a black box, a white box or a picture: what looks removed is removed."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Words that something opaque lies over, one problem for each page and kind of cover."""
    return [
        Problem(
            "covered_text",
            each.page + 1,
            "text under a box",
            f"Text lies {each.why} on page {each.page + 1}: “{excerpt(each.words)}”.",
        )
        for each in published.unseen
        if each.covered
    ]


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write a line and draw a black box over it."""
    page = published.pdf.pages[0]
    name = helvetica(page)
    page.contents_add(
        f"BT {name} 11 Tf 1 0 0 1 72 60 Tm (under the box) Tj ET 0 g 70 56 120 16 re f".encode()
    )
    return published.saved()
