"""Names that are something else too: Grace, Will, May, Young, Price, Lincoln. Nobody should confirm those unseen."""

from __future__ import annotations

import re
from functools import cache

from redactor.findings.english import is_ordinary
from redactor.findings.lists import lower, words

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s$")


def ambiguous(wording: str) -> bool:
    """Return whether a name may, as it is written, be an ordinary word or a town: `Grace`, `MAY`, `hope price`; not `Hope Price`."""
    names = [_POSSESSIVE.sub("", word) for word in _WORD.findall(wording)]
    if not names or not all(is_word_too(name) for name in names):
        return False
    return len(names) == 1 or not all(name[0].isupper() and not name.isupper() for name in names)


def is_word_too(word: str) -> bool:
    """Return whether a word is an ordinary one or a town, letter case aside."""
    return is_ordinary(word) or word.lower() in lower("word_names") or word.lower() in _towns()


@cache
def _towns() -> frozenset[str]:
    return frozenset(town.strip().lower() for line in words("towns") for town in line.split(";"))
