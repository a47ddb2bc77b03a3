"""Nothing is attached to the file."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No file is attached or embedded anywhere."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Embedded files, whether or not a viewer lists them."""
    out = []
    for obj in published.objects():
        if isinstance(obj, pikepdf.Array):
            continue
        if obj.get("/EF") is not None or obj.get("/Type") == pikepdf.Name.EmbeddedFile:
            page = published.page_of.get(obj.objgen, 0)
            out.append(Problem("attachments", page, "attachment", "A file is embedded in this file."))
    return out[:1]


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Attach a note."""
    published.pdf.attachments["note.txt"] = b"see the draft"
    return published.saved()
