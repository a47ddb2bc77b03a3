"""In place of a mark stands a black box, or its pseudonym, readable and never clipped."""

from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest
from draft_kit import CHILD, LINES, draft, plan, removals

from redactor.publish import release
from redactor.publish.apply import CURVED
from redactor.publish.plan import Plan, Removal

NEARLY_BLACK = (29, 39, 51)


def page_of(pdf: bytes, decided: Plan) -> pymupdf.Page:
    return pymupdf.open(stream=release.make(pdf, decided)[0], filetype="pdf")[0]


def pixel(page: pymupdf.Page, x: float, y: float) -> tuple[int, ...]:
    return tuple(page.get_pixmap(alpha=False).pixel(int(x), int(y)))


def middle(removal: Removal) -> tuple[float, float]:
    """A point near the start of the mark: a box may be narrower than what it stands for."""
    quad = removal.quads[0]
    return quad[0] + 6, (quad[1] + quad[5]) / 2


def by_hand(decided: Plan) -> Plan:
    """The same marks, drawn by hand: their lines are not set again."""
    return replace(decided, removals=tuple(replace(removal, text="") for removal in decided.removals))


def label_sizes(page: pymupdf.Page) -> dict[str, float]:
    spans = [
        span
        for block in page.get_text("dict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
    ]
    return {span["text"].strip(): span["size"] for span in spans if "Bold" in span["font"]}


def test_a_box_is_nearly_black() -> None:
    pdf = draft()
    decided = plan(pdf)

    page = page_of(pdf, decided)

    assert pixel(page, *middle(decided.removals[0])) == pytest.approx(NEARLY_BLACK, abs=1)


def test_a_mark_without_a_label_is_a_black_box_in_either_style() -> None:
    pdf = draft()
    decided = plan(pdf, style="pseudonym", label="")

    page = page_of(pdf, decided)

    assert pixel(page, *middle(decided.removals[0])) == pytest.approx(NEARLY_BLACK, abs=1)


def test_a_label_that_fits_is_about_as_large_as_the_text() -> None:
    pdf = draft()

    sizes = label_sizes(page_of(pdf, plan(pdf, style="pseudonym")))

    assert 9 <= sizes["Child A"] <= 11


def test_a_label_takes_the_room_it_needs_and_the_line_moves() -> None:
    pdf = draft(("Jo and the social worker went home.",))

    page = page_of(pdf, plan(pdf, ["Jo"], style="pseudonym", label="Maternal Grandmother"))

    assert label_sizes(page)["Maternal Grandmother"] == pytest.approx(9.9, abs=0.01)
    assert "Maternal Grandmother and the social worker went home." in page.get_text()
    label, after = page.search_for("Maternal Grandmother")[0], page.search_for("and the")[0]
    assert label.x1 <= after.x0


def test_a_label_too_long_for_a_drawn_box_runs_into_free_room() -> None:
    pdf = draft(("Seen: Jo",))

    page = page_of(pdf, by_hand(plan(pdf, ["Jo"], style="pseudonym", label="Maternal Grandmother")))

    assert label_sizes(page)["Maternal Grandmother"] == pytest.approx(6, abs=0.01)


def test_a_label_without_room_in_a_drawn_box_is_a_black_box_and_covers_no_neighbour() -> None:
    pdf = draft(("Jo and the social worker went home.",))
    decided = by_hand(plan(pdf, ["Jo"], style="pseudonym", label="Maternal Grandmother of the Child"))

    page = page_of(pdf, decided)

    assert label_sizes(page) == {}
    assert pixel(page, *middle(decided.removals[0])) == pytest.approx(NEARLY_BLACK, abs=1)
    assert "and the social worker" in page.get_text()


def test_a_name_over_two_lines_has_its_label_once() -> None:
    pdf = draft(("It was said that Keziah", "Thornbury-Okafor had left."))
    decided = plan(pdf, [CHILD], style="pseudonym")
    assert len(decided.removals[0].quads) == 2

    page = page_of(pdf, decided)

    assert page.get_text().count("Child A") == 1


def test_letters_beyond_latin_are_set_or_replaced_by_a_question_mark() -> None:
    pdf = draft()

    page = page_of(pdf, plan(pdf, style="pseudonym", label="Mère 子"))

    assert "Mère ?" in page.get_text()


def test_a_mark_within_a_mark_is_not_drawn_twice() -> None:
    pdf = draft()
    marks = removals(pdf, [CHILD], "Child A") + removals(pdf, ["Thornbury"], "Mother")

    text = page_of(pdf, Plan(tuple(marks), (), "pseudonym", "Report")).get_text()

    assert "Child A" in text
    assert "Mother" not in text


def test_labels_are_drawn_in_an_embedded_font() -> None:
    pdf = draft(LINES)

    page = page_of(pdf, plan(pdf, style="pseudonym"))

    embedded = [font for font in page.get_fonts() if font[1] != "n/a"]
    assert len(embedded) == 1


def test_a_name_along_a_curve_gets_one_label_and_the_reviewer_is_told() -> None:
    with pymupdf.open() as doc:
        page = doc.new_page(width=595, height=842)
        for number, letter in enumerate(CHILD):
            place = pymupdf.Point(100 + 14 * number, 300 + number**2)
            page.insert_text(place, letter, fontsize=12, morph=(place, pymupdf.Matrix(-6 * number)))
        pdf = bytes(doc.tobytes())
    decided = plan(pdf, style="pseudonym")

    made = release.make(pdf, decided)

    with pymupdf.open(stream=made.data, filetype="pdf") as published:
        assert "".join(published[0].get_text().split()) == "".join(decided.removals[0].label.split())
    assert made.widths == {1: (CURVED,)}
