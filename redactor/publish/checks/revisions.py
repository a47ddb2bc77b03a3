"""The file is written once: no earlier revision, nothing before or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "The file was written once; no earlier revision and nothing behind its end is left."

_END = b"%%EOF"


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Incremental updates, and bytes outside the file proper."""
    data = published.data
    linearised = b"/Linearized" in data[:1024]
    out = []
    ends = len(re.findall(rb"startxref\s+\d+\s+%%EOF", data))
    if ends > (2 if linearised else 1):
        earlier = ends - (2 if linearised else 1)
        counted = "an earlier revision" if earlier == 1 else f"{earlier} earlier revisions"
        sentence = f"The file holds {counted}, which anyone can bring back."
        out.append(Problem("revisions", 0, "earlier revision", sentence))
    trailing = data[data.rfind(_END) + len(_END) :].strip(b"\r\n \0") if _END in data else b""
    if trailing:
        sentence = f"{len(trailing)} bytes stand behind the end of the file."
        out.append(Problem("revisions", 0, "behind the end", sentence))
    if data.find(b"%PDF-") > 0:
        out.append(
            Problem("revisions", 0, "before the beginning", "Bytes stand before the beginning of the file.")
        )
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Append an incremental update."""
    start = published.data.rfind(b"startxref")
    return published.data + b"\n" + published.data[start:]
