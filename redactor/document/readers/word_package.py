"""The parts of a Word file (ISO/IEC 29500-2), taken from a zip archive that may be hostile.

Nothing is ever looked up outside the archive: relations to files and addresses elsewhere are not followed, and names of
entries are only compared, never used as paths.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from lxml import etree

from redactor.errors import UnusableInput

_MOST_ENTRIES = 10_000
_MOST_BYTES = 500_000_000  # of all entries, unpacked
_MOST_XML = 64_000_000  # of one XML part
_RATIO, _RATIO_FROM = (
    150,
    20_000_000,
)  # a package that unpacks to so much more, and to at least so many bytes, is a bomb
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file: an old .doc, or a .docx under a password
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    etree.XMLSyntaxError,
)

_OFFICE = "http://schemas.openxmlformats.org/"
_NAMESPACES = {
    "w": _OFFICE + "wordprocessingml/2006/main",
    "r": _OFFICE + "officeDocument/2006/relationships",
    "m": _OFFICE + "officeDocument/2006/math",
    "a": _OFFICE + "drawingml/2006/main",
    "wp": _OFFICE + "drawingml/2006/wordprocessingDrawing",
    "pic": _OFFICE + "drawingml/2006/picture",
    "c": _OFFICE + "drawingml/2006/chart",
    "dgm": _OFFICE + "drawingml/2006/diagram",
    "mc": _OFFICE + "markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
_PREFIXES = {uri: prefix for prefix, uri in _NAMESPACES.items()}
_STRICT = b"http://purl.oclc.org/ooxml/"
# The strict form of the format differs in its namespaces alone, as far as text is concerned.
_TRANSITIONAL = {
    _STRICT + b"wordprocessingml/main": _NAMESPACES["w"].encode(),
    _STRICT + b"officeDocument/relationships": _NAMESPACES["r"].encode(),
    _STRICT + b"officeDocument/math": _NAMESPACES["m"].encode(),
    _STRICT + b"drawingml/main": _NAMESPACES["a"].encode(),
    _STRICT + b"drawingml/wordprocessingDrawing": _NAMESPACES["wp"].encode(),
    _STRICT + b"drawingml/picture": _NAMESPACES["pic"].encode(),
    _STRICT + b"drawingml/chart": _NAMESPACES["c"].encode(),
    _STRICT + b"drawingml/diagram": _NAMESPACES["dgm"].encode(),
}

Element: TypeAlias = Any  # lxml ships no types


def name_of(element: Element) -> str:
    """An element's name with its customary prefix, such as "w:p"; "?:name" in an unknown namespace."""
    return _prefixed(element.tag)


@lru_cache(maxsize=2000)
def _prefixed(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(uri[1:], '?')}:{local}"


@lru_cache(maxsize=2000)
def _expanded(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if prefix else local


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its prefixed name."""
    return None if element is None else element.get(_expanded(name))


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of the first child … of these prefixed names."""
    for name in names:
        if element is None:
            return None
        element = element.find(_expanded(name))
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """All children of a prefixed name."""
    return [] if element is None else element.findall(_expanded(name))


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """All descendants of these prefixed names, in order."""
    yield from element.iter(*map(_expanded, names))


def switched_on(element: Element | None) -> bool | None:
    """The value of an on/off property (ISO/IEC 29500-1 17.17.4); None where it is not there."""
    if element is None:
        return None
    return attribute(element, "w:val") not in ("0", "false", "off")


def number_in(text: str | None, default: float = 0.0) -> float:
    """A number in an attribute, or `default`."""
    try:
        number = float(text or "")
    except ValueError:
        return default
    return number if abs(number) < 1e9 else default


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and a part's name ("" for what lies elsewhere)."""

    kind: str
    target: str


class Package:
    """The parts of a Word file by name."""

    def __init__(self, draft: bytes, name: str) -> None:
        """Open a package.

        Raises:
            UnusableInput: it is no Word file, is encrypted, damaged, or unpacks to far too much.
        """
        self._name = name
        if draft.startswith(_OLE):
            raise _ole(draft, name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(draft))
        except _BROKEN as error:
            raise self.damaged(str(error)) from error
        entries = self._archive.infolist()
        self._check_sizes(entries, len(draft))
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        if len(self._entries) != len(entries):
            raise self.damaged("two parts of the same name")
        if any(entry.flag_bits & 1 for entry in entries):
            raise _protected(name)

    def _check_sizes(self, entries: list[zipfile.ZipInfo], packed: int) -> None:
        total = sum(entry.file_size for entry in entries)
        bomb = total > _RATIO_FROM and total > _RATIO * packed
        if len(entries) > _MOST_ENTRIES or total > _MOST_BYTES or bomb:
            raise UnusableInput(
                f"“{self._name}” unpacks to far more than a report needs.",
                "Do not open it in Word either before it was checked for harm.",
                f"{len(entries)} entries, {total} bytes",
            )

    def damaged(self, detail: str) -> UnusableInput:
        """The error for a file that cannot be read."""
        return UnusableInput(
            f"“{self._name}” is damaged or is not a Word document.",
            "Open it in Word, save it again as .docx, and open that.",
            detail,
        )

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none.

        Raises:
            UnusableInput: it cannot be unpacked.
        """
        entry = self._entries.get(name.lstrip("/").lower())
        if entry is None:
            return None
        try:
            return self._archive.read(entry)
        except _BROKEN as error:
            raise self.damaged(f"{type(error).__name__} in a part") from error

    def tree(self, name: str) -> Element | None:
        """The root element of an XML part; None where there is none.

        Raises:
            UnusableInput: it is damaged, too large, or declares a document type (which Word never writes).
        """
        data = self.part(name)
        if data is None:
            return None
        if len(data) > _MOST_XML:
            raise self.damaged("an XML part is too large")
        if _STRICT in data:
            for strict, transitional in _TRANSITIONAL.items():
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except _BROKEN as error:
            raise self.damaged(f"{type(error).__name__} in an XML part") from error
        if root.getroottree().docinfo.doctype:
            raise self.damaged("an XML part declares a document type")
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by the identifiers it uses; "" for the package itself."""
        folder, _, last = name.rpartition("/")
        root = self.tree(posixpath.join(folder, "_rels", f"{last}.rels"))
        found: dict[str, Relation] = {}
        for relation in root if root is not None else ():
            kind = relation.get("Type", "").rpartition("/")[2]
            outside = relation.get("TargetMode") == "External"
            target = (
                "" if outside else posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            )
            found[relation.get("Id", "")] = Relation(kind, target.lstrip("/"))
        return found


def _ole(draft: bytes, name: str) -> UnusableInput:
    if "EncryptedPackage".encode("utf-16-le") in draft:
        return _protected(name)
    return UnusableInput(
        f"“{name}” is in the old Word format.", "Open it in Word, save it as .docx, and open that."
    )


def _protected(name: str) -> UnusableInput:
    return UnusableInput(
        f"“{name}” is protected with a password.",
        "Open it in Word, save it without the password, and open that.",
    )
