"""Which names are the same person: every mention gets an entity, and people who share a name are kept apart.

Full names come first and make the people, then initials and words that are nobody's yet. Then the draft is read twice:
the first time for what it says of people (other names, ranks, roles, he or she), the second time to decide. Each mention
goes to whoever its words fit best, by what is said beside it, by who was named last and who is named most.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from redactor.findings.finding import Finding
from redactor.findings.people.aliases import says_kin, says_married, says_spouse
from redactor.findings.people.full_names import in_full, told_apart
from redactor.findings.people.gathering import gather, join_up
from redactor.findings.people.given import give
from redactor.findings.people.known import Known, entity_of
from redactor.findings.people.likeliest import Likeliest
from redactor.findings.people.mentions import Mention, mentions_in
from redactor.findings.people.naming import Names
from redactor.findings.people.other_names import OtherNames
from redactor.findings.people.person import Person


def link_people(
    findings: Sequence[Finding], text: str, known: Sequence[Known] = ()
) -> dict[tuple[int, int], str]:
    """Return the entity ("p1", "p2"…; "who1"… of those `known`) of each PERSON finding, by its (start, end)."""
    mentions = in_full(mentions_in(findings, text), text)
    names = gather(mentions, told_apart(mentions, text), partial(give, known=known))
    other_names = OtherNames(mentions, names, text)
    _read(mentions, names, other_names, listen=True)
    join_up(names)
    owners = [names.now(person) for person in _read(mentions, names, other_names, listen=False)]
    numbers = {person: entity_of(number) for number, person in enumerate(names.given)}
    return {
        (mention.start, mention.end): numbers.setdefault(owner, f"p{len(numbers) - len(known) + 1}")
        for mention, owner in zip(mentions, owners, strict=True)
    }


def _read(
    mentions: Sequence[Mention], names: Names, other_names: OtherNames, *, listen: bool
) -> list[Person]:
    """Return the person of each mention, in reading order; `listen` to remember what is said beside short names."""
    for person in names.people:
        person.last_named = -1
    text = other_names.text
    likeliest = Likeliest(names, text)
    owners: list[Person] = []
    for place, mention in enumerate(mentions):
        owner, sure = other_names.of(place, owners), True
        if not owner:
            kin = place > 0 and says_kin(text[mentions[place - 1].end : mention.start])
            owner, sure = likeliest.person(mention, besides=owners[-1] if kin else None)
        if listen and sure and not mention.whole:
            owner.heard(mention)
        if listen and place:
            _marry(names.now(owners[-1]), owner, text[mentions[place - 1].end : mention.start], names)
        owner.last_named = mention.start
        owners.append(owner)
    return owners


def _marry(one: Person, other: Person, between: str, names: Names) -> None:
    """Let a wife bear her husband's surname too, or whoever has none the other's, if the words between them say so."""
    if says_spouse(between) and not other.lasts:
        _take_surname(other, one, names)
    elif says_married(between):
        groom_first = one.likely_gender == "m" or other.likely_gender == "f"
        _take_surname(*((other, one) if groom_first else (one, other)), names)


def _take_surname(person: Person, spouse: Person, names: Names) -> None:
    for last in sorted(spouse.lasts):
        names.name(person, (last,), surname=True)
