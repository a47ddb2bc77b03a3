"""The log of decisions is the truth; the present marks and labels are a fold over it; undo is another decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any

from redactor.marks.mark import Mark

UNDO, REDO = "undo", "redo"
BEGIN, CARRY = "begin", "carry"
"""A case takes on the rules of its board. Everything was carried over to a new draft: nothing before it can be undone."""
ADD_DOCUMENT = "add document"
"""Another draft was put after those of the case."""
_NOT_UNDONE = frozenset({BEGIN, ADD_DOCUMENT, "suggest", "sign", "read"})
"""What a case began with and what came to it, what Redactor itself suggested, what was read, and what was signed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a decision changed.

    Args:
        what: "mark", "label", "role", "setting", "list", "page", "document" or "signature".
        id: of the mark; the entity whose label or role it is; the name of the setting or the list; for a page
            that was read who read it and its number ("preparer:12"); the name of a document; who signed ("preparer").
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
        return json.dumps(self, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

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
        return digest_of(self.to_json())


def digest_of(line: str) -> str:
    """SHA-256 of a decision as `to_json` writes it, hexadecimal."""
    return hashlib.sha256(line.encode()).hexdigest()


def _plain(value: Any) -> dict[str, Any]:
    """The fields of a decision or a change, for JSON."""
    return {each.name: getattr(value, each.name) for each in fields(value)}


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


def apply(
    changes: Iterable[Change], marks: dict[str, Mark], labels: dict[str, str], roles: dict[str, str]
) -> None:
    """Change marks, labels and roles in place; what else is changed is others' to keep."""
    for change in changes:
        if change.what == "label":
            _set(labels, change.id, change.after)
        elif change.what == "role":
            _set(roles, change.id, change.after)
        elif change.what != "mark":
            continue
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
    """Numbers of the decisions that undo (`done`) and redo (`undone`) would take next, the last one last."""

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)

    def step(self, decision: Decision) -> None:
        """Take note of one more decision of the log."""
        if decision.verb == UNDO:
            self.undone.append(self.done.pop())
        elif decision.verb == REDO:
            self.done.append(self.undone.pop())
        elif decision.verb == CARRY:
            self.done.clear()
            self.undone.clear()
        elif decision.verb not in _NOT_UNDONE:
            self.done.append(decision.number)
            self.undone.clear()


def touched_marks(changes: Iterable[Change], marks: Mapping[str, Mark]) -> frozenset[str]:
    """Ids of the marks that changes touch: a label or role touches all marks of its entity, a setting every mark."""
    changes = list(changes)
    if any(change.what == "setting" for change in changes):
        return frozenset(marks)
    entities = {change.id for change in changes if change.what in ("label", "role")}
    ids = {change.id for change in changes if change.what == "mark"}
    if entities:
        ids.update(mark.id for mark in marks.values() if mark.entity in entities)
    return frozenset(ids)
