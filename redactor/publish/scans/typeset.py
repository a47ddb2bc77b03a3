"""Set the lines with marks of a scanned page again, in its pixels and in the text recognised in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pymupdf

from redactor.publish import inlays, text_layer
from redactor.publish.boxes import Place
from redactor.publish.scans.lines import Level, lines, move
from redactor.publish.scans.scan import Scan, put, scan_of
from redactor.publish.scans.setting import Moved
from redactor.publish.text_layer import Word

_SLANTED = 0.05


def set_again(page: pymupdf.Page, places: Mapping[int, Place], first_own: int) -> dict[int, Place]:
    """Move what stands on lines with marks of a scan (page with /Rotate 0, marks already emptied).

    Pictures with object numbers below `first_own` are not touched: other pages may show them.

    Returns where the boxes go now; places that could not be helped are not in it.
    """
    level = {number: place for number, place in places.items() if _level(place.quad)}
    scan = scan_of(page, first_own) if level else None
    if scan is None:
        return {}
    words = text_layer.words_of(page)
    widths = {number: inlays.width(place.label) for number, place in level.items()}
    out: dict[int, Place] = {}
    for line in lines(scan, {number: place.quad for number, place in level.items()}, widths):
        moved = move(scan, line)
        words = [_carried(word, line.level, moved, scan) for word in words]
        out |= _boxes(moved, line.level, level, scan)
    put(page, scan)
    _put_words(page, words)
    return out


def _level(quad: pymupdf.Quad) -> bool:
    along = quad.ur - quad.ul
    return bool(along.x > 0 and abs(along.y) <= _SLANTED * along.x and quad.ll.y > quad.ul.y)


def _boxes(moved: Iterable[Moved], level: Level, places: Mapping[int, Place], scan: Scan) -> dict[int, Place]:
    across, down = scan.scale

    def at(x: float, row: float) -> pymupdf.Point:
        return scan.box.tl + pymupdf.Point(x / across, (row + level.slope * x) / down)

    return {
        one.piece.mark: replace(
            places[one.piece.mark],
            quad=pymupdf.Quad(
                at(one.start, level.top), at(one.end, level.top),
                at(one.start, level.bottom), at(one.end, level.bottom),
            ),
        )
        for one in moved
        if one.piece.mark >= 0
    }  # fmt: skip


def _carried(word: Word, level: Level, moved: Sequence[Moved], scan: Scan) -> Word:
    """A recognised word where its ink is now."""
    across, down = scan.scale
    x, y = (word.origin[0] - scan.box.x0) * across, (word.origin[1] - scan.box.y0) * down
    length = word.length * across
    baseline = y - level.slope * x
    if not moved or not level.top < baseline <= level.bottom:
        return word
    near = min(moved, key=lambda one: _apart(x, x + length, one))
    if _apart(x, x + length, near)[0] > word.size * across:
        return word
    if near.piece.mark >= 0:
        start, end = near.end, near.end + min(length, 1.0)
    else:
        start, end = (near.start + max(0.0, edge - near.piece.start) for edge in (x, x + length))
        end = min(end, near.end)
    x0, y0 = word.origin
    shift = (start - x) / across
    return replace(
        word,
        text=word.text.rstrip(),
        origin=(x0 + shift, y0 + level.slope * (start - x) / down),
        length=max(end - start, 1.0) / across,
    )


def _apart(start: float, end: float, moved: Moved) -> tuple[float, float]:
    """How far a stretch lies from where a piece was: between their ends, then between their middles."""
    piece = moved.piece
    return max(0.0, piece.start - end, start - piece.end), abs(piece.start + piece.end - start - end)


def _put_words(page: pymupdf.Page, words: Sequence[Word]) -> None:
    """Write the recognised words anew: where they stood told how wide the marks were."""
    if page.get_texttrace():
        page.add_redact_annot(page.rect, fill=False, cross_out=False)
        page.apply_redactions(images=0, graphics=0, text=2)
    text_layer.write(page, words)
