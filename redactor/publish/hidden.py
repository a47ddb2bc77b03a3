"""What no mark can reach is taken out before the marks are: hidden layers, marked content, text in patterns."""

from __future__ import annotations

import re

import pymupdf

from redactor.publish.content import one_code_a_string, operations, without_marked_content
from redactor.publish.drawn import NotUnderstood, cut, read
from redactor.publish.parts import each_object, empty_stream, named_references, put_contents, resources_holder
from redactor.publish.redrawn import content
from redactor.publish.typefaces import states, typefaces

_REFERENCE = re.compile(r"(\d+) 0 R")
_SHOWS_TEXT = frozenset((b"Tj", b"TJ", b"'", b'"'))
_DRAWS_PICTURE = frozenset((b"Do", b"EI"))


def drop_layers(doc: pymupdf.Document) -> None:
    """Take out what hidden layers draw, and all marked content with its replacement texts."""
    hidden = hidden_layers(doc)
    for page in doc:
        data = page.read_contents()
        if b"BDC" in data or b"BMC" in data or b"DP" in data or b"MP" in data:
            names = _names(doc, resources_holder(doc, page.xref), hidden)
            put_contents(page, without_marked_content(data, names))
    for xref in each_object(doc):
        if doc.xref_is_xobject(xref):
            _clean_form(doc, xref, hidden)
        elif hidden and doc.xref_is_image(xref) and _layer_of(doc, xref) in hidden:
            empty_stream(doc, xref)


def cut_strings_of(page: pymupdf.Page) -> None:
    """Make a page's content ready for the removal of single glyphs (see `content.one_code_a_string`)."""
    put_contents(
        page, _cut_strings(page.parent, resources_holder(page.parent, page.xref), page.read_contents())
    )


def blank_patterns(doc: pymupdf.Document) -> dict[int, str]:
    """Blank the tiling patterns and soft masks that draw text: no mark can reach into them.

    Returns what is left and cannot be emptied in place, as object number and reason.
    """
    left: dict[int, str] = {}
    for xref in each_object(doc):
        if not doc.xref_is_stream(xref):
            continue
        if doc.xref_get_key(xref, "PatternType")[1] != "1":
            continue
        _blank(doc, xref, left, "a pattern holds a picture")
    for group in _mask_groups(doc):
        _blank(doc, group, left, "a soft mask holds a picture")
    return left


def pages_reaching(doc: pymupdf.Document, targets: dict[int, str]) -> dict[int, str]:
    """The pages (1-based) whose resources reach one of these objects, and the reason given with it."""
    if not targets:
        return {}
    seen: dict[int, frozenset[int]] = {}

    def references(xref: int) -> frozenset[int]:
        if xref not in seen:
            seen[xref] = frozenset(int(r) for r in _REFERENCE.findall(doc.xref_object(xref, compressed=True)))
        return seen[xref]

    out: dict[int, str] = {}
    for page in doc:
        todo, done = [resources_holder(doc, page.xref)], {page.xref}
        while todo:
            xref = todo.pop()
            if xref in targets:
                out[page.number + 1] = targets[xref]
            done.add(xref)
            if doc.xref_get_key(xref, "Type")[1] not in ("/Pages", "/Catalog"):
                todo += references(xref) - done
    return out


def hidden_layers(doc: pymupdf.Document) -> frozenset[int]:
    """The object numbers of layers, and of combinations of layers, that a screen does not show."""
    groups = doc.get_ocgs()
    default = doc.get_layer(-1) if groups else {}
    hidden = set(default.get("off", ()))
    if default.get("basestate") == "OFF":
        hidden = set(groups).difference(default.get("on", ()))
    for xref in each_object(doc) if groups else ():
        kind = doc.xref_get_key(xref, "Type")[1]
        member = kind == "/OCMD" and _membership_hidden(doc, xref, hidden)
        if member or (kind in ("/OCG", "/OCMD") and _off_on_screens(doc, xref)):
            hidden.add(xref)
    return frozenset(hidden)


def _off_on_screens(doc: pymupdf.Document, layer: int) -> bool:
    """By MuPDF's reading of expressions and of what is for print alone (ISO 32000-1 8.11.2.2 and 8.11.4.4)."""
    pdf = pymupdf._as_pdf_document(doc)
    reference = pymupdf.mupdf.pdf_new_indirect(pdf, layer, 0)
    return bool(pymupdf.mupdf.ll_pdf_is_ocg_hidden(pdf.m_internal, None, "View", reference.m_internal))


def _membership_hidden(doc: pymupdf.Document, xref: int, hidden: set[int]) -> bool:
    """ISO 32000-1 8.11.2.2, table 99: without a policy one visible group is enough."""
    states = [int(r) in hidden for r in _REFERENCE.findall(doc.xref_get_key(xref, "OCGs")[1])]
    policy = doc.xref_get_key(xref, "P")[1]
    if not states:
        return False
    return {"/AllOn": any(states), "/AnyOff": not any(states), "/AllOff": not all(states)}.get(
        policy, all(states)
    )


def _cut_strings(doc: pymupdf.Document, holder: int, data: bytes) -> bytes:
    faces = typefaces(doc, holder)
    try:
        return content(cut(read(data, faces, states(doc, holder)), faces))
    except NotUnderstood:
        return one_code_a_string(data, {name: face.code_bytes for name, face in faces.items()})


def _layer_of(doc: pymupdf.Document, xref: int) -> int:
    kind, value = doc.xref_get_key(xref, "OC")
    return int(value.split()[0]) if kind == "xref" else 0


def _clean_form(doc: pymupdf.Document, xref: int, hidden: frozenset[int]) -> None:
    if _layer_of(doc, xref) in hidden:
        empty_stream(doc, xref)
        return
    data = doc.xref_stream(xref) or b""
    if b"BDC" in data or b"BMC" in data or b"DP" in data or b"MP" in data:
        data = without_marked_content(data, _names(doc, xref, hidden))
        doc.update_stream(xref, data)
    if any(operator in data for operator in (b"TJ", b"Tj")):
        doc.update_stream(xref, _cut_strings(doc, xref, data))


def _names(doc: pymupdf.Document, holder: int, hidden: frozenset[int]) -> frozenset[bytes]:
    """The resource names under which hidden layers go in the content of this page or form."""
    if not hidden:
        return frozenset()
    properties = named_references(doc, holder, "Resources/Properties")
    return frozenset(name.encode() for name, xref in properties.items() if xref in hidden)


def _mask_groups(doc: pymupdf.Document) -> set[int]:
    groups: set[int] = set()
    for xref in each_object(doc):
        source = doc.xref_object(xref, compressed=True)
        used = "/SMask" in source and not doc.xref_is_image(xref)
        if used or "/Luminosity" in source or "/Alpha" in source:
            groups.update(int(r) for r in re.findall(r"/G (\d+) 0 R", source))
    return groups


def _blank(doc: pymupdf.Document, xref: int, left: dict[int, str], reason: str) -> None:
    operators = {operator for _, _, operator in operations(doc.xref_stream(xref) or b"")}
    if operators & _SHOWS_TEXT:
        doc.update_stream(xref, b" ")
    elif operators & _DRAWS_PICTURE:
        left[xref] = reason
