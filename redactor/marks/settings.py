"""How a case words what it publishes: what becomes of dates and of ages, and whether black boxes carry a code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from redactor.errors import UnusableInput
from redactor.marks.decisions import Change

DATES = ("label", "month", "year", "interval")
"""A date becomes its fixed label, its month and year, its year, or how long before or after a day it was."""
AGES = ("label", "band")
"""An age becomes its fixed label, or the band that it lies in."""

SIGNATURES = ("both", "one")
"""The preparer and a legal reviewer, which is the rule; or the preparer alone, where the board allows it."""

_EVENT = re.compile(r"[^\W\d_]+(?:[ '\u2019-][^\W\d_]+)*")
_LONGEST_EVENT = 40
_ASKED = re.compile(r"interval:(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?::(?P<event>.+))?")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reviewers chose for the whole case. Replaced, never edited.

    Args:
        dates, ages: one of `DATES`, one of `AGES`.
        anchor: the day that intervals count from (ISO 8601), needed for dates as intervals.
        event: what happened on that day, as the published report calls it.
        codes: whether black boxes carry the code of their reason.
        signatures: one of `SIGNATURES`, how many people sign before anything is published.
    """

    dates: str = "label"
    anchor: str = ""
    event: str = "the incident"
    ages: str = "label"
    codes: bool = False
    signatures: str = "both"

    def __post_init__(self) -> None:
        """Raises UnusableInput, in words for the user."""
        if self.dates not in DATES or self.ages not in AGES:
            raise UnusableInput(
                "Dates or ages cannot be worded like that.", "Choose one of the ways offered."
            )
        if self.signatures not in SIGNATURES:
            raise UnusableInput("A case is signed by one person or by both.", "Choose one of the two.")
        if self.dates == "interval" and not _is_day(self.anchor):
            raise UnusableInput("Intervals need a day to count from.", "Give it as day/month/year.")
        if len(self.event) > _LONGEST_EVENT or not _EVENT.fullmatch(self.event):
            raise UnusableInput(
                "What happened on the day to count from needs a few plain words.",
                f"Write at most {_LONGEST_EVENT} letters, such as “the incident”.",
            )

    def changes(self, chosen: Settings) -> list[Change]:
        """What a decision for other settings changes."""
        return [
            Change("setting", name, "", getattr(self, name), getattr(chosen, name))
            for name in (field.name for field in fields(self))
            if getattr(self, name) != getattr(chosen, name)
        ]

    def after(self, changes: Iterable[Change]) -> Settings:
        """The settings once these changes are made; those of marks and labels are passed over."""
        values: dict[str, Any] = {change.id: change.after for change in changes if change.what == "setting"}
        return replace(self, **values) if values else self

    def with_dates(self, asked: str) -> Settings:
        """The same with dates worded as asked: "label", "month", "year", "interval:14/03/2012[:the incident]".

        Raises UnusableInput where that is none of these.
        """
        if not asked.startswith("interval"):
            return replace(self, dates=asked)
        found = _ASKED.fullmatch(asked)
        day = found and f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
        return replace(
            self, dates="interval", anchor=day or "", event=(found and found["event"]) or self.event
        )


def _is_day(written: str) -> bool:
    try:
        return bool(date.fromisoformat(written))
    except ValueError:
        return False
