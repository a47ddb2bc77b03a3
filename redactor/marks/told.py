"""What a decision did, in words: “confirmed 9 mentions of Mother: “Sarah Jones” (5), “Ms Jones” (4)”.

The words begin with a verb in the past tense, so that the name of who decided can stand before them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from redactor.marks.decisions import ADD_DOCUMENT, CARRY, REDO, UNDO, Change, Decision, apply
from redactor.marks.kinds import ONE, counted
from redactor.marks.mark import Mark
from redactor.marks.reasons import reasons
from redactor.marks.runs import written
from redactor.marks.signing import ROLES, TITLES, Signatures

SHOWN = 5
"""So many things are named one by one; the rest is counted."""
SETTINGS = {
    "dates": "dates", "anchor": "day to count from", "event": "what happened on that day", "ages": "ages",
    "codes": "codes on black boxes", "signatures": "signatures asked for",
}  # fmt: skip
LISTS = {"always": "always mark", "never": "never mark", "whos_who": "who’s who"}
_ON_MARKS = {
    "confirm": "confirmed {}",
    "keep": "kept {}",
    "reopen": "made undecided again {}",
    "add": "marked by hand {}",
    "remove": "took back the hand-made mark on {}",
    "comment": "commented on {}",
    "challenge": "challenged the decision on {}",
    "answer": "stood by the decision on {}",
    "agree": "agreed with the decision on {}",
    "retype": "said “{after}” is the kind of {}",
    "reason": "gave the reason “{after}” for {}",
}
_LONGEST = 60
"""Characters of a wording that are shown."""


@dataclass(slots=True)
class Telling:
    """Tells the decisions of a log in their order, each by what the case was at that time.

    Attributes:
        touched: the marks of the decision told last, as they were before it, or as it made them.
        labels: by entity, what is published in its place, after that decision.
    """

    touched: list[Mark] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    _marks: dict[str, Mark] = field(default_factory=dict)
    _roles: dict[str, str] = field(default_factory=dict)
    _signed: Signatures = field(default_factory=Signatures)
    _told: list[str] = field(default_factory=list)

    def tell(self, decision: Decision) -> str:
        """What the next decision of the log did, in words."""
        before = {c.id: self._marks.get(c.id) for c in decision.changes if c.what == "mark"}
        apply(decision.changes, self._marks, self.labels, self._roles)
        self.touched = [mark for id, old in before.items() if (mark := old or self._marks.get(id))]
        self._told.append(self._words(decision))
        signed, self._signed = self._signed, self._signed.after(decision)
        return self._told[-1] + _voided(signed, self._signed)

    def called(self, entity: str) -> str:
        """How a person or thing is named: by its label where that is its own, else by a wording of it."""
        if own := _own_label(self.labels, entity):
            return own
        return next(
            (_quoted(m) for m in self._marks.values() if m.entity == entity), "nothing that is marked"
        )

    def _words(self, decision: Decision) -> str:
        first = decision.changes[0]
        if decision.verb in (UNDO, REDO):
            of = self._told[decision.of - 1] if 0 < decision.of <= len(self._told) else ""
            return f"{'took back' if decision.verb == UNDO else 'did again'} no. {decision.of}: {of}"
        if decision.verb in _ON_MARKS:
            marked = mentions(self.touched, self.labels)
            return _ON_MARKS[decision.verb].format(marked, after=in_words(first.name, first.after))
        if decision.verb == "relink":
            new = next(str(c.after) for c in decision.changes if c.name == "entity")
            return f"moved to {self.called(new)}: {mentions(self.touched, self.labels)}"
        if decision.verb in ("relabel", "role"):
            what = "label" if decision.verb == "relabel" else "role"
            old, new = first.before or "none", first.after or "none"
            return f"changed the {what} of {self.called(first.id)} from “{old}” to “{new}”"
        return self._of_the_case(decision)

    def _of_the_case(self, decision: Decision) -> str:
        """What concerns no mark, or all."""
        first = decision.changes[0]
        match decision.verb:
            case "suggest":
                return f"suggested {_by_kind(self.touched)}"
            case "settings":
                return f"changed the settings: {some(SETTINGS.get(c.id, c.id) for c in decision.changes)}"
            case "list":
                return f"changed the list “{LISTS.get(first.id, first.id)}”: {_added(first)}"
            case "read":
                pages = on_pages(runs(int(c.id.partition(":")[2]) for c in decision.changes))
                return f"read {pages} as {TITLES[first.id.partition(':')[0]]}"
            case "sign":
                elsewhere = (
                    "; declared that the pages were read elsewhere" if first.after["read_elsewhere"] else ""
                )
                return f"signed as {TITLES[first.id]}, {first.after['marks']:,} marks{elsewhere}"
            case verb if verb == ADD_DOCUMENT:
                about = f"“{first.id}”, {_pages(first.after['pages'])}"
                return f"put another document to the case: {about}; suggested {_by_kind(self.touched)}"
            case verb if verb == CARRY:
                return _carried(decision)
        return f"{decision.verb}: {mentions(self.touched, self.labels)}"


def mentions(marks: Sequence[Mark], labels: Mapping[str, str]) -> str:
    """Marks in words: those of one person or thing by their wordings, those of several by whose they are."""
    if not marks:
        return "nothing"
    wordings = some(_counts(map(_quoted, marks)))
    if len({mark.entity for mark in marks}) > 1:
        owners = some(_counts(_own_label(labels, mark.entity) or _quoted(mark) for mark in marks))
        return f"{len(marks):,} marks: {owners}"
    count = "1 mention" if len(marks) == 1 else f"{len(marks):,} mentions"
    own = _own_label(labels, marks[0].entity)
    return f"{count} of {own}: {wordings}" if own else f"{count} of {wordings}"


def in_words(name: str, value: object) -> str:
    """The value of a field of a mark in words."""
    plain = str(value)
    match name:
        case "verdict":
            return {"undecided": "to decide", "redact": "confirmed", "keep": "kept"}[plain]
        case "type":
            return ONE[plain]
        case "reason":
            return reason_in_words(plain) or "none"
        case "check":
            return plain or "not looked at"
    return plain or "none"


def reason_in_words(reason: str) -> str:
    """A code of the list by its words; other words as they are."""
    known = reasons().get(reason)
    return known.words if known else reason


def some(things: Iterable[str]) -> str:
    """The first few of what is told, and how many more there are."""
    things = list(things)
    more = len(things) - SHOWN
    return ", ".join(things[:SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def runs(numbers: Iterable[int], *, before: str = "") -> str:
    """Numbers as people write them, each after `before`: “1–3, 9”."""
    return ", ".join(written(numbers, before=before))


def on_pages(numbers: str) -> str:
    """“page 4” or “pages 4–6, 9”, from what `runs` made."""
    return f"page {numbers}" if numbers.isdigit() else f"pages {numbers}"


def _counts(names: Iterable[str]) -> Iterable[str]:
    """Each once, the most frequent first, with how often it came."""
    counts = Counter(names)
    if len(counts) == 1:
        return counts
    return [f"{name} ({count:,})" for name, count in counts.most_common()]


def _by_kind(marks: Iterable[Mark]) -> str:
    marks = list(marks)
    kinds = [counted(type, count) for type, count in Counter(mark.type for mark in marks).most_common()]
    return f"{len(marks):,} marks" + (f": {', '.join(kinds)}" if kinds else "")


def _own_label(labels: Mapping[str, str], entity: str) -> str:
    """One such as “[date]” is shared by many, so it names nobody."""
    label = labels.get(entity, "")
    return "" if label.startswith("[") else label


def _quoted(mark: Mark) -> str:
    if mark.area:
        return f"a drawn area on page {mark.area.page}"
    text = " ".join(mark.text.split())
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}”"


def _added(change: Change) -> str:
    before, after = set(change.before or ()), set(change.after or ())
    return f"{len(after - before)} lines added, {len(before - after)} taken away"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count:,} pages"


def _carried(decision: Decision) -> str:
    moved = {c.id for c in decision.changes if c.what == "mark" and c.name}
    lost = {c.id for c in decision.changes if c.what == "mark" and not c.name and c.after is None}
    return f"carried the case over to a new draft: {len(moved):,} marks moved, {len(lost):,} lost"


def _voided(before: Signatures, after: Signatures) -> str:
    """Which signatures do not count any more."""
    gone = [TITLES[role] for role in ROLES if getattr(before, role) and not getattr(after, role)]
    return f"; this voids what the {' and the '.join(gone)} signed" if gone else ""
