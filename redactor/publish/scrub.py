"""Prepare a draft for removal, and build the published file anew from what is allowed to stay."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import pymupdf

from redactor.errors import UnusableInput
from redactor.findings import matching
from redactor.publish import fonts, hidden, text_layer
from redactor.publish.carry import carry
from redactor.publish.neutral_names import leave_room, rename
from redactor.publish.operators import reworded
from redactor.publish.pictures import strip_pictures
from redactor.publish.pile import pile
from redactor.publish.plan import Plan, Secret
from redactor.publish.quads import TURNED
from redactor.publish.remarks import drop_remarks
from redactor.publish.tags import notes
from redactor.publish.tags.grown import grown
from redactor.publish.tags.spoken import phrases
from redactor.publish.tags.tree import Tree
from redactor.publish.tags.tree import read as read_tree
from redactor.publish.tags.writing import write
from redactor.publish.unread import Read
from redactor.publish.usual_form import bring_into_usual_form
from redactor.publish.wordings import Wording, telling

LANGUAGE = "en-GB"

RASTER_DPI = 200
_MOST_PIXELS = 60_000_000
"""Of a page as a picture: an A1 sheet. A larger one gets fewer to the inch."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link or bookmark of the draft that may stay: PyMuPDF's own description of it."""

    page: int
    link: dict[str, Any]


def open_draft(pdf: bytes) -> pymupdf.Document:
    """Open working PDF bytes; raises UnusableInput with one sentence where that cannot be done."""
    try:
        doc = pymupdf.open(stream=pdf, filetype="pdf")
        usable, pages = doc.is_pdf, doc.page_count
    except Exception as error:
        raise UnusableInput("This file is damaged or is not a PDF.", detail=type(error).__name__) from error
    if not usable:
        raise UnusableInput("This file is damaged or is not a PDF.")
    if doc.needs_pass:
        raise UnusableInput(
            "This PDF is locked with a password.", "Save a copy without the password and open that."
        )
    if pages == 0:
        raise UnusableInput("This PDF has no pages.")
    if doc.is_repaired and b"%%EOF" not in pdf[-2048:]:
        raise UnusableInput("This PDF is damaged: its end is missing.", "Ask for the file again.")
    return doc


def prepare(doc: pymupdf.Document) -> Tree | None:
    """Turn what is seen into plain page content, and take out comments, layers and replacement texts.

    Returns the draft's structure tree if it has one: notes in the content tell of it from now on.
    """
    bring_into_usual_form(doc)
    tree = read_tree(doc)
    drop_remarks(doc, hidden.hidden_layers(doc))
    doc.bake(annots=True, widgets=True)
    if tree:
        notes.put_notes(doc, tree)
    hidden.drop_layers(doc)
    leave_room(doc)
    return tree


def links_that_may_stay(doc: pymupdf.Document, plan: Plan) -> list[Way]:
    """Links inside the draft and to the web whose target holds no secret."""
    sought = [wording.needle for wording in _wordings(plan.secrets)]
    read = Read(doc)
    out = []
    for page in doc:
        for link in page.get_links():
            uri = read.address(link["uri"]) if link["kind"] == pymupdf.LINK_URI else ""
            if inside := _aim(doc, link):
                out.append(Way(page.number, _without_edges({**link, **inside}, page, plan)))
            elif uri and not _holds(matching.percent_decoded(uri), sought):
                out.append(Way(page.number, _without_edges({**link, "uri": uri}, page, plan)))
    return out


def _aim(doc: pymupdf.Document, lead: dict[str, Any]) -> dict[str, Any] | None:
    """The page and height that a link or bookmark leads to, named places looked up; None if it leads elsewhere.

    How far along the line it aims is left out: that may tell how wide something before it was.
    """
    page = lead.get("page", -1)
    if lead["kind"] not in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED) or not 0 <= page < doc.page_count:
        return None
    to = lead.get("to") or pymupdf.Point()
    y = to.y if math.isfinite(to.y) else 0.0
    if lead["kind"] == pymupdf.LINK_NAMED:  # PyMuPDF gives named places as they stand in the file
        y = (pymupdf.Point(0, y) * doc[page].transformation_matrix).y
    return {"kind": pymupdf.LINK_GOTO, "page": page, "to": pymupdf.Point(0, y), "zoom": 0}


