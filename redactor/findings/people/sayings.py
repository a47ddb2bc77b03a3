"""What a draft says of who is whose kin, name by name: `Ann's brother Tom`, `Tom, son of Ann`, a row `Tom | Uncle`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from redactor.findings.people import kin_phrases as phrases
from redactor.findings.people.antecedent import NOBODY, PRONOUNS, Antecedents, Owner
from redactor.findings.people.kin import Kin, kin_of, noted, role_in_words
from redactor.findings.people.mentions import Mention
from redactor.findings.people.role_words import CHILD
from redactor.findings.people.row_cells import cells_in

_TABLE, _SAID, PRONOUN = 6, 2, 1
"""How much a saying weighs by where it stands."""
_BESIDE = 120
_RANKED = re.compile(r"(?i)eldest|oldest|youngest|middle|first|second|third|fourth|fifth|last")
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
        self._ending = {mention.end: entity for mention, entity in zip(mentions, entities, strict=True)}
        self._antecedents = Antecedents(mentions, entities, text, genders)
        self.subjects: Counter[str] = Counter()
        """How much tables speak for an entity as the subject of the review."""
        self.children: list[str] = []
        """Entities that a table calls just a child."""
        self.of_others: set[int] = set()
        """Numbers of the mentions that are said to be kin of somebody else than the child."""
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
            owners = self._named_in(mention.end + bore.end(), mention.end + len(after))
            return self._tell(
                [number], Kin("parent", "f"), owners if after[bore.end() - 1] == " " else [("", CHILD)], _SAID
            )
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
        owners = [self._entities[each] for each in self._listed(number)]
        if not entity:
            return []
        if kin.kind == "child" and len(owners) == 2:
            self.couples |= dict(zip(owners, owners[::-1], strict=True))
        return [Saying(entity, kin, owner, "", _SAID) for owner in owners if owner != entity]

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
        numbers = self._listed(number, backwards=after) if several else [number]
        if groups.get("of"):
            owners = self._named_in(since + match.start("of"), since + match.end("of"))
            entity = self._entities[number]
            if groups.get("apposed") and self._genders.get(entity, "") == OPPOSITE[kin.gender] != "":
                return []  # named is who stands after "of": `the mother of her partner, Tom`
            return self._tell(numbers, kin, owners, _SAID)
        paired = phrases.PAIRED.search(match.string, 0, match.start()) if not after else None
        return self._owned(match, paired, numbers, kin, since)

    def _owned(
        self, match: re.Match[str], paired: re.Match[str] | None, numbers: list[int], kin: Kin, since: int
    ) -> list[Saying]:
        """Return what `Ann's aunt and uncle, …` says, whose second word for kin `match` is, and the first `paired`, if any."""
        said = match if match["owner"] or not paired else paired
        owner, weight = self._whose(said, numbers[0], kin, since)
        otherwise = CHILD if (said["owner"] or "").lower() == "their" else ""
        first = kin_of(paired) if paired else None
        together = self._listed(numbers[0]) if first else numbers
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

    def _listed(self, number: int, *, backwards: bool = False) -> list[int]:
        """Return the numbers of the mentions listed from mention `number` on, `A, B and C`, or up to it."""
        numbers, step = [number], -1 if backwards else 1
        while 0 <= numbers[-1] + step < len(self._mentions):
            one, other = sorted((numbers[-1], numbers[-1] + step))
            if not phrases.LISTED.fullmatch(self._text, self._mentions[one].end, self._starts[other]):
                break
            numbers.append(numbers[-1] + step)
        return sorted(numbers)

    def _named_in(self, start: int, end: int) -> list[Owner]:
        """Return who is named in a stretch of text, else whom its words mean."""
        number = bisect_left(self._starts, start)
        if number < len(self._starts) and self._starts[number] < end:
            owned = phrases.WHOSE.match(self._text, self._mentions[number].end)
            if not owned:
                return [(self._entities[each], "") for each in self._listed(number)]
            return self._kin_named(owned, number)
        words = self._text[start:end]
        role = role_in_words(words)
        if role:
            return [("", role)]
        known = phrases.CHILDREN.fullmatch(words) or not phrases.SOMEBODY.match(words)
        return [("", CHILD)] if known else []

    def _kin_named(self, owned: re.Match[str], number: int) -> list[Owner]:
        """Return whom `Tom's mother, Ann` or just `Tom's mother` means, Tom being mention `number`."""
        following = number + 1
        if following < len(self._starts) and re.fullmatch(
            rf",?\s{phrases.TITLE}", self._text[owned.end() : self._starts[following]]
        ):
            return [(self._entities[following], "")]
        return [("", role_in_words(owned["mods"] + owned["kin"]))]

    def _whose(self, match: re.Match[str], number: int, kin: Kin, since: int) -> tuple[Owner, int]:
        """Return whose kin a phrase speaks of, ("", "") for nobody known, and what that weighs."""
        said = (match["owner"] or "").replace("\u2019", "'")
        place, small = since + max(0, match.start("owner")), said.lower()
        entity = self._entities[number]
        if small in ("", "the"):
            return self._of_child_itself(match, kin)
        if small in PRONOUNS:
            if kin.kind == "child" and _RANKED.search(match["mods"]) and PRONOUNS[small]:
                return ("", "Mother" if small == "her" else "Father"), PRONOUN
            if "own" in match["mods"].lower().split() and PRONOUNS[small]:
                return (self._antecedents.last_before(place, PRONOUNS[small]), ""), PRONOUN
            return self._of_pronoun(small, place, number, since), PRONOUN
        if small == "whose":
            before = bisect_left(self._starts, place) - 1
            return ((self._entities[before], "") if before >= 0 else NOBODY), _SAID
        if small.split()[0] in ("has", "had", "have"):
            return self._antecedents.of_verb(place), _SAID
        if small in ("a", "an"):
            start, before_it = self._antecedents.sentence_before(place)
            verb = re.search(r"\b(?:has|had|have)\b", before_it)
            return (self._antecedents.of_verb(start + verb.start()) if verb else NOBODY), PRONOUN
        if small in ("my", "our"):
            return NOBODY, PRONOUN
        owner = self._ending.get(place + len(said.removesuffix("s").removesuffix("'")))
        if owner and owner != entity:
            return (owner, ""), _SAID
        return self._by_noun(small, number), _SAID

    def _of_child_itself(self, match: re.Match[str], kin: Kin) -> tuple[Owner, int]:
        """Return whose kin `the father`, `mother`, `the partner` or `the eldest child` is."""
        if kin.kind == "child":
            return (("", "Mother") if _RANKED.search(match["mods"]) else NOBODY), _SAID
        if kin.kind == "partner":
            return ("", "Mother"), PRONOUN
        return ("", CHILD), _SAID

    def _of_pronoun(self, small: str, place: int, number: int, since: int) -> Owner:
        """Return whom a pronoun beside mention `number` means; in a list of people, `Ann - his mother`, the child."""
        mention = self._mentions[number]
        line = self._text.rfind("\n", 0, mention.start) + 1
        if since >= mention.end and not re.search(r"\w", self._text[line : mention.start]):
            return "", CHILD
        return self._antecedents.of_pronoun(small, place, self._entities[number])

    def _by_noun(self, said: str, number: int) -> Owner:
        """Return whom `the mother's` or `the children's` means, by its noun."""
        noun = re.sub(r"^(?:the|his|her)\s+", "", said).removesuffix("s").removesuffix("'")
        for each in (noun, noun + "s"):
            if phrases.CHILDREN.fullmatch(each):
                return "", CHILD
        role = role_in_words(noun) or role_in_words(noun.upper())
        if not role and said.islower():
            self.of_others.add(number)
        return "", role

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
        last = self._listed(number)[-1] if match["many"] else number
        return [replace(saying, weight=_TABLE) for saying in self._saying(match, last, start)]
