"""No object is left that nothing in the file leads to."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "The file holds no lost objects: all that is in it can be reached and was checked."

_FILE_PARTS = ("/XRef", "/ObjStm")


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Objects that cannot be reached from the trailer."""
    lost = 0
    for obj in published.objects():
        part = not isinstance(obj, pikepdf.Array) and (
            str(obj.get("/Type", "")) in _FILE_PARTS or obj.get("/Linearized") is not None
        )
        lost += not part and obj.objgen not in published.reachable
    if not lost:
        return []
    return [
        Problem("unreferenced", 0, "lost object", f"The file holds {lost} objects that nothing leads to.")
    ]


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Write an object that nothing refers to."""
    note = b"<</Note(left over)>>\nendobj\n"
    data = published.saved_plainly()
    at = data.rfind(b"\nxref\n") + 1
    number = len(published.pdf.objects) + 50
    head = f"{number} 0 obj\n".encode()
    entry = f"{number} 1\n{at:010d} 00000 n \n".encode()
    body = data[:at] + head + note
    table = data[at:].replace(b"trailer", entry + b"trailer", 1)
    table = table.replace(b"startxref\n" + str(at).encode(), f"startxref\n{len(body)}".encode())
    return body + table
