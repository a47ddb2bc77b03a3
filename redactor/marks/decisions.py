"""The log of decisions is the truth; the present marks and labels are a fold over it; undo is another decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from redactor.marks.mark import Mark

UNDO, REDO = "undo", "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a decision changed.

    Args:
        what: "mark", "label" or "setting".
        id: of the mark, the entity whose label it is, or the name of the setting.
        name: which field of a mark; "" for the whole mark or label (made, where `before` is None, or removed).
        before, after: plain values.
    """

    what: str
    id: str
    name: str
    before: Any
    after: Any

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Decision:
    """Who changed what, when and why. Append-only and hash-chained: altering or cutting the log shows.

    Args:
        number: counts from 1.
        when: ISO 8601, UTC.
        who: the name given.
        verb: "suggest", "confirm", "keep", "add" …
        changes: in order.
        reason: code or words, may be "".
        of: the number of the decision that is undone or redone, else 0.
        previous: SHA-256 of the decision before, hexadecimal; "" for the first.
    """

    number: int
    when: str
    who: str
    verb: str
    changes: tuple[Change, ...]
    reason: str = ""
    of: int = 0
    previous: str = ""

    def to_json(self) -> str:
        """One line of JSON, the same for the same decision."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> Decision:
        """The decision that `to_json` wrote.

        Raises:
            ValueError, TypeError, KeyError: it is not one.
        """
        values = json.loads(line)
        return cls(**{**values, "changes": tuple(Change(**change) for change in values["changes"])})

    def digest(self) -> str:
        """SHA-256 over the whole decision, hexadecimal."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()


def now() -> str:
    """The present time, ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def chain_holds(log: Sequence[Decision]) -> bool:
    """Whether every decision names the one before it by its hash, and none is missing."""
    previous = ""
    for number, decision in enumerate(log, 1):
        if decision.number != number or decision.previous != previous:
            return False
        previous = decision.digest()
    return True


def apply(changes: Iterable[Change], marks: dict[str, Mark], labels: dict[str, str]) -> None:
    """Change `marks` and `labels` in place; settings are another's to keep."""
    for change in changes:
        if change.what == "setting":
            continue
        if change.what == "label":
            _set(labels, change.id, change.after)
        elif change.name:
            marks[change.id] = marks[change.id].with_field(change.name, change.after)
        else:
            _set(marks, change.id, None if change.after is None else Mark.from_json(change.after))


def _set(table: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


@dataclass(slots=True)
class UndoOrder:
    """Numbers of the decisions that undo (`done`) and redo (`undone`) would take next, the last first.

    What Redactor itself suggested is not undone.
    """

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)

    def step(self, decision: Decision) -> None:
        """Take note of one more decision of the log."""
        if decision.verb == UNDO:
            self.undone.append(self.done.pop())
        elif decision.verb == REDO:
            self.done.append(self.undone.pop())
        elif decision.verb != "suggest":
            self.done.append(decision.number)
            self.undone.clear()


def touched_marks(changes: Iterable[Change], marks: Mapping[str, Mark]) -> frozenset[str]:
    """Ids of the marks that changes touch; a label touches all marks of its entity, a setting every mark."""
    changes = list(changes)
    if any(change.what == "setting" for change in changes):
        return frozenset(marks)
    ids: set[str] = set()
    entities: set[str] = set()
    for change in changes:
        (entities if change.what == "label" else ids).add(change.id)
    if entities:
        ids.update(mark.id for mark in marks.values() if mark.entity in entities)
    return frozenset(ids)
