"""No layer hides anything."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No layer is switched off: what the file holds is what is seen."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Layers that are off when the file is opened."""
    properties = published.pdf.Root.get("/OCProperties")
    config = properties.get("/D") if isinstance(properties, pikepdf.Dictionary) else None
    if properties is None or config is None:
        return []
    off = len(config.get("/OFF") or ())
    if config.get("/BaseState") == pikepdf.Name.OFF:
        off = len(properties.get("/OCGs") or ()) - len(config.get("/ON") or ())
    if off <= 0:
        return []
    return [
        Problem("layers", 0, "hidden layer", f"The file has {off} hidden layers, which anyone can switch on.")
    ]


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Add a layer that is off."""
    layer = published.pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="notes"))
    published.pdf.Root["/OCProperties"] = pikepdf.Dictionary(
        OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
    )
    return published.saved()
