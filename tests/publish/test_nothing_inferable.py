"""Two drafts that differ only in a name, with the same line breaks, are published to the same thing."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pytest
from draft_kit import plan
from hypothesis import given, settings
from hypothesis import strategies as st
from placements import PLACEMENTS
from typesetter import FONT_FILE, HEIGHT, NAME, SIZE, WIDTH, Align, Face, Hand, Line, Sheet, typeset

from redactor.findings import matching
from redactor.publish import release
from redactor.publish.plan import Style

LATIN = "abcdefghijklmnoprstuvwyzáàâäãåçéèêëíîïñóôöøúüýßð"
BEYOND = "ąćčďęěğıłńňőœřśšţťůűźżž"
LEFT, RIGHT = 72.0, 523.0
BODY = (
    "The panel heard in June that the family had moved twice in the year",
    f"before, and that {NAME} was not seen at home by the health visitor or",
    "by the school nurse, although both of them had asked to be let in on",
    f"more than one day; the aunt of {NAME}, who cared for the children, had",
    "told the practice that all was well and that nobody was needed to help",
    "the two of them with the forms.",
)
FACES: tuple[Face, ...] = ("built-in", "simple", "simple subset", "CID", "CID subset")
HANDS: tuple[Hand, ...] = (
    "insert_text", "TextWriter", "one TJ", "word spacing", "words apart", "letters apart",
)  # fmt: skip

needs_font = pytest.mark.skipif(not Path(FONT_FILE).is_file(), reason="embeds a font of the system")


def paragraph(align: Align) -> Sheet:
    """Six lines; a justified paragraph ends in a short one."""
    last = len(BODY) - 1
    lines = [
        Line(words, "left" if align == "full" and n == last else align, LEFT, RIGHT, 100 + 15 * n)
        for n, words in enumerate(BODY)
    ]
    return Sheet(lines)


def table(ruled: bool) -> Sheet:
    """Three columns: aligned left, centred, aligned right; the name in each, once alone in its cell."""
    edges = (40.0, 280.0, 500.0, 555.0)
    aligned: tuple[Align, ...] = ("left", "centre", "right")
    rows = (
        ("Child", "Role in review", "Age"), (f"{NAME} (child)", "Subject", "7"), (NAME, f"of {NAME}", "12"),
        ("Maternal aunt", "Carer since June", "41"), ("Uncle", "None", "39"),
    )  # fmt: skip
    lines = [
        Line(words, align, low + 6, high - 6, 300 + 20 * n)
        for n, row in enumerate(rows)
        for words, align, low, high in zip(row, aligned, edges, edges[1:], strict=False)
    ]
    rules = [(x, 285, x, 385) for x in edges] + [(40, 285 + 20 * n, 555, 285 + 20 * n) for n in range(6)]
    return Sheet(lines, rules if ruled else ())


def heads() -> Sheet:
    """A header with a page number at the right margin, a centred title, a date set to the right, and a text."""
    top = [
        Line(f"Review of {NAME}", "left", LEFT, RIGHT, 40), Line("page 3", "right", LEFT, RIGHT, 40),
        Line(f"The life of {NAME}, told anew", "centre", LEFT, RIGHT, 70),
        Line(f"for {NAME}, 2 June", "right", LEFT, RIGHT, 85),
    ]  # fmt: skip
    return Sheet([*top, *(line for line in paragraph("left").lines if NAME not in line.words)])


SHEETS = {
    "ragged": paragraph("left"),
    "justified": paragraph("full"),
    "ruled table": table(ruled=True),
    "bare table": table(ruled=False),
    "heads": heads(),
}


def names(letters: str) -> st.SearchStrategy[str]:
    """Names that stand nowhere else in the drafts, and that fit the cells of the table."""
    return st.text(letters, min_size=2, max_size=30).map(str.capitalize).filter(fits)


def fits(name: str) -> bool:
    words = " ".join(line.words for sheet in SHEETS.values() for line in sheet.lines)
    alone = not matching.find(matching.haystack(words), matching.needle(name))
    return alone and name.isalpha() and pymupdf.Font("tiro").text_length(name, SIZE) < 180


Glyph = tuple[int, str, float, float]
Seen = tuple[list[bytes], list[Glyph], list[str], list[tuple[str, list[str]]]]


def published(draft: bytes, name: str, style: Style) -> bytes:
    decided = plan(draft, (name,), style=style)
    data, pictures = release.redacted(draft, decided)
    assert decided.removals
    assert not pictures
    return data


def seen(pdf: bytes) -> Seen:
    """Pixels, glyphs with their pages and places, text, and the structure: each object's type and keys."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        glyphs = [
            (page.number, chr(char[0]), char[2][0], char[2][1])
            for page in doc
            for span in page.get_texttrace()
            for char in span["chars"]
        ]
        pixels = [page.get_pixmap(dpi=150, alpha=False).samples for page in doc]
        text = [page.get_text() for page in doc]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        shape = [
            (str(thing.get("/Type", "")), sorted(thing.keys()))
            for thing in opened.objects
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)
        ]
    return pixels, glyphs, text, shape


