"""How like two written names are: the same, a short form, an initial, or a slip of the pen apart."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from redactor.findings.lists import lower, nicknames
from redactor.findings.passes.spread import TOKEN, plain

NICKNAME = 0.9
SHORT = 0.8
SLIP = 0.7
PET_NAME = 0.5
OF_ONE_FAMILY = 0.45
_PET_ENDING = re.compile(r"(?:[iy]|ie|ey|ia|[zs]|ko|ka|ek|io|u|o|a|e)$")
_DIMINUTIVE = re.compile(r"(?:uk|ut|yt|el|in|it|inh|ink|etk|ochk|echk|oshk|ushk|enk|ett)(?:a|e|o|as|is|i)$")
_FAMILY_ENDINGS = (  # of husband, wife and unmarried daughter: Lithuanian, Latvian, Slavic
    re.compile(r"(?:iene|aite|yte|ute|us|as|is|ys)$"),
    re.compile(r"(?<=[nlt])(?:s|is|a|e)$"),
    re.compile(r"(?<=[sc]k)(?:i|y|yi|yy|a|aya|aia)$"),
)
_WOMANS_ENDING = re.compile(r"(?:iene|aite|yte|ute|[oe]va|[sc]k(?:a|aya|aia))$")
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("sch", "s"),
    ("sh", "s"),
    ("cz", "s"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("y", "i"),
    ("z", "s"),
    ("w", "v"),
)
_VOWELS = re.compile(r"[aeiou]+")
_TWICE = re.compile(r"(.)\1+")


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


def gender_of_surname(last: str) -> str:
    """Return "f" where a plain surname has a woman's ending, as in Lithuanian or Russian, else ""."""
    return "f" if len(last) > 5 and _WOMANS_ENDING.search(last) else ""


def gender_of_name(first: str) -> str:
    """Return "f" or "m" where a plain first name is a woman's or a man's, else ""."""
    return "f" if first in lower("women") else "m" if first in lower("men") else ""


def initials_of(full: tuple[str, ...]) -> set[str]:
    """Return the initials a full name is shortened to: of all its words, of its halves too, and of the first and last."""
    halves = [half for word in full for half in word.split("-") if half]
    firsts = {full[0][0] + full[1][0]} if len(full) > 2 else set()
    return firsts | {
        "".join(word[0] for word in full),
        full[0][0] + full[-1][0],
        "".join(half[0] for half in halves),
    }


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> float:
    """Return from 0 to 1 how well two plain first names may be one: the same, a short form, a slip or two apart."""
    if one == other:
        return 1
    if other in nicknames().get(one, ()):
        return NICKNAME
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short) and (len(long) - len(short) > 1 or long[-1] not in "ae"):
        return SHORT  # but Paul is not Paula
    if len(short) >= 4 and long.endswith(short) and len(long) - len(short) > 1:
        return SHORT
    if slip(one, other) or (min(len(one), len(other)) >= 6 and edits(one, other, 2) == 1):
        return SLIP + 0.05 * (edits(one, other, 2) < 2)
    if len(short) >= 3 and (long.startswith(short) or (long.endswith(short) and len(long) - len(short) > 1)):
        return 0.6
    if is_diminutive(long, short):
        return PET_NAME
    pet = len(short) >= 3 and len(short) <= 6 and one[:3] == other[:3] and _PET_ENDING.search(short)
    return PET_NAME if pet else 0


def is_diminutive(word: str, name: str) -> bool:
    """Return whether a plain word is a fond form of a name that is longer than the name: `Ugnyte`, `Matukas`."""
    return len(name) >= 3 and word[:3] == name[:3] and _DIMINUTIVE.search(word, 3) is not None


@lru_cache(maxsize=65_536)
def alike_surname(one: str, other: str) -> float:
    """Return from 0 to 1 how well two plain surnames may be one: the same, part of a double one, a slip apart."""
    if one == other:
        return 1
    if one in other.split("-") or other in one.split("-"):
        return NICKNAME
    return OF_ONE_FAMILY if _of_one_family(one, other) else SLIP if slip(one, other) else 0


def _of_one_family(one: str, other: str) -> bool:
    """Return whether two plain surnames differ by a husband's, a wife's or a daughter's ending alone."""
    short, long = sorted((one, other), key=len)
    if long in (f"{short}a", f"{short}ova") and (long.endswith("ova") or short.endswith(("ev", "in", "yn"))):
        return len(short) > 3
    for ending in _FAMILY_ENDINGS:
        mine, theirs = ending.search(one), ending.search(other)
        if mine and theirs and mine.start() > 2 and one[: mine.start()] == other[: theirs.start()]:
            return True
    return False


@lru_cache(maxsize=65_536)
def slip(one: str, other: str) -> bool:
    """Return whether two plain words may be one misspelt or misheard: a letter or two, of words that begin alike."""
    if min(len(one), len(other)) < 4:
        return False
    apart = abs(len(one) - len(other))
    if one[0] == other[0]:
        allowed = _allowed(one, other)
        if apart == 0 and sorted(one) == sorted(other):
            return True
        if apart <= allowed and edits(one, other, allowed + 1) <= allowed:
            return True
    heard, other_heard = sound(one), sound(other)
    if heard == other_heard:
        return True
    begin_alike = min(len(one), len(other)) >= 5 and heard[0] == other_heard[0]
    return begin_alike and edits(heard, other_heard, 2) <= 1


def _allowed(one: str, other: str) -> int:
    longer = max(len(one), len(other))
    return 1 if longer < 7 else 2 if longer < 10 else 3


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return a plain word roughly as it sounds in English, so that `Kristof` and `Christoph` come close."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word[:1] + word[1:].replace("h", ""))


def edits(one: str, other: str, most: int = 4) -> int:
    """Return the number of letters to change, add or leave out between two words; `most` if that many or more."""
    if abs(len(one) - len(other)) >= most or max(len(one), len(other)) > 40:
        return most
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        if min(row) >= most:
            return most
        above, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return min(row[-1], most)


class Vocabulary:
    """Words to look up by likeness without comparing each with each: words that may be alike share a key."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._known: set[str] = set()

    def add(self, word: str) -> None:
        """Keep a plain word."""
        if word not in self._known:
            self._known.add(word)
            for key in _keys(word):
                self._by_key[key].append(word)

    def near(self, word: str) -> list[str]:
        """Return the kept words that may be like `word`, in the order in which they were added to each key."""
        forms = (word, *sorted(nicknames().get(word, ())))
        return list(
            dict.fromkeys(w for form in forms for key in _keys(form) for w in self._by_key.get(key, ()))
        )


def _keys(word: str) -> Iterator[str]:
    yield f"={word}"
    yield f"{word[:3]}-"
    if len(word) >= 3:
        yield f"-{word[-3:]}"
    heard = sound(word)
    yield f"~{heard[:3]}"
    yield f"^{word[:1]}{_VOWELS.sub('', heard[1:])}"
    if len(word) <= 7:
        yield from (f"*{word[:place]}{word[place + 1 :]}" for place in range(1, len(word)))
    for half in word.split("-") if "-" in word else ():
        yield f"={half}"
