"""What stands around the text of the first sample: title page, contents, running header and footer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pymupdf

NAVY = (0.11, 0.25, 0.37)
TEAL = (0.16, 0.5, 0.5)
GREY = (0.35, 0.38, 0.42)
LEFT, RIGHT = 71.0, 524.0
ENTRIES_A_PAGE = 44
HEADER = "SCR Overview Report: WINTER, Ruby"
FILE_PATH = r"S:\KSCB\Serious Case Reviews\Winter_Ruby\Overview Report v7 (NStott comments).docx"
TITLE_LINES = (
    ("Serious Case Review", "hebo", 30, 300),
    ("Overview report", "helv", 22, 334),
    ("in respect of", "helv", 13, 376),
    ("RUBY CONSTANCE WINTER", "hebo", 20, 404),
    ("(to be known in the published report as “Child D”)", "heit", 12, 426),
)
TITLE_FACTS = (
    ("Date of birth", "14 May 2009"),
    ("Date of death", "23 November 2012"),
    ("Board reference", "KSCB/SCR/2012/04"),
    ("Independent author", "Philippa Gainsford-Ayre"),
    ("Chair of the Board", "Professor Honor Pemberley"),
    ("Version", "7, 14 October 2013, not yet anonymised"),
    ("Copy number", "11 of 20, issued to Gideon Farrow"),
)


@dataclass(frozen=True)
class Heading:
    """One line of the contents: `page` counts from 1 in the finished file, `top` is in points."""

    level: int
    text: str
    page: int
    top: float


def add_title_page(pdf: pymupdf.Document) -> None:
    """Append the cover: the board's band and crest, the title, the facts of the case, the handling notice."""
    page = pdf.new_page(width=595, height=842)
    _crest(page)
    _write(
        page,
        [
            ("KELDERBY SAFEGUARDING CHILDREN BOARD", "hebo", 15, (140, 92)),
            ("Every child seen, every voice heard", "heit", 11, (140, 112)),
        ],
        (1, 1, 1),
    )
    _write(page, [(text, font, size, (LEFT, y)) for text, font, size, y in TITLE_LINES], NAVY)
    for row, (label, value) in enumerate(TITLE_FACTS):
        y = 490 + 20 * row
        _write(page, [(label, "hebo", 10.5, (LEFT, y)), (value, "helv", 10.5, (LEFT + 130, y))], (0, 0, 0))
    page.draw_rect(pymupdf.Rect(LEFT, 668, RIGHT, 740), color=(0.7, 0.1, 0.1), width=1.2)
    notice = (
        "RESTRICTED: UNREDACTED DRAFT FOR PANEL MEMBERS ONLY",
        "This draft names children and adults. It must not be copied, forwarded or left unattended.",
        "Return it to Norman Stott, Corn Exchange House, 5 Tenter Street, Kelderby KB1 1ZP.",
    )
    _write(
        page,
        [
            (line, "hebo" if row == 0 else "helv", 9.5, (LEFT + 12, 688 + 18 * row))
            for row, line in enumerate(notice)
        ],
        (0.5, 0.08, 0.08),
    )


def _crest(page: pymupdf.Page) -> None:
    page.draw_rect(pymupdf.Rect(0, 40, 595, 150), color=None, fill=NAVY)
    page.draw_rect(pymupdf.Rect(0, 150, 595, 156), color=None, fill=TEAL)
    page.draw_circle((100, 95), 30, color=(1, 1, 1), width=2)
    for turn in (-12, 0, 12):
        page.draw_bezier(
            (76, 95 + turn), (92, 83 + turn), (108, 107 + turn), (124, 95 + turn), color=(1, 1, 1), width=2
        )


def add_contents(pdf: pymupdf.Document, headings: Sequence[Heading]) -> None:
    """Append the contents pages; the links follow with `link_contents`, when their targets exist."""
    for first in range(0, len(headings), ENTRIES_A_PAGE):
        page = pdf.new_page(width=595, height=842)
        _write(page, [("Contents" if first == 0 else "Contents (continued)", "hebo", 17, (LEFT, 96))], NAVY)
        for heading, rect in _lines(headings[first : first + ENTRIES_A_PAGE]):
            _contents_line(page, heading, rect)


def link_contents(pdf: pymupdf.Document, headings: Sequence[Heading], contents_page: int) -> None:
    """Link each contents line to its heading; `contents_page` is the index of the first contents page."""
    for first in range(0, len(headings), ENTRIES_A_PAGE):
        page = pdf[contents_page + first // ENTRIES_A_PAGE]
        for heading, rect in _lines(headings[first : first + ENTRIES_A_PAGE]):
            target = pymupdf.Point(0, heading.top)
            page.insert_link(
                {"kind": pymupdf.LINK_GOTO, "from": rect, "page": heading.page - 1, "to": target}
            )


def _lines(headings: Sequence[Heading]) -> Iterator[tuple[Heading, pymupdf.Rect]]:
    for row, heading in enumerate(headings):
        top = 116 + 14.6 * row
        yield heading, pymupdf.Rect(LEFT, top, RIGHT, top + 14)


def _contents_line(page: pymupdf.Page, heading: Heading, rect: pymupdf.Rect) -> None:
    font, size = ("hebo", 10.0) if heading.level == 1 else ("helv", 9.5)
    left, base = rect.x0 + 18 * (heading.level - 1), rect.y1 - 3.5
    face, number = pymupdf.Font(font), str(heading.page)
    width = face.text_length(heading.text, size)
    number_left = RIGHT - face.text_length(number, size)
    dots = "." * int((number_left - left - width - 8) / face.text_length(".", size))
    pieces = ((heading.text, left), (dots, left + width + 4), (number, number_left))
    _write(page, [(text, font, size, (x, base)) for text, x in pieces], (0, 0, 0))


def add_running_lines(pdf: pymupdf.Document) -> None:
    """Write the running header and footer on every page but the cover."""
    for index in range(1, pdf.page_count):
        page = pdf[index]
        right, foot = page.rect.width - LEFT, page.rect.height - 36
        number = f"Page {index + 1} of {pdf.page_count}"
        helv = pymupdf.Font("helv")
        header_left, number_left = (
            right - helv.text_length(HEADER, 8.5),
            right - helv.text_length(number, 8.5),
        )
        pieces = [
            ("Kelderby Safeguarding Children Board", "helv", 8.5, (LEFT, 44)),
            (HEADER, "helv", 8.5, (header_left, 44)),
        ]
        pieces += [(FILE_PATH, "helv", 7, (LEFT, foot)), (number, "helv", 8.5, (number_left, foot))]
        _write(page, pieces, GREY)
        for y in (50, page.rect.height - 48):
            page.draw_line((LEFT, y), (right, y), color=GREY, width=0.5)


def _write(
    page: pymupdf.Page,
    pieces: Sequence[tuple[str, str, float, tuple[float, float]]],
    colour: tuple[float, float, float],
) -> None:
    """Write pieces of text, each (text, font name, size, point of its baseline's start), in one colour."""
    writer = pymupdf.TextWriter(page.rect)
    for text, font, size, point in pieces:
        writer.append(point, text, font=pymupdf.Font(font), fontsize=size)
    writer.write_text(page, color=colour)
