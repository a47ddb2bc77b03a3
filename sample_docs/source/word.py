"""Build the second sample: a practice review as a Word draft under review."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from source import word_parts
from source.markup import Block, read_folder, read_footnotes

TEXTS = Path(__file__).parent / "family_w"
COLUMN_WIDTHS = {3: (3.6, 4.0, 8.4), 6: (3.4, 2.4, 2.6, 1.8, 2.4, 3.4)}  # centimetres
NAVY = RGBColor(0x1D, 0x3F, 0x5E)
PIECES = re.compile(
    r"\[\^(?P<note>\d+)\]|\{(?P<mark>ins|del|hidden|comment):(?:(?P<who>[^|}]*)\|)?(?P<text>[^}]*)\}"
    r"|\*(?P<italic>[^*]+)\*|(?P<mail>[\w.]+@[\w.-]+\.example)|(?P<web>www\.[\w.-]+\.example[\w/-]*)"
)
COMMENTS = {
    "1": (
        "Saoirse Quill",
        "SQ",
        "Kieran, direct line or the shared one? Yours is 07700 900874 but I don't think you want that here.",
    ),
    "2": (
        "Imogen Trask",
        "IT",
        "Do we need this? It gives away Angel's day of birth, and Akosua's. Ask Despina what she thinks.",
    ),
}
TITLE = (
    ("Title", "Local Child Safeguarding Practice Review"),
    ("Subtitle", "Baby W: Angel Sarpong"),
    ("Normal", "Ilverstone Safeguarding Children Partnership"),
    ("Normal", "Lead reviewer: Dr Marguerite Delacroix-Hume"),
    ("Normal", "Draft 4 for the review group, 9 December 2019"),
    ("Normal", "OFFICIAL-SENSITIVE. Contains the names of children. Do not forward."),
)
TEXT_BOX = (
    "Angel’s household on 28 March 2019",
    "Eleni Christodoulou and Kwabena Sarpong, parents",
    "Theo (5), Max (3) and Angel (11 weeks)",
    "Within five miles: Yiayia (Despina) and Stavros at Saltwick. Forty minutes away: Akosua Sarpong-Mills.",
)
FILE_PATH = r"\\iscp-fs01\LCSPR\2019-02 Sarpong\Baby W draft 4 KBolam.docx"
MANAGER = b"<Manager>Imogen Trask</Manager>"
COMPANY = b"<Company>Ilverstone City Council</Company>"


def build(path: Path) -> None:
    """Write the draft to `path`."""
    document = docx.Document()
    _set_styles(document)
    _set_running_lines(document)
    word_parts.add_footnotes(document, read_footnotes(TEXTS / "footnotes.md"))
    _add_title_page(document)
    for block in read_folder(TEXTS):
        _add_block(document, block)
    _set_properties(document)
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(_with_fixed_dates(buffer.getvalue()))


def _set_styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.15
    for name, size in (("Title", 28), ("Subtitle", 18), ("Heading 1", 17), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), NAVY
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)


def _set_running_lines(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "ISCP practice review: SARPONG, Angel (d.o.b. 09/01/2019)"
    footer = section.footer.paragraphs[0]
    footer.text = f"{FILE_PATH}\tPage "
    word_parts.add_page_field(footer)
    for paragraph in (section.header.paragraphs[0], footer):
        paragraph.runs[0].font.size = Pt(8)


def _add_title_page(document: Document) -> None:
    for style, text in TITLE:
        document.add_paragraph(text, style=style)
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def _add_block(document: Document, block: Block) -> None:
    match block.kind:
        case "section" | "subsection":
            label = f"{block.label}  " if block.label else ""
            document.add_heading(label + block.text, level=1 if block.kind == "section" else 2)
        case "table":
            _add_table(document, block.rows)
        case "figure":
            word_parts.add_text_box(document.add_paragraph(), TEXT_BOX)
        case _:
            paragraph = document.add_paragraph(f"{block.label}\t" if block.label else "")
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = (
                Cm(1.27),
                Cm(-1.27),
            )
            _add_pieces(document, paragraph, block.text)


def _add_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    widths = COLUMN_WIDTHS[len(rows[0])]
    for row in rows:
        for cell, text, width in zip(table.add_row().cells, row, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].add_run(text).font.size = Pt(9)
    document.add_paragraph()


def _add_pieces(document: Document, paragraph: Paragraph, text: str) -> None:
    """Append a line of marked-up text: plain runs, and between them notes, links, comments and tracked changes."""
    end = 0
    for piece in PIECES.finditer(text):
        paragraph.add_run(text[end : piece.start()])
        _add_piece(document, paragraph, piece)
        end = piece.end()
    paragraph.add_run(text[end:])


def _add_piece(document: Document, paragraph: Paragraph, piece: re.Match[str]) -> None:
    if piece["note"]:
        word_parts.add_footnote_reference(paragraph, int(piece["note"]))
    elif piece["italic"]:
        paragraph.add_run(piece["italic"]).italic = True
    elif piece["mail"]:
        word_parts.add_link(paragraph, piece["mail"], f"mailto:{piece['mail']}")
    elif piece["web"]:
        word_parts.add_link(paragraph, piece["web"], f"https://{piece['web']}")
    elif piece["mark"] == "hidden":
        paragraph.add_run(piece["text"]).font.hidden = True
    elif piece["mark"] == "comment":
        _add_comment(document, paragraph, piece["who"], piece["text"])
    else:
        word_parts.add_change(paragraph, piece["mark"], piece["who"], piece["text"])


def _add_comment(document: Document, paragraph: Paragraph, key: str, anchor: str) -> None:
    author, initials, text = COMMENTS[key]
    comment = document.add_comment(paragraph.add_run(anchor), text, author=author, initials=initials)
    comment._comment_elm.date = datetime(2019, 12, 9, 15, 20, tzinfo=UTC)


def _set_properties(document: Document) -> None:
    properties = document.core_properties
    properties.title = "LCSPR Baby W (Angel Sarpong) draft 4"
    properties.author = "Marguerite Delacroix-Hume"
    properties.last_modified_by = "Kieran Bolam"
    properties.subject = "Sarpong / Christodoulou family, 27 Limekiln Road"
    properties.keywords = "LCSPR; Sarpong; Christodoulou; ISCP/LCSPR/2019/02"
    properties.comments = "Draft 4 with Imogen Trask's changes. Despina has seen pages 1 to 4."
    properties.language = "en-GB"
    properties.created = properties.modified = properties.last_printed = datetime(
        2019, 12, 9, 15, 20, tzinfo=UTC
    )
    properties.revision = 31
    for part in document.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = part.blob.replace(b"<Manager/>", MANAGER).replace(b"<Company/>", COMPANY)


def _with_fixed_dates(package: bytes) -> bytes:
    """The same package with every member dated alike, so that each build gives the same bytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name, (2019, 12, 9, 15, 20, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return buffer.getvalue()
