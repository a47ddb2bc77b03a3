"""The genogram of the first sample: people and ties drawn as vector art on a landscape page."""

from dataclasses import dataclass

import pymupdf

PAGE = pymupdf.Rect(0, 0, 842, 595)
SIZE = 44.0
INK = (0.1, 0.1, 0.1)
BLUE = (0.11, 0.25, 0.37)


@dataclass(frozen=True)
class Figure:
    """One person: `x`, `y` the middle of the symbol in points; a square is male, a circle female."""

    name: str
    note: str
    x: float
    y: float
    male: bool
    dead: bool = False
    subject: bool = False


PEOPLE = (
    Figure("Guy Winter", "01/10/1951 – 26/12/2007", 270, 140, male=True, dead=True),
    Figure("Pearl Winter", "b. 24/03/1955, MGM", 430, 140, male=False),
    Figure("Not known", "", 610, 140, male=True),
    Figure("Maud Ambler", "aged 61, PGM", 740, 140, male=False),
    Figure("Chidi Nkemelu", "b. 05/11/1980", 93, 300, male=True),
    Figure("Ivy Nkemelu-Winter", "b. 12/06/1984", 192, 300, male=False),
    Figure("Curtis Bishop", "HMP Stanmoor", 285, 300, male=True),
    Figure("Heather Winter", "“Hev”, b. 19/08/1987", 430, 300, male=False),
    Figure("Tadeusz Wójcik", "“Tadek”, b. 30/06/1983", 555, 300, male=True),
    Figure("Frank Ambler", "b. 11/01/1984", 700, 300, male=True),
    Figure("Miles", "“Milo”, b. 02/02/2006", 370, 450, male=True),
    Figure("Ruby Constance", "“Roo”, 14/05/09 – 23/11/12", 490, 450, male=False, dead=True, subject=True),
)
LINES = (
    # couples
    ((292, 140), (408, 140)),
    ((632, 140), (718, 140)),
    ((115, 300), (170, 300)),
    ((307, 300), (408, 300)),
    ((452, 300), (533, 300)),
    # children of the grandparents
    ((350, 140), (350, 235)),
    ((192, 235), (430, 235)),
    ((192, 235), (192, 278)),
    ((430, 235), (430, 278)),
    ((675, 140), (675, 235)),
    ((675, 235), (700, 235)),
    ((700, 235), (700, 278)),
    # Miles, child of Heather and Curtis
    ((370, 300), (370, 428)),
    # Heather and Frank pass above Tadeusz; Ruby is their child
    ((446, 284), (446, 262)),
    ((446, 262), (684, 262)),
    ((684, 262), (684, 278)),
    ((490, 262), (490, 428)),
)
HOUSEHOLD = pymupdf.Rect(318, 268, 610, 512)


def add_genogram(pdf: pymupdf.Document) -> pymupdf.Page:
    """Append the genogram page to `pdf` and return it."""
    page = pdf.new_page(width=PAGE.width, height=PAGE.height)
    shape = page.new_shape()
    for start, end in LINES:
        shape.draw_line(start, end)
    shape.finish(color=INK, width=1)
    shape.draw_rect(HOUSEHOLD)
    shape.finish(color=BLUE, width=0.9, dashes="[5 4] 0")
    _separations(shape)
    for person in PEOPLE:
        _symbol(shape, person)
    shape.commit()
    _write(page)
    return page


def _separations(shape: pymupdf.Shape) -> None:
    """Two slanting strokes for a divorce, one for a separation, as genograms have it."""
    for x, y in ((342, 300), (348, 300), (664, 262)):
        shape.draw_line((x - 4, y + 8), (x + 4, y - 8))
    shape.finish(color=INK, width=1)


def _symbol(shape: pymupdf.Shape, person: Figure) -> None:
    half = SIZE / 2
    box = pymupdf.Rect(person.x - half, person.y - half, person.x + half, person.y + half)
    for inset in (0, 4) if person.subject else (0,):
        edge = pymupdf.Rect(box.x0 + inset, box.y0 + inset, box.x1 - inset, box.y1 - inset)
        shape.draw_rect(edge) if person.male else shape.draw_oval(edge)
    shape.finish(color=INK, fill=(1, 1, 1), width=1.2)
    if person.dead:
        reach = half if person.male else half * 0.7
        for way in (-reach, reach):
            shape.draw_line((person.x - reach, person.y - way), (person.x + reach, person.y + way))
        shape.finish(color=INK, width=0.8)


def _write(page: pymupdf.Page) -> None:
    plain, bold = pymupdf.Font("helv"), pymupdf.Font("hebo")
    writer = pymupdf.TextWriter(page.rect)
    writer.append(
        (71, 88), "Figure 1: Genogram of the Winter, Ambler and Wójcik families", font=bold, fontsize=12
    )
    for person in PEOPLE:
        _centred(writer, person.name, (person.x, person.y + 36), bold, 9)
        _centred(writer, person.note, (person.x, person.y + 47), plain, 7.5)
    writer.append((326, 314), "divorced 2008", font=plain, fontsize=6.5)
    writer.append((570, 257), "separated Good Friday 2010", font=plain, fontsize=6.5)
    writer.append(
        (71, 536),
        "Drawn by T. Vance, 6 June 2013, from information given by Pearl Winter.",
        font=plain,
        fontsize=8,
    )
    writer.write_text(page, color=INK)
    label = pymupdf.TextWriter(page.rect)
    label.append((606, 508), "Household at Flat 4, Bobbin Court, November 2012", font=plain, fontsize=8)
    label.write_text(page, color=BLUE, morph=(pymupdf.Point(606, 508), pymupdf.Matrix(90)))


def _centred(
    writer: pymupdf.TextWriter, text: str, middle: tuple[float, float], font: pymupdf.Font, size: float
) -> None:
    x, y = middle
    writer.append((x - font.text_length(text, size) / 2, y), text, font=font, fontsize=size)
