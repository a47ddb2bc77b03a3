"""Set the lines with marks again, so that nothing left on them tells how wide the removed wording was.

It runs when the marked text is already gone. A mark becomes a box of its own width, and what stands on the line with
it is moved to suit. A mark whose line cannot be told (pictures, text that is not seen, content that is not
understood, marks drawn by hand) is left to `boxes`, at its old place and width, and the reviewer is told why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pymupdf

from redactor.publish import inlays
from redactor.publish.boxes import Place
from redactor.publish.drawn import NotUnderstood
from redactor.publish.lines import runs
from redactor.publish.marked_lines import QUAD_HEIGHT, Mark, Rule, local, lone_line, marked_lines
from redactor.publish.matrices import inverse, times
from redactor.publish.parts import put_contents
from redactor.publish.scopes import Scope, put, scopes
from redactor.publish.sheet import Sheet

BY_HAND = "it was drawn by hand"
IN_PICTURE = "it lies on a scan or picture, in which words cannot be moved"
NO_LINE = "it could not be told what line it stands on"
FOREIGN = "the page is written in a way that Redactor cannot set again"
PUT_BACK = "setting its line again would have changed other words"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far the places of a page have their box, each by its position among them.

    Args:
        left: those that have none yet, and why.
        tight: those whose label had no room: it was shortened, or is a black box.
    """

    left: dict[int, str]
    tight: frozenset[int] = frozenset()


def set_again(page: pymupdf.Page, places: Sequence[Place], first_own: int) -> Outcome:
    """Set again the lines of a page (with /Rotate 0) that these places stand on.

    Forms with object numbers below `first_own` are not touched: other pages may draw them.

    If the page does not show the same letters as before, it is put back as it was and no place has its box.
    """
    wanted = {number: place for number, place in enumerate(places) if place.wording}
    left = dict.fromkeys(range(len(places)), BY_HAND)
    if not wanted:
        return Outcome(left)
    try:
        found = scopes(page, first_own)
    except NotUnderstood:
        return Outcome(left | dict.fromkeys(wanted, FOREIGN))
    letters = _letters(page)
    content, forms = page.read_contents(), {s.xref: page.parent.xref_stream(s.xref) for s in found if s.xref}
    sheets, tight = _readable(page, found, wanted)
    for sheet in sheets:
        put(page, sheet.scope, sheet.things())
        letters.update(_bare("".join(map(inlays.shown_as, sheet.labels()))))
    _lend_font(page, sheets)
    if _letters(page) != letters:
        put_contents(page, content)
        for xref, data in forms.items():
            page.parent.update_stream(xref, data)
        return Outcome(left | dict.fromkeys(wanted, PUT_BACK))
    done = {mark.number for sheet in sheets for line in sheet.lines for mark in line.marks}
    undone = {number: place for number, place in wanted.items() if number not in done}
    pictures = _pictures(page) if undone else []
    left |= {n: IN_PICTURE if _pictured(place, pictures) else NO_LINE for n, place in undone.items()}
    return Outcome({number: why for number, why in left.items() if number not in done}, tight)


def _readable(
    page: pymupdf.Page, found: Sequence[Scope], places: Mapping[int, Place]
) -> tuple[list[Sheet], frozenset[int]]:
    """The sheets with labels that can be read: where one has no room, its short form, at last a black box."""
    wanted, tight = dict(places), set[int]()
    sheets = _sheets(page, found, wanted)
    for _ in range(2):
        narrow = {n for sheet in sheets for n in sheet.tight() if not inlays.is_box(wanted[n].label)}
        if not narrow:
            break
        tight |= narrow
        for number in narrow:
            wanted[number] = replace(wanted[number], label=wanted[number].short, short="")
        sheets = _sheets(page, found, wanted)
    return sheets, frozenset(tight)


