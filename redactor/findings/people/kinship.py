"""Who is what to the child, from what the draft says of who is whose kin: "Ann's brother", "mother of Mia"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from redactor.findings.people.kin import Kin, to_child
from redactor.findings.people.likeness import gender_of_name
from redactor.findings.people.mentions import Mention
from redactor.findings.people.owners import PRONOUN
from redactor.findings.people.role_words import CHILD
from redactor.findings.people.sayings import OPPOSITE, Saying, Sayings
from redactor.findings.people.subjects import said_subjects
from redactor.findings.people.title import named_in_title

_ROUNDS = 4
"""In so many rounds a role is told from another, told from another."""
_TURNED = {"parent": "child", "child": "parent", "sibling": "sibling"}
"""What the second is to the first where the first is so to the second."""
_ELDER = frozenset(["parent", "grandparent", "aunt", "partner", "foster"])
_YOUNGER = frozenset(["", CHILD, "Sibling", "Cousin"])


class Kinship:
    """Who is whose kin in one draft.

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
    """

    def __init__(self, mentions: Sequence[Mention], entities: Sequence[str], text: str) -> None:
        genders, young = _genders(mentions, entities), _young(mentions, entities)
        sayings = Sayings(mentions, entities, text, genders=genders)
        self._sayings = sayings
        self._turned = list(_turned(sayings, genders))
        self._spoken_of = {saying.entity for saying in sayings.all}
        self.subjects = named_in_title(mentions, entities, text)
        """How much speaks for each entity as whom the draft is about."""
        self.subjects += sayings.subjects
        self.subjects += said_subjects(mentions, entities, text)
        self.children = sayings.children
        self.young = young
        self.of_others = sayings.of_others

    def votes(self, known: Mapping[str, str]) -> dict[str, Counter[str]]:
        """Return how much speaks for each role of each entity, where the roles in `known` hold."""
        told = dict(known)
        for _ in range(_ROUNDS):
            votes: dict[str, Counter[str]] = {}
            for saying in self._sayings.all:
                _count(votes, saying, self._to_child(saying, told), known)
            direct = frozenset(votes)
            for saying in self._turned:
                if saying.entity not in direct or known.get(saying.owner) == CHILD:
                    _count(votes, saying, self._to_child(saying, told), known)
            told = {**{entity: best(roles) for entity, roles in votes.items()}, **known}
        return votes

    def _to_child(self, saying: Saying, told: Mapping[str, str]) -> str:
        """Return who somebody is to the child by one saying; "" where it does not tell."""
        owner = saying.owner_role or told.get(saying.owner, "") or saying.otherwise
        if not owner and saying.owner in self.young and saying.owner not in self._spoken_of:
            owner = "Sibling"
        if saying.kin.kind == "child" and owner == CHILD and saying.weight == PRONOUN:
            return "Sibling"  # `Her second child, Ann`: hers whose first child was named just before
        if saying.kin.kind == "partner" and owner in (CHILD, "Sibling") and saying.weight == PRONOUN:
            return "Partner"  # `lived with their mother and her partner, Tom`
        if saying.kin == Kin("parent") and owner in (CHILD, "Sibling"):
            return _other_parent(saying.entity, told)
        own = told.get(saying.entity, "")
        if saying.kin.kind in ("child", "sibling") and own in ("Mother", "Father") and owner not in _YOUNGER:
            return own  # nobody is an uncle whom the draft calls the father
        return to_child(owner, saying.kin)

    def grown_up(self) -> Counter[str]:
        """Return how much says that each entity is somebody's mother, grandfather, aunt or partner."""
        elder = Counter[str]()
        for saying in self._sayings.all:
            elder[saying.entity] += saying.weight * (saying.kin.kind in _ELDER)
        return elder

    def parents(self) -> dict[str, set[str]]:
        """Return for each entity that is named as somebody's mother, father, son or daughter, its children."""
        children: dict[str, set[str]] = {}
        for saying in (*self._sayings.all, *self._turned):
            if saying.owner and not saying.kin.step and not saying.kin.in_law:
                if saying.kin.kind == "parent":
                    children.setdefault(saying.entity, set()).add(saying.owner)
                elif saying.kin.kind == "child":
                    children.setdefault(saying.owner, set()).add(saying.entity)
        return children


def _other_parent(entity: str, told: Mapping[str, str]) -> str:
    """Return which parent somebody is whose gender nothing tells: the one whom nobody else is."""
    others = {role for other, role in told.items() if other != entity}
    if ("Mother" in others) == ("Father" in others):
        return ""
    return "Father" if "Mother" in others else "Mother"


def _count(votes: dict[str, Counter[str]], saying: Saying, role: str, known: Mapping[str, str]) -> None:
    if role and saying.entity not in known:
        votes.setdefault(saying.entity, Counter())[role] += saying.weight


def _turned(sayings: Sayings, genders: Mapping[str, str]) -> Iterator[Saying]:
    """Yield what follows for the owners: whose daughter Ann is, is her mother or father."""
    for saying in sayings.all:
        kind = _TURNED.get(saying.kin.kind, "")
        if saying.owner and kind and not saying.kin.step and not saying.kin.in_law:
            gender = (
                genders.get(saying.owner, "")
                or OPPOSITE[genders.get(sayings.couples.get(saying.owner, ""), "")]
            )
            yield Saying(saying.owner, Kin(kind, gender), saying.entity, "", PRONOUN)


def best(roles: Counter[str]) -> str:
    """Return the role for which most speaks, of equal ones that which says more; `Aunt` speaks for `Maternal aunt`."""
    weights = Counter({role: roles[role] for role in roles if role != "Relative"} or roles)
    for role in list(weights):
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


def _young(mentions: Sequence[Mention], entities: Sequence[str]) -> frozenset[str]:
    """Return the entities that are said to be children."""
    years = Counter[str]()
    for mention, entity in zip(mentions, entities, strict=True):
        years[entity] += mention.young
    return frozenset(entity for entity, youth in years.items() if youth > 0)
