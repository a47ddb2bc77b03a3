"""What the draft says of who is whose kin, and the roles to the child that follow: "Ann's brother, …", "mother of …".

Whose kin is a name that stands there, another role ("the mother's"), a pronoun or, with an article or alone, the child.
A pronoun means the first who is named in its sentence before it, else whom the sentence before was about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redactor.findings.people.kin import KIN, Kin, kin_of, role_in_words, to_child
from redactor.findings.people.likeness import gender_of_name
from redactor.findings.people.mentions import Mention
from redactor.findings.people.role_words import CHILD
from redactor.findings.people.row_cells import cells_in
from redactor.findings.people.title import named_in_title

_TABLE, _SAID, _PRONOUN, _ROUNDS = 6, 2, 1, 4
"""How much a saying weighs by where it stands; in so many rounds a role is told from another, told from another."""
_BESIDE = 120
_ROLE_OWNER = r"(?i:(?:subject|index|child|baby|infant|boy|girl|mother|father|mum|dad|stepfather|stepmother|step-?dad|partner|MGM|MGF|PGM|PGF|(?:maternal |paternal )?grand(?:mother|father))['\u2019]s)"
_NAMED_OWNER = r"(?:[A-Z][^\s,;:.|()]*\s+){0,3}[^\s,;:.|()]+['\u2019]s?"
_OWNER = rf"(?:(?P<owner>(?i:the|his|her|their|whose|my|our|a|an)|(?:(?i:the|his|her)\s+)?{_ROLE_OWNER}|{_NAMED_OWNER})\s+)?"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Mama|Nan|Nana|Gran)\.?\s+)?"
_CALLED = r"(?:\s+(?:is|was)(?:\s+(?:also|always))?(?:\s+(?:called|named|known as))?|,?\s+(?:also\s+)?(?:called|named))"
_TO_NAME = rf"(?:{_CALLED}\s+|\s*[,:(]\s*|\s+\(|\s+){_TITLE}[\"'\u201c\u2018]?$"
_BEFORE = re.compile(rf"(?<![\w-]){_OWNER}{KIN}{_TO_NAME}")
_ENTRY = re.compile(rf"[\W\d_]*(?:[A-Z]\d*[.)]\s*)?{KIN}[.:]\s+{_TITLE}$")
_OF_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?i:the|a)\s+)?{KIN}\s+(?:of|to)\s+(?P<of>[^.;:|\n]{{1,60}}?)(?:\s+(?:is|was)\s+|,\s+){_TITLE}$"
)
_AFTER = re.compile(
    rf"['\")\u2019\u201d]*(?:\s*\([^()\n]{{0,40}}\))?\s?(?:,|\(|\||(?<!\w)is|(?<!\w)was|\u2013|-)\s*(?:(?i:who (?:is|was))\s+)?{_OWNER}{KIN}"
    r"(?!['\u2019]s)(?:\s+(?:of|to)\s+(?P<of>[^.;|\n)]{1,40}))?"
)
_CELL = re.compile(
    rf"{_OWNER}{KIN}(?:\s+(?:of|to)\s+(?P<of>.{{1,60}}))?(?:\s+(?:from|since|until)\s.{{1,30}}|\s*[(,].{{1,40}})?"
)
_CHILD_CELL = re.compile(r"(?i)child")
_SUBJECT_CELL = re.compile(r"(?i)(?:the )?(?:subject|index)(?: child| of (?:the |this )?review)?")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]*[A-Z])|\n+")
_PRONOUNS = {"his": "m", "her": "f", "their": ""}
_GOES_ON = re.compile(r"(?i)\b(?:he|she|they)\b|^[^a-z]*(?:his|her|their)\b")
_ROLE_NOUN = re.compile(
    r"\b(?i:the)\s+((?:maternal |paternal )?(?:mother|father|stepfather|stepmother|grandmother|grandfather))\b(?!['\u2019]s|,? [A-Z(])"
    r"|\b(Mother|Father|MGM|PGM|MGF|PGF)\b(?!['\u2019]s|,? [A-Z(])"
)


@dataclass(frozen=True)
class _Saying:
    """That the person of a mention is `kin` of `owner`, an entity, or of whoever has the role `owner_role`."""

    entity: str
    kin: Kin
    owner: str
    owner_role: str
    weight: int


class Kinship:
    """The sayings of one draft.

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
    """

    def __init__(self, mentions: Sequence[Mention], entities: Sequence[str], text: str) -> None:
        self._mentions, self._entities, self._text = mentions, entities, text
        self._starts = [mention.start for mention in mentions]
        self._ending = {mention.end: entity for mention, entity in zip(mentions, entities, strict=True)}
        self._genders = _genders(mentions, entities)
        self._sentences = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text) + 1]
        self._topics = self._followed()
        self.subjects = named_in_title(mentions, entities, text)
        self.children: list[str] = []
        """Entities that a table calls just a child."""
        self.young = _young(mentions, entities)
        self.of_others: set[int] = set()
        """Numbers of the mentions that are said to be kin of a grown-up who is named."""
        self._sayings = [saying for number in range(len(mentions)) for saying in self._said(number)]

    def votes(self, known: Mapping[str, str]) -> dict[str, Counter[str]]:
        """Return how much speaks for each role of each entity, where the roles in `known` hold."""
        told = dict(known)
        for _ in range(_ROUNDS):
            votes: dict[str, Counter[str]] = {}
            for saying in self._sayings:
                if saying.entity in known:
                    continue
                owner = saying.owner_role or told.get(saying.owner, "")
                role = to_child(owner or ("Sibling" if saying.owner in self.young else ""), saying.kin)
                if role:
                    votes.setdefault(saying.entity, Counter())[role] += saying.weight
            told = {**{entity: best(roles) for entity, roles in votes.items()}, **known}
        return votes

    def parents(self) -> dict[str, set[str]]:
        """Return for each entity that is named as somebody's mother, father, son or daughter, its children."""
        children: dict[str, set[str]] = {}
        for saying in self._sayings:
            if saying.owner and not saying.kin.step:
                if saying.kin.kind == "parent":
                    children.setdefault(saying.entity, set()).add(saying.owner)
                elif saying.kin.kind == "child":
                    children.setdefault(saying.owner, set()).add(saying.entity)
        return children

    def _said(self, number: int) -> list[_Saying]:
        """Return what is said of the kin of mention `number`: by its row, before it, after it."""
        mention, entity = self._mentions[number], self._entities[number]
        in_row = self._by_row(number)
        sayings = in_row or [*self._said_before(mention, entity), *self._said_after(number)]
        if any(s.owner and s.weight > _PRONOUN and s.owner not in self.young for s in sayings):
            self.of_others.add(number)
        return [s for s in sayings if s.owner != entity]

    def _said_before(self, mention: Mention, entity: str) -> list[_Saying]:
        line = self._text.rfind("\n", 0, mention.start) + 1
        since = max(line, mention.start - _BESIDE)
        before = self._text[since : mention.start]
        match = _OF_BEFORE.search(before) or _BEFORE.search(before)
        if not match and since == line:
            match = _ENTRY.fullmatch(before)
        return self._saying(match, entity, since, mention.start) if match else []

    def _said_after(self, number: int) -> list[_Saying]:
        mention = self._mentions[number]
        until = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        after = self._text[mention.end : mention.end + _BESIDE].split("\n", 1)[0]
        match = _AFTER.match(after)
        if not match:
            return []
        if after[:1] == "," and re.fullmatch(rf",?\s{_TITLE}", after[match.end("kin") : until - mention.end]):
            return []  # said of the next name: `Ann, the father, Tom`
        return self._saying(match, self._entities[number], mention.end, mention.start)

    def _saying(self, match: re.Match[str], entity: str, since: int, at: int) -> list[_Saying]:
        kin = kin_of(match)
        if not kin:
            return []
        groups = match.groupdict()
        if groups.get("of"):
            owner, role = self._named_in(since + match.start("of"), since + match.end("of"))
            return [_Saying(entity, kin, owner, role, _SAID)]
        said = (groups.get("owner") or "").replace("\u2019", "'")
        owner, role = self._whose(said, since + match.start("owner") if said else 0, at)
        if not (owner or role):
            return []
        weight = _PRONOUN if said.lower() in _PRONOUNS else _SAID
        if said.lower() in ("his", "her") and "own" in match["mods"].lower().split():
            owner, role = self._last_before(since + match.start("owner"), _PRONOUNS[said.lower()]), ""
        if kin.kind == "child" and role == CHILD:
            return []
        if kin.kind == "partner" and said.lower() in ("", "the"):
            role = "Mother"
        return [_Saying(entity, kin, owner, role, weight)]

    def _named_in(self, start: int, end: int) -> tuple[str, str]:
        """Return the first person named in a stretch of text, else the child."""
        number = bisect_left(self._starts, start)
        if number < len(self._starts) and self._starts[number] < end:
            return self._entities[number], ""
        return "", role_in_words(self._text[start:end]) or CHILD

    def _whose(self, said: str, place: int, at: int) -> tuple[str, str]:
        """Return the entity or the role that `said` (`her`, `Ann's`, `the mother's`) at `place` means; ("", "") for nobody."""
        small = said.lower()
        if small in ("", "the"):
            return "", CHILD
        if small in _PRONOUNS:
            return self._antecedent(place, _PRONOUNS[small])
        if small == "whose":
            number = bisect_left(self._starts, place) - 1
            return (self._entities[number], "") if number >= 0 else ("", "")
        if small in ("a", "an", "my", "our"):
            return "", ""
        owner = self._ending.get(place + len(said.removesuffix("s").removesuffix("'")))
        if owner:
            return owner, ""
        noun = re.sub(r"^(?:the|his|her)\s+", "", small).removesuffix("'s")
        if noun in ("subject", "index", "child", "baby", "infant", "boy", "girl"):
            return "", CHILD
        return "", role_in_words(noun) or role_in_words(noun.upper())

    def _antecedent(self, place: int, gender: str) -> tuple[str, str]:
        """Return whom `his`, `her` or `their` at `place` means."""
        number = bisect_right(self._sentences, place) - 1
        for found in (self._first_in(self._sentences[number], place, gender), self._topics[number]):
            if any(found) and self._may_be(found, gender):
                return found
        return "", CHILD

    def _last_before(self, place: int, gender: str) -> str:
        """Return who of a gender is named last before a place: `Their mother is Ann. Her own mother, …`."""
        last = bisect_left(self._starts, place)
        near = reversed(self._entities[max(0, last - 5) : last])
        return next((entity for entity in near if self._genders.get(entity) == gender), "")

    def _may_be(self, found: tuple[str, str], gender: str) -> bool:
        entity, role = found
        own = self._genders.get(entity, "") if entity else _gender_of_role(role)
        return not (gender and own and gender != own)

    def _first_in(self, start: int, end: int, gender: str = "") -> tuple[str, str]:
        """Return who is named first between two offsets, or spoken of by role, and may have the gender."""
        found = [
            (m.start(), "", role_in_words(m[1] or m[2])) for m in _ROLE_NOUN.finditer(self._text, start, end)
        ]
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            found.append((self._starts[number], self._entities[number], ""))
        fitting = [(e, r) for _, e, r in sorted(found) if self._may_be((e, r), gender)]
        return fitting[0] if fitting else ("", "")

    def _followed(self) -> list[tuple[str, str]]:
        """Return for each sentence whom it goes on about: the topic that the sentences before it leave."""
        topics: list[tuple[str, str]] = []
        topic = ("", "")
        for start, end in zip(self._sentences, self._sentences[1:], strict=False):
            topics.append(topic)
            number = bisect_left(self._starts, start)
            until = min(end, self._starts[number] if number < len(self._starts) else end)
            if not _GOES_ON.search(self._text[start:until]):
                first = self._first_in(start, end)
                topic = first if any(first) else topic
        return topics

    def _by_row(self, number: int) -> list[_Saying]:
        """Return what the cells beside a name in a table's row say, where it is the row's first name."""
        mention, entity, text = self._mentions[number], self._entities[number], self._text
        line = text.rfind("\n", 0, mention.start) + 1
        end = text.find("\n", mention.end)
        end = len(text) if end < 0 else end
        if number and self._starts[number - 1] >= line:
            return []
        cells = cells_in(text, line, end)
        if len(cells) < 3:
            return []
        for start, stop in cells:
            cell = text[start:stop]
            if start <= mention.start < stop:
                continue
            if _SUBJECT_CELL.fullmatch(cell):
                self.subjects[entity] += _TABLE
                return []
            if _CHILD_CELL.fullmatch(cell):
                self.children.append(entity)
                return []
            match = _CELL.fullmatch(cell)
            said = self._saying(match, entity, start, mention.start) if match else []
            if said or (match and match["kin"].lower() in ("son", "daughter")):
                kin, owner = (said[0].kin, said[0].owner) if said else (Kin("child"), "")
                role = said[0].owner_role if said else "Mother"
                return [_Saying(entity, kin, owner, role, _TABLE)]
        return []


