"""The roll of the people found so far: their first names, their surnames, and the letters that they sign with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redactor.findings.finding import Finding
from redactor.findings.passes.spread import plain
from redactor.findings.patterns import LETTER, PARTICLES

_PART = re.compile(rf"{LETTER}+(?:['\u2019-]{LETTER}+)*")
_POSSESSIVE = re.compile(r"['\u2019][sS]$")
_LEAST = 0.5  # an uncertain name is no seed


@dataclass
class Roll:
    """Who was found so far; every entry leads to the name in full.

    `firsts` and `lasts` are keyed by the name in plain letters, `initials` (`HB`) and `letters` (`H`) by capitals;
    `signing` has the letters of lone surnames too; `given` has for each surname the first letters of those who bear it, `borne` for each
    first name the letters of their surnames; `pairs` are first names with surnames.
    """

    firsts: dict[str, str] = field(default_factory=dict)
    lasts: dict[str, str] = field(default_factory=dict)
    initials: dict[str, str] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)
    signing: dict[str, str] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=dict)
    borne: dict[str, set[str]] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)


def call(findings: Sequence[Finding], text: str) -> Roll:
    """Return the roll of the people in `findings`."""
    people = [f for f in findings if f.type == "PERSON" and f.score >= _LEAST]
    roll = Roll()
    lone: list[tuple[str, str, bool]] = []
    lettered: list[tuple[list[str], str]] = []
    for finding in people:
        whole = text[finding.start : finding.end]
        words = in_order(whole)
        if len(words) == 2 and len(words[1]) == 1 < len(words[0]):
            lettered.append((words, whole))
        elif len(words) > 1:
            _enter(roll, words, whole)
        elif words and len(words[0]) > 1 and not (words[0].isupper() and len(words[0]) < 4):
            lone.append((words[0], whole, "title" in finding.because.lower()))
    for words, whole in lettered:  # `Zara M`, or `Malik Z` where somebody is called Malik
        _enter(roll, words[::-1] if plain(words[0]) in roll.lasts else words, whole)
    _enter_lone(roll, lone)
    return roll


def in_order(name: str) -> list[str]:
    """Return the words of a name, the first name first, without particles: `Byrne, Hanna` gives Hanna, Byrne."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma else name
    words = [_POSSESSIVE.sub("", match.group()) for match in _PART.finditer(ordered)]
    return [word for word in words if word.lower() not in PARTICLES]


def _enter(roll: Roll, words: Sequence[str], whole: str) -> None:
    first, last = words[0], words[-1]
    letter = plain(first)[0].upper()
    if len(last) > 1:
        roll.lasts.setdefault(plain(last), whole)
        roll.given.setdefault(plain(last), set()).add(letter)
    if "," not in whole or len(first) > 1:
        for letters in _signed(words):
            roll.initials.setdefault(letters, whole)
    if len(first) > 1:
        roll.firsts.setdefault(plain(first), whole)
        roll.letters.setdefault(letter, whole)
        roll.signing.setdefault(letter, whole)
    if len(first) > 1 and len(last) > 1:
        roll.pairs.add((plain(first), plain(last)))
    if len(first) > 1:
        roll.borne.setdefault(plain(first), set()).add(plain(last)[0].upper())


def _signed(words: Sequence[str]) -> set[str]:
    """Return the initials that somebody may sign with: all, first and last, both halves of a double surname."""
    every = [plain(word)[0].upper() for word in words]
    halves = [plain(half)[0].upper() for half in words[-1].split("-") if half]
    return {"".join(every), every[0] + every[-1], every[0] + "".join(halves)}


def _enter_lone(roll: Roll, lone: Iterable[tuple[str, str, bool]]) -> None:
    """Enter names that stand alone: a surname after a title, else a first name unless it is somebody's surname."""
    for word, whole, titled in lone:
        bare = plain(word)
        letter = bare[0].upper()
        if titled:
            roll.lasts.setdefault(bare, whole)
            roll.signing.setdefault(letter, whole)
        elif bare not in roll.lasts:
            roll.firsts.setdefault(bare, whole)
            roll.letters.setdefault(letter, whole)
            roll.signing.setdefault(letter, whole)
