"""Who is in a draft: people made from full names first, then from initials with a surname, then from words left over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from redactor.findings.lists import nicknames
from redactor.findings.people.likeness import SHORT, SLIP, alike, alike_surname, is_diminutive
from redactor.findings.people.mentions import Mention
from redactor.findings.people.naming import Like, Names, Words
from redactor.findings.people.person import Person
from redactor.findings.people.role_words import ONE_ONLY

_OFTEN = 3
"""A name that stands so often is somebody's own, not a slip of the pen."""


def gather(
    mentions: Sequence[Mention],
    apart: Collection[tuple[Words, Words]] = (),
    given: Callable[[Names], None] | None = None,
) -> Names:
    """Return the people whom the mentions name; what is said beside full names is remembered.

    The bearers of two full names that are `apart` are two people, however like the names. `given` adds those who are
    known beforehand.
    """
    names = Names()
    if given:
        given(names)
    names.apart.update(apart)
    alone = names.alone
    alone.update(mention.words[0] for mention in mentions if len(mention.words) == 1 and not mention.titled)
    for whole in _by_words([mention for mention in mentions if mention.whole and not mention.namesake]):
        _add_whole(names, whole, alone)
    for mention in mentions:
        if mention.whole and mention.namesake:
            person = names.new(mention)
            person.heard(mention)
            names.keep_whole(mention.key, person)
    for initialled in _by_words([m for m in mentions if len(m.words) > 1 and not m.whole]):
        if any(len(word) > 1 for word in initialled[0].words) and not bearing_initials(names, initialled[0]):
            names.new(initialled[0])
    _add_left_over(names, mentions, alone)
    return names


