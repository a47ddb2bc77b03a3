"""Every reader finds a confirmed name in whatever form and encoding it is left, and no everyday word in its place."""

from __future__ import annotations

import base64
import io
from html import escape

import pikepdf
import pytest
from draft_kit import CHILD, draft

from redactor.publish.pile import pile
from redactor.publish.plan import Secret
from redactor.publish.published import Published
from redactor.publish.readings import readings
from redactor.publish.verify import all_checks
from redactor.publish.wordings import confirmed, telling

SECRETS = (Secret(CHILD, "PERSON"), Secret("Zoë Brontë", "PERSON"))
CLEAN = ("The family was visited on 2 June.",)

FORMS = {
    "as it stood": CHILD,
    "capitals": CHILD.upper(),
    "last name first": "THORNBURY-OKAFOR, Keziah",
    "possessive": "Keziah Thornbury-Okafor’s school",
    "surname": "the Thornbury-Okafor file",
    "half a surname": "the Okafor file",
    "given name": "for Keziah",
    "initial": "K. Thornbury-Okafor",
    "initial behind": "Thornbury-Okafor, K",
    "spaces inside": "Kez iah Thorn bury Oka for",
    "letter by letter": "K e z i a h",
    "hyphens inside": "Ke-zi-ah Thorn-bury-Oka-for",
    "soft hyphens": "Ke\u00adziah Thorn\u00adbury-Okafor",
    "zero-width spaces": "Ke\u200bziah Thorn\u200bbury-Oka\u200bfor",
    "homoglyphs": "Кеziаh Thоrnbury-Оkаfоr",
    "no diacritics": "Zoe Bronte",
    "decomposed": "Zoe\u0308 Bronte\u0308",
    "backwards": CHILD[::-1],
    "run together": "keziahthornburyokafor.docx",
}
ENCODINGS = {
    "UTF-16 with a mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-8": lambda text: text.encode(),
    "percent": lambda text: ("q=" + "".join(f"%{byte:02X}" for byte in text.encode())).encode(),
    "entities": lambda text: "".join(f"&#{ord(char)};" for char in text).encode(),
    "tags between": lambda text: f"<b>{escape(text[:4])}</b>{escape(text[4:])}".encode(),
    "hex": lambda text: b"<" + text.encode().hex().encode() + b">",
    "hex UTF-16": lambda text: b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">",
    "octal": lambda text: "".join(f"\\{byte:03o}" for byte in text.encode("cp1252")).encode(),
    "escapes": lambda text: "".join(f"\\u{ord(char):04x}" for char in text).encode(),
    "base64": lambda text: b"data:text/plain;base64," + base64.b64encode(text.encode()),
    "base64 UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")),
}


def left(raw: bytes, *, in_stream: bool) -> Published:
    """A file with these bytes in a string or in a stream of its first page."""
    pdf = pikepdf.open(io.BytesIO(draft(CLEAN)))
    kept: pikepdf.Object = pikepdf.String(raw)
    if in_stream:
        kept = pdf.make_indirect(pdf.make_stream(raw))
    pdf.pages[0].obj["/Note"] = kept
    out = io.BytesIO()
    pdf.save(out)
    return Published(out.getvalue())


def found(published: Published, *names: str, secrets: tuple[Secret, ...] = SECRETS) -> bool:
    checks = all_checks()
    return any(checks[name].problems(published, secrets) for name in names)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_name_is_found_in_every_form(form: str) -> None:
    assert found(left(b"\xfe\xff" + form.encode("utf-16-be"), in_stream=False), "objects")
    assert found(left(form.encode(), in_stream=True), "streams")


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
def test_a_name_is_found_in_every_encoding(encode: object) -> None:
    raw = encode(CHILD)  # type: ignore[operator]  # a table of functions

    assert found(left(raw, in_stream=False), "objects")
    assert found(left(raw, in_stream=True), "streams")


