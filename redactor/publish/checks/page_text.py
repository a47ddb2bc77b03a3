"""No confirmed identifier is left in the text of a page."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2.raw as pdfium

from redactor.findings.matching import Span
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, helvetica
from redactor.publish.wordings import Wording, confirmed

PROMISE = "No confirmed identifier can be read, copied or searched in the text of any page."

HIDDEN_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret that stands in page text more often than it may."""
    out: list[Problem] = []
    for wording in confirmed(secrets):
        found = [(page, (start, end)) for page, start, end in published.page_pile.find(wording.needle)]
        if len(found) > wording.secret.kept:
            out += _described(published, wording, found)
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write the first secret on the first page."""
    page = published.pdf.pages[0]
    name = helvetica(page)
    words = secrets[0].text.encode("cp1252", "replace").hex()
    line = f"BT {name} 11 Tf 1 0 0 1 72 72 Tm <{words}> Tj ET".encode()
    page.contents_add(line)
    return published.saved()


def _described(published: Published, wording: Wording, found: list[tuple[int, Span]]) -> list[Problem]:
    """One problem a page; a wording that may stay somewhere is reported for the file as a whole."""
    if kept := wording.secret.kept:
        pages = sorted({page + 1 for page, _ in found})
        where = ", ".join(map(str, pages))
        sentence = f"{wording.sentence} stands {len(found)} times where {kept} may stay (pages {where})."
        return [Problem("page_text", 0, "page text", sentence)]
    out = []
    for page in sorted({page for page, _ in found}):
        spans = [span for number, span in found if number == page]
        hidden = all(_is_hidden(published, page, span) for span in spans)
        vector = "hidden text" if hidden else "page text"
        sentence = f"{wording.sentence} can still be read in the {vector} of page {page + 1}."
        out.append(Problem("page_text", page + 1, vector, sentence))
    return out


def _is_hidden(published: Published, page: int, span: Span) -> bool:
    text_page = published.text_page(page)
    for index in range(*span):
        obj = pdfium.FPDFText_GetTextObject(text_page, index)
        if obj and pdfium.FPDFTextObj_GetTextRenderMode(obj) not in HIDDEN_MODES:
            return False
    return True
