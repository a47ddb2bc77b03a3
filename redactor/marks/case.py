"""The case: the one place where a mark can change. Each verb appends a decision to the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from redactor.document.page import Place
from redactor.document.source import Document, Opened
from redactor.findings.finding import Finding
from redactor.marks.decisions import REDO, UNDO, Change, Decision, UndoOrder, apply, now, touched_marks
from redactor.marks.mark import Area, Mark, Verdict
from redactor.marks.settings import Settings

PROGRAM = "Redactor"
"""Who decides where nobody did: the suggestions."""


class Case:
    """A draft, its marks, labels and the log of decisions.

    Every verb takes the name of who decides (`by`), appends one decision and returns the ids of the marks that
    changed; a verb that would change nothing appends nothing.

    Attributes:
        document, draft, pdf: as in `document.source.Opened`.
        marks: by id, in reading order.
        labels: by entity, what is published in its place.
        settings: how dates, ages and black boxes are worded.
        log: all decisions.
        kept_at: where the case file lies; None while the case is only in memory.
    """

    def __init__(self, opened: Opened, log: Iterable[Decision] = ()) -> None:
        self.document: Document = opened.document
        self.draft = opened.draft
        self.pdf = opened.pdf
        self.marks: dict[str, Mark] = {}
        self.labels: dict[str, str] = {}
        self.settings = Settings()
        self.log: list[Decision] = []
        self.kept_at: Path | None = None
        self._store: Callable[[Decision], None] | None = None
        self._close: Callable[[], None] | None = None
        self._undo_order = UndoOrder()
        self._page_starts = _page_starts(opened.document)
        for decision in log:
            self._count(decision)
        self._next_id = 1 + max(
            (_number(c.id) for d in self.log for c in d.changes if c.what == "mark"), default=0
        )
        self._sort()

    # Keeping it

    def keep_in(self, path: Path, store: Callable[[Decision], None], close: Callable[[], None]) -> None:
        """From now on give each decision to `store` before it counts; `close` ends that."""
        self.kept_at, self._store, self._close = path, store, close

    def close(self) -> None:
        """Let go of the case file."""
        if self._close:
            self._close()
        self._store = self._close = None

    # Verbs

    def suggest(
        self, findings: Sequence[Finding], labels: Mapping[str, str], *, reason: str = ""
    ) -> frozenset[str]:
        """Take what the recognisers found as undecided marks, and the labels proposed.

        `reason`: in words, what was found with, where it was more than what comes with the program.
        """
        text = self.document.text
        changes = [
            self._made(
                Mark(
                    "",
                    f.start,
                    f.end,
                    text[f.start : f.end],
                    f.type,
                    f.entity,
                    f.score,
                    f.because,
                    f.recogniser,
                )
            )
            for f in findings
        ]
        changes += [Change("label", entity, "", None, label) for entity, label in labels.items()]
        return self._decide(PROGRAM, "suggest", changes, reason=reason)

    def confirm(self, ids: Iterable[str], *, by: str, reason: str = "") -> frozenset[str]:
        """Decide that these marks are taken out."""
        return self._verdict(ids, Verdict.REDACT, by, "confirm", reason)

    def keep(self, ids: Iterable[str], *, by: str, reason: str = "") -> frozenset[str]:
        """Decide that these stay as they are."""
        return self._verdict(ids, Verdict.KEEP, by, "keep", reason)

    def reopen(self, ids: Iterable[str], *, by: str) -> frozenset[str]:
        """Make these undecided again."""
        return self._verdict(ids, Verdict.UNDECIDED, by, "reopen", "")

    def add(self, start: int, end: int, type: str, *, by: str, entity: str = "") -> frozenset[str]:
        """Mark a stretch of text by hand; it counts as confirmed.

        Args:
            start, end: character offsets into the reading text.
            type: one of `TYPES`.
            entity: whose mention it is; one of its own where "".
        """
        return self.add_all([(start, end)], type, by=by, entity=entity)

    def add_all(
        self, spans: Iterable[tuple[int, int]], type: str, *, by: str, entity: str = ""
    ) -> frozenset[str]:
        """Mark several stretches of text as mentions of one person or thing, in one decision.

        Where a stretch is marked already, that mark is confirmed instead.
        """
        owner = entity or self._new_entity()
        text = self.document.text
        there = {(mark.start, mark.end): mark for mark in self.marks.values()}
        changes: list[Change] = []
        for start, end in spans:
            if mark := there.get((start, end)):
                changes += self._field([mark.id], "verdict", str(Verdict.REDACT))
            else:
                made = Mark(
                    "", start, end, text[start:end], type, owner, verdict=Verdict.REDACT, by_hand=True
                )
                changes.append(self._made(made))
        return self._decide(by, "add", changes)

    def add_area(self, area: Area, type: str, *, by: str) -> frozenset[str]:
        """Mark a drawn area; it counts as confirmed."""
        mark = Mark("", -1, -1, "", type, self._new_entity(), area=area, verdict=Verdict.REDACT, by_hand=True)
        return self._decide(by, "add", [self._made(mark)])

    def remove(self, ids: Iterable[str], *, by: str) -> frozenset[str]:
        """Take back marks made by hand; suggestions are kept or confirmed instead."""
        chosen = [self.marks[i] for i in ids if self.marks[i].by_hand]
        return self._decide(by, "remove", [Change("mark", m.id, "", m.to_json(), None) for m in chosen])

    def retype(self, ids: Iterable[str], type: str, *, by: str) -> frozenset[str]:
        """Change what kind of identifier these are."""
        return self._decide(by, "retype", self._field(ids, "type", type))

    def relink(self, ids: Iterable[str], entity: str, *, by: str) -> frozenset[str]:
        """Make these mentions of another person or thing."""
        return self._decide(by, "relink", self._field(ids, "entity", entity))

    def relabel(self, entity: str, label: str, *, by: str) -> frozenset[str]:
        """Change what is published in place of a person or thing."""
        before = self.labels.get(entity)
        changes = [] if before == label else [Change("label", entity, "", before, label or None)]
        return self._decide(by, "relabel", changes)

    def set_reason(self, ids: Iterable[str], reason: str, *, by: str) -> frozenset[str]:
        """Change why these are withheld, without changing the decision."""
        return self._decide(by, "reason", self._field(ids, "reason", reason))

    def choose_settings(self, settings: Settings, *, by: str) -> frozenset[str]:
        """Change how dates, ages and black boxes are worded."""
        return self._decide(by, "settings", self.settings.changes(settings))

    # Undo

    @property
    def can_undo(self) -> bool:
        return bool(self._undo_order.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undo_order.undone)

    def undo(self, *, by: str) -> frozenset[str]:
        """Take the last decision back, by another decision."""
        if not self._undo_order.done:
            return frozenset()
        of = self.log[self._undo_order.done[-1] - 1]
        return self._decide(by, UNDO, [change.reversed() for change in reversed(of.changes)], of=of.number)

    def redo(self, *, by: str) -> frozenset[str]:
        """Decide again what was undone last."""
        if not self._undo_order.undone:
            return frozenset()
        of = self.log[self._undo_order.undone[-1] - 1]
        return self._decide(by, REDO, list(of.changes), of=of.number)

    # Asking

    def mark_places(self, mark: Mark) -> tuple[Place, ...]:
        """Where a mark stands."""
        if mark.area is None:
            return self.document.places(mark.start, mark.end)
        a = mark.area
        return (Place(a.page, ((a.x0, a.y0, a.x1, a.y0, a.x0, a.y1, a.x1, a.y1),)),)

    # Inside

    def _verdict(
        self, ids: Iterable[str], verdict: Verdict, by: str, verb: str, reason: str
    ) -> frozenset[str]:
        ids = list(ids)
        changes = self._field(ids, "verdict", str(verdict)) + self._field(ids, "reason", reason)
        return self._decide(by, verb, changes, reason=reason)

    def _field(self, ids: Iterable[str], name: str, value: Any) -> list[Change]:
        changes = []
        for i in ids:
            before = getattr(self.marks[i], name)
            if before != value:
                changes.append(Change("mark", i, name, str(before), value))
        return changes

    def _made(self, mark: Mark) -> Change:
        values = {**mark.to_json(), "id": f"m{self._next_id}"}
        self._next_id += 1
        return Change("mark", values["id"], "", None, values)

    def _new_entity(self) -> str:
        return f"hand{self._next_id}"

    def _decide(
        self, by: str, verb: str, changes: list[Change], *, reason: str = "", of: int = 0
    ) -> frozenset[str]:
        """Append a decision: written to the case file first, so that what counts is kept."""
        if not changes:
            return frozenset()
        previous = self.log[-1].digest() if self.log else ""
        decision = Decision(len(self.log) + 1, now(), by, verb, tuple(changes), reason, of, previous)
        if self._store:
            self._store(decision)
        before = touched_marks(changes, self.marks)
        self._count(decision)
        if any(change.what == "mark" and not change.name for change in changes):
            self._sort()
        return before | touched_marks(changes, self.marks)

    def _count(self, decision: Decision) -> None:
        apply(decision.changes, self.marks, self.labels)
        self.settings = self.settings.after(decision.changes)
        self.log.append(decision)
        self._undo_order.step(decision)

    def _sort(self) -> None:
        """Put the marks in reading order; an area comes where its page begins in the reading text."""
        self.marks = dict(sorted(self.marks.items(), key=lambda item: _order(item[1], self._page_starts)))


def _order(mark: Mark, page_starts: Mapping[int, int]) -> tuple[int, int, float]:
    if mark.area is None:
        return (mark.start, mark.end, 0.0)
    return (page_starts.get(mark.area.page, 0), -1, mark.area.y0)


def _page_starts(document: Document) -> dict[int, int]:
    """For each page (1-based) the offset of its first character in the reading text."""
    starts: dict[int, int] = {}
    for offset, page in enumerate(document.page_of):
        if page >= 0 and page + 1 not in starts:
            starts[page + 1] = offset
    return starts


def _number(id: str) -> int:
    return int(id[1:])
