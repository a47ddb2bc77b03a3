"""The fonts of the published file tell nothing of letters that were taken out."""

from __future__ import annotations

import pymupdf
from draft_kit import CHILD, draft, plan, text_of

from redactor.publish import release


def test_a_table_of_letters_keeps_only_those_still_in_use() -> None:
    with pymupdf.open() as doc:
        page = doc.new_page(width=595, height=842)
        page.insert_font(fontname="F0", fontbuffer=pymupdf.Font("hebo").buffer)
        page.insert_text((72, 80), f"{CHILD} was seen", fontname="F0")
        pdf = bytes(doc.tobytes())

    made = release.make(pdf, plan(pdf))[0]

    assert text_of(made).split() == ["was", "seen"]
    with pymupdf.open(stream=made, filetype="pdf") as out:
        font = out[0].get_fonts()[0][0]
        table = out.xref_stream(int(out.xref_get_key(font, "ToUnicode")[1].split()[0]))
        assert table.count(b"><") == len(set("was seen")) + 1  # and the code space


def test_words_in_a_font_that_is_not_there_stop_nothing() -> None:
    with pymupdf.open(stream=draft(), filetype="pdf") as doc:
        page = doc[0]
        xref = doc.get_new_xref()
        doc.update_object(xref, "<<>>")
        doc.update_stream(xref, page.read_contents() + b"\nBT /Nowhere 11 Tf 72 400 Td (lost) Tj ET")
        page.set_contents(xref)
        pdf = bytes(doc.tobytes())

    assert release.make(pdf, plan(pdf))[0]
