"""Call the fonts of the published file by names that say nothing, and take the words out of their programs.

A subset tag, a list of glyphs or a checksum is made of the letters that were embedded at first; a name may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pymupdf

from redactor.publish.font_programs import bare_program
from redactor.publish.parts import each_object

_TAGGED = re.compile(r"/?(?:[A-Z]{6}\+)?(?P<name>.+)$")
_FAMILY = re.compile(
    r"(?:Arial|Calibri|Cambria|Candara|Consolas|Courier|Garamond|Helvetica|Liberation|DejaVu|Lato|Nimbus|Noto|OpenSans|Roboto"
    r"|Segoe|Symbol|Tahoma|Times|TimesNewRoman|Trebuchet|Verdana|Wingdings|ZapfDingbats|CM[A-Z]{1,4}\d{1,2})"
    r"(?:New|NewRoman|Sans|Serif|Mono|Math|Narrow|Condensed|Black|UI|MS|PS|PSMT|MT|[-, ]|Regular|Roman|Bold|Italic|Oblique"
    r"|Light|Medium|Semibold|\d)*"
)
"""Families that everybody has, and which are not called like people."""
_STYLES = ("Bold", "Italic", "Oblique")
_NAMES = ("BaseFont", "FontName", "FontDescriptor/FontName")
_PROGRAMS = ("FontFile", "FontFile2", "FontFile3")


def make_nameless(doc: pymupdf.Document) -> None:
    """Rename typefaces, drop lists of glyphs, and leave of font programs what draws."""
    names: dict[str, str] = {}
    for xref in each_object(doc):
        for key in _NAMES:
            kind, value = doc.xref_get_key(xref, key)
            if kind == "name" and value not in names.values():
                names[value] = names.get(value) or _neutral(value, names)
                doc.xref_set_key(xref, key, names[value])
        for key in ("CharSet", "CIDSet"):
            if doc.xref_get_key(xref, key)[0] != "null" and doc.xref_get_key(xref, "FontName")[0] != "null":
                doc.xref_set_key(xref, key, "null")
        for file in _programs(doc, xref):
            old = doc.xref_stream(file) or b""
            if (bare := bare_program(old)) != old:
                doc.update_stream(file, bare)


def _neutral(value: str, names: dict[str, str]) -> str:
    """The name of a typeface with a tag of its own, as a PDF name; a family nobody knows gets a number."""
    match = _TAGGED.match(value)
    assert match is not None
    name = match["name"]
    if not _FAMILY.fullmatch(name):
        styles = [style for style in _STYLES if style.lower() in name.lower()]
        name = f"Font{len(names) + 1}" + ("-" + "".join(styles) if styles else "")
    tag = _tag(len(names)) + "+" if match.start("name") > 1 else ""
    return "/" + tag + "".join(c if c.isalnum() or c in "-," else f"#{ord(c):02x}" for c in name)


def _tag(number: int) -> str:
    """AAAAAA, AAAAAB, … (ISO 32000-1 9.6.4)."""
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(5, -1, -1))


def _programs(doc: pymupdf.Document, xref: int) -> Iterator[int]:
    """Of a descriptor, or of a font with a descriptor of its own inside it."""
    within = "FontDescriptor/" if doc.xref_get_key(xref, "FontDescriptor")[0] == "dict" else ""
    for key in _PROGRAMS:
        kind, value = doc.xref_get_key(xref, within + key)
        if kind == "xref":
            yield int(value.split()[0])
