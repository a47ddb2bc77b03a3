"""Which names are the same person: every mention gets an entity, and people who share a name are kept apart.

Full names come first and make the people, then initials and words that are nobody's yet. Then the draft is read twice:
the first time for what it says of people (other names, ranks, roles, he or she), the second time to decide. Each mention
goes to whoever its words fit best, by what is said beside it, by who was named last and who is named most.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.findings.aliases import says_spouse
from redactor.findings.finding import Finding
from redactor.findings.full_names import in_full
from redactor.findings.gathering import bearing_initials, gather, join_up
from redactor.findings.likeliest import Likeliest
from redactor.findings.mentions import Mention, mentions_in
from redactor.findings.naming import Names
from redactor.findings.other_names import OtherNames
from redactor.findings.person import Person

_NEXT_CELL = 60


def link_people(findings: Sequence[Finding], text: str) -> dict[tuple[int, int], str]:
    """Return the entity ("p1", "p2"…) of each PERSON finding, by its (start, end)."""
    mentions = in_full(mentions_in(findings, text), text)
    names = gather(mentions)
    _read(mentions, names, text, listen=True)
    join_up(names)
    owners = [names.now(person) for person in _read(mentions, names, text, listen=False)]
    numbers: dict[Person, str] = {}
    return {
        (mention.start, mention.end): numbers.setdefault(owner, f"p{len(numbers) + 1}")
        for mention, owner in zip(mentions, owners, strict=True)
    }


def _read(mentions: Sequence[Mention], names: Names, text: str, *, listen: bool) -> list[Person]:
    """Return the person of each mention, in reading order; `listen` to remember what is said beside short names."""
    for person in names.people:
        person.last_named = -1
    likeliest, other_names = Likeliest(names, text), OtherNames(mentions, names, text)
    owners: list[Person] = []
    for place, mention in enumerate(mentions):
        owner, sure = other_names.of(place, owners), True
        if not owner:
            owner, sure = likeliest.person(mention, _ahead(mentions[place : place + 2], names, text))
        if listen and sure and not mention.whole:
            owner.heard(mention)
        if listen and place and not owner.lasts:
            _marry(owner, owners[-1], text[mentions[place - 1].end : mention.start], names)
        owner.last_named = mention.start
        owners.append(owner)
    return owners


def _marry(person: Person, spouse: Person, between: str, names: Names) -> None:
    """Give somebody without a surname that of the wife or the husband, if the words between the names say who it is."""
    if says_spouse(between):
        for last in sorted(names.now(spouse).lasts):
            names.name(person, (last,), surname=True)


def _ahead(pair: Sequence[Mention], names: Names, text: str) -> Person | None:
    """Return who is named in full right after a mention, as in the next cell of a row."""
    if len(pair) < 2 or len(pair[1].words) < 2 or pair[1].start - pair[0].end > _NEXT_CELL:
        return None
    if "\n" in text[pair[0].end : pair[1].start]:
        return None
    if pair[1].whole:
        return names.of_whole(pair[1].key)
    bearers = list(bearing_initials(names, pair[1]))
    return bearers[0] if len(bearers) == 1 else None
