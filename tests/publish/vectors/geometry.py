"""The name in plain sight, on a page or in a space that is turned, mirrored, scaled or cut."""

from __future__ import annotations

import math

import pikepdf

from vectors.kit import NAME, add, cmap, form, glyphs, line, literal, resource, stream, type0, vector

Y = 600


def text_matrix(pdf: pikepdf.Pdf, *matrix: float) -> None:
    add(
        pdf,
        f"BT /F1 11 Tf {' '.join(f'{value:.5f}' for value in matrix)} Tm {literal('About ' + NAME)} Tj ET",
    )


@vector()
def mirrored(pdf: pikepdf.Pdf) -> None:
    text_matrix(pdf, -1, 0, 0, 1, 400, Y)


@vector()
def upside_down_space(pdf: pikepdf.Pdf) -> None:
    """As browsers print: the y axis points down, and text turns it back."""
    add(pdf, f"q 1 0 0 -1 0 842 cm BT /F1 11 Tf 1 0 0 -1 72 242 Tm {literal('About ' + NAME)} Tj ET Q")


@vector()
def slanted(pdf: pikepdf.Pdf) -> None:
    """Slant made by the text matrix instead of an italic font."""
    text_matrix(pdf, 1, 0, 0.3, 1, 72, Y)


@vector()
def turned_form(pdf: pikepdf.Pdf) -> None:
    c, s = math.cos(0.5), math.sin(0.5)
    turned = form(pdf, line(f"About {NAME}", 72, Y), f"/Matrix[{c:.4f} {s:.4f} {-s:.4f} {c:.4f} 300 0]")
    turned.BBox = pikepdf.Array([-600, -600, 900, 900])
    resource(pdf, "XObject", "Fm", turned)
    add(pdf, "q 0.6 0 0 0.6 100 0 cm /Fm Do Q")


@vector()
def along_a_curve(pdf: pikepdf.Pdf) -> None:
    for number, letter in enumerate(f"About {NAME}"):
        angle = 0.9 - 0.06 * number
        x, y = 300 - 200 * math.sin(angle), 400 + 200 * math.cos(angle)
        add(
            pdf,
            f"BT /F1 12 Tf {math.cos(angle):.4f} {math.sin(angle):.4f} {-math.sin(angle):.4f} {math.cos(angle):.4f}"
            f" {x:.2f} {y:.2f} Tm {literal(letter)} Tj ET",
        )


@vector()
def down_the_page(pdf: pikepdf.Pdf) -> None:
    text_matrix(pdf, 0, -1, 1, 0, 300, 700)


@vector(pictured=True)
def vertical_writing(pdf: pikepdf.Pdf) -> None:
    font, face = type0(pdf, encoding="Identity-V")
    letters = {glyph: chr(code) for code, glyph in glyphs(face).items()}
    font.ToUnicode = stream(pdf, cmap(letters, width=2))
    resource(pdf, "Font", "V1", font)
    codes = "".join(f"{face.has_glyph(ord(c)):04x}" for c in NAME)
    add(pdf, f"BT /V1 14 Tf 300 700 Td <{codes}> Tj ET")


@vector()
def turned_page_with_crop(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(f"About {NAME}", 72, Y))
    page = pdf.pages[0].obj
    page.CropBox, page.Rotate = pikepdf.Array([40, 40, 560, 820]), 180


@vector()
def moved_origin_and_user_unit(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(f"About {NAME}", 72, Y))
    page = pdf.pages[0].obj
    page.MediaBox, page.UserUnit = pikepdf.Array([-100, -50, 595, 842]), 1.5


@vector()
def boxes_given_from_the_wrong_corner(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(f"About {NAME}", 72, Y))
    pdf.pages[0].obj.MediaBox = pikepdf.Array([595, 842, 0, 0])


@vector(keep=("known to services",))
def page_ends_in_the_name(pdf: pikepdf.Pdf) -> None:
    """The crop box cuts the letters in half."""
    add(pdf, line(f"About {NAME} only", 72, 604))
    pdf.pages[0].obj.CropBox = pikepdf.Array([0, 608, 595, 842])


@vector()
def box_and_font_inherited(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(f"About {NAME}", 72, Y))
    page, root = pdf.pages[0].obj, pdf.Root.Pages
    for key in ("/MediaBox", "/Resources"):
        root[key] = page[key]
        del page[key]
    root.Rotate = 90


@vector()
def very_large_space(pdf: pikepdf.Pdf) -> None:
    """A space scaled down a thousand times, type a thousand times as large."""
    add(pdf, f"q 0.001 0 0 0.001 0 0 cm BT /F1 11000 Tf 72000 {Y}000 Td {literal('About ' + NAME)} Tj ET Q")


@vector()
def size_by_the_matrix(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 1 Tf 11 0 0 11 72 {Y} Tm {literal('About ' + NAME)} Tj ET")


@vector()
def negative_size(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 -11 Tf -1 0 0 -1 72 {Y} Tm {literal('About ' + NAME)} Tj ET")
