"""What lies beside text, or is drawn by forms that are moved and scaled, is not taken for something that covers it."""

from __future__ import annotations

import pikepdf
import pytest
from vectors.kit import add, form, line, report, resource, saved

from redactor.publish.checks import covered_text, hidden_text
from redactor.publish.published import Published

SLANTED = "q 0.7071 0.7071 -0.7071 0.7071 300 600 cm"
"""From here on x runs up to the right, y up to the left."""


def found(pdf: pikepdf.Pdf) -> list[str]:
    """What both checks of text that is not seen say."""
    published = Published(saved(pdf))
    return [one.sentence for check in (covered_text, hidden_text) for one in check.problems(published, ())]


def placed(inner: str, matrix: str, *, own: str = "") -> pikepdf.Pdf:
    """A report with a form that is drawn through this matrix, and has one of its own."""
    pdf = report()
    drawn = form(pdf, inner, f"/Matrix[{own}]" if own else "")
    drawn.BBox = pikepdf.Array([-2000, -2000, 2000, 2000])
    resource(pdf, "XObject", "Fm", drawn)
    add(pdf, f"q {matrix} cm /Fm Do Q")
    return pdf


@pytest.mark.parametrize(
    "drawing",
    [
        f"{SLANTED} 0 g -150 -2 300 4 re f Q",
        "2 w 100 500 m 400 660 l S",
        f"{SLANTED} 0 g -60 40 120 60 re f Q",
        f"{SLANTED} 1 g -60 40 120 60 re f Q",
    ],
    ids=["slanted rule", "slanted line", "turned black box", "turned white box"],
)
def test_slanted_things_beside_text_cover_nothing(drawing: str) -> None:
    pdf = report()
    for words, x, y in (("above", 192, 697), ("below", 288, 595)):
        add(pdf, line(words, x, y, 8))
    add(pdf, drawing)

    assert found(pdf) == []


def test_a_turned_box_over_text_covers_it() -> None:
    pdf = report()
    add(pdf, line("covered", 275, 600))
    add(pdf, f"{SLANTED} 0 g -60 -60 120 120 re f Q")

    assert any("covered" in sentence and "black box" in sentence for sentence in found(pdf))


BOX_ELSEWHERE = "0 g 72 600 200 20 re f "
"""Where the words would be, were the form not moved."""


@pytest.mark.parametrize(
    ("matrix", "own"),
    [("1 0 0 1 40 -150", ""), ("1 0 0 1 0 0", "1 0 0 1 40 -150"), ("0.8 0 0 0.8 20 -80", "0 1 -1 0 900 60")],
    ids=["moved", "moved by itself", "turned and scaled"],
)
def test_words_in_a_moved_form_are_seen(matrix: str, own: str) -> None:
    pdf = placed(
        f"q 60 590 300 30 re W n {line('the words of the form', 72, 600).decode()} Q", matrix, own=own
    )

    assert found(pdf) == []


@pytest.mark.parametrize("matrix", ["1 0 0 1 40 -150", "0.8 0 0 0.8 20 -80"])
def test_a_box_of_the_page_does_not_cover_words_of_a_moved_form(matrix: str) -> None:
    pdf = placed(line("the words of the form", 72, 600).decode(), matrix)
    add(pdf, BOX_ELSEWHERE)

    assert found(pdf) == []


@pytest.mark.parametrize("matrix", ["1 0 0 1 40 -150", "0.8 0 0 0.8 20 -80"])
def test_a_box_in_a_moved_form_covers_its_words(matrix: str) -> None:
    pdf = placed(line("under the cover", 72, 600).decode() + " 0 g 70 596 150 16 re f", matrix)

    assert any("under" in sentence for sentence in found(pdf))


def test_words_cut_off_within_a_moved_form_are_not_seen() -> None:
    """In the space of the form they lie where, on the page, the clipping path reaches."""
    inner = f"q 60 590 300 30 re W n {line('they are cut off', 72, 750).decode()} Q"

    assert any("cut off" in sentence for sentence in found(placed(inner, "1 0 0 1 0 -150")))


def test_words_made_large_by_a_form_are_not_too_small_to_see() -> None:
    assert found(placed(line("in small units", 3, 25, 0.5).decode(), "24 0 0 24 0 0")) == []


def test_words_made_small_by_a_form_are_too_small_to_see() -> None:
    sentences = found(placed(line("in large units", 1000, 1900, 11).decode(), "0.05 0 0 0.05 100 300"))

    assert any("small" in sentence for sentence in sentences)
