"""The content streams of a page that show text: its own, and those of the forms it draws once (ISO 32000-1 8.10)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pymupdf

from redactor.publish.drawn import Drawn, Thing, read
from redactor.publish.matrices import IDENTITY, Matrix, times
from redactor.publish.parts import named_references, put_contents, resources_holder
from redactor.publish.redrawn import content
from redactor.publish.typefaces import Typeface, states, typefaces

_FORM = re.compile(rb"\s*/([^\s()<>\[\]{}/%]+)\s+Do$")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """One content stream.

    Args:
        xref: the form's object number; 0 for the page's own content.
        things: what it draws.
        faces: its fonts by name.
        to_page: from its space to that of the page (PDF user space).
        bounds: the ends of what can be seen of it, in its own space: left, bottom, right, top.
    """

    xref: int
    things: Sequence[Thing]
    faces: Mapping[bytes, Typeface]
    to_page: Matrix
    bounds: tuple[float, float, float, float]


def scopes(page: pymupdf.Page, first_own: int) -> list[Scope]:
    """The page's own content, then its forms; raises NotUnderstood.

    Forms with object numbers below `first_own`, or drawn more than once, may belong to other pages too, or to other
    places of this one: they are left out.
    """
    x0, y0, x1, y1 = page.rect * ~page.transformation_matrix
    holder = resources_holder(page.parent, page.xref)
    own = _scope(page.parent, 0, holder, page.read_contents(), IDENTITY, (x0, min(y0, y1), x1, max(y0, y1)))
    found = [own, *_forms(page.parent, own, holder, 1)]
    times_drawn = Counter(scope.xref for scope in found)
    return [
        scope
        for scope in found
        if not scope.xref or (scope.xref >= first_own and times_drawn[scope.xref] == 1)
    ]


def put(page: pymupdf.Page, scope: Scope, things: Sequence[Thing]) -> None:
    """Give the scope other things to draw."""
    if scope.xref:
        page.parent.update_stream(scope.xref, content(things))
    else:
        put_contents(page, content(things))


def _scope(
    doc: pymupdf.Document, xref: int, holder: int, data: bytes, to_page: Matrix, bounds: tuple[float, ...]
) -> Scope:
    faces = typefaces(doc, holder)
    left, bottom, right, top = bounds
    return Scope(xref, read(data, faces, states(doc, holder)), faces, to_page, (left, bottom, right, top))


def _forms(doc: pymupdf.Document, around: Scope, holder: int, depth: int) -> Iterator[Scope]:
    names = named_references(doc, holder, "Resources/XObject")
    for thing in around.things:
        drawn = _FORM.match(thing.body) if isinstance(thing, Drawn) else None
        xref = names.get(drawn[1].decode("latin-1"), 0) if drawn else 0
        if not xref or doc.xref_get_key(xref, "Subtype")[1] != "/Form" or depth > _DEEPEST:
            continue
        matrix = _numbers(doc, xref, "Matrix") or IDENTITY
        a, b, c, d, e, f = times(matrix, times(thing.look.ctm, around.to_page))  # type: ignore[arg-type]  # six
        box = _numbers(doc, xref, "BBox")
        if len(box) != 4 or abs(a * d - b * c) < 1e-12:  # nothing of it is seen
            continue
        scope = _scope(doc, xref, xref, doc.xref_stream(xref) or b"", (a, b, c, d, e, f), box)
        yield scope
        yield from _forms(doc, scope, xref, depth + 1)


def _numbers(doc: pymupdf.Document, xref: int, key: str) -> tuple[float, ...]:
    return tuple(
        float(word) for word in doc.xref_get_key(xref, key)[1].strip("[] ").split() if word != "null"
    )
