"""A PDF that would unpack to more than can be worked with is refused before anything is unpacked."""

from __future__ import annotations

import zlib

import pymupdf
import pytest

from redactor.document.readers.pdf import open_pdf
from redactor.errors import UnusableInput

PICTURE = "<</Type/XObject/Subtype/Image/Width {0}/Height {0}/BitsPerComponent 8/ColorSpace/DeviceRGB>>"


def with_picture(edge: int) -> bytes:
    with pymupdf.open() as doc:
        doc.new_page()
        xref = doc.get_new_xref()
        doc.update_object(xref, PICTURE.format(edge))
        doc.update_stream(xref, b"\0")
        return bytes(doc.tobytes())


def with_content(raw: bytes, packed: str) -> bytes:
    with pymupdf.open() as doc:
        page = doc.new_page()
        page.insert_text((72, 72), "Seen by the health visitor")
        xref = page.get_contents()[0]
        doc.update_stream(xref, raw, compress=False)
        doc.xref_set_key(xref, "Filter", packed)
        return bytes(doc.tobytes())


def refusal(pdf: bytes) -> str:
    with pytest.raises(UnusableInput) as caught:
        open_pdf(pdf, "draft.pdf")
    return caught.value.sentence


def test_a_picture_that_unpacks_to_gigabytes_is_refused() -> None:
    assert refusal(with_picture(40_000)) == "“draft.pdf” holds a picture that is too large to work with."


def test_a_large_scan_is_opened() -> None:
    open_pdf(with_picture(10_000))


def test_content_that_unpacks_to_more_than_a_page_needs_is_refused() -> None:
    raw = zlib.compress(b"0 0 1 1 re f\n" * 3_000_000)

    assert (
        refusal(with_content(raw, "/FlateDecode"))
        == "“draft.pdf” draws more on page 1 than can be worked with."
    )


def test_content_packed_as_a_picture_is_refused() -> None:
    assert "page 1" in refusal(with_content(b"\0" * 40, "[/JBIG2Decode]"))


def test_usual_content_is_opened() -> None:
    open_pdf(with_content(zlib.compress(b"0 0 1 1 re f\n" * 1000), "/FlateDecode"))
