"""Which words are ordinary English, so that a name that is one ("Grace", "Carpenter") is treated with care."""

from __future__ import annotations

from functools import cache

from redactor.shipped import RESOURCES


@cache
def _words() -> frozenset[str]:
    lines = (RESOURCES / "lists" / "english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def is_ordinary(word: str) -> bool:
    """Whether a word, letter case aside, is also an ordinary English word."""
    return word.lower() in _words()