@pytest.mark.parametrize(
    "shown",
    [
        b"<" + CHILD.encode().hex().encode() + b"> Tj",
        b"(" + "".join(f"\\{byte:03o}" for byte in CHILD.encode()).encode() + b") Tj",
        b"[(Kezi) 20 (ah) -400 (Thornbury) 0 (-Okafor)] TJ",
        b"(" + CHILD[::-1].encode() + b") Tj",
        b"(Okafor-Thornbury, Keziah Thornbury-Okafor) Tj",
    ],
    ids=["hex", "octal", "pieces", "backwards", "amid names"],
)
@pytest.mark.parametrize("check", ["page_text", "content_text", "second_reading"])
def test_a_name_is_found_in_shown_strings(shown: bytes, check: str) -> None:
    pdf = pikepdf.open(io.BytesIO(draft(CLEAN)))
    pdf.pages[0].contents_add(b"BT /helv 11 Tf 72 400 Td " + shown + b" ET")
    out = io.BytesIO()
    pdf.save(out)

    assert found(Published(out.getvalue()), check)


def placed(words: str) -> bytes:
    """The operators that show every character by itself, spaces too."""
    return b" ".join(b"(%s) Tj 5 0 Td" % letter.encode() for letter in words)


@pytest.mark.parametrize("check", ["content_text", "second_reading"])
@pytest.mark.parametrize(
    ("shown", "sees"),
    [
        ("for Keziah Thornbury so", True),
        ("forKeziahThornburyso", True),
        ("Keziah Thornbur y", True),
        ("the Keziah Thornbur you saw", False),
    ],
)
def test_glyphs_placed_one_by_one_are_read_as_words(check: str, shown: str, sees: bool) -> None:
    pdf = pikepdf.open(io.BytesIO(draft(CLEAN)))
    pdf.pages[0].contents_add(b"BT /helv 11 Tf 72 400 Td " + placed(shown) + b" ET")
    out = io.BytesIO()
    pdf.save(out)

    assert found(Published(out.getvalue()), check, secrets=(Secret("Keziah Thornbury", "X"),)) == sees


def test_the_next_word_placed_glyph_by_glyph_is_no_plural() -> None:
    pdf = pikepdf.open(io.BytesIO(draft(CLEAN)))
    pdf.pages[0].contents_add(b"BT /helv 11 Tf 72 400 Td " + placed("any counterpart so delivered") + b" ET")
    out = io.BytesIO()
    pdf.save(out)
    published = Published(out.getvalue())

    assert not found(published, "content_text", "second_reading", secrets=(Secret("counterparts", "X"),))


@pytest.mark.parametrize("name", ["Hope May", "Ms May", "Grace Carpenter", "Will Young"])
@pytest.mark.parametrize("text", ["In May there was hope.", "a young carpenter", "GRACE will come"])
def test_everyday_words_raise_no_alarm_for_a_name_made_of_them(name: str, text: str) -> None:
    published = left(text.encode(), in_stream=False)

    assert not found(published, "objects", "streams", secrets=(Secret(name, "PERSON"),))


@pytest.mark.parametrize("text", ["J Hope", "Hope, J."])
def test_initials_are_found_with_an_everyday_surname(text: str) -> None:
    assert found(left(text.encode(), in_stream=False), "objects", secrets=(Secret("Jordan Hope", "PERSON"),))


def test_a_part_that_the_pages_show_is_no_secret() -> None:
    shown = pile(["Okafor House, opened in 1911"])

    texts = {wording.text for wording in telling([Secret(CHILD, "PERSON")], shown)}

    assert {CHILD, "Keziah", "Thornbury", "Thornbury-Okafor"} <= texts
    assert "Okafor" not in texts


def test_titles_and_numbers_have_no_parts() -> None:
    shown = pile([])

    assert {w.text for w in telling([Secret("Dr Penhaligon", "PERSON")], shown)} <= {
        "Dr Penhaligon",
        "nogilahneP rD",
    }
    assert [w.text for w in telling([Secret("999 012 3454", "NHS_NUMBER")], shown)] == ["999 012 3454"]


def test_a_kept_wording_backwards_may_not_stay() -> None:
    kept = {wording.text: wording.secret.kept for wording in confirmed([Secret(CHILD, "PERSON", 3)])}

    assert kept == {CHILD: 3, CHILD[::-1]: 0}


def test_bytes_that_say_nothing_are_read_as_nothing() -> None:
    assert all(len(text) < 4096 for text in readings(bytes(range(256)) * 8))
