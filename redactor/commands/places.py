"""Where something stands, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.document.page import Place


def plain_places(places: Sequence[Place]) -> list[dict[str, object]]:
    """Places as plain values: page (1-based) and quads in points from its top left."""
    return [{"page": p.page, "quads": [[round(v, 2) for v in quad] for quad in p.quads]} for p in places]
