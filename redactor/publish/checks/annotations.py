"""No comment, stamp, highlight or other annotation is left; links may be."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No comments, stamps, highlights or other annotations are left but plain links."

_OF_OTHER_CHECKS = ("/Widget", "/Popup")
_TEXTS = ("/Contents", "/T", "/RC", "/Subj")


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Annotations that carry text or an appearance of their own."""
    out = []
    for number, page in enumerate(published.pdf.pages, 1):
        kinds: dict[str, int] = {}
        for annot in page.obj.get("/Annots") or ():
            kind = str(annot.get("/Subtype", "/Unknown"))
            texts = any(str(annot.get(key, "")) for key in _TEXTS)
            if kind in _OF_OTHER_CHECKS or (kind == "/Link" and not texts and annot.get("/AP") is None):
                continue
            kinds[kind[1:]] = kinds.get(kind[1:], 0) + 1
        if kinds:
            listed = ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items()))
            sentence = f"Page {number} carries annotations: {listed}."
            out.append(Problem("annotations", number, "annotation", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Put a sticky note on the first page."""
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30], Contents="Is this right?"
    )
    page = published.pdf.pages[0].obj
    page["/Annots"] = pikepdf.Array([*(page.get("/Annots") or ()), published.pdf.make_indirect(note)])
    return published.saved()
