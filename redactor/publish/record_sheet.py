"""The history of a case as a PDF to read, print and file: A4, a row for each decision (reading: for each run of pages), confidential on every page.

Tables are set as those of Word drafts are; the file has no tags, so for a screen reader the CSV is the better form.
"""

from __future__ import annotations

import pymupdf

from redactor.document.readers.glyphs import Run
from redactor.document.readers.strips import Block, Cell, Paragraph, Table
from redactor.document.readers.typeset import PAGE_COUNT, PAGE_NUMBER, Running, Section, typeset
from redactor.errors import Tick, no_tick
from redactor.marks.entries import Entry, Record
from redactor.marks.record import assurance, in_runs, local_time, one_line
from redactor.marks.told import on_pages

CONFIDENTIAL = "Confidential: holds real names. Not for publication."
_HEAD = (
    "This is the whole history of decisions of a case: who decided what, when and why. It names the people whom the "
    "published report does not name. Keep it as you keep the draft, and never send it along with the published report."
)
_CHAIN = (
    "Each decision holds the SHA-256 hash of the one before it, so that none can be altered, put in or taken out "
    "without showing. Of each hash the first characters are given here; the CSV form has them whole."
)
_COLUMNS = (0.7, 3.2, 9.0, 2.2)
_SHORT = 12
"""Characters of a hash that are shown."""


def history_pdf(record: Record, tick: Tick = no_tick) -> bytes:
    """The history as a PDF.

    Raises:
        Cancelled: by `tick`.
    """
    rows = [_row("No.", "When, who", "What, why", "Hash"), *map(_entry, in_runs(record.entries))]
    blocks: list[Block] = [
        _paragraph("History of decisions", level=1),
        Paragraph((Run(CONFIDENTIAL, bold=True),)),
        _paragraph(_HEAD),
        *(_paragraph(f"Draft: {name} (SHA-256 {sha256})") for name, sha256 in record.drafts),
        Paragraph((Run(assurance(record), bold=True),)),
        _paragraph(_CHAIN),
        Table(tuple(rows), _COLUMNS),
    ]
    foot = _paragraph(f"{CONFIDENTIAL} Page {PAGE_NUMBER} of {PAGE_COUNT}")
    pdf, _ = typeset([Section(tuple(blocks), Running(footer=(foot,)))], tick)
    with pymupdf.open(stream=pdf, filetype="pdf") as made:
        made.set_metadata({"title": "History of decisions (confidential)"})
        made.set_language("en-GB")
        return bytes(made.tobytes(garbage=3, deflate=True))


def _entry(entry: Entry) -> tuple[Cell, ...]:
    what = [f"{entry.what}."]
    if entry.marks and entry.pages:
        what.append(f"On {on_pages(entry.pages)}.")
    if entry.reason:
        what.append(f"Reason: {entry.reason}")
    when = f"{local_time(entry.when)}\n{entry.who}"
    return _row(entry.numbers, when, "\n".join(what), entry.hash[:_SHORT])


def _row(*texts: str) -> tuple[Cell, ...]:
    """A cell for each text, a paragraph for each of its lines."""
    return tuple(
        Cell(tuple(Paragraph((Run(one_line(line)),), after=0.0) for line in text.splitlines()))
        for text in texts
    )


def _paragraph(text: str, *, level: int = 0) -> Paragraph:
    return Paragraph((Run(text),), level)
