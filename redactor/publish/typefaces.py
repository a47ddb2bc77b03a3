"""What a content stream's resources tell: how far the codes of its fonts move the pen, as MuPDF reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

import pymupdf

from redactor.publish.parts import named_references

States = Callable[[str], Mapping[str, str]]
"""The keys that a graphics state dictionary, by its name, sets, and PyMuPDF's word for the type of each value."""

_SPACES = (0x20, 0xA0)
_TWO_BYTES = re.compile(r"/(Identity|\w+-UCS2)-[HV]")
_CODE_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")


class Typeface:
    """A font by the name a content stream gives it.

    Args:
        doc: the file.
        xref: the font's object number.
        code_bytes: bytes in a code.

    `vertical` says whether its glyphs stand one below another (ISO 32000-1 9.7.4.3).
    """

    def __init__(self, doc: pymupdf.Document, xref: int, code_bytes: int) -> None:
        """Raises RuntimeError or FzErrorBase where MuPDF cannot load the font."""
        pdf = pymupdf._as_pdf_document(doc)
        reference = pymupdf.mupdf.pdf_new_indirect(pdf, xref, 0)
        self._font: Any = pymupdf.mupdf.ll_pdf_load_font(pdf.m_internal, None, reference.m_internal)
        self.vertical = bool(self._font.wmode)
        self.code_bytes = code_bytes
        self.advance = lru_cache(maxsize=None)(self._advance)
        self.is_space = lru_cache(maxsize=None)(self._is_space)

    def codes(self, string: bytes) -> list[bytes]:
        """The codes of a string in order."""
        width = self.code_bytes
        return [string[at : at + width] for at in range(0, len(string), width)]

    def _advance(self, code: bytes) -> float:
        """How far a glyph moves the pen, as a part of the font size; less than nothing downwards."""
        cid = pymupdf.mupdf.ll_pdf_lookup_cmap(self._font.encoding, int.from_bytes(code, "big"))
        metrics = pymupdf.mupdf.ll_pdf_lookup_vmtx if self.vertical else pymupdf.mupdf.ll_pdf_lookup_hmtx
        return float(metrics(self._font, max(cid, 0)).w) / 1000

    def _is_space(self, code: bytes) -> bool:
        """Whether the glyph parts words."""
        number = int.from_bytes(code, "big")
        if self._font.to_unicode is not None:
            meant = pymupdf.mupdf.ll_pdf_lookup_cmap(self._font.to_unicode, number)
            if meant >= 0:
                return meant in _SPACES
        return self.code_bytes == 1 and number in _SPACES


def typefaces(doc: pymupdf.Document, holder: int) -> Mapping[bytes, Typeface]:
    """The fonts in the resources of a page or form by name; those that cannot be read are left out."""
    out = {}
    for name, xref in named_references(doc, holder, "Resources/Font").items():
        width = code_width(doc, xref)
        if not width:
            continue
        _give_resources(doc, xref, holder)
        try:
            out[name.encode()] = Typeface(doc, xref, width)
        except (RuntimeError, pymupdf.mupdf.FzErrorBase):
            continue
    return out


def _give_resources(doc: pymupdf.Document, font: int, holder: int) -> None:
    """A Type 3 font without resources uses the page's (ISO 32000-1 9.6.5); MuPDF 1.28 crashes where it is to load it."""
    if doc.xref_get_key(font, "Subtype")[1] == "/Type3" and doc.xref_get_key(font, "Resources")[0] == "null":
        kind, value = doc.xref_get_key(holder, "Resources")
        doc.xref_set_key(font, "Resources", value if kind in ("xref", "dict") else "<<>>")


def code_width(doc: pymupdf.Document, font: int) -> int:
    """Bytes in a code of a font; 0 where codes differ in length or cannot be told."""
    if doc.xref_get_key(font, "Subtype")[1] != "/Type0":
        return 1
    kind, name = doc.xref_get_key(font, "Encoding")
    if kind == "xref":
        return _code_width_of(doc.xref_stream(int(name.split()[0])) or b"")
    return 2 if kind == "name" and _TWO_BYTES.fullmatch(name) else 0


def _code_width_of(cmap: bytes) -> int:
    """Bytes in a code, told by a CMap's code space (ISO 32000-1 9.7.6.2)."""
    spaces = b" ".join(_CODE_SPACES.findall(cmap))
    widths = {len(b"".join(end.split())) // 2 for end in _HEX.findall(spaces)}
    return widths.pop() if len(widths) == 1 and b"usecmap" not in cmap else 0


def states(doc: pymupdf.Document, holder: int) -> States:
    """The graphics state dictionaries in the resources of a page or form."""

    @cache
    def kinds(name: str) -> Mapping[str, str]:
        path = f"Resources/ExtGState/{name}"
        kind, value = doc.xref_get_key(holder, path)
        keys = doc.xref_get_keys(int(value.split()[0])) if kind == "xref" else ("Font", "SMask")
        found = {key: doc.xref_get_key(holder, f"{path}/{key}")[0] for key in keys if key != "Type"}
        told = {key: kind for key, kind in found.items() if kind != "null"}
        return told if kind == "xref" else {**told, f"all of {name}": "dict"}

    return kinds
