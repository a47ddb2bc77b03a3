"""The tables of a case file: what stands in them, and how a case is written to and read from them."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass
from typing import Any

from redactor.document.page import Page
from redactor.document.source import Document, Opened, Part
from redactor.errors import UnusableInput
from redactor.marks.case import Case
from redactor.marks.decisions import Decision, digest_of
from redactor.marks.holding import Holder
from redactor.marks.sealing import Store, StoreError, version_of

VERSION = 3

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

_SINCE_3 = """
CREATE TABLE part (number INTEGER PRIMARY KEY, name TEXT, kind TEXT, sha256 TEXT, first_page INTEGER, pages INTEGER, start INTEGER, stop INTEGER);
"""
_NEW_IN = {2: _SINCE_2, 3: _SINCE_3}

UNREADABLE = (StoreError, ValueError, TypeError, KeyError, LookupError, zlib.error)
"""What reading tables raises where they are not as they were written."""


@dataclass(frozen=True, slots=True)
class Peek:
    """What can be shown of a case before all of it is read.

    Args:
        name, kind: of the draft, as in `Document`.
        page_sizes: width and height of each page, points.
        last_page: the one last worked on, 1-based.
        pdfs: the working PDF of each document.
    """

    name: str
    kind: str
    page_sizes: tuple[tuple[float, float], ...]
    last_page: int
    pdfs: tuple[bytes, ...]


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
    store.executescript(_TABLES + _SINCE_2 + _SINCE_3)
    with store:
        store.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        for number in range(1, len(document.parts) + 1):
            _put_files(store, case.opened, number)
        _put_text(store, document)
        store.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", map(_page_row, document.pages))
        store.executemany("INSERT INTO decision VALUES (?, ?, ?)", rows)
        store.execute("INSERT INTO head VALUES (?, ?)", (len(rows), rows[-1][2] if rows else ""))
        store.execute("INSERT INTO place VALUES (?)", (page,))
        store.execute(f"PRAGMA user_version = {VERSION}")


def append(store: Store, decision: Decision, page: int, opened: Opened | None = None) -> None:
    """Write one more decision, the head of the history and the page last worked on, all or nothing.

    `opened`: the drafts read as one, where the decision put the last of them to the others.

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
        if opened:
            _put_last_part(store, opened)


def upgrade(store: Store) -> None:
    """Give older tables what has come since; a history of version 1 is checked first.

    Raises:
        UnusableInput: the history was altered.
        StoreError, ValueError, TypeError, KeyError: it cannot be read or written.
    """
    before = version_of(store)
    if before == VERSION:
        return
    rows = (
        store.execute("SELECT number, line FROM decision ORDER BY number").fetchall() if before == 1 else []
    )
    history(((number, line, "") for number, line in rows), None)
    with store:
        store.execute("BEGIN")
        for version in range(before + 1, VERSION + 1):
            for statement in _NEW_IN[version].strip().splitlines():
                store.execute(statement)
        if before == 1:
            _add_digests(store, rows)
        store.execute(f"PRAGMA user_version = {VERSION}")


def _add_digests(store: Store, rows: list[tuple[int, str]]) -> None:
    """What version 2 keeps of a history, told from its lines."""
    digests = [(digest_of(line), number) for number, line in rows]
    store.execute("ALTER TABLE decision ADD COLUMN digest TEXT NOT NULL DEFAULT ''")
    store.executemany("UPDATE decision SET digest = ? WHERE number = ?", digests)
    store.execute("INSERT INTO head VALUES (?, ?)", (len(rows), digests[-1][0] if digests else ""))
    store.execute("INSERT INTO place VALUES (1)")


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


def _put_last_part(store: Store, opened: Opened) -> None:
    """Write the draft that came last: its files and pages, and the text of all anew."""
    number = len(opened.document.parts)
    first = opened.document.parts[-1].first_page
    _put_files(store, opened, number)
    _put_text(store, opened.document)
    pages = opened.document.pages[first - 1 :]
    store.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", map(_page_row, pages))


def _put_files(store: Store, opened: Opened, number: int) -> None:
    """Write the file of a draft, and its working PDF where that is another."""
    draft, pdf = opened.drafts[number - 1], opened.pdfs[number - 1]
    store.execute("INSERT INTO bytes VALUES (?, ?)", (_named("draft", number), draft))
    if pdf is not draft and pdf != draft:
        store.execute("INSERT INTO bytes VALUES (?, ?)", (_named("pdf", number), pdf))


def _named(what: str, number: int) -> str:
    """What the bytes of a part are called; those of the first as when there was but one."""
    return what if number == 1 else f"{what} {number}"


def _put_text(store: Store, document: Document) -> None:
    """Write the reading text, its map to the pages, and where each draft stands in it."""
    blobs = {
        "text": document.text.encode(),
        "page_of": zlib.compress(document.page_of.tobytes(), 1),
        "char_of": zlib.compress(document.char_of.tobytes(), 1),
    }
    store.executemany("DELETE FROM bytes WHERE name = ?", ((name,) for name in blobs))
    store.executemany("INSERT INTO bytes VALUES (?, ?)", blobs.items())
    rows = [(number, *astuple(part)) for number, part in enumerate(document.parts, 1)]
    store.execute("DELETE FROM part")
    store.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _page_row(page: Page) -> tuple[object, ...]:
    quads = zlib.compress(page.quads.tobytes(), 1)
    return (page.number, page.width, page.height, page.text.encode(), quads, page.ocr, page.confidence)


# Reading: all of these raise one of `UNREADABLE` where the tables are not as they were written


def read_peek(store: Store) -> Peek:
    """Read what can be shown first."""
    meta = dict(store.execute("SELECT name, value FROM meta"))
    sizes = tuple(store.execute("SELECT width, height FROM page ORDER BY number"))
    count = max(1, len(_read_parts(store)))
    pdfs = tuple(_read_pdf(store, number) for number in range(1, count + 1))
    return Peek(meta["name"], meta["kind"], sizes, read_place(store), pdfs)


def _read_pdf(store: Store, number: int) -> bytes:
    """Read the working PDF of a draft (1-based)."""
    names = (_named("draft", number), _named("pdf", number))
    select = "SELECT value FROM bytes WHERE name IN (?, ?) ORDER BY name DESC LIMIT 1"
    pdf: bytes = store.execute(select, names).fetchone()[0]
    return pdf


def _read_parts(store: Store) -> tuple[Part, ...]:
    """Read where each draft stands; none where the file was begun when there was but one."""
    if version_of(store) < 3:
        return ()
    select = "SELECT name, kind, sha256, first_page, pages, start, stop FROM part ORDER BY number"
    return tuple(Part(*row) for row in store.execute(select))


def read_place(store: Store) -> int:
    """Read which page (1-based) was last worked on."""
    return int(store.execute("SELECT page FROM place").fetchone()[0]) if version_of(store) > 1 else 1


def read_holder(store: Store) -> Holder | None:
    """Read who has the case open for writing, or had it when the system ended that."""
    row = store.execute("SELECT by, machine, since FROM holder").fetchone() if version_of(store) > 1 else None
    return Holder(*row) if row else None


def read_opened(store: Store) -> Opened:
    """Read the draft, or all as one."""
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
        _read_parts(store),
    )
    files = [
        (draft := blobs[_named("draft", number)], blobs.get(_named("pdf", number), draft))
        for number in range(1, len(document.parts) + 1)
    ]
    return Opened(document, *files[0], tuple(files[1:]))


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
