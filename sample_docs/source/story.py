"""Lay blocks out as A4 pages with footnotes at the foot of the page that refers to them."""

import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pymupdf

from source.markup import Block

BODY = pymupdf.Rect(71, 78, 524, 768)
CSS = """
* { font-family: sans-serif; font-size: 10.5pt; line-height: 1.3; }
h1 { font-size: 17pt; color: #1d3f5e; margin: 22pt 0 12pt 0; }
h2 { font-size: 12.5pt; color: #1d3f5e; margin: 12pt 0 6pt 0; }
p { margin: 0 0 7pt 0; }
p.numbered { margin-left: 34pt; text-indent: -34pt; }
p.item { margin-left: 56pt; text-indent: -22pt; margin-bottom: 4pt; }
p.plain { margin-left: 18pt; text-indent: -18pt; }
p.note { font-size: 8.5pt; margin: 0 0 2pt 0; }
table { border-collapse: collapse; margin: 6pt 0 10pt 0; width: 100%; }
td, th { border: 0.5pt solid #7d8a96; padding: 3pt 4pt; font-size: 8.5pt; text-align: left; vertical-align: top; }
th { font-weight: bold; }
sup, sup * { font-size: 7pt; }
a { color: #1a4d8f; }
"""
HEAD_ROW = "head-row"
LABEL_WIDTHS = {"numbered": 34.0, "item": 22.0}  # the hanging indents above
HYPHENATED = (
    "Thava~rajah",
    "Win~ter",
    "Wój~cik",
    "Prender~gast",
    "Castel~lanos",
    "Aber~nethy",
    "Ent~whistle",
    "Prud~hoe",
)
NOTE_GAP = 8.0
KEEP_WITH_NEXT = 34.0


@dataclass(frozen=True)
class Spot:
    """Where an element lies: `page` counts from 0, `rect` in points from the page's top left."""

    page: int
    rect: tuple[float, float, float, float]
    id: str = ""
    href: str = ""


@dataclass
class Laid:
    """Pages of one run of text, with the places of its headings and links and the height of each page's notes rule."""

    pdf: bytes = b""
    pages: int = 1
    spots: list[Spot] = field(default_factory=list)
    rules: dict[int, float] = field(default_factory=dict)


def inline(text: str) -> str:
    """HTML of a line: *italics*, footnote references, e-mail and web addresses, long names with soft hyphens."""
    out = html.escape(text, quote=False)
    for word in HYPHENATED:
        out = out.replace(word.replace("~", ""), word.replace("~", "&shy;"))
    out = re.sub(r"\*(.+?)\*", r"<i>\1</i>", out)
    out = re.sub(r"\[\^(\d+)\]", r'<a href="#note\1"><sup>\1</sup></a>', out)
    out = re.sub(r"\b[\w.]+@[\w.-]+\.example\b", r'<a href="mailto:\g<0>">\g<0></a>', out)
    return re.sub(r"\bwww\.[\w.-]+\.example[\w/-]*", r'<a href="https://\g<0>">\g<0></a>', out)


def to_html(blocks: Sequence[Block]) -> str:
    """HTML of the blocks; headings carry ids h0, h1 … in order."""
    headings = (f"h{number}" for number in range(len(blocks)))
    return "".join(_block_html(block, headings) for block in blocks)


def _block_html(block: Block, ids: Iterator[str]) -> str:
    label = _label(block)
    match block.kind:
        case "section":
            return f'<h1 id="{next(ids)}">{label}{inline(block.text)}</h1>'
        case "subsection":
            return f'<h2 id="{next(ids)}">{inline(block.text)}</h2>'
        case "table":
            return _table_html(block.rows)
        case _:
            return f'<p class="{block.kind}">{label}{inline(block.text)}</p>'


def _label(block: Block) -> str:
    """The block's number and as many spaces as fill its hanging indent."""
    if not block.label:
        return ""
    font, size = pymupdf.Font("helv"), 10.5
    rest = LABEL_WIDTHS.get(block.kind, 0.0) - font.text_length(block.label, size)
    spaces = max(2, round(rest / font.text_length(" ", size)))
    return f"{block.label}{'&nbsp;' * spaces}"


def _table_html(rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{inline(cell)}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{inline(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f'<table><tr id="{HEAD_ROW}">{head}</tr>{body}</table>'


def lay_out(text: str, notes: dict[int, str], css: str = CSS) -> Laid:
    """Typeset HTML into pages, styled by `css`; each note goes to the foot of the page on which its reference falls."""
    laid, buffer = Laid(), io.BytesIO()
    writer = pymupdf.DocumentWriter(buffer)
    story = pymupdf.Story(html=text, user_css=css)
    page, more = 0, True
    while more:
        device = writer.begin_page(pymupdf.paper_rect("a4"))
        more, spots, foot = _place(story, page, notes)
        laid.spots += spots
        story.draw(device)
        if foot:
            laid.rules[page] = BODY.y1 - _height(foot)
            footer = pymupdf.Story(html=foot, user_css=CSS)
            footer.place(pymupdf.Rect(BODY.x0, laid.rules[page] + 4, BODY.x1, BODY.y1 + 20))
            footer.draw(device)
        writer.end_page()
        page += 1
    writer.close()
    laid.pdf, laid.pages = buffer.getvalue(), page
    return laid


def _place(story: pymupdf.Story, page: int, notes: dict[int, str]) -> tuple[bool, list[Spot], str]:
    """Fill one page, giving up room at its foot until the notes it refers to fit and no heading stands last."""
    foot, end = "", BODY.y1
    while True:
        more, _ = story.place(pymupdf.Rect(BODY.x0, BODY.y0, BODY.x1, end))
        spots = _spots(story, page)
        needed = _notes_of(spots, notes)
        limit = BODY.y1 - (_height(needed) + NOTE_GAP if needed else 0.0)
        last = max(
            (spot.rect[1] for spot in spots if spot.id[:1] == "h" and spot.rect[3] > end - KEEP_WITH_NEXT),
            default=end,
        )
        if more and BODY.y0 < last < end:
            limit = last - 1
        if limit >= end:
            return bool(more), spots, foot
        foot, end = needed, limit


def _notes_of(spots: Sequence[Spot], notes: dict[int, str]) -> str:
    """HTML of the notes that the page refers to."""
    wanted = {spot.href for spot in spots}
    lines = (
        f'<p class="note"><sup>{n}</sup> {inline(note)}</p>'
        for n, note in notes.items()
        if f"#note{n}" in wanted
    )
    return "".join(lines)


def _spots(story: pymupdf.Story, page: int) -> list[Spot]:
    found: list[Spot] = []

    def keep(element: pymupdf.mupdf.FzStoryElementPosition) -> None:  # type: ignore[name-defined, unused-ignore]
        if element.href or (element.id and element.open_close & 1):
            x0, y0, x1, y1 = element.rect
            found.append(Spot(page, (x0, y0, x1, y1), element.id or "", element.href or ""))

    story.element_positions(keep)
    return list(dict.fromkeys(found))


def _height(notes: str) -> float:
    """Height in points that the notes take at the foot of a page."""
    story = pymupdf.Story(html=notes, user_css=CSS)
    _, filled = story.place(pymupdf.Rect(BODY.x0, 0, BODY.x1, 400))
    return float(filled[3]) + 6
