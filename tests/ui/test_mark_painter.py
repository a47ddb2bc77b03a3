"""How marks look."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from redactor.document.page import Place, Quad
from redactor.ui.label_text import fitted
from redactor.ui.mark_painter import Brush, DrawnMark, Look, MarkColours, paint_current, paint_mark

QUAD: Quad = (20, 20, 80, 20, 20, 34, 80, 34)
WORDS = (50, 27)
"""A point in the middle of the words that stand under the mark."""


def painted(look: Look, *, label: str = "Child D", uncovered: bool = False, current: bool = False) -> QImage:
    """A black word on paper with a mark on it."""
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(45, 24, 10, 6, QColor("black"))
    brush = Brush(painter, QPointF(0, 0), 1.0, MarkColours())
    paint_mark(brush, DrawnMark("m1", (Place(1, (QUAD,)),), look, label), (QUAD,), uncovered=uncovered)
    if current:
        paint_current(brush, (QUAD,))
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("look", [Look.PROVISIONAL, Look.UNDECIDED, Look.KEEP, Look.CHALLENGED])
def test_words_stay_readable_unless_something_stands_in_their_place(qapp: object, look: Look) -> None:
    assert painted(look).pixelColor(*WORDS) == QColor("black")


@pytest.mark.parametrize("look", [Look.LABEL, Look.BLACKOUT])
def test_words_are_covered_and_uncovered(qapp: object, look: Look) -> None:
    assert painted(look, label="").pixelColor(*WORDS) != QColor("black")
    assert painted(look, uncovered=True).pixelColor(*WORDS) == QColor("black")


@pytest.mark.parametrize(("first", "second"), list(combinations(Look, 2)))
def test_states_differ_without_colour(qapp: object, first: Look, second: Look) -> None:
    def ink(look: Look) -> QImage:
        return painted(look).convertToFormat(QImage.Format.Format_Mono)

    assert ink(first) != ink(second)


def test_the_label_is_written_in_its_own_colour(qapp: object) -> None:
    assert painted(Look.LABEL) != painted(Look.LABEL, label="")
    assert MarkColours().label_ground in colours(painted(Look.LABEL))


def test_a_kept_mark_is_only_a_line_below_the_words(qapp: object) -> None:
    image = painted(Look.KEEP)

    assert all(
        image.pixelColor(x, y) == QColor("white") for x in range(100) for y in range(32) if not 45 <= x < 55
    )


@pytest.mark.parametrize("look", list(Look))
def test_the_current_mark_has_a_ring_in_every_state(qapp: object, look: Look) -> None:
    ring = MarkColours().current

    assert ring in colours(painted(look, current=True))
    assert ring not in colours(painted(look))


def test_a_mark_over_several_lines_bears_its_label_once(qapp: object) -> None:
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    quads: tuple[Quad, ...] = ((170, 10, 195, 10, 170, 24, 195, 24), (10, 40, 90, 40, 10, 54, 90, 54))
    paint_mark(
        Brush(painter, QPointF(0, 0), 1.0, MarkColours()),
        DrawnMark("m1", (), Look.LABEL, "Mother"),
        quads,
        uncovered=False,
    )
    painter.end()

    assert len(colours(image.copy(173, 13, 19, 8))) == 1
    assert len(colours(image.copy(13, 43, 74, 8))) > 1


def test_a_turned_mark_lies_along_its_words(qapp: object) -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    upwards: Quad = (40, 90, 40, 10, 54, 90, 54, 10)
    paint_mark(
        Brush(painter, QPointF(0, 0), 1.0, MarkColours()),
        DrawnMark("m1", (), Look.BLACKOUT),
        (upwards,),
        uncovered=False,
    )
    painter.end()

    assert image.pixelColor(47, 15) == QColor(MarkColours().blackout)
    assert image.pixelColor(47, 85) == QColor(MarkColours().blackout)
    assert image.pixelColor(80, 50) == QColor("white")


def test_a_label_is_narrowed_then_made_smaller_then_shortened(qapp: object) -> None:
    room = fitted("Health visitor 1", 300, 20, True)
    tight = fitted("Health visitor 1", 110, 20, True)
    tighter = fitted("Health visitor 1", 40, 20, True)

    assert room[1:] == (100, "Health visitor 1")
    assert tight[1] < 100
    assert tight[2] == "Health visitor 1"
    assert tighter[0] < room[0]
    assert tighter[2].endswith("…")


def test_nothing_is_written_where_nothing_could_be_read(qapp: object) -> None:
    assert fitted("Health visitor 1", 3, 20, True)[2] == ""
