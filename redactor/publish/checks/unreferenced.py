"""No object is left that nothing in the file leads to."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "The file holds no lost texts: all that is in it can be reached and was checked."

_FILE_PARTS = ("/XRef", "/ObjStm")


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Objects that cannot be reached from the trailer and may hold text."""
    lost = sum(obj.objgen not in published.reachable and _may_hold_text(obj) for obj in published.objects())
    if not lost:
        return []
    counted = "a part" if lost == 1 else f"{lost} parts"
    return [
        Problem(
            "unreferenced",
            0,
            "lost object",
            f"The file holds {counted} that no page shows and nothing leads to.",
        )
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


def _may_hold_text(obj: pikepdf.Object, depth: int = 0) -> bool:
    """Whether it is a stream that is no picture, font or part of the file's own table, or holds a string."""
    if isinstance(obj, pikepdf.Stream):
        return (
            not any(key in obj for key in ("/Width", "/Length1", "/N"))
            and str(obj.get("/Type", "")) not in _FILE_PARTS
        )
    if isinstance(obj, pikepdf.String):
        return bool(bytes(obj))
    values: list[object] = []
    if isinstance(obj, pikepdf.Dictionary):
        values = [value for _, value in obj.items()]
    elif isinstance(obj, pikepdf.Array):
        values = list(obj)
    direct = (value for value in values if isinstance(value, pikepdf.Object) and not value.is_indirect)
    return depth < 50 and any(_may_hold_text(value, depth + 1) for value in direct)
