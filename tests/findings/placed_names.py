"""Names of many origins placed in the same passages, and which of them are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from redactor.findings.finding import Finding

FOLDER = Path(__file__).with_name("carriers")
ORIGINS = {path.stem: path for path in sorted((FOLDER / "names").glob("*.txt"))}
ROUNDS = 3  # names of each origin in each carrier
PEOPLE = 20  # in one document
MENTIONS = ("full", "first", "last", "lastfirst", "FULL", "LAST", "lower")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Name:
    """A person's name as it is given, without saying who that is."""

    given: str
    family: str
    woman: bool

    @property
    def parts(self) -> frozenset[str]:
        """The words of the name, in small letters."""
        return frozenset(re.findall(r"\w+", f"{self.given} {self.family}".casefold()))

    def slots(self) -> dict[str, str]:
        """What stands in a carrier for each of its slots."""
        full = f"{self.given} {self.family}"
        title, she, her, him = ("Ms", "she", "her", "her") if self.woman else ("Mr", "he", "his", "him")
        return {
            "full": full,
            "first": self.given,
            "last": self.family,
            "lastfirst": f"{self.family}, {self.given}",
            "FULL": full.upper(),
            "LAST": self.family.upper(),
            "lower": full.lower().replace("i\u0307", "i"),  # what small letters make of a Turkish capital İ
            "title": title,
            "she": she,
            "She": she.capitalize(),
            "her": her,
            "him": him,
        }


@dataclass(frozen=True)
class Carrier:
    """A passage with slots for one person's name; `shape` says what sort of text it is."""

    shape: str
    text: str


@dataclass(frozen=True)
class Mention:
    """Characters `start` to `end` of a document where a name stands, and the carrier that put it there."""

    start: int
    end: int
    carrier: Carrier


@dataclass(frozen=True)
class Document:
    """Independent passages about different people."""

    text: str
    mentions: tuple[Mention, ...]


def carriers() -> list[Carrier]:
    """Return the passages, which stand under a heading for each shape."""
    shape, read = "", []
    for block in (FOLDER / "sentences.txt").read_text(encoding="utf-8").strip("\n").split("\n\n"):
        if block.startswith("# "):
            shape = block[2:]
        else:
            read.append(Carrier(shape, block))
    return read


def names(origin: str) -> list[Name]:
    """Return the names of one origin; a line holds given name, family name, and f or m."""
    rows = (line.split("\t") for line in ORIGINS[origin].read_text(encoding="utf-8").splitlines())
    return [Name(given, family, sex == "f") for given, family, sex in rows]


def documents(origin: str) -> Iterator[Document]:
    """Yield documents in which names of one origin stand in every carrier, `ROUNDS` times.

    Every origin goes through the same carriers in the same order. The people of one document share no word of
    their names, so that none is found for another's sake.
    """
    chance = Random(20)
    waiting = names(origin)
    chance.shuffle(waiting)
    for _ in range(ROUNDS):
        ordered = carriers()
        chance.shuffle(ordered)
        for first in range(0, len(ordered), PEOPLE):
            here = ordered[first : first + PEOPLE]
            yield placed(zip(here, _next_people(waiting, len(here)), strict=True))


def _next_people(waiting: list[Name], count: int) -> list[Name]:
    """Return the `count` names that have waited longest and share no word; they go to the end of the queue."""
    chosen: list[Name] = []
    taken: set[str] = set()
    for name in waiting:
        if len(chosen) < count and not taken & name.parts:
            chosen.append(name)
            taken |= name.parts
    waiting[:] = [name for name in waiting if name not in chosen] + chosen
    return chosen


def placed(people: Iterable[tuple[Carrier, Name]]) -> Document:
    """Return a document with a passage for each of `people`."""
    text, mentions = "", []
    for carrier, name in people:
        slots, done = name.slots(), 0
        for slot in _SLOT.finditer(carrier.text):
            text += carrier.text[done : slot.start()]
            wording = slots[slot[1]]
            if slot[1] in MENTIONS:
                mentions.append(Mention(len(text), len(text) + len(wording), carrier))
            text += wording
            done = slot.end()
        text += carrier.text[done:] + "\n\n"
    return Document(text, tuple(mentions))


def missed(document: Document, findings: Sequence[Finding]) -> list[Mention]:
    """Return the mentions of which some letter lies in no finding."""
    covered = {place for finding in findings for place in range(finding.start, finding.end)}
    return [
        mention
        for mention in document.mentions
        if any(document.text[i].isalpha() and i not in covered for i in range(mention.start, mention.end))
    ]
