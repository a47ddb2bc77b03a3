"""What every vector is made of: a one-page report in Helvetica, and a register of the vectors."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pikepdf
import pymupdf
import pytest

NAME = "Keziah Thornbury-Okafor"
DOB = "14/03/2012"
NHS = "999 012 3454"
KEEP = ("known to services", "the allocated worker visited")
LINES = ("The family has been known to services for years.", "On the day the allocated worker visited.")

Expect = Literal["clean", "clean_or_refuse", "refuse"]
Rectangle = tuple[int, float, float, float, float]


@dataclass(frozen=True)
class Vector:
    """A draft with secrets in one place.

    Args:
        id: what the place is.
        build: makes the draft; told whether the name also stands in plain sight on its first page.
        secrets: the terms always marked.
        keep: text that must still be there.
        expect: what must come of it.
        hidden: whether nobody sees the secret, so that it must be gone whether or not it was marked elsewhere.
        pictured: whether the secret must be looked for with OCR.
        drawn: rectangles (page, then points from its top left) that a reviewer draws over what is no text.
    """

    id: str
    build: Callable[[bool], bytes]
    secrets: tuple[str, ...]
    keep: tuple[str, ...]
    expect: Expect
    hidden: bool
    pictured: bool
    drawn: tuple[Rectangle, ...]


VECTORS: list[Vector] = []


def vector(
    *,
    secrets: Sequence[str] = (NAME,),
    keep: Sequence[str] = KEEP,
    expect: Expect = "clean",
    hidden: bool = False,
    pictured: bool = False,
    drawn: Sequence[Rectangle] = (),
) -> Callable[[Callable[[pikepdf.Pdf], bytes | None]], Callable[[pikepdf.Pdf], bytes | None]]:
    """Register a function that puts the secret into a report; it may return the file's bytes instead."""

    def register(put: Callable[[pikepdf.Pdf], bytes | None]) -> Callable[[pikepdf.Pdf], bytes | None]:
        def build(named: bool) -> bytes:
            pdf = report(named=named)
            made = put(pdf)
            return saved(pdf) if made is None else made

        VECTORS.append(
            Vector(put.__name__, build, tuple(secrets), tuple(keep), expect, hidden, pictured, tuple(drawn))
        )
        return put

    return register


def report(*, named: bool = False, pages: int = 1) -> pikepdf.Pdf:
    """An A4 report; its font is /F1."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=helvetica(pdf)), XObject=pikepdf.Dictionary()
        )
        page.obj.Resources = pdf.make_indirect(page.obj.Resources)
        lines = [*LINES, *([f"The review is about {NAME} and her family."] if named else [])]
        page.Contents = pdf.make_stream(
            b"\n".join(line(text, 72, 760 - 20 * number) for number, text in enumerate(lines))
        )
    return pdf


def helvetica(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return made(pdf, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")


def line(text: str, x: float, y: float, size: float = 11) -> bytes:
    """Operators that show a line of Latin text."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm {literal(text)} Tj ET".encode("latin-1")


def literal(text: str) -> str:
    return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"


def made(pdf: pikepdf.Pdf, source: str) -> pikepdf.Object:
    """An object written as PDF source."""
    return pdf.make_indirect(pikepdf.Object.parse(source.encode("latin-1")))


def stream(pdf: pikepdf.Pdf, data: bytes | str, source: str = "<<>>") -> pikepdf.Object:
    """A stream whose dictionary is written as PDF source."""
    raw = data.encode("latin-1") if isinstance(data, str) else data
    out = pdf.make_stream(raw)
    for key, value in pikepdf.Object.parse(source.encode("latin-1")).items():
        out[key] = value
    return out


def form(pdf: pikepdf.Pdf, data: bytes | str, extra: str = "") -> pikepdf.Object:
    """A form XObject as large as the page, with the page's font."""
    out = stream(pdf, data, f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]{extra}>>")
    if "/Resources" not in out:
        out.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=helvetica(pdf)))
    return out


def add(pdf: pikepdf.Pdf, content: bytes | str, page: int = 0) -> None:
    """Let the page draw something more."""
    raw = content.encode("latin-1") if isinstance(content, str) else content
    pdf.pages[page].contents_add(pdf.make_stream(raw))


def resource(pdf: pikepdf.Pdf, kind: str, name: str, value: pikepdf.Object) -> None:
    """Put something into the resources of the first page."""
    resources = pdf.pages[0].obj.Resources
    if "/" + kind not in resources:
        resources["/" + kind] = pikepdf.Dictionary()
    resources["/" + kind]["/" + name] = value


def annotation(pdf: pikepdf.Pdf, source: str, **values: pikepdf.Object) -> pikepdf.Object:
    """Put an annotation on the first page; `values` are keys that refer to other objects."""
    out = made(pdf, source)
    for key, value in values.items():
        out["/" + key] = value
    page = pdf.pages[0].obj
    if "/Annots" not in page:
        page.Annots = pikepdf.Array()
    page.Annots.append(out)
    return out


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, **options)
    return out.getvalue()


def type0(
    pdf: pikepdf.Pdf, letters: dict[int, str] | None = None, **more: str
) -> tuple[pikepdf.Object, pymupdf.Font]:
    """A CID font with an embedded program, and MuPDF's reading of it; `letters` makes the ToUnicode table."""
    face = pymupdf.Font("helv")
    program = stream(pdf, face.buffer, "<</Subtype/CIDFontType0C>>")
    widths = " ".join(
        f"{glyph}[{1000 * face.glyph_advance(letter):.0f}]" for letter, glyph in glyphs(face).items()
    )
    described = made(
        pdf,
        "<</Type/FontDescriptor/FontName/ABCDEF+Some/Flags 4/FontBBox[-200 -300 1200 1000]/ItalicAngle 0"
        f"/Ascent 900/Descent -200/CapHeight 700/StemV 80{more.get('descriptor', '')}>>",
    )
    described.FontFile3 = program
    below = made(
        pdf,
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/ABCDEF+Some"
        f"/CIDSystemInfo{more.get('info', '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>')}/W[{widths}]>>",
    )
    below.FontDescriptor = described
    font = made(
        pdf,
        f"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Some/Encoding/{more.get('encoding', 'Identity-H')}>>",
    )
    font.DescendantFonts = pikepdf.Array([below])
    if letters is not None:
        font.ToUnicode = stream(pdf, cmap(letters, width=2))
    return font, face


def glyphs(face: pymupdf.Font) -> dict[int, int]:
    """Glyph number of each Latin letter, by code point."""
    return {code: face.has_glyph(code) for code in range(32, 256) if face.has_glyph(code)}


def cmap(letters: dict[int, str], *, width: int, comment: str = "") -> bytes:
    """A ToUnicode table."""
    pairs = "".join(
        f"<{code:0{2 * width}x}><{text.encode('utf-16-be').hex()}>\n" for code, text in letters.items()
    )
    return (
        f"{comment}/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n/CMapName/Adobe-Identity-UCS def\n"
        f"/CMapType 2 def 1 begincodespacerange <{'00' * width}><{'ff' * width}> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{pairs}endbfchar endcmap end end\n"
    ).encode("latin-1")


def truetype() -> bytes:
    """A TrueType program; skips the test where the system has none."""
    for place in ("liberation/LiberationSerif-Regular.ttf", "dejavu/DejaVuSans.ttf"):
        path = Path("/usr/share/fonts/truetype") / place
        if path.is_file():
            return path.read_bytes()
    pytest.skip("no TrueType font is here")
