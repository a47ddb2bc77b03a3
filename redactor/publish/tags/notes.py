"""Notes in the content of a draft that tell which leaf of the structure tree it belongs to, whatever becomes of it.

MCIDs would be looked up in the draft's own tree by whoever rewrites the content, and a mark has none. A note is marked
content without properties (`content.NOTE`); it is written before anything is removed, and replaced when the file is
finished (see `settled`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import pymupdf

from redactor.publish.boxes import Place
from redactor.publish.content import ARTEFACT, NOTE, PICTURES, operations
from redactor.publish.drawn import Drawn, NotUnderstood
from redactor.publish.inlays import is_box
from redactor.publish.lines import Run, runs
from redactor.publish.marked_lines import Mark, local
from redactor.publish.matrices import Matrix, inverse, times
from redactor.publish.parts import each_object, put_contents, resources_holder
from redactor.publish.scopes import Scope, scopes
from redactor.publish.tags.tree import Tree

_MCID = re.compile(rb"/MCID\s+(\d+)")
_NAMED = re.compile(rb"\s*/[^\s/]+\s*/([^\s()<>\[\]{}/%]+)\s*BDC$")
_PARALLEL = 0.99
_OFF = (-0.1, 0.7)
"""How far the baseline of a string may lie from the foot of a mark, in parts of the mark's height."""
_OVERLAP = 0.3
"""So much of a string, in points, must lie in a mark."""


def put_notes(doc: pymupdf.Document, tree: Tree) -> None:
    """Write notes in place of MCIDs, in pages and forms; other marked content stays as it is."""
    for page in doc:
        data = page.read_contents()
        if b"BDC" in data or b"BMC" in data:
            holder = resources_holder(doc, page.xref)
            put_contents(page, _with_notes(data, _leaves(doc, tree, page.xref, holder)))
    for xref in each_object(doc):
        data = (doc.xref_stream(xref) or b"") if doc.xref_is_xobject(xref) else b""
        if b"BDC" in data or b"BMC" in data:
            doc.update_stream(xref, _with_notes(data, _leaves(doc, tree, xref, xref)))


def _leaves(doc: pymupdf.Document, tree: Tree, stream: int, holder: int) -> Callable[[bytes], int]:
    """What tells the leaf that marked content (its BDC operation) belongs to; 0 for none."""

    def leaf(piece: bytes) -> int:
        inline, named = _MCID.search(piece), _NAMED.match(piece)
        if named:
            path = f"Resources/Properties/{named[1].decode('latin-1')}/MCID"
            kind, value = doc.xref_get_key(holder, path)
            mcid = int(value) if kind == "int" else -1
        else:
            mcid = int(inline[1]) if inline else -1
        return tree.content.get((stream, mcid), 0)

    return leaf


def _with_notes(data: bytes, leaf: Callable[[bytes], int]) -> bytes:
    out: list[bytes] = []
    for start, end, operator in operations(data):
        piece = data[start:end]
        if operator in (b"BDC", b"BMC"):
            if piece.startswith(b"/Artifact"):
                piece = b"/" + ARTEFACT + b" BMC"
            elif number := leaf(piece):
                piece = b"/Rd%d BMC" % number
            elif NOTE.match(piece):
                piece = b"/Span BMC"
        out.append(piece)
    return b"\n".join(out)


def note_picture(page: pymupdf.Page) -> None:
    """Note that a page is a picture now, with what can be read on it: it has a leaf of its own."""
    opening = b"/Rd%d BMC\n" % (PICTURES + page.number)
    put_contents(page, opening + page.read_contents() + b"\nEMC")


def noted(page: pymupdf.Page, places: Sequence[Place], phrases: Mapping[str, int]) -> list[Place]:
    """The places with the notes of what stands there now.

    Args:
        page: with /Rotate 0, nothing removed yet.
        places: on it.
        phrases: by mark, the number of what its box will say.
    """
    catalogue = page.parent.pdf_catalog()
    if not places or page.parent.xref_get_key(catalogue, "StructTreeRoot")[0] == "null":
        return list(places)
    try:
        found = [_Strings(scope) for scope in reversed(scopes(page, 0))]
    except NotUnderstood:
        return list(places)
    out = []
    for number, place in enumerate(places):
        note = next(filter(None, (_note_at(page, strings, place, number) for strings in found)), b"")
        if note and note != ARTEFACT:
            box = b"b" if is_box(place.label) else b""
            note += b"-%d%s-%s" % (phrases[place.mark], box, place.mark.encode().hex().encode())
        out.append(replace(place, note=note))
    return out


class _Strings:
    """The strings of a content stream by their baselines, to look up those that a mark may lie on."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._runs = sorted(runs(scope.things), key=_across)

    def under(self, mark: Mark) -> Iterator[tuple[float, bytes]]:
        """Where strings begin that a mark lies on, each with its note."""
        limits = sorted(mark.foot + part * mark.height * mark.up for part in _OFF)
        first, last = (
            bisect_right(self._runs, limits[0], key=_across),
            bisect_left(self._runs, limits[1], key=_across),
        )
        for run in self._runs[first:last]:
            parallel = run.direction[0] * mark.direction[0] + run.direction[1] * mark.direction[1]
            overlap = min(run.end, mark.end) - max(run.start, mark.start)
            if parallel > _PARALLEL and overlap > _OVERLAP:
                yield run.start, run.shown.look.note


def _across(run: Run) -> float:
    return run.across


def _note_at(page: pymupdf.Page, strings: _Strings, place: Place, number: int) -> bytes:
    scope = strings.scope
    matrix = times(tuple(~page.transformation_matrix), inverse(scope.to_page))
    corners = [(p.x, p.y) for p in (place.quad.ul, place.quad.ur, place.quad.ll, place.quad.lr)]
    texts = sorted(strings.under(local(number, place.mark, place.label, corners, matrix)))
    if texts:
        return texts[0][1]
    middle = (place.quad.ul + place.quad.lr) / 2
    a, b, c, d, e, f = matrix
    x, y = middle.x * a + middle.y * c + e, middle.x * b + middle.y * d + f
    pictures = (thing for thing in scope.things if isinstance(thing, Drawn) and thing.body.endswith(b"Do"))
    return next((thing.look.note for thing in pictures if _within(x, y, thing.look.ctm)), b"")


def _within(x: float, y: float, picture: Matrix) -> bool:
    """Whether a point lies in the unit square that a picture fills (ISO 32000-1 8.9.5)."""
    try:
        a, b, c, d, e, f = inverse(picture)
    except ValueError:
        return False
    return 0 <= x * a + y * c + e <= 1 and 0 <= x * b + y * d + f <= 1
