"""Build the third sample: a short typed review and a handwritten letter, scanned to pictures without any text."""

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pymupdf

from source.markup import read_blocks
from source.story import lay_out, to_html

TEXTS = Path(__file__).parent / "child_m"
DPI = 200
SKEWS = (0.4, -0.7, 0.2, 0.6, -0.3, -0.8, 0.5)
CSS = """
* { font-family: serif; font-size: 11.5pt; line-height: 1.62; }
h1 { font-size: 17pt; margin: 10pt 0 8pt 0; } h2 { font-size: 13pt; margin: 14pt 0 6pt 0; }
table { border-collapse: collapse; margin: 4pt 0 12pt 0; width: 100%; }
td, th { border: 0.6pt solid black; padding: 3pt 5pt; font-size: 10pt; text-align: left; }
p { margin: 0 0 9pt 0; } p.numbered { margin-left: 34pt; text-indent: -34pt; }
p.item { margin-left: 56pt; text-indent: -22pt; } p.plain { margin-left: 18pt; text-indent: -18pt; }
"""


def build(path: Path) -> None:
    """Write the scan to `path`: one greyscale JPEG a page, 200 dots an inch."""
    scan = pymupdf.open()
    for number, page in enumerate(_clean_pages()):
        picture = _photocopy(page, SKEWS[number % len(SKEWS)], np.random.default_rng(number))
        scan.new_page(width=595, height=842).insert_image(page.rect, stream=picture)
    scan.set_metadata(
        {"creator": "Kyoto MFP 4520", "title": "SKM_36717012409150", "creationDate": "D:20170124091500Z"}
    )
    scan.save(path, garbage=3, no_new_id=True)


def _clean_pages() -> Iterator[pymupdf.Page]:
    """The typed pages with their running lines, then the letter."""
    text = to_html(read_blocks((TEXTS / "report.md").read_text("utf-8")))
    header = (TEXTS / "header.txt").read_text("utf-8").strip()
    report = pymupdf.open("pdf", lay_out(text, {}, CSS).pdf)
    for page in report.pages():
        page.wrap_contents()
        page.insert_text((71, 50), header, fontname="tiro", fontsize=9)
        page.insert_text((290, 805), f"- {page.number + 1} -", fontname="tiro", fontsize=9)
    letter = pymupdf.open()
    _write_letter(letter.new_page(width=595, height=842))
    yield from report.pages()
    yield from letter.pages()


def _write_letter(page: pymupdf.Page) -> None:
    """Write the letter in an uneven italic hand, with a signature's flourish and a date stamp."""
    chance, font, y = np.random.default_rng(7), pymupdf.Font("tiit"), 130.0
    for line in (TEXTS / "letter.txt").read_text("utf-8").splitlines():
        x = 95.0 + chance.uniform(-3, 3)
        for letter in line:
            size = 17 + chance.uniform(-0.8, 0.8)
            _write_glyph(page, (x, y + chance.uniform(-1, 1)), letter, size)
            x += font.text_length(letter, size) + 0.4
        y += 26 + chance.uniform(-1.5, 1.5)
    _flourish(page, y)
    stamp = pymupdf.Rect(395, 60, 520, 104)
    page.draw_rect(stamp, width=1.5)
    page.insert_text((405, 78), "RECEIVED", fontname="hebo", fontsize=11)
    page.insert_text((405, 95), "ESCB   24 JAN 2017", fontname="cour", fontsize=10)


def _write_glyph(page: pymupdf.Page, point: tuple[float, float], letter: str, size: float) -> None:
    writer = pymupdf.TextWriter(page.rect)
    writer.append(point, letter, font=pymupdf.Font("tiit"), fontsize=size)
    writer.write_text(page, color=(0.1, 0.1, 0.3))


def _flourish(page: pymupdf.Page, y: float) -> None:
    """Underline the signature with a pen stroke (the stroke starts at the left and comes back)."""
    page.draw_bezier((90, y - 46), (160, y - 52), (230, y - 41), (260, y - 49), width=1.3)
    page.draw_bezier((260, y - 49), (280, y - 58), (200, y - 42), (150, y - 44), width=1.1)


def _photocopy(page: pymupdf.Page, skew: float, chance: np.random.Generator) -> bytes:
    """A JPEG of the page turned by `skew` degrees, on greyish paper with grain, specks and a dark edge."""
    matrix = pymupdf.Matrix(DPI / 72, DPI / 72).prerotate(skew)
    pixmap = page.get_pixmap(matrix=matrix, colorspace=pymupdf.csGRAY)
    turned = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)[:, : pixmap.width]
    width, height = math.floor(page.rect.width * DPI / 72), math.floor(page.rect.height * DPI / 72)
    top, left = (pixmap.height - height) // 2, (pixmap.width - width) // 2
    grey = turned[top : top + height, left : left + width].astype(np.float32) * 0.86 + 28
    grey += chance.normal(0, 5, grey.shape).astype(np.float32)
    grey[chance.random(grey.shape) < 0.00012] = 70
    grey[:, :14] -= np.linspace(90, 0, 14, dtype=np.float32)
    samples = np.clip(grey, 0, 255).astype(np.uint8).tobytes()
    return bytes(pymupdf.Pixmap(pymupdf.csGRAY, width, height, samples, 0).tobytes("jpeg", jpg_quality=45))
