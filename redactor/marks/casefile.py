"""The case file: one SQLCipher database that holds the draft, its text and every decision, written as it is made.

The key is derived from the passphrase by argon2id (RFC 9106). Its salt is the first 16 bytes of the file, which is
where SQLCipher keeps the salt of its page keys, so the case stays one file.
"""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
import zlib
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from argon2.low_level import Type, hash_secret_raw

from redactor.document.page import Page
from redactor.document.source import Document, Opened
from redactor.errors import UnusableInput
from redactor.marks.case import Case
from redactor.marks.decisions import Decision, chain_holds

VERSION = 1
_SALT = 16

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE bytes (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE page (number INTEGER PRIMARY KEY, width REAL, height REAL, text BLOB, quads BLOB, ocr INTEGER, confidence REAL);
CREATE TABLE decision (number INTEGER PRIMARY KEY, line TEXT NOT NULL);
"""


def keep_case(case: Case, path: Path, passphrase: str) -> None:
    """Write a case to a new file; from then on each decision is written as it is made.

    Raises:
        UnusableInput: the file is there already, cannot be written, or the passphrase is empty.
    """
    if not passphrase:
        raise UnusableInput("A case needs a passphrase.", "Choose one that others cannot guess.")
    if path.exists():
        raise UnusableInput(f"“{path.name}” is there already.", "Choose another name, or open that case.")
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with contextlib.closing(_connect(part, passphrase, os.urandom(_SALT))) as store:
            _write_all(store, case)
        part.replace(path)
    except (OSError, sqlcipher.Error) as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise UnusableInput(
            f"The case cannot be kept as “{path.name}”.",
            "Choose a folder that you may write to.",
            type(error).__name__,
        ) from error
    _attach(case, path, _unlock(path, passphrase))


def open_case(path: Path, passphrase: str) -> Case:
    """Open a case file; each decision is written as it is made.

    Raises:
        UnusableInput: it is missing, no case file, damaged, open elsewhere, of a newer version, or the passphrase is
            wrong.
    """
    store = _unlock(path, passphrase)
    try:
        case = _read_all(store)
    except UnusableInput:
        store.close()
        raise
    except (sqlcipher.Error, ValueError, TypeError, KeyError, LookupError, zlib.error) as error:
        store.close()
        raise _damaged(path, error) from error
    _attach(case, path, store)
    return case


def _attach(case: Case, path: Path, store: sqlcipher.Connection) -> None:
    def write(decision: Decision) -> None:
        try:
            with store:
                store.execute("INSERT INTO decision VALUES (?, ?)", (decision.number, decision.to_json()))
        except sqlcipher.Error as error:
            raise UnusableInput(
                "The decision could not be written to the case file, so it was not made.",
                "Check that the disk is there and not full, then decide again. All earlier decisions are kept.",
                type(error).__name__,
            ) from error

    case.keep_in(path, write, store.close)


def _connect(path: Path, passphrase: str, salt: bytes) -> sqlcipher.Connection:
    """A connection that is keyed but has not read anything yet."""
    store = sqlcipher.connect(str(path), timeout=1.0)
    key = _key(passphrase, salt)
    store.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    store.execute("PRAGMA temp_store = MEMORY")  # no plaintext in temporary files
    store.execute("PRAGMA locking_mode = EXCLUSIVE")
    return store


def _key(passphrase: str, salt: bytes) -> bytes:
    """Derive 32 bytes: argon2id, 3 passes over 64 MiB (RFC 9106 section 4, second recommended option)."""
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(
        secret, salt, time_cost=3, memory_cost=65536, parallelism=4, hash_len=32, type=Type.ID
    )


def _unlock(path: Path, passphrase: str) -> sqlcipher.Connection:
    """Open an existing case file and take hold of it."""
    try:
        with path.open("rb") as file:
            salt = file.read(_SALT)
        size = path.stat().st_size
    except OSError as error:
        raise UnusableInput(
            f"“{path.name}” cannot be opened.",
            "Check that the file is there and that you may read it.",
            str(error.strerror),
        ) from error
    if size < 1024 or salt == b"SQLite format 3\0":
        raise UnusableInput(f"“{path.name}” is not a case file.", "Open a file that Redactor made.")
    store = _connect(path, passphrase, salt)
    try:
        store.execute("BEGIN EXCLUSIVE")
        version = store.execute("PRAGMA user_version").fetchone()[0]
        store.execute("COMMIT")
        store.execute("PRAGMA synchronous = EXTRA")  # a decision is on disk before it counts
    except sqlcipher.OperationalError as error:
        store.close()
        if "locked" not in str(error):
            raise _damaged(path, error) from error
        raise UnusableInput(f"“{path.name}” is open in another window.", "Close it there first.") from error
    except sqlcipher.DatabaseError as error:
        store.close()
        raise UnusableInput(
            "The passphrase is wrong, or the case file is damaged.", "Type the passphrase again."
        ) from error
    if version > VERSION:
        store.close()
        raise UnusableInput(
            f"“{path.name}” was made by a newer version of Redactor.",
            "Install that version and open it there.",
        )
    return store


def _damaged(path: Path, error: Exception) -> UnusableInput:
    return UnusableInput(
        f"“{path.name}” is damaged and cannot be opened.",
        "Go back to your last copy of it.",
        type(error).__name__,
    )


def _write_all(store: sqlcipher.Connection, case: Case) -> None:
    document = case.document
    store.executescript(_TABLES)
    with store:
        store.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [
                ("name", document.name),
                ("kind", document.kind),
                ("sha256", document.sha256),
                ("byteorder", sys.byteorder),
            ],
        )
        store.executemany("INSERT INTO bytes VALUES (?, ?)", _blobs(case))
        store.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", map(_page_row, document.pages))
        store.executemany("INSERT INTO decision VALUES (?, ?)", [(d.number, d.to_json()) for d in case.log])
        store.execute(f"PRAGMA user_version = {VERSION}")


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


def _read_all(store: sqlcipher.Connection) -> Case:
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
    log = [Decision.from_json(line) for (line,) in store.execute("SELECT line FROM decision ORDER BY number")]
    if not chain_holds(log):
        raise UnusableInput(
            "The history of decisions in this case was altered or cut.", "Go back to your last copy of it."
        )
    return Case(Opened(document, blobs["draft"], blobs.get("pdf", blobs["draft"])), log)


def _numbers(code: str, packed: bytes, *, swap: bool) -> array[Any]:
    numbers = array(code, zlib.decompress(packed))
    if swap:
        numbers.byteswap()
    return numbers
