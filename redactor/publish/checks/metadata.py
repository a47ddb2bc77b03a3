"""The file's properties say nothing but its title and language."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, decoded

PROMISE = "The file's properties hold a title and a language and nothing else."

_ALLOWED = ("/Title", "/Trapped")
_XMP_ALLOWED = ("dc:title", "dc:language", "pdfuaid:part")
_XMP_ELEMENT = re.compile(r"<((?!rdf:|x:)[A-Za-z]\w*:\w+)[\s>]")
_XMP_ATTRIBUTE = re.compile(r"\s((?!rdf:|xmlns:|xml:|x:)[A-Za-z]\w*:\w+)=\"[^\"]+\"")


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Entries of the Info dictionary and of XMP beyond title and language."""
    out = []
    info = published.pdf.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        keys = [key[1:] for key, value in info.items() if key not in _ALLOWED and str(value)]
        if keys:
            out.append(_problem("properties", f"The file's properties hold {', '.join(sorted(keys))}."))
    for obj in published.objects():
        if isinstance(obj, pikepdf.Stream) and obj.get("/Type") == pikepdf.Name.Metadata:
            text = _readable(decoded(obj))
            names = set(_XMP_ELEMENT.findall(text)) | set(_XMP_ATTRIBUTE.findall(text))
            if extra := sorted(names.difference(_XMP_ALLOWED)):
                out.append(_problem("XMP", f"The file's XMP metadata holds {', '.join(extra[:8])}."))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Name an author."""
    published.pdf.docinfo["/Author"] = "A. N. Author"
    return published.saved()


def _readable(data: bytes) -> str:
    return data.decode("utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "replace")


def _problem(vector: str, sentence: str) -> Problem:
    return Problem("metadata", 0, vector, sentence)
