"""What a line end means: whether a hyphen there only breaks a word, and where lines were broken by counting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_HYPHEN_AT_END = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_WORD_AT_START = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEP_HYPHEN = frozenset(
    (
        *("half", "self", "ex", "non", "co", "multi", "pre", "post", "well", "inter", "step"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty"),
        *("year", "month", "week"),
    )
)
_NARROWEST, _WIDEST = 20, 140
_FEWEST_LINES = 12


def known_words(texts: Iterable[str]) -> set[str]:
    """Return the words of a draft in small letters: compounds with a hyphen whole, and their parts."""
    known: set[str] = set()
    for text in texts:
        for word in _WORDS.findall(text.lower()):
            known.add(word)
            if "-" in word:
                known.update(word.split("-"))
    return known


def breaks_word(line: str, following: str, known: set[str]) -> bool:
    """Whether the hyphen that ends `line` was put there only to break a word, so that it goes when the word is whole.

    Args:
        line: without white space at its end.
        following: the next line.
        known: the words of the draft.
    """
    following = following.lstrip()
    broken, rest = _HYPHEN_AT_END.search(line), _WORD_AT_START.match(following)
    return bool(broken and rest and _only_broken(broken, rest[0], following, known))


def _only_broken(broken: re.Match[str], rest: str, following: str, known: set[str]) -> bool:
    first, hyphen = broken[1], broken[2]
    if hyphen == "\u00ad":
        return True
    whole, compound = (first + rest).lower(), f"{first}-{rest}".lower()
    if not rest[0].islower():
        return first.isupper() and rest.isupper() and len(rest) > 1 and whole in known
    if compound in known or first.lower() in _KEEP_HYPHEN:
        return whole in known and compound not in known
    if "@" in following.split()[0]:
        return False
    return not following.startswith(f"{rest}-") or whole in known


def goes_on_in_word(line: str, following: str) -> bool:
    """Whether a word seems to go on from one line on the next: a letter and a hyphen, then a small letter."""
    return bool(_HYPHEN_AT_END.search(line.rstrip())) and following.lstrip()[:1].islower()


def wall(lines: Iterable[str]) -> int:
    """Return the column, in characters, at which lines were broken by counting; 0 if they were not.

    Broken so, many lines end just there and hardly any just beyond; broken by the width of letters, hardly any two of
    the longest lines have the same length. Whole paragraphs and tables may be longer.
    """
    lengths = Counter(len(line.rstrip()) for line in lines if " " in line)
    columns = [column for column in lengths if _NARROWEST <= column <= _WIDEST and _is_wall(lengths, column)]
    return max(columns, key=lambda column: _ending(lengths, column - 3, column), default=0)


def _is_wall(lengths: Counter[int], column: int) -> bool:
    total = lengths.total()
    full = _ending(lengths, column * 3 // 4, column)
    at_it, just_beyond = _ending(lengths, column - 3, column), _ending(lengths, column, column + 8)
    many = at_it >= max(_FEWEST_LINES / 4, 0.2 * full) and full >= 0.2 * total >= 0.2 * _FEWEST_LINES
    return many and just_beyond <= 0.1 * at_it


def _ending(lengths: Counter[int], after: int, last: int) -> int:
    """Return how many lines end after column `after` and not after column `last`."""
    return sum(lengths[length] for length in range(after + 1, last + 1))


def had_no_room(line: str, following: str, column: int) -> bool:
    """Whether the first word of `following` would have passed `column` had it stood at the end of `line`.

    A line that itself passes it was not broken there.
    """
    word, length = following.split(maxsplit=1)[:1], len(line.rstrip())
    return bool(word) and length <= column < length + 1 + len(word[0])
