"""The command that puts further documents to a case, and how the commands name the documents that a case has."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.commands import DONE
from redactor.commands.opening import opened_case
from redactor.errors import UnusableInput
from redactor.terminal import progress_line

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.document.source import Document, Opened
    from redactor.marks.case import Case


def opened_together(drafts: Iterable[Path]) -> Opened:
    """Read several drafts as one.

    Raises:
        UnusableInput: one of them cannot be read, or comes twice.
    """
    from redactor.document.several import joined
    from redactor.document.source import open_document

    return reduce(joined, (open_document(draft, progress_line()) for draft in drafts))


def add(options: Namespace) -> int:
    """Put further documents to a case; whoever is found again in them has the label that they have already."""
    case = opened_case(options)
    before = len(case.marks)
    try:
        if case.held_by:
            raise UnusableInput("This case can only be looked at here.", case.held_by)
        for draft in options.drafts:
            _add(case, draft, options)
    finally:
        case.close()
    count = "1 document" if len(options.drafts) == 1 else f"{len(options.drafts)} documents"
    print(
        f"{count} added, with {len(case.marks) - before} further suggestions to decide; {options.case} has now:"
    )
    print("\n".join(listed(case.document)))
    return DONE


def _add(case: Case, draft: Path, options: Namespace) -> None:
    from redactor.document.several import joined
    from redactor.document.source import open_document
    from redactor.marks.further import further
    from redactor.marks.looking import look_through
    from redactor.marks.user import user_name

    opened = open_document(draft, progress_line())
    text = joined(case.opened, opened).document.text
    looked = look_through(text, case.lists, tick=progress_line(), own=options.model)
    case.add_document(opened, further(case, *looked), by=options.by or user_name())


def listed(document: Document) -> list[str]:
    """A line for each document of a case."""
    return [
        f"Document {number}: “{part.name}”, {part.pages} {'page' if part.pages == 1 else 'pages'}"
        for number, part in enumerate(document.parts, 1)
    ]
