"""What is carried over of a draft's objects, and what words are taken out of programs, profiles and tables."""

from __future__ import annotations

import struct

import pymupdf
from draft_kit import CHILD, draft, plan, text_of

from redactor.publish import encodings, font_programs, neutral_names, release
from redactor.publish.carry import carry
from redactor.publish.colour_profiles import bare_profile
from redactor.publish.pictures import bare_jpeg_2000


def test_what_no_rule_allows_is_dropped_and_what_draws_stays() -> None:
    doc = pymupdf.open(stream=draft(), filetype="pdf")
    page = doc[0].xref
    doc.xref_set_key(page, "Note", "(Keziah)")
    doc.xref_set_key(page, "Thumb", "<</Keziah true>>")
    doc.xref_set_key(doc.pdf_catalog(), "Client", "(Keziah)")
    before = text_of(bytes(doc.tobytes()))

    carry(doc)

    source = bytes(doc.tobytes(expand=255, garbage=3))
    assert b"Keziah" not in source.replace(b"Keziah Thornbury-Okafor (known", b"")
    assert text_of(source) == before


def test_resources_are_called_by_neutral_names_in_all_that_draws() -> None:
    data = b"/Keziah#20O 11 Tf (Keziah O) Tj /Keziah#20O Do BI /CS /Keziah#20O /W 1 ID Keziah\nEI /Odd ri"

    new = neutral_names.called(data, {b"Keziah O": b"N1"})

    assert new.split(b"\n")[0] == b"/N1 11 Tf"
    assert new.count(b"/N1") == 3
    assert b"(Keziah O) Tj" in new
    assert b"/Odd" not in new


def test_a_font_program_loses_its_words_and_keeps_its_shapes() -> None:
    program = pymupdf.Font("tiro").buffer
    bare = font_programs.bare_program(program)

    assert len(bare) == len(program)
    assert b"Copyright" not in bare
    assert b"Nimbus" not in bare
    kept = pymupdf.Font(fontbuffer=bare)
    assert kept.glyph_advance(ord("K")) == pymupdf.Font("tiro").glyph_advance(ord("K"))


def test_a_font_in_tables_keeps_those_that_draw() -> None:
    tables = {b"glyf": b"shapes!!", b"head": bytes(12), b"name": b"Keziah  "}
    at, entries, bodies = 12 + 16 * len(tables), b"", b""
    for tag, table in tables.items():
        entries += tag + struct.pack(">3I", 0, at + len(bodies), len(table))
        bodies += table
    font = b"\0\1\0\0" + struct.pack(">4H", len(tables), 0, 0, 0) + entries + bodies + b"Keziah"

    bare = font_programs.bare_program(font)

    assert b"Keziah" not in bare
    assert b"shapes!!" in bare
    assert bare[4:6] == b"\0\2"


def test_the_clear_text_of_a_postscript_font_is_overwritten() -> None:
    bare = font_programs.bare_program(
        b"%!PS Font\n% for Keziah\n/FontName /Keziah def /Notice (Keziah) def eexec\x80"
    )

    assert b"Keziah" not in bare
    assert bare.endswith(b"eexec\x80")


def test_what_is_no_font_is_left_alone() -> None:
    assert font_programs.bare_program(b"") == b""
    assert font_programs.bare_program(b"\1\0\4\1\0") == b"\1\0\4\1\0"


def test_a_profile_keeps_the_tags_that_colours_rest_on() -> None:
    head = bytearray(128)
    head[36:40], head[80:84] = b"acsp", b"Kez."
    entries = b"desc" + struct.pack(">2I", 156, 8) + b"wtpt" + struct.pack(">2I", 164, 8)
    profile = bytes(head) + struct.pack(">I", 2) + entries + b"Keziah  whitewht"

    bare = bare_profile(profile)

    assert b"Kez" not in bare
    assert b"whitewht" in bare
    assert int.from_bytes(bare[:4], "big") == len(bare)
    assert bare_profile(b"Keziah" * 30) == b""


def test_a_table_of_codes_is_written_anew() -> None:
    cmap = b"% Keziah\n/CMapName /Keziah def /WMode 1 def 1 begincidrange <0000> <00ff> 3 endcidrange"

    plain = encodings.plain(cmap)

    assert b"Keziah" not in plain
    assert b"1 begincidrange\n<0000> <00ff> 3\nendcidrange" in plain
    assert b"/WMode 1" in plain


def test_a_jpeg_2000_keeps_the_boxes_that_pixels_need() -> None:
    def box(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", 8 + len(body)) + kind + body

    codes = b"\xff\x4f\xff\x51\0\4ab\xff\x64\0\x0aKeziah..\xff\x90\0\4xy\xff\xd9"
    picture = box(b"jP  ", b"sign") + box(b"xml ", b"Keziah") + box(b"jp2c", codes + b"Keziah")

    bare = bare_jpeg_2000(picture)

    assert b"Keziah" not in bare
    assert bare == box(b"jP  ", b"sign") + box(b"jp2c", b"\xff\x4f\xff\x51\0\4ab\xff\x90\0\4xy\xff\xd9")


def test_a_draft_whose_font_is_called_as_that_of_labels_keeps_its_letters() -> None:
    """As one that was published before."""
    with pymupdf.open() as doc:
        page = doc.new_page()
        for name, y in zip(neutral_names.OWN, (100, 120, 140), strict=True):
            page.insert_font(fontname=name, fontbuffer=pymupdf.Font("cour").buffer)
            page.insert_text((72, y), f"{y} met {CHILD} there", fontname=name)
        pdf = bytes(doc.tobytes())

    out = release.make(pdf, plan(pdf, style="pseudonym")).data

    assert text_of(out).split() == [
        word for y in (100, 120, 140) for word in f"{y} met Child A there".split()
    ]
    with pymupdf.open(stream=out) as published:
        named = {font[4]: font[3] for font in published[0].get_fonts()}
    assert "Bold" in named.pop(neutral_names.LABELS)
    assert not named.keys() & set(neutral_names.OWN)
