"""Names in pictures, in drawn outlines and in fonts that lie are read; what cannot be read is a problem."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pikepdf
import pymupdf
import pytest
from draft_kit import CHILD, LINES, draft

from redactor.publish import recognition
from redactor.publish.blurred import Blurred, blur, worth_reading
from redactor.publish.checks import pixels
from redactor.publish.pile import pile
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published
from redactor.publish.wordings import confirmed

CLEAN = ("Local Safeguarding Children Partnership", "The family was visited on 2 June at home.")
SECRETS = (Secret(CHILD, "PERSON"),)


def found(pdf: bytes) -> list[Problem]:
    return pixels.problems(Published(pdf), SECRETS)


def changed(change: Callable[[pymupdf.Page], None]) -> bytes:
    with pymupdf.open(stream=draft(CLEAN), filetype="pdf") as doc:
        change(doc[0])
        return bytes(doc.tobytes())


def picture_of(lines: tuple[str, ...], *, white_on_black: bool = False) -> pymupdf.Pixmap:
    with pymupdf.open(stream=draft(lines), filetype="pdf") as doc:
        pixmap = doc[0].get_pixmap(dpi=150, clip=pymupdf.Rect(60, 60, 460, 140))
    if white_on_black:
        pixmap.invert_irect()
    return pixmap


def outlines_of(words: str) -> list[tuple[str, ...]]:
    """Words as drawn paths, as a program exports them."""
    with pymupdf.open() as doc:
        doc.new_page().insert_text((72, 300), words, fontsize=16)
        svg = doc[0].get_svg_image(text_as_path=True)
    with pymupdf.open(stream=svg.encode(), filetype="svg") as drawn:
        return bytes(drawn.convert_to_pdf())  # type: ignore[return-value]  # a PDF


@pytest.mark.parametrize("white_on_black", [False, True])
def test_a_name_in_a_picture_is_read(white_on_black: bool) -> None:
    picture = picture_of(LINES, white_on_black=white_on_black)

    problems = found(changed(lambda page: page.insert_image((60, 400, 460, 480), pixmap=picture)))

    assert [(p.check, p.page, p.vector) for p in problems][:1] == [("pixels", 1, "pixels")]
    assert CHILD in problems[0].sentence


def test_a_picture_without_a_name_raises_no_alarm() -> None:
    picture = picture_of(CLEAN)

    assert found(changed(lambda page: page.insert_image((60, 400, 460, 480), pixmap=picture))) == []


def test_a_name_in_outlines_is_read() -> None:
    def draw(page: pymupdf.Page) -> None:
        with pymupdf.open(stream=outlines_of(CHILD), filetype="pdf") as doc:
            page.show_pdf_page(page.rect, doc, 0)

    assert found(changed(draw))


def test_a_name_in_an_annotation_is_read() -> None:
    assert found(
        changed(lambda page: page.add_freetext_annot((72, 300, 400, 330), f"See {CHILD}", fontsize=12))
    )


def with_a_font(letters: str, said: str, codes: str) -> bytes:
    """A font whose codes 1… draw `letters` and read as `said`, and what it shows: a letter for each code."""
    pdf = pikepdf.open(io.BytesIO(draft(CLEAN)))
    names = [pikepdf.Name("/hyphen" if c == "-" else "/space" if c == " " else f"/{c}") for c in letters]
    table = "".join(f"<{n:02x}> <{ord(char):04x}>\n" for n, char in enumerate(said, 1))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=pikepdf.Array([1, *names])),
        ToUnicode=pdf.make_stream(f"{len(letters)} beginbfchar\n{table}endbfchar".encode()),
    )
    name = pdf.pages[0].add_resource(font, pikepdf.Name.Font)
    shown = bytes(letters.index(c) + 1 for c in codes).hex()
    pdf.pages[0].contents_add(f"BT {name} 14 Tf 72 400 Td <{shown}> Tj ET".encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_font_that_calls_its_letters_otherwise_is_read() -> None:
    letters = "".join(sorted(set(CHILD)))
    said = "".join(chr(ord("a") + n) for n in range(len(letters)))

    assert found(with_a_font(letters, said, CHILD))


def test_a_font_whose_white_space_draws_letters_is_read() -> None:
    letters = "".join(sorted(set(CHILD)))

    assert found(with_a_font(letters, " " * len(letters), CHILD))


def test_codes_that_share_a_character_do_not_prove_each_other() -> None:
    letters = "".join(sorted(set(CHILD)))
    honest = (
        "QPWVMGCX"  # these codes are what they are called, and come first; the others are called the same
    )
    said = honest + "".join(honest[n % len(honest)] for n in range(len(letters)))
    words = " ".join([honest] * 2)

    assert found(with_a_font(honest + letters, said, words + "    " + CHILD))


def test_boxes_rules_and_underlines_need_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pixels, "read_page", lambda picture: pytest.fail("read"))

    def draw(page: pymupdf.Page) -> None:
        page.draw_rect((70, 300, 130, 312), fill=(0, 0, 0))
        page.draw_rect((70, 330, 520, 500), color=(0.5, 0.5, 0.5))
        page.draw_line((70, 350), (520, 350))
        page.draw_line((70, 370), (90, 370))

    assert found(changed(draw)) == []


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_letters_that_look_like_their_text_need_no_reading(
    turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "read_page", lambda picture: pytest.fail("read"))

    def write(page: pymupdf.Page) -> None:
        page.insert_text((300, 400), "Bexley Quarterly", fontname="times-roman", rotate=turn)
        page.insert_text((300, 600), "(noted)", fontname="courier")
        page.insert_text((356, 600), "beside it", fontname="helv")
        page.insert_text((72, 640), "© Crown copyright", fontname="helv")
        page.insert_text((72, 690), "Report", fontname="times-bold", fontsize=30)
        page.insert_text((172, 715), "Wonky", fontname="times-italic", fontsize=11)

    assert found(changed(write)) == []


def test_a_title_that_no_part_holds_whole_is_read() -> None:
    with pymupdf.open() as doc:
        page = doc.new_page(width=900, height=500)
        page.insert_text((20, 360), "Keziah Thornbury", fontsize=110)
        pixmap = page.get_pixmap(matrix=pymupdf.Matrix(recognition.SCALE, recognition.SCALE))
    picture = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)

    assert "Keziah Thornbury" in recognition.read_page(picture)


@pytest.mark.parametrize("part", ["read_page", "read_lines"])
def test_what_could_not_be_read_is_a_problem(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ImportError("rapidocr")

    monkeypatch.setattr(recognition, "_engine", broken)

    problems = found(changed(lambda page: page.insert_image((60, 400, 460, 480), pixmap=picture_of(CLEAN))))

    assert [(p.page, p.vector) for p in problems] == [(0, "unread pictures")]
    assert "ImportError" in problems[0].sentence


def reads(text: str, secret: str, *, shown: str = "") -> bool:
    wording = confirmed([Secret(secret, "PERSON")])[0]
    return worth_reading(wording) and Blurred(text.splitlines()).holds(wording, pile([shown]))


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("seen with Keziah Thombury-0kafor today", CHILD),
        ("Keziah Thornbury-\nOkafor", CHILD),
        ("KeziahThornbury-Okafor said", CHILD),
        ("Kez iah Thorn bury Okafor", CHILD),
        ("Keziah Thornbury-Okafer", CHILD),
        ("Keziah Thornury-Okafor", CHILD),
        ("Mr Wa1ters", "Walters"),
        ("Bemard's", "Bernard"),
        ("NHS 999 O12 3454", "999 012 3454"),
        ("VVinston", "Winston"),
        ("THORNBURY-OKAFOR, KEZlAH", CHILD),
    ],
)
def test_a_misread_name_is_found(text: str, secret: str) -> None:
    assert reads(text, secret)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("they hop along", "Hope"),
        ("In May it was", "May"),
        ("Harlow Road", "Marlow Reed"),
        ("the number 12", "12"),
        ("it was a loan", "Joan"),
        ("in Bernardine", "Bernard"),
        ("Hopes were high", "Hope"),
    ],
)
def test_other_words_are_no_misread_name(text: str, secret: str) -> None:
    assert not reads(text, secret)


def test_a_word_that_the_pages_show_is_no_misreading() -> None:
    assert reads("Marion said", "Marlon")
    assert not reads("Marion said", "Marlon", shown="Marion, the midwife")


def test_what_looks_alike_is_one() -> None:
    assert blur("Thornbury-0kafor 1l") == blur("Thombury Okafor Il")
