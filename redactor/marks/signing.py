"""Two pairs of eyes: who read which pages, who signed, what voids a signature, and what stands in the way of one.

Nothing here decides: the case does, and asks here first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from redactor.marks.decisions import Change, Decision
from redactor.marks.mark import Mark, Verdict
from redactor.marks.runs import written

if TYPE_CHECKING:
    from redactor.marks.case import Case

Role = Literal["preparer", "legal"]
ROLES: tuple[Role, ...] = ("preparer", "legal")
TITLES: dict[str, str] = {"preparer": "preparer", "legal": "legal reviewer"}

_UNCHANGED_BY = frozenset({"comment", "check"})
"""Fields of a mark that say something of a decision without changing what is published."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody answers for the whole case as it was decided then.

    Args:
        role: "preparer" or "legal".
        by: the name given.
        when: ISO 8601, UTC.
        number: of the decision that holds it.
        read_elsewhere: whether its pages were declared to have been read outside the program.
    """

    role: str
    by: str
    when: str
    number: int
    read_elsewhere: bool


@dataclass(frozen=True, slots=True)
class Signatures:
    """Those that are valid."""

    preparer: Signature | None = None
    legal: Signature | None = None

    def after(self, decision: Decision) -> Signatures:
        """Those that are valid after one more decision."""
        for change in decision.changes:
            if change.what == "signature":
                made = Signature(
                    change.id,
                    decision.who,
                    decision.when,
                    decision.number,
                    bool(change.after["read_elsewhere"]),
                )
                return Signatures(made, None) if change.id == "preparer" else Signatures(self.preparer, made)
        return Signatures() if any(map(_voids, decision.changes)) else self


def _voids(change: Change) -> bool:
    """Whether what was signed is not what stands there any more."""
    if change.what == "mark":
        return change.name not in _UNCHANGED_BY or (change.name == "check" and change.after == "challenged")
    return change.what in ("label", "setting", "draft", "document")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that stands in the way of a signature.

    Args:
        kind: "name", "undecided", "challenged", "answered", "preparer" (has not signed), "same" (name) or "unread".
        sentence: the same in words.
    """

    kind: str
    sentence: str


@dataclass(slots=True)
class PagesRead:
    """For each role, who read which pages (1-based) from top to bottom."""

    by_role: dict[str, dict[int, str]] = field(default_factory=lambda: {role: {} for role in ROLES})

    def take(self, changes: Iterable[Change]) -> None:
        """Note what was read, or is to be read again."""
        for change in changes:
            if change.what != "page":
                continue
            role, _, number = change.id.partition(":")
            if change.after is None:
                self.by_role[role].pop(int(number), None)
            else:
                self.by_role[role][int(number)] = change.after

    def changes(self, pages: Iterable[int], role: Role, who: str | None) -> list[Change]:
        """What a decision changes that these pages were read by somebody, or (None) are to be read again."""
        known = self.by_role[role]
        return [
            Change("page", f"{role}:{page}", "", known.get(page), who)
            for page in sorted(set(pages))
            if (page in known) is (who is None)
        ]


def unread(case: Case, role: Role) -> list[int]:
    """Pages (1-based) that nobody in this role has read."""
    known = case.read.by_role[role]
    return [page.number for page in case.document.pages if page.number not in known]


def obstacles(case: Case, role: Role, *, by: str, read_elsewhere: bool = False) -> tuple[str, ...]:
    """Why somebody cannot sign now, one sentence each; none where they can."""
    return tuple(each.sentence for each in in_the_way(case, role, by=by, read_elsewhere=read_elsewhere))


def in_the_way(case: Case, role: Role, *, by: str, read_elsewhere: bool = False) -> tuple[Obstacle, ...]:
    """The same with what kind of thing each is, so that one can be led there."""
    marks = case.marks.values()
    out = []
    if not by.strip():
        out.append(Obstacle("name", "Whoever signs needs a name."))
    if left := sum(mark.verdict is Verdict.UNDECIDED for mark in marks):
        out.append(Obstacle("undecided", f"{_are(left, 'mark')} still to decide."))
    out += _unsettled(marks, role)
    if role == "legal":
        out += _against_preparer(case, by)
    if not read_elsewhere and (pages := unread(case, role)):
        out.append(Obstacle("unread", f"{_runs(pages)} not been read by the {TITLES[role]}."))
    return tuple(out)


def missing(case: Case) -> tuple[str, ...]:
    """Which signatures it lacks to be published, one sentence each."""
    signed = case.signatures
    if case.settings.signatures == "one":
        return () if signed.preparer or signed.legal else ("Nobody has signed it as it is decided now.",)
    return tuple(
        f"The {TITLES[role]} has not signed it as it is decided now."
        for role in ROLES
        if getattr(signed, role) is None
    )


def _unsettled(marks: Iterable[Mark], role: Role) -> list[Obstacle]:
    """The preparer answers challenges; the legal reviewer then agrees, or challenges again."""
    checks = [mark.check for mark in marks]
    out = []
    if challenged := checks.count("challenged"):
        sentence = f"{_are(challenged, 'decision')} challenged and not answered yet."
        out.append(Obstacle("challenged", sentence))
    if role == "legal" and (answered := checks.count("answered")):
        sentence = f"{_are(answered, 'answer')} to be agreed with or challenged again."
        out.append(Obstacle("answered", sentence))
    return out


def _against_preparer(case: Case, by: str) -> list[Obstacle]:
    signed = case.signatures.preparer
    if signed is None:
        return [Obstacle("preparer", "The preparer has not signed, or something changed since.")]
    if _same_name(signed.by, by):
        return [Obstacle("same", "The legal reviewer must be somebody else than the preparer.")]
    return []


def _same_name(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _are(count: int, noun: str) -> str:
    return f"1 {noun} is" if count == 1 else f"{count:,} {noun}s are"


def _runs(pages: list[int]) -> str:
    """Page numbers as people write them: “Pages 2–5 and 9 have”."""
    told = written(pages)
    if len(pages) == 1:
        return f"Page {told[0]} has"
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"Pages {listed} have"
