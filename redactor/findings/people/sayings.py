"""What a draft says of who is whose kin, name by name: `Ann's brother Tom`, `Tom, son of Ann`, a row `Tom | Uncle`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redactor.findings.people import kin_phrases as phrases
from redactor.findings.people.antecedent import NOBODY, PRONOUNS, Antecedents, Owner
from redactor.findings.people.kin import Kin, kin_of, noted
from redactor.findings.people.listed import listed
from redactor.findings.people.mentions import Mention
from redactor.findings.people.owners import PRONOUN, SAID, Owners
from redactor.findings.people.role_words import CHILD
from redactor.findings.people.row_cells import cells_in

_TABLE = 6
"""What a table's row weighs."""
_BESIDE = 120
_COUPLES = ("parent", "grandparent")
OPPOSITE = {"f": "m", "m": "f", "": ""}


@dataclass(frozen=True)
class Saying:
    """That an entity is `kin` of `owner`, an entity, or of whoever has the role `owner_role`."""

    entity: str
    kin: Kin
    owner: str
    owner_role: str
    weight: int
    otherwise: str = ""
    """The role of the owner where nothing tells who that is: `their mother` is, as a rule, the children's."""


class Sayings:
    """Reads the sayings of one draft.

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
        genders: "f", "m" or "" by entity; what couples tell is added.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        entities: Sequence[str],
        text: str,
        *,
        genders: dict[str, str],
    ) -> None:
        self._mentions, self._entities, self._text = mentions, entities, text
        self._genders = genders
        self._starts = [mention.start for mention in mentions]
        self._antecedents = Antecedents(mentions, entities, text, genders)
        self.subjects: Counter[str] = Counter()
        """How much tables speak for an entity as the subject of the review."""
        self.children: list[str] = []
        """Entities that a table calls just a child."""
        self._owners = Owners(mentions, entities, text, self._antecedents)
        self.of_others = self._owners.of_others
        self.couples: dict[str, str] = {}
        """The other parent, by entity, where a phrase names both: `daughter of Ann and Tom`."""
        self.all = [saying for number in range(len(mentions)) for saying in self._said(number)]

    def _said(self, number: int) -> list[Saying]:
        """Return what is said of the kin of mention `number`, and of those listed with it: by its row, before it, after it."""
        mention = self._mentions[number]
        _, before = self._antecedents.sentence_before(mention.start)
        if phrases.ELSEWHERE.search(before):
            self.of_others.add(number)
            return []
        return self._by_row(number) or [
            *self._said_before(number),
            *self._said_after(number),
            *self._said_of_pronoun(number),
        ]

    def _said_before(self, number: int) -> list[Saying]:
        start = self._mentions[number].start
        line = self._text.rfind("\n", 0, start) + 1
        since = max(line, start - _BESIDE)
        before = self._text[since:start]
        match = phrases.ENTRY.fullmatch(before) if since == line else None
        match = match or self._nearer(phrases.OF_BEFORE.search(before), phrases.BEFORE.search(before), number)
        if match:
            return self._saying(match, number, since)
        if phrases.RANKED.search(before):
            return self._tell([number], Kin("child"), [("", "Mother")], PRONOUN)
        married = phrases.MARRIED.search(before)
        owner = self._antecedents.of_verb(since + married.start()) if married else NOBODY
        return self._tell([number], Kin("partner"), [owner], PRONOUN)

    def _nearer(
        self, of: re.Match[str] | None, plain: re.Match[str] | None, number: int
    ) -> re.Match[str] | None:
        """Return which of two phrases tells of a name: in `sister of Tom's mother, Ann` Ann is, as a rule, the mother."""
        of_kin, plain_kin = kin_of(of) if of else None, kin_of(plain) if plain else None
        if not (of and plain and of["apposed"] and of_kin and plain_kin) or plain_kin.kind == "child":
            return of or plain
        gender = self._genders.get(self._entities[number], "")
        return of if gender and of_kin.gender == gender != plain_kin.gender else plain

    def _said_after(self, number: int) -> list[Saying]:
        mention, following = self._mentions[number], number + 1
        until = self._starts[following] if following < len(self._starts) else len(self._text)
        after = self._text[mention.end : mention.end + _BESIDE].split("\n", 1)[0]
        match = phrases.AFTER.match(after)
        bore = phrases.BORE.match(after)
        if bore:
            named = following < len(self._starts) and self._starts[following] == mention.end + bore.end()
            owners: list[Owner] = (
                [(self._entities[following], "")] if named else [("", CHILD)] if bore["whom"] else []
            )
            return self._tell([number], Kin("parent", "f"), owners, SAID)
        if not match or (match["verb"] in ("are", "were") and not match["owner"]):
            return []
        if after[:1] == "," and re.fullmatch(
            rf",?\s{phrases.TITLE}", after[match.end("kin") : until - mention.end]
        ):
            return []  # said of the next name: `Ann, the father, Tom`
        return self._saying(match, number, mention.end)

    def _said_of_pronoun(self, number: int) -> list[Saying]:
        """Return what `She is the daughter of Ann`, `He is Ann's son` says of whom the pronoun means."""
        mention = self._mentions[number]
        before = self._text[max(0, mention.start - _BESIDE) : mention.start].rsplit("\n", 1)[-1]
        is_of = phrases.PRONOUN_IS_OF.search(before)
        is_whose = phrases.WHOSE.match(self._text, mention.end) if phrases.PRONOUN_IS.search(before) else None
        match = is_of or is_whose
        kin = kin_of(match) if match else None
        pronoun = phrases.PRONOUN_IS.search(before) or is_of
        if not kin or not pronoun:
            return []
        place = mention.start - len(before) + pronoun.start("pronoun")
        entity, _ = self._antecedents.of_pronoun(pronoun["pronoun"].lower(), place)
        owners = [self._entities[each] for each in listed(self._mentions, number, self._text)]
        if not entity:
            return []
        if kin.kind == "child" and len(owners) == 2:
            self.couples |= dict(zip(owners, owners[::-1], strict=True))
        return [Saying(entity, kin, owner, "", SAID) for owner in owners if owner != entity]

    def _saying(self, match: re.Match[str], number: int, since: int) -> list[Saying]:
        """Return what a match of a phrase, `since` an offset, says of the kin of mention `number` and those listed with it."""
        kin = kin_of(match)
        if not kin:
            return []
        groups = match.groupdict()
        side = phrases.SIDE_AFTER.match(match.string, match.end())
        kin = noted(kin, groups.get("note") or groups.get("said") or (side.group() if side else ""))
        several = bool(match["many"]) or match["kin"].lower() in ("children", "wives")
        after = since >= self._mentions[number].end
        numbers = listed(self._mentions, number, self._text, backwards=after) if several else [number]
        if groups.get("of"):
            owners = self._owners.named_in(since + match.start("of"), since + match.end("of"))
            entity = self._entities[number]
            if groups.get("apposed") and self._genders.get(entity, "") == OPPOSITE[kin.gender] != "":
                return []  # named is who stands after "of": `the mother of her partner, Tom`
            return self._tell(numbers, kin, owners, SAID)
        paired = phrases.PAIRED.search(match.string, 0, match.start()) if not after else None
        return self._owned(match, paired, numbers, kin, since)

    def _owned(
        self, match: re.Match[str], paired: re.Match[str] | None, numbers: list[int], kin: Kin, since: int
    ) -> list[Saying]:
        """Return what `Ann's aunt and uncle, …` says, whose second word for kin `match` is, and the first `paired`, if any."""
        said = match if match["owner"] or not paired else paired
        owner, weight = self._owners.whose(said, numbers[0], kin, since)
        otherwise = CHILD if (said["owner"] or "").lower() == "their" else ""
        first = kin_of(paired) if paired else None
        together = listed(self._mentions, numbers[0], self._text) if first else numbers
        if first and len(together) == 2:
            second = replace(kin, side=kin.side or first.side)
            self._genders |= {
                self._entities[n]: k.gender for n, k in zip(together, (first, second), strict=True)
            }
            return [
                *self._tell(together[:1], first, [owner], weight),
                *self._tell(together[1:], second, [owner], weight),
            ]
        return self._tell(numbers, kin, [owner], weight, otherwise=otherwise)

    def _tell(
        self, numbers: Sequence[int], kin: Kin, owners: Sequence[Owner], weight: int, *, otherwise: str = ""
    ) -> list[Saying]:
        """Return a saying for each of the mentions and owners; of a couple, one is a woman and one a man."""
        entities = [self._entities[number] for number in numbers]
        genders = [self._genders.get(entity, "") for entity in entities]
        if kin.kind in _COUPLES and len(numbers) == 2:
            genders = [own or OPPOSITE[other] for own, other in zip(genders, genders[::-1], strict=True)]
        if kin.kind == "child" and len(owners) == 2:
            (one, _), (other, _) = owners
            self.couples |= {one: other, other: one}
        if any(owner for owner, _ in owners):
            self.of_others.update(numbers)
        return [
            Saying(entity, kin if kin.gender else replace(kin, gender=gender), owner, role, weight, otherwise)
            for entity, gender in zip(entities, genders, strict=True)
            for owner, role in owners
            if (owner or role) and owner != entity
        ]

    def _by_row(self, number: int) -> list[Saying]:
        """Return what the cells beside a name in a table's row say, where it is the row's first name."""
        mention, entity, text = self._mentions[number], self._entities[number], self._text
        line = text.rfind("\n", 0, mention.start) + 1
        end = text.find("\n", mention.end)
        cells = cells_in(text, line, end if end >= 0 else len(text))
        if len(cells) < 2 or (number and self._starts[number - 1] >= line):
            return []
        for start, stop in cells:
            if start <= mention.start < stop:
                continue
            if phrases.SUBJECT_CELL.fullmatch(text, start, stop):
                self.subjects[entity] += _TABLE
                return []
            if phrases.CHILD_CELL.fullmatch(text, start, stop):
                self.children.append(entity)
                return []
            said = self._by_cell(start, stop, number)
            if said:
                return said
        return []

    def _by_cell(self, start: int, stop: int, number: int) -> list[Saying]:
        match = phrases.CELL.fullmatch(self._text[start:stop])
        if not match:
            return []
        if not match["owner"] and not match["of"] and match["kin"].lower() in ("son", "daughter"):
            return self._tell([number], Kin("child"), [("", "Mother")], _TABLE)
        if (match["owner"] or "").lower() in PRONOUNS:
            kin = kin_of(match)
            return self._tell([number], kin, [("", CHILD)], _TABLE) if kin else []
        last = listed(self._mentions, number, self._text)[-1] if match["many"] else number
        return [replace(saying, weight=_TABLE) for saying in self._saying(match, last, start)]
