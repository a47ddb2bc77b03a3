"""The case: the one place where a mark can change. Each verb appends a decision to the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from redactor.document.page import Place
from redactor.document.several import joined
from redactor.document.source import Document, Opened
from redactor.errors import NotReady, UnusableInput
from redactor.findings.finding import Finding
from redactor.marks import signing
from redactor.marks.board import Board
from redactor.marks.decisions import (
    ADD_DOCUMENT,
    BEGIN,
    CARRY,
    REDO,
    UNDO,
    Change,
    Decision,
    UndoOrder,
    apply,
    now,
    touched_marks,
)
from redactor.marks.lists import Lists
from redactor.marks.mark import Area, Mark, Verdict
from redactor.marks.order import page_starts, placed
from redactor.marks.settings import Settings

Store = Callable[[Decision, Opened | None], None]
"""Keeps a decision, and with it the drafts read as one where it put another to them."""
Suggested = tuple[Sequence[Finding], Mapping[str, str], Mapping[str, str]]
"""Findings, and the labels and roles proposed, by entity."""
PROGRAM = "Redactor"
"""Who decides where nobody did: the suggestions."""


class Case:
    """A draft, or several as one, its marks, labels and the log of decisions.

    Every verb takes the name of who decides (`by`), appends one decision and returns the ids of the marks that
    changed; a verb that would change nothing appends nothing.

    Attributes:
        opened, document, pdf: see `document.source.Opened`.
        marks: by id, in reading order.
        labels: by entity, what is published in its place.
        roles: by entity, who somebody is in the case ("Maternal grandmother"); it stands in no published file.
        settings: how dates, ages and black boxes are worded, and how many people sign.
        lists: what is always and what never marked, and who is who.
        read: who read which pages.
        signatures: those that are valid.
        log: all decisions.
        kept_at: where the case file lies; None while the case is only in memory.
        held_by: who has it open elsewhere, in words; "" where it may be changed here.
    """

    def __init__(self, opened: Opened, log: Iterable[Decision] = ()) -> None:
        self._take(opened)
        self.marks: dict[str, Mark] = {}
        self.labels: dict[str, str] = {}
        self.roles: dict[str, str] = {}
        self.settings = Settings()
        self.lists = Lists()
        self.read = signing.PagesRead()
        self.signatures = signing.Signatures()
        self.log: list[Decision] = []
        self.kept_at: Path | None = None
        self.held_by = ""
        self._head: str | None = None  # digest of the last decision, once it was asked for
        self._store: Store | None = None
        self._close: Callable[[], None] | None = None
        self._undo_order = UndoOrder()
        for decision in log:
            self._count(decision)
        self._next_id = 1 + max(
            (_number(c.id) for d in self.log for c in d.changes if c.what == "mark"), default=0
        )
        self.marks = placed(self.marks, self.marks.keys(), self._page_starts)

    # Keeping it

    def keep_in(self, path: Path, store: Store, close: Callable[[], None]) -> None:
        """From now on give each decision to `store` before it counts; `close` ends that."""
        self.kept_at, self._store, self._close = path, store, close

    def close(self) -> None:
        """Let go of the case file."""
        if self._close:
            self._close()
        self._store = self._close = None

    # Verbs

    def begin(self, board: Board, *, always: Iterable[str] = (), never: Iterable[str] = (), by: str) -> None:
        """Begin with the rules of a board, and further terms of this case alone."""
        changes = self.lists.change("always", [*board.always, *always])
        changes += self.lists.change("never", [*board.never, *never])
        changes += self.settings.changes(replace(self.settings, signatures=board.signatures))
        self._decide(by, BEGIN, changes)

    def add_document(self, draft: Opened, found: Suggested, *, by: str) -> frozenset[str]:
        """Put another draft after those there are, and suggest what a look through all `found` besides, in one decision.

        Raises UnusableInput where it is one of them.
        """
        opened, added = joined(self.opened, draft), draft.document
        about = {"sha256": added.sha256, "pages": len(added.pages)}
        changes = [Change("document", added.name, "", None, about)]
        changes += self._suggested(opened.document.text, *found)
        return self._decide(by, ADD_DOCUMENT, changes, opened=opened)

    def suggest(
        self,
        findings: Sequence[Finding],
        labels: Mapping[str, str],
        roles: Mapping[str, str] | None = None,
        *,
        reason: str = "",
    ) -> frozenset[str]:
        """Take what the recognisers found as undecided marks, and the labels and roles proposed.

        `reason`: in words, what was found with, where it was more than what comes with the program.
        """
        changes = self._suggested(self.document.text, findings, labels, roles or {})
        return self._decide(PROGRAM, "suggest", changes, reason=reason)

    def confirm(self, ids: Iterable[str], *, by: str, reason: str | None = None) -> frozenset[str]:
        """Decide that these marks are taken out; each keeps the reason it has where none is given."""
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
        owner = entity or self.new_entity()
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
        mark = Mark("", -1, -1, "", type, self.new_entity(), area=area, verdict=Verdict.REDACT, by_hand=True)
        return self._decide(by, "add", [self._made(mark)])

    def remove(self, ids: Iterable[str], *, by: str) -> frozenset[str]:
        """Take back marks made by hand; suggestions are kept or confirmed instead."""
        chosen = [self.marks[i] for i in ids if self.marks[i].by_hand]
        return self._decide(by, "remove", [Change("mark", m.id, "", m.to_json(), None) for m in chosen])

    def retype(self, ids: Iterable[str], type: str, *, by: str) -> frozenset[str]:
        """Change what kind of identifier these are."""
        return self._decide(by, "retype", self._field(ids, "type", type))

    def relink(self, ids: Iterable[str], entity: str, *, by: str, label: str = "") -> frozenset[str]:
        """Make these mentions of another person or thing: of another's, or of a new one (see `new_entity`).

        `label`: what is published in place of a new one.
        """
        changes = self._field(ids, "entity", entity)
        if changes and label and entity not in self.labels:
            changes.append(Change("label", entity, "", None, label))
        return self._decide(by, "relink", changes)

    def set_role(self, entity: str, role: str, *, by: str) -> frozenset[str]:
        """Say who somebody is in the case; "" for nobody in particular."""
        before = self.roles.get(entity)
        changes = [] if (before or "") == role else [Change("role", entity, "", before, role or None)]
        return self._decide(by, "role", changes)

    def relabel(self, entity: str, label: str, *, by: str) -> frozenset[str]:
        """Change what is published in place of a person or thing."""
        before = self.labels.get(entity)
        changes = [] if before == label else [Change("label", entity, "", before, label or None)]
        return self._decide(by, "relabel", changes)

    def set_reason(self, ids: Iterable[str], reason: str, *, by: str) -> frozenset[str]:
        """Change why these are withheld, without changing the decision."""
        return self._decide(by, "reason", self._field(ids, "reason", reason))

    def set_comment(self, ids: Iterable[str], comment: str, *, by: str) -> frozenset[str]:
        """Say something about these decisions without changing them."""
        return self._decide(by, "comment", self._field(ids, "comment", comment), reason=comment)

    def choose_settings(self, settings: Settings, *, by: str) -> frozenset[str]:
        """Change how dates, ages and black boxes are worded, or how many people sign."""
        return self._decide(by, "settings", self.settings.changes(settings))

    def choose_list(self, name: str, lines: Iterable[str], *, by: str) -> None:
        """Change one of `lists.LISTS`; what stands in the draft is looked for the next time that is asked."""
        self._decide(by, "list", self.lists.change(name, lines))

    # Two pairs of eyes

    def challenge(self, ids: Iterable[str], comment: str, *, by: str) -> frozenset[str]:
        """The legal reviewer does not agree with these decisions, and says why."""
        return self._check(ids, "challenged", comment, by, "challenge")

    def answer(self, ids: Iterable[str], comment: str, *, by: str) -> frozenset[str]:
        """The preparer stands by challenged decisions, and says why."""
        challenged = [i for i in ids if self.marks[i].check == "challenged"]
        return self._check(challenged, "answered", comment, by, "answer")

    def agree(self, ids: Iterable[str], *, by: str) -> frozenset[str]:
        """The legal reviewer agrees with these decisions; one that was not made yet is passed over."""
        decided = [i for i in ids if self.marks[i].verdict is not Verdict.UNDECIDED]
        return self._check(decided, "agreed", "", by, "agree")

    def mark_read(self, pages: Iterable[int], role: signing.Role, *, by: str) -> None:
        """Record that pages (1-based) were read from top to bottom."""
        self._decide(by, "read", self.read.changes(pages, role, by))

    def sign(self, role: signing.Role, *, by: str, read_elsewhere: bool = False) -> None:
        """Answer for the whole case as it is decided now.

        `read_elsewhere`: declares that the pages were read outside the program, which is recorded.

        Raises NotReady, with what stands in the way.
        """
        if problems := signing.obstacles(self, role, by=by, read_elsewhere=read_elsewhere):
            raise NotReady(f"The {signing.TITLES[role]} cannot sign yet.", problems)
        signed = {"read_elsewhere": read_elsewhere, "marks": len(self.marks)}
        self._decide(by, "sign", [Change("signature", role, "", None, signed)])

    def carry_over(self, changes: Sequence[Change], *, by: str, reason: str = "") -> frozenset[str]:
        """Begin with a new draft: `changes` bring the marks of the former one to their places in this one.

        What was read is to be read again. `reason`: in words, from what to what.
        """
        unread = [c for role in signing.ROLES for c in self.read.changes(self.read.by_role[role], role, None)]
        return self._decide(by, CARRY, [*changes, *unread], reason=reason)

    # Undo

    @property
    def next_undone(self) -> Decision | None:
        """The decision that `undo` would take back."""
        return self.log[self._undo_order.done[-1] - 1] if self._undo_order.done else None

    @property
    def next_redone(self) -> Decision | None:
        """The decision that `redo` would do again."""
        return self.log[self._undo_order.undone[-1] - 1] if self._undo_order.undone else None

    def undo(self, *, by: str) -> frozenset[str]:
        """Take the last decision back, by another decision."""
        if (of := self.next_undone) is None:
            return frozenset()
        return self._decide(by, UNDO, [change.reversed() for change in reversed(of.changes)], of=of.number)

    def redo(self, *, by: str) -> frozenset[str]:
        """Decide again what was undone last."""
        if (of := self.next_redone) is None:
            return frozenset()
        return self._decide(by, REDO, list(of.changes), of=of.number)

    # Asking

    def mark_places(self, mark: Mark) -> tuple[Place, ...]:
        """Where a mark stands."""
        if mark.area is None:
            return self.document.places(mark.start, mark.end)
        a = mark.area
        return (Place(a.page, ((a.x0, a.y0, a.x1, a.y0, a.x0, a.y1, a.x1, a.y1),)),)

    @property
    def head(self) -> str:
        """The digest of the last decision, hexadecimal; "" where nothing was decided yet."""
        if self._head is None:
            self._head = self.log[-1].digest() if self.log else ""
        return self._head

    def new_entity(self) -> str:
        """A name for a person or thing that the case does not know yet."""
        used = {*self.labels, *(mark.entity for mark in self.marks.values())}
        return next(name for name in map("hand{}".format, count(self._next_id)) if name not in used)

    # Inside

    def _verdict(
        self, ids: Iterable[str], verdict: Verdict, by: str, verb: str, reason: str | None
    ) -> frozenset[str]:
        ids = list(ids)
        turned = [self.marks[i] for i in ids if self.marks[i].verdict is not verdict]
        changes = self._field(ids, "verdict", str(verdict))
        if reason is not None:
            changes += self._field(ids, "reason", reason)
        changes += self._field(
            [mark.id for mark in turned if mark.check == "challenged"], "check", "answered"
        )
        changes += self._field([mark.id for mark in turned if mark.check == "agreed"], "check", "")
        return self._decide(by, verb, changes, reason=reason or "")

    def _check(self, ids: Iterable[str], check: str, comment: str, by: str, verb: str) -> frozenset[str]:
        ids = list(ids)
        changes = self._field(ids, "check", check) + (self._field(ids, "comment", comment) if comment else [])
        return self._decide(by, verb, changes, reason=comment)

    def _field(self, ids: Iterable[str], name: str, value: Any) -> list[Change]:
        changes = []
        for i in ids:
            before = getattr(self.marks[i], name)
            if before != value:
                changes.append(Change("mark", i, name, str(before), value))
        return changes

    def _suggested(
        self, text: str, findings: Sequence[Finding], labels: Mapping[str, str], roles: Mapping[str, str]
    ) -> list[Change]:
        changes = [self._made(Mark.of(finding, text)) for finding in findings]
        changes += [Change("label", entity, "", None, label) for entity, label in labels.items()]
        return changes + [Change("role", entity, "", None, role) for entity, role in roles.items()]

    def _made(self, mark: Mark) -> Change:
        values = {**mark.to_json(), "id": f"m{self._next_id}"}
        self._next_id += 1
        return Change("mark", values["id"], "", None, values)

    def _take(self, opened: Opened) -> None:
        self.opened, self.pdf = opened, opened.pdf
        self.document: Document = opened.document
        self._page_starts = page_starts(opened.document)

    def _decide(
        self,
        by: str,
        verb: str,
        changes: list[Change],
        *,
        reason: str = "",
        of: int = 0,
        opened: Opened | None = None,
    ) -> frozenset[str]:
        """Append a decision: written to the case file first, so that what counts is kept."""
        if not changes:
            return frozenset()
        if self.held_by:
            raise UnusableInput("This case can only be looked at here.", self.held_by)
        decision = Decision(len(self.log) + 1, now(), by, verb, tuple(changes), reason, of, self.head)
        if self._store:
            self._store(decision, opened)
        if opened:
            self._take(opened)
        before = touched_marks(changes, self.marks)
        self._count(decision)
        moved = {c.id for c in changes if c.what == "mark" and c.name in ("", "start")}
        if moved:
            self.marks = placed(self.marks, moved, self._page_starts)
        return before | touched_marks(changes, self.marks)

    def _count(self, decision: Decision) -> None:
        apply(decision.changes, self.marks, self.labels, self.roles)
        self.settings = self.settings.after(decision.changes)
        self.lists = self.lists.after(decision.changes)
        self.read.take(decision.changes)
        self.signatures = self.signatures.after(decision)
        self.log.append(decision)
        self._head = None
        self._undo_order.step(decision)


def _number(id: str) -> int:
    return int(id[1:])
