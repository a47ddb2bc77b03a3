"""A Word draft becomes pages."""

from __future__ import annotations

from redactor.document.source import Reading
from redactor.errors import Tick

SUFFIXES = (".docx",)
KIND = "word"


def read(draft: bytes, name: str, tick: Tick) -> Reading:
    """Set a Word draft on pages."""
    raise NotImplementedError
