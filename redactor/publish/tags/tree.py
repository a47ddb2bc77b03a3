"""The structure tree of a draft (ISO 32000-1 14.7), read by an allow-list: kinds, order, language, tables, pictures.

Nothing else of it is carried over: no titles, names, expansions, user properties, classes, layout. What it says of
content goes by the numbers of leaves: a leaf is a stretch of content of one element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pymupdf

TYPES = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table
    TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
    Formula Form
    """.split()  # noqa: SIM905 - a word list reads better so
)
"""The standard structure types (ISO 32000-1 14.8.4) but Private."""
_NEWER = {"Em": "Span", "Strong": "Span", "Sub": "Span", "Title": "H1", "FENote": "Note", "Aside": "Div"}
"""Types of ISO 32000-2 by what they were before."""
_OTHER = "Div"
_DEEPEST = 120
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_DESCRIBED = frozenset(("Figure", "Formula"))
_NAMES = {
    ("Table", "Scope"): ("Row", "Column", "Both"),
    ("List", "ListNumbering"): (
        "None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha",
    ),
}  # fmt: skip
_COUNTS = (("Table", "RowSpan"), ("Table", "ColSpan"))
_MOST = 1000

_mupdf: Any = pymupdf.mupdf

Attribute = tuple[str, str, str]
"""Owner, key and value, as written in a file."""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element.

    Args:
        type: one of `TYPES`.
        kids: elements, and leaves by their number, in order.
        lang: a language tag, or "".
        alt: what the draft says of a picture; not yet fit to be published.
        attributes: of tables and lists.
        name: what the headers of other cells call it in the draft; not to be published.
        headers: the names of its headers.
    """

    type: str
    kids: tuple[Element | int, ...]
    lang: str = ""
    alt: str = ""
    attributes: tuple[Attribute, ...] = ()
    name: bytes = b""
    headers: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """A structure tree.

    Args:
        roots: its elements.
        content: the leaf of marked content, by the object number of its page or form and its MCID.
        objects: the leaf of an annotation by its object number.
    """

    roots: tuple[Element, ...]
    content: Mapping[tuple[int, int], int]
    objects: Mapping[int, int]


def read(doc: pymupdf.Document) -> Tree | None:
    """The structure tree of a draft; None where there is none, or none that can be read."""
    try:
        catalogue = _mupdf.pdf_dict_gets(_mupdf.pdf_trailer(pymupdf._as_pdf_document(doc)), "Root")
        root = _mupdf.pdf_dict_gets(catalogue, "StructTreeRoot")
        return _Reader(doc, root).tree(root) if _mupdf.pdf_is_dict(root) else None
    except _mupdf.FzErrorBase:
        return None


class _Reader:
    def __init__(self, doc: pymupdf.Document, root: Any) -> None:
        self._pages = {doc.page_xref(number): number for number in range(doc.page_count)}
        self._roles = _dictionary(root, "RoleMap")
        self._classes = _dictionary(root, "ClassMap")
        self._seen: set[int] = set()
        self._content: dict[tuple[int, int], int] = {}
        self._objects: dict[int, int] = {}
        self._leaves = 0

    def tree(self, root: Any) -> Tree:
        kids = self._kids(root, 0, 0)
        return Tree(tuple(kid for kid in kids if isinstance(kid, Element)), self._content, self._objects)

    def _element(self, obj: Any, page: int, depth: int) -> Element | None:
        number = _mupdf.pdf_to_num(obj)
        if depth > _DEEPEST or number in self._seen:
            return None
        self._seen.update((number,) if number else ())
        type = self._type(_name(obj, "S"))
        lang = _text(obj, "Lang")
        attributes, headers = self._attributes(obj)
        return Element(
            type,
            tuple(self._kids(obj, page, depth)),
            lang=lang if _LANGUAGE.fullmatch(lang) else "",
            alt=_text(obj, "Alt") if type in _DESCRIBED else "",
            attributes=attributes,
            name=_string(_mupdf.pdf_dict_gets(obj, "ID")),
            headers=headers,
        )

    def _type(self, name: str) -> str:
        for _ in range(20):
            if name in TYPES or not self._roles.get(name):
                break
            name = _mupdf.pdf_to_name(self._roles[name])
        return name if name in TYPES else _NEWER.get(name, _OTHER)

    def _kids(self, obj: Any, page: int, depth: int) -> Iterator[Element | int]:
        """Content that follows on itself, on its own page and in its own stream, is one leaf."""
        page = _mupdf.pdf_to_num(_mupdf.pdf_dict_gets(obj, "Pg")) or page
        last: tuple[int, int, int] | None = None
        for kid in _items(_mupdf.pdf_dict_gets(obj, "K")):
            found = self._reference(kid, page)
            if found is None:
                last = None
                yield from self._inner(kid, page, depth)
                continue
            stream, mcid = found
            place = (stream if stream not in self._pages else 0, self._pages.get(stream, 0), mcid)
            if last is None or place[0] != last[0] or place <= last:
                self._leaves += 1
                yield self._leaves
            last = place
            self._content[found] = self._leaves

    def _inner(self, kid: Any, page: int, depth: int) -> Iterator[Element | int]:
        """An element within an element, or an annotation."""
        if not _mupdf.pdf_is_dict(kid):
            return
        if _name(kid, "Type") == "OBJR":
            self._leaves += 1
            self._objects[_mupdf.pdf_to_num(_mupdf.pdf_dict_gets(kid, "Obj"))] = self._leaves
            yield self._leaves
        elif element := self._element(kid, page, depth + 1):
            yield element

    def _reference(self, kid: Any, page: int) -> tuple[int, int] | None:
        """Page or form, and MCID; None for what is no marked content."""
        if _mupdf.pdf_is_int(kid):
            return page, _mupdf.pdf_to_int(kid)
        if _name(kid, "Type") != "MCR":
            return None
        page = _mupdf.pdf_to_num(_mupdf.pdf_dict_gets(kid, "Pg")) or page
        form = _mupdf.pdf_to_num(_mupdf.pdf_dict_gets(kid, "Stm"))
        return form or page, _mupdf.pdf_to_int(_mupdf.pdf_dict_gets(kid, "MCID"))

    def _attributes(self, obj: Any) -> tuple[tuple[Attribute, ...], tuple[bytes, ...]]:
        """The attributes that may stay, those of its classes first; and the names of its headers."""
        classes = [_mupdf.pdf_to_name(name) for name in _items(_mupdf.pdf_dict_gets(obj, "C"))]
        listed = [self._classes[name] for name in classes if name in self._classes]
        listed.append(_mupdf.pdf_dict_gets(obj, "A"))
        out: dict[tuple[str, str], str] = {}
        headers: tuple[bytes, ...] = ()
        for one in (one for several in listed for one in _items(several)):
            owner = _name(one, "O")
            out.update(_allowed(one, owner))
            cells = _mupdf.pdf_dict_gets(one, "Headers")
            if owner == "Table" and _mupdf.pdf_is_array(cells):
                headers = tuple(filter(None, map(_string, _items(cells))))
        return tuple((owner, key, value) for (owner, key), value in sorted(out.items())), headers


def _allowed(attributes: Any, owner: str) -> Iterator[tuple[tuple[str, str], str]]:
    for (owned, key), names in _NAMES.items():
        if owned == owner and (name := _name(attributes, key)) in names:
            yield (owner, key), f"/{name}"
    for owned, key in _COUNTS:
        count = _mupdf.pdf_to_int(_mupdf.pdf_dict_gets(attributes, key)) if owned == owner else 0
        if 1 < count <= _MOST:
            yield (owner, key), str(count)


def _items(obj: Any) -> Iterator[Any]:
    """What an array holds; an object that is none holds itself."""
    if _mupdf.pdf_is_array(obj):
        yield from (_mupdf.pdf_array_get(obj, at) for at in range(_mupdf.pdf_array_len(obj)))
    elif obj.m_internal:
        yield obj


def _dictionary(obj: Any, key: str) -> dict[str, Any]:
    found = _mupdf.pdf_dict_gets(obj, key)
    return {
        _mupdf.pdf_to_name(_mupdf.pdf_dict_get_key(found, at)): _mupdf.pdf_dict_get_val(found, at)
        for at in range(_mupdf.pdf_dict_len(found))
    }


def _name(obj: Any, key: str) -> str:
    return str(_mupdf.pdf_to_name(_mupdf.pdf_dict_gets(obj, key)))


def _text(obj: Any, key: str) -> str:
    found = _mupdf.pdf_dict_gets(obj, key)
    return str(_mupdf.pdf_to_text_string(found)) if _mupdf.pdf_is_string(found) else ""


def _string(obj: Any) -> bytes:
    return bytes(_mupdf.pdf_to_text_string(obj), "utf-8") if _mupdf.pdf_is_string(obj) else b""
