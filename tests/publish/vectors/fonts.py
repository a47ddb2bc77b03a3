"""The name in fonts: what they are called, what their tables say, what their programs hold."""

from __future__ import annotations

import struct

import pikepdf
import pymupdf

from vectors.kit import (
    NAME,
    add,
    cmap,
    glyphs,
    line,
    literal,
    made,
    resource,
    stream,
    truetype,
    type0,
    vector,
)

WORDS = literal(NAME)
KEY = NAME.replace(" ", "#20")
Y = 600


@vector(hidden=True)
def font_called_after_the_child(pdf: pikepdf.Pdf) -> None:
    font = made(
        pdf,
        f"<</Type/Font/Subtype/TrueType/BaseFont/{KEY}/Name/{KEY}/FirstChar 32/LastChar 32/Widths[300]/Encoding/WinAnsiEncoding"
        f"/FontDescriptor<</Type/FontDescriptor/FontName/{KEY}/FontFamily{WORDS}/Flags 32/FontBBox[0 0 9 9]/ItalicAngle 0"
        f"/Ascent 900/Descent -200/CapHeight 700/StemV 80/Style<</Panose{WORDS}>>/Lang/{KEY}>>>>",
    )
    resource(pdf, "Font", "F2", font)
    add(pdf, f"BT /F2 11 Tf 72 {Y} Td (as we said) Tj ET")


@vector(hidden=True)
def font_nobody_uses(pdf: pikepdf.Pdf) -> None:
    glyph = stream(pdf, f"500 0 d0 % {NAME}\n0 0 9 9 re f")
    font = made(
        pdf,
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<<>>/FirstChar 65/LastChar 65"
        f"/Widths[500]/Encoding<</Differences[65/{KEY}]>>/Name/{KEY}>>",
    )
    font.CharProcs["/" + NAME] = glyph
    resource(pdf, "Font", "F9", font)


@vector(hidden=True)
def glyphs_called_after_the_child(pdf: pikepdf.Pdf) -> None:
    """Of a Type 3 font in use: glyph names and remarks in their procedures."""
    font = made(
        pdf,
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 900 900]/FontMatrix[.01 0 0 .01 0 0]/CharProcs<<>>/FirstChar 65/LastChar 66"
        f"/Widths[500 500]/Encoding<</Differences[65/{KEY}/Okafor]>>/Resources<<>>>>",
    )
    for name in (NAME, "Okafor"):
        font.CharProcs["/" + name] = stream(
            pdf, f"500 0 d0 % {NAME}\n/Tag<</Note{WORDS}>>BDC 0 0 400 400 re f EMC"
        )
    resource(pdf, "Font", "F9", font)
    add(pdf, f"BT /F9 1 Tf 72 {Y} Td (AB) Tj ET")


@vector(pictured=True, drawn=[(1, 70, 226, 290, 247)], expect="clean_or_refuse")
def glyph_that_draws_the_name(pdf: pikepdf.Pdf) -> None:
    """One glyph of a Type 3 font shows the whole name; the table says it is a dash."""
    glyph = stream(pdf, b"200 0 d0 " + line(NAME, 0, 0, 14))
    font = made(
        pdf,
        "<</Type/Font/Subtype/Type3/FontBBox[0 -5 250 20]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/FirstChar 65/LastChar 65"
        "/Widths[200]/Encoding<</Differences[65/dash]>>/Resources<<>>>>",
    )
    font.CharProcs.dash = glyph
    font.Resources.Font = pdf.pages[0].obj.Resources.Font
    font.ToUnicode = stream(pdf, cmap({65: "-"}, width=1))
    resource(pdf, "Font", "F9", font)
    add(pdf, f"BT /F9 1 Tf 72 {Y} Td (A) Tj ET")


@vector(hidden=True)
def codes_nobody_shows(pdf: pikepdf.Pdf) -> None:
    """Differences and ToUnicode say more than is used: the name, in order, and in one go."""
    letters = {200 + number: letter for number, letter in enumerate(NAME)}
    font = made(
        pdf,
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding"
        f"/Differences[200 {' '.join('/' + c for c in NAME if c.isalpha())} 250/{KEY}]>>>>",
    )
    font.ToUnicode = stream(pdf, cmap({**letters, 254: NAME, 97: "a"}, width=1))
    resource(pdf, "Font", "F2", font)
    add(pdf, f"BT /F2 11 Tf 72 {Y} Td (as we said) Tj ET")


