"""What happens to text before it reaches us: capitals, small letters, misreadings, other people's names."""

import random
import re
from collections.abc import Callable

from cast import Cast
from passages import Passage, rewritten

MISREAD = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("I", "l"),
    ("O", "0"),
    ("cl", "d"),
    ("h", "b"),
    ("e", "c"),
    ("i", "l"),
)
_SWAPPABLE = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){0,2}")


def disturbed(passage: Passage, draw: random.Random) -> Passage:
    """Return `passage`, about one in four of them disturbed in one way."""
    chance = draw.random()
    for share, way in _WAYS:
        if chance < share:
            return way(passage, draw)
        chance -= share
    return passage


def recast(passage: Passage, draw: random.Random) -> Passage:
    """Return `passage` with its people's names changed for names of other origins, the same for the same."""
    cast = Cast(draw)
    new: dict[str, str] = {}
    changes = []
    for start, end, kind in passage.spans:
        old = passage.text[start:end]
        if kind == "PERSON" and _SWAPPABLE.fullmatch(old):
            who, form = f"other{len(new)}", "full" if " " in old else draw.choice(("first", "last"))
            changes.append((start, end, new.setdefault(old, cast.name(who, form))))
    return rewritten(passage, changes)


def _capitals(passage: Passage, draw: random.Random) -> Passage:
    return _same_length(passage, passage.text.upper())


def _small_letters(passage: Passage, draw: random.Random) -> Passage:
    return _same_length(passage, passage.text.lower())


def _same_length(passage: Passage, text: str) -> Passage:
    return Passage(text, passage.spans, passage.complete) if len(text) == len(passage.text) else passage


def _capital_names(passage: Passage, draw: random.Random) -> Passage:
    return _names(passage, str.upper)


def _small_names(passage: Passage, draw: random.Random) -> Passage:
    return _names(passage, str.lower)


def _names(passage: Passage, change: Callable[[str], str]) -> Passage:
    return rewritten(
        passage, [(s, e, change(passage.text[s:e])) for s, e, kind in passage.spans if kind == "PERSON"]
    )


def _misread(passage: Passage, draw: random.Random) -> Passage:
    """Misread a letter here and there, and lose a space now and then, as OCR does."""
    changes = []
    for word in re.finditer(r"\w+", passage.text):
        wrong, right = draw.choice(MISREAD)
        at = word.group().find(wrong)
        if at >= 0 and draw.random() < 0.12:
            changes.append((word.start() + at, word.start() + at + len(wrong), right))
    return rewritten(passage, [change for change in changes if _within(change, passage)])


def _within(change: tuple[int, int, str], passage: Passage) -> bool:
    return not any(change[0] < edge < change[1] for start, end, _ in passage.spans for edge in (start, end))


def _wrapped(passage: Passage, draw: random.Random) -> Passage:
    """Break lines at a narrow width, as pasted text has them."""
    width = draw.randint(35, 90)
    text, line = list(passage.text), 0
    for space in re.finditer(r"[ \n]", passage.text):
        if passage.text[space.start()] == "\n":
            line = space.end()
        elif space.start() - line > width:
            text[space.start()] = "\n"
            line = space.end()
    return Passage("".join(text), passage.spans, passage.complete)


def _curly(passage: Passage, draw: random.Random) -> Passage:
    return _same_length(passage, passage.text.replace("'", "’"))


_WAYS = (
    (0.05, _capitals),
    (0.04, _small_letters),
    (0.035, _capital_names),
    (0.015, _small_names),
    (0.03, _misread),
    (0.05, _wrapped),
    (0.15, _curly),
)
