"""Empty the places under the confirmed marks and draw what stands there instead.

Text, image pixels and line art go; nothing is covered that has not gone. PyMuPDF takes a glyph out once a mark
covers a tenth of it, and marks are as high as the line with its ascenders and descenders: so text is taken out
under the middle of each quad only, or tightly set neighbouring lines would lose letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pymupdf

from redactor.errors import NotSafeToPublish, Tick, no_tick
from redactor.publish import boxes, hidden, inkless, typeset
from redactor.publish.level import by_turn, level
from redactor.publish.plan import Plan, Removal, Style
from redactor.publish.quads import along_a_curve, any_touch, core, corners, outer, slices, touch
from redactor.publish.removal import take_out
from redactor.publish.scans import typeset as scans
from redactor.publish.tags import notes
from redactor.publish.tags.spoken import phrase_number
from redactor.publish.unseen_pixels import drop_unseen_pixels

_TEXT_KINDS = ("fill-text", "stroke-text", "clip-text", "clip-stroke-text", "ignore-text")
_PATH_KINDS = ("fill-path", "stroke-path")


TEXT_LEFT = "text could not be taken out of its place"
CURVED = "it ran along a curve, where what follows cannot be moved"
_LINE_ART_LEFT = "line art could not be taken out of its place"


@dataclass(frozen=True, slots=True)
class Emptied:
    """What could not be done as it should be, by page (1-based).

    Args:
        pictures: why the page must be turned into a picture.
        widths: why boxes are as wide as what was removed, or as what was drawn: each reason once.
        tight: how many labels had no room, and are shortened or black boxes.
    """

    pictures: dict[int, str] = field(default_factory=dict)
    widths: dict[int, tuple[str, ...]] = field(default_factory=dict)
    tight: dict[int, int] = field(default_factory=dict)


def apply(doc: pymupdf.Document, plan: Plan, tick: Tick = no_tick) -> Emptied:
    """Empty every marked place of `doc` and draw its box or label.

    Raises NotSafeToPublish for a mark on a page that does not exist, Cancelled from `tick`.
    """
    by_page: dict[int, list[Removal]] = {}
    for removal in plan.removals:
        if not 1 <= removal.page <= doc.page_count:
            raise NotSafeToPublish(
                "A mark lies on a page that the draft does not have.", (f"page {removal.page}",)
            )
        by_page.setdefault(removal.page, []).append(removal)
    stuck = hidden.blank_patterns(doc)
    out = Emptied({n: why for n, why in hidden.pages_reaching(doc, stuck).items() if n in by_page})
    first_own = doc.xref_length()
    for page in doc:
        number = page.number + 1
        tick(page.number, doc.page_count, f"Removing: page {number}")
        why, set_ = _apply_to_page(page, by_page.get(number, ()), plan.style, first_own)
        if why:
            out.pictures.setdefault(number, why)
        unturn = page.derotation_matrix
        curved = any(along_a_curve(corners(removal, unturn)) for removal in by_page.get(number, ()))
        if whys := dict.fromkeys((*set_.left.values(), *([CURVED] if curved else []))):
            out.widths[number] = tuple(whys)
        if set_.tight:
            out.tight[number] = len(set_.tight)
    return out


def _apply_to_page(
    page: pymupdf.Page, removals: Sequence[Removal], style: Style, first_own: int
) -> tuple[str, typeset.Outcome]:
    """Why the page must become a picture, "" if it need not, and how far its lines could be set again.

    It works on the page with /Rotate 0: PyMuPDF's matrices leave out the crop box of a turned page. Forms with object
    numbers from `first_own` on were made for this page.
    """
    rotation, unturn = page.rotation, page.derotation_matrix
    page.set_rotation(0)
    unseen = inkless.drop_unseen_text(page)
    pictured = drop_unseen_pixels(page)
    marked = [(removal, corners(removal, unturn)) for removal in removals]
    seen = [(removal, quads) for removal, quads in marked if not _was_unseen(removal, quads, unseen)]
    phrases = {removal.mark: phrase_number(removal.type, removal.label) for removal in removals}
    places = notes.noted(page, boxes.places(seen, style), phrases)
    why = empty(page, [quad for _, quads in marked for quad in quads])
    outcome = (
        typeset.Outcome(dict.fromkeys(range(len(places)), why))
        if why
        else typeset.set_again(page, places, first_own)
    )
    scanned = {n: places[n] for n, reason in outcome.left.items() if reason == typeset.IN_PICTURE}
    moved = scans.set_again(page, scanned, first_own)
    boxes.draw(
        page,
        [moved.get(number, places[number]) for number in outcome.left],
        taken=[place for number, place in enumerate(places) if number not in outcome.left],
    )
    page.set_rotation(rotation)
    return why or pictured, replace(
        outcome, left={n: left for n, left in outcome.left.items() if n not in moved}
    )


def _was_unseen(removal: Removal, quads: Sequence[pymupdf.Quad], unseen: Sequence[pymupdf.Rect]) -> bool:
    """Whether nobody saw the words of a mark: where they stood, no box may say so."""
    if not removal.text:
        return False
    gone = [(rect.tl + rect.br) / 2 for rect in unseen]
    return all(any(middle in quad.rect for middle in gone) for quad in quads)


def empty(page: pymupdf.Page, quads: Sequence[pymupdf.Quad]) -> str:
    """Take out text, pixels and line art under the quads; "" or why something may be left."""
    if not quads:
        return ""
    hidden.cut_strings_of(page)
    for turn, same in by_turn(map(core, quads)).items():
        with level(page, turn) as matrix:
            _redact(page, (quad * matrix for quad in same), images=0, graphics=0, text=0)
    if _has_ink_other_than_text(page, quads):
        _redact(page, (outer(quad) for quad in quads), images=2, graphics=1, text=1)
        if _outlines_left(page, quads):
            return _LINE_ART_LEFT
    return TEXT_LEFT if _text_left(page, quads) else ""


def _redact(
    page: pymupdf.Page, quads: Iterable[pymupdf.Quad], *, images: int, graphics: int, text: int
) -> None:
    places = (piece.rect for quad in quads for piece in slices(quad))
    take_out(page, places, images=images, graphics=graphics, text=text)


def _has_ink_other_than_text(page: pymupdf.Page, quads: Sequence[pymupdf.Quad]) -> bool:
    rects = [outer(quad).rect for quad in quads]
    return any_touch([box for kind, box in page.get_bboxlog() if kind not in _TEXT_KINDS], rects)


def _outlines_left(page: pymupdf.Page, quads: Sequence[pymupdf.Quad]) -> bool:
    """Whether line art is left in a mark: strokes within it, or a line of outlined text that runs through it.

    PyMuPDF takes the sharpest corner a stroke could have for its extent, and so leaves some that lie within.
    """
    inner, outside = [core(quad).rect for quad in quads], [outer(quad).rect for quad in quads]
    drawn = [pymupdf.Rect(box) for kind, box in page.get_bboxlog() if kind in _PATH_KINDS]
    if not any(touch(box, rect) and box.height < 12 * rect.height for box in drawn for rect in inner):
        return False
    for drawing in page.get_cdrawings():
        box = pymupdf.Rect(drawing["rect"])
        curves = sum(item[0] == "c" for item in drawing["items"])
        lettering = curves >= 6 and any(touch(box, rect) and box.height < 12 * rect.height for rect in inner)
        if lettering or any(_within(box, rect) for rect in outside):
            return True
    return False


def _within(box: pymupdf.Rect, rect: pymupdf.Rect) -> bool:
    return bool(rect.x0 <= box.x0 and box.x1 <= rect.x1 and rect.y0 <= box.y0 and box.y1 <= rect.y1)


def _text_left(page: pymupdf.Page, quads: Sequence[pymupdf.Quad]) -> bool:
    cores = [core(quad) for quad in quads]
    if not any_touch([word[:4] for word in page.get_text("words")], [one.rect for one in cores]):
        return False
    for span in page.get_texttrace():
        for code, _, _, (x0, y0, x1, y1) in span["chars"]:
            middle = pymupdf.Point((x0 + x1) / 2, (y0 + y1) / 2)
            if not chr(code).isspace() and any(middle in one for one in cores):
                return True
    return False
