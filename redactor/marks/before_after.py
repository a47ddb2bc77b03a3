"""The values before and after a decision, in a few words however many marks it touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from redactor.marks.decisions import Change, Decision
from redactor.marks.kinds import ONE
from redactor.marks.told import LISTS, SETTINGS, SHOWN, in_words

_FIELDS = {
    "verdict": "decision", "type": "kind", "entity": "whose", "reason": "reason", "comment": "comment",
    "check": "legal review", "text": "wording",
}  # fmt: skip
_PASSED_OVER = ("start", "end")


def before_after(decision: Decision, called: Callable[[str], str]) -> tuple[str, str]:
    """What stood before a decision, and what stands after it.

    Args:
        called: names a person or thing by its entity.
    """
    values: dict[str, tuple[Counter[str], Counter[str]]] = {}
    for change in decision.changes:
        if change.name in _PASSED_OVER:
            continue
        before, after = values.setdefault(_heading(change), (Counter(), Counter()))
        before[_value(change, change.before, called)] += 1
        after[_value(change, change.after, called)] += 1
    return _line((name, sides[0]) for name, sides in values.items()), _line(
        (name, sides[1]) for name, sides in values.items()
    )


def _heading(change: Change) -> str:
    match change.what:
        case "mark":
            return _FIELDS.get(change.name, change.name) if change.name else "mark"
        case "setting":
            return SETTINGS.get(change.id, change.id)
        case "list":
            return LISTS.get(change.id, change.id)
        case "page":
            return f"read by {change.id.partition(':')[0]}"
        case "signature":
            return f"signature of {change.id}"
    return change.what


def _value(change: Change, value: object, called: Callable[[str], str]) -> str:
    match change.what, value:
        case _, None | "":
            return in_words(change.name, "") if change.name in ("check", "reason") else "none"
        case "mark", dict():
            return f"{ONE[value['type']]}, {in_words('verdict', value['verdict'])}"
        case "mark", _:
            return called(str(value)) if change.name == "entity" else in_words(change.name, value)
        case "list", list() | tuple():
            return "; ".join(map(str, value)) or "none"
        case "setting", bool():
            return "yes" if value else "no"
        case "signature", _:
            return "signed"
        case "document", dict():
            return f"{change.id}, SHA-256 {value['sha256']}"
    return str(value)


def _line(sides: Iterable[tuple[str, Counter[str]]]) -> str:
    return "; ".join(f"{name}: {_counted(counts)}" for name, counts in sides)


def _counted(counts: Counter[str]) -> str:
    if len(counts) == 1:
        return next(iter(counts))
    shown = [f"{value} ({count:,})" for value, count in counts.most_common(SHOWN)]
    return ", ".join(shown) + (f" and {len(counts) - SHOWN:,} more" if len(counts) > SHOWN else "")