def _sheets(page: pymupdf.Page, found: Sequence[Scope], places: Mapping[int, Place]) -> list[Sheet]:
    """The content streams to set again, each with its lines; a mark goes to the innermost that has its line."""
    left, rules = dict(places), _rules(page)
    out = []
    for scope in reversed(found):
        marks = _marks(page, scope, left)
        strings = [run for run in runs(scope.things) if run.visible]
        lines, lone = marked_lines(marks, strings)
        if lone and not scope.xref:
            free = partial(_stands_alone, _pictures(page), _words(page))
            lines += [lone_line(mark) for mark in lone if free(places[mark.number])]
        if lines:
            out.append(Sheet(scope, lines, strings, _rules_in(page, scope, rules)))
            for mark in (mark for line in lines for mark in line.marks):
                del left[mark.number]
    return out


def _marks(page: pymupdf.Page, scope: Scope, places: Mapping[int, Place]) -> list[Mark]:
    """The marks that lie within what can be seen of a content stream, in its space."""
    matrix = times(tuple(~page.transformation_matrix), inverse(scope.to_page))
    left, bottom, right, top = scope.bounds
    out = []
    for number, place in places.items():
        corners = [(p.x, p.y) for p in (place.quad.ul, place.quad.ur, place.quad.ll, place.quad.lr)]
        middle = (place.quad.ul + place.quad.lr) / 2 * pymupdf.Matrix(*matrix)
        if left <= middle.x <= right and bottom <= middle.y <= top:
            mark = local(number, place.mark, place.label, corners, matrix)
            out.append(replace(mark, note=place.note))
    return out


def _letters(page: pymupdf.Page) -> Counter[str]:
    return Counter(_bare(page.get_text()))


def _bare(text: str) -> str:
    return "".join(text.split())


def _lend_font(page: pymupdf.Page, sheets: Sequence[Sheet]) -> None:
    """Put the font of labels into the resources of what shows labels."""
    if not any(sheet.labels() for sheet in sheets):
        return
    font = page.insert_font(fontname=inlays.FONT, fontbuffer=inlays.typeface().buffer, set_simple=False)
    for sheet in sheets:
        if sheet.scope.xref:
            page.parent.xref_set_key(sheet.scope.xref, f"Resources/Font/{inlays.FONT}", f"{font} 0 R")


def _pictures(page: pymupdf.Page) -> list[pymupdf.Rect]:
    return [pymupdf.Rect(box) for kind, box in page.get_bboxlog() if kind == "fill-image"]


def _words(page: pymupdf.Page) -> list[pymupdf.Rect]:
    return [pymupdf.Rect(word[:4]) for word in page.get_text("words")]


def _stands_alone(pictures: Sequence[pymupdf.Rect], words: Sequence[pymupdf.Rect], place: Place) -> bool:
    """Whether neither a picture nor words, of another stream or set in a way not followed, are where its box goes."""
    quad = place.quad
    down, along = quad.ll - quad.ul, quad.ur - quad.ul
    size = abs(down) / QUAD_HEIGHT
    width = max(abs(along), inlays.width(place.label) * size)
    points = [
        quad.ul + down / 2 + along.unit * (size * n / 4) for n in range(-1, round(4 * width / size) + 2)
    ]
    return not _pictured(place, pictures) and not any(point in word for point in points for word in words)


def _pictured(place: Place, pictures: Sequence[pymupdf.Rect]) -> bool:
    middle = (place.quad.ul + place.quad.lr) / 2
    return any(middle in picture for picture in pictures)


def _rules(page: pymupdf.Page) -> list[Rule]:
    """Straight lines, and the sides of rectangles, that the page draws; in its own space."""
    out: list[Rule] = []
    for drawing in page.get_cdrawings():
        for item in drawing["items"]:
            if item[0] == "l":
                out.append((*item[1], *item[2]))
            elif item[0] == "re":
                x0, y0, x1, y1 = item[1]
                out += [(x0, y0, x0, y1), (x1, y0, x1, y1), (x0, y0, x1, y0), (x0, y1, x1, y1)]
    return out


def _rules_in(page: pymupdf.Page, scope: Scope, rules: Sequence[Rule]) -> list[Rule]:
    a, b, c, d, e, f = times(tuple(~page.transformation_matrix), inverse(scope.to_page))
    return [
        (x0 * a + y0 * c + e, x0 * b + y0 * d + f, x1 * a + y1 * c + e, x1 * b + y1 * d + f)
        for x0, y0, x1, y1 in rules
    ]
