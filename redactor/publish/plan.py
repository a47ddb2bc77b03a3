"""What publishing is told: which places to empty, which wordings must be gone, how the gaps look."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal, get_args

from redactor.document.page import Quad

Style = Literal["blackout", "pseudonym"]
STYLES: tuple[str, ...] = get_args(Style)
Operator = Literal["month", "year", "interval", "band"]
OPERATORS: tuple[str, ...] = get_args(Operator)


@dataclass(frozen=True, slots=True)
class Rule:
    """How a date or an age is worded more generally.

    Args:
        operator: a date becomes its month and year, its year, or an interval; an age becomes a band.
        anchor: the day (ISO 8601) that intervals count from.
        event: what happened on that day.
        led: the word before the date, in small letters, where it matters: "on", "the" or "".
    """

    operator: Operator
    anchor: str = ""
    event: str = ""
    led: str = ""

    def __post_init__(self) -> None:
        if self.operator not in OPERATORS:
            raise ValueError(f"unknown operator {self.operator!r}")
        if self.operator == "interval" and not (date.fromisoformat(self.anchor) and self.event):
            raise ValueError("an interval needs a day and what happened on it")

    @staticmethod
    def from_plain(plain: dict[str, str]) -> Rule:
        """From JSON types; raises KeyError, TypeError or ValueError where they do not fit."""
        return Rule(**plain)  # type: ignore[arg-type]  # the operator is checked when it is made


@dataclass(frozen=True, slots=True)
class Removal:
    """One confirmed mark on one page.

    Args:
        mark: id of the mark, so that a problem can be traced to it.
        page: 1-based.
        quads: one for each line piece; points from the top left of the page as displayed.
        text: the wording removed ("" for a drawn area).
        type: one of the finding types.
        label: the pseudonym put in its place; "" leaves a black box whatever the style.
        rule: how it is worded more generally in style "pseudonym"; where it cannot be, its label stands.
        code: the reason code that a black box carries; "" for none.
    """

    mark: str
    page: int
    quads: tuple[Quad, ...]
    text: str
    type: str
    label: str
    rule: Rule | None = None
    code: str = ""

    def to_plain(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "mark": self.mark,
            "page": self.page,
            "quads": [list(quad) for quad in self.quads],
            "text": self.text,
            "type": self.type,
            "label": self.label,
            "rule": asdict(self.rule) if self.rule else None,
            "code": self.code,
        }

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Removal:
        """From JSON types; raises KeyError or ValueError where they do not fit."""
        quads = tuple(_quad(quad) for quad in plain["quads"])
        return Removal(
            mark=str(plain["mark"]),
            page=int(plain["page"]),
            quads=quads,
            text=str(plain["text"]),
            type=str(plain["type"]),
            label=str(plain["label"]),
            rule=Rule.from_plain(plain["rule"]) if plain["rule"] else None,
            code=str(plain["code"]),
        )


@dataclass(frozen=True, slots=True)
class Secret:
    """A wording that must not be found in the published file.

    Args:
        text: the wording as it stood in the draft.
        type: one of the finding types.
        kept: how many times this very wording may stay in the text of the pages, counted by
            `matching.count`. Anywhere but page text none may stay.
    """

    text: str
    type: str
    kept: int = 0

    def to_plain(self) -> dict[str, Any]:
        """As JSON types."""
        return {"text": self.text, "type": self.type, "kept": self.kept}

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Secret:
        """From JSON types; raises KeyError or ValueError where they do not fit."""
        return Secret(str(plain["text"]), str(plain["type"]), int(plain["kept"]))


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole order to publish. `title` is neutral: it is the published file's only metadata."""

    removals: tuple[Removal, ...]
    secrets: tuple[Secret, ...]
    style: Style
    title: str

    def __post_init__(self) -> None:
        if self.style not in STYLES:
            raise ValueError(f"unknown style {self.style!r}")

    def to_plain(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "removals": [removal.to_plain() for removal in self.removals],
            "secrets": [secret.to_plain() for secret in self.secrets],
            "style": self.style,
            "title": self.title,
        }

    @staticmethod
    def from_plain(plain: dict[str, Any]) -> Plan:
        """From JSON types; raises KeyError or ValueError where they do not fit."""
        return Plan(
            removals=tuple(Removal.from_plain(removal) for removal in plain["removals"]),
            secrets=tuple(Secret.from_plain(secret) for secret in plain["secrets"]),
            style=plain["style"],
            title=str(plain["title"]),
        )


def _quad(plain: list[float]) -> Quad:
    ulx, uly, urx, ury, llx, lly, lrx, lry = (float(value) for value in plain)
    return (ulx, uly, urx, ury, llx, lly, lrx, lry)
