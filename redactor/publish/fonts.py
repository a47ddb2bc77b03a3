"""Let the fonts of the published file say nothing about the letters that were taken out.

A subset font lists its letters in the order of first use: a table that begins K e z i a h says what stood first in
the draft. So the tables that translate codes (ToUnicode, Differences, Type 3 glyphs; ISO 32000-1 9.6 and 9.10)
keep the codes still in use only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pymupdf

from redactor.publish.content import operations, string_bytes
from redactor.publish.encodings import plain_encoding
from redactor.publish.font_names import make_nameless
from redactor.publish.parts import each_object, named_references, resources_holder

Codes = dict[int, set[bytes]]
"""For each font, by object number, the strings shown with it."""

_SHOWN = re.compile(
    rb"/(?P<font>[^\s()<>\[\]{}/%]+)\s+[-+.\d]+\s+Tf\b|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>",
    re.DOTALL,
)
_INLINE_IMAGE = re.compile(rb"\bBI\b")
_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_TRIPLE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_DIFFERENCE = re.compile(r"(?P<code>\d+)|/(?P<name>[^\s()<>\[\]{}/%]+)")
_NUMBERED = re.compile(r"[A-Za-z]{0,2}\d+")
_UNKNOWN = 0xFFFD
_NUMBER = re.compile(r"[-+.\d]+")
_HEAD = b"""/CIDInit/ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange %s endcodespacerange
"""
_TAIL = b"endcmap CMapName currentdict/CMap defineresource pop end end\n"


def prune(doc: pymupdf.Document) -> None:
    """Drop from every font what is known of codes that nothing shows any more, and what sums up the draft's own."""
    shown = _shown_strings(doc)
    unread = _out_of_sight(doc)
    for font in shown.keys() | unread:
        plain_encoding(doc, font)
    for font in unread:
        _prune_to_unicode(doc, font, None, 2 if doc.xref_get_key(font, "Subtype")[1] == "/Type0" else 1)
    for font in shown.keys() - unread:
        kind = doc.xref_get_key(font, "Subtype")[1]
        width = 2 if kind == "/Type0" else 1
        codes = {
            int.from_bytes(string[at : at + width], "big")
            for string in shown[font]
            for at in range(0, len(string), width)
        }
        _prune_to_unicode(doc, font, codes, width)
        if width == 1:
            _prune_differences(doc, font, codes, type3=kind == "/Type3")
            _prune_widths(doc, font, codes)
    make_nameless(doc)


def _shown_strings(doc: pymupdf.Document) -> Codes:
    out: Codes = {}
    for holder, data in _contents(doc):
        fonts = named_references(doc, holder, "Resources/Font")
        for font in fonts.values():
            out.setdefault(font, set())
        current: set[bytes] = set()
        for name, string in _strings(data):
            if name:
                current = out[fonts[name]] if name in fonts else set()  # no reader shows what has no font
            else:
                current.add(string)
    out.pop(0, None)  # strings in a font that the resources lack
    return out


def _contents(doc: pymupdf.Document) -> Iterator[tuple[int, bytes]]:
    """Each content stream with the object whose /Resources name its fonts."""
    for page in doc:
        yield resources_holder(doc, page.xref), page.read_contents()
    for xref in each_object(doc):
        if doc.xref_is_xobject(xref) or doc.xref_get_key(xref, "PatternType")[1] == "1":
            yield xref, doc.xref_stream(xref) or b""


