"""Made-up places, bodies, dates and addresses, as British ones are named.

wordings/<kind>.txt holds one pattern a line, with sub-slots in braces; town_parts.txt holds two sections of which new
towns are made, so that the model cannot learn them by heart.
"""

import random
import re
from functools import cache
from pathlib import Path

from cast import Cast, folded

FOLDER = Path(__file__).parent / "wordings"
KINDS = {
    "country": "country_town",
    "town2": "town",
    "school2": "school",
}  # slots filled from another slot's file
COMPASS = ("North", "South", "East", "West", "Mid", "Upper", "Lower", "Great", "Little", "Old", "New")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SUBSLOT = re.compile(r"\{(\w+)\}")


@cache
def lines(kind: str) -> tuple[str, ...]:
    """Return the patterns of wordings/<kind>.txt; raises FileNotFoundError."""
    text = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    return tuple(line.strip("\n") for line in text.splitlines() if line.strip() and not line.startswith("# "))


@cache
def _town_parts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, _, second = (FOLDER / "town_parts.txt").read_text(encoding="utf-8").partition("[second]")
    return tuple(first.replace("[first]", "").split()), tuple(second.split())


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


class Wordings:
    """The places and bodies of one passage: the same slot is filled alike throughout."""

    def __init__(self, draw: random.Random, cast: Cast) -> None:
        self._draw = draw
        self._cast = cast
        self._made: dict[str, str] = {}

    def get(self, kind: str) -> str:
        """Return the filling of the slot `kind`; dates and citations are drawn anew each time."""
        if kind in ("date", "month", "phone", "id", "cited", "cited2", "citedfull"):
            return self._new(kind)
        if kind not in self._made:
            self._made[kind] = self._new(kind)
        return self._made[kind]

    def shortened(self, kind: str) -> str:
        """Return the acronym of a body, or its name without the word that says what it is."""
        name = re.sub(r"^[Tt]he ", "", self.get(kind))
        capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w*", name))
        if len(capitals) >= 3 and self._draw.random() < 0.5:
            return capitals
        words = name.split()
        return " ".join(words[: max(1, min(len(words) - 1, 2))]).rstrip("'s").rstrip(" ,&") or name

    def _new(self, kind: str) -> str:
        if kind.startswith("cited"):
            return self._cited(full=kind == "citedfull")
        if kind in ("town", "town2"):
            return self._town()
        pattern = self._draw.choice(lines(KINDS.get(kind, kind)))
        filling = _SUBSLOT.sub(lambda slot: self._part(slot[1]), pattern)
        return folded(filling).lower().replace(" ", "") if kind in ("email", "url") else filling

    def _cited(self, full: bool) -> str:
        chance = self._draw.random()
        family = self._draw.choice(lines("cited_family")) if chance < 0.5 else self._cast.family_name()
        initials = self._draw.choice("ABCDEFGHJKLMNPRSTW")
        given = initials + "." if self._draw.random() < 0.6 else self._cast.given_name()
        return f"{given} {family}" if full else family

    def _town(self) -> str:
        draw = self._draw
        first, second = _town_parts()
        name = (
            draw.choice(lines("towns")) if draw.random() < 0.45 else draw.choice(first) + draw.choice(second)
        )
        chance = draw.random()
        if chance < 0.06:
            return f"{draw.choice(COMPASS)} {name}"
        return name + draw.choice(lines("town_tails")) if chance < 0.11 else name

    def _part(self, slot: str) -> str:
        draw = self._draw
        day, month, year = draw.randint(1, 28), draw.randrange(12), draw.randint(1985, 2024)
        simple = {
            "n": str(draw.randint(1, 120)), "nn": str(draw.randint(10, 99)), "nnn": str(draw.randint(100, 999)),
            "digit": str(draw.randint(0, 9)), "letter": draw.choice("ABCDEFGHJKLMNPRSTW"), "year": str(year), "yy": f"{year % 100:02d}",
            "day": str(day), "dd": f"{day:02d}", "day_ord": _ordinal(day), "month": MONTHS[month],
            "mon": MONTHS[month][:3], "mm": f"{month + 1:02d}", "weekday": draw.choice(DAYS),
            "compass": draw.choice(COMPASS),
        }  # fmt: skip
        if slot in simple:
            return simple[slot]
        if slot == "family":
            return self._cast.family_name()
        if slot == "given":
            return self._cast.given_name()
        if slot == "town":
            return self.get("town") if draw.random() < 0.5 else self._town()
        pattern = draw.choice(lines(slot))
        return _SUBSLOT.sub(lambda inner: self._part(inner[1]), pattern)