def best(roles: Counter[str]) -> str:
    """Return the role for which most speaks, of equal ones that which says more; `Aunt` speaks for `Maternal aunt`."""
    weights = Counter(roles)
    for role in roles:
        bare = role.split(" ", 1)[-1].capitalize()
        if role.startswith(("Maternal ", "Paternal ")) and bare in roles:
            weights[role] += roles[bare]
    return max(weights, key=lambda role: (weights[role], role.count(" "))) if weights else ""


def _genders(mentions: Sequence[Mention], entities: Sequence[str]) -> dict[str, str]:
    """Return each entity's gender as the words beside its mentions, and its names, say; "" where they do not."""
    told: dict[str, Counter[str]] = {}
    for mention, entity in zip(mentions, entities, strict=True):
        by_name = gender_of_name(mention.words[0]) if mention.words else ""
        for gender, weight in ((mention.gender, 2), (by_name, 2), (mention.pronoun, 1)):
            if gender:
                told.setdefault(entity, Counter())[gender] += weight
    return {
        e: c.most_common(1)[0][0] for e, c in told.items() if c.most_common(1)[0][1] * 2 > sum(c.values())
    }


def _gender_of_role(role: str) -> str:
    small = role.lower()
    return "f" if small.endswith(("mother", "aunt")) else "m" if small.endswith(("father", "uncle")) else ""


def _young(mentions: Sequence[Mention], entities: Sequence[str]) -> frozenset[str]:
    """Return the entities that are said to be children."""
    years = Counter[str]()
    for mention, entity in zip(mentions, entities, strict=True):
        years[entity] += mention.young
    return frozenset(entity for entity, youth in years.items() if youth > 0)
