"""Names put in order and made full: `Chen Guowei` turned round, `Ann` in `Ann and Tom Baker` given her surname."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from redactor.findings.people.likeness import gender_of_name
from redactor.findings.people.mentions import Mention

_KIN_BETWEEN = re.compile(
    r"(?:,? and|,? with|,)? (?:his|her|their) (?:[\w-]+ ){0,2}(?:sons?|daughters?|brothers?|sisters?|mother|father|cousin|uncle|aunt|niece|nephew),? "
)


def in_full(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Return the mentions with the words of their names as those of a full name, first name first, where that is known."""
    return _couples(_forwards(_joined(mentions)), text)


def told_apart(mentions: Sequence[Mention], text: str) -> frozenset[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the pairs of full names, one after the other, whose bearers are kin: `Joseph Reid and his son Joe Reid`."""
    pairs = ((one, other) for one, other in pairwise(mentions) if one.whole and other.whole)
    kin = {(a.words, b.words) for a, b in pairs if _KIN_BETWEEN.fullmatch(text[a.end : b.start])}
    return frozenset(kin | {(b, a) for a, b in kin})


def _joined(mentions: Sequence[Mention]) -> list[Mention]:
    """Join two words of a name that others write as one: `Al Sayed`, `Mary Kate`, `Mei Ling`."""
    known = {word for mention in mentions for word in mention.words}
    forms = {(a, b): form for a, b in _neighbours(mentions) for form in (f"{a}-{b}", a + b) if form in known}
    return [_with_joined(mention, forms) if len(mention.words) > 1 else mention for mention in mentions]


def _neighbours(mentions: Sequence[Mention]) -> set[tuple[str, str]]:
    return {pair for m in mentions for pair in pairwise(m.words) if min(map(len, pair)) > 1}


def _with_joined(mention: Mention, forms: Mapping[tuple[str, str], str]) -> Mention:
    words = list(mention.words)
    for place, pair in enumerate(pairwise(mention.words)):
        if pair in forms:
            words[place : place + 2] = [forms[pair]]
            return replace(mention, words=tuple(words))
    return mention


def _couples(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Give a first name the surname that follows after `and`, unless it has one of its own elsewhere."""
    full = list(mentions)
    wholes = {mention.words for mention in mentions if mention.whole}
    firsts = {words[0] for words in wholes}
    for place, (mention, following) in enumerate(pairwise(mentions)):
        between = text[mention.end : following.start]
        if len(mention.words) == 1 and following.whole and between in (" and ", " & "):
            words = mention.words[0], following.words[-1]
            if len(words[0]) > 1 and (words in wholes or words[0] not in firsts):
                full[place] = replace(mention, words=words)
    return full


def _forwards(mentions: Sequence[Mention]) -> list[Mention]:
    """Turn a name round whose first word is a surname: others' too, and nobody's first name, while the last word is one."""
    wholes = {mention.words for mention in mentions if mention.whole}
    firsts, lasts = Counter(words[0] for words in wholes), Counter(words[-1] for words in wholes)
    pairs = Counter((words[0], words[-1]) for words in wholes)
    alone = Counter(m.words[0] for m in mentions if len(m.words) == 1 and not m.titled)

    families = {
        first
        for first, times in Counter(first for first, _ in pairs).items()
        if times > 1 and not alone[first] and not gender_of_name(first)
        if all(alone[last] for other, last in pairs if other == first)
    }

    def turned(first: str, last: str) -> bool:
        is_surname = lasts[first] > 0 and firsts[first] == pairs[first, last]
        return first in families or (
            is_surname and lasts[last] == 1 and (firsts[last] > 0 or alone[last] > 1)
        )

    return [
        replace(mention, words=(mention.words[-1], *mention.words[1:-1], mention.words[0]))
        if mention.whole and len(mention.words) < 4 and turned(mention.words[0], mention.words[-1])
        else mention
        for mention in mentions
    ]
