"""No confirmed identifier is left in any decompressed stream that is neither picture nor font nor content."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

import pikepdf

from redactor.publish.pile import pile
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, decoded
from redactor.publish.readings import readings
from redactor.publish.wordings import telling

PROMISE = "No confirmed identifier is left in any data stream, read after decompression."

_COMMENT = re.compile(rb"(?:^|[\r\n ])%([^\r\n]{3,400})")
_LEAST = 5


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret of five characters or more in scripts, XML, attachments, comments of content."""
    wordings = [
        wording
        for wording in telling(secrets, published.page_pile)
        if sum(map(len, wording.needle.orders[0] if wording.needle.orders else ())) >= _LEAST
    ]
    if not wordings:
        return []
    read = [
        (published.page_of.get(stream.objgen, 0), text)
        for stream in published.objects()
        if isinstance(stream, pikepdf.Stream)
        for text in _texts(stream)
    ]
    texts = pile(text for _, text in read)
    out: dict[tuple[int, str], Problem] = {}
    for wording in wordings:
        for number in texts.holding(wording.needle):
            page = read[number][0]
            sentence = f"{wording.sentence} is left in a data stream of the file."
            out.setdefault((page, wording.text), Problem("streams", page, "data stream", sentence))
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
            yield from readings(comment)
        return
    if b"begincmap" in data[:4096] or _is_binary(data):
        return
    yield from readings(data)


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
