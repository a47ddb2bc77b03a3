"""No confirmed identifier is left in the text of a page, read by two engines."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2.raw as pdfium

from redactor.findings import matching
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, helvetica

PROMISE = "No confirmed identifier can be read, copied or searched in the text of any page."

HIDDEN_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret that stands in page text more often than it may."""
    out: list[Problem] = []
    for secret in secrets:
        sought = matching.needle(secret.text)
        found = [
            (page, span)
            for page, hay in enumerate(published.page_hays)
            for span in matching.find(hay, sought)
        ]
        if len(found) > secret.kept:
            out += _described(published, secret, found)
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write the first secret on the first page."""
    page = published.pdf.pages[0]
    name = helvetica(page)
    words = secrets[0].text.encode("cp1252", "replace").hex()
    line = f"BT {name} 11 Tf 1 0 0 1 72 72 Tm <{words}> Tj ET".encode()
    page.contents_add(line)
    return published.saved()


def _described(published: Published, secret: Secret, found: list[tuple[int, matching.Span]]) -> list[Problem]:
    """One problem a page; a wording that may stay somewhere is reported for the file as a whole."""
    if secret.kept:
        pages = sorted({page + 1 for page, _ in found})
        where = ", ".join(map(str, pages))
        sentence = f"“{secret.text}” stands {len(found)} times where {secret.kept} may stay (pages {where})."
        return [Problem("page_text", 0, "page text", sentence)]
    out = []
    for page in sorted({page for page, _ in found}):
        spans = [span for number, span in found if number == page]
        hidden = all(_is_hidden(published, page, span) for span in spans)
        vector = "hidden text" if hidden else "page text"
        sentence = f"“{secret.text}” can still be read in the {vector} of page {page + 1}."
        out.append(Problem("page_text", page + 1, vector, sentence))
    return out


def _is_hidden(published: Published, page: int, span: matching.Span) -> bool:
    text_page = published.text_page(page)
    for index in range(*span):
        obj = pdfium.FPDFText_GetTextObject(text_page, index)
        if obj and pdfium.FPDFTextObj_GetTextRenderMode(obj) not in HIDDEN_MODES:
            return False
    return True
