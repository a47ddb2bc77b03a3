"""Where the wording of a mark stands in a new draft, by the words aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.document.source import HYPHENS
from redactor.marks.aligning import NOWHERE, Alignment
from redactor.marks.wording import Words

_ALIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'} | dict.fromkeys(HYPHENS))
_LONGER = 2
"""So many words more than before may a wording have where only its ends are aligned."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Character offsets into the new reading text, and whether all is there as it was: wording, sentence, no doubt."""

    start: int
    end: int
    unchanged: bool


def placed(alignment: Alignment, start: int, end: int) -> Placed | None:
    """Where characters `start` to `end` of the old text stand in the new one; None for nowhere."""
    old, new = alignment.old, alignment.new
    words = old.within(start, end)
    if not words or words != list(range(words[0], words[-1] + 1)):
        return None
    images = [alignment.at[word] for word in words if alignment.at[word] != NOWHERE]
    if not images or max(images) - min(images) >= len(words) + _LONGER:
        return None
    in_row = images == list(range(images[0], images[0] + len(words)))
    if not in_row or not all(alignment.same[word] for word in words):
        return Placed(new.starts[min(images)], new.ends[max(images)], unchanged=False)
    here = _start(old, new, (words[0], images[0]), start), _end(old, new, (words[-1], images[-1]), end)
    as_it_was = alike(old.text[start:end], new.text[here[0] : here[1]])
    return Placed(*here, unchanged=as_it_was and all(alignment.sure[word] for word in words))


def alike(one: str, other: str) -> bool:
    """Whether two wordings are the same but for white space, hyphens, and the shape of quotation marks."""
    return _plain(one) == _plain(other)


def _plain(wording: str) -> str:
    return "".join(wording.translate(_ALIKE).split())


def _start(old: Words, new: Words, pair: Sequence[int], start: int) -> int:
    """Where a wording begins: within its first word, or with the signs before it where these are there too."""
    word, image = pair
    if start > old.starts[word]:
        return _letter(old.text[old.starts[word] : start], new, image)
    signs = old.text[start : old.starts[word]]
    at = new.starts[image] - len(signs)
    return at if at >= 0 and new.text.startswith(signs, at) else new.starts[image]


def _end(old: Words, new: Words, pair: Sequence[int], end: int) -> int:
    """Where a wording ends, as `_start`."""
    word, image = pair
    if end < old.ends[word]:
        return _letter(old.text[old.starts[word] : end - 1], new, image) + 1
    signs = old.text[old.ends[word] : end]
    return new.ends[image] + (len(signs) if new.text.startswith(signs, new.ends[image]) else 0)


def _letter(before: str, new: Words, image: int) -> int:
    """Where in a word the letter stands that follows as many letters as `before` has."""
    count = sum(map(str.isalnum, before))
    letters = [at for at in range(new.starts[image], new.ends[image]) if new.text[at].isalnum()]
    return letters[min(count, len(letters) - 1)] if letters else new.starts[image]
