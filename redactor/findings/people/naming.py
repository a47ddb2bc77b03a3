"""The people of a draft, to be looked up by the words of their names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from redactor.findings.lists import nicknames
from redactor.findings.people.likeness import NICKNAME, Vocabulary, initials_of
from redactor.findings.people.mentions import Mention
from redactor.findings.people.person import Person

Words = tuple[str, ...]
Like = tuple[str, float, bool]
"""A known name, how like it a word is, and whether it is a surname."""

_HALF = 0.8
"""How well a word fits who bears it only as the half of a double surname."""


class Names:
    """The people found so far and where to look them up."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._wholes: dict[Words, Person] = {}
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._by_initials: dict[str, list[Person]] = defaultdict(list)
        self._by_letter: dict[tuple[str, bool], list[Person]] = defaultdict(list)
        self.alone: Counter[str] = Counter()
        """How often each word is a name by itself."""
        self.apart: set[tuple[Words, Words]] = set()
        """Full names of two people, as the draft says."""
        self._variants: dict[str, list[Like]] = {}
        self._vocabulary = Vocabulary()
        self._merged: dict[Person, Person] = {}
        self._families: dict[str, Person] = {}
        self.given: list[Person] = []
        """The people of the who's who, in its order: no two of them are ever one."""

    def now(self, person: Person) -> Person:
        """Return whom a person turned out to be."""
        while person in self._merged:
            person = self._merged[person]
        return person

    def new(self, mention: Mention) -> Person:
        """Return somebody new, who bears the words of a mention."""
        person = Person()
        self.people.append(person)
        self.name(person, mention.words, surname=mention.titled)
        return person

    def name(self, person: Person, words: Words, *, surname: bool = False) -> None:
        """Let a person bear a name; a single word is a first name unless it is said to be a `surname`."""
        firsts, middles, lasts = (words[:1], words[1:-1], words[-1:]) if len(words) > 1 else ((), (), ())
        if len(words) == 1:
            firsts, lasts = ((), words) if surname else (words, ())
        if len(words) > 1 and words not in person.fulls:
            person.fulls.append(words)
            for initials in initials_of(words):
                self._by_initials[initials].append(person)
        for word in (*words, *_joined(words)):
            if len(word) > 1 and person not in self._by_word[word]:
                self._by_word[word].append(person)
                for half in word.split("-") if "-" in word else ():
                    self._by_word[half].append(person)
        for word in words:
            self._vocabulary.add(word)
        for kept, added, last in ((person.firsts, firsts, False), (person.lasts, lasts, True)):
            for word in set(added) - kept:
                kept.add(word)
                self._by_letter[word[:1], last].append(person)
        person.middles.update(word for word in middles if len(word) > 1)

    def of_whole(self, words: Words) -> Person | None:
        """Return who bears exactly this full name."""
        person = self._wholes.get(words)
        return self.now(person) if person else None

    def keep_whole(self, words: Words, person: Person) -> None:
        """Let a full name mean a person from now on."""
        self._wholes[words] = person

    def kept_apart(self, person: Person, other: Person) -> bool:
        """Return whether two are two people of the who's who."""
        return person is not other and person in self.given and other in self.given

    def merge(self, person: Person, other: Person) -> None:
        """Let two be one: `other` goes into `person`."""
        person, other = self.now(person), self.now(other)
        if person is other or self.kept_apart(person, other):
            return
        if other in self.given:
            person, other = other, person
        self._merged[other] = person
        for words in other.fulls:
            self.name(person, words)
        for word in other.firsts:
            self.name(person, (word,))
        for word in other.lasts:
            self.name(person, (word,), surname=True)
        for mine, theirs in (
            (person.ranks, other.ranks),
            (person.titles, other.titles),
            (person.roles, other.roles),
            (person.forms, other.forms),
        ):
            mine.update(theirs)
        person.female += other.female
        person.male += other.male
        person.young += other.young
        person.times += other.times
        self.people.remove(other)

    def exactly(self, word: str) -> list[Person]:
        """Return who bears just this word."""
        return self._now(self._by_word.get(word, ()))

    def bearing(self, word: str) -> dict[Person, float]:
        """Return who may be meant by a word, each with how well it fits the name, from 0 to 1."""
        fitting = {person: _HALF if _is_half(word, person) else 1.0 for person in self.exactly(word)}
        exact = bool(fitting)
        for other in sorted(nicknames().get(word, ())):
            for person in self._now(self._by_word.get(other, ())):
                if other in person.firsts:
                    fitting.setdefault(person, 0.2 if exact else NICKNAME)
        return fitting or self.like(self._variants.get(word, ()))

    def like(self, likes: Sequence[Like]) -> dict[Person, float]:
        """Return who bears names that a word is like, each with the likeness."""
        fitting: dict[Person, float] = {}
        for other, likeness, surname in likes:
            for person in self._now(self._by_word.get(other, ())):
                if other in (person.lasts if surname else person.firsts):
                    fitting[person] = max(likeness, fitting.get(person, 0))
        return fitting

    def with_initials(self, letters: str) -> list[Person]:
        """Return whose initials these are."""
        return self._now(self._by_initials.get(letters, ()))

    def with_letter(self, letter: str, *, surname: bool) -> list[Person]:
        """Return whose first name, or whose `surname`, begins with a letter."""
        return self._now(self._by_letter.get((letter, surname), ()))

    def family(self, word: str) -> Person | None:
        """Return the family of this surname (`wards`, `ward`), as one that is mentioned; None if nobody bears it."""
        for surname in (word, word.removesuffix("s"), word.removesuffix("es")):
            if any(surname in person.lasts for person in self._now(self._by_word.get(surname, ()))):
                return self._families.setdefault(surname, Person(roles=Counter({"Family": 1})))
        return None

    def near(self, word: str) -> list[str]:
        """Return known words that may be like a word."""
        return self._vocabulary.near(word)

    def vary(self, word: str, likes: Sequence[Like]) -> None:
        """Let a word that is nobody's name mean those whose names it is like."""
        self._variants[word] = list(likes)

    def _now(self, people: Iterable[Person]) -> list[Person]:
        return list(dict.fromkeys(self.now(person) for person in people))


def _is_half(word: str, person: Person) -> bool:
    """Return whether somebody bears a word only as the half of a double surname."""
    return any("-" in last and word in last.split("-") for last in person.lasts) and word not in person.words


def _joined(words: Words) -> list[str]:
    """Return what a name becomes in a log-in: `joelee`, `jlee`, a double surname without its hyphen."""
    bare = [word.replace("-", "") for word in words]
    joined = ["".join(bare), bare[0][:1] + bare[-1]] if len(words) > 1 else []
    return [*joined, *(short for short, word in zip(bare, words, strict=True) if short != word)]
