"""The undecided marks of one group, parted into those to be looked at and the rest, and kept so as decisions come.

A kind can have twenty thousand marks, of which a decision touches a few: only their forms are parted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from redactor.marks.mark import Mark
from redactor.marks.unsure import Form, Parted, Place, form_of, place

Part = Callable[[Form, Iterable[str]], Parted]
"""Parts the marks of these ids, which are all of one form."""


class Parting:
    """What `unsure.parted_form` says of each form of a group: its forms do not depend on one another.

    Args:
        ids: of the whole group, by form, whatever was decided on them.
        part: as the case is decided when it is called.
    """

    def __init__(self, ids: dict[Form, set[str]], part: Part) -> None:
        self._ids, self._part = ids, part
        self._parts: dict[Form, Parted] = {}
        self._order: list[Place] = []
        self._why: dict[str, str] = {}
        self._stale: set[Form] = set(ids)

    def put(self, mark: Mark) -> None:
        """Take in a mark that came to the group."""
        form = form_of(mark)
        self._ids.setdefault(form, set()).add(mark.id)
        self._stale.add(form)

    def drop(self, mark: Mark) -> None:
        """Leave out a mark that left the group."""
        form = form_of(mark)
        self._ids[form].discard(mark.id)
        self._stale.add(form)

    def touch(self, forms: AbstractSet[Form]) -> None:
        """Part the marks of these forms anew before the next answer."""
        self._stale |= forms & self._ids.keys()

    def catch_up(self) -> None:
        """Part anew what was touched."""
        if not self._stale:
            return
        gone = [look for form in self._stale for look in self._parts.pop(form, Parted()).look]
        for look in gone:
            del self._why[look.mark.id]
        self._parts.update((form, self._part(form, self._ids[form])) for form in self._stale)
        come = [look for form in self._stale for look in self._parts[form].look]
        self._why.update((look.mark.id, look.why) for look in come)
        places = set(map(place, gone))
        stay = [each for each in self._order if each not in places] if gone else self._order
        self._order = sorted([*stay, *map(place, come)])
        self._stale.clear()

    # What is so now

    @property
    def to_look_at(self) -> int:
        """How many are to be looked at."""
        return len(self._order)

    def first(self, count: int) -> list[str]:
        """The ids of those to be looked at first."""
        return [each[-1] for each in self._order[:count]]

    def why(self, id: str) -> str:
        """Why a mark is to be looked at; "" where it is not."""
        return self._why.get(id, "")

    def same(self) -> list[str]:
        """The ids of those worded as one that is confirmed or to be looked at, in the order of the text."""
        marks = [mark for part in self._parts.values() for mark in part.same]
        return [mark.id for mark in sorted(marks, key=lambda mark: (mark.start, mark.end))]

    def same_as(self, mark: Mark) -> list[str]:
        """Of these the ids of those of the same form as a mark, in reading order."""
        part = self._parts.get(form_of(mark))
        return [each.id for each in part.same] if part else []

    def left(self) -> Iterator[str]:
        """The ids of all that are undecided, those to be looked at first."""
        yield from (each[-1] for each in self._order)
        yield from self.same()
