"""One input format per file; each carries SUFFIXES, KIND and `read(draft, name, tick) -> Reading`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from types import ModuleType

from redactor.document.readers import pdf as pdf
from redactor.document.readers import text as text
from redactor.document.readers import word as word
from redactor.document.source import DRAFT_SUFFIXES, Reading
from redactor.errors import Tick, UnusableInput

READERS: tuple[ModuleType, ...] = (pdf, word, text)


def reader_for(name: str) -> tuple[str, Callable[[bytes, str, Tick], Reading]]:
    """The kind of a file and its reader, by its suffix.

    Raises:
        UnusableInput: no reader takes such files.
    """
    suffix = PurePath(name).suffix.lower()
    for reader in READERS:
        if suffix in reader.SUFFIXES:
            return reader.KIND, reader.read
    kinds = ", ".join(DRAFT_SUFFIXES)
    raise UnusableInput(
        f"“{name}” is not a kind of file that can be opened.", f"Open a draft that ends in {kinds}."
    )