def _by_words(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions in groups of the same words, the most frequent first."""
    groups: dict[Words, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.words].append(mention)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].start))


def _add_whole(names: Names, group: Sequence[Mention], alone: Counter[str]) -> None:
    words = group[0].words
    new = Person()
    for mention in group:
        new.heard(mention)
    person = names.of_whole(words) or _same_whole(names, new, words, len(group), alone)
    if person:
        for mention in group:
            person.heard(mention)
    else:
        person = new
        names.people.append(person)
    names.name(person, words)
    names.keep_whole(words, person)


def _same_whole(names: Names, new: Person, words: Words, times: int, alone: Counter[str]) -> Person | None:
    """Return who bears a full name already: in another order, with fewer names, with a slip of the pen."""
    best: tuple[float, Person] | None = None
    for person in _candidates(names, words):
        if (
            not agree(new, person)
            or _parent_and_child(new, person)
            or any((words, full) in names.apart for full in person.fulls)
        ):
            continue
        fit = _fit(person, words, often=times >= _OFTEN or alone[words[0]] >= _OFTEN, alone=alone)
        if fit > (best[0] if best else 0):
            best = fit, person
    return best[1] if best else None


def _parent_and_child(person: Person, other: Person) -> bool:
    """Return whether one is said to be a grown-up and the other a child: `Joseph Frank Reid` and his father `Frank Reid`."""
    return person.young * other.young < 0


def _candidates(names: Names, words: Words) -> list[Person]:
    """Return who bears two words of a full name, or a surname and a first name that are like its own."""
    sharing = Counter(person for word in words if len(word) > 1 for person in names.exactly(word))
    firsts = {words[0], *(other for other in names.near(words[0]) if alike(other, words[0]))}
    lasts = dict.fromkeys((words[-1], *names.near(words[-1])))
    like = [
        person
        for last in lasts
        if alike_surname(last, words[-1])
        for person in names.exactly(last)
        if not firsts.isdisjoint(person.firsts)
    ]
    return list(dict.fromkeys((*(person for person, times in sharing.items() if times > 1), *like)))


def _fit(person: Person, words: Words, *, often: bool, alone: Counter[str]) -> float:
    """Return how well a full name fits a person's, 0 if it is another's."""
    best = 0.0
    for full in person.fulls:
        longer = {word for word in full if len(word) > 1}
        shared = longer & set(words)
        if len(shared) > 1 and (shared == longer or shared == {word for word in words if len(word) > 1}):
            return 2
        last, first = alike_surname(full[-1], words[-1]), alike(full[0], words[0])
        apart = first < SHORT and often and alone[full[0]] >= _OFTEN
        if first and last and first + last >= SLIP * 2 and not apart:
            best = max(best, first + last)
    return best


def bearing_initials(names: Names, mention: Mention) -> dict[Person, float]:
    """Return who `K Okafor`, `Okafor K` or `Mary T` may mean, each with how well it fits."""
    long = next((word for word in mention.words if len(word) > 1), "")
    if not long:
        return {}
    letter = next((word for word in mention.words if len(word) == 1), "")
    people = names.bearing(long)
    for other in names.near(long):
        likeness = max(alike_surname(long, other), alike(long, other))
        if likeness >= SLIP and other != long:
            people |= {person: likeness for person in names.bearing(other) if person not in people}
    by_surname: dict[Person, float] = {}
    by_first_name: dict[Person, float] = {}
    for person, likeness in people.items():
        surnames = person.lasts | person.middles
        firsts = person.firsts.union(*(nicknames().get(first, ()) for first in person.firsts))
        if any(word.startswith(letter) for word in firsts) and _bears(surnames, long):
            by_surname[person] = likeness
        elif any(word.startswith(letter) for word in person.lasts) and _bears(person.firsts, long):
            by_first_name[person] = likeness
    return by_surname or by_first_name if len(mention.words[0]) == 1 else by_surname | by_first_name


def _bears(names: set[str], word: str) -> bool:
    return any(max(alike_surname(name, word), alike(name, word)) >= SLIP for name in names)


def _add_left_over(names: Names, mentions: Sequence[Mention], alone: Counter[str]) -> None:
    """Make people of single words that nobody bears, the most frequent first; or take a word for a form of a known name."""
    singles: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if len(mention.words) == 1 and len(mention.words[0]) > 1:
            singles[mention.words[0]].append(mention)
    for word in sorted(singles, key=lambda word: (-alone[word], singles[word][0].start)):
        group = singles[word]
        if names.bearing(word) or (len(word) <= 4 and names.with_initials(word)) or group[0].family:
            continue
        titled = sum(mention.titled for mention in group) * 2 > len(group)
        like = likes(names, word, often=len(group) > _OFTEN, titled=titled)
        if like:
            names.vary(word, like)
        else:
            names.new(
                group[0] if titled == group[0].titled else replace(group[0], title="Mr" if titled else "")
            )


def likes(names: Names, word: str, *, often: bool, titled: bool) -> list[Like]:
    """Return the known names that a word may be a form of, each with its likeness."""
    found: list[Like] = []
    for other in names.near(word):
        if other == word:
            continue
        by_last, by_first = alike_surname(word, other), alike(word, other)
        longer = len(word) > len(other) and word[:4] != other[:4]
        if by_first < SLIP and longer and not is_diminutive(word, other):
            by_first = 0  # a pet name is shorter than the name
        if titled:
            by_first *= 0.9 * (by_first >= SLIP)
        for likeness, surname in ((by_last, True), (by_first, False)):
            if likeness and not (often and likeness < SHORT):
                found.append((other, likeness, surname))
    return found


def join_up(names: Names) -> None:
    """Let people be one of whom the draft, once read, told that they are: a new surname, initials, halves of a name."""
    halves: dict[str, list[Person]] = defaultdict(list)
    for person in list(names.people):
        if names.now(person) is not person:
            continue
        for words in person.fulls:
            for other in names.bearing(words[0]) if len(words[0]) > 1 else ():
                if (
                    other is not person
                    and words not in other.fulls
                    and words[0] in other.firsts
                    and words[-1] in other.lasts
                    and agree(person, other)
                ):
                    names.merge(other, person)
                    break
        if (
            names.now(person) is person
            and not any(len(word) > 1 for word in person.firsts)
            and len(person.fulls) == 1
        ):
            _join_initials(names, person)
        for role in person.roles:
            if role in ONE_ONLY and not (person.firsts and person.lasts):
                halves[role].append(person)
    for people in halves.values():
        if len(people) == 2 and bool(people[0].firsts) != bool(people[1].firsts) and agree(*people):
            names.merge(*people)


def agree(person: Person, other: Person) -> bool:
    """Return whether two may be one as far as he or she goes."""
    return not (person.gender and other.gender and person.gender != other.gender)


def _join_initials(names: Names, person: Person) -> None:
    """Let somebody known by `W Young` alone be the only one whose names begin so."""
    fitting = bearing_initials(names, Mention(0, 1, person.fulls[0]))
    others = [other for other in fitting if other is not person and agree(person, other)]
    if len(others) == 1:
        names.merge(others[0], person)
