"""Whom a pronoun means, or a verb: who is named first in its sentence, else whom the sentences before were about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from redactor.findings.people.kin import role_in_words
from redactor.findings.people.mentions import Mention
from redactor.findings.people.role_words import CHILD

Owner = tuple[str, str]
"""Whose kin somebody is: an entity, or, with "" for it, whoever has a role; ("", "") for nobody known."""
NOBODY: Owner = ("", "")
PRONOUNS = {"his": "m", "he": "m", "her": "f", "she": "f", "their": "", "they": ""}
_SENTENCE = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]*[A-Z])|\n+")
_TITLE_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Revd|Cllr)\.\s+$")
_GOES_ON = re.compile(r"(?i)\b(?:he|she|they)\b|^[^a-z]*(?:his|her|their)\b")
_IDENTIFIES = re.compile(r"\W*(?:He|She) (?:is|was) ")
"""`She was Ann`: from here on she is."""
_ROLE_NOUN = re.compile(
    r"\b(?i:the)\s+((?:maternal |paternal )?(?:mother|father|stepfather|stepmother|grandmother|grandfather))\b(?!['\u2019]s|,? [A-Z(])"
    r"|\b(Mother|Father|MGM|PGM|MGF|PGF)\b(?!['\u2019]s|,? [A-Z(])"
)
_OWNS = re.compile(r"['\u2019]s?\b")
_JUST_BEFORE = re.compile(r"(?i)\b(he|she|they)(?:\s+(?:also|then|already|now))?\s*$")


class Antecedents:
    """Who is spoken of where.

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
        genders: "f", "m" or "" by entity.
    """

    def __init__(
        self, mentions: Sequence[Mention], entities: Sequence[str], text: str, genders: Mapping[str, str]
    ) -> None:
        self._mentions, self._entities, self._text, self._genders = mentions, entities, text, genders
        self._starts = [mention.start for mention in mentions]
        ends = (
            m.end()
            for m in _SENTENCE.finditer(text)
            if not _TITLE_END.search(text, max(0, m.end() - 8), m.end())
        )
        self._sentences = [0, *ends, len(text) + 1]
        self._topics = self._followed()

    def of_pronoun(self, pronoun: str, place: int, besides: str = "") -> Owner:
        """Return whom `his`, `she`, `their` … at `place` means, who is not the entity `besides`; the child by default."""
        gender = PRONOUNS[pronoun]
        number = self._sentence(place)
        start = self._sentences[number]
        said_before = re.compile(rf"(?i)\b{pronoun}\b").search(self._text, start, place)
        # `Her mother is Ann and her father is Tom`: both are the child's
        until = said_before.start() if said_before else place
        for found in (self._first_in(start, until, gender, besides), *self._topics[number]):
            if any(found) and self._may_be(found, gender) and found[0] != (besides or None):
                return found
        return "", CHILD

    def of_verb(self, place: int) -> Owner:
        """Return whom the clause whose verb is at `place` is about: `She has`, `Ann, then 19, has`, `The mother had`."""
        start = self._sentences[self._sentence(place)]
        said = _JUST_BEFORE.search(self._text, start, place)
        if said:
            return self.of_pronoun(said[1].lower(), said.start(1))
        found = self._first_in(start, place)
        return found if any(found) else NOBODY

    def last_before(self, place: int, gender: str) -> str:
        """Return who of a gender is named last before a place: `Their mother is Ann. Her own mother, …`."""
        last = bisect_left(self._starts, place)
        near = reversed(self._entities[max(0, last - 5) : last])
        return next((entity for entity in near if self._genders.get(entity) == gender), "")

    def sentence_before(self, place: int) -> tuple[int, str]:
        """Return where the sentence at `place` begins and its words until there."""
        start = self._sentences[self._sentence(place)]
        return start, self._text[start:place]

    def _sentence(self, place: int) -> int:
        return bisect_right(self._sentences, place) - 1

    def _may_be(self, found: Owner, gender: str) -> bool:
        entity, role = found
        own = self._genders.get(entity, "") if entity else _gender_of_role(role)
        return not (gender and own and gender != own)

    def _first_in(self, start: int, end: int, gender: str = "", besides: str = "") -> Owner:
        """Return who is named first, or spoken of by role, and may have the gender; owners (`Ann's`) come last."""
        found = [
            (False, m.start(), ("", role_in_words(m[1] or m[2])))
            for m in _ROLE_NOUN.finditer(self._text, start, end)
        ]
        found += [(owns, place, (entity, "")) for owns, place, entity in self._named(start, end)]
        fitting = (
            owner
            for *_, owner in sorted(found)
            if self._may_be(owner, gender) and owner[0] != (besides or None)
        )
        return next(fitting, NOBODY)

    def _named(self, start: int, end: int) -> Iterator[tuple[bool, int, str]]:
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            mention = self._mentions[number]
            owns = _OWNS.match(self._text, mention.end) is not None
            yield owns, mention.start, self._entities[number]

    def _followed(self) -> list[tuple[Owner, Owner]]:
        """Return for each sentence whom it goes on about: the topic that the sentences before it leave, and who else was named.

        After `Mia was ill. Her father, Tom, rang.` the topic is Mia, and Tom who else was named.
        """
        topics: list[tuple[Owner, Owner]] = []
        topic, named = NOBODY, NOBODY
        for start, end in zip(self._sentences, self._sentences[1:], strict=False):
            topics.append((topic, named))
            number = bisect_left(self._starts, start)
            until = min(end, self._starts[number] if number < len(self._starts) else end)
            before = self._text[start:until]
            first = self._first_in(start, end)
            if not any(first):
                continue
            named = first
            if _IDENTIFIES.fullmatch(before) or not _GOES_ON.search(before):
                topic = first
        return topics


def _gender_of_role(role: str) -> str:
    small = role.lower()
    return "f" if small.endswith(("mother", "aunt")) else "m" if small.endswith(("father", "uncle")) else ""
