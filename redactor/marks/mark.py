"""A mark: a place in the draft that somebody decides on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from redactor.findings.finding import TYPES, Finding


class Verdict(StrEnum):
    """What was decided on a mark."""

    UNDECIDED = "undecided"
    REDACT = "redact"
    KEEP = "keep"


CHECKS = ("", "agreed", "challenged", "answered")
"""Not looked at; agreed with; challenged, which goes back to the preparer; and stood by or changed, to be looked at again."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle drawn on a page (1-based), points from the page's top left."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if self.page < 1 or not (self.x0 < self.x1 and self.y0 < self.y1):
            raise ValueError("an area needs a page, a width and a height")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the draft and what was decided on it. Replaced, never edited.

    Args:
        id: "m" and a number, unique within the case.
        start, end: character offsets into the reading text; both -1 for a drawn area.
        area: the drawn area, else None.
        text: what stands there; "" for an area.
        type: one of `findings.finding.TYPES`.
        entity: the same for every mention of one person or thing.
        score: how likely it is an identifier, 0 to 1.
        because: why it was suggested, one sentence.
        recogniser: which one found it; "" for marks made by hand.
        verdict, reason: the present decision, and the code or words given for it.
        by_hand: whether a person made the mark.
        comment: the last words said about the decision.
        check: what the legal reviewer said of it, one of `CHECKS`.
    """

    id: str
    start: int
    end: int
    text: str
    type: str
    entity: str
    score: float = 1.0
    because: str = ""
    recogniser: str = ""
    area: Area | None = None
    verdict: Verdict = Verdict.UNDECIDED
    reason: str = ""
    by_hand: bool = False
    comment: str = ""
    check: str = ""

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"no such type: {self.type}")
        if self.check not in CHECKS:
            raise ValueError(f"no such check: {self.check}")
        if self.area is None and not 0 <= self.start < self.end:
            raise ValueError("a mark needs a stretch of text or an area")

    @classmethod
    def of(cls, finding: Finding, text: str) -> Mark:
        """The undecided mark of a finding, without an id; `text`: the reading text."""
        f = finding
        return cls(
            "", f.start, f.end, text[f.start : f.end], f.type, f.entity, f.score, f.because, f.recogniser
        )

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the log of decisions."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Mark:
        """The mark that `to_json` wrote.

        Raises:
            ValueError, TypeError, KeyError: the values are not those of a mark.
        """
        area = Area(**values["area"]) if values["area"] else None
        return cls(**{**values, "area": area, "verdict": Verdict(values["verdict"])})

    def with_field(self, name: str, value: Any) -> Mark:
        """The same mark with one field changed, from its plain value."""
        changed: dict[str, Any] = {name: Verdict(value) if name == "verdict" else value}
        return replace(self, **changed)
