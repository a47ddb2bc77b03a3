"""The marks of a case by whose they are, how worded, of what kind and on which page, kept up as the log grows.

A long draft has twenty thousand marks, and the window asks all this after every key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, proxy

from redactor.marks.choose import Thing, thing_of
from redactor.marks.mark import Mark, Verdict
from redactor.marks.parting import Parting
from redactor.marks.unsure import CONFIDENCE, Form, Parted, folded, form_of, parted_form

if TYPE_CHECKING:
    from redactor.marks.case import Case
    from redactor.marks.decisions import Decision

Key = tuple[str, str | int]
"""("thing", entity), ("wording", folded), ("kind", type) or ("page", number from 1)."""


class Overview:
    """What is known of the marks of one case; ask `overview` for it.

    Attributes:
        left: how many marks are undecided.
        left_on, doubtful_on: the same by the page (1-based) that they begin on; of them those that are doubtful.
        checks: how many marks the legal reviewer said each of `mark.CHECKS` of.
        confirmed: how many marks of each form are confirmed.
        shared: folded wordings that several people or things bear.
    """

    def __init__(self, case: Case) -> None:
        self._case: Case = proxy(case)  # it would be kept for ever, as what it is looked up by
        self._seen = 0  # decisions of the log
        self._known: dict[str, Mark] = {}
        self._groups: dict[Key, set[str]] = {}
        self._sorted: dict[Key, list[str]] = {}
        self._partings: dict[Key, Parting] = {}
        self._touched: set[Form] = set()  # whose marks are to be parted anew
        self._begins_on: dict[tuple[int, int], int] = {}  # page by start and end
        self._bearers: dict[str, Counter[str]] = {}
        self._things: dict[str, Thing] = {}
        self._entities: list[str] | None = None  # in the order of their first mention, once asked for
        self._ranks: dict[str, int] = {}
        self._history: dict[tuple[bool, str], list[int]] = {}  # by whether it is a mark, and its id
        self.left = 0
        self.left_on: Counter[int] = Counter()
        self.doubtful_on: Counter[int] = Counter()
        self.checks: Counter[str] = Counter()
        self.confirmed: Counter[Form] = Counter()
        self.shared: set[str] = set()

    def marks(self, group: str, of: str | int) -> list[Mark]:
        """The marks of a group, in reading order."""
        marks = self._case.marks
        return [marks[id] for id in self.ids(group, of)]

    def ids(self, group: str, of: str | int) -> list[str]:
        """The ids of a group, in reading order."""
        key = (group, of)
        if key not in self._sorted:
            self._sorted[key] = sorted(self._groups.get(key, ()), key=self._ranks.__getitem__)
        return self._sorted[key]

    def any_on(self, page: int) -> bool:
        """Whether a mark stands on a page (1-based)."""
        return ("page", page) in self._groups

    def rank(self, id: str) -> int:
        """Which mark it is in reading order, from 0."""
        return self._ranks[id]

    def parting(self, group: str, of: str | int) -> Parting:
        """The undecided marks of a group, parted into those to be looked at and the rest."""
        key = (group, of)
        if key not in self._partings:
            forms: dict[Form, set[str]] = {}
            marks = self._case.marks
            for id in self._groups.get(key, ()):
                forms.setdefault(form_of(marks[id]), set()).add(id)
            self._partings[key] = Parting(forms, self._part)
        self._partings[key].catch_up()
        return self._partings[key]

    def _part(self, form: Form, ids: Iterable[str]) -> Parted:
        marks = self._case.marks
        in_order = [marks[id] for id in sorted(ids, key=self._ranks.__getitem__)]
        return parted_form(form, in_order, self.confirmed, shared=self.shared)

    def thing(self, entity: str) -> Thing:
        """One person or thing."""
        if entity not in self._things:
            label, role = self._case.labels.get(entity, ""), self._case.roles.get(entity, "")
            self._things[entity] = thing_of(entity, self.marks("thing", entity), label, role)
        return self._things[entity]

    def things(self) -> list[Thing]:
        """People and things, in the order of their first mention."""
        if self._entities is None:
            first = {
                str(of): min(map(self._ranks.__getitem__, ids))
                for (group, of), ids in self._groups.items()
                if group == "thing"
            }
            self._entities = sorted(first, key=first.__getitem__)
        return [self.thing(entity) for entity in self._entities]

    def history(self, mark: Mark) -> list[Decision]:
        """The decisions on a mark, and on the label and role of whose it is; the first first."""
        on_mark, on_whom = (self._history.get(key, ()) for key in ((True, mark.id), (False, mark.entity)))
        return [self._case.log[number - 1] for number in sorted({*on_mark, *on_whom})]

    def catch_up(self) -> None:
        """Take in what was decided since."""
        log = self._case.log
        changes = [change for decision in log[self._seen :] for change in decision.changes]
        for decision in log[self._seen :]:
            self._note(decision)
        self._seen = len(log)
        for change in changes:
            if change.what in ("label", "role"):
                self._things.pop(change.id, None)
        touched = {change.id for change in changes if change.what == "mark"}
        if not touched:
            return
        for id in touched:
            self._replace(self._known.get(id), self._case.marks.get(id))
        for parting in self._partings.values():
            parting.touch(self._touched)
        self._touched.clear()
        if any(change.name in ("", "start") for change in changes):
            self._ranks = {id: rank for rank, id in enumerate(self._case.marks)}
            self._entities = None
        if any(change.name == "start" for change in changes):  # else the others stay in their order
            self._sorted.clear()

    def _note(self, decision: Decision) -> None:
        """Remember whom and what a decision touched; a label or role that was proposed is nobody's history."""
        touched = {
            (change.what == "mark", change.id)
            for change in decision.changes
            if change.what == "mark" or (change.what in ("label", "role") and decision.verb != "suggest")
        }
        for key in touched:
            self._history.setdefault(key, []).append(decision.number)

    def _replace(self, old: Mark | None, new: Mark | None) -> None:
        if old:
            self._count(old, -1)
            self._things.pop(old.entity, None)
        if new:
            self._count(new, 1)
            self._things.pop(new.entity, None)
            self._known[new.id] = new
        elif old:
            del self._known[old.id]
        if old and new and _place(old) == _place(new):
            return
        self._entities = None
        if old:
            self._leave(old)
        if new:
            self._come(new)
        self._bear(old, -1)
        self._bear(new, 1)

    def _count(self, mark: Mark, by: int) -> None:
        self.checks[mark.check] += by
        form = form_of(mark)
        self._touched.add(form)
        if mark.verdict is Verdict.UNDECIDED:
            page = self._page(mark)
            self.left += by
            self.left_on[page] += by
            self.doubtful_on[page] += by * (mark.score < CONFIDENCE)
        elif mark.verdict is Verdict.REDACT and mark.area is None:
            self.confirmed[form] += by
            if not self.confirmed[form]:
                del self.confirmed[form]

    def _partings_of(self, mark: Mark) -> list[Parting]:
        """Those asked for, of the groups that a mark is in."""
        if not self._partings:
            return []
        return [self._partings[key] for key in self._keys(mark) if key in self._partings]

    def _page(self, mark: Mark) -> int:
        span = (mark.start, mark.end)
        if mark.area or span not in self._begins_on:
            self._begins_on[span] = page_of(self._case, mark)
        return self._begins_on[span]

    def _leave(self, mark: Mark) -> None:
        """Take a mark out of its groups."""
        for parting in self._partings_of(mark):
            parting.drop(mark)
        for key in self._keys(mark):
            self._groups[key].discard(mark.id)
            self._sorted.pop(key, None)
            if not self._groups[key]:
                del self._groups[key]

    def _come(self, mark: Mark) -> None:
        """Put a mark into its groups."""
        for key in self._keys(mark):
            self._groups.setdefault(key, set()).add(mark.id)
            self._sorted.pop(key, None)
        for parting in self._partings_of(mark):
            parting.put(mark)

    def _bear(self, mark: Mark | None, by: int) -> None:
        """Note that a wording has one mention more or less of a person or thing."""
        if mark is None or mark.area:
            return
        wording = folded(mark.text)
        bearers, shared = self._bearers.setdefault(wording, Counter()), wording in self.shared
        bearers[mark.entity] += by
        if not bearers[mark.entity]:
            del bearers[mark.entity]
        (self.shared.add if len(bearers) > 1 else self.shared.discard)(wording)
        if shared != (wording in self.shared):  # whoever bears it is to be looked at, or no longer
            self._touched.update((entity, wording) for entity in bearers)

    def _keys(self, mark: Mark) -> Iterable[Key]:
        yield "thing", mark.entity
        yield "kind", mark.type
        if mark.text:
            yield "wording", folded(mark.text)
        for page in pages_of(self._case, mark):
            yield "page", page


_OVERVIEWS: WeakKeyDictionary[Case, Overview] = WeakKeyDictionary()


def overview(case: Case) -> Overview:
    """What is known of the marks of a case now."""
    if case not in _OVERVIEWS:
        _OVERVIEWS[case] = Overview(case)
    found = _OVERVIEWS[case]
    found.catch_up()
    return found


def page_of(case: Case, mark: Mark) -> int:
    """The page (1-based) on which a mark begins; 1 where it stands nowhere."""
    if mark.area:
        return mark.area.page
    pages = case.document.page_of[mark.start : mark.end]
    return next((page + 1 for page in pages if page >= 0), 1)


def pages_of(case: Case, mark: Mark) -> set[int]:
    """The pages (1-based) that a mark touches, told from the reading text: its places need not be worked out."""
    if mark.area:
        return {mark.area.page}
    return {page + 1 for page in case.document.page_of[mark.start : mark.end] if page >= 0}


def _place(mark: Mark) -> tuple[str, str, str, int, int]:
    """What decides which groups a mark is in."""
    return mark.entity, mark.type, mark.text, mark.start, mark.end
