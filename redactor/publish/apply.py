"""Empty the places under the confirmed marks and draw what stands there instead.

Text, image pixels and line art go; nothing is covered that has not gone. PyMuPDF takes a glyph out once a mark
covers a tenth of it, and marks are as high as the line with its ascenders and descenders: so text is taken out
under the middle of each quad only, or tightly set neighbouring lines would lose letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pymupdf

from redactor.document.page import Quad
from redactor.errors import NotSafeToPublish, Tick, no_tick
from redactor.publish import boxes, hidden
from redactor.publish.plan import Plan, Removal

SIDE, EDGE = 0.06, 0.35
"""How far text removal keeps from the ends and from the upper and lower edge of a quad, as parts of its height."""

_TEXT_KINDS = ("fill-text", "stroke-text", "clip-text", "clip-stroke-text", "ignore-text")
_PATH_KINDS = ("fill-path", "stroke-path")


def apply(doc: pymupdf.Document, plan: Plan, tick: Tick = no_tick) -> dict[int, str]:
    """Empty every marked place of `doc` and draw its box or label.

    Returns the pages (1-based) on which that was not wholly possible, with the reason: they must be turned
    into pictures. Raises NotSafeToPublish for a mark on a page that does not exist, Cancelled from `tick`.
    """
    by_page: dict[int, list[Removal]] = {}
    for removal in plan.removals:
        if not 1 <= removal.page <= doc.page_count:
            raise NotSafeToPublish(
                "A mark lies on a page that the draft does not have.", (f"page {removal.page}",)
            )
        by_page.setdefault(removal.page, []).append(removal)
    stuck = hidden.blank_patterns(doc)
    hopeless = {n: why for n, why in hidden.pages_reaching(doc, stuck).items() if n in by_page}
    for page in doc:
        number = page.number + 1
        tick(page.number, doc.page_count, f"Removing: page {number}")
        hidden.drop_unseen_text(page)
        removals = by_page.get(number, ())
        why = empty(page, [quad for removal in removals for quad in removal.quads if _has_area(quad)])
        if why:
            hopeless.setdefault(number, why)
        boxes.draw(page, removals, plan.style)
    return hopeless


def empty(page: pymupdf.Page, quads: Sequence[Quad]) -> str:
    """Take out text, pixels and line art under the quads; "" or why something may be left."""
    if not quads:
        return ""
    _redact(page, (core(quad) for quad in quads), images=0, graphics=0, text=0)
    if _has_ink_other_than_text(page, quads):
        _redact(page, (outer(quad) for quad in quads), images=2, graphics=1, text=1)
        if _outlines_left(page, quads):
            return "lettering drawn as lines runs through a mark"
    return "text could not be taken out of its place" if _text_left(page, quads) else ""


def core(quad: Quad) -> pymupdf.Quad:
    """The middle of a quad, where glyphs of its own line and of no other lie."""
    ul, ur, ll, lr = corners(quad)
    along, down = (ur - ul), (ll - ul)
    height, width = abs(down), abs(along)
    side = min(SIDE * height, 0.2 * width) / width if width else 0.0
    x, y = along * side, down * EDGE
    return pymupdf.Quad(ul + x + y, ur - x + y, ll + x - y, lr - x - y)


def outer(quad: Quad) -> pymupdf.Quad:
    """A quad grown by a point on each side: the ink of pictures and lines passes the glyph's box."""
    ul, ur, ll, lr = corners(quad)
    x, y = (ur - ul).unit, (ll - ul).unit
    return pymupdf.Quad(ul - x - y, ur + x - y, ll - x + y, lr + x + y)


def corners(quad: Quad) -> tuple[pymupdf.Point, pymupdf.Point, pymupdf.Point, pymupdf.Point]:
    """Upper left, upper right, lower left, lower right."""
    ul, ur, ll, lr = (pymupdf.Point(quad[at], quad[at + 1]) for at in (0, 2, 4, 6))
    return ul, ur, ll, lr


def _has_area(quad: Quad) -> bool:
    ul, ur, ll, _ = corners(quad)
    return abs(ur - ul) > 0.01 and abs(ll - ul) > 0.01


def _redact(
    page: pymupdf.Page, quads: Iterable[pymupdf.Quad], *, images: int, graphics: int, text: int
) -> None:
    for quad in quads:
        page.add_redact_annot(quad, fill=False, cross_out=False)
    page.apply_redactions(images=images, graphics=graphics, text=text)


def _has_ink_other_than_text(page: pymupdf.Page, quads: Sequence[Quad]) -> bool:
    rects = [outer(quad).rect for quad in quads]
    others = [pymupdf.Rect(box) for kind, box in page.get_bboxlog() if kind not in _TEXT_KINDS]
    return any(_touch(other, rect) for other in others for rect in rects)


def _outlines_left(page: pymupdf.Page, quads: Sequence[Quad]) -> bool:
    """Whether a path with curves, about as high as the mark, still runs through it: a line of outlined text."""
    rects = [core(quad).rect for quad in quads]

    def suspect(box: pymupdf.Rect) -> bool:
        return any(_touch(box, rect) and box.height < 12 * rect.height for rect in rects)

    if not any(kind in _PATH_KINDS and suspect(pymupdf.Rect(box)) for kind, box in page.get_bboxlog()):
        return False
    for drawing in page.get_cdrawings():
        curves = sum(item[0] == "c" for item in drawing["items"])
        if curves >= 6 and suspect(pymupdf.Rect(drawing["rect"])):
            return True
    return False


def _text_left(page: pymupdf.Page, quads: Sequence[Quad]) -> bool:
    rects = [core(quad).rect for quad in quads]
    for x0, y0, x1, y1, *_ in page.get_text("words"):
        middle = pymupdf.Point((x0 + x1) / 2, (y0 + y1) / 2)
        if any(middle in rect for rect in rects):
            return True
    return False


def _touch(one: pymupdf.Rect, two: pymupdf.Rect) -> bool:
    """Whether two rectangles meet; unlike PyMuPDF's own test, also where one is a line without thickness."""
    return bool(one.x0 <= two.x1 and two.x0 <= one.x1 and one.y0 <= two.y1 and two.y0 <= one.y1)
