"""How like two written names are: the same, a short form, an initial, or a slip of the pen apart."""

import re
from functools import lru_cache

from redactor.findings.lists import nicknames
from redactor.findings.spread import TOKEN, plain


def name_parts(name: str) -> tuple[str, ...]:
    """Return a name's words, plain, first name first: `Okafor, Keziah`, `Okafor_Keziah` and `Keziah Okafor` give the same."""
    bare = re.sub(r"['\u2019][sS]\b", "", name)
    words = [plain(match.group()) for match in TOKEN.finditer(bare)]
    comma = bare.find(",")
    if comma > 0 and len(words) > 1:
        surname = len(TOKEN.findall(bare[:comma]))
        words = words[surname:] + words[:surname]
    elif "_" in bare and len(words) == 2 and min(map(len, words)) > 1:
        words = words[::-1]
    return tuple(words)


def initials_of(full: tuple[str, ...]) -> set[str]:
    """Return the initials a full name is shortened to: of all its words, and of the first and the last."""
    return {"".join(word[0] for word in full), full[0][0] + full[-1][0]}


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> bool:
    """Return whether two plain first names may be one: the same, a slip or two apart, or a short form."""
    if one == other or other in nicknames().get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    if len(short) < 4 or short[0] != long[0]:
        return False
    if sorted(one) == sorted(other):  # two letters changed places
        return True
    return edits(one, other) <= min(3, max(1, len(long) // 3))


@lru_cache(maxsize=65_536)
def alike_surname(one: str, other: str) -> bool:
    """Return whether two plain surnames may be one: the same, a slip apart, or part of a double one."""
    if one == other or one in other.split("-") or other in one.split("-"):
        return True
    return (
        min(len(one), len(other)) >= 4
        and one[0] == other[0]
        and edits(one, other) <= (1 if len(one) < 7 else 2)
    )


def edits(one: str, other: str, most: int = 4) -> int:
    """Return the number of letters to change, add or leave out between two words; `most` if that many or more."""
    if abs(len(one) - len(other)) >= most or max(len(one), len(other)) > 40:
        return most
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return min(row[-1], most)
