"""Tables of a CID font's codes (CMaps, ISO 32000-1 9.7.5.3) written anew: ranges, and not a word beside them."""

from __future__ import annotations

import re

import pymupdf

_BLOCK = re.compile(rb"begin(codespacerange|cidrange|cidchar)(.*?)end\1", re.DOTALL)
_ENTRY = {
    b"codespacerange": re.compile(rb"<[0-9A-Fa-f\s]*>\s*<[0-9A-Fa-f\s]*>"),
    b"cidrange": re.compile(rb"<[0-9A-Fa-f\s]*>\s*<[0-9A-Fa-f\s]*>\s*\d+"),
    b"cidchar": re.compile(rb"<[0-9A-Fa-f\s]*>\s*\d+"),
}
_COMMENT = re.compile(rb"%[^\r\n]*")
_VERTICAL = re.compile(rb"/WMode\s+1\b")
_MOST = 100
"""So many entries may stand in one block."""


def plain_encoding(doc: pymupdf.Document, font: int) -> None:
    """Write the table of a font's codes anew where it has one of its own."""
    kind, value = doc.xref_get_key(font, "Encoding")
    if kind != "xref" or not doc.xref_is_stream(int(value.split()[0])):
        return
    table = int(value.split()[0])
    doc.update_stream(table, plain(doc.xref_stream(table) or b""))
    doc.xref_set_key(table, "CMapName", "/Codes")
    doc.xref_set_key(table, "CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")


def plain(cmap: bytes) -> bytes:
    """The same table without names and comments."""
    cmap = _COMMENT.sub(b" ", cmap)
    out = [b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap"]
    out += [
        b"/CMapName/Codes def /CMapType 1 def",
        b"/WMode 1 def" if _VERTICAL.search(cmap) else b"/WMode 0 def",
    ]
    for kind, body in _BLOCK.findall(cmap):
        entries = [b" ".join(entry.split()) for entry in _ENTRY[kind].findall(body)]
        for at in range(0, len(entries), _MOST):
            block = entries[at : at + _MOST]
            out += [b"%d begin%s" % (len(block), kind), *block, b"end" + kind]
    return b"\n".join((*out, b"endcmap CMapName currentdict/CMap defineresource pop end end\n"))
