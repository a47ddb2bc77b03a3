"""Lines of a scan with marks are set again: two scans that differ only in a name show the same, to a pixel or so."""

from __future__ import annotations

import numpy as np
import pymupdf
import pytest
from placements import slanted
from test_nothing_inferable import SHEETS
from typesetter import HEIGHT, WIDTH, typeset

from redactor.publish import apply, release, text_layer
from redactor.publish import typeset as typeset_again
from redactor.publish.plan import Plan, Removal, Style

SHORT, LONG = "Ib", "Wolfeschlegelstein"
DPI = 200


def scanned(layout: str, name: str, turn: float = 0.0) -> bytes:
    """A picture of a draft with its words over it, as OCR leaves them."""
    draft = typeset(SHEETS[layout], name, "built-in", "one TJ")
    with (
        pymupdf.open(stream=slanted(draft, turn) if turn else draft, filetype="pdf") as source,
        pymupdf.open() as doc,
    ):
        pix = source[0].get_pixmap(dpi=DPI)
        page = doc.new_page(width=WIDTH, height=HEIGHT)
        page.insert_image(page.rect, pixmap=pix)
        text_layer.write(page, text_layer.words_of(source[0], pix))
        return bytes(doc.tobytes())


def marked(draft: bytes, name: str, style: Style) -> Plan:
    """The name marked where the recognised words have it; the reader would recognise the picture anew."""
    with pymupdf.open(stream=draft, filetype="pdf") as doc:
        quads = doc[0].search_for(name, quads=True)
    assert quads
    removals = [
        Removal(f"m{n}", 1, ((*q.ul, *q.ur, *q.ll, *q.lr),), name, "PERSON", "Child A")
        for n, q in enumerate(quads)
    ]
    return Plan(tuple(removals), (), style, "Report")


def published(draft: bytes, name: str, style: Style) -> bytes:
    data, pictures = release.redacted(draft, marked(draft, name, style))
    assert pictures == {}
    return data


def letters(pdf: bytes) -> list[tuple[str, float, float]]:
    """The letters and where they stand."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        return [
            (chr(code), x, y)
            for span in doc[0].get_texttrace()
            for code, _, (x, y), _ in span["chars"]
            if not chr(code).isspace()
        ]


def ink(pdf: bytes) -> np.ndarray:
    """Where the page has ink, in cells of a point."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        pix = doc[0].get_pixmap(dpi=72, colorspace=pymupdf.csGRAY, alpha=False)
        rows = np.frombuffer(pix.samples, np.uint8).reshape(pix.height, pix.stride)
        return rows[:, : pix.width] < 160


@pytest.mark.parametrize("turn", [0, 1])
@pytest.mark.parametrize("style", ["blackout", "pseudonym"])
@pytest.mark.parametrize("layout", SHEETS)
def test_scans_that_differ_in_a_name_are_published_alike(layout: str, style: Style, turn: float) -> None:
    one = published(scanned(layout, SHORT, turn), SHORT, style)
    two = published(scanned(layout, LONG, turn), LONG, style)

    before, after = letters(one), letters(two)
    assert [letter for letter, *_ in before] == [letter for letter, *_ in after]
    for (_, *place), (_, *other) in zip(before, after, strict=True):
        assert place == pytest.approx(other, abs=2)
    assert strays(one, two) + strays(two, one) <= 12


def strays(one: bytes, two: bytes) -> int:
    """How many cells of the first have ink that the second has nowhere near."""
    cells = np.pad(ink(two), 2)
    near = np.lib.stride_tricks.sliding_window_view(cells, (5, 5)).any(axis=(2, 3))
    return int((ink(one) & ~near).sum())


def test_the_reviewer_is_told_of_a_scan_that_cannot_be_set_again() -> None:
    with pymupdf.open(stream=scanned("ragged", LONG), filetype="pdf") as doc:
        doc[0].insert_text((72, 500), "typed over the scan")
        draft = bytes(doc.tobytes())

    with pymupdf.open(stream=draft, filetype="pdf") as doc:
        told = apply.apply(doc, marked(draft, LONG, "blackout")).widths

    assert told == {1: (typeset_again.IN_PICTURE,)}


def test_nothing_is_told_of_a_scan_that_was_set_again() -> None:
    draft = scanned("ragged", LONG)

    with pymupdf.open(stream=draft, filetype="pdf") as doc:
        assert apply.apply(doc, marked(draft, LONG, "blackout")) == apply.Emptied()
