"""Tagged drafts: headings, paragraphs, spans, lists, tables, pictures and links, as word processors write them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

FONT_FILE = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"
WIDTH, HEIGHT = 595, 842
_LEFT, _TOP, _LEADING = 72, 780, 18
_RED = b"\xff\x00\x00" * 4


@dataclass
class Tag:
    """An element to be: its type, what it holds (texts, pictures and elements), and further keys."""

    type: str
    kids: Sequence[Tag | str | Picture] = ()
    keys: dict[str, Any] = field(default_factory=dict)
    link: str = ""


@dataclass
class Picture:
    """A small red square."""


@dataclass
class Page:
    """A page to be: its elements, and a line at its top that is no part of the structure."""

    tags: Sequence[Tag]
    header: str = ""


def tagged(pages: Sequence[Page], *, roles: dict[str, str] | None = None, root_keys: Any = None) -> bytes:
    """The draft: every text is marked content of its own, with 11 point letters of an embedded font."""
    with pymupdf.open() as doc:
        for _ in pages:
            page = doc.new_page(width=WIDTH, height=HEIGHT)
            page.insert_font(fontname="F0", fontfile=FONT_FILE, set_simple=True)
        start = doc.tobytes()
    pdf = pikepdf.open(io.BytesIO(start))
    writer = _Writer(pdf, pymupdf.Font(fontfile=FONT_FILE))
    for number, page in enumerate(pages):
        writer.page(number, page)
    writer.close(roles or {}, root_keys or {})
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf, font: pymupdf.Font) -> None:
        self._pdf, self._font = pdf, font
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array())
        )
        self._root.K = self._document
        self._numbers: list[Any] = []
        self._objects: list[Any] = []

    def page(self, number: int, page: Page) -> None:
        self._page, self._content, self._owners = self._pdf.pages[number], [], Array()
        self._x, self._y = float(_LEFT), float(_TOP)
        picture = pikepdf.Stream(
            self._pdf, _RED, Width=2, Height=2, ColorSpace=Name.DeviceRGB, BitsPerComponent=8,
            Type=Name.XObject, Subtype=Name.Image,
        )  # fmt: skip
        self._page.add_resource(self._pdf.make_indirect(picture), Name.XObject, Name("/Im0"))
        if page.header:
            self._content.append("/Artifact <</Type /Pagination>> BDC")
            self._text(page.header)
            self._content.append("EMC")
        for tag in page.tags:
            self._x, self._y = float(_LEFT), self._y - _LEADING
            self._document.K.append(self._element(tag, self._document))
        self._page.obj.Contents = self._pdf.make_stream("\n".join(self._content).encode("latin-1"))
        self._page.obj.StructParents = len(self._numbers)
        self._page.obj.Tabs = Name.S
        self._numbers.append(self._owners)

    def close(self, roles: dict[str, str], root_keys: dict[str, Any]) -> None:
        for annotation, owner in self._objects:
            annotation.StructParent = len(self._numbers)
            self._numbers.append(owner)
        nums = [part for pair in enumerate(self._numbers) for part in pair]
        self._root.ParentTree = Dictionary(Nums=Array(nums))
        if roles:
            self._root.RoleMap = Dictionary({"/" + name: Name("/" + role) for name, role in roles.items()})
        for key, value in root_keys.items():
            self._root[key] = value
        self._pdf.Root.StructTreeRoot = self._root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, tag: Tag, parent: Any) -> Any:
        element = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + tag.type), P=parent, Pg=self._page.obj, K=Array())
        )
        for key, value in tag.keys.items():
            element[key] = value
        start = self._x
        for kid in tag.kids:
            if isinstance(kid, Tag):
                if kid.type in ("LI", "TR", "L", "Table", "P"):
                    self._x, self._y = float(_LEFT), self._y - _LEADING
                if kid.type in ("TD", "TH"):
                    self._x = _LEFT + 160.0 * len(element.K)
                element.K.append(self._element(kid, element))
                continue
            element.K.append(len(self._owners))
            self._content.append(f"/{tag.type} <</MCID {len(self._owners)}>> BDC")
            self._owners.append(element)
            self._text(kid) if isinstance(kid, str) else self._picture()
            self._content.append("EMC")
        if tag.link:
            element.K.append(self._link(tag.link, start, element))
        return element

    def _link(self, uri: str, start: float, element: Any) -> Any:
        place = [start, self._y - 3, self._x, self._y + 10]
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=place,
                Border=[0, 0, 0],
                F=4,
                A=Dictionary(S=Name.URI, URI=String(uri)),
                Contents="leads away",
            )
        )
        self._page.obj.Annots = Array([*self._page.obj.get("/Annots", ()), annotation])
        self._objects.append((annotation, element))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self._page.obj)

    def _text(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                self._x, self._y = float(_LEFT), self._y - _LEADING
            codes = line.encode("latin-1").hex()
            self._content.append(f"BT /F0 11 Tf 1 0 0 1 {self._x:.2f} {self._y:.2f} Tm <{codes}> Tj ET")
            self._x += self._font.text_length(line, 11)

    def _picture(self) -> None:
        self._y -= 40
        self._content.append(f"q 40 0 0 40 {self._x:.2f} {self._y:.2f} cm /Im0 Do Q")


def outline(pdf: bytes) -> list[Any]:
    """The structure tree as nested lists: type, language and other keys, kids; content by the text it shows."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root.get("/StructTreeRoot")
        if root is None:
            return []
        shown = {page.obj.objgen: _shown(page) for page in opened.pages}
        kids = root.K if isinstance(root.K, Array) else [root.K]
        return [_outlined(kid, shown) for kid in kids]


