"""Somebody in the draft, and how well a mention may mean them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from redactor.findings.people.likeness import gender_of_name, gender_of_surname
from redactor.findings.people.mentions import Mention
from redactor.findings.people.role_words import CHILD, FAMILY, WORKERS, YOUNG

_SERVICES = {
    "police": ("PC", "DC", "DS", "DI", "DCI", "PS", "PCSO", "Sgt", "Sergeant", "Supt"),
    "medicine": ("Dr", "Professor", "Prof"),
    "nursing": ("Nurse", "Sister", "HV"),
    "court": ("Judge", "HHJ", "DJ"),
    "church": ("Revd", "Rev", "Fr", "Canon", "Pastor", "Bishop"),
}
_NAME = 3
"""A man's or a woman's name tells as much as so many pronouns after it, which may mean somebody else."""
_OF_FAMILY = frozenset([CHILD, *FAMILY])


@dataclass(eq=False)
class Person:
    """The words of somebody's names in plain letters, what is said of them, and where they have been named so far."""

    firsts: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    middles: set[str] = field(default_factory=set)
    fulls: list[tuple[str, ...]] = field(default_factory=list)
    ranks: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    """How often each wording was taken to mean this person."""
    female: int = 0
    male: int = 0
    young: int = 0
    baby: int = 0
    times: int = 0
    last_named: int = -1

    @property
    def words(self) -> set[str]:
        """Return all words of all names."""
        return self.firsts | self.lasts | self.middles

    @property
    def gender(self) -> str:
        """Return "f" or "m" where more speaks for one than for the other by far, else ""; names speak too."""
        if max(self.female, self.male) < 2:
            return ""
        by_name = self._by_name
        female, male = self.female + _NAME * (by_name == "f"), self.male + _NAME * (by_name == "m")
        if abs(female - male) < 2 or min(female, male) * 2 > max(female, male):
            return ""
        return "f" if female > male else "m"

    @property
    def likely_gender(self) -> str:
        """Return the gender, by the names where nothing else tells."""
        return self.gender or self._by_name

    @property
    def _by_name(self) -> str:
        told = {*map(gender_of_name, self.firsts), *map(gender_of_surname, self.lasts)} - {""}
        return told.pop() if len(told) == 1 else ""

    def heard(self, mention: Mention) -> None:
        """Remember what is said beside a mention of this person."""
        self.female += 4 * (mention.gender == "f") + (mention.pronoun == "f")
        self.male += 4 * (mention.gender == "m") + (mention.pronoun == "m")
        self.young += mention.young
        self.baby += mention.baby
        self.ranks.update([mention.rank] if mention.rank else ())
        self.titles.update([mention.title] if mention.title else ())
        self.roles.update([mention.role] if mention.role else ())
        self.forms[mention.form] += 1
        self.times += 1
        self.last_named = mention.start


def suits(person: Person, mention: Mention) -> float:
    """Return how well what is said beside a mention agrees with what is known of a person; 0 where nothing is."""
    score = 0.0
    if mention.gender and person.gender:
        score += 0.5 if mention.gender == person.gender else -5
    elif mention.gender:
        likely = person.likely_gender
        score += 0.4 if mention.gender == likely else -2 if likely else -0.4
    elif mention.pronoun and person.gender and not mention.gender:
        score += 0.2 if mention.pronoun == person.gender else -0.5
    return score + _by_rank(person, mention) + _by_role(person, mention) + _by_age(person, mention)


def _by_rank(person: Person, mention: Mention) -> float:
    if mention.rank:
        if person.ranks:
            if mention.rank in person.ranks:
                return 1.5
            return -0.3 if _service(mention.rank) in map(_service, person.ranks) else -5.0
        return -2.5 if person.young > 0 or not _OF_FAMILY.isdisjoint(person.roles) else -0.5
    score = 0.0
    if mention.title:
        score -= bool(person.ranks) * 1.0
        score += 0.5 * any(role not in YOUNG for role in person.roles)
        score -= 2.5 * (person.young > 0 and not person.titles)
        score += 0.8 * (mention.title in ("Mrs", "Mr") and any("grand" in role for role in person.roles))
        score += 0.4 * (mention.title in person.titles) - 0.4 * (
            bool(person.titles) and mention.title not in person.titles
        )
    return score


def _by_age(person: Person, mention: Mention) -> float:
    """Return how well a child's or a grown-up's mention suits somebody's age or work."""
    works = any(role in WORKERS for role in person.roles)
    return -2.0 if mention.young * person.young < 0 or (mention.young > 0 and works) else 0.0


def _service(rank: str) -> str:
    """Return the profession of a rank: a constable may become a sergeant, but no nurse."""
    return next((service for service, ranks in _SERVICES.items() if rank in ranks), rank)


def _by_role(person: Person, mention: Mention) -> float:
    if mention.role and person.roles:
        if mention.role in person.roles:
            return 1.5
        return -2.5 if (mention.role in _OF_FAMILY) == _OF_FAMILY.isdisjoint(person.roles) else -0.3
    return 0.0


def recency(person: Person, mention: Mention) -> float:
    """Return how freshly a person was named before a mention: 2 just before it, towards 0 with the distance."""
    if person.last_named < 0:
        return 0.0
    return 2 / (1 + max(0, mention.start - person.last_named) / 450)
