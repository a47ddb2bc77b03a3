"""Whom a mention means: whoever its words fit best, by what is said beside it, who was named last and who is named most.

The weights were chosen on marked-up drafts so that one strong sign (a name that fits, a title of the other gender, a role
of another kind) outweighs how freshly or how often somebody was named.
"""

from __future__ import annotations

from math import log2

from redactor.findings.people.gathering import bearing_initials, likes
from redactor.findings.people.likeness import SLIP, alike
from redactor.findings.people.mentions import Mention
from redactor.findings.people.naming import Like, Names
from redactor.findings.people.person import Person, recency, suits

_NEW = 0.9
"""A mention that suits nobody better than this means somebody new."""
_SURE = 0.6
"""So much better than the next must somebody suit for the choice to be sure."""
_LETTER = 0.8
_BABY = 0.5


class Likeliest:
    """Chooses among the people of a draft."""

    def __init__(self, names: Names, text: str) -> None:
        self._names = names
        self._text = text
        self._likes: dict[tuple[str, bool], list[Like]] = {}

    def person(self, mention: Mention, besides: Person | None = None) -> tuple[Person, bool]:
        """Return the likeliest person, somebody new if the mention suits nobody, and whether that is quite sure.

        `besides` is somebody whom the mention does not mean.
        """
        names = self._names
        certain = names.family(mention.words[0]) if mention.family else names.of_whole(mention.key)
        if certain:
            return certain, True
        fitting = {person: fit for person, fit in self._fitting(mention).items() if person is not besides}
        scores = {person: self._score(person, mention, fitting[person]) for person in fitting}
        ranked = sorted(scores, key=lambda person: -scores[person])
        if not ranked or scores[ranked[0]] <= _NEW:
            return self._misspelt(mention) or names.new(mention), True
        return ranked[0], len(ranked) == 1 or scores[ranked[0]] >= scores[ranked[1]] + _SURE

    def _misspelt(self, mention: Mention) -> Person | None:
        """Return the likeliest person whose name is like a mention's only word, which suits nobody who bears it."""
        if len(mention.words) != 1 or len(mention.words[0]) < 2:
            return None
        key = mention.words[0], mention.titled
        if key not in self._likes:
            self._likes[key] = likes(self._names, key[0], often=False, titled=mention.titled)
        fitting = self._names.like(self._likes[key])
        scores = {person: self._score(person, mention, fitting[person]) for person in fitting}
        best = max(scores, key=lambda person: scores[person], default=None)
        return best if best and scores[best] > _NEW else None

    def _fitting(self, mention: Mention) -> dict[Person, float]:
        """Return who may be meant, each with how well the name fits."""
        names, words = self._names, mention.words
        if not words or mention.whole:
            return {}
        if all(len(word) == 1 for word in words):
            if len(words) > 1:
                return dict.fromkeys(names.with_initials("".join(words)), 1.0)
            people = names.with_letter(words[0], surname=mention.titled)
            return dict.fromkeys(people or names.with_letter(words[0], surname=not mention.titled), _LETTER)
        if len(words) > 1:
            return bearing_initials(names, mention)
        fitting = names.bearing(words[0])
        if mention.baby:
            children = [person for person in names.people if person.young > 0 and not person.titles]
            fitting = {child: max(fitting.get(child, 0), _BABY) for child in children} or fitting
        if not fitting and self._text[mention.start : mention.end].isupper():
            return dict.fromkeys(names.with_initials(words[0]), 1.0)
        return fitting

    def _score(self, person: Person, mention: Mention, likeness: float) -> float:
        score = 2 * likeness + suits(person, mention) + recency(person, mention)
        if mention.baby:
            return score + log2(1 + person.baby)
        score += 0.25 * log2(1 + person.times) + 0.3 * (mention.form in person.forms)
        if mention.title:  # who goes by the first name seldom has one
            score -= 0.3 * log2(1 + sum(self._names.alone[first] for first in person.firsts))
        return score + (_by_part(person, mention) if len(mention.words) == 1 else 0)


def _by_part(person: Person, mention: Mention) -> float:
    """Return how well a single word suits as the part of the name that it is: after a title a surname, else a first name."""
    word = mention.words[0]
    first, last, young = word in person.firsts, word in person.lasts, person.young > 0
    if len(word) == 1:
        return 1.0 * (young and not mention.titled)
    if mention.titled:
        return 1.0 * last - 0.6 * (first and not last)
    other = young and not any(alike(word, name) >= SLIP for name in person.firsts)
    return 0.8 * first + 0.4 * last - 1.0 * (word in person.middles) - 1.0 * other
