"""The case file: one encrypted database that holds the draft, its text and every decision, written as it is made.

One window holds a case and writes to it; any other shows it read-only. Whatever rewrites a file writes another beside
it, reads that whole, and only then puts it in its place.
"""

from __future__ import annotations

import contextlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

from redactor.errors import UnusableInput
from redactor.marks import case_tables, sealing
from redactor.marks.case import Case
from redactor.marks.case_tables import UNREADABLE, VERSION, Peek
from redactor.marks.kept import Kept, hold
from redactor.marks.sealing import Key, Store, StoreError

_KEPT: WeakKeyDictionary[Case, Kept] = WeakKeyDictionary()


class Unlocked:
    """A case file that the passphrase fits, before it is read: what can be shown at once, then all of it.

    Its methods may be called in any thread, one at a time.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self.held_by = kept.held_by

    def peek(self) -> Peek:
        """What can be shown first.

        Raises:
            UnusableInput: the file is damaged.
        """
        return self._kept.read(case_tables.read_peek)

    def load(self) -> Case:
        """The whole case; each decision is written as it is made, unless the case is `held_by` somebody else.

        Raises:
            UnusableInput: the file is damaged, or its history was altered; it is let go of then.
        """
        try:
            case = self._kept.read(_read_case)
        except UnusableInput:
            self.close()
            raise
        _attach(case, self._kept)
        return case

    def close(self) -> None:
        """Let go of the file without reading it."""
        self._kept.close()


def unlock(path: Path, passphrase: str, *, by: str = "") -> Unlocked:
    """Open a case file, so as to read it piece by piece.

    Args:
        path, passphrase: of the file.
        by: who opens it, told to others who do; "" for the system's user.

    Raises:
        UnusableInput: it is missing, no case file, damaged, cut short, of a newer version, or the passphrase is wrong.
    """
    return Unlocked(hold(path, sealing.key_for(path, passphrase), by))


def open_case(path: Path, passphrase: str, *, by: str = "") -> Case:
    """Open a case file and read all of it: `unlock`, then `load`."""
    return unlock(path, passphrase, by=by).load()


def keep_case(case: Case, path: Path, passphrase: str, *, by: str = "") -> None:
    """Write a case to a new file; from then on each decision is written as it is made.

    Raises:
        UnusableInput: the file is there already, cannot be written, or the passphrase is empty.
    """
    key = _write_new(case, path, passphrase)
    _attach(case, hold(path, key, by))


def copy_for(case: Case, path: Path, passphrase: str) -> None:
    """Write a copy with a passphrase of its own, history included; the case itself stays where it is kept.

    Raises:
        UnusableInput: as `keep_case`.
    """
    _write_new(case, path, passphrase)


def change_passphrase(case: Case | Path, old: str, new: str) -> None:
    """Encrypt a case anew, with another passphrase; an open case goes on with the new file.

    Raises:
        UnusableInput: the old passphrase is wrong, the new one empty, the file cannot be written, or another window
            holds it. The file is then as it was.
    """
    with _opened(case, old) as (opened, kept):
        if not matches(opened, old):
            raise UnusableInput("The present passphrase is not that.", "Type it again.")
        _rewrite(opened, kept, sealing.new_key(new))


def matches(case: Case, passphrase: str) -> bool:
    """Whether this is the passphrase of the file that an open case is kept in; it takes as long as opening one.

    Raises:
        UnusableInput: the case is in memory alone.
    """
    if (kept := _KEPT.get(case)) is None:
        raise _in_memory()
    return hmac.compare_digest(Key.derived(passphrase, kept.key.salt).secret, kept.key.secret)


def compact(case: Case | Path, passphrase: str = "") -> None:
    """Write a case anew without the room that it no longer needs; `passphrase` where it is not open.

    Raises:
        UnusableInput: as `change_passphrase`.
    """
    with _opened(case, passphrase) as (opened, kept):
        _rewrite(opened, kept, kept.key)


def remember_page(case: Case, page: int) -> None:
    """Take note of the page (1-based) that is worked on: written with the next decision, and when the case closes."""
    if kept := _KEPT.get(case):
        kept.page = page


def last_page(case: Case) -> int:
    """The page (1-based) that was last worked on."""
    kept = _KEPT.get(case)
    return kept.page if kept else 1


# Inside


def _read_case(store: Store) -> Case:
    return Case(case_tables.read_opened(store), case_tables.read_log(store))


def _attach(case: Case, kept: Kept) -> None:
    case.keep_in(kept.path, kept.write, kept.close)
    case.held_by = kept.held_by
    _KEPT[case] = kept


@contextmanager
def _opened(case: Case | Path, passphrase: str) -> Iterator[tuple[Case, Kept]]:
    """A case that this window holds: an open one, or one that is opened meanwhile."""
    if isinstance(case, Case):
        if case not in _KEPT:
            raise _in_memory()
        if case.held_by:
            raise UnusableInput("This case can only be looked at here.", case.held_by)
        yield case, _KEPT[case]
        return
    opened = open_case(case, passphrase)
    try:
        with _opened(opened, passphrase) as both:
            yield both
    finally:
        opened.close()


def _in_memory() -> UnusableInput:
    return UnusableInput("This case is in memory alone.", "Keep it in a file first.")


def _write_new(case: Case, path: Path, passphrase: str) -> Key:
    key = sealing.new_key(passphrase)
    if path.exists():
        raise UnusableInput(f"“{path.name}” is there already.", "Choose another name, or open that case.")
    with _written(case, path, key) as part:
        sealing.settle(part, path)
    return key


def _rewrite(case: Case, kept: Kept, key: Key) -> None:
    with _written(case, kept.path, key) as part:
        kept.replace(part, key)


@contextmanager
def _written(case: Case, path: Path, key: Key) -> Iterator[Path]:
    """A file beside `path` that holds the case and was read whole; it is gone afterwards unless it was moved.

    Raises:
        UnusableInput: it could not be written, or what was written is not the case.
    """
    part = sealing.part_of(path)
    try:
        sealing.remove_part(path)
        with contextlib.closing(sealing.connect(part, key)) as store:
            case_tables.write_all(store, case, last_page(case))
        _verify(part, key, case)
        yield part
    except (OSError, *UNREADABLE) as error:
        raise UnusableInput(
            f"The case cannot be kept as “{path.name}”.",
            "Choose a folder that you may write to, on a disk that is not full.",
            type(error).__name__,
        ) from error
    finally:
        with contextlib.suppress(OSError):
            sealing.remove_part(path)


def _verify(part: Path, key: Key, case: Case) -> None:
    with contextlib.closing(sealing.unlocked(part, key, VERSION)) as store:
        same = (case_tables.read_opened(store), case_tables.read_log(store)) == (case.opened, case.log)
        if not (same and sealing.is_whole(store)):
            raise StoreError("what was written is not what is read")