def assert_same(one: Seen, two: Seen, *, levels: int = 0) -> None:
    """The same; pixels may differ by so many of 255 levels."""
    assert one[2] == two[2]
    assert [glyph[:2] for glyph in one[1]] == [glyph[:2] for glyph in two[1]]
    for (*_, x1, y1), (*_, x2, y2) in zip(one[1], two[1], strict=True):
        assert (x1, y1) == pytest.approx((x2, y2), abs=0.01)
    assert one[3] == two[3]
    for before, after in zip(one[0], two[0], strict=True):
        changes = np.frombuffer(before, np.uint8).astype(int) - np.frombuffer(after, np.uint8)
        assert np.abs(changes).max() <= levels


@needs_font
@pytest.mark.parametrize("style", ["blackout", "pseudonym"])
@pytest.mark.parametrize("layout", SHEETS)
@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_drafts_that_differ_in_a_name_are_published_alike(
    layout: str, style: Style, data: st.DataObject
) -> None:
    face, hand = data.draw(st.sampled_from(FACES)), data.draw(st.sampled_from(HANDS))
    letters = LATIN + BEYOND if face.startswith("CID") or hand == "TextWriter" else LATIN
    first, second = data.draw(names(letters)), data.draw(names(letters))
    sheet = SHEETS[layout]

    one = published(typeset(sheet, first, face, hand), first, style)
    two = published(typeset(sheet, second, face, hand), second, style)

    assert_same(seen(one), seen(two))
    if not face.endswith("subset"):
        assert one == two


@needs_font
@pytest.mark.parametrize("style", ["blackout", "pseudonym"])
@pytest.mark.parametrize("placement", PLACEMENTS)
@given(data=st.data())
@settings(max_examples=4, deadline=None)
def test_so_are_drafts_whose_pages_are_turned_or_forms(
    placement: str, style: Style, data: st.DataObject
) -> None:
    layout, face = data.draw(st.sampled_from(sorted(SHEETS))), data.draw(st.sampled_from(FACES))
    hand = data.draw(st.sampled_from(HANDS))
    first, second = data.draw(names(LATIN)), data.draw(names(LATIN))
    placed, sheet = PLACEMENTS[placement], SHEETS[layout]

    one = published(placed(typeset(sheet, first, face, hand)), first, style)
    two = published(placed(typeset(sheet, second, face, hand)), second, style)

    slanted = placement.startswith("slanted")  # the last of the digits written may differ there
    assert_same(seen(one), seen(two), levels=96 if slanted else 0)
    if not face.endswith("subset") and not slanted:
        assert one == two


@needs_font
@pytest.mark.parametrize("hand", [hand for hand in HANDS if "apart" not in hand])
@pytest.mark.parametrize("layout", SHEETS)
def test_lines_without_marks_look_as_they_did(layout: str, hand: Hand) -> None:
    """Hundreds of steps from word to word add up to other fractions in single precision; they are left out."""
    face = FACES[HANDS.index(hand) % len(FACES)]
    draft = typeset(SHEETS[layout], "Keziah", face, hand)

    after = published(draft, "Keziah", "pseudonym")

    marked = {line.baseline for line in SHEETS[layout].lines if NAME in line.words}
    old, new = (rows(pdf) for pdf in (draft, after))
    for number, (one, two) in enumerate(zip(old, new, strict=True)):
        y = number * 72 / 150
        assert one == two or any(-SIZE <= y - baseline <= 0.4 * SIZE for baseline in marked)


def rows(pdf: bytes) -> list[bytes]:
    """The page's rows of pixels at 150 dots an inch."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        pixels = doc[0].get_pixmap(dpi=150, alpha=False)
        return [
            pixels.samples[at : at + pixels.stride] for at in range(0, len(pixels.samples), pixels.stride)
        ]


@pytest.mark.parametrize("style", ["blackout", "pseudonym"])
def test_an_underline_is_as_long_as_what_it_underlines_now(style: Style) -> None:
    """A link on the line tells no more of the name either."""

    def drafted(name: str) -> bytes:
        with pymupdf.open() as doc:
            page = doc.new_page(width=WIDTH, height=HEIGHT)
            length = pymupdf.Font("helv").text_length(f"told {name} so", SIZE)
            before = 72 + pymupdf.Font("helv").text_length("They ", SIZE)
            page.insert_text((72, 100), f"They told {name} so in June.", fontsize=SIZE)
            page.draw_line((before, 102), (before + length, 102), width=0.6)
            place = pymupdf.Rect(before, 90, before + length, 103)
            page.insert_link({"kind": pymupdf.LINK_URI, "from": place, "uri": "https://example.org/"})
            return bytes(doc.tobytes())

    one = published(drafted("Ib"), "Ib", style)
    two = published(drafted("Wolfeschlegelstein"), "Wolfeschlegelstein", style)

    assert one == two
    with pymupdf.open(stream=one, filetype="pdf") as doc:
        assert len(doc[0].get_links()) == len(doc[0].get_drawings()) - 1 == 1
