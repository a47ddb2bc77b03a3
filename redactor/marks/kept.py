"""The file of one open case: written to, let go of, and replaced by another as a whole."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from redactor.document.source import Opened
from redactor.errors import UnusableInput
from redactor.marks import case_tables, holding, sealing
from redactor.marks.case_tables import UNREADABLE, VERSION
from redactor.marks.decisions import Decision
from redactor.marks.sealing import Key, Store, StoreError

_TRIES = 40
PAUSE = 0.05
"""Seconds before a file that is written to just now is read again."""
Read = TypeVar("Read")


@dataclass(slots=True)
class Kept:
    """A case file that this window holds, or may only read.

    Args:
        path, key: of the file.
        store: the connection; None where it is only read.
        held_by: who holds it, in words; "" where this window does.
        release: lets others hold it.
        page: the one last worked on, 1-based.
    """

    path: Path
    key: Key
    store: Store | None
    held_by: str
    release: Callable[[], None]
    page: int = 1

    def read(self, what: Callable[[Store], Read]) -> Read:
        """Read something.

        Raises:
            UnusableInput: it is damaged, or written to without pause.
        """
        try:
            return what(self.store) if self.store else read_still(self.path, self.key, what)
        except UNREADABLE as error:
            raise sealing.damaged(self.path, error) from error

    def write(self, decision: Decision, opened: Opened | None) -> None:
        """Write a decision; `opened`: the drafts read as one, where it put another to them.

        Raises:
            UnusableInput: nothing was written.
        """
        try:
            case_tables.append(self._held(), decision, self.page, opened)
        except StoreError as error:
            raise UnusableInput(
                "The decision could not be written to the case file, so it was not made.",
                "Check that the disk is there and not full, then decide again. All earlier decisions are kept.",
                type(error).__name__,
            ) from error

    def replace(self, part: Path, key: Key) -> None:
        """Go on with a file that was written beside this one, and with its key.

        Raises:
            OSError: this one stays.
            UnusableInput: another window holds it.
        """
        self._held().close()
        try:
            sealing.settle(part, self.path)
            self.key = key
        finally:
            self.store = sealing.unlocked(self.path, self.key, VERSION)

    def close(self) -> None:
        """Let go of the file."""
        if self.store:
            with contextlib.suppress(StoreError):  # what counts is written; the system ends the hold
                case_tables.set_place(self.store, self.page)
                case_tables.set_holder(self.store, None)
            self.store.close()
        self.release()

    def _held(self) -> Store:
        if self.store is None:
            raise UnusableInput("This case can only be looked at here.", self.held_by)
        return self.store


def hold(path: Path, key: Key, by: str) -> Kept:
    """Open a case file for writing, or to read where that cannot be.

    Raises:
        UnusableInput: as `sealing.unlocked`, or the file is damaged.
    """
    try:
        release = holding.take(path)
    except OSError:
        return _only_read(path, key, holding.NOT_WRITABLE)
    if release is None:
        return _only_read(path, key, "")
    try:
        store = _begun(path, key, by)
    except UNREADABLE as error:
        release()
        if "readonly" in str(error):
            return _only_read(path, key, holding.NOT_WRITABLE)
        raise sealing.damaged(path, error) from error
    except UnusableInput:
        release()
        raise
    kept = Kept(path, key, store, "", release)
    kept.page = kept.read(case_tables.read_place)
    return kept


def _begun(path: Path, key: Key, by: str) -> Store:
    store = sealing.unlocked(path, key, VERSION)
    try:
        case_tables.upgrade(store)
        case_tables.set_holder(store, holding.here(by))
        with contextlib.suppress(OSError):
            sealing.remove_part(path)
    except Exception:
        store.close()
        raise
    return store


def _only_read(path: Path, key: Key, held_by: str) -> Kept:
    kept = Kept(path, key, None, held_by, lambda: None)
    if not held_by:
        holder = kept.read(case_tables.read_holder)
        kept.held_by = holder.sentence() if holder else holding.SOMEBODY
    kept.page = kept.read(case_tables.read_place)
    return kept


def read_still(path: Path, key: Key, what: Callable[[Store], Read]) -> Read:
    """Read from a file that another window may write to: without a lock, and again if it was written to meanwhile.

    Raises:
        UnusableInput: as `sealing.unlocked`; or there was no pause to read it in.
        StoreError, ValueError, TypeError, KeyError: it is damaged.
    """
    for _ in range(_TRIES):
        before = sealing.stamp(path)
        if before:
            try:
                found = _read_once(path, key, what)
            except (UnusableInput, *UNREADABLE):
                if sealing.stamp(path) == before:
                    raise
            else:
                if sealing.stamp(path) == before:
                    return found
        time.sleep(PAUSE)
    raise UnusableInput(f"“{path.name}” is being written to just now.", "Open it again in a moment.")


def _read_once(path: Path, key: Key, what: Callable[[Store], Read]) -> Read:
    with contextlib.closing(sealing.unlocked(path, key, VERSION, still=True)) as store:
        return what(store)
