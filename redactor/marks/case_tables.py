"""The tables of a case file: what stands in them, and how a case is written to and read from them."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from redactor.document.page import Page
from redactor.document.source import Document, Opened
from redactor.errors import UnusableInput
from redactor.marks.case import Case
from redactor.marks.decisions import Decision, digest_of
from redactor.marks.holding import Holder
from redactor.marks.sealing import Store, StoreError, version_of

VERSION = 2

# No table has an index: opening a case then reads every page of its file, and so notices any byte that was changed.
_TABLES = """
CREATE TABLE meta (name TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE bytes (name TEXT NOT NULL, value BLOB NOT NULL);
CREATE TABLE page (number INTEGER PRIMARY KEY, width REAL, height REAL, text BLOB, quads BLOB, ocr INTEGER, confidence REAL);
CREATE TABLE decision (number INTEGER PRIMARY KEY, line TEXT NOT NULL, digest TEXT NOT NULL DEFAULT '');
"""
_SINCE_2 = """
CREATE TABLE head (number INTEGER NOT NULL, digest TEXT NOT NULL);
CREATE TABLE holder (by TEXT NOT NULL, machine TEXT NOT NULL, since TEXT NOT NULL);
CREATE TABLE place (page INTEGER NOT NULL);
"""

UNREADABLE = (StoreError, ValueError, TypeError, KeyError, LookupError, zlib.error)
"""What reading tables raises where they are not as they were written."""


@dataclass(frozen=True, slots=True)
class Peek:
    """What can be shown of a case before all of it is read.

    Args:
        name, kind: of the draft, as in `Document`.
        page_sizes: width and height of each page, points.
        last_page: the one last worked on, 1-based.
        pdf: the working PDF.
    """

    name: str
    kind: str
    page_sizes: tuple[tuple[float, float], ...]
    last_page: int
    pdf: bytes


# Writing


def write_all(store: Store, case: Case, page: int) -> None:
    """Fill an empty database; `page`: the one last worked on."""
    document = case.document
    rows = [(d.number, line := d.to_json(), digest_of(line)) for d in case.log]
    meta = {
        "name": document.name,
        "kind": document.kind,
        "sha256": document.sha256,
        "byteorder": sys.byteorder,
    }
    store.executescript(_TABLES + _SINCE_2)
    with store:
        store.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        store.executemany("INSERT INTO bytes VALUES (?, ?)", _blobs(case))
        store.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", map(_page_row, document.pages))
        store.executemany("INSERT INTO decision VALUES (?, ?, ?)", rows)
        store.execute("INSERT INTO head VALUES (?, ?)", (len(rows), rows[-1][2] if rows else ""))
        store.execute("INSERT INTO place VALUES (?)", (page,))
        store.execute(f"PRAGMA user_version = {VERSION}")


def append(store: Store, decision: Decision, page: int) -> None:
    """Write one more decision, the head of the history and the page last worked on, all or nothing.

    Raises:
        StoreError: nothing was written; also where the history of the file does not end where this decision begins.
    """
    line = decision.to_json()
    digest = digest_of(line)
    with store:
        at_end = store.execute(
            "UPDATE head SET number = ?, digest = ? WHERE number = ? AND digest = ?",
            (decision.number, digest, decision.number - 1, decision.previous),
        )
        if at_end.rowcount != 1:
            raise StoreError("another history")
        store.execute("INSERT INTO decision VALUES (?, ?, ?)", (decision.number, line, digest))
        store.execute("UPDATE place SET page = ?", (page,))


def upgrade(store: Store) -> None:
    """Give tables of version 1 what has come since; their history is checked first.

    Raises:
        UnusableInput: the history was altered.
        StoreError, ValueError, TypeError, KeyError: it cannot be read or written.
    """
    if version_of(store) == VERSION:
        return
    rows = store.execute("SELECT number, line FROM decision ORDER BY number").fetchall()
    digests = [(digest_of(line), number) for number, line in rows]
    history(((number, line, "") for number, line in rows), None)
    with store:
        store.execute("BEGIN")
        store.execute("ALTER TABLE decision ADD COLUMN digest TEXT NOT NULL DEFAULT ''")
        for statement in _SINCE_2.strip().splitlines():
            store.execute(statement)
        store.executemany("UPDATE decision SET digest = ? WHERE number = ?", digests)
        store.execute("INSERT INTO head VALUES (?, ?)", (len(rows), digests[-1][0] if digests else ""))
        store.execute("INSERT INTO place VALUES (1)")
        store.execute(f"PRAGMA user_version = {VERSION}")


def set_holder(store: Store, holder: Holder | None) -> None:
    """Say who has the case open for writing."""
    with store:
        store.execute("DELETE FROM holder")
        if holder:
            store.execute("INSERT INTO holder VALUES (:by, :machine, :since)", asdict(holder))


def set_place(store: Store, page: int) -> None:
    """Say which page (1-based) was last worked on."""
    with store:
        store.execute("UPDATE place SET page = ?", (page,))


def _blobs(case: Case) -> Iterator[tuple[str, bytes]]:
    document = case.document
    yield "draft", case.draft
    if case.pdf is not case.draft and case.pdf != case.draft:
        yield "pdf", case.pdf
    yield "text", document.text.encode()
    yield "page_of", zlib.compress(document.page_of.tobytes(), 1)
    yield "char_of", zlib.compress(document.char_of.tobytes(), 1)


def _page_row(page: Page) -> tuple[object, ...]:
    quads = zlib.compress(page.quads.tobytes(), 1)
    return (page.number, page.width, page.height, page.text.encode(), quads, page.ocr, page.confidence)


# Reading: all of these raise one of `UNREADABLE` where the tables are not as they were written


def read_peek(store: Store) -> Peek:
    """Read what can be shown first."""
    meta = dict(store.execute("SELECT name, value FROM meta"))
    sizes = tuple(store.execute("SELECT width, height FROM page ORDER BY number"))
    pdf = store.execute(
        "SELECT value FROM bytes WHERE name IN ('draft', 'pdf') ORDER BY name DESC LIMIT 1"
    ).fetchone()[0]
    return Peek(meta["name"], meta["kind"], sizes, read_place(store), pdf)


def read_place(store: Store) -> int:
    """Read which page (1-based) was last worked on."""
    return int(store.execute("SELECT page FROM place").fetchone()[0]) if version_of(store) > 1 else 1


def read_holder(store: Store) -> Holder | None:
    """Read who has the case open for writing, or had it when the system ended that."""
    row = store.execute("SELECT by, machine, since FROM holder").fetchone() if version_of(store) > 1 else None
    return Holder(*row) if row else None


def read_opened(store: Store) -> Opened:
    """Read the draft."""
    meta = dict(store.execute("SELECT name, value FROM meta"))
    blobs: dict[str, bytes] = dict(store.execute("SELECT name, value FROM bytes"))
    swap = meta["byteorder"] != sys.byteorder
    pages = tuple(
        Page(number, width, height, text.decode(), _numbers("f", quads, swap=swap), bool(ocr), confidence)
        for number, width, height, text, quads, ocr, confidence in store.execute(
            "SELECT * FROM page ORDER BY number"
        )
    )
    document = Document(
        meta["name"],
        meta["kind"],
        meta["sha256"],
        pages,
        blobs["text"].decode(),
        _numbers("i", blobs["page_of"], swap=swap),
        _numbers("i", blobs["char_of"], swap=swap),
    )
    return Opened(document, blobs["draft"], blobs.get("pdf", blobs["draft"]))


def read_log(store: Store) -> list[Decision]:
    """Read the history.

    Raises:
        UnusableInput: it was altered or cut.
    """
    if version_of(store) == 1:
        return history(store.execute("SELECT number, line, '' FROM decision ORDER BY number"), None)
    head = store.execute("SELECT number, digest FROM head").fetchone() or (0, "")
    return history(store.execute("SELECT number, line, digest FROM decision ORDER BY number"), head)


def history(rows: Iterable[tuple[int, str, str]], head: tuple[int, str] | None) -> list[Decision]:
    """The decisions that rows tell of, each checked against the one before it.

    Args:
        rows: number, line of JSON, and its SHA-256 or "".
        head: how many there are and the SHA-256 of the last; None where that was not kept yet.

    Raises:
        UnusableInput: with the number of the first decision that is not as it was made, or is not there.
    """
    log: list[Decision] = []
    digest = ""
    for number, line, kept_digest in rows:
        expected, before = len(log) + 1, digest
        digest = digest_of(line)
        if number != expected or kept_digest not in ("", digest):
            raise _altered(expected)
        try:
            decision = Decision.from_json(line)
        except (ValueError, TypeError, KeyError) as error:
            raise _altered(expected) from error
        if decision.number != expected:
            raise _altered(expected)
        if decision.previous != before:
            raise _altered(max(1, expected - 1))  # what it names is not what stands before it
        log.append(decision)
    if head is not None and head[0] != len(log):
        raise _altered(min(head[0], len(log)) + 1)
    if head is not None and head[1] != digest:
        raise _altered(len(log))
    return log


def _altered(number: int) -> UnusableInput:
    return UnusableInput(
        f"The history of this case was altered or cut at decision {number}.",
        "Go back to your last copy of it.",
    )


def _numbers(code: str, packed: bytes, *, swap: bool) -> array[Any]:
    numbers = array(code, zlib.decompress(packed))
    if swap:
        numbers.byteswap()
    return numbers
