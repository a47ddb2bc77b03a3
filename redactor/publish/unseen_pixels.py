"""Pixels that nobody sees are blanked: of pictures cut by a clipping path, covered, or too small to make anything out.

Cropping a picture in an office program cuts nothing off: the file holds the whole of it. Only pictures that the page
draws itself are looked at, those in forms are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pymupdf

from redactor.publish.drawn import Drawn, Look, NotUnderstood, Thing, read
from redactor.publish.parts import named_references, resources_holder
from redactor.publish.typefaces import states, typefaces

OVERLAPS = "a picture that is seen in part only lies with another"

_DRAWS = re.compile(rb"/([^\x00\t\n\x0c\r ()<>\[\]{}/%]+)\s+Do$")
_SIZE = re.compile(rb"/(?:W|Width|H|Height)\s+(\d+)")
_RECTANGLE = re.compile(rb"^[-+.\d\s]+\bre\s+(?:f\*?|F|B\*?|b\*?)$")
_NUMBER = re.compile(rb"[-+]?\d*\.?\d+")
_LEAST = 1.0
"""By so many points must something be hidden; a picture of less in height or width shows nothing."""
_MANY = 8
"""So many pixels in height or width might show letters."""
_LEVEL = 1e-6
_SIDES = 4


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture on the page, points from the page's top left: where it lies, what is seen, what lies over it."""

    whole: pymupdf.Rect
    seen: pymupdf.Rect
    covers: list[pymupdf.Rect] = field(default_factory=list)


def drop_unseen_pixels(page: pymupdf.Page) -> str:
    """Blank what is not seen of the pictures of a page (with /Rotate 0); "" or why the page must become a picture."""
    data = page.read_contents()
    if b"Do" not in data and b"EI" not in data:
        return ""
    holder = resources_holder(page.parent, page.xref)
    try:
        things = read(data, typefaces(page.parent, holder), states(page.parent, holder))
    except NotUnderstood:
        return ""
    pictures = _pictures(page, things)
    blank = [rect for picture in pictures for rect in _unseen(picture)]
    if not blank:
        return ""
    shown = [rect for picture in pictures for rect in _parts_seen(picture)]
    if any(not (rect & other).is_empty and (rect & other).is_valid for rect in blank for other in shown):
        return OVERLAPS
    for rect in blank:
        page.add_redact_annot(rect, fill=False, cross_out=False)
    page.apply_redactions(images=pymupdf.PDF_REDACT_IMAGE_PIXELS, graphics=0, text=1)
    return ""


def _pictures(page: pymupdf.Page, things: Sequence[Thing]) -> list[_Picture]:
    names = {
        name.encode(): xref
        for name, xref in named_references(
            page.parent, resources_holder(page.parent, page.xref), "Resources/XObject"
        ).items()
        if page.parent.xref_is_image(xref)
    }
    out: list[_Picture] = []
    for thing in things:
        if not isinstance(thing, Drawn):
            continue
        if _RECTANGLE.match(thing.body.strip()) and _is_opaque(thing.look):
            cover = _of_path(page, thing.body, thing.look)
            for picture in out:
                picture.covers.append(cover)
        elif size := _size(page, thing.body, names):
            out.append(_picture(page, thing.look, size))
    return out


def _size(page: pymupdf.Page, body: bytes, names: dict[bytes, int]) -> tuple[int, ...]:
    """The pixels along the edges of the picture that is drawn; none if none is."""
    body = body.strip()
    if body.endswith(b"EI"):
        return tuple(map(int, _SIZE.findall(body[:400])))
    called = _DRAWS.search(body)
    if not called or called[1] not in names:
        return ()
    return tuple(int(page.parent.xref_get_key(names[called[1]], key)[1]) for key in ("Width", "Height"))


