"""The people of a made-up passage: names of every origin found in Britain, in every form in which they are written.

names/<origin>.txt holds three sections: [given], [family], [nick]; `_` stands for a space inside a name.
"""

import random
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

NAMES = Path(__file__).parent / "names"
WEIGHTS = {
    "british": 22,
    "modern_invented": 10,
    "scottish": 4,
    "welsh": 4,
    "irish": 5,
    "pakistani": 5,
    "polish": 5,
}
OTHERS = 2.5  # the weight of an origin that WEIGHTS does not name
WORD_NAME = 0.09  # given names that are ordinary words: as likely as they are dangerous
WORD_SURNAME = 0.1
LITTLE_WORD = 0.05  # names that are the commonest of words: To, Can, Were, My
MADE_UP = 0.06  # names on no list, so that the model learns where names stand and not which they are
SYLLABLES = [
    "ba",
    "be",
    "bri",
    "ca",
    "cha",
    "da",
    "de",
    "dro",
    "e",
    "fa",
    "ga",
    "hal",
    "i",
    "ja",
    "ka",
    "ki",
    "la",
    "li",
    "lo",
    "ma",
    "mar",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "o",
    "pa",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "sha",
    "shi",
    "ta",
    "te",
    "ti",
    "to",
    "va",
    "ve",
    "vi",
    "wen",
    "ya",
    "ze",
    "zo",
    "thu",
    "qua",
    "gri",
    "sto",
    "plu",
    "cra",
    "bho",
    "nki",
    "ogu",
    "mwa",
    "xio",
    "tsu",
]
ENDINGS = ("", "", "n", "l", "s", "ck", "th", "rd", "ley", "wicz", "escu", "oglu", "son", "ova", "kar", "dze")
SHARES = {  # whose family name a relative may bear
    "child2": "child", "child3": "child", "sibling": "child", "father": "child", "mother": "child",
    "gran": "mother", "grandad": "mother", "aunt": "mother", "uncle": "father",
}  # fmt: skip
PLAIN_FOLDS = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"})


@dataclass(frozen=True)
class Pool:
    """The names of one origin."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    nick: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """One person's names."""

    given: str
    middle: str
    family: str
    nick: str
    other: str


@cache
def pool(origin: str) -> Pool:
    """Return the names of `origin`; raises FileNotFoundError."""
    sections: dict[str, list[str]] = {"given": [], "family": [], "nick": []}
    current: list[str] = []
    for word in (NAMES / f"{origin}.txt").read_text(encoding="utf-8").split():
        if word.startswith("["):
            current = sections[word.strip("[]")]
        elif not word.startswith("#"):
            current.append(word.replace("_", " "))
    return Pool(*(tuple(dict.fromkeys(sections[name])) for name in ("given", "family", "nick")))


@cache
def origins() -> tuple[str, ...]:
    """Return the origins that names/ has files for."""
    others = ("word_names", "little_words", "nicknames_multiword")
    return tuple(sorted(path.stem for path in NAMES.glob("*.txt") if path.stem not in others))


@cache
def _weights() -> tuple[float, ...]:
    return tuple(WEIGHTS.get(origin, OTHERS) for origin in origins())


@cache
def _long_nicknames() -> tuple[str, ...]:
    return tuple((NAMES / "nicknames_multiword.txt").read_text(encoding="utf-8").strip().splitlines())