@vector(hidden=True)
def words_in_font_tables(pdf: pikepdf.Pdf) -> None:
    """Comments and names in ToUnicode and in an encoding of its own, and the collection of the glyphs."""
    info = f"<</Registry{WORDS}/Ordering{WORDS}/Supplement 0>>"
    font, face = type0(pdf, info=info, descriptor=f"/FontFamily{WORDS}/Note{WORDS}")
    remark = f"% {NAME}\n/CIDSystemInfo{info} def /CMapName /{KEY} def\n"
    letters = {glyph: chr(code) for code, glyph in glyphs(face).items()}
    font.ToUnicode = stream(
        pdf, cmap(letters, width=2, comment=remark), f"<</CMapName/{KEY}/CIDSystemInfo{info}>>"
    )
    resource(pdf, "Font", "C1", font)
    codes = "".join(f"{face.has_glyph(ord(c)):04x}" for c in "as we said")
    add(pdf, f"BT /C1 11 Tf 72 {Y} Td <{codes}> Tj ET")


@vector(hidden=True, expect="clean_or_refuse")
def encoding_of_its_own(pdf: pikepdf.Pdf) -> None:
    """A CMap in the file instead of Identity-H, with remarks."""
    font, face = type0(pdf)
    font.Encoding = stream(
        pdf,
        f"% {NAME}\n/CIDInit/ProcSet findresource begin begincmap /CMapName/{KEY} def 1 begincodespacerange <0000><ffff> "
        "endcodespacerange 1 begincidrange <0000><ffff> 0 endcidrange endcmap end",
        f"<</Type/CMap/CMapName/{KEY}/CIDSystemInfo<</Registry{WORDS}/Ordering(Identity)/Supplement 0>>>>",
    )
    letters = {glyph: chr(code) for code, glyph in glyphs(face).items()}
    font.ToUnicode = stream(pdf, cmap(letters, width=2))
    resource(pdf, "Font", "C1", font)
    codes = "".join(f"{face.has_glyph(ord(c)):04x}" for c in "as we said")
    add(pdf, f"BT /C1 11 Tf 72 {Y} Td <{codes}> Tj ET")


@vector(pictured=True, drawn=[(1, 70, 226, 290, 247)])
def no_table_at_all(pdf: pikepdf.Pdf) -> None:
    """Glyph numbers only: nobody can copy the name, everybody can read it."""
    font, face = type0(pdf)
    resource(pdf, "Font", "C1", font)
    codes = "".join(f"{face.has_glyph(ord(c)):04x}" for c in f"About {NAME}")
    add(pdf, f"BT /C1 14 Tf 72 {Y} Td <{codes}> Tj ET")


@vector(pictured=True, drawn=[(1, 70, 226, 290, 247)])
def table_that_lies(pdf: pikepdf.Pdf) -> None:
    """The page shows the name; what is copied is something else."""
    font, face = type0(pdf)
    said = "innocent words as long!"
    letters = {face.has_glyph(ord(c)): s for c, s in zip(NAME, said, strict=True)}
    font.ToUnicode = stream(pdf, cmap(letters, width=2))
    resource(pdf, "Font", "C1", font)
    codes = "".join(f"{face.has_glyph(ord(c)):04x}" for c in NAME)
    add(pdf, f"BT /C1 14 Tf 72 {Y} Td <{codes}> Tj ET")


@vector()
def table_that_tells(pdf: pikepdf.Pdf) -> None:
    """The page shows innocent letters; what is copied is the name."""
    font, face = type0(pdf)
    said = "abcdefghijklmnopqrstuvw"
    font.ToUnicode = stream(
        pdf, cmap({face.has_glyph(ord(s)): c for c, s in zip(NAME, said, strict=True)}, width=2)
    )
    resource(pdf, "Font", "C1", font)
    add(pdf, f"BT /C1 14 Tf 72 {Y} Td <{''.join(f'{face.has_glyph(ord(s)):04x}' for s in said)}> Tj ET")


