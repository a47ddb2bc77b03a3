"""No confirmed identifier is left in any decompressed stream that is neither picture nor font nor content."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

import pikepdf

from redactor.findings import matching
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, decoded, text_of

PROMISE = "No confirmed identifier is left in any data stream, read after decompression."

_COMMENT = re.compile(rb"(?:^|[\r\n ])%([^\r\n]{3,400})")
_TAG = re.compile(r"<[^<>]{0,4000}>")
_LEAST = 5


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret of five characters or more in scripts, XML, attachments, comments of content."""
    needles = [(secret, matching.needle(secret.text)) for secret in secrets]
    needles = [(s, n) for s, n in needles if sum(map(len, n.orders[0] if n.orders else ())) >= _LEAST]
    out: dict[tuple[int, str], Problem] = {}
    for stream in published.objects() if needles else ():
        if not isinstance(stream, pikepdf.Stream):
            continue
        page = published.page_of.get(stream.objgen, 0)
        for text in _texts(stream):
            hay = matching.haystack(text)
            for secret, sought in needles:
                if matching.find(hay, sought):
                    sentence = f"“{secret.text}” is left in a data stream of the file."
                    out.setdefault((page, secret.text), Problem("streams", page, "data stream", sentence))
    return list(out.values())


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Hide the longest secret in a private stream of the first page."""
    words = max((secret.text for secret in secrets), key=len)
    note = published.pdf.make_stream(f"<note>{html.escape(words)}</note>".encode())
    published.pdf.pages[0].obj["/Note"] = published.pdf.make_indirect(note)
    return published.saved()


def _texts(stream: pikepdf.Stream) -> Iterator[str]:
    if stream.get("/Type") in (pikepdf.Name.XRef, pikepdf.Name.ObjStm) or stream.get("/Width") is not None:
        return
    if any(key in stream for key in ("/Length1", "/Length2")) or stream.get("/Subtype") in _FONT_PROGRAMS:
        return
    data = decoded(stream)
    if _is_content(stream, data):
        for comment in _COMMENT.findall(data):
            yield comment.decode("cp1252", "replace")
        return
    if b"begincmap" in data[:4096] or _is_binary(data):
        return
    for text in (*text_of(data), data.decode("utf-8", "ignore")):
        yield text
        if "<" in text or "&" in text:
            yield html.unescape(_TAG.sub(" ", text))


_FONT_PROGRAMS = (pikepdf.Name.Type1C, pikepdf.Name.CIDFontType0C, pikepdf.Name.OpenType)


def _is_content(stream: pikepdf.Stream, data: bytes) -> bool:
    if stream.get("/Subtype") == pikepdf.Name.Form or stream.get("/PatternType") is not None:
        return True
    return (
        stream.get("/Type") is None and re.search(rb"\b(?:BT|re|cm|Do|Tf|d1|d0)\b", data[:20000]) is not None
    )


def _is_binary(data: bytes) -> bool:
    head = data[:2048]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return controls > 0.1 * len(head) and b"\0" not in head
