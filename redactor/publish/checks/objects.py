"""No confirmed identifier is left in any string, name or key of any object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

from redactor.findings import matching
from redactor.publish.pile import Pile, pile
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published
from redactor.publish.readings import readings
from redactor.publish.wordings import Wording, telling

PROMISE = (
    "No confirmed identifier is left in bookmarks, links, properties, comments, fields or any other object."
)

_FONT_NAMES = ("/BaseFont", "/FontName", "/FontFamily", "/Differences", "/CharProcs")
"""A typeface may be called Georgia and a glyph caron: a single word there says nothing."""

_SHORTEST_NAME = 5
_VOCABULARY = frozenset(
    """
    annot annots author bbox bead blackpoint border bounds calgray calrgb catalog colorspace contents count
    creator cropbox dash dest dests devicegray devicergb domain encode extgstate first flags flate
    flatedecode font form function functions grant group height image index indexed info isolated kids lang
    last layer length limits link luminosity mark mask matrix mediabox names normal order outlines page
    pages parent pattern rect reference resources rotate shading stamp subtype text title transparency
    trapped type whitepoint widget width widths xobject
    """.split()  # noqa: SIM905 - a word list reads better so
)
"""Words of the file format itself that are also names of people or places."""


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret in a string, name or key; `kept` counts for page text only, so here none may stand."""
    wordings = [w for w in telling(secrets, published.page_pile) if not matching.too_plain(w.needle)]
    if not wordings:
        return []
    places: dict[tuple[str, str], tuple[str, int]] = {}
    for obj in (published.pdf.trailer, *published.objects()):
        place = _vector(obj), published.page_of.get(obj.objgen, 0) if obj.is_indirect else 0
        for kind, text in _words(obj, "/Differences" if isinstance(obj, pikepdf.Array) else ""):
            places.setdefault((kind, text), place)
    out: dict[tuple[str, str], Problem] = {}
    for kind in dict.fromkeys(kind for kind, _ in places):
        found = [text for told, text in places if told == kind]
        texts = pile(found)
        for wording in wordings:
            for number in _holding(texts, kind, wording):
                vector, page = places[kind, found[number]]
                sentence = f"{wording.sentence} is left in the file ({vector})."
                out.setdefault((vector, wording.text), Problem("objects", page, vector, sentence))
    return list(out.values())


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Give the file a bookmark with the first secret in it."""
    with published.pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"About {secrets[0].text}", 0))
    return published.saved()


def _holding(texts: Pile, kind: str, wording: Wording) -> list[int]:
    orders = wording.needle.orders
    if kind != "string" and len(orders) == 1 and len(orders[0]) == 1:
        word = orders[0][0]
        if kind == "font" or len(word) < _SHORTEST_NAME or word in _VOCABULARY:
            return []
    return texts.holding(wording.needle)


def _vector(obj: pikepdf.Object) -> str:
    """What an object is, in a reader's words."""
    if not isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        return "object"
    if obj.get("/Title") is not None and obj.get("/Parent") is not None and obj.get("/T") is None:
        return "bookmark"
    if obj.get("/S") == pikepdf.Name.URI:
        return "link"
    if obj.get("/Rect") is not None and obj.get("/Subtype") is not None:
        return "form field" if obj.get("/Subtype") == pikepdf.Name.Widget else "annotation"
    kinds = {
        "/OCG": "layer name",
        "/StructElem": "structure text",
        "/Filespec": "attachment",
        "/Font": "font",
    }
    if str(obj.get("/Type", "")) in kinds:
        return kinds[str(obj.get("/Type"))]
    if (
        obj.get("/Producer") is not None
        or obj.get("/Author") is not None
        or obj.get("/CreationDate") is not None
    ):
        return "properties"
    return "object"


def _words(obj: pikepdf.Object, key: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Kind and text of every string, name and key that an object holds directly."""
    if isinstance(obj, pikepdf.String):
        yield from (("string", text) for text in readings(bytes(obj)))
    elif isinstance(obj, pikepdf.Name):
        yield ("font" if key in _FONT_NAMES else "name"), obj.unparse().decode("utf-8", "replace")[1:]
    elif isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        for name, value in obj.items():
            yield ("font" if key == "/CharProcs" else "key"), name[1:]
            if _direct(value) and depth < 50:
                yield from _words(value, name, depth + 1)
    elif isinstance(obj, pikepdf.Array):
        for value in obj:
            if _direct(value) and depth < 50:
                yield from _words(value, key, depth + 1)


def _direct(value: object) -> bool:
    return isinstance(value, pikepdf.Object) and not value.is_indirect
