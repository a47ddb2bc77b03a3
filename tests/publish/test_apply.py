"""What lies under a mark is gone, and nothing else is."""

from __future__ import annotations

import pymupdf
import pytest
from draft_kit import CHILD, draft, origins, plan, removals, text_of
from placements import slanted

from redactor.publish import release
from redactor.publish.plan import Plan, Removal


def area(page: int, x0: float, y0: float, x1: float, y1: float) -> Removal:
    """A drawn mark."""
    return Removal("m1", page, ((x0, y0, x1, y0, x0, y1, x1, y1),), "", "PERSON", "")


def made(pdf: bytes, *areas: Removal) -> bytes:
    return release.make(pdf, Plan(areas, (), "blackout", "Report"))[0]


def with_content(content: bytes) -> bytes:
    """A page with this content; its font is /helv."""
    with pymupdf.open() as doc:
        page = doc.new_page(width=595, height=842)
        page.insert_text((10, 10), "x", fontname="helv")
        doc.update_stream(page.get_contents()[0], content)
        return bytes(doc.tobytes())


@pytest.mark.parametrize(
    "shown",
    [
        b"(seen by Keziah) Tj (qjw) Tj",
        b"[(seen by K)70(ezi)-15(ah)20(qjw)] TJ",
        b"[(seen by Keziah)-40 70.0()20 15(q)-10()5(jw)] TJ",
    ],
)
def test_what_follows_on_the_line_keeps_its_place(shown: bytes) -> None:
    pdf = with_content(b"BT /helv 11 Tf 72 700 Td " + shown + b" ET")
    document = removals(pdf, ["Keziah"]) or removals(pdf, ["Keziahqjw"])
    quad = document[0].quads[0]
    end = origins(pdf)["q"]
    mark = area(1, quad[0], quad[1], end, quad[5])

    after = made(pdf, mark)

    assert origins(after)["j"] == pytest.approx(origins(pdf)["j"], abs=0.02)
    assert "K" not in origins(after)


def test_tightly_set_neighbouring_lines_stay_whole() -> None:
    lines = (
        "Agreed by the panel before the visit began.",
        f"Visit to {CHILD} took place.",
        "Notes follow in the annex.",
    )
    pdf = draft(lines, leading=9)

    after = text_of(release.make(pdf, plan(pdf))[0])

    assert lines[0] in after
    assert lines[2] in after
    assert "Visit to" in after
    assert "took place." in after


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_marks_hold_on_turned_and_cropped_pages(rotation: int) -> None:
    with pymupdf.open(stream=draft(), filetype="pdf") as doc:
        doc[0].set_cropbox(pymupdf.Rect(40, 30, 500, 700))
        doc[0].set_rotation(rotation)
        pdf = bytes(doc.tobytes())

    after = release.make(pdf, plan(pdf, style="pseudonym"))[0]

    text = text_of(after)
    assert "Keziah" not in text
    assert "(known since 2019)" in text
    assert "Child A" in text
    with pymupdf.open(stream=pdf, filetype="pdf") as old, pymupdf.open(stream=after, filetype="pdf") as new:
        assert new[0].rect == old[0].rect
        old[0].set_rotation(0)
        new[0].set_rotation(0)
        assert old[0].search_for("Keziah")[0].intersects(new[0].search_for("Child A")[0])


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_text_is_taken_out_whole(angle: int) -> None:
    with pymupdf.open() as doc:
        page = doc.new_page(width=595, height=842)
        page.insert_text((300, 400), f"{CHILD} was seen", fontsize=11, rotate=angle)
        pdf = bytes(doc.tobytes())

    after = text_of(release.make(pdf, plan(pdf))[0])

    assert after.split() == ["was", "seen"]


@pytest.mark.parametrize("angle", [-170, -80, -50, -20, -3, 1, 10, 30, 40, 60, 100, 130])
def test_slanted_text_loses_the_name_and_no_letter_beside_it(angle: float) -> None:
    kept, gone = "It was (", ") fitted by all (as agreed)"
    pdf = slanted(draft((f"{kept}{CHILD}{gone}", "Lines above and below stay whole."), leading=13), angle)

    after = release.redacted(pdf, plan(pdf))[0]

    text = "".join(text_of(after).split())
    assert text == "".join(f"{kept}{gone}Lines above and below stay whole.".split())


def test_pixels_under_a_mark_are_replaced_and_the_others_stay() -> None:
    with pymupdf.open() as doc:
        page = doc.new_page(width=400, height=400)
        pix = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 200, 200))
        pix.set_rect(pix.irect, (200, 30, 30))
        page.insert_image((100, 100, 300, 300), pixmap=pix)
        pdf = bytes(doc.tobytes())

    after = made(pdf, area(1, 100, 100, 200, 300))

    with pymupdf.open(stream=after, filetype="pdf") as out:
        picture = pymupdf.Pixmap(out, out[0].get_images()[0][0])
        assert picture.pixel(20, 100) != (200, 30, 30)
        assert picture.pixel(180, 100) == (200, 30, 30)


def test_line_art_within_a_mark_goes_and_a_rule_through_it_stays() -> None:
    pdf = with_content(b"100 700 m 104 706 110 706 114 700 c f 50 690 m 500 690 l S")

    after = made(pdf, area(1, 90, 130, 130, 160))

    with pymupdf.open(stream=after, filetype="pdf") as out:
        kinds = [item[0] for drawing in out[0].get_drawings() for item in drawing["items"]]
        assert "c" not in kinds
        assert any(drawing["rect"].width > 400 for drawing in out[0].get_drawings())


def test_a_line_of_outlined_lettering_through_a_mark_makes_the_page_a_picture() -> None:
    letters = b" ".join(
        b"%d 700 m %d 712 %d 712 %d 700 c" % (x, x + 2, x + 6, x + 8) for x in range(80, 280, 10)
    )
    pdf = with_content(letters + b" f")

    pictures = release.make(pdf, Plan((area(1, 100, 128, 150, 144),), (), "blackout", "Report")).pictures

    assert list(pictures) == [1]
    assert "line art" in pictures[1]


def test_a_signature_within_a_mark_is_not_left_under_its_box() -> None:
    pdf = with_content(b"100 700 m 104 706 110 706 114 700 c S")

    after, _, pictures, *_ = release.make(pdf, Plan((area(1, 90, 130, 130, 160),), (), "blackout", "Report"))

    assert list(pictures) == [1]
    with pymupdf.open(stream=after, filetype="pdf") as out:
        assert out[0].get_drawings() == []


def test_redactions_that_came_with_the_draft_are_not_carried_out() -> None:
    with pymupdf.open(stream=draft(), filetype="pdf") as doc:
        doc[0].add_redact_annot(doc[0].search_for("social worker")[0])
        pdf = bytes(doc.tobytes())

    assert "social worker" in text_of(release.make(pdf, plan(pdf))[0])


def test_a_form_shown_on_several_pages_is_emptied_on_the_marked_page_only() -> None:
    with pymupdf.open(stream=draft(), filetype="pdf") as source, pymupdf.open() as doc:
        for _ in range(2):
            page = doc.new_page(width=595, height=842)
            page.show_pdf_page(page.rect, source, 0)
        pdf = bytes(doc.tobytes())
    marks = [mark for mark in removals(pdf, [CHILD]) if mark.page == 1]

    after = release.make(pdf, Plan(tuple(marks), (), "blackout", "Report"))[0]

    with pymupdf.open(stream=after, filetype="pdf") as out:
        assert "Keziah" not in out[0].get_text()
        assert "Keziah" in out[1].get_text()
