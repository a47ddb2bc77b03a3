"""What is left of the draft's elements, with the content and the annotations that they have in the finished file.

An element whose content went goes too, or their number would tell of how many pieces a removed wording was; cells of a
table stay, as rows must keep their length. A black box becomes a Span that says what kind of wording went.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pymupdf

from redactor.publish.content import NOTE_BEGINS, PICTURES
from redactor.publish.parts import each_object, put_contents
from redactor.publish.tags.settled import Stretch, settled
from redactor.publish.tags.spoken import PICTURE
from redactor.publish.tags.tree import Element, Tree

_ROWS = frozenset(("TR", "TH", "TD", "THead", "TBody", "TFoot"))
_NEEDS_OBJECT = frozenset(("Link", "Annot", "Form"))
"""Without the annotation that makes them one, these are nothing but text."""


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of content in the finished file: page (0-based), object number of its form (0: none), MCID."""

    page: int
    form: int
    mcid: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation of the finished file: page (0-based) and object number."""

    page: int
    xref: int


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the finished tree; `says` is the text in place of its content."""

    type: str
    kids: tuple[Node | Content | Annotation, ...]
    element: Element
    lang: str = ""
    says: str = ""


def grown(doc: pymupdf.Document, tree: Tree | None, phrases: Sequence[str]) -> list[Node]:
    """The roots of the finished tree; notes are gone from the file in any case.

    Args:
        doc: a file whose content holds notes, and whose annotations have the numbers of leaves as /StructParent.
        tree: the draft's.
        phrases: what boxes say, by number.
    """
    types = {leaf: element.type for element, leaf in _leaves(tree.roots)} if tree else {}

    def tag(stretch: Stretch) -> str:
        if stretch.leaf >= PICTURES and tree:
            return "P" if stretch.words else "Figure"
        return "Span" if stretch.box and stretch.leaf in types else types.get(stretch.leaf, "")

    pieces: dict[int, list[Content | Annotation]] = {}
    for content in _settle(doc, tag):
        pieces.setdefault(content.stretch.leaf, []).append(content)
    for leaf, annotation in _annotations(doc):
        pieces.setdefault(leaf, []).append(annotation)
    roots = [_grown(root, pieces, phrases) for root in tree.roots] if tree else []
    kept = [node for node, filled in roots if node and filled]
    return _with_pictures(kept, [content for content in _flat(pieces) if content.stretch.leaf >= PICTURES])


def _flat(pieces: dict[int, list[Content | Annotation]]) -> list[Content]:
    return [one for several in pieces.values() for one in several if isinstance(one, Content)]


def _with_pictures(roots: list[Node], pictures: Sequence[Content]) -> list[Node]:
    """The roots with pages that became pictures, each before what else stands on its page or later."""
    first = roots[0] if roots else Node("Document", (), Element("Document", ()))
    kids = list(first.kids)
    for content in pictures:
        type = "P" if content.stretch.words else "Figure"
        node = Node(type, (content,), Element(type, (), alt="" if type == "P" else PICTURE))
        later = (at for at, kid in enumerate(kids) if _first_page(kid) >= content.page)
        kids.insert(next(later, len(kids)), node)
    return [replace(first, kids=tuple(kids)), *roots[1:]] if pictures else roots


def _first_page(kid: Node | Content | Annotation) -> int:
    """The page that an element begins on; -1 for one without content."""
    return (
        next(filter(lambda page: page >= 0, map(_first_page, kid.kids)), -1)
        if isinstance(kid, Node)
        else kid.page
    )


def _leaves(elements: Sequence[Element]) -> Iterator[tuple[Element, int]]:
    for element in elements:
        for kid in element.kids:
            if isinstance(kid, int):
                yield element, kid
            else:
                yield from _leaves((kid,))


def _settle(doc: pymupdf.Document, tag: Callable[[Stretch], str]) -> Iterator[Content]:
    """Replace the notes of pages, and of forms that one page draws; those of other forms go."""
    users = _users(doc)
    for page in doc:
        data = page.read_contents()
        if NOTE_BEGINS in data:
            data, stretches = settled(data, tag)
            put_contents(page, data)
            yield from (Content(page.number, 0, mcid, one) for mcid, one in enumerate(stretches))
    for xref in each_object(doc):
        data = (doc.xref_stream(xref) or b"") if doc.xref_is_xobject(xref) else b""
        if NOTE_BEGINS in data:
            pages = users.get(xref, [])
            data, stretches = settled(data, tag if len(pages) == 1 else lambda _: "")
            doc.update_stream(xref, data)
            yield from (Content(pages[0], xref, mcid, one) for mcid, one in enumerate(stretches))


def _users(doc: pymupdf.Document) -> dict[int, list[int]]:
    """The pages that use a form, by its object number."""
    out: dict[int, list[int]] = {}
    for page in doc:
        for xref, *_ in page.get_xobjects():
            out.setdefault(xref, []).append(page.number)
    return out


def _annotations(doc: pymupdf.Document) -> Iterator[tuple[int, Annotation]]:
    """The annotations with a leaf, and the number of it."""
    for page in doc:
        for xref, _, _ in page.annot_xrefs():
            kind, value = doc.xref_get_key(xref, "StructParent")
            if kind == "int":
                doc.xref_set_key(xref, "StructParent", "null")
                yield int(value), Annotation(page.number, xref)


def _grown(
    element: Element, pieces: dict[int, list[Content | Annotation]], phrases: Sequence[str]
) -> tuple[Node | None, bool]:
    """The element with what is left of its content, None for nothing; and whether there is any content."""
    kids: list[Node | Content | Annotation] = []
    any_left = touched = False
    for kid in element.kids:
        if isinstance(kid, int):
            own = pieces.get(kid, [])
            kids += _with_boxes(own, phrases)
            any_left = any_left or bool(own)
            touched = touched or any(isinstance(one, Content) and bool(one.stretch.mark) for one in own)
        else:
            node, filled = _grown(kid, pieces, phrases)
            kids += [node] if node else []
            any_left = any_left or filled
    if not any_left and element.type not in _ROWS:
        return None, False
    mere_text = element.type in _NEEDS_OBJECT and not any(isinstance(kid, Annotation) for kid in kids)
    type = "Span" if mere_text else element.type
    return Node(type, tuple(kids), element, lang="" if touched else element.lang), any_left


def _with_boxes(
    pieces: Sequence[Content | Annotation], phrases: Sequence[str]
) -> Iterator[Node | Content | Annotation]:
    """The pieces of a leaf; all black boxes of one mark as one element, where the first of them stands."""
    boxes: dict[str, list[Content]] = {}
    for piece in pieces:
        if isinstance(piece, Content) and piece.stretch.box:
            boxes.setdefault(piece.stretch.mark, []).append(piece)
    for piece in pieces:
        if not (isinstance(piece, Content) and piece.stretch.box):
            yield piece
        elif same := boxes.pop(piece.stretch.mark, []):
            yield Node("Span", tuple(same), Element("Span", ()), says=phrases[piece.stretch.phrase])