def _picture(page: pymupdf.Page, look: Look, size: tuple[int, ...]) -> _Picture:
    whole = _on_page(page, pymupdf.Rect(0, 0, 1, 1) * pymupdf.Matrix(*look.ctm))
    seen = whole & page.rect
    for clip in look.clips:
        if isinstance(clip, bytes):  # letters that clip show at most what is within them
            seen &= _on_page(page, _bounds(clip))
    if min(whole.width, whole.height) < _LEAST and min(size) >= _MANY:
        seen = pymupdf.Rect()
    return _Picture(whole, seen)


def _of_path(page: pymupdf.Page, body: bytes, look: Look) -> pymupdf.Rect:
    """A rectangle as the operands of `re` give it, where it is seen; nothing if that is no upright rectangle."""
    x, y, width, height = (float(value) for value in _NUMBER.findall(body)[:4])
    out = pymupdf.Rect(x, y, x + width, y + height)
    out.normalize()
    out = _on_page(page, out * pymupdf.Matrix(*look.ctm))
    a, b, c, d, _, _ = look.ctm
    if abs(b) + abs(c) > _LEVEL and abs(a) + abs(d) > _LEVEL:
        return pymupdf.Rect()
    for clip in look.clips:
        if not isinstance(clip, bytes) or clip.count(b" l") > _SIDES or b" c" in clip:
            return pymupdf.Rect()
        out &= _on_page(page, _bounds(clip))
    return out


def _is_opaque(look: Look) -> bool:
    """Whether it is filled with a plain colour and no graphics state makes it sheer."""
    return not any(
        what.startswith("gs ") or (what == "fill" and b"scn" in piece) for what, piece in look.inks
    )


def _bounds(path: bytes) -> pymupdf.Rect:
    values = [float(value) for value in _NUMBER.findall(path)]
    xs, ys = values[::2], values[1::2]
    return pymupdf.Rect(min(xs), min(ys), max(xs), max(ys))


def _on_page(page: pymupdf.Page, rect: pymupdf.Rect) -> pymupdf.Rect:
    return rect * page.transformation_matrix


def _unseen(picture: _Picture) -> Iterator[pymupdf.Rect]:
    """What is hidden of a picture."""
    whole, seen = picture.whole, picture.seen
    if seen.is_empty or not seen.is_valid:
        yield pymupdf.Rect(whole.x0 - 1, whole.y0 - 1, whole.x1 + 1, whole.y1 + 1)
        return
    strips = (
        pymupdf.Rect(whole.x0, whole.y0, whole.x1, seen.y0),
        pymupdf.Rect(whole.x0, seen.y1, whole.x1, whole.y1),
        pymupdf.Rect(whole.x0, seen.y0, seen.x0, seen.y1),
        pymupdf.Rect(seen.x1, seen.y0, whole.x1, seen.y1),
    )
    for rect in (*strips, *(cover & seen for cover in picture.covers)):
        inner = pymupdf.Rect(rect.x0 + 0.5, rect.y0 + 0.5, rect.x1 - 0.5, rect.y1 - 0.5)
        if inner.width > _LEAST and inner.height > _LEAST:
            yield inner


def _parts_seen(picture: _Picture) -> Iterator[pymupdf.Rect]:
    """What is seen of a picture, as far as rectangles tell: all of it, or what each cover leaves at its four sides."""
    parts = [picture.seen]
    for cover in picture.covers:
        parts = [rest for part in parts for rest in _rest(part, cover)]
    yield from (part for part in parts if part.is_valid and not part.is_empty)


def _rest(part: pymupdf.Rect, cover: pymupdf.Rect) -> Iterator[pymupdf.Rect]:
    common = part & cover
    if not common.is_valid or common.is_empty:
        yield part
        return
    yield pymupdf.Rect(part.x0, part.y0, part.x1, common.y0)
    yield pymupdf.Rect(part.x0, common.y1, part.x1, part.y1)
    yield pymupdf.Rect(part.x0, common.y0, common.x0, common.y1)
    yield pymupdf.Rect(common.x1, common.y0, part.x1, common.y1)
