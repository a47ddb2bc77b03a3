"""No confirmed identifier is left in the text that a second engine, with its own fonts and encodings, reads."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import pikepdf
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from redactor.publish.pile import pile
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published
from redactor.publish.shown_strings import WORD_SPACE, ShownString, running
from redactor.publish.wordings import telling

PROMISE = "A second, unrelated reader finds no confirmed identifier in the text either."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret long enough not to arise by chance, in page text as pdfminer.six decodes it; or an unread page."""
    wordings = [wording for wording in telling(secrets, published.page_pile) if wording.needle.run]
    if not wordings:
        return []
    texts = _texts(published.data)
    out = [
        Problem("second_reading", page, "unread page", f"A second reader cannot read page {page}.")
        for page, text in enumerate(texts, 1)
        if text is None
    ]
    read = pile(text or "" for text in texts)
    for wording in wordings:
        found = [number + 1 for number in read.holding(wording.needle)]
        if len(found) > wording.secret.kept:
            for page in sorted(set(found)):
                sentence = f"{wording.sentence} can still be read on page {page} by a second reader."
                out.append(Problem("second_reading", page, "page text", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write the longest secret in a font whose codes mean nothing to who goes by the bytes alone."""
    words = max((secret.text for secret in secrets), key=len)
    letters = sorted(set(words))
    names = pikepdf.Array([1, *(pikepdf.Name(f"/{_glyph_name(letter)}") for letter in letters)])
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=names),
    )
    page = published.pdf.pages[0]
    name = page.add_resource(font, pikepdf.Name.Font)
    codes = bytes(letters.index(letter) + 1 for letter in words).hex()
    page.contents_add(f"BT {name} 11 Tf 1 0 0 1 72 48 Tm <{codes}> Tj ET".encode())
    return published.saved()


def _texts(data: bytes) -> list[str | None]:
    """The text of each page; None for a page that this reader cannot follow."""
    resources = PDFResourceManager()
    device = _Strings(resources)
    interpreter = PDFPageInterpreter(resources, device)
    out: list[str | None] = []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        device.strings.clear()
        try:
            interpreter.process_page(page)
        except Exception:  # whatever it is: a page not read is not proved
            out.append(None)
        else:
            out.append(running(device.strings))
    return out


def _glyph_name(letter: str) -> str:
    return letter if letter.isascii() and letter.isalpha() else f"uni{ord(letter):04X}"


class _Strings(PDFTextDevice):  # type: ignore[misc]  # pdfminer.six ships no types that mypy follows
    """Collects the strings shown, without layout: working that out takes three times as long."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.strings: list[ShownString] = []

    def render_string(self, textstate: Any, seq: Iterable[Any], *_: Any) -> None:
        """Called by pdfminer.six for each string or array shown."""
        text: list[str] = []
        codes = 0
        for piece in seq:
            if isinstance(piece, bytes) and textstate.font is not None:
                found = list(textstate.font.decode(piece))
                text.extend(_character(textstate.font, code) for code in found)
                codes += len(found)
            elif isinstance(piece, int | float) and piece < WORD_SPACE:
                text.append(" ")
        self.strings.append(ShownString("".join(text), codes))

    def paint_path(self, *_: Any) -> None:
        """Lines are no text."""


def _character(font: Any, code: int) -> str:
    try:
        return str(font.to_unichr(code))
    except PDFUnicodeNotDefined:
        return ""
