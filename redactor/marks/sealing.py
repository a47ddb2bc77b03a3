"""The encrypted database beneath a case file: SQLCipher, keyed from a passphrase.

The key is derived by argon2id (RFC 9106). Its salt is the first 16 bytes of the file, which is where SQLCipher keeps
the salt of its page keys, so the case stays one file. Every page carries an HMAC: a changed byte is an error when its
page is read.

The journal is SQLite's rollback journal, which works on network drives, where a write-ahead log does not; its pages
are encrypted as those of the file are.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import sqlcipher3.dbapi2 as sqlcipher
from argon2.low_level import Type, hash_secret_raw

from redactor.errors import UnusableInput

Store: TypeAlias = sqlcipher.Connection
StoreError = sqlcipher.Error
MEMORY = 65536
"""What deriving a key takes up, KiB."""
_SALT = 16
_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Key:
    """What a passphrase becomes together with the salt of one file."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @classmethod
    def derived(cls, passphrase: str, salt: bytes) -> Key:
        """Derive 32 bytes: argon2id, 3 passes over 64 MiB (RFC 9106 section 4, second recommended option)."""
        secret = unicodedata.normalize("NFC", passphrase).encode()
        costs = {"time_cost": 3, "memory_cost": MEMORY, "parallelism": 4}
        return cls(hash_secret_raw(secret, salt, **costs, hash_len=32, type=Type.ID), salt)


def new_key(passphrase: str) -> Key:
    """The key of a file to be.

    Raises:
        UnusableInput: the passphrase is empty.
    """
    if not passphrase:
        raise UnusableInput("A case needs a passphrase.", "Choose one that others cannot guess.")
    return Key.derived(passphrase, os.urandom(_SALT))


def key_for(path: Path, passphrase: str) -> Key:
    """The key of a file that is there.

    Raises:
        UnusableInput: it cannot be read, or is no case file.
    """
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
    if size % _PAGE:
        raise _cut_short(path)
    return Key.derived(passphrase, salt)


def connect(path: Path, key: Key, *, still: bool = False) -> Store:
    """A connection that is keyed but has not read anything yet; it may go from one thread to another.

    `still`: only to read, without a lock, and so without keeping whoever writes waiting: see `stamp`.
    """
    name = _uri(path) if still else str(path)
    store = sqlcipher.connect(name, uri=still, timeout=5.0, check_same_thread=False)
    store.execute("PRAGMA cipher_log_level = NONE")  # what goes wrong is raised, and told in words
    store.execute(f"PRAGMA key = \"x'{key.secret.hex()}{key.salt.hex()}'\"")
    store.execute("PRAGMA temp_store = MEMORY")  # no plaintext in temporary files
    return store


def unlocked(path: Path, key: Key, newest: int, *, still: bool = False) -> Store:
    """Open an existing file with its key; whatever a killed process left half written is taken back.

    Args:
        newest: the last version of the tables that is known here.
        still: as in `connect`.

    Raises:
        UnusableInput: the key is wrong, or the file is damaged, cut short or of a newer version.
    """
    store = connect(path, key, still=still)
    try:
        version = version_of(store)
        store.execute("PRAGMA synchronous = EXTRA")  # a decision is on disk before it counts
    except StoreError as error:
        store.close()
        if "not a database" in str(error):
            raise UnusableInput(
                "The passphrase is wrong, or the case file is damaged.", "Type the passphrase again."
            ) from error
        raise _cut_short(path) if "malformed" in str(error) else damaged(path, error) from error
    if version > newest:
        store.close()
        raise UnusableInput(
            f"“{path.name}” was made by a newer version of Redactor.",
            "Install that version and open it there.",
        )
    return store


def version_of(store: Store) -> int:
    """The version of the tables."""
    return int(store.execute("PRAGMA user_version").fetchone()[0])


def is_whole(store: Store) -> bool:
    """Whether every page of the file is as it was written."""
    return not store.execute("PRAGMA cipher_integrity_check").fetchall()


def stamp(path: Path) -> bytes | None:
    """What differs once anything was written; None while something is being written.

    Every transaction writes the first page anew (SQLite file format 1.3.7), with another initialisation vector.
    """
    if path.with_name(f"{path.name}-journal").exists():
        return None
    with path.open("rb") as file:
        return file.read(_PAGE)


def part_of(path: Path) -> Path:
    """Where a file is written before it takes the place of `path`."""
    return path.with_name(f".{path.name}.part")


def remove_part(path: Path) -> None:
    """Remove what was written beside `path` and did not take its place: a killed process leaves it.

    Raises:
        OSError: it cannot be removed.
    """
    part = part_of(path)
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def settle(part: Path, path: Path) -> None:
    """Put a file that was written beside in the place of `path`, on the disk itself.

    Raises:
        OSError: it was not done, and `path` is as it was.
    """
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    for _ in range(20):
        try:
            part.replace(path)
            break
        except PermissionError:  # Windows, while somebody is just reading it
            time.sleep(0.1)
    else:
        part.replace(path)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        with contextlib.suppress(OSError):  # some network drives cannot
            os.fsync(folder)
        os.close(folder)


def damaged(path: Path, error: Exception) -> UnusableInput:
    """What to tell about a file whose content is not as it was written."""
    return UnusableInput(
        f"“{path.name}” is damaged and cannot be opened.",
        "Go back to your last copy of it.",
        type(error).__name__,
    )


def _cut_short(path: Path) -> UnusableInput:
    return UnusableInput(
        f"“{path.name}” was cut short and cannot be opened.", "Go back to your last copy of it."
    )


def _uri(path: Path) -> str:
    """A path as SQLite's URI that reads a file as one that does not change; three slashes, also before \\\\server."""
    plain = path.resolve().as_posix()
    for character in "%?#":
        plain = plain.replace(character, f"%{ord(character):02x}")
    return f"file://{'' if plain.startswith('/') else '/'}{plain}?mode=ro&immutable=1"
