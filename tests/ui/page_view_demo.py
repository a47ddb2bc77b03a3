"""Shows the page view on a drawn-up report with a mark in each state: `python tests/ui/page_view_demo.py [FOLDER]`.

With a folder it writes pictures of it there and ends.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pymupdf
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from redactor.document.source import Document, read_draft
from redactor.ui.page_pictures import Clip
from redactor.ui.page_view import DrawnMark, Look, PageView

PARAGRAPHS = """4. What happened
4.1 The community midwife saw Adaeze Okafor at the booking clinic and noted that her partner, Dean Price, waited outside. He was not asked in. Kez was not mentioned.
4.2 On 12 March 2009 the health visitor, Anne Lacey, found Kez in her pram and recorded that the flat was cold. She rang SW Church that afternoon; the call was not returned. Brandon et al (2008) describe the same pattern of missed calls in two thirds of the reviews that they read.
4.3 The surgery at Weir Lane wrote twice to 14 Canal Terrace, Harclough, and the second letter was returned unopened. No one visited the address. Keziah Okafor was eleven weeks old."""

MARKS = [
    ("Adaeze Okafor", Look.LABEL, "Mother"),
    ("Dean Price", Look.UNDECIDED, "Partner 1"),
    ("12 March 2009", Look.LABEL, "March 2009"),
    ("Anne Lacey", Look.LABEL, "Health visitor 1"),
    ("found Kez", Look.UNDECIDED, "Child D"),
    ("SW Church", Look.PROVISIONAL, ""),
    ("Brandon", Look.KEEP, ""),
    ("Weir Lane", Look.CHALLENGED, "Surgery 1"),
    ("14 Canal Terrace", Look.BLACKOUT, "address"),
    ("Harclough", Look.LABEL, "the town where the family lived"),
    ("Keziah Okafor", Look.LABEL, "Child D"),
    ("Turned Name", Look.LABEL, "Professional 3"),
    ("Stamp", Look.BLACKOUT, "personal"),
]


def report(pages: int = 4) -> bytes:
    """A PDF of so many pages, with turned text and a box on each."""
    file = pymupdf.open()
    for _ in range(pages):
        page = file.new_page(width=595, height=842)
        page.insert_textbox(
            pymupdf.Rect(60, 60, 535, 700), PARAGRAPHS, fontsize=12, fontname="helv", lineheight=1.7
        )
        page.insert_text((60, 600), "Turned Name 1", fontsize=12, rotate=90)
        page.insert_text(
            (300, 600), "Slanted Stamp", fontsize=14, morph=(pymupdf.Point(300, 600), pymupdf.Matrix(20))
        )
        page.draw_rect(pymupdf.Rect(60, 640, 535, 760))
    data: bytes = file.tobytes()
    return data


def drawer(pdf: bytes) -> Callable[[int, float, Clip | None, Callable[[QImage], None]], None]:
    """Draws in this process, at once."""
    file = pymupdf.open(stream=pdf)

    def draw(page: int, scale: float, clip: Clip | None, done: Callable[[QImage], None]) -> None:
        pixels = file[page - 1].get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=clip)
        image = QImage(
            pixels.samples, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB888
        )
        done(image.copy())

    return draw


def marks_in(document: Document) -> list[DrawnMark]:
    """A mark in each state on every page."""
    marks = []
    for wording, look, label in MARKS:
        start = document.text.find(wording)
        while start >= 0:
            from_ = start + (len("found ") if wording.startswith("found") else 0)
            places = document.places(from_, start + len(wording))
            marks.append(DrawnMark(f"m{len(marks)}", places, look, label, f"{wording} → {label}"))
            start = document.text.find(wording, start + 1)
    return marks


def view_of(pdf: bytes) -> PageView:
    """The page view, ready to show."""
    document = read_draft(pdf, "draft.pdf").document
    view = PageView()
    view.show_pages([(page.width, page.height) for page in document.pages])
    view.set_document(document)
    view.set_drawer(drawer(pdf))
    view.set_marks(marks_in(document))
    return view


def main() -> None:
    """Show it, or write pictures of it."""
    application = QApplication(sys.argv[:1])
    view = view_of(report())
    view.resize(760, 720)
    view.show()
    if len(sys.argv) == 1:
        application.exec()
        return
    folder = Path(sys.argv[1])
    ringed = next(
        mark.id for mark in marks_in(view.selection.places.document) if mark.spoken.startswith("found")
    )
    for zoom in (1.0, 2.0):
        view.set_zoom(zoom)
        view.set_current(ringed)
        view.reveal_mark(ringed)
        start = view.selection.places.document.text.find("two thirds")
        view.selection.place(start)
        view.selection.stretch(start + 20)
        QTest.qWait(300)
        view.grab().save(str(folder / f"view_{zoom:.0f}_{view.devicePixelRatioF():.2f}.png"))
    view.fit_width()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 500)
    QTest.qWait(300)
    view.grab().save(str(folder / f"view_fit_{view.devicePixelRatioF():.2f}.png"))


if __name__ == "__main__":
    main()
