"""The history of a case as people read it: who, when, what, why, and whether its chain of hashes holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from redactor.marks.before_after import before_after
from redactor.marks.case import Case
from redactor.marks.decisions import CARRY, Decision, chain_holds
from redactor.marks.entries import Entry, Record
from redactor.marks.mark import Mark
from redactor.marks.overview import pages_of
from redactor.marks.signing import TITLES
from redactor.marks.told import Telling, on_pages, reason_in_words, runs

COLUMNS = (
    "number", "when", "who", "what", "marks", "pages", "before", "after", "reason", "previous hash", "hash",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these would be worked out by a spreadsheet (OWASP, “CSV injection”)."""


def record_of(case: Case) -> Record:
    """The history of a case. It holds real names, as the case does."""
    drafts = tuple((part.name, part.sha256) for part in case.document.parts)
    return Record(drafts, tuple(_entries(case)), chain_holds(case.log))


def _entries(case: Case) -> Iterator[Entry]:
    telling = Telling()
    here = max((decision.number for decision in case.log if decision.verb == CARRY), default=0)
    for decision in case.log:
        what = telling.tell(decision)
        before, after = before_after(decision, telling.called)
        yield Entry(
            decision.number,
            decision.when,
            decision.who,
            what,
            runs((int(mark.id[1:]) for mark in telling.touched), before="m"),
            runs(_pages(case, decision, telling.touched if decision.number > here else ())),
            before,
            after,
            reason_in_words(decision.reason),
            decision.previous,
            decision.digest(),
            frozenset(_read(decision)),
            next((TITLES[c.id.partition(":")[0]] for c in decision.changes if c.what == "page"), ""),
        )


def in_runs(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The same to be shown: reading that went on without a decision between the pages is told as one."""
    out: list[Entry] = []
    for entry in entries:
        before = out[-1] if out else None
        if before and entry.read_as and (entry.read_as, entry.who) == (before.read_as, before.who):
            out[-1] = _one_run(before, entry)
        else:
            out.append(entry)
    return tuple(out)


def _one_run(before: Entry, entry: Entry) -> Entry:
    read = before.read | entry.read
    first, began, pages = before.first or before.number, before.began or before.when, runs(read)
    since = local_time(began).partition(" UTC")[0]
    what = f"read {on_pages(pages)} as {entry.read_as}, from {since} on"
    return replace(entry, what=what, pages=pages, read=read, first=first, began=began)


def _read(decision: Decision) -> Iterator[int]:
    if decision.verb == "read":
        yield from (int(change.id.partition(":")[2]) for change in decision.changes if change.what == "page")


def _pages(case: Case, decision: Decision, marks: Sequence[Mark]) -> Iterator[int]:
    for change in decision.changes:
        if change.what == "page":
            yield int(change.id.partition(":")[2])
    for mark in marks:
        yield from pages_of(case, mark)


def local_time(when: str) -> str:
    """ISO 8601 as the clock on the wall here showed it, with its zone: “14/03/2026 09:31:05 UTC+00:00”."""
    here = datetime.fromisoformat(when).astimezone()
    return f"{here:%d/%m/%Y %H:%M:%S} UTC{here.isoformat()[-6:]}"


def one_line(text: str) -> str:
    """Without line breaks, and without what a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def assurance(record: Record) -> str:
    """Whether the history is whole, in a sentence."""
    count = "1 decision" if len(record.entries) == 1 else f"{len(record.entries):,} decisions"
    if record.holds:
        return f"The chain holds: {count}, none altered, none missing."
    return f"The chain does not hold: among these {count} some were altered, or some are missing."


def as_csv(record: Record) -> str:
    """The history as CSV (RFC 4180), a row for each decision; no cell is a formula to a spreadsheet.

    Written to a file, it is best encoded as "utf-8-sig", which Excel needs to show accents.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(entry) for entry in record.entries)
    return out.getvalue()


def _row(entry: Entry) -> Iterable[str]:
    e = entry
    cells = (
        e.number,
        e.when,
        e.who,
        e.what,
        e.marks,
        e.pages,
        e.before,
        e.after,
        e.reason,
        e.previous,
        e.hash,
    )
    return (f"'{text}" if text.startswith(_FORMULA) else text for text in map(one_line, map(str, cells)))
