"""Names put in order and made full: `Chen Guowei` turned round, `Ann` in `Ann and Tom Baker` given her surname."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from redactor.findings.mentions import Mention


def in_full(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Return the mentions with the words of their names as those of a full name, first name first, where that is known."""
    return _couples(_forwards(mentions), text)


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
    """Turn a name of two words round where the first is others' surname and nobody's first name, and the second is one."""
    wholes = {mention.words for mention in mentions if mention.whole}
    firsts, lasts = Counter(words[0] for words in wholes), Counter(words[-1] for words in wholes)
    pairs = Counter((words[0], words[-1]) for words in wholes)
    alone = Counter(m.words[0] for m in mentions if len(m.words) == 1 and not m.titled)

    def turned(first: str, last: str) -> bool:
        is_surname = lasts[first] > 0 and firsts[first] == pairs[first, last]
        return is_surname and lasts[last] == 1 and (firsts[last] > 0 or alone[last] > 1)

    return [
        replace(mention, words=mention.words[::-1])
        if mention.whole and len(mention.words) == 2 and turned(*mention.words)
        else mention
        for mention in mentions
    ]