def _without_edges(link: dict[str, Any], page: pymupdf.Page, plan: Plan) -> dict[str, Any]:
    """A link on a line with a mark reaches over the whole page: where its words stood tells the mark's width."""
    place, whole = pymupdf.Rect(link["from"]), page.rect
    for removal in plan.removals:
        rects = [pymupdf.Rect(min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in removal.quads]
        level = len(removal.text) < 2 or any(TURNED * rect.width > rect.height for rect in rects)
        for rect in rects if removal.page == page.number + 1 else ():
            if level and rect.y0 < place.y1 and place.y0 < rect.y1:
                place = pymupdf.Rect(whole.x0, place.y0, whole.x1, place.y1)
            elif not level and rect.x0 < place.x1 and place.x0 < rect.x1:
                place = pymupdf.Rect(place.x0, whole.y0, place.x1, whole.y1)
    return {**link, "from": place}


def rebuild(
    doc: pymupdf.Document, raster: Iterable[int], wordless: AbstractSet[int] = frozenset()
) -> pymupdf.Document:
    """A new file with the pages of `doc` and nothing else of it.

    Those in `raster` (1-based) become pictures; but for those in `wordless`, what can be read on them stays as text
    without ink.
    """
    out = pymupdf.open()
    pictured = set(raster)
    out.insert_pdf(doc, links=False, annots=False, widgets=False)
    for number in sorted(pictured):
        _to_picture(out, number - 1, words=number not in wordless)
    carry(out)
    rename(out)
    strip_pictures(out)
    return out


def add_ways(out: pymupdf.Document, ways: Sequence[Way], tree: Tree | None) -> None:
    """Put the links back, each with the number of its leaf in the structure tree."""
    for way in ways:
        link = {
            key: value
            for key, value in way.link.items()
            if key in ("kind", "from", "page", "to", "zoom", "uri")
        }
        page = out[way.page]
        page.insert_link(link)
        if tree and (leaf := tree.objects.get(way.link["xref"], 0)):
            out.xref_set_key(page.annot_xrefs()[-1][0], "StructParent", str(leaf))
    for way in ways:
        for xref, _, _ in out[way.page].annot_xrefs():
            out.xref_set_key(xref, "NM", "null")  # a number of PyMuPDF's own


def bookmarks(doc: pymupdf.Document, plan: Plan) -> list[list[Any]]:
    """The bookmarks that point into the draft, every secret in a title replaced by its label."""
    labels, read = _labels(plan), Read(doc)
    out: list[list[Any]] = []
    for level, title, _, dest in doc.get_toc(simple=False):
        if aim := _aim(doc, dest):
            deepest = out[-1][0] + 1 if out else 1
            look = {key: dest[key] for key in ("bold", "italic", "color", "collapse") if key in dest}
            words = without_secrets(read.title(title, aim["page"] + 1), plan, labels)
            out.append([min(level, deepest), words, aim["page"] + 1, {**aim, **look}])
    return out


def _labels(plan: Plan) -> dict[str, str]:
    return {removal.text.casefold(): removal.label for removal in plan.removals if removal.label}


@lru_cache(maxsize=4)
def _wordings(secrets: tuple[Secret, ...]) -> tuple[Wording, ...]:
    """What betrays a secret, telling parts of names included, longer ones first."""
    return tuple(sorted(telling(secrets, pile(())), key=lambda wording: -len(wording.text)))


def without_secrets(words: str, plan: Plan, labels: dict[str, str]) -> str:
    """The words with every secret replaced by its label (looked up by the secret's casefolded text)."""
    hay = matching.haystack(words)
    spans: list[tuple[int, int, str]] = []
    for wording in _wordings(plan.secrets):
        for start, end in (
            matching.find(hay, wording.needle) if not matching.too_plain(wording.needle) else ()
        ):
            if all(end <= s or start >= e for s, e, _ in spans):
                spans.append((start, end, labels.get(wording.secret.text.casefold(), "")))
    return reworded(words, sorted(spans), plan.style) if spans else words


def finish(out: pymupdf.Document, plan: Plan, tree: Tree | None) -> bytes:
    """The file's bytes: neutral title and language, fonts re-subset, no identity, no dates; always the same.

    The structure tree is built from `tree`.
    """
    out.subset_fonts()
    out.set_metadata({"title": plan.title})
    out.xref_set_key(out.pdf_catalog(), "Lang", f"({LANGUAGE})")
    out.xref_set_key(out.pdf_catalog(), "ViewerPreferences", "<</DisplayDocTitle true>>")
    with pymupdf.open(stream=_saved(out, clean=True), filetype="pdf") as cleaned:
        fonts.prune(cleaned)
        roots = grown(cleaned, tree, phrases(plan.secrets))
        write(cleaned, roots, partial(without_secrets, plan=plan, labels=_labels(plan)))
        return _saved(cleaned, clean=False, alike=not roots)


def _saved(out: pymupdf.Document, *, clean: bool, alike: bool = True) -> bytes:
    """Objects that are `alike` may become one; not so structure elements, each of which has a place of its own."""
    buffer = io.BytesIO()
    garbage = 4 if alike else 2
    out.save(buffer, garbage=garbage, deflate=True, clean=clean, no_new_id=True, reproducible=True)
    return buffer.getvalue()


def _to_picture(out: pymupdf.Document, index: int, *, words: bool) -> None:
    page = out[index]
    rotation = page.rotation
    page.set_rotation(0)
    width, height = page.rect.width, page.rect.height
    scale = min(RASTER_DPI / 72, math.sqrt(_MOST_PIXELS / (width * height)))
    pix = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
    layer = text_layer.spaced(text_layer.words_of(page, pix)) if words else []
    out.delete_page(index)
    picture = out.new_page(pno=index, width=width, height=height)
    picture.insert_image((0, 0, width, height), pixmap=pix)
    text_layer.write(picture, layer)
    notes.note_picture(picture)
    picture.set_rotation(rotation)


def _holds(text: str, sought: Iterable[matching.Needle]) -> bool:
    hay = matching.haystack(text)
    return any(matching.find(hay, needle) for needle in sought if not matching.too_plain(needle))
