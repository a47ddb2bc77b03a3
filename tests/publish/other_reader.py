"""Reads a PDF without PyMuPDF and without Redactor, for whatever is left of a secret, whole or in part."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote_to_bytes

import pikepdf
import pypdfium2
from pdfminer.high_level import extract_text
from PIL import Image

ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u043a\u0442\u043c\u043d\u0432", "aeopcyxiktmhb"
)
PART = 5
"""A word of so many letters is a part of a name that tells."""
EDGE = 50000
"""So many bytes at either end of packed data and of pixels are read as text."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)endstream", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)


def folded(text: str) -> str:
    """Letters and digits alone, small and plain."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text).casefold()).translate(ALIKE)


def left(pdf: bytes, secrets: Sequence[str], *, pictured: bool = False) -> list[str]:
    """Where something is left of a secret; `pictured` looks at pages and pictures with OCR too."""
    sought = {folded(secret) for secret in secrets} | {
        folded(word)
        for secret in secrets
        for word in re.split(r"[\s-]+", secret)
        if len(word) >= PART and word.isalpha()
    }
    found = [
        f"{where}: {word}"
        for where, text in _texts(pdf, pictured=pictured)
        for word in sought
        if word in folded(text)
    ]
    return sorted(set(found))


def shown(pdf: bytes, *, pictured: bool = False) -> str:
    """The text of all pages; letters and digits alone."""
    texts = [page.get_textpage().get_text_range(errors="replace") for page in pypdfium2.PdfDocument(pdf)]
    if pictured:
        texts += [_recognised(picture) for picture in _drawn(pdf)]
    return folded(" ".join(texts))


def _texts(pdf: bytes, *, pictured: bool) -> Iterator[tuple[str, str]]:
    yield from (("file", text) for text in _readings(_STREAM.sub(b" ", pdf)))
    for match in _STREAM.finditer(pdf):
        yield from (("file's stream", text) for text in _readings(_inflated(match[1])[:EDGE]))
    yield "pdfminer", extract_text(io.BytesIO(pdf))
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield "pdfium", page.get_textpage().get_text_range(errors="replace")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for obj in (opened.trailer, *opened.objects):
            yield from _of_object(obj)
            if pictured and isinstance(obj, pikepdf.Stream) and obj.get("/Width") is not None:
                yield "picture", _recognised(_pixels(obj))
    for picture in _drawn(pdf) if pictured else ():
        yield "page's picture", _recognised(picture)


def _of_object(obj: pikepdf.Object, depth: int = 0) -> Iterator[tuple[str, str]]:
    if isinstance(obj, pikepdf.String):
        yield from (("string", text) for text in (str(obj), *_readings(bytes(obj))))
    elif isinstance(obj, pikepdf.Name):
        yield "name", str(obj)
    elif isinstance(obj, pikepdf.Array):
        yield "array", " ".join(str(item) for item in obj if isinstance(item, pikepdf.Name | pikepdf.String))
        for item in obj:
            yield from _direct(item, depth)
    elif isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in obj.items():
            yield "key", key
            yield from _direct(value, depth)
    if isinstance(obj, pikepdf.Stream):
        yield from _of_stream(obj)


def _direct(value: object, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, pikepdf.Object) and not value.is_indirect and depth < 40:
        yield from _of_object(value, depth + 1)


def _of_stream(obj: pikepdf.Stream) -> Iterator[tuple[str, str]]:
    packed = obj.read_raw_bytes()
    yield from (("raw stream", text) for text in _readings(packed[:EDGE] + packed[-EDGE:]))
    try:
        data = obj.read_bytes()
    except pikepdf.PdfError:
        return
    if len(data) > 2 * EDGE and obj.get("/Width") is not None:
        data = data[:EDGE] + data[-EDGE:]
    yield from (("stream", text) for text in _readings(data))
    if obj.get("/Width") is None and "/Length1" not in obj:
        yield from (
            ("strings of a stream", text)
            for text in _readings(b"".join(map(_unescaped, _STRING.finditer(data))))
        )


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[2] is not None:
        digits = b"".join(match[2].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return re.sub(rb"\\([0-7]{1,3})", lambda octal: bytes([int(octal[1], 8) & 255]), match[1])


def _readings(data: bytes) -> Iterator[str]:
    latin = data.decode("latin-1")
    yield latin
    if b"\0" in data:
        for start in (0, 1):
            yield data[start:].decode("utf-16-be", "ignore")
            yield data[start:].decode("utf-16-le", "ignore")
    if "%" in latin:
        yield unquote_to_bytes(latin.encode("utf-8")).decode("utf-8", "replace")
    if "#" in latin:
        yield re.sub(r"#([0-9A-Fa-f]{2})", lambda match: chr(int(match[1], 16)), latin)
    if "<" in latin or "&" in latin:
        yield html.unescape(re.sub(r"<[^<>]{0,400}>", "", latin))


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return data


def _drawn(pdf: bytes) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(pdf):
        yield page.render(scale=200 / 72, may_draw_forms=True).to_pil()


def _pixels(obj: pikepdf.Stream) -> Image.Image:
    return pikepdf.PdfImage(obj).as_pil_image().convert("L")


def _recognised(picture: Image.Image) -> str:
    """What tesseract reads, also of light letters on a dark ground."""
    if not shutil.which("tesseract") or min(picture.size) < 12:
        return ""
    if picture.height < 80:
        picture = picture.resize((2 * picture.width, 2 * picture.height))
    framed = Image.new("L", (picture.width + 40, picture.height + 40), 255)
    framed.paste(picture.convert("L"), (20, 20))
    out = io.BytesIO()
    framed.save(out, "PNG")
    return _by_tesseract(out.getvalue())


@lru_cache(maxsize=8)
def _by_tesseract(png: bytes) -> str:
    """The same page is asked about what is left and about what is shown."""
    texts = [
        subprocess.run(
            ["tesseract", "-", "-", "--psm", mode], input=png, capture_output=True, check=True
        ).stdout.decode("utf-8", "replace")
        for mode in ("11", "6")
    ]
    return " ".join(texts)
