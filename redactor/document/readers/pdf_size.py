"""What a PDF would take once it is unpacked, told before anything is: a small file may hold gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import pymupdf
from pymupdf import mupdf

MOST_PICTURE_BYTES = 400_000_000
"""Of one picture, unpacked: an A3 page in colour at 800 dots an inch."""
MOST_CONTENT_BYTES = 30_000_000
"""Of the drawing instructions of one page, unpacked; the pages of an atlas have a few million."""
_PICTURE_FILTERS = frozenset(("JBIG2Decode", "JPXDecode", "DCTDecode", "CCITTFaxDecode", "DCT", "CCF"))
_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "G": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "RGB": 3}
_MOST_CHANNELS = 4


def too_large(document: pymupdf.Document) -> str:
    """What is too large, to follow the file's name in a sentence; "" if nothing is."""
    if any(_picture_bytes(obj) > MOST_PICTURE_BYTES for obj in _objects(document)):
        return "holds a picture that is too large to work with"
    for number in range(document.page_count):
        if _content_is_too_large(document, number):
            return f"draws more on page {number + 1} than can be worked with"
    return ""


def _objects(document: pymupdf.Document) -> Iterator[mupdf.PdfObj]:
    pdf = pymupdf._as_pdf_document(document)
    for xref in range(1, document.xref_length()):
        try:
            yield mupdf.pdf_load_object(pdf, xref)
        except mupdf.FzErrorBase:  # a table may name more than there is
            continue


def _picture_bytes(obj: mupdf.PdfObj) -> int:
    if mupdf.pdf_to_name(mupdf.pdf_dict_gets(obj, "Subtype")) != "Image":
        return 0
    width, height = (mupdf.pdf_to_int(mupdf.pdf_dict_gets(obj, key)) for key in ("Width", "Height"))
    stencil = mupdf.pdf_to_bool(mupdf.pdf_dict_gets(obj, "ImageMask"))
    bits = 1 if stencil else mupdf.pdf_to_int(mupdf.pdf_dict_gets(obj, "BitsPerComponent")) or 8
    return int(width * height * (1 if stencil else _channels(obj)) * bits // 8)


def _channels(picture: mupdf.PdfObj) -> int:
    space = mupdf.pdf_dict_gets(picture, "ColorSpace")
    if mupdf.pdf_is_array(space):
        kind = mupdf.pdf_to_name(mupdf.pdf_array_get(space, 0))
        if kind in ("Indexed", "I", "Separation"):
            return 1
        if kind == "ICCBased":
            return (
                int(mupdf.pdf_to_int(mupdf.pdf_dict_gets(mupdf.pdf_array_get(space, 1), "N")))
                or _MOST_CHANNELS
            )
        return _CHANNELS.get(kind, _MOST_CHANNELS)
    return _CHANNELS.get(mupdf.pdf_to_name(space), _MOST_CHANNELS)


def _content_is_too_large(document: pymupdf.Document, number: int) -> bool:
    """Streams packed as pictures count as too large: they are no content, and a few bytes may claim gigabytes."""
    left = MOST_CONTENT_BYTES
    for xref in document[number].get_contents():
        filters = _filters(document, xref)
        if _PICTURE_FILTERS.intersection(filters):
            return True
        raw = document.xref_stream_raw(xref) or b""
        left -= _unpacked(raw, left) if filters == ["FlateDecode"] else len(document.xref_stream(xref) or b"")
        if left <= 0:
            return True
    return False


def _filters(document: pymupdf.Document, xref: int) -> list[str]:
    stream = mupdf.pdf_load_object(pymupdf._as_pdf_document(document), xref)
    value = mupdf.pdf_dict_gets(stream, "Filter")
    if not mupdf.pdf_is_array(value):
        return [mupdf.pdf_to_name(value)]
    return [mupdf.pdf_to_name(mupdf.pdf_array_get(value, at)) for at in range(mupdf.pdf_array_len(value))]


def _unpacked(raw: bytes, most: int) -> int:
    """How long it is unpacked, up to `most`."""
    try:
        return len(zlib.decompressobj().decompress(raw, most))
    except zlib.error:  # MuPDF makes of it what can be made
        return 0
