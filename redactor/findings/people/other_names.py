"""Whose other name a mention is, where the draft says so, and that both are one person from then on."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.findings.people import aliases
from redactor.findings.people.gathering import agree, bearing_initials
from redactor.findings.people.likeness import SLIP, alike, alike_surname
from redactor.findings.people.mentions import Mention
from redactor.findings.people.name_columns import owners_in_tables
from redactor.findings.people.naming import Names, Words
from redactor.findings.people.person import Person

_CLOSED = ('" ', "\u201d ", "\u2019 ", ") ")
"""Between a nickname in quotes and the surname: `Rosa "Sunny" Lee`."""
_OWNING = ("'s", "\u2019s")
_RARE = 2
"""Who is named so often or less is somebody else's other name sooner than who is named more."""
_BEFORE = 160
"""So many characters before a name may say whose it is."""
_SHORT = 20
_PARAGRAPH = 300
_FAR, _NAMES_AGO = 500, 6


class OtherNames:
    """Listens, mention by mention, to what the draft says of other names."""

    def __init__(self, mentions: Sequence[Mention], names: Names, text: str) -> None:
        self.text = text
        self._mentions = mentions
        self._names = names
        self._listing = False
        self._in_tables = owners_in_tables(mentions, text)

    def of(self, place: int, owners: Sequence[Person]) -> Person | None:
        """Return whose other name mention number `place` is; None where nothing of the kind is said.

        `owners` are the people of the mentions before it.
        """
        self._listing = self._listing or self._named_again(place, owners)
        mention = self._mentions[place]
        before = self.text[max(0, mention.start - _BEFORE) : mention.start]
        led_up = aliases.leads_up(before)
        person = self._by_table(place, owners) or self._beside(place, owners)
        if not person and led_up:
            person = self._of_whom_is_spoken(mention, before, owners)
        self._listing = (person is not None and "=" not in before[-4:]) or (
            led_up and aliases.lists_names(before)
        )
        return person

    def _by_table(self, place: int, owners: Sequence[Person]) -> Person | None:
        """Return whose other names a table's cell holds, if the mention stands in such a cell."""
        named = self._in_tables.get(place)
        if named is None:
            return None
        return self._same(self._names.now(owners[named]), self._mentions[place], sure=True)

    def _beside(self, place: int, owners: Sequence[Person]) -> Person | None:
        """Return the person named just before, if the words between say that this is another name of theirs."""
        start, mention = self._mentions[place - 1].end, self._mentions[place]
        if not place or mention.start - start > _BEFORE:
            return None
        between = self.text[start : mention.start]
        before = self._named_before(place, between, owners)
        if not before:
            return None
        if self._says(between, before, place):
            return self._same(before, mention, sure=True)
        if self._listing and aliases.goes_on(between):
            return self._same(before, mention, sure=False)
        return None

    def _named_before(self, place: int, between: str, owners: Sequence[Person]) -> Person | None:
        """Return who is spoken of just before a mention: not the owner of a word for kin, but who is named before that."""
        if not aliases.owned_kin(between):
            return self._names.now(owners[-1])
        if place < 2:
            return None
        apposed = self.text[self._mentions[place - 2].end : self._mentions[place - 1].start]
        return self._names.now(owners[-2]) if aliases.in_apposition(apposed) else None

    def _says(self, between: str, before: Person, place: int) -> bool:
        """Return whether the words `between` mention number `place` and the one before leave no doubt."""
        last, mention = self._mentions[place - 1 : place + 1]
        if aliases.other_gender(between, before.likely_gender):
            return False
        if aliases.says_alias(between) or (self._listing and between in _CLOSED):
            return True
        after = self.text[mention.end : mention.end + _SHORT]
        if mention.whole and mention.words[0] in before.firsts:
            return aliases.says_same_first(between, after)
        if mention.whole and not before.fulls and aliases.says_is(between):
            return True
        if not self._unknown(mention):
            return False
        if aliases.nicknames(between, after) or aliases.says_is(between):
            return True
        if last.whole and aliases.followed_by_whose(between, after):
            return True
        if aliases.offers_two(between, after) and before in self._names.with_initials(mention.words[0]):
            return True
        return aliases.by_place(self.text[max(0, last.end - _PARAGRAPH) : last.end], between, after)

    def _of_whom_is_spoken(self, mention: Mention, before: str, owners: Sequence[Person]) -> Person | None:
        """Return whom `he`, `her` or `the father` means in `he is called …`, `named the father as …`."""
        gender, role = aliases.said_of(before), aliases.said_of_role(before)
        person = None
        if gender:
            person = self._last_of(gender, owners, mention)
        elif role:
            person = _only([p for p in self._names.people if p.roles[role]])
        if not person and mention.whole and aliases.said_as(before):
            first = mention.words[0]
            person = _only(
                [p for p in self._names.bearing(first) if first in p.firsts and mention.words not in p.fulls]
            )
        return self._same(person, mention, sure=False) if person else None

    def _named_again(self, place: int, owners: Sequence[Person]) -> bool:
        """Return whether a list names the same person a second time: what follows in it are further names."""
        if place < 2 or self._names.now(owners[-1]) is not self._names.now(owners[-2]):
            return False
        one, other = self._mentions[place - 2 : place]
        return one.words != other.words and aliases.goes_on(self.text[one.end : other.start])

    def _unknown(self, mention: Mention) -> bool:
        """Return whether nobody with a full name bears a mention's only word."""
        bearers = self._names.bearing(mention.words[0]) if len(mention.words) == 1 else {}
        return len(mention.words) == 1 and not any(
            likeness == 1 and person.fulls for person, likeness in bearers.items()
        )

    def _last_of(self, gender: str, owners: Sequence[Person], mention: Mention) -> Person | None:
        """Return the man ("m") or woman ("f") whom a pronoun before a mention means.

        That is who is named first in the latest sentence that names one, but nobody of the pronoun's own sentence:
        in `Linh called her Auntie P` she is somebody else.
        """
        found, until = None, mention.start
        own_sentence = True
        for place in range(len(owners) - 1, max(-1, len(owners) - 1 - _NAMES_AGO), -1):
            if mention.start - self._mentions[place].end >= _FAR:
                break
            following = self.text[self._mentions[place].end : until]
            until = self._mentions[place].start
            if aliases.ends_sentence(following):
                if found:
                    return found
                own_sentence = False
            own_sentence = own_sentence and ";" not in following
            person = self._names.now(owners[place])
            if (
                not own_sentence
                and person.likely_gender in (gender, "")
                and not following.startswith(_OWNING)
            ):
                found = found if found and found.likely_gender and not person.likely_gender else person
        return found

    def _same(self, person: Person, mention: Mention, *, sure: bool) -> Person | None:
        """Return the person, who bears the mention's name from now on; None if that is somebody else's."""
        words = mention.words
        letter = words[0] if len(words) == 1 and len(words[0]) == 1 else ""
        if letter and not any(word.startswith(letter) for word in person.words):
            return None
        if not words or mention.family or self.text[mention.end : mention.end + 2] in _OWNING:
            return None
        if words in person.fulls or (len(words) == 1 and words[0] in person.words):
            return person
        if len(words) > 1 and not mention.whole:
            return person if person in bearing_initials(self._names, mention) else None
        other = self._names.of_whole(mention.key)
        if other:
            if self._names.kept_apart(person, other) or not _may_be_one(person, other, words, sure=sure):
                return None
            self._names.merge(person, other)
        elif not self._take_over(person, mention, sure=sure):
            return None
        return person

    def _take_over(self, person: Person, mention: Mention, *, sure: bool) -> bool:
        """Let a person bear a mention's only word, and be whoever was known by it alone; False if it is another's."""
        for bearer, likeness in self._names.bearing(mention.words[0]).items():
            if likeness < 1 or bearer is person:
                continue
            if self._names.kept_apart(person, bearer):
                return False
            if not bearer.fulls and agree(person, bearer):
                self._names.merge(person, bearer)
            elif not sure and bearer.times > _RARE and mention.gender in (bearer.gender, ""):
                return False
        before = self.text[max(0, mention.start - 50) : mention.start]
        self._names.name(person, mention.words, surname=mention.titled or aliases.of_surname(before))
        return True


def _only(people: Sequence[Person]) -> Person | None:
    return people[0] if len(people) == 1 else None


def _may_be_one(person: Person, other: Person, words: Words, *, sure: bool) -> bool:
    """Return whether `other`, who bears a full name, may be the person, by gender, rarity or likeness of names."""
    if not agree(person, other):
        return False
    if sure or other.times <= _RARE:
        return True
    return any(alike(first, words[0]) >= SLIP for first in person.firsts) or any(
        alike_surname(last, words[-1]) for last in person.lasts
    )
