"""No program's private data, thumbnail, alternate picture or camera data is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No thumbnails, alternate pictures, camera data or programs' private data are left."

_KEYS = {
    "/PieceInfo": "a program's private data",
    "/Thumb": "a thumbnail of a page",
    "/Alternates": "another version of a picture",
    "/Threads": "an article thread",
}


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """One problem for each kind."""
    out: dict[str, Problem] = {}
    for obj in published.objects():
        if not isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
            continue
        page = published.page_of.get(obj.objgen, 0)
        for what in _kinds(obj):
            out.setdefault(what, Problem("private_data", page, "private data", f"The file holds {what}."))
    return list(out.values())


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Leave private data on the first page."""
    data = pikepdf.Dictionary(Note="draft 3")
    published.pdf.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(Editor=pikepdf.Dictionary(Private=data))
    return published.saved()


def _kinds(obj: pikepdf.Dictionary | pikepdf.Stream) -> Iterator[str]:
    for key, what in _KEYS.items():
        if obj.get(key) is not None:
            yield what
    if isinstance(obj, pikepdf.Stream) and obj.get("/Filter") == pikepdf.Name.DCTDecode:
        head = obj.read_raw_bytes()[:65536]
        if b"Exif\0" in head or b"http://ns.adobe.com/xap/" in head:
            yield "camera data (EXIF or XMP) inside a picture"