def _outlined(element: Any, shown: dict[Any, dict[int, str]]) -> list[Any]:
    keys = {
        key[1:]: str(element[key])
        for key in ("/Lang", "/Alt", "/ActualText", "/ID", "/T", "/E")
        if element.get(key) is not None
    }
    listed = element.get("/A", Array())
    for attributes in listed if isinstance(listed, Array) else [listed]:
        keys.update({key[1:]: _plain(value) for key, value in attributes.items() if key != "/O"})
    out: list[Any] = [str(element.S)[1:], keys] if keys else [str(element.S)[1:]]
    for kid in element.get("/K", ()):
        if isinstance(kid, int):
            out.append(shown[element.Pg.objgen][int(kid)])
        elif kid.get("/Type") == Name.MCR:
            out.append(shown[kid.Pg.objgen][int(kid.MCID)])
        elif kid.get("/Type") == Name.OBJR:
            out.append("-> " + str(kid.Obj.A.URI if "/A" in kid.Obj else "place"))
        else:
            out.append(_outlined(kid, shown))
    return out


def _plain(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, Array) else str(value)


def _shown(page: pikepdf.Page) -> dict[int, str]:
    """What each MCID of a page shows: the text, by its font's ToUnicode or Latin-1; "#" for a picture, "" for none."""
    from redactor.publish.published import to_unicode

    maps: dict[str, tuple[int, dict[int, str]]] = {}
    for name, font in page.resources.get("/Font", {}).items():
        table = to_unicode(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}
        maps[name] = (2 if font.Subtype == Name.Type0 else 1, table)
    out: dict[int, str] = {}
    stack: list[int] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                mcid = int(operands[1].get("/MCID", -1)) if len(operands) > 1 else -1
                stack.append(mcid)
                if mcid >= 0:
                    assert mcid not in out, "an MCID must be unique"
                    out[mcid] = ""
            case "EMC":
                stack.pop()
            case "Tf":
                font = str(operands[0])
            case "Do" if stack and stack[-1] >= 0:
                out[stack[-1]] += "#"
            case "Tj" | "TJ" if stack and stack[-1] >= 0:
                width, table = maps[font]
                parts = operands[0] if isinstance(operands[0], Array) else [operands[0]]
                for raw in (bytes(part) for part in parts if isinstance(part, String)):
                    codes = [raw[at : at + width] for at in range(0, len(raw), width)]
                    out[stack[-1]] += "".join(
                        table.get(int.from_bytes(code, "big"), code.decode("latin-1")) for code in codes
                    )
    assert not stack, "marked content must be closed"
    return out
