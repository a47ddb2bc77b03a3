"""Why things are withheld: the codes of `resources/reasons.json`, and the one that each type has unless told otherwise."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from redactor.marks.mark import Mark
from redactor.shipped import RESOURCES


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    Args:
        code: kept with a decision.
        shown: what a black box carries, a few letters.
        words: how it is called on screen.
    """

    code: str
    shown: str
    words: str


@lru_cache(maxsize=1)
def reasons() -> dict[str, Reason]:
    """All reasons by code, in the order of the list."""
    return {row["code"]: Reason(**row) for row in _list()["codes"]}


def usual(type: str) -> str:
    """The code that marks of a type have unless another was chosen."""
    return str(_list()["by_type"][type])


def code_shown(mark: Mark) -> str:
    """What the black box of a mark carries; a reason that is not on the list counts as none."""
    return reasons()[mark.reason if mark.reason in reasons() else usual(mark.type)].shown


@lru_cache(maxsize=1)
def _list() -> dict[str, Any]:
    plain: dict[str, Any] = json.loads((RESOURCES / "reasons.json").read_text(encoding="utf-8"))
    return plain
