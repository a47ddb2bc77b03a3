"""The history of a case as plain values that may cross to another process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision in words.

    Args:
        number, when, who, previous: as in `decisions.Decision`.
        what: what was done, beginning with a verb: “confirmed 2 mentions of Mother: “Ms Jones””.
        marks: their ids: “m3, m7–m9”.
        pages: where they stand, or what was read; "" where they stood in a former draft.
        before, after: the values that were changed.
        reason: in words, may be "".
        hash: SHA-256 of the decision, hexadecimal.
        read, read_as: pages (1-based) that were read, and as what.
        first, began: number and time of the first decision, where several are told as one; the rest is of the last.
    """

    number: int
    when: str
    who: str
    what: str
    marks: str
    pages: str
    before: str
    after: str
    reason: str
    previous: str
    hash: str
    read: frozenset[int] = frozenset()
    read_as: str = ""
    first: int = 0
    began: str = ""

    @property
    def numbers(self) -> str:
        """“12”, or “12–40” where several decisions are told as one."""
        return f"{self.first}–{self.number}" if self.first else str(self.number)


@dataclass(frozen=True, slots=True)
class Record:
    """The whole history, as plain values.

    Args:
        drafts: of each draft the name of its file and its SHA-256, hexadecimal.
        holds: whether the chain of hashes does.
    """

    drafts: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]
    holds: bool
