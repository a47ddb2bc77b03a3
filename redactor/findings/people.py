"""Which names are the same person: every mention gets an entity, and people who share a surname are kept apart.

Full names come first and make the people, aliases with them ("née", "known as"). Then each shorter mention, in reading
order, goes to somebody whose name it is part of: a rank or a gender may rule people out, else whoever was named last.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redactor.findings.finding import Finding
from redactor.findings.likeness import alike, alike_surname, initials_of, name_parts

_RANK = re.compile(
    r"\b(Dr|PC|DC|DS|DI|DCI|PS|PCSO|SW|HV|Nurse|Sister|Sgt|Professor|Prof|Judge|Revd|Rev|Sheikh|Imam)\.?\s+$"
)
_TITLE = re.compile(r"\b(Mrs|Mr|Ms|Miss)\.?\s+$")
_KIN = r"(mother|sister|daughter|aunt|grandmother|wife|girl|stepmother|girlfriend|mum)|(father|brother|son|uncle|grandfather|husband|boy|stepfather|boyfriend|dad)"
_YOUNG = ("sister", "daughter", "girl", "brother", "son", "boy")
_KIN_BEFORE = re.compile(rf"(?i)\b(?:{_KIN}),? $")
_KIN_AFTER = re.compile(
    rf"(?i)(?: ?\([^)\n]{{0,30}}\))?(?: ?[|/,] ?| is (?:the|his|her|their) )(?:the |his |her |their |subject's )?(?:maternal |paternal |half-|step-)?(?:{_KIN})\b"
)
_BRIDGE = re.compile(
    r"(?i)(?:[\s(,;\"'\u201c\u2018|]|\b(?:also|always|usually|now|better|previously|formerly|known|to|everyone|her|his|their|family|friends|as|called|n\u00e9e|nee|born|alias|aka|a\.k\.a\.?|or|who|is|was|goes|went|by"
    r"|simply|just|whom|many|professionals|wrote|down|spelt|recorded|maiden|surname|name|in|records|nicknamed|the|has|married|became)\b)+"
)
_SIGNAL = re.compile(
    r"(?i)\b(?:known|called|n\u00e9e|nee|alias|aka|a\.k\.a|nicknamed|goes by|went by|spelt|wrote|formerly|recorded|maiden)\b|\([\"\u201c\u2018]?$|, or [\"\u201c\u2018]?$"
)
_ALSO = re.compile(
    r"(?i)\b(?:also known as|formerly|n\u00e9e|previously|alias|a\.?k\.?a)\b[^.;]{0,90}$|\bas $"
)


@dataclass(eq=False)
class Person:
    """Somebody in the draft: the words of their names in plain letters, and where they have been named so far."""

    firsts: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    fulls: list[tuple[str, ...]] = field(default_factory=list)
    ranks: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    young: bool = False
    last_named: int = -1
    times: int = 0


@dataclass(frozen=True)
class _Mention:
    finding: Finding
    words: tuple[str, ...]  # plain, first name first
    rank: str
    title: str
    gender: str  # "f", "m" or ""
    young: bool


def link_people(findings: Sequence[Finding], text: str) -> dict[tuple[int, int], str]:
    """Return the entity ("p1", "p2"…) of each PERSON finding, by its (start, end)."""
    mentions = [_mention(finding, text) for finding in findings if finding.type == "PERSON"]
    linker = _Linker(text)
    owners: list[Person | None] = []
    for place, mention in enumerate(mentions):
        owners.append(
            linker.full_name(mention, mentions[place - 1] if place else None, owners[-1] if owners else None)
        )
    for person in linker.people:
        person.times = 0
    entities: dict[tuple[int, int], str] = {}
    numbers: dict[Person, str] = {}
    for place, mention in enumerate(mentions):
        person = owners[place] or linker.short_name(
            mention, mentions[place - 1] if place else None, owners[place - 1] if place else None
        )
        owners[place] = person
        if place + 1 < len(mentions):
            linker.shared_surname(person, mention, mentions[place + 1])
        person.last_named = mention.finding.start
        person.times += 1
        entity = numbers.setdefault(person, f"p{len(numbers) + 1}")
        entities[mention.finding.start, mention.finding.end] = entity
    return entities


def _mention(finding: Finding, text: str) -> _Mention:
    earlier, later = text[max(0, finding.start - 14) : finding.start], text[finding.end : finding.end + 60]
    rank, title = _RANK.search(earlier), _TITLE.search(earlier)
    kin = _KIN_BEFORE.search(text[max(0, finding.start - 24) : finding.start]) or _KIN_AFTER.match(later)
    gender, young = "", False
    if title:
        gender = "m" if title[1] == "Mr" else "f"
    elif kin:
        gender = "f" if kin[1] else "m"
        young = kin[kin.lastindex or 0].lower() in _YOUNG
    words = name_parts(text[finding.start : finding.end])
    return _Mention(finding, words, rank[1] if rank else "", title[1] if title else "", gender, young)


class _Linker:
    """The people found so far, by the words of their names."""

    def __init__(self, text: str) -> None:
        self.people: list[Person] = []
        self._text = text
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._by_initial: dict[str, list[Person]] = defaultdict(list)
        self._by_letter: dict[tuple[str, str], Person] = {}

    def full_name(self, mention: _Mention, previous: _Mention | None, before: Person | None) -> Person | None:
        """Return the person of a name of several words, or of an alias that follows one; None for other short names."""
        words = [word for word in mention.words if len(word) > 1]
        if before and previous and self._alias(mention, previous, before):
            return self._named(before, mention)
        if len(mention.words) < 2 or not words or len(mention.words[-1]) == 1:
            return None
        return self._named(self._same_full(mention) or self._new(), mention)

    def short_name(self, mention: _Mention, previous: _Mention | None, before: Person | None) -> Person:
        """Return the person of a single word or of initials; a new one if it fits nobody."""
        if not mention.words or (len(mention.words) == 1 and len(mention.words[0]) == 1):
            return self._letter(mention)
        word = next(
            word for word in (*mention.words, mention.words[0]) if len(word) > 1 or word == mention.words[-1]
        )
        candidates = list(self._by_word.get(word, ())) or self._like(word, mention)
        if not candidates:
            person = self._new()
            self._add_words(person, (word,))
            return self._marked(person, mention)
        person = self._choose(candidates, mention, word)
        self._add_words(person, (word,))
        return self._marked(person, mention)

    def shared_surname(self, person: Person, mention: _Mention, following: _Mention) -> None:
        """Give `Ann` in `Ann and Tom Baker` the surname that follows."""
        between = self._text[mention.finding.end : following.finding.start]
        if between in (" and ", " & ") and len(mention.words) == 1 and len(following.words) > 1:
            person.firsts.add(mention.words[0])
            self._add_surname(person, following.words[-1])
            self._add_words(person, following.words[-1:])

    def _new(self) -> Person:
        self.people.append(Person())
        return self.people[-1]

    def _named(self, person: Person, mention: _Mention) -> Person:
        """Add a name to a person."""
        words = mention.words
        if len(words) > 1:
            person.fulls.append(words)
            person.firsts.add(words[0])
        self._add_surname(person, words[-1])
        person.times += 1
        self._add_words(person, words)
        return self._marked(person, mention)

    def _add_surname(self, person: Person, surname: str) -> None:
        if surname not in person.lasts:
            person.lasts.add(surname)
            for initial in {part[:1] for part in surname.split("-")}:
                self._by_initial[initial].append(person)

    def _add_words(self, person: Person, words: Iterable[str]) -> None:
        for word in words:
            if len(word) > 1 and word not in person.words:
                person.words.add(word)
                self._by_word[word].append(person)

    @staticmethod
    def _marked(person: Person, mention: _Mention) -> Person:
        if mention.rank:
            person.ranks.add(mention.rank)
        if mention.gender:
            person.genders.add(mention.gender)
        if mention.title and len(mention.words) > 1:
            person.titles.add(mention.title)
        person.young = person.young or mention.young
        return person

    def _alias(self, mention: _Mention, previous: _Mention, before: Person) -> bool:
        """Return whether the text says that this name is another name of the person named just before."""
        between = self._text[previous.finding.end : mention.finding.start]
        if len(between) <= 60 and _SIGNAL.search(between) and _BRIDGE.fullmatch(between):
            return True
        same_first = bool(mention.words) and mention.words[0] in before.firsts and len(mention.words) > 1
        return same_first and len(between) <= 100 and "." not in between and bool(_ALSO.search(between))

    def _same_full(self, mention: _Mention) -> Person | None:
        """Return who bears this full name: the same words, some of them, an initial, or a slip of the pen."""
        words = mention.words
        near = {id(p): p for word in words for p in self._by_word.get(word, ())}
        begin_alike = [p for part in words[-1].split("-") for p in self._by_initial.get(part[:1], ())]
        near |= {id(p): p for p in begin_alike if any(alike_surname(last, words[-1]) for last in p.lasts)}
        fitting = [p for p in near.values() if self._fits(p, words)]
        exact = [p for p in fitting if words in p.fulls or words[0] in p.firsts]
        pool = self._compatible(exact or fitting, mention)
        return max(pool, key=lambda p: p.times) if pool else None

    @staticmethod
    def _fits(person: Person, words: tuple[str, ...]) -> bool:
        for full in person.fulls:
            shared = {word for word in full if len(word) > 1} & {word for word in words if len(word) > 1}
            if len(shared) > 1 and (shared == set(words) or shared == set(full)):
                return True
        if not any(alike_surname(last, words[-1]) for last in person.lasts):
            return False
        return any(
            first[0] == words[0][0] if min(len(first), len(words[0])) == 1 else alike(first, words[0])
            for first in person.firsts
        )

    @staticmethod
    def _compatible(people: Sequence[Person], mention: _Mention) -> list[Person]:
        """Return those whom neither gender nor rank rules out."""
        fitting = [
            p for p in people if not (mention.gender and p.genders and mention.gender not in p.genders)
        ]
        if mention.rank:
            ranked = [p for p in fitting if mention.rank in p.ranks]
            return ranked or [p for p in fitting if not p.ranks] or fitting
        if mention.title:
            fitting = [p for p in fitting if not p.ranks] or fitting
            fitting = [p for p in fitting if not p.young] or fitting
            fitting = [p for p in fitting if mention.gender in p.genders] or fitting
            return [p for p in fitting if mention.title in p.titles] or fitting
        return fitting

    def _letter(self, mention: _Mention) -> Person:
        """Return the person of a single letter: after a title the only one whose surname begins so, else a first name."""
        letter = mention.words[0] if mention.words else "?"
        key = (letter, mention.gender)
        if key not in self._by_letter:
            titled = bool(mention.title or mention.rank)
            names = [
                p
                for p in self.people
                if any(name.startswith(letter) for name in (p.lasts if titled else p.firsts))
            ]
            names = self._compatible(names, mention)
            known = len(names) == 1 or (bool(names) and not titled)
            self._by_letter[key] = names[0] if known else self._new()
        return self._marked(self._by_letter[key], mention)

    def _like(self, word: str, mention: _Mention) -> list[Person]:
        """Return the people whose initials the word is, or a short form or near spelling of whose name."""
        if len(word) <= 3 and self._text[mention.finding.start : mention.finding.end].isupper():
            by_initials = [p for p in self.people if any(word in initials_of(full) for full in p.fulls)]
            if by_initials:
                return by_initials
        fitting = [p for p in self.people if any(alike(name, word) for name in p.firsts)]
        fitting = fitting or [p for p in self.people if any(alike_surname(name, word) for name in p.words)]
        return self._compatible(fitting, mention) or fitting

    def _choose(self, candidates: Sequence[Person], mention: _Mention, word: str) -> Person:
        """Return the likeliest of several people who bear a word."""
        by_surname = bool(mention.title or mention.rank)
        pool = [p for p in candidates if word in (p.lasts if by_surname else p.firsts)] or list(candidates)
        pool = self._compatible(pool, mention) or pool
        if not by_surname and word in pool[0].firsts:
            most = max(pool, key=lambda p: len(p.fulls))
            if all(p is most or len(most.fulls) >= 2 * len(p.fulls) for p in pool):
                return most
        named = [p for p in pool if p.last_named >= 0]
        return max(named, key=lambda p: p.last_named) if named else pool[0]
