"""Build the first sample: a long overview report as a born-digital PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pymupdf

from source import furniture, genogram, remarks
from source.furniture import Heading
from source.markup import Block, read_folder, read_footnotes
from source.story import HEAD_ROW, Laid, Spot, lay_out, to_html

TEXTS = Path(__file__).parent / "child_d"
CONTENTS_INDEX = 1
FRESH_PAGE = ("The family", "Integrated", "Shared", "Recommendations", "References", "Appendix")
BAND = (0.86, 0.9, 0.93)


@dataclass(frozen=True)
class Flow:
    """A run of blocks that starts on a fresh page, or a figure that fills one."""

    blocks: tuple[Block, ...]

    @property
    def figure(self) -> bool:
        return self.blocks[0].kind == "figure"


def build(path: Path) -> None:
    """Write the report to `path`."""
    flows = list(_flows(read_folder(TEXTS)))
    notes = read_footnotes(TEXTS / "footnotes.md")
    laid = [Laid() if flow.figure else lay_out(to_html(flow.blocks), notes) for flow in flows]
    count = sum(block.kind in ("section", "subsection") for flow in flows for block in flow.blocks) + 1
    front = CONTENTS_INDEX + -(-count // furniture.ENTRIES_A_PAGE)
    headings, body = _assemble(flows, laid, front)
    pdf = pymupdf.open()
    furniture.add_title_page(pdf)
    furniture.add_contents(pdf, headings)
    pdf.insert_pdf(body)
    furniture.add_running_lines(pdf)
    furniture.link_contents(pdf, headings, CONTENTS_INDEX)
    _link_body(pdf, laid, front)
    remarks.add_remarks(pdf, front)
    remarks.add_bookmarks(pdf, headings)
    remarks.set_metadata(pdf)
    pdf.subset_fonts()
    pdf.save(path, garbage=4, deflate=True, no_new_id=True)


def _flows(blocks: Sequence[Block]) -> Iterator[Flow]:
    run: list[Block] = []
    for block in blocks:
        fresh = block.kind == "section" and block.text.startswith(FRESH_PAGE)
        if run and (fresh or block.kind == "figure" or run[0].kind == "figure"):
            yield Flow(tuple(run))
            run = []
        run.append(block)
    yield Flow(tuple(run))


def _assemble(
    flows: Sequence[Flow], laid: Sequence[Laid], front: int
) -> tuple[list[Heading], pymupdf.Document]:
    """The body of the report in one document, and its headings with the pages they will have behind the front matter."""
    body = pymupdf.open()
    headings: list[Heading] = []
    for flow, text in zip(flows, laid, strict=True):
        start = body.page_count
        if flow.figure:
            genogram.add_genogram(body)
            headings.append(Heading(2, "Genogram (Winter, Ambler, Wójcik)", front + start + 1, 0))
            continue
        body.insert_pdf(_decorated(text))
        headings += _headings(flow.blocks, text.spots, front + start)
    return headings, body


def _decorated(text: Laid) -> pymupdf.Document:
    """Pages of one flow with the rule above the notes and a band behind the head of each table."""
    pdf = pymupdf.open("pdf", text.pdf)
    for page in pdf.pages():
        page.wrap_contents()
    for number, height in text.rules.items():
        pdf[number].draw_line((71, height), (190, height), color=(0.4, 0.4, 0.4), width=0.5)
    for spot in text.spots:
        if spot.id == HEAD_ROW:
            pdf[spot.page].draw_rect(pymupdf.Rect(spot.rect), color=None, fill=BAND, overlay=False)
    return pdf


def _headings(blocks: Sequence[Block], spots: Sequence[Spot], before: int) -> Iterator[Heading]:
    """Headings of one flow, whose first page is the one after the first `before` pages."""
    places = {spot.id: spot for spot in spots}
    titled = [block for block in blocks if block.kind in ("section", "subsection")]
    for number, block in enumerate(titled):
        spot = places[f"h{number}"]
        level = 1 if block.kind == "section" else 2
        text = f"{block.label}  {block.text}" if block.label else block.text
        yield Heading(level, text, before + spot.page + 1, spot.rect[1])


def _link_body(pdf: pymupdf.Document, laid: Sequence[Laid], front: int) -> None:
    """Link addresses to where they lead, and footnote references to the notes of their page."""
    start = front
    for text in laid:
        for spot in text.spots:
            if spot.href:
                pdf[start + spot.page].insert_link(_link(spot, start, text.rules))
        start += text.pages


def _link(spot: Spot, start: int, rules: dict[int, float]) -> dict[str, object]:
    source = pymupdf.Rect(spot.rect)
    if spot.href.startswith("#"):
        target = pymupdf.Point(0, rules[spot.page])
        return {"kind": pymupdf.LINK_GOTO, "from": source, "page": start + spot.page, "to": target}
    return {"kind": pymupdf.LINK_URI, "from": source, "uri": spot.href}
