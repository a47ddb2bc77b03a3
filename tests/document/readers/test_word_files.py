"""Word files that are broken or mean harm are refused with one sentence."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_files import NAMESPACES, changed, paragraph, read, with_body

from redactor.errors import UnusableInput

DRAFT = with_body(paragraph("Reuben Marlowe"))
BODY = f"<w:document {NAMESPACES}><w:body>{paragraph('Reuben Marlowe')}</w:body></w:document>"


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_a_file_that_is_no_archive_is_refused() -> None:
    with pytest.raises(UnusableInput, match="damaged or is not a Word document"):
        read(b"Reuben Marlowe")


def test_an_encrypted_document_is_refused() -> None:
    with pytest.raises(UnusableInput, match="protected with a password"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


def test_a_document_in_the_old_format_is_refused() -> None:
    with pytest.raises(UnusableInput, match="old Word format"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_an_archive_without_a_main_part_is_refused() -> None:
    with pytest.raises(UnusableInput, match="damaged"):
        read(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}))


def test_a_cut_off_document_is_refused() -> None:
    with pytest.raises(UnusableInput, match="damaged"):
        read(DRAFT[: len(DRAFT) // 2])


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnusableInput, match="unpacks to far more"):
        read(changed(DRAFT, {"word/media/image1.png": b"\0" * 30_000_000}))


def test_an_archive_of_too_many_parts_is_refused() -> None:
    with pytest.raises(UnusableInput, match="unpacks to far more"):
        read(zipped({f"word/{number}": b"" for number in range(10_001)}))


def test_a_document_type_is_refused_with_its_entities() -> None:
    secret = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    body = BODY.replace("Reuben", "&e;")

    with pytest.raises(UnusableInput, match="damaged"):
        read(changed(DRAFT, {"word/document.xml": (secret + body).encode()}))


def test_markup_nested_too_deeply_is_refused() -> None:
    deep = BODY.replace("<w:p>", "<w:sdt><w:sdtContent>" * 20_000 + "<w:p>", 1)

    with pytest.raises(UnusableInput, match="damaged"):
        read(changed(DRAFT, {"word/document.xml": deep.encode()}))


def test_tables_nested_deeply_are_read() -> None:
    cell = paragraph("Reuben")
    for _ in range(40):
        cell = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"

    assert "Reuben" in read(with_body(cell)).text


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = BODY.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    assert read(changed(DRAFT, {"word/document.xml": strict.encode()})).text == "Reuben Marlowe\n"


def test_names_that_climb_out_of_the_archive_lead_nowhere() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/header" Target="../../../../etc/hostname"/>'
        '<Relationship Id="rId2" Type="x/styles" Target="file:///etc/hostname" TargetMode="External"/></Relationships>'
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:body>'
    parts = {
        "word/document.xml": BODY.replace("</w:body>", section).encode(),
        "word/_rels/document.xml.rels": relations.encode(),
        "../../evil": b"x",
    }

    assert read(changed(DRAFT, parts)).text == "Reuben Marlowe\n"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(DRAFT) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_never_worse(at: int, bytes_: bytes) -> None:
    with suppress(UnusableInput):
        read(DRAFT[:at] + bytes_ + DRAFT[at + len(bytes_) :])


VALUES = st.sampled_from(
    ["", "-1", "0", "1", "99999999999", "nan", "x", "%1", "restart", "default", "begin", "end"]
)
NAMES = st.sampled_from(
    [
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tr",
        "w:tc",
        "w:tcPr",
        "w:gridSpan",
        "w:vMerge",
        "w:pPr",
        "w:numPr",
        "w:ilvl",
        "w:numId",
        "w:sectPr",
        "w:fldChar",
        "w:ins",
        "w:sdt",
        "w:sdtContent",
        "w:drawing",
        "w:pict",
        "w:br",
        "w:sym",
        "w:footnoteReference",
        "mc:AlternateContent",
        "mc:Choice",
        "w:txbxContent",
        "w:ind",
        "w:pStyle",
        "w:rStyle",
        "pic:pic",
        "a:p",
    ]
)
MARKUP = st.recursive(
    st.builds(
        lambda name, value: f'<{name} w:val="{value}" w:fldCharType="{value}" w:id="{value}"/>', NAMES, VALUES
    ),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKUP, max_size=5))
def test_markup_in_any_order_is_read(markup: list[str]) -> None:
    body = BODY.replace("</w:body>", "".join(markup) + "</w:body>")

    assert "Reuben Marlowe" in read(changed(DRAFT, {"word/document.xml": body.encode()})).text
