"""A label without room is never squeezed beyond reading: it is shortened, or becomes a black box, and that is told."""

from __future__ import annotations

import pymupdf
import pytest
from draft_kit import removals, text_of

from redactor.publish import release
from redactor.publish.plan import Plan, Rule, Secret
from redactor.publish.short_forms import short_form


def table(name: str, *, width: float) -> bytes:
    """A ruled table of two columns; the name stands in the first, which is so wide, in points."""
    with pymupdf.open() as doc:
        page = doc.new_page(width=595, height=842)
        for row in range(4):
            page.draw_rect((72, 100 + 20 * row, 72 + width, 120 + 20 * row), width=0.5)
            page.draw_rect((72 + width, 100 + 20 * row, 400, 120 + 20 * row), width=0.5)
            page.insert_text((75, 114 + 20 * row), name if row == 2 else "one", fontsize=9)
            page.insert_text((75 + width, 114 + 20 * row), "seen at home", fontsize=9)
        return bytes(doc.tobytes())


def made(label: str, *, width: float, rule: Rule | None = None, name: str = "Jo") -> release.Made:
    pdf = table(name, width=width)
    marks = [
        r if rule is None else type(r)(r.mark, r.page, r.quads, name, "DATE", label, rule)
        for r in removals(pdf, [name], label)
    ]
    return release.make(pdf, Plan(tuple(marks), (Secret(name, "PERSON"),), "pseudonym", "Report"))


def test_a_label_with_room_is_written_whole() -> None:
    out = made("Maternal Grandmother", width=110)

    assert "Maternal Grandmother" in text_of(out.data)
    assert out.tight == {}


def test_a_label_without_room_is_shortened_and_told() -> None:
    out = made("Maternal Grandmother", width=40)

    assert "MGM" in text_of(out.data)
    assert out.tight == {1: 1}
    assert release.no_room(1, 1) == "Page 1: 1 label had no room, and became shorter or black boxes."


def test_a_label_without_a_short_form_becomes_a_black_box() -> None:
    out = made("Wellbeing Practitioner 3", width=40)

    assert "Wellbeing" not in text_of(out.data)
    assert "seen at home" in text_of(out.data)
    assert out.tight == {1: 1}


def test_an_interval_without_room_leaves_the_event_out() -> None:
    rule = Rule("interval", "2012-03-14", "the incident")
    out = made("[date]", width=62, rule=rule, name="22/02/2012")

    assert "3 weeks before" in text_of(out.data)
    assert "incident" not in text_of(out.data)


@pytest.mark.parametrize("width", [24, 36, 48, 64, 90])
def test_no_label_leaves_its_cell_or_is_too_narrow_to_read(width: float) -> None:
    out = made("Social Worker 12", width=width)

    with pymupdf.open(stream=out.data, filetype="pdf") as doc:
        cell = pymupdf.Rect(72, 140, 72 + width, 160)
        for span in doc[0].get_texttrace():
            if span["font"].endswith("Bold"):
                assert cell.contains(pymupdf.Rect(span["bbox"]) & pymupdf.Rect(0, 145, 595, 155))


@pytest.mark.parametrize(
    ("label", "event", "short"),
    [
        ("Maternal Grandmother", "", "MGM"),
        ("Social Worker 2", "", "SW 2"),
        ("a day in March 2012", "", "March 2012"),
        ("a day 3 weeks before the incident", "the incident", "3 weeks before"),
        ("Mother", "", ""),
        ("Child A", "", ""),
    ],
)
def test_short_forms(label: str, event: str, short: str) -> None:
    assert short_form(label, event) == short