@vector()
def shifted_letters(pdf: pikepdf.Pdf) -> None:
    """A simple font whose codes are one further on; its glyph names say what is meant."""
    names = " ".join(
        f"/{ {' ': 'space', '-': 'hyphen'}.get(c, c) }".replace(" ", "") for c in sorted(set(NAME))
    )
    codes = bytes(sorted(set(NAME)).index(c) + 1 for c in NAME).hex()
    font = made(pdf, f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[1 {names}]>>>>")
    resource(pdf, "Font", "F2", font)
    add(pdf, f"BT /F2 11 Tf 72 {Y} Td <{codes}> Tj ET")


def with_name(program: bytes) -> bytes:
    """A TrueType program whose "name" table says who it was made for."""
    words = NAME.encode("utf-16-be")
    record = struct.pack(">HHH", 0, 1, 18) + struct.pack(">6H", 3, 1, 0x409, 4, len(words), 0) + words
    count = struct.unpack(">H", program[4:6])[0]
    out = bytearray(program + bytes(-len(program) % 4) + record)
    for at in range(12, 12 + 16 * count, 16):
        if program[at : at + 4] == b"name":
            out[at + 8 : at + 16] = struct.pack(">II", len(program) + -len(program) % 4, len(record))
    return bytes(out)


def embedded(pdf: pikepdf.Pdf, key: str, program: bytes, subtype: str, source: str) -> None:
    described = made(
        pdf,
        "<</Type/FontDescriptor/FontName/ABCDEF+Some/Flags 32/FontBBox[-200 -300 1200 1000]/ItalicAngle 0/Ascent 900"
        "/Descent -200/CapHeight 700/StemV 80>>",
    )
    described[key] = stream(pdf, program, source)
    font = made(
        pdf,
        f"<</Type/Font/Subtype/{subtype}/BaseFont/ABCDEF+Some/FirstChar 32/LastChar 126/Widths[{'500 ' * 95}]"
        "/Encoding/WinAnsiEncoding>>",
    )
    font.FontDescriptor = described
    resource(pdf, "Font", "F2", font)
    add(pdf, f"BT /F2 11 Tf 72 {Y} Td (as we said) Tj ET")


@vector(hidden=True)
def name_table_of_a_program(pdf: pikepdf.Pdf) -> None:
    program = with_name(truetype())
    embedded(pdf, "/FontFile2", program, "TrueType", f"<</Length1 {len(program)}>>")
    pdf.pages[0].obj.Resources.Font.F2.FontDescriptor.FontFile2.Metadata = stream(
        pdf, NAME, "<</Type/Metadata>>"
    )


@vector(hidden=True)
def words_behind_a_program(pdf: pikepdf.Pdf) -> None:
    """Bytes after the last table of the font, which nothing reads."""
    program = truetype() + NAME.encode() + NAME.encode("utf-16-be")
    embedded(pdf, "/FontFile2", program, "TrueType", f"<</Length1 {len(program)}>>")


@vector(hidden=True)
def notice_of_a_compact_program(pdf: pikepdf.Pdf) -> None:
    """The string list of a CFF font (Technical Note 5176) says the name."""
    program = pymupdf.Font("tiro").buffer
    old = b"Copyright (URW)++,Copyright 2014 by (URW)++ Design & Development"
    assert old in program
    changed = program.replace(old, NAME.encode().ljust(len(old)), 1)
    embedded(pdf, "/FontFile3", changed, "Type1", "<</Subtype/Type1C>>")


@vector(hidden=True, expect="clean_or_refuse")
def notice_of_a_postscript_program(pdf: pikepdf.Pdf) -> None:
    """The clear-text head of a Type 1 font."""
    head = f"%!PS-AdobeFont-1.0: Some\n% {NAME}\n/FontInfo 2 dict dup begin /Notice {WORDS} def end\n"
    embedded(pdf, "/FontFile", head.encode(), "Type1", f"<</Length1 {len(head)}/Length2 0/Length3 0>>")


@vector()
def program_for_the_name_alone(pdf: pikepdf.Pdf) -> None:
    """A second font is used for the name and nothing else."""
    resource(
        pdf,
        "Font",
        "F2",
        made(pdf, "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>"),
    )
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td (About ) Tj /F2 11 Tf {WORDS} Tj /F1 11 Tf ( only) Tj ET")
