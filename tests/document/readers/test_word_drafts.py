"""Word drafts: what Word shows is read in its order; what it does not show is not."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pymupdf
import pytest
from docx.shared import Cm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_files import paragraph, read, saved, with_body

from redactor.document.source import read_draft
from redactor.errors import Cancelled, UnusableInput

TEXT = '<w:t xml:space="preserve">{}</w:t>'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{TEXT.format(text)}</w:r>"


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


def test_paragraphs_stay_whole_over_lines_and_pages() -> None:
    document = docx.Document()
    text = "Reuben told Ms Okafor-Smith that he had been to Grimsand with Oz. " * 12
    text = text.strip()
    for _ in range(30):
        document.add_paragraph(text)

    read_back = read(saved(document))

    assert len(read_back.pages) > 3
    assert read_back.text.split("\n") == [text] * 30 + [""]


def test_a_table_row_is_one_line_with_its_cells_parted() -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for row in (("Name", "Relation", "Born"), ("Coral Marlowe", "Mother", "02.08.1979")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text

    assert read(saved(document)).text == "Name | Relation | Born\nCoral Marlowe | Mother | 02.08.1979\n"


def test_addresses_in_narrow_cells_stay_whole() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=8)
    table.rows[0].cells[3].text = "coral.marlowe1979@mailbox.example.org.uk"
    table.rows[0].cells[4].text = "https://www.social.example/coral.marlowe"

    text = read(saved(document)).text

    assert "coral.marlowe1979@mailbox.example.org.uk | https://www.social.example/coral.marlowe" in text


def test_a_row_taller_than_a_page_is_read_to_its_end() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Narrative"
    for number in range(200):
        table.rows[0].cells[1].add_paragraph(f"Entry {number}.")
    document.add_paragraph("After.")

    text = read(saved(document)).text

    assert all(f"Entry {number}." in text for number in range(200))
    assert text.endswith("After.\n")


def test_a_table_with_more_columns_than_a_page_can_hold_is_read() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=40)
    for number, cell in enumerate(table.rows[1].cells):
        cell.text = f"Name{number}"

    page = read(saved(document)).pages[0]

    assert all(f"Name{number}" in page.text for number in range(40))
    assert max(page.quads[2::8]) <= page.width - 50


def test_nested_and_merged_cells_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Household"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Siblings"
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "Clover", "Half-sister"

    text = read(saved(document)).text

    assert [text.count(word) for word in ("Household", "Siblings", "Clover", "Half-sister")] == [1, 1, 1, 1]


def test_insertions_are_read_and_deletions_are_not() -> None:
    draft = with_body(
        f'<w:p>{run("Child M ")}<w:ins w:id="1" w:author="x">{run("was seen")}</w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>Reuben</w:delText></w:r></w:del>'
        f'<w:moveFrom w:id="3" w:author="x">{run("moved away")}</w:moveFrom>'
        f'<w:moveTo w:id="4" w:author="x">{run(" at home.")}</w:moveTo></w:p>'
    )

    assert read(draft).text == "Child M was seen at home.\n"


def test_a_paragraph_whose_mark_is_deleted_runs_on() -> None:
    draft = with_body(
        f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>{run("Okon")}</w:p>',
        paragraph("jo came."),
    )

    assert read(draft).text == "Okonjo came.\n"


def test_a_drop_capital_belongs_to_its_word() -> None:
    draft = with_body(
        f'<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>{run("R")}</w:p>', paragraph("euben was seen.")
    )

    assert read(draft).text == "Reuben was seen.\n"


def test_hidden_text_is_not_read_whether_direct_or_by_style() -> None:
    document = docx.Document()
    style = document.styles.add_style("Ghost", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    style.font.hidden = True
    line = document.add_paragraph("Seen. ")
    line.add_run("direct").font.hidden = True
    line.add_run("styled", style="Ghost")
    line.add_run("shown after all", style="Ghost").font.hidden = False

    assert read(saved(document)).text == "Seen. shown after all\n"


def test_fields_show_their_results_and_hide_their_instructions() -> None:
    nested = field("IF ", run("A"))
    draft = with_body(
        f"<w:p>{run('See ')}{field(' REF name ', run('Section 4'))}{run(' and ')}"
        f'<w:fldSimple w:instr=" AUTHOR ">{run("Ms Marr")}</w:fldSimple></w:p>',
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{nested}<w:r><w:instrText>x</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("outer")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )

    assert read(draft).text == "See Section 4 and Ms Marr\nouter\n"


def test_text_after_a_field_that_never_ends_is_read() -> None:
    draft = with_body('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', paragraph("Reuben"))

    assert "Reuben" in read(draft).text


def test_form_fields_show_what_was_chosen() -> None:
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    entries = '<w:listEntry w:val="Father"/><w:listEntry w:val="Stepfather"/>'
    choice = f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>'
    box = '<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
    draft = with_body(f"<w:p>{form.format(choice)}{form.format(box)}</w:p>")

    assert read(draft).text == "Stepfather☒\n"


def test_text_boxes_content_controls_and_links_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed Clover')}</w:txbxContent>"
    draft = with_body(
        "<w:p><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Controlled Denzil')}</w:sdtContent></w:sdt>",
        f'<w:p><w:hyperlink w:anchor="x">{run("Linked Filomena")}</w:hyperlink></w:p>',
    )

    text = read(draft).text

    assert text == "Boxed Clover\nControlled Denzil\nLinked Filomena\n"


def test_headers_and_footers_stand_beside_the_text_of_every_page() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Marlowe, R"
    section.footer.paragraphs[0].text = "Draft 4"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "First"
    for _ in range(120):
        document.add_paragraph("Text.")

    pages = read(saved(document)).pages

    assert "\fFirst" in pages[0].text
    assert all(page.text.endswith("\fMarlowe, R\vDraft 4\v") for page in pages[1:])


def test_page_numbers_in_footers_are_those_of_the_pages() -> None:
    document = docx.Document()
    footer = document.sections[0].footer.paragraphs[0]
    footer._p.append(
        docx.oxml.parse_xml(f'<w:fldSimple xmlns:w="{docx.oxml.ns.nsmap["w"]}" w:instr="PAGE"/>')
    )
    document.add_paragraph("one").add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    document.add_paragraph("two")

    assert [page.text for page in read(saved(document)).pages] == ["one\v\f1\v", "two\v\f2\v"]


def test_a_header_that_would_fill_the_page_goes_into_the_text() -> None:
    document = docx.Document()
    for number in range(60):
        document.sections[0].header.add_paragraph(f"Line {number}.")
    document.add_paragraph("Body.")

    text = read(saved(document)).text

    assert all(f"Line {number}." in text for number in range(60))
    assert "Body." in text


def test_lists_carry_their_numbers() -> None:
    document = docx.Document()
    for text in ("First", "Second"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Point", style="List Bullet")

    assert read(saved(document)).text == "1. First\n2. Second\n• Point\n"


def test_a_sections_own_header_begins_on_a_new_page() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Part one"
    document.add_paragraph("one")
    section = document.add_section()
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "Part two"
    document.add_paragraph("two")

    assert [page.text for page in read(saved(document)).pages] == ["one\v\fPart one\v", "two\v\fPart two\v"]


def picture(width: int, height: int) -> bytes:
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, width, height))
    pixels.clear_with(255)
    pixels.set_rect(pymupdf.IRect(0, 0, width // 2, height), (200, 0, 0))
    return pixels.tobytes("png")


def test_a_picture_stands_on_its_page() -> None:
    document = docx.Document()
    document.add_paragraph("Before.")
    document.add_picture(io.BytesIO(picture(40, 20)), width=Cm(4))

    with pymupdf.open("pdf", read_draft(saved(document), "draft.docx").pdf) as pdf:
        (shown,) = pdf[0].get_image_info()

    assert (shown["bbox"][2] - shown["bbox"][0]) == pytest.approx(4 / 2.54 * 72, abs=1)


def test_what_is_cropped_off_a_picture_is_gone() -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(picture(40, 20)))
    fill = next(document.element.body.iter("{*}blipFill"))
    fill.insert(1, docx.oxml.parse_xml(f'<a:srcRect xmlns:a="{docx.oxml.ns.nsmap["a"]}" l="50000"/>'))

    with pymupdf.open("pdf", read_draft(saved(document), "draft.docx").pdf) as pdf:
        pixels = pymupdf.Pixmap(pdf, pdf[0].get_images()[0][0])

    assert pixels.width == 20
    assert {pixels.pixel(x, y) for x in range(20) for y in range(20)} == {(255, 255, 255)}


def test_a_picture_that_cannot_be_drawn_leaves_a_word_in_its_place() -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(picture(4, 4)))
    for part in document.part.package.iter_parts():
        if part.partname.endswith(".png"):
            part._blob = b"\x01\0\0\0no picture"

    assert read(saved(document)).text == "[picture]\n"


def test_notes_follow_under_the_numbers_of_their_references(sample_docs: Path) -> None:
    draft = sample_docs / "family-w-draft.docx"

    text = read(draft.read_bytes()).text

    assert text.index("[1]") < text.index("Notes") < text.rindex("[1]")
    assert "The Panel’s letter to Imogen Trask" in text[text.rindex("[1]") :]


def test_every_glyph_of_the_sample_has_its_place_on_the_working_pdf(sample_docs: Path) -> None:
    opened = read_draft((sample_docs / "family-w-draft.docx").read_bytes(), "draft.docx")

    with pymupdf.open("pdf", opened.pdf) as pdf:
        for page, drawn in zip(opened.document.pages, pdf, strict=True):
            left_out = "\u00ad"
            ours = sorted(c for c in page.text if not c.isspace() and c not in left_out)
            theirs = sorted(c for c in drawn.get_text() if not c.isspace())
            assert ours == theirs


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(UnusableInput, match="holds no text"):
        read(saved(docx.Document()))


def test_reading_can_be_cancelled() -> None:
    def tick(done: int, total: int, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_draft(with_body(paragraph("x")), "draft.docx", tick)


WORDS = st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x2FF), min_size=1, max_size=60)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_whatever_a_table_holds_all_of_it_is_read(rows: list[list[str]]) -> None:
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=4)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text

    shown = read(saved(document)).text.replace(" ", "").replace("|", "").replace("\n", "")

    wanted = "".join(text for row in rows for text in row).replace("|", "").replace("\u00ad", "")
    assert shown == wanted
