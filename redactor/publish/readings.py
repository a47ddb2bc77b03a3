"""All that a string of bytes may say: as text, and as text once more encoded within it."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator

import pikepdf

from redactor.findings import matching

_OCTAL = re.compile(r"\\([0-3]?[0-7]{1,2})")
_UNICODE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}\s?){5,}")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/_-]{4}\s*){2,}(?:[A-Za-z0-9+/_-]{2,3}={0,2})?")
_TAG = re.compile(r"<[^<>]{0,4000}>")
_PLAIN = 0.8
_MOST = 200_000
"""Characters of one text within which encoded text is looked for."""


def readings(raw: bytes) -> list[str]:
    """Text string (ISO 32000-1 7.9.2.2), UTF-8 or UTF-16 without a mark; and what is encoded in these."""
    texts = [raw[3:].decode("utf-8", "replace") if raw[:3] == b"\xef\xbb\xbf" else str(pikepdf.String(raw))]
    if not raw.isascii() and raw[:2] not in (b"\xfe\xff", b"\xff\xfe"):
        texts.append(raw.decode("utf-8", "ignore"))
    if b"\0" in raw and raw[:2] not in (b"\xfe\xff", b"\xff\xfe"):
        texts += [raw.decode("utf-16-be", "ignore"), raw.decode("utf-16-le", "ignore")]
    for text in tuple(texts):
        texts += _encoded(text[:_MOST])
    return list(dict.fromkeys(texts))


def _encoded(text: str) -> Iterator[str]:
    """Percent-encoding, entities and tags of XML, escapes of PDF and scripts, hex digits, base64."""
    if "%" in text or "+" in text:
        yield matching.percent_decoded(text)
    if "<" in text or "&" in text:
        yield html.unescape(_TAG.sub("", text))
        yield html.unescape(_TAG.sub(" ", text))
    if "\\" in text:
        plain = _OCTAL.sub(lambda match: chr(int(match[1], 8) & 255), text)
        yield _UNICODE.sub(lambda match: chr(int(match[1] or match[2], 16)), plain)
    for digits in _HEX.findall(text):
        yield from _texts(bytes.fromhex("".join(digits.split())))
    for letters in _BASE64.findall(text):
        packed = "".join(letters.split()).translate({45: 43, 95: 47})
        try:
            yield from _texts(base64.b64decode(packed + "=" * (-len(packed) % 4)))
        except binascii.Error:
            continue


def _texts(raw: bytes) -> Iterator[str]:
    """Bytes as text if they are text at all: most words look like base64, and their bytes say nothing."""
    for encoding in ("utf-16-be", "utf-16-le") if b"\0" in raw else ("utf-8", "cp1252"):
        try:
            text = raw.decode(encoding).lstrip("\ufeff")
        except UnicodeDecodeError:
            continue
        plain = sum(char.isalnum() or char.isspace() for char in text)
        if text.replace("\n", "").isprintable() and plain >= _PLAIN * len(text):
            yield text
            return