def _strings(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Either the name of a font now in use, or a string in some operation."""
    if _INLINE_IMAGE.search(data):
        data = b"\n".join(data[start:end] for start, end, operator in operations(data) if operator != b"EI")
    for match in _SHOWN.finditer(data):
        if match["font"]:
            yield match["font"].decode("latin-1"), b""
        else:
            yield "", string_bytes(match[0])


def _out_of_sight(doc: pymupdf.Document) -> set[int]:
    """Fonts also used where their strings were not read: glyph procedures and graphics states."""
    out: set[int] = set()
    for xref in each_object(doc):
        if doc.xref_get_key(xref, "Subtype")[1] == "/Type3":
            out.update(named_references(doc, xref, "Resources/Font").values())
        out.update(
            int(ref) for ref in re.findall(r"/Font\s*\[\s*(\d+) 0 R", doc.xref_object(xref, compressed=True))
        )
    return out


def _prune_to_unicode(doc: pymupdf.Document, font: int, codes: set[int] | None, width: int) -> None:
    """`None` keeps all codes."""
    kind, value = doc.xref_get_key(font, "ToUnicode")
    if kind != "xref":
        return
    old = doc.xref_stream(int(value.split()[0])) or b""
    kept = {code: text for code, text in _mappings(old) if codes is None or code in codes}
    xref = doc.get_new_xref()  # a new one: the old may serve several fonts
    doc.update_object(xref, "<<>>")
    doc.update_stream(xref, _cmap(kept, width))
    doc.xref_set_key(font, "ToUnicode", f"{xref} 0 R")


def _mappings(cmap: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and UTF-16 hex digits."""
    for kind, body in _BLOCK.findall(cmap):
        if kind == b"char":
            yield from ((int(code, 16), text) for code, text in _PAIR.findall(body) if code.strip())
            continue
        for first, last, base, several in _TRIPLE.findall(body):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF)
            if several:
                yield from zip(range(low, high + 1), re.findall(_HEX, several), strict=False)
                continue
            digits = b"".join(base.split())
            for offset in range(high - low + 1):
                yield low + offset, b"%0*x" % (len(digits), int(digits or b"0", 16) + offset)


def _cmap(mappings: dict[int, bytes], width: int) -> bytes:
    pairs = [b"<%0*x><%s>\n" % (2 * width, code, text) for code, text in sorted(mappings.items())]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    body = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
    return _HEAD % (b"<%s><%s>" % (b"00" * width, b"ff" * width)) + body + _TAIL


def _prune_differences(doc: pymupdf.Document, font: int, codes: set[int], *, type3: bool) -> None:
    kind, value = doc.xref_get_key(font, "Encoding")
    holder, path = (
        (int(value.split()[0]), "Differences") if kind == "xref" else (font, "Encoding/Differences")
    )
    source = doc.xref_get_key(holder, path)[1]
    if kind not in ("xref", "dict") or not source.startswith("["):
        return
    kept = [(code, name) for code, name in _differences(source) if code in codes]
    names = {name: name if _says_its_letter(name) else f"g{code}" for code, name in kept} if type3 else {}
    base = doc.xref_get_key(holder, path.replace("Differences", "BaseEncoding"))[1]
    named = f"/BaseEncoding{base}" if base != "null" else ""
    listed = "".join(f" {code}/{names.get(name, name)}" for code, name in kept)
    doc.xref_set_key(font, "Encoding", f"<</Type/Encoding{named}/Differences[{listed}]>>")
    if type3:
        _prune_glyphs(doc, font, names)


def _differences(source: str) -> Iterator[tuple[int, str]]:
    code = 0
    for match in _DIFFERENCE.finditer(source):
        if match["code"]:
            code = int(match["code"])
        else:
            yield code, match["name"]
            code += 1


def _says_its_letter(name: str) -> bool:
    """Whether a glyph's name is of those that stand for a character, or a number."""
    return pymupdf.glyph_name_to_unicode(name) not in (0, _UNKNOWN) or bool(_NUMBERED.fullmatch(name))


def _prune_glyphs(doc: pymupdf.Document, font: int, names: Mapping[str, str]) -> None:
    """Keep the procedures of these glyphs, under new names."""
    glyphs = named_references(doc, font, "CharProcs")
    kept = "".join(f"/{new} {glyphs[old]} 0 R" for old, new in sorted(names.items()) if old in glyphs)
    doc.xref_set_key(font, "CharProcs", f"<<{kept}>>")


def _prune_widths(doc: pymupdf.Document, font: int, codes: set[int]) -> None:
    first = doc.xref_get_key(font, "FirstChar")
    kind, value = doc.xref_get_key(font, "Widths")
    if kind == "xref":
        value = doc.xref_object(int(value.split()[0]), compressed=True)
    widths = value.strip("[] ").split()
    if first[0] != "int" or not codes or not all(_NUMBER.fullmatch(width) for width in widths):
        return
    start, low, high = int(first[1]), min(codes), max(codes)
    kept = [
        widths[code - start] if code in codes and 0 <= code - start < len(widths) else "0"
        for code in range(low, high + 1)
    ]
    doc.xref_set_key(font, "FirstChar", str(low))
    doc.xref_set_key(font, "LastChar", str(high))
    doc.xref_set_key(font, "Widths", f"[{' '.join(kept)}]")
