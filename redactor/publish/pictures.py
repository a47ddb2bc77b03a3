"""Strip what pictures carry beside their pixels: EXIF, XMP, comments, thumbnails, bytes that no pixel needs."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import pymupdf

from redactor.publish.masked_pixels import even_out
from redactor.publish.parts import each_object

_PLAIN = frozenset((0x01, *range(0xD0, 0xD8)))
_JFIF, _JFIF_LENGTH = 0xE0, 16
_KEPT_APPLICATION = frozenset((_JFIF, 0xEE))
"""JFIF and Adobe's colour transform, which a decoder needs; all other APPn and COM segments go."""
_FRAMES = (b"jP  ", b"ftyp", b"jp2h", b"jp2c")
_CODES = b"\xff\x4f\xff\x51"
_COMMENT, _TILE, _END = b"\xff\x64", b"\xff\x90", b"\xff\xd9"


def strip_pictures(doc: pymupdf.Document) -> None:
    """Leave of every picture of a file its pixels alone."""
    for xref in each_object(doc):
        if not doc.xref_is_image(xref):
            continue
        even_out(doc, xref)
        filters = re.findall(r"/(\w+)", doc.xref_get_key(xref, "Filter")[1])
        if filters and filters[-1] in _BARE:
            _strip(doc, xref, filters, _BARE[filters[-1]])
        elif filters in ([], ["FlateDecode"]):
            _cut_off(doc, xref, deflated=bool(filters))


def _strip(doc: pymupdf.Document, xref: int, filters: list[str], bare: Callable[[bytes], bytes]) -> None:
    raw = doc.xref_stream_raw(xref)
    if filters[:-1] == ["FlateDecode"]:
        raw = zlib.decompress(raw)
    elif filters[:-1]:
        return
    stripped = bare(raw)
    if stripped == raw and not filters[:-1]:
        return
    source = doc.xref_object(xref, compressed=True)
    doc.update_stream(xref, stripped, new=True, compress=False)
    doc.update_object(xref, source)
    if filters[:-1]:
        doc.xref_set_key(xref, "Filter", f"/{filters[-1]}")


def _cut_off(doc: pymupdf.Document, xref: int, *, deflated: bool) -> None:
    """Drop samples beyond the last row, and what follows deflated data."""
    size = _size(doc, xref)
    if not size:
        return
    data, rest = doc.xref_stream_raw(xref), b""
    if deflated:
        unpacking = zlib.decompressobj()
        try:
            data = unpacking.decompress(data)
        except zlib.error:
            return
        rest = unpacking.unused_data
    if rest.strip() or len(data) > size:
        source = doc.xref_object(xref, compressed=True)
        doc.update_stream(xref, zlib.compress(data[:size]), new=True, compress=False)
        doc.update_object(xref, source)
        doc.xref_set_key(xref, "Filter", "/FlateDecode")


def _size(doc: pymupdf.Document, xref: int) -> int:
    """How many bytes the samples take, as stored before any packing; 0 if that cannot be told."""
    width, height, bits = (_number(doc, xref, key) for key in ("Width", "Height", "BitsPerComponent"))
    if doc.xref_get_key(xref, "ImageMask")[1] == "true":
        bits, colours = 1, 1
    else:
        try:
            colours = pymupdf.Pixmap(doc, xref).n if not _simple(doc, xref) else _simple(doc, xref)
        except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
            return 0
    predicted = (
        _number(doc, xref, "DecodeParms/Predictor") >= 10
    )  # each row then begins with a byte of its own
    return height * ((width * bits * colours + 7) // 8 + predicted)


def _simple(doc: pymupdf.Document, xref: int) -> int:
    """The number of colours of a common colour space; 0 for another."""
    kind, value = doc.xref_get_key(xref, "ColorSpace")
    if kind == "xref":
        value = doc.xref_object(int(value.split()[0]), compressed=True)
    if icc := re.match(r"\[/ICCBased (\d+) 0 R", value):
        return _number(doc, int(icc[1]), "N")
    named = re.match(r"\[?/(\w+)", value)
    return _COLOURS.get(named[1], 0) if named else 0


_COLOURS = {
    "DeviceGray": 1,
    "CalGray": 1,
    "Indexed": 1,
    "Separation": 1,
    "DeviceRGB": 3,
    "CalRGB": 3,
    "Lab": 3,
    "DeviceCMYK": 4,
}


def _number(doc: pymupdf.Document, xref: int, key: str) -> int:
    value = doc.xref_get_key(xref, key)[1]
    return int(value) if value.isdigit() else 0


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without application data, comments and what follows its end (ITU-T T.81 B.1.1); what is none as it is."""
    if data[:2] != b"\xff\xd8":
        return data
    out, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _PLAIN:
            out.append(data[at : at + 2])
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        application = 0xE0 <= marker <= 0xEF and marker not in _KEPT_APPLICATION
        if marker == _JFIF:
            out.append(_without_thumbnail(data[at:end]))
        elif not application and marker != 0xFE:
            out.append(data[at:end])
        at = end
        if data[at : at + 2] == _END:
            break
    return b"".join((*out, _END)) if len(out) > 1 else data


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands: within coded data FF is followed by 00 or by a restart."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] != 0xFF and data[at + 1] and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 1
    return len(data)


def _without_thumbnail(segment: bytes) -> bytes:
    """JFIF's own segment without the small picture it may hold; an extension of it is all small picture."""
    if segment[4:9] != b"JFIF\0":
        return b""
    return segment[:2] + _JFIF_LENGTH.to_bytes(2, "big") + segment[4:16] + bytes(2)


def bare_jpeg_2000(data: bytes) -> bytes:
    """A JPEG 2000 file (ISO/IEC 15444-1 annex I) or code stream without comments and boxes that no pixel needs."""
    if data[:4] == _CODES:
        return _without_comments(data)
    out, at = [], 0
    while at + 8 <= len(data):
        length, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if length == 1:
            length, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        end = at + length if length else len(data)
        if length and length < head:
            break
        if kind in _FRAMES:
            body = data[at + head : end]
            body = _without_comments(body) if kind == b"jp2c" else body
            out.append((8 + len(body)).to_bytes(4, "big") + kind + body)
        at = end
    return b"".join(out) or data


def _without_comments(codes: bytes) -> bytes:
    """A code stream without the comments of its main header (annex A.9.2) and what follows its end."""
    out, at = [codes[:2]], 2
    while at + 4 <= len(codes) and codes[at : at + 2] != _TILE:
        end = at + 2 + int.from_bytes(codes[at + 2 : at + 4], "big")
        if codes[at : at + 2] != _COMMENT:
            out.append(codes[at:end])
        at = end
    stop = codes.rfind(_END)
    return b"".join((*out, codes[at : stop + 2] if stop > at else codes[at:]))


_BARE: dict[str, Callable[[bytes], bytes]] = {"DCTDecode": bare_jpeg, "JPXDecode": bare_jpeg_2000}
