"""Who may write to a case: one window at a time, for as long as that window lives.

The system's lock on an empty file beside the case says that somebody holds it, and ends with the process however that
ends. Locks on the case file itself would not do: POSIX drops them when any part of the process closes that file.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from redactor.marks.decisions import now
from redactor.marks.user import user_name

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TRIES = 10
Release = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open for writing.

    Args:
        by: the name given.
        machine: its name on the network.
        since: ISO 8601, UTC.
    """

    by: str
    machine: str
    since: str

    def sentence(self) -> str:
        """Who holds the case, in words for somebody else; times are those of the reader's clock."""
        since = datetime.fromisoformat(self.since).astimezone()
        today = since.date() == datetime.now().astimezone().date()
        when = f"{since:%H:%M}" if today else f"{since.day} {since:%B %Y, %H:%M}"
        return f"Open in another window by {self.by} on {self.machine} since {when}; shown read-only."


SOMEBODY = "Open in another window; shown read-only."
"""Where who holds the case is not written yet, or not any more."""
NOT_WRITABLE = "You may not write to this file or its folder; shown read-only."


def here(by: str) -> Holder:
    """Who holds a case from now on; `by` "" for the system's user."""
    return Holder(by or user_name(), platform.node() or "this machine", now())


def lock_beside(path: Path) -> Path:
    """The empty file whose lock tells that the case at `path` is held."""
    return path.with_name(f".{path.name}.lock")


def take(path: Path) -> Release | None:
    """Hold the case at `path`; returns what lets go of it, or None where another holds it.

    Raises:
        OSError: nothing can be locked there: the folder may not be written to, or its server has no locks.
    """
    beside = lock_beside(path)
    for _ in range(_TRIES):
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _lock(descriptor):
                os.close(descriptor)
                return None
            if _is_still(beside, descriptor):
                return lambda: _release(beside, descriptor)
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its last holder removed it in between
    return None


def _is_still(beside: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(beside.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> bool:
    """Whether the lock was to be had.

    The errors told apart from others: EWOULDBLOCK (flock), EACCES (msvcrt).
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _release(beside: Path, descriptor: int) -> None:
    """Let go, and leave no file behind; on Windows an open file cannot be removed, elsewhere it must be ours still."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)
        with contextlib.suppress(OSError):
            beside.unlink()
    else:
        with contextlib.suppress(OSError):
            beside.unlink()
        os.close(descriptor)
