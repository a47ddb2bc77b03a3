"""The lists of a case: what is marked wherever it stands, what never is, and who is who."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from redactor.marks.decisions import Change

LISTS = ("always", "never", "whos_who")


@dataclass(frozen=True, slots=True)
class Lists:
    """Lines as they were typed, in order. Replaced, never edited.

    Args:
        always: terms to be marked wherever they stand.
        never: terms that are not marked: national bodies, Acts, cited research.
        whos_who: a person on each line, see `marks.whos_who`.
    """

    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    whos_who: tuple[str, ...] = ()

    def change(self, name: str, lines: Iterable[str]) -> list[Change]:
        """What a decision for other lines changes; blank lines and repeated ones are left out."""
        before = getattr(self, name)
        after = tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))
        return [Change("list", name, "", list(before), list(after))] if after != before else []

    def after(self, changes: Iterable[Change]) -> Lists:
        """The lists once these changes are made; those of others are passed over."""
        values: dict[str, Any] = {
            change.id: tuple(change.after) for change in changes if change.what == "list"
        }
        return replace(self, **values) if values else self