def folded(name: str) -> str:
    """Return `name` without its diacritics, as keyboards without them write it."""
    apart = unicodedata.normalize("NFD", name.translate(PLAIN_FOLDS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def misspelt(name: str, draw: random.Random) -> str:
    """Return `name` with two letters exchanged, one left out or one doubled."""
    if len(name) < 5:
        return name
    at = draw.randint(1, len(name) - 3)
    return draw.choice(
        (
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
        )
    )


def _made_up(draw: random.Random) -> str:
    return (
        "".join(draw.choice(SYLLABLES) for _ in range(draw.choice((2, 2, 3)))) + draw.choice(ENDINGS)
    ).capitalize()


class Cast:
    """The people of one passage, made as they are asked for."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._people: dict[str, Person] = {}
        self._family_origin = self.origin()
        self._without_accents = draw.random() < 0.5

    def origin(self) -> str:
        """Return an origin, drawn."""
        return self._draw.choices(origins(), _weights())[0]

    def person(self, who: str) -> Person:
        """Return the person in the part of `who` ("mother", "pro2")."""
        if who not in self._people:
            self._people[who] = self._new(who)
        return self._people[who]

    def name(self, who: str, form: str = "full") -> str:
        """Return the name of `who` as written in `form`."""
        person = self.person(who)
        written = _FORMS[form](person, self._draw)
        if self._without_accents:
            written = folded(written)
        return misspelt(written, self._draw) if self._draw.random() < 0.02 else written

    def family_name(self) -> str:
        """Return anybody's family name."""
        return self._family(self.origin())

    def given_name(self) -> str:
        """Return anybody's given name."""
        return self._given(self.origin())

    def _new(self, who: str) -> Person:
        draw = self._draw
        professional = who.startswith("pro") or who in ("author", "chair")
        origin = self.origin() if professional or draw.random() < 0.3 else self._family_origin
        shared = SHARES.get(who)
        family = (
            self.person(shared).family
            if shared and shared in self._people and draw.random() < 0.55
            else self._family(origin)
        )
        middle = self._given(origin) if draw.random() < 0.15 else ""
        nick = self._nick(origin)
        return Person(
            self._given(origin), middle, family, nick, f"{self._given(origin)} {self._family(origin)}"
        )

    def _given(self, origin: str) -> str:
        draw = self._draw
        name = self._base("given", origin, WORD_NAME)
        if draw.random() < 0.03 and len(name) < 7:
            name += "-" + draw.choice(pool("british").given).split("-")[0]
        return name

    def _family(self, origin: str) -> str:
        draw = self._draw
        name = self._base("family", origin, WORD_SURNAME)
        if draw.random() < 0.07:
            name += draw.choice("--- ") + draw.choice(pool(draw.choice(("british", origin))).family)
        return name

    def _base(self, part: Literal["given", "family"], origin: str, words: float) -> str:
        """Return one name: an ordinary word in a share of `words`, a made-up one, a little word, or one of `origin`."""
        chance = self._draw.random()
        if words <= chance < words + MADE_UP:
            return _made_up(self._draw)
        little = chance < words + MADE_UP + LITTLE_WORD
        names = pool("word_names" if chance < words else "little_words" if little else origin)
        return self._draw.choice(names.given if part == "given" else names.family)

    def _nick(self, origin: str) -> str:
        draw = self._draw
        chance = draw.random()
        if chance < 0.25:
            return draw.choice(_long_nicknames())
        if chance < 0.35:
            return draw.choice(pool("little_words").nick)
        if chance < 0.7:
            return draw.choice(pool(origin).nick)
        stem = self._given(origin)[:4].rstrip("aeiou- ")
        return stem + draw.choice(("y", "o", "z", "s", "ie", "a", "zer", "bo"))


def _full(person: Person, draw: random.Random) -> str:
    first, last = person.given, person.family
    written = {
        "middle": f"{first} {person.middle or person.given[0]} {last}",
        "initial": f"{first[0]} {last}",
        "stop": f"{first[0]}. {last}",
        "capital surname": f"{first} {last.upper()}",
        "plain": f"{first} {last}",
    }
    ways = (
        ("plain", 80),
        ("middle", 12 if person.middle else 1),
        ("initial", 3),
        ("stop", 3),
        ("capital surname", 3),
    )
    return written[draw.choices([way for way, _ in ways], [weight for _, weight in ways])[0]]


def _initials(person: Person, draw: random.Random) -> str:
    parts = [person.given, *([person.middle] if person.middle and draw.random() < 0.3 else []), person.family]
    letters = [part[0].upper() for name in parts for part in re.split(r"[-\s]", name) if part][:4]
    way = draw.random()
    if way < 0.8:
        return "".join(letters)
    return ".".join(letters) + ("." if way < 0.9 else "")


_FORMS = {
    "full": _full,
    "first": lambda person, draw: person.given,
    "last": lambda person, draw: person.family,
    "initials": _initials,
    "initial": lambda person, draw: person.given[0].upper(),
    "lastfirst": lambda person, draw: f"{person.family}, {person.given}",
    "nick": lambda person, draw: person.nick,
    "lower": lambda person, draw: person.given.lower(),
    "lowerfull": lambda person, draw: f"{person.given} {person.family}".lower(),
    "caps": lambda person, draw: f"{person.given} {person.family}".upper(),
    "other": lambda person, draw: person.other,
}
