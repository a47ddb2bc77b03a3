"""The words of the window for cases of several documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from redactor.ui import words

if TYPE_CHECKING:
    from redactor.document.source import Document

STILL_ADDING = "Another document is being read and looked through."
STILL_ADDING_ADVICE = "Wait until it is in the case, or stop that."
WHICH = "Which document"
ALL_OF_THEM = "all of them, into a new folder"
FOLDER = "The folder in which the new folder is made"
FOLDER_NAME = "published"
NO_FOLDER = "The folder for the published documents cannot be made there."
NO_FOLDER_ADVICE = "Choose another place."
_LONGEST = 24
"""Characters of a document's name that are shown beside its page."""


def added(name: str, marks: int) -> str:
    """What came of a document, to be shown and spoken."""
    return f"“{name}” is in the case, with {marks:,} more to decide"


def in_document(document: Document | None, page: int) -> str:
    """Of which document a page (1-based) is, and the page in it: “summary, page 3 of 12”; "" where there is but one."""
    if document is None or len(document.parts) == 1 or not page:
        return ""
    part = document.parts[document.part_at(page) - 1]
    stem = Path(part.name).stem
    shown = stem if len(stem) <= _LONGEST else f"{stem[:_LONGEST]}…"
    return f"{shown}, {words.PAGE_OF.format(page=page - part.first_page + 1, pages=part.pages)}"


def file_name(number: int, *, published: bool = False) -> str:
    """What a published document's file is called: nothing of the name of the draft."""
    stem = "overview-report" if number == 1 else f"document-{number}"
    return f"{stem}-published.pdf" if published else f"{stem}.pdf"


def published_but(names: list[str]) -> str:
    """Where one of several could not be published: which were before it."""
    listed = ", ".join(names)
    return f"Published before it: {listed}. Neither this one nor any after it was written. Your decisions are as they were."


def titles(document: Document | None) -> list[str]:
    """The documents of a case, to choose from."""
    return [f"{number}: {part.name}" for number, part in enumerate(document.parts, 1)] if document else [""]
