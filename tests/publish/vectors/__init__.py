"""Places where a published PDF could still hold a name, each as a small PDF made in code, by theme."""

from __future__ import annotations

from vectors import document, files, fonts, geometry, invisible, notes, pictures, visible
from vectors.kit import VECTORS, Vector

__all__ = ["VECTORS", "Vector"]

THEMES = (visible, geometry, invisible, notes, document, fonts, pictures, files)
